"""Words of the languages that documents are read in stand in models/languages/ and nowhere else.

Another language is one file there: a word in a pattern elsewhere would be read in English, French or Spanish alone.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from models.languages.read_languages import READ_LANGUAGES
from models.languages.words import LanguageWords
from tests.models.languages.texts_of_tables import texts_of_tables
from tests.paths import REPOSITORY

TABLES = REPOSITORY / "models" / "languages"
READERS = ("indexer/extract", "indexer/read", "indexer/recognise", "indexer/text", "models/numbers")
OF_FORMATS = {
    *("file_format", "html_lines", "symbols", "table_rows", "word_notes", "word_numbering"),
    "word_text",
}
"""Files whose strings are names of tags and of parts of files, or parts of symbols of documents."""
ASKED_OF_TEXT = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "split", "find", "count"}
"""Methods whose arguments are looked for in a text."""
NO_WORDS = re.compile(
    r"\(\?P[<=]\w+[>)]"  # names of groups
    r"|\\[a-zA-Z]|\[(?:[^\]\\]|\\.)*\]"  # classes of characters
    r"|\b(?:[A-Z]{2,}|GE|Add|Corr|Rev)\b|\b[A-Z]/\w+"  # parts of symbols of documents
)
WORD = re.compile(r"(?<!_)\b[^\W\d_]{2,}\b(?!_)")
"""What an underscore joins is a name in the code."""
NAMES = {"several", "states", "answers", "ar", "en", "es", "fr", "iii", "iv"}
"""Fields of a grammar, the end of the symbol of a State's answers, codes of languages, Roman numbers."""


def looked_for(tree: ast.Module) -> Iterator[ast.AST]:
    """What a module looks for in texts: its constants, patterns, and what it asks of texts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            # What users are told ends with a full stop and no pattern does; the list of exports has names.
            if not any(isinstance(name, ast.Name) and name.id == "__all__" for name in targets):
                yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_of_pattern = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if is_of_pattern or node.func.attr in ASKED_OF_TEXT:
                yield from node.args
        elif isinstance(node, ast.Compare) and any(isinstance(kind, ast.In | ast.NotIn) for kind in node.ops):
            yield from (node.left, *node.comparators)


def strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Subscript):
        yield from strings(node.value)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and not re.search(r"[a-z] [a-z].*\w\.$", node.value):
            yield node.value
    else:
        for part in ast.iter_child_nodes(node):
            yield from strings(part)


def words_in(nodes: Iterator[ast.AST]) -> set[str]:
    return words_among(text for node in nodes for text in strings(node))


def words_among(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in WORD.findall(NO_WORDS.sub(" ", text))}


@cache
def words_of_tables() -> set[str]:
    files = (TABLES / f"{language.name.lower()}.toml" for language in READ_LANGUAGES.values())
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return words_among(text for table in tables for text in texts_of_tables(table))


def readers() -> list[Path]:
    files = (file for folder in READERS for file in sorted((REPOSITORY / folder).rglob("*.py")))
    return [file for file in files if file.stem not in OF_FORMATS]


@pytest.mark.parametrize("file", readers(), ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_no_reader_looks_for_words_of_a_language(file: Path) -> None:
    found = words_in(looked_for(ast.parse(file.read_text(encoding="utf-8"))))
    assert found & words_of_tables() - NAMES == set()


@pytest.mark.parametrize(
    "line",
    [
        'X = re.compile(r"(?:and|et|y)\\s")',
        'X = frozenset("recommendation paragraph".split())',
        'X: str = "accepte[nr]?"',
        'def f(text):\n    return re.search(rf"\\bpárrafo {X}", text)',
        'def f(text):\n    return "sentence" in text or text.startswith("(the")',
    ],
)
def test_words_in_line_are_seen(line: str) -> None:
    assert words_in(looked_for(ast.parse(line))) & words_of_tables()


@pytest.mark.parametrize(
    "line",
    [
        'X = re.compile(r"(?P<paragraph>\\d+)|[a-z]")',
        'X = "The document says nothing of a State."',
        'X = re.compile(r"A/HRC/\\d+|CERD/C")',
        'def f(found):\n    return found["state"] in STATES',
    ],
)
def test_names_symbols_and_sentences_for_users_are_no_words_of_documents(line: str) -> None:
    assert not words_in(looked_for(ast.parse(line))) & words_of_tables()


ENGLISH_ALONE = {"observations", "council", "dialogue", "of_a_state", "to_do", "bare_verbs"}
"""Groups of which no document in another language was seen, and how requests in English alone begin."""


@pytest.mark.parametrize("language", READ_LANGUAGES.values(), ids=READ_LANGUAGES)
def test_tables_have_the_same_fields(language: LanguageWords) -> None:
    lacking = {field.name for field in fields(language) if getattr(language, field.name) is None}
    assert lacking == ({"infinitives"} if language.code == "en" else ENGLISH_ALONE)


@pytest.mark.parametrize(
    "group",
    [field.name for field in fields(LanguageWords) if is_dataclass(getattr(READ_LANGUAGES["en"], field.name))],
)
def test_every_field_has_words_in_some_language(group: str) -> None:
    known = [words for language in READ_LANGUAGES.values() if (words := getattr(language, group))]
    for field in fields(known[0]):
        assert any(getattr(words, field.name) for words in known), field.name
