"""Patterns that read files before any limit of time holds take no longer than in proportion to the text.

Each pattern is taken apart, and what it repeats is repeated 50,000 characters long and then broken off; one that goes
back to each earlier place for it needs seconds.
"""

import ast
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from importlib import import_module
from itertools import chain
from pathlib import Path
from re import _compiler
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeGuard

import pytest

from indexer.extract.positions.patterns import LanguagePatterns
from indexer.extract.positions.phrases import position_phrases
from indexer.extract.responses.addendum_item import answered_parts
from indexer.read.time_limits import ProcessorTime
from models.languages.english import BARE_VERBS
from models.languages.positions import Role
from models.languages.read_languages import READ_LANGUAGES
from tests.paths import REPOSITORY

PACKAGES = ("indexer.read", "indexer.text", "indexer.recognise", "indexer.sources", "indexer.extract", "models.numbers")
LENGTH = 50_000
SECONDS = 1.0
ALPHABET = " a1A.,;(-–\n\tx/“'<&é\u00ad"
UNITS = ("1", "a", " ", "A", "1 ", "a ", "1.", "(a) ", "(", ".", "-", ", ", "A/", "and ", "<a", "&#1", "\n")
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the packages keeps, by the name of its constant."""
    for package in PACKAGES:
        for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{module.name}.{name}", value
    for language in READ_LANGUAGES.values():
        for group in (language, BARE_VERBS, *(getattr(language, field.name) for field in fields(language))):
            for field in fields(group) if is_dataclass(group) else ():
                if isinstance(pattern := getattr(group, field.name), re.Pattern):
                    yield f"{language.code}.{field.name}", pattern
    for spoken, words in READ_LANGUAGES.items():
        known = LanguagePatterns(words.positions)
        yield from ((f"positions.{spoken}.{role.name}", known.words(role)) for role in Role)
        for name, value in vars(LanguagePatterns).items():
            if isinstance(value, cached_property) and isinstance(found := getattr(known, name), re.Pattern):
                yield f"positions.{spoken}.{name}", found


LONGEST_IN_ONE_PIECE = 400
FILES_OF_PATTERNS = [
    *(REPOSITORY / "models" / "languages").glob("*.py"),
    *(REPOSITORY / "models" / "numbers").glob("*.py"),
    *(REPOSITORY / "indexer" / "extract").rglob("*.py"),
]


@pytest.mark.parametrize("file", FILES_OF_PATTERNS, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_long_patterns_are_made_of_fragments_with_names(file: Path) -> None:
    strings = (node.value for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if _is_string(node))
    assert [
        text for text in strings if len(text) > LONGEST_IN_ONE_PIECE and text.count("|") > len(text.split("\n"))
    ] == []


def _is_string(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@cache
def methods() -> dict[tuple[str, str], set[str]]:
    """What is asked of each constant: of a private one in its own module, of any other ("", name) anywhere."""
    asked: dict[tuple[str, str], set[str]] = {}
    for file in chain.from_iterable((REPOSITORY / package).rglob("*.py") for package in ("indexer", "models")):
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


SEARCHES = {"search", "sub", "finditer", "findall", "split"}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*found, id=found[0]) for found in patterns()])
def test_time_grows_with_the_length_alone(name: str, pattern: re.Pattern[str]) -> None:
    tree = parser.parse(pattern.pattern, pattern.flags)
    module, _, constant = name.rpartition(".")
    anchored = not methods().get(_key(module, constant), SEARCHES) & SEARCHES
    for before, unit in {*pumped(tree), *(("", unit) for unit in UNITS), ("", example(tree))}:
        if not unit:
            continue
        text = before + unit * (LENGTH // len(unit)) + "\0"
        started = time.process_time()
        try:
            with ProcessorTime(SECONDS).step():
                if anchored:
                    pattern.match(text)
                    pattern.fullmatch(text)
                else:
                    list(pattern.finditer(text))
        except TimeoutError:
            pytest.fail(f"{name} takes {time.process_time() - started:.1f} s for {before!r} + {unit!r} × {LENGTH}")


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
    with ProcessorTime(2 * SECONDS).step():
        read(text)
