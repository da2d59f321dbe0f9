"""The command `upr` itself: every command of every package, and a quick answer."""

import re
import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from models.errors import UprError
from tests.paths import REPOSITORY
from web.command_line import MODULE_OF_COMMAND, main


@pytest.mark.parametrize("module", sorted(set(MODULE_OF_COMMAND.values())))
def test_all_commands_of_a_module_are_collected(module: str) -> None:
    commands = [each for each in vars(import_module(module)).values() if isinstance(each, click.Command)]
    within_groups = [inner for each in commands if isinstance(each, click.Group) for inner in each.commands.values()]
    names = {command.name for command in commands if command not in within_groups}
    assert names == {name for name, its_module in MODULE_OF_COMMAND.items() if its_module == module}


def test_all_modules_of_commands_are_known() -> None:
    files = [*REPOSITORY.glob("*/cli/[!_]*.py"), *REPOSITORY.glob("web/**/commands.py")]
    with_commands = (path for path in files if re.search(r"@click\.(command|group)", path.read_text(encoding="utf-8")))
    found = {".".join(path.relative_to(REPOSITORY).with_suffix("").parts) for path in with_commands}
    assert found == set(MODULE_OF_COMMAND.values())


@pytest.mark.parametrize("name", MODULE_OF_COMMAND)
def test_each_command_has_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {name}")


@pytest.mark.parametrize("name", ["match", "find", "lobby", "observations"])
def test_help_shows_standard_input_first_and_says_what_shells_keep(name: str) -> None:
    shown = " ".join(CliRunner().invoke(main, [name, "--help"]).output.split())
    assert shown.startswith(f"Usage: main {name} [OPTIONS] - | ")
    assert "Words in the command itself stay in the history of your shell" in shown


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from web.command_line import MODULE_OF_COMMAND, main\n"
        "for command in ([], *([name] for name in MODULE_OF_COMMAND)):\n"
        "    main([*command, '--help'], standalone_mode=False)\n"
        "heavy = {'numpy', 'scipy', 'torch', 'sentence_transformers', 'whoosh', 'pdfminer', 'flask'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_foreseeable_failure_is_a_sentence_without_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise UprError("The sky is down: try again tomorrow.")

    monkeypatch.setattr("models.index_folder.folder.current_snapshot", fail)
    result = CliRunner().invoke(main, ["check", "x"])
    assert (result.exit_code, result.stderr) == (1, "Error: The sky is down: try again tomorrow.\n")


def test_unknown_command() -> None:
    assert CliRunner().invoke(main, ["fly"]).exit_code == 2
