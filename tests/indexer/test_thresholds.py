"""Numbers that decide what is extracted and merged stand in one file each, where it says on what they were chosen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import REPOSITORY

SMALL = {-1, 0, 1, 2, 3}
"""Counts and places, which a reader of the code sees through."""
FILES = [
    file
    for package in ("extract", "merge")
    for file in sorted((REPOSITORY / "indexer" / package).rglob("*.py"))
    if file.name != "thresholds.py"
]


def bounds(tree: ast.Module) -> Iterator[tuple[int, float]]:
    """The numbers that are compared or reckoned with, or kept as constants of a module."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.BinOp):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Slice):
            parts = [part for part in (node.lower, node.upper) if part]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node in tree.body and node.value:
            parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            parts = [argument for part in parts for argument in _arguments(part)]
        for part in parts:
            if isinstance(part, ast.Constant) and type(part.value) in (int, float) and part.value not in SMALL:
                yield part.lineno, part.value


def _arguments(part: ast.expr) -> list[ast.expr]:
    return [part, *part.args, *(keyword.value for keyword in part.keywords)] if isinstance(part, ast.Call) else [part]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_numbers_stand_with_what_they_were_chosen_on(file: Path) -> None:
    assert list(bounds(ast.parse(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    ["LONGEST = 25", "A, B = 1.5, 0.25", "def f(x):\n    return x.left < 40", "AFTER = timedelta(days=90)"],
)
def test_a_number_elsewhere_is_seen(code: str) -> None:
    assert list(bounds(ast.parse(code)))
