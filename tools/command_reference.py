"""Writes docs/commands.md, the reference of all commands, from the commands themselves; `make commands` runs it."""

from collections.abc import Iterator
from pathlib import Path

import click

from web.command_line import main

PAGE = Path("docs/commands.md")
BEGINNING = (
    "# The commands\n\n"
    "Made by `make commands` out of the commands themselves; `upr COMMAND --help` says the same. What each is for "
    "stands in the [README](../README.md#the-commands).\n\n"
    "Every command prints what goes wrong in one sentence with the next step and ends with the status 1; a wrong "
    "option gives 2, Ctrl+C 130. Each has `--help`. Progress and remarks "
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
    commands = [(name, main.get_command(context, name)) for name in main.list_commands(context)]
    parts = [part for name, command in commands if command for part in _of_command(f"upr {name}", command, context)]
    return "\n".join([BEGINNING, *parts])


def _of_command(name: str, command: click.Command, outer: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=outer)
    yield f"## {name}\n"
    yield f"    {' '.join([name, *command.collect_usage_pieces(context)])}\n"
    yield _as_page(command.help or "")
    options = [each.get_help_record(context) for each in command.params if isinstance(each, click.Option)]
    yield from ("| option | what it does |", "|---|---|") if options else ()
    yield from (f"| `{_cell(shown[0])}` | {_cell(shown[1])} |" for shown in options if shown)
    yield ""
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from _of_command(f"{name} {inner}", command.commands[inner], context)


def _as_page(words: str) -> str:
    """Help as Markdown: each paragraph in one line; what click keeps as it is (marked \\b) as a block."""
    paragraphs = []
    for paragraph in words.replace("\f", "").strip().split("\n\n"):
        lines = paragraph.splitlines()
        if lines[0].strip() == "\b":
            paragraphs.append("\n".join(f"    {line}" for line in lines[1:]))
        else:
            paragraphs.append(" ".join(line.strip() for line in lines))
    return "\n\n".join(paragraphs) + "\n"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
