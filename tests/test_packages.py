"""The packages are those that docs/development.md draws, each says what it is for, and tests mirror them."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.paths import REPOSITORY

TOP = ("models", "indexer", "search", "web")
PACKAGES = sorted(
    str(file.parent.relative_to(REPOSITORY)) for top in TOP for file in (REPOSITORY / top).rglob("__init__.py")
)
SUB_PACKAGES = [package for package in PACKAGES if "/" in package]
DRAWN = re.compile(r"^    ( *)([a-z_]+)/(?: .*)?$")


def drawn_packages() -> Iterator[str]:
    """Top package and name of each folder in the drawing; how deep it is drawn says what it serves, not where it is."""
    top = ""
    for line in (REPOSITORY / "docs" / "development.md").read_text(encoding="utf-8").splitlines():
        if found := DRAWN.match(line):
            top = found[2] if not found[1] else top
            yield f"{top}/{found[2]}" if found[1] else top


def test_the_drawing_shows_every_package_once() -> None:
    assert sorted(drawn_packages()) == sorted(
        package if package in TOP else f"{package.split('/')[0]}/{package.split('/')[-1]}" for package in PACKAGES
    )


@pytest.mark.parametrize("package", SUB_PACKAGES)
def test_each_package_says_what_comes_in_what_goes_out_and_what_it_imports(package: str) -> None:
    text = ast.get_docstring(ast.parse((REPOSITORY / package / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert re.fullmatch(r"[^\n]+\.\n\nIn: [^\n]+ Out: [^\n]+\.\nMay import: [^\n]+\.", text)


def test_no_package_is_a_drawer_for_one_or_two_files() -> None:
    few = {package for package in SUB_PACKAGES if len([*(REPOSITORY / package).rglob("[!_]*.py")]) < 3}
    assert few == set()


def test_tests_mirror_the_packages() -> None:
    folders = {file.parent.relative_to(REPOSITORY / "tests") for file in (REPOSITORY / "tests").rglob("__init__.py")}
    of_all_packages = {".", "web/browser"}  # a browser walks through the whole site
    assert sorted(str(folder) for folder in folders if str(folder) not in {*of_all_packages, *PACKAGES}) == []
