"""Options that several commands of the indexer take, and the bar that shows how far they are."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.messages.printable import one_line
from models.messages.spoken import said

if TYPE_CHECKING:
    from indexer.datamodel.told import Told
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
    help="Files read at once.  [default: one for each processor]",
)


def _told(_context: click.Context, _option: click.Parameter, value: str | None) -> "Told | None":
    """A review ("SOM-52") of a session that there is."""
    if value is None:
        return None
    from indexer.datamodel.told import told_in
    from models.reviews.sessions import is_planned

    told = told_in(value.upper())
    if told is None or told.is_draft is not None or not is_planned(told.session):
        raise click.BadParameter(
            said("“%(value)s”: give the State's code and the session, as in SOM-52.", value=one_line(value))
        )
    return told


REVIEW = click.option(
    "--review",
    "told",
    callback=_told,
    metavar="REVIEW",
    help="Review of the files that do not say it themselves, as in SOM-52: lists cut out of a report, letters "
    "and matrices of the State.",
)


def refuse_folders(told: "Told | None", paths: Iterable[Path]) -> None:
    """Make sure that --review is given for files alone: in a folder are documents of many reviews.

    Raises:
        click.UsageError: there is a folder among the paths.
    """
    if told and any(path.is_dir() for path in paths):
        raise click.UsageError(
            said(
                "--review is for files, not for a folder: write a table documents.csv into it "
                "(file, state, session, kind)."
            )
        )


AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")


@contextmanager
def progress_bar(what: str, steps: int) -> "Iterator[Advance]":
    """A bar with the time left on stderr; nothing where stderr is no terminal or there is nothing to do."""
    hidden = steps == 0 or not sys.stderr.isatty()
    with click.progressbar(length=steps, label=what, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update
