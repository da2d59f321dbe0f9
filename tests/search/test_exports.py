"""What search exports: all types and sentences that `web` uses, and the index itself only when it is asked for."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import search
from search.search_index import open_index

ROOT = Path(__file__).parents[2]
TEMPLATES = (ROOT / "web").glob("*/templates/*.*")


def names_used(file: Path) -> Iterator[tuple[str, str]]:
    """Module and name of all that a file imports by name, or takes from `search` ("search.Answer")."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", name.name) for name in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


def test_what_is_exported_is_what_web_uses() -> None:
    exported = {name for module, name in names_used(ROOT / "search/__init__.py") if module.startswith("search.")}
    by_web = chain.from_iterable(map(names_used, (ROOT / "web").rglob("*.py")))
    shown = (re.sub(r"{#.*?#}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL) for file in TEMPLATES)
    by_templates = {name for text in shown for name in re.findall(r"\bsearch\.(\w+)", text)}
    assert exported == {name for module, name in by_web if module == "search"} | by_templates


def test_what_is_slow_to_import_is_there_when_it_is_asked_for() -> None:
    assert search.open_index is open_index


def test_a_name_that_is_not_exported() -> None:
    with pytest.raises(AttributeError, match="no attribute 'match_issue'"):
        search.match_issue  # noqa: B018


def test_types_and_words_need_no_arrays_and_commands_the_types_of_answers_only_where_they_print_json() -> None:
    code = (
        "import sys, search\n"
        "print({'numpy', 'pydantic', 'search.search_index'} & set(sys.modules))\n"
        "from search.cli import commands, drafts, lobbying, observations, progress, threads\n"
        "from search import search_index\n"
        "print({'pydantic', 'search.answer.as_json'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\nset()\n"
