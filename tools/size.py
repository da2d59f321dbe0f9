"""How large the program is: lines and statements of Python by package and folder (`make size`).

Lines are those of files as they stand, docstrings and blank lines too; statements are counted in the syntax tree, so
that breaking or joining lines changes nothing. docs/development.md has the figures of the last release beside it.
"""

import ast
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

PACKAGES = ("models", "indexer", "search", "web")
BESIDE = ("benches", "samples", "tools", "tests")
TEXTS = {"docs": ("docs/*.md", "docs/guides/*.md", "*.md"), "templates": ("web/**/*.html", "web/**/*.jinja")}


def main() -> None:
    """Print a line for each folder of the packages, then for what stands beside them."""
    print(f"{'folder':24}{'lines':>8}{'statements':>12}")
    total = Counter[str]()
    for package in PACKAGES:
        files = _tracked(f"{package}/**/*.py", f"{package}/*.py")
        total += _print_row(package, files)
        for folder in sorted({file.parts[1] for file in files if len(file.parts) > 2}):
            _print_row(f"  {folder}", [file for file in files if file.parts[1] == folder])
    print(f"{'four packages':24}{total['lines']:>8,}{total['statements']:>12,}")
    for folder in BESIDE:
        _print_row(folder, _tracked(f"{folder}/**/*.py", f"{folder}/*.py"))
    print(f"\n{'texts':24}{'lines':>8}{'words':>12}")
    for name, patterns in TEXTS.items():
        texts = [file.read_text(encoding="utf-8") for file in _tracked(*patterns)]
        lines, words = (sum(map(len, map(cut, texts))) for cut in (str.splitlines, str.split))
        print(f"{name:24}{lines:>8,}{words:>12,}")


def _print_row(name: str, files: list[Path]) -> Counter[str]:
    size = size_of(files)
    print(f"{name:24}{size['lines']:>8,}{size['statements']:>12,}")
    return size


def size_of(files: Iterable[Path]) -> Counter[str]:
    """The "lines" and "statements" of some files of Python together."""
    size = Counter[str]()
    for file in files:
        text = file.read_text(encoding="utf-8")
        size["lines"] += len(text.splitlines())
        size["statements"] += sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(text)))
    return size


def _tracked(*patterns: str) -> list[Path]:
    """The files of these patterns that git tracks."""
    listed = subprocess.run(  # noqa: S603 - patterns of this file
        ["git", "ls-files", "--", *(f":(glob){pattern}" for pattern in patterns)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    return [Path(name) for name in listed.stdout.splitlines()]


if __name__ == "__main__":
    main()
