"""Patterns take no longer than in proportion to the text, whoever made it: users, or the makers of documents.

Each pattern of the four packages is taken apart, and what it repeats is repeated 5,000 and 10,000 characters long and
then broken off: one that goes back to each earlier place for it takes four times as long, one that does so twice eight
times.
"""

import ast
import inspect
import json
import pkgutil
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from re import _compiler
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, TypeGuard

import pytest

from indexer.extract.positions.patterns import LanguagePatterns
from indexer.extract.positions.phrases import position_phrases
from indexer.extract.responses.addendum_item import answered_parts
from models.languages.positions import Role
from models.languages.read_languages import READ_LANGUAGES
from tests.models.languages.texts_of_tables import texts_of_tables
from tests.paths import REPOSITORY

PACKAGES = ("models", "indexer", "search", "web")
LENGTHS = (2_500, 5_000, 10_000, 20_000)
MOST_TIMES = 3.0
"""As long for 10,000 characters: 2 times where time is in proportion to the length, 4 where to its square."""
MOST_TIMES_SURELY = 8.0
"""As long for 20,000: 4 and 16 times. Other work on the machine makes 3 of 2 at times, and not 8 of 4."""
SHORT = 0.05
"""Seconds below which the longer text is no burden, and measures say nothing."""
SHORT_AT_FIRST = SHORT / 4**3
"""The same for 2,500 characters, where time may be in proportion to the cube of the length: of most patterns no more is
measured."""
ALPHABET = " a1A.,;(-–\n\tx/“'<&é\u00ad"
UNITS = ("1", "a", " ", "A", "1 ", "a ", "1.", "(a) ", "(", ".", "-", ", ", "A/", "and ", "<a", "&#1", "\n")
ENDS = ("\0", "z")
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


LONGEST_IN_ONE_PIECE = 400
FILES_OF_PATTERNS = [
    *(REPOSITORY / "models" / "numbers").glob("*.py"),
    *(REPOSITORY / "indexer" / "extract").rglob("*.py"),
]


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_long_patterns_are_made_of_fragments_with_names(file: Path) -> None:
    strings = (node.value for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if _is_string(node))
    assert [
        text for text in strings if len(text) > LONGEST_IN_ONE_PIECE and text.count("|") > len(text.split("\n"))
    ] == []


@pytest.mark.parametrize("file", [*(REPOSITORY / "models" / "languages").glob("*.toml")], ids=lambda file: file.stem)
def test_long_patterns_of_languages_are_made_of_parts_with_names(file: Path) -> None:
    texts = (text.replace("\n", "") for text in texts_of_tables(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert [text for text in texts if len(text) > LONGEST_IN_ONE_PIECE and "|" in text] == []


def _is_string(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@cache
def methods() -> dict[tuple[str, str], set[str]]:
    """What is asked of each constant: of a private one in its own module, of any other ("", name) anywhere."""
    asked: dict[tuple[str, str], set[str]] = {}
    for file in chain.from_iterable((REPOSITORY / package).rglob("*.py") for package in PACKAGES):
        module = ".".join(file.relative_to(REPOSITORY).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                constant = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                asked.setdefault(_key(module, constant), set()).add(node.attr)
    return asked


def _key(module: str, constant: str) -> tuple[str, str]:
    return module if constant.startswith("_") else "", constant


def example(items: Any) -> str:
    """A text that a part of a pattern matches, look-arounds aside."""
    return "".join(_example(kind, value) for kind, value in items)


def _example(kind: Any, value: Any) -> str:
    if kind in REPEATS:
        return example(value[2]) * max(1, value[0])
    if kind is code.SUBPATTERN:
        return example(value[3])
    if kind is code.BRANCH:
        return example(value[1][0])
    if kind is code.ATOMIC_GROUP:
        return example(value)
    if kind is code.LITERAL:
        return chr(value)
    if kind in (code.IN, code.ANY, code.NOT_LITERAL):
        matcher = _compiler.compile(parser.SubPattern(parser.State(), [(kind, value)]))
        return next(letter for letter in chain(ALPHABET, map(chr, range(0x10000))) if matcher.match(letter))
    return ""


def pumped(items: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What a pattern repeats without bound, and what stands before it."""
    for kind, value in items:
        if kind in REPEATS:
            if value[1] is code.MAXREPEAT:
                yield before, example(value[2])
            yield from pumped(value[2], before)
        elif kind is code.SUBPATTERN:
            yield from pumped(value[3], before)
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from pumped(branch, before)
        elif kind is code.ATOMIC_GROUP:
            yield from pumped(value, before)
        elif kind in (code.ASSERT, code.ASSERT_NOT):
            yield from pumped(value[1], before)
        before += _example(kind, value)


Named = Iterator[tuple[str, re.Pattern[str]]]
"""The name of a constant or field, and its pattern."""


def kept_patterns(name: str, value: Any, seen: set[int]) -> Named:
    """The patterns that a value of a module holds, in its tables and objects too."""
    if isinstance(value, re.Pattern):
        yield from ((name, value),) if isinstance(value.pattern, str) else ()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from chain.from_iterable(kept_patterns(name, each, seen) for each in value)
    elif isinstance(value, dict):
        yield from chain.from_iterable(kept_patterns(name, each, seen) for each in chain(value, value.values()))
    elif type(value).__module__.partition(".")[0] in PACKAGES and id(value) not in seen:
        seen.add(id(value))
        names = [field.name for field in fields(value)] if is_dataclass(value) else [*getattr(value, "__dict__", {})]
        yield from chain.from_iterable(kept_patterns(each, getattr(value, each, None), seen) for each in names)


def made_when_asked(module: Any) -> Iterator[tuple[str, Any]]:
    """What functions of a module make of nothing, or of a language, and keep (`functools.cache`), by name."""
    for name, value in vars(module).items():
        made = getattr(value, "__wrapped__", None)
        if getattr(made, "__module__", "") == module.__name__ and "Pattern" in str(made.__annotations__.get("return")):
            kinds = [each.annotation for each in inspect.signature(made).parameters.values()]
            given = [(words,) for words in words_of_languages() if kinds == [type(words)]] if kinds else [()]
            assert given, f"{module.__name__}.{name}: nobody knows what it is made of"
            yield f"{name}()", [value(*each) for each in given]


def words_of_languages() -> Iterator[Any]:
    """What is known of each language, as a whole and by parts."""
    for language in READ_LANGUAGES.values():
        yield language
        yield from (getattr(language, field.name) for field in fields(language))


@cache
def written_where_used(module: Any) -> tuple[list[tuple[str, str]], list[int]]:
    """The patterns of `re.sub("…", …)` and the like in a module, each with its method, and the lines of those that are
    made of what only stands there."""
    known, unknown = [], []
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _of_re(node.func):
            try:
                pattern = eval(compile(ast.Expression(node.args[0]), "", "eval"), vars(module))  # noqa: S307 - our own code
                known.append((node.func.attr, pattern))
            except NameError:
                unknown.append(node.lineno)
    return known, unknown


def _of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in {*SEARCHES, "match", "fullmatch"}
    )


@cache
def patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Every pattern that a module of the packages keeps, by module."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    seen: set[int] = set()
    known: set[tuple[str, str, int]] = set()

    def add(module: str, patterns_of_it: Named) -> None:
        for name, pattern in patterns_of_it:
            if (name, pattern.pattern, pattern.flags) not in known:
                known.add((name, pattern.pattern, pattern.flags))
                found.setdefault(module, []).append((name, pattern))

    for words in READ_LANGUAGES.values():
        of_language = LanguagePatterns(words.positions)
        for name in (name for name in vars(LanguagePatterns) if not name.startswith("__")):
            add("positions", kept_patterns(name, getattr(of_language, name), seen))
        add("positions", (("words", of_language.words(role)) for role in Role))
    for module in map(import_module, modules()):
        for name, value in chain(vars(module).items(), made_when_asked(module)):
            if not (isinstance(value, type) or getattr(value, "__module__", "").startswith("werkzeug")):
                add(module.__name__, kept_patterns(name, value, seen))
        add(
            module.__name__,
            ((f"re.{method}", re.compile(pattern)) for method, pattern in written_where_used(module)[0]),
        )
    return found


@cache
def modules() -> tuple[str, ...]:
    """The names of all modules."""
    return tuple(
        module.name
        for package in PACKAGES
        for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
    )


SEARCHES = {"search", "sub", "subn", "finditer", "findall", "split"}
ROOMS = sorted({*(".".join(name.split(".")[:2]) for name in modules()), "positions"})


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_time_grows_with_the_length_alone(room: str) -> None:
    slow = [
        f"{module}.{name}: {found}"
        for module, named in patterns().items()
        if module == room or module.startswith(f"{room}.")
        for name, pattern in named
        if (found := slow_text(pattern, is_searched_with(module, name)))
    ]
    assert slow == []


def is_searched_with(module: str, name: str) -> bool:
    """Whether a pattern is looked for anywhere in a text, not at its beginning alone."""
    asked = {name.removeprefix("re.")} if name.startswith("re.") else methods().get(_key(module, name), SEARCHES)
    return bool(asked & SEARCHES)


def slow_text(pattern: re.Pattern[str], searched: bool) -> str:
    """What a pattern takes more than in proportion for; "" for nothing."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    for before, unit in sorted({*pumped(tree), *(("", unit) for unit in UNITS), ("", example(tree))}):
        for end in ENDS if unit else ():
            texts = [before + unit * (length // len(unit)) + end for length in LENGTHS]
            for look in _looks(pattern, searched):
                if _is_slow(look, *texts):
                    return f"{before!r} + {unit!r} × n + {end!r}"
    return ""


def _looks(pattern: re.Pattern[str], searched: bool) -> tuple[Callable[[str], object], ...]:
    return (lambda text: pattern.sub("", text),) if searched else (pattern.match, pattern.fullmatch)


@contextmanager
def processor_limit(seconds: float) -> Iterator[None]:
    """Stop what runs within after so many seconds of the processor."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _is_slow(look: Callable[[str], object], shortest: str, shorter: str, longer: str, longest: str) -> bool:
    try:
        with processor_limit(10):
            if _seconds(look, shortest, 1) < SHORT_AT_FIRST:
                return False
            once = _seconds(look, longer, 1)
            if once < SHORT or once < MOST_TIMES * _seconds(look, shorter, 1):
                return False
            if _seconds(look, longer, 5) < MOST_TIMES * _seconds(look, shorter, 5):
                return False
            return _seconds(look, longest, 5) > MOST_TIMES_SURELY * _seconds(look, shorter, 5)
    except TimeoutError:
        return True


def _seconds(look: Callable[[str], object], text: str, tries: int) -> float:
    """The least of the processor that any of the tries took."""
    taken = []
    for _ in range(tries):
        began = time.process_time()
        look(text)
        taken.append(time.process_time() - began)
    return min(taken)


NOTE_PATTERNS = """
import json, re, sys
from importlib import import_module
compiled, noted = re.compile, set()
def noting(pattern, flags=0):
    made = compiled(pattern, flags)
    where = sys._getframe(1).f_globals["__name__"].partition(".")[0]
    if where in sys.argv[1].split(",") and isinstance(made.pattern, str):
        noted.add((made.pattern, int(made.flags)))
    return made
re.compile = noting
for name in sys.argv[2].split(","):
    import_module(name)
print(json.dumps(sorted(noted)))
"""


@pytest.mark.slow
def test_every_pattern_that_a_module_makes_is_tried() -> None:
    made = subprocess.run(
        [sys.executable, "-c", NOTE_PATTERNS, ",".join(PACKAGES), ",".join(modules())],
        check=True, capture_output=True, text=True, cwd=REPOSITORY,
    ).stdout  # fmt: skip
    tried = {(pattern.pattern, int(pattern.flags)) for named in patterns().values() for _, pattern in named}
    assert [pattern for pattern, flags in json.loads(made) if (pattern, flags) not in tried] == []


MADE_OF_WORDS = {
    "models.index_database.connection",  # what libraries say
    "models.partners.rows",  # forms of cells, in tables of our own
    "indexer.extract.reported.reported",  # a code, escaped
    "indexer.extract.reports.interim_positions",
    "indexer.extract.reports.recommendations",  # words of a language, tried with its table
    "indexer.extract.reports.segment",  # the number of a paragraph
    "indexer.extract.positions.phrases",
    "search.datamodel.quotation",  # words, escaped
    "web.site.language",  # abbreviations and names of our own
    "web.words.safe_text",  # words, escaped
}
"""Modules with patterns that are made where they are used, of what only stands there."""


def test_few_patterns_are_made_of_what_only_stands_there() -> None:
    made = {module for module in modules() if written_where_used(import_module(module))[1]}
    assert made <= MADE_OF_WORDS


@pytest.mark.slow
@pytest.mark.parametrize(
    ("read", "text"),
    [
        pytest.param(position_phrases, "\n" * 200_000 + "accepted " * 2_000, id="each label behind the same space"),
        pytest.param(answered_parts, "accepts them, rejects them, " * 2_000, id="no position names its part"),
        pytest.param(
            answered_parts, "accepts recommendations rejects recommendations on arms " * 1_500, id="each names the rest"
        ),
    ],
)
def test_many_positions_do_not_each_look_through_the_whole(read: Callable[[str], object], text: str) -> None:
    with processor_limit(2):
        read(text)
