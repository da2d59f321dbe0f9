"""Options that several commands of the indexer take, and the bar that shows how far they are."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from indexer.progress import Advance

A_PATH = click.Path(path_type=Path)
STATES = click.option(
    "--states",
    "states_csv",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV with the invented States of a sample.",
)
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=os.cpu_count() or 1,
    show_default="one for each processor",
    help="Files read at once.",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")


@contextmanager
def progress_bar(what: str, steps: int) -> "Iterator[Advance]":
    """A bar with the time left on stderr; nothing where stderr is no terminal or there is nothing to do."""
    hidden = steps == 0 or not sys.stderr.isatty()
    with click.progressbar(length=steps, label=what, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update
