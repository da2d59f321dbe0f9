"""What was read by other code is worked out anew, and only that."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest

from indexer.code_digest import READING, code_digest

INSTALLED = cache(metadata.packages_distributions)
"""To look through all libraries takes a fifth of a second."""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `invented.reading` with a table, a picture and a sub-package, beside a module `invented.reports`."""
    folder = tmp_path / "invented" / "reading"
    (folder / "grammar").mkdir(parents=True)
    for name in ("__init__.py", "lines.py", "names.csv", "picture.png", "grammar/__init__.py", "grammar/verbs.csv"):
        (folder / name).write_text("")
    for name in ("__init__.py", "reports.py", "words.py"):
        (folder.parent / name).write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(metadata, "packages_distributions", INSTALLED)
    yield folder
    for module in [name for name in sys.modules if name.split(".")[0] == "invented"]:
        del sys.modules[module]


def digest() -> str:
    code_digest.cache_clear()
    return code_digest(("invented.reading", "invented.words"))


@pytest.mark.parametrize(
    "name", ["lines.py", "names.csv", "words.toml", "grammar/verbs.csv", "grammar/new.py", "../words.py"]
)
def test_a_change_of_code_or_tables_changes_the_digest(package: Path, name: str) -> None:
    before = digest()
    (package / name).write_text("changed")
    assert digest() != before


@pytest.mark.parametrize("name", ["picture.png", "../reports.py"])
def test_what_no_module_named_holds_changes_nothing(package: Path, name: str) -> None:
    before = digest()
    (package / name).write_text("changed")
    assert digest() == before


CODE = """
'''What a line is.'''
from models.messages.spoken import saying

def told(name: str) -> str:
    '''Says it.'''
    return saying("%(name)s is lost.", name=name) + "end"
"""


@pytest.mark.parametrize(
    ("before", "after", "is_same"),
    [
        ("is lost", "was not found", True),
        ("Says it", "Tells it", True),
        ("What a line is", "A line", True),
        ("    return", "    # to its reader\n    return", True),
        ('"end"', '"stop"', False),
        ("name=name", "name=name.title()", False),
        ("def told", "def spoken_of", False),
    ],
)
def test_how_a_sentence_is_worded_does_not_count(package: Path, before: str, after: str, is_same: bool) -> None:
    (package / "lines.py").write_text(CODE)
    first = digest()
    assert before in CODE
    (package / "lines.py").write_text(CODE.replace(before, after))
    assert (digest() == first) is is_same


def test_another_version_of_a_library_that_is_imported_counts(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (package / "lines.py").write_text("import docx\nfrom py3langid.langid import classify\n")
    versions = {"python-docx": "1", "py3langid": "1", "numpy": "1"}
    monkeypatch.setattr("indexer.code_digest.metadata.version", lambda name: versions[name])
    first = digest()
    for library in versions:
        with monkeypatch.context() as upgraded:
            upgraded.setitem(versions, library, "2")
            assert (digest() == first) is (library == "numpy")


def modules_imported(start: str) -> set[str]:
    """Our own modules that a module imports, directly or by others."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        spec = find_spec(module)
        if module in found or spec is None or spec.origin is None:
            continue
        found.add(module)
        for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"models", "indexer"}:
                names = (f"{node.module}.{name.name}" for name in node.names)
                waiting += [str(node.module), *filter(is_module, names)]
    return found


def is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # an attribute of a module
        return False


def test_the_digest_covers_all_that_is_imported() -> None:
    decides_nothing = (
        "indexer.code_digest",
        "indexer.progress",
        "models.encoders",
        "models.extras",  # the line that installs a library, in errors
        "models.files.memory",
        "models.messages.names_in_sentences",  # articles of States in what pages say
        "models.once",
    )
    missed = modules_imported("indexer.sources.document") - {"models", "indexer"}
    for known in (*READING, *decides_nothing):
        missed = {module for module in missed if module != known and not module.startswith(f"{known}.")}
    assert missed == set()


def test_reports_and_commands_are_in_no_digest_of_reading() -> None:
    assert not {"indexer", "indexer.cli", "indexer.runs", "indexer.classify", "indexer.write"} & set(READING)
