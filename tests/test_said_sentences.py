"""Sentences that commands print go through the translation: none slips in that is English in every language."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from models.errors import PlanStoreError, VectorsNotMade
from tests.paths import REPOSITORY
from web.site.error_pages import STATUS_OF

SAID_BY = {
    "said", "said_of", "saying", "saying_of", "to_say", "to_say_of",
    # Pages show these too: they are in the catalogue of pages, which commands have as well.
    "Message", "counted", "gettext", "ngettext",
}  # fmt: skip
NOT_SAID = {"option", "argument", "compile", "fullmatch", "Choice"}
"""What these are given is no sentence, or is help, of which another test says that it is gathered."""
WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [a-z]{2,}")
A_WORD = re.compile(r"(?<![\w/.=-])[a-z]{2,}(?![\w/.=-])")
"""Beside a value, one word is enough: f"page {number}"."""
QUERY = re.compile(r"\b(?:SELECT|FROM|WHERE)\b")
TYPED = re.compile(r"\s*(?:upr|--\w+|from) ")
"""What a user or the program types is the same in all languages."""
TEXTS = (
    "indexer/cli/*.py",
    "indexer/fetch/announce.py",
    "indexer/describe/description.py",
    "indexer/describe/conflicts.py",
    "indexer/report/report.py",
    "search/cli/*.py",
    "search/*/text.py",
    "search/calendar/words.py",
    "search/partners/words.py",
    "web/command_line.py",
    "web/commands.py",
    "web/*/commands.py",
    "web/*/as_text.py",
)
"""Modules that print, and those that word what they print."""
RAISED = re.compile(r"^class (\w+)\(", re.MULTILINE)


def unsaid(source: str) -> Iterator[str]:
    """The sentences of a module that no function takes which lets them be translated."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        words = _words(node)
        if words and not isinstance(parents[node], ast.Expr | ast.JoinedStr) and not _is_said(node, parents):
            yield words


def _words(node: ast.AST) -> str:
    """The words of a literal that is a sentence, or a part of one; "" for every other node."""
    if isinstance(node, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values]
        words, is_sentence = "".join(parts), A_WORD.search(" ".join(parts))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        words, is_sentence = node.value, WORDS.search(node.value)
    else:
        return ""
    return words if is_sentence and not QUERY.search(words) and not TYPED.match(words) else ""


def _is_said(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    while node in parents:
        node = parents[node]
        if isinstance(node, ast.Call) and _name(node.func) in SAID_BY | NOT_SAID:
            return True
    return False


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def raised_unsaid(source: str, errors: set[str]) -> Iterator[str]:
    """The sentences that errors are raised with as they are."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in errors and node.args:
            yield from filter(None, [_words(node.args[0])])


def raised_for_commands_alone(source: str, errors: Collection[str]) -> Iterator[str]:
    """The sentences that errors are raised with which only the catalogues of commands hold."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in errors:
            inner = (each for argument in node.args for each in ast.walk(argument) if isinstance(each, ast.Call))
            yield from (ast.unparse(each) for each in inner if _name(each.func) in ("saying", "saying_of"))


def modules() -> list[Path]:
    return sorted(path for pattern in TEXTS for path in REPOSITORY.glob(pattern))


def test_every_pattern_names_modules() -> None:
    assert [pattern for pattern in TEXTS if not list(REPOSITORY.glob(pattern))] == []


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_what_is_printed_can_be_translated(module: Path) -> None:
    assert list(unsaid(module.read_text(encoding="utf-8"))) == []


def test_what_is_refused_can_be_translated() -> None:
    errors = {"UsageError", "BadParameter", "ClickException"}
    for tree in ("models/errors.py", "indexer/fetch/failures.py"):
        errors |= set(RAISED.findall((REPOSITORY / tree).read_text(encoding="utf-8")))
    found = {
        path.relative_to(REPOSITORY).as_posix(): words
        for package in ("models", "indexer", "search", "web")
        for path in (REPOSITORY / package).rglob("*.py")
        for words in raised_unsaid(path.read_text(encoding="utf-8"), errors)
    }
    assert found == {}


def test_what_pages_answer_is_in_the_catalogues_of_pages() -> None:
    """Of an error that is the site's own failure (503), no page says the sentence."""
    errors = {kind.__name__ for kind in (*STATUS_OF, VectorsNotMade, PlanStoreError)}
    found = {
        path.relative_to(REPOSITORY).as_posix(): sentences
        for package in ("models", "search", "web")
        for path in (REPOSITORY / package).rglob("*.py")
        if (sentences := list(raised_for_commands_alone(path.read_text(encoding="utf-8"), errors)))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('echo("Nothing was found.")', ["Nothing was found."]),
        ('echo(said("Nothing was found."))', []),
        ('echo(f"page {number}")', ["page {}"]),
        ('echo(said("page %(number)s", number=number))', []),
        ("echo(f'{name}: {said(\"found\")}')", []),
        ('echo(f"upr index {folder}")', []),
        ('lines = [f"{one} of {all}" for one in all]', ["{} of {}"]),
        ('rows = query("SELECT name FROM document")', []),
    ],
)  # fmt: skip
def test_a_sentence_that_is_not_said_is_found(line: str, found: list[str]) -> None:
    assert list(unsaid(line)) == found


def test_an_error_with_a_bare_sentence_is_found() -> None:
    assert list(raised_unsaid('raise FetchError(f"{name} has no weights")', {"FetchError"})) == ["{} has no weights"]
    assert not list(raised_unsaid('raise FetchError(saying("%(name)s has no weights", name=name))', {"FetchError"}))


def test_an_error_that_commands_alone_could_translate_is_found() -> None:
    line = 'raise {error}({words}("There is no review %(review)s.", review=review))'
    errors = {"UnknownRecord"}
    assert len(list(raised_for_commands_alone(line.format(error="UnknownRecord", words="saying"), errors))) == 1
    assert not list(raised_for_commands_alone(line.format(error="UnknownRecord", words="Message"), errors))
    assert not list(raised_for_commands_alone(line.format(error="DocumentError", words="saying"), errors))
