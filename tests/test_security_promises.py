"""Each promise of docs/security.md names the test that holds it."""

import ast
import re
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

PAGE = REPOSITORY / "docs" / "security.md"
_PATH = re.compile(r"`(tests/[\w/.]+?)(?:::(\w+))?`")


def promises() -> list[tuple[str, str]]:
    """The rows of the tables "what is done", "held by"."""
    rows = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    return [(promise, holds) for promise, *_, holds in rows if not promise.startswith(("what is done", "---"))]


@pytest.mark.parametrize(("promise", "holds"), promises(), ids=lambda words: words[:60])
def test_a_promise_names_tests_that_are_there(promise: str, holds: str) -> None:
    named = _PATH.findall(holds)
    assert named, f"nothing holds: {promise}"
    for file, test in named:
        path = REPOSITORY / file
        assert path.exists(), file
        assert not test or test in _names_in(path), f"{file}::{test}"


def _names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_table_of_the_page_is_one_of_promises() -> None:
    headings = re.findall(r"^\| (.+?) \| (.+?) \|\n\|---", PAGE.read_text(encoding="utf-8"), re.M)
    assert headings
    assert set(headings) == {("what is done", "held by")}
    assert len(promises()) > 40
