"""Files and modules that docstrings, comments and docs name are there.

A file that moves takes its imports along, and leaves the sentences behind that send a reader to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import SLOWEST_FIRST
from tests.paths import REPOSITORY

FOLDERS = ("models", "indexer", "search", "web", "benches", "tools", "samples", "tests")
MODULES = [path for folder in FOLDERS for path in sorted((REPOSITORY / folder).rglob("*.py"))]
OTHERS = {"CHANGELOG.md", "THIRD_PARTY.md"}
"""Pages that name what was there, and what others have."""
PAGES = [
    page
    for page in (*sorted(REPOSITORY.glob("*.md")), *sorted((REPOSITORY / "docs").rglob("*.md")))
    if page.name not in OTHERS
]
FILES_OF_OTHERS = {"web.py", "score_extraction.py", "score_anchors.py", "score_lobbying.py"}
"""A package of another project, and scripts that a bench takes from the folder it is given."""

_FOLDER = "|".join(FOLDERS)
FILE = re.compile(rf"(?<![\w./<>~{{-])((?:{_FOLDER}|docs)(?:/[\w-]+)+\.[a-z0-9]+|(?:\w+/)*\w+\.py)(?![\w*])")
MODULE = re.compile(rf"(?<![\w./-])(?:{_FOLDER})(?:\.(?!(?:md|py|tsv|csv|toml|json|html)\b)\w+)+")
LONG_TEXT = re.compile(r'^([^\n]*?)"""(.*?)"""', re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"(?:^|\s)# .*")
DIFF = re.compile(r"^```diff\n.*?^```$", re.MULTILINE | re.DOTALL)
MADE = re.compile(r"^--- /dev/null\n\+\+\+ b/(.+)", re.MULTILINE)

ENDS_OF_PATHS = {
    "/".join(path.relative_to(REPOSITORY).parts[begin:])
    for path in MODULES
    for begin in range(len(path.relative_to(REPOSITORY).parts))
}


@cache
def source_of(module: Path) -> str:
    return module.read_text(encoding="utf-8")


def said_in(module: Path) -> str:
    """Its docstrings, which begin a line, and its comments."""
    source = source_of(module)
    docstrings = [words for before, words in LONG_TEXT.findall(source) if not before.strip()]
    return "\n".join([*docstrings, *COMMENT.findall(LONG_TEXT.sub("", source))])


def lost_references(text: str) -> Iterator[str]:
    """What a text names and nobody has."""
    yield from (name for name in FILE.findall(text) if name not in FILES_OF_OTHERS and not is_file(name))
    yield from (name for name in MODULE.findall(text) if not is_module(name))


def is_file(name: str) -> bool:
    """Whether it is a file of the repository, by its whole path or the end of it."""
    return name in ENDS_OF_PATHS or (REPOSITORY / name).exists()


def is_module(name: str) -> bool:
    """Whether it is a module or package, or what one has: a function, a class and its method."""
    parts = name.split(".")
    if REPOSITORY.joinpath(*parts).is_dir():
        return True
    for length in range(len(parts), 0, -1):
        path = REPOSITORY.joinpath(*parts[:length])
        for module in (path.with_suffix(".py"), path / "__init__.py"):
            if module.exists():
                return all(re.search(rf"\b{part}\b", source_of(module)) for part in parts[length:])
    return False


@pytest.mark.parametrize("folder", FOLDERS)
def test_docstrings_and_comments_name_files_and_modules_that_are_there(folder: str) -> None:
    modules = [path for path in MODULES if path.relative_to(REPOSITORY).parts[0] == folder]
    assert modules
    lost = {str(path.relative_to(REPOSITORY)): list(lost_references(said_in(path))) for path in modules}
    assert {path: names for path, names in lost.items() if names} == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_files_and_modules_that_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(lost_references(DIFF.sub("", text))) <= set(MADE.findall(text))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("looks it up (web/words/language.py)", ["web/words/language.py"]),
        ("said to be missing (models.partners.lines)", ["models.partners.lines"]),
        ("says more in no_such_file.py", ["no_such_file.py"]),
        ("see models.messages.message.NoSuchClass", ["models.messages.message.NoSuchClass"]),
        (
            "web/site/language.py, partners/tables.py, search.Answer, models.messages.message.Message, docs/models.md",
            [],
        ),
    ],
)
def test_a_lost_reference_is_seen(text: str, lost: list[str]) -> None:
    assert list(lost_references(text)) == lost


def test_the_files_that_are_tested_first_are_there() -> None:
    assert [file for file in SLOWEST_FIRST if not (REPOSITORY / file).exists()] == []
