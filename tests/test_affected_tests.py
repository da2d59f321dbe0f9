"""Which tests a change can touch, over an invented program and its tests."""

from pathlib import Path

import pytest

from tools.affected_tests import affected_tests

FILES = {
    "harbour/__init__.py": "",
    "harbour/tides.py": "",
    "harbour/ferries.py": "from harbour.tides import *",
    "harbour/lights/__init__.py": "",
    "harbour/lights/colours.py": "",
    "harbour/lights/colours.csv": "",
    "harbour/commands.py": "IN = {'sail': 'harbour.sailing'}",
    "harbour/sailing.py": "",
    "harbour/flags/__init__.py": "",
    "harbour/flags/all_flags.py": "import pkgutil; FLAGS = list(pkgutil.iter_modules(['.']))",
    "harbour/flags/red.py": "",
    "trials/__init__.py": "",
    "trials/boats.py": "",
    "trials/paths.py": "REPOSITORY = OTHERS = None",
    "trials/test_ferries.py": "import harbour.ferries",
    "trials/test_colours.py": "import harbour.lights.colours, trials.boats",
    "trials/test_commands.py": '"""All but harbour.tides."""\nimport harbour.commands',
    "trials/test_started.py": "PROGRAM = ['-m', 'harbour.commands']\nPATCHED = 'harbour.ferries.sail'",
    "trials/test_flags.py": "from harbour.flags.all_flags import FLAGS",
    "trials/test_files.py": "from trials.paths import REPOSITORY\nCODE = REPOSITORY / 'harbour', 'trials', 'GUIDE'",
    "trials/test_pages.py": "from trials.paths import REPOSITORY\nPAGES = REPOSITORY.glob('*.md')",
    "trials/test_others.py": "from trials.paths import OTHERS",
    "trials/conftest.py": "import harbour",
    "trials/pages/__init__.py": "",
    "trials/pages/conftest.py": "import harbour.tides",
    "trials/pages/test_pages.py": "from harbour.lights import colours",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        pytest.param(
            "harbour/ferries.py", ["trials/test_ferries.py", "trials/test_started.py"], id="imported, and changed"
        ),
        pytest.param(
            "harbour/tides.py",
            ["trials/pages/test_pages.py", "trials/test_ferries.py", "trials/test_started.py"],
            id="by way of others and conftest",
        ),
        pytest.param(
            "harbour/lights/colours.csv",
            ["trials/pages/test_pages.py", "trials/test_colours.py"],
            id="a table of a package",
        ),
        pytest.param(
            "harbour/sailing.py",
            ["trials/test_commands.py", "trials/test_started.py"],
            id="a command that is loaded by its name, in a program that a test starts",
        ),
        pytest.param("harbour/flags/red.py", ["trials/test_flags.py"], id="one of a package that is looked through"),
        pytest.param("trials/boats.py", ["trials/test_colours.py"], id="what tests share"),
        pytest.param("trials/pages/test_pages.py", ["trials/pages/test_pages.py"], id="a test"),
        pytest.param("trials/pages/conftest.py", ["trials/pages/test_pages.py"], id="what the tests of a folder share"),
        pytest.param("README.md", ["trials/test_pages.py"], id="an ending"),
        pytest.param("LICENCE", ["trials/test_files.py", "trials/test_pages.py"], id="a file that nobody names"),
        pytest.param("GUIDE", ["trials/test_files.py"], id="a file that a test names"),
    ],
)
def test_a_change_touches_what_imports_it_and_tests_that_look_at_files(
    folder: Path, changed: str, touched: list[str]
) -> None:
    found = affected_tests([changed], folder, ("harbour", "trials"), "trials.paths")
    of_package = ["trials/test_files.py"] if changed.startswith(("harbour", "trials")) else []
    assert found == sorted([*touched, *of_package])


def test_without_a_change_nothing_is_run(folder: Path) -> None:
    assert affected_tests([], folder, ("harbour", "trials"), "trials.paths") == []
