"""Writes docs/commands.md, the reference of all commands, from the commands themselves; `make commands` runs it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from search import FILTER_FIELDS
from web.command_line import main

PAGE = Path("docs/commands.md")
SHARED_BY = 3
"""How many commands have an option in the same words before it is told once for all."""
FILTERS = {f"--{field.option or field.name.replace('_', '-')}" for field in FILTER_FIELDS.values()}
BEGINNING = (
    "# The commands\n\n"
    "Made by `make commands` out of the commands themselves; `upr COMMAND --help` says more of each. What each is for "
    "stands in the [README](../README.md#the-commands).\n\n"
    "Every command prints what goes wrong in one sentence with the next step and ends with the status 1; a wrong "
    "option gives 2, Ctrl+C 130. Progress and remarks go to standard error, answers to standard output.\n\n"
    "A file for `--batch`, and what is given on standard input (`-`), is text in UTF-8, in UTF-16 as spreadsheets save "
    "“Unicode text”, or else in Windows-1252, which is then said. Empty lines are passed over, a text is read to its "
    "10,000th character. A line of another form is named before anything is answered, and the status is 2.\n"
)

Row = tuple[str, str]
"""An option as it is typed, and what it does."""


@dataclass(frozen=True, slots=True)
class Described:
    """A command, or one inside a group, with its options."""

    name: str
    arguments: Sequence[str]
    does: str
    options: Sequence[Row]


def reference() -> str:
    """The whole page."""
    context = click.Context(main, info_name="upr", **main.context_settings)
    commands = [
        command
        for name in main.list_commands(context)
        if (outer := main.get_command(context, name))
        for command in _with_inner(f"upr {name}", outer, context)
    ]
    shared = _shared_options(commands)
    filters = [row for row in shared if _name(row) in FILTERS]
    others = [row for row in shared if row not in filters]
    told = {row: ("above", f"`{_name(row)}`") for row in others} | dict.fromkeys(filters, ("above", "the filters"))
    parts = [BEGINNING, "## Options of several commands\n", *_list(others)]
    parts += ["Filters, each of which can be given several times:\n", *_list(filters)]
    for command in commands:
        parts += _of_command(command, told)
        told = {row: (f"of `{command.name}`", f"`{_name(row)}`") for row in command.options} | told
    return "\n".join(parts)


def _with_inner(name: str, command: click.Command, outer: click.Context) -> Iterator[Described]:
    """A command, and those inside it where it is a group, each as its help tells it."""
    context = click.Context(command, info_name=name, parent=outer)
    records = [each.get_help_record(context) for each in command.params if isinstance(each, click.Option)]
    does = " ".join((command.help or "").strip().split("\n\n")[0].split())
    yield Described(name, command.collect_usage_pieces(context)[1:], does, [record for record in records if record])
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from _with_inner(f"{name} {inner}", command.commands[inner], context)


def _shared_options(commands: Sequence[Described]) -> list[Row]:
    """Each option that several commands have in the same words; of two of one name, the more frequent."""
    counted = Counter(row for command in commands for row in command.options)
    rare_first = sorted(counted, key=counted.__getitem__)
    by_name = {_name(row): row for row in rare_first if counted[row] >= SHARED_BY}
    return [row for row in counted if by_name.get(_name(row)) == row]


def _name(row: Row) -> str:
    return row[0].split()[0]


def _of_command(command: Described, told: Mapping[Row, tuple[str, str]]) -> Iterator[str]:
    """What it is for and its options; of those that were told, where that was and their name."""
    yield f"## {' '.join([command.name, *command.arguments])}\n"
    yield f"{command.does}\n"
    yield from _list([row for row in command.options if row not in told])
    names: dict[str, list[str]] = {}
    for where, name in dict.fromkeys(told[row] for row in command.options if row in told):
        names.setdefault(where, []).append(name)
    if names:
        said = [f"{where}: {', '.join(of_these)}" for where, of_these in names.items()]
        yield f"As {'; as '.join(said)}.\n"


def _list(rows: Sequence[Row]) -> Iterator[str]:
    if rows:
        yield from (f"- `{typed}`: {' '.join(does.split())}" for typed, does in rows)
        yield ""


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
