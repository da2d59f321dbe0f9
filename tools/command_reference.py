"""Writes docs/commands.md, the reference of all commands, from the commands themselves; `make commands` runs it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from web.command_line import main

PAGE = Path("docs/commands.md")
SHARED_BY = 2
"""How many commands have an option in the same words before it is told once for all."""
BEGINNING = (
    "# The commands\n\n"
    "Made by `make commands` out of the commands themselves; `upr COMMAND --help` says more of each. What each is for "
    "stands in the [README](../README.md#the-commands).\n\n"
    "Every command prints what goes wrong in one sentence with the next step and ends with the status 1; a wrong "
    "option gives 2, Ctrl+C 130. Progress and remarks "
    "go to standard error, answers to standard output.\n\n"
    "A file for `--batch`, and what is given on standard input (`-`), is text in UTF-8 (with or without its mark), "
    "in UTF-16 as spreadsheets save “Unicode text”, "
    "or else in Windows-1252, which is then said. Lines end as on any system; empty ones are passed over, a text is "
    "read to its 10,000th character. A line of another form is named before anything is answered, and the status is "
    "2.\n"
)


def reference() -> str:
    """The whole page."""
    context = click.Context(main, info_name="upr", **main.context_settings)
    commands = [
        each
        for name in main.list_commands(context)
        if (command := main.get_command(context, name))
        for each in _with_inner(f"upr {name}", command, context)
    ]
    shared = _shared_options(commands)
    table = ["## Options of several commands\n", *_table(list(shared.values()))]
    return "\n".join([BEGINNING, *table, *(part for command in commands for part in _of_command(*command, shared))])


def _with_inner(
    name: str, command: click.Command, outer: click.Context
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """A command, and those inside it where it is a group, each with the context of its help."""
    context = click.Context(command, info_name=name, parent=outer)
    yield name, command, context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from _with_inner(f"{name} {inner}", command.commands[inner], context)


def _shared_options(commands: list[tuple[str, click.Command, click.Context]]) -> dict[str, tuple[str, str]]:
    """By its name, each option that several commands have in the same words; of two such, the more frequent."""
    counted = Counter(row for _, command, context in commands for row in _options(command, context))
    rare_first = sorted(counted, key=counted.__getitem__)
    by_name = {_name(row): row for row in rare_first if counted[row] >= SHARED_BY}
    return {_name(row): row for row in counted if by_name.get(_name(row)) == row}


def _name(row: tuple[str, str]) -> str:
    return row[0].split()[0]


def _options(command: click.Command, context: click.Context) -> list[tuple[str, str]]:
    """Each option as it is typed, and what it does."""
    records = [each.get_help_record(context) for each in command.params if isinstance(each, click.Option)]
    return [record for record in records if record]


def _of_command(
    name: str, command: click.Command, context: click.Context, shared: dict[str, tuple[str, str]]
) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"    {' '.join([name, *command.collect_usage_pieces(context)])}\n"
    yield _first_paragraph(command.help or "")
    options = _options(command, context)
    yield from _table([row for row in options if row not in shared.values()])
    as_above = [_name(row) for row in options if row in shared.values()]
    if as_above:
        yield f"As above: {', '.join(f'`{option}`' for option in as_above)}.\n"


def _table(rows: list[tuple[str, str]]) -> Iterator[str]:
    if rows:
        yield "| option | what it does |\n|---|---|"
        yield from (f"| `{_cell(typed)}` | {_cell(does)} |" for typed, does in rows)
        yield ""


def _first_paragraph(help_text: str) -> str:
    return " ".join(help_text.strip().split("\n\n")[0].split()) + "\n"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
