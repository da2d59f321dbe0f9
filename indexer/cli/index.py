"""The commands that write an index and look at it: index, copy, info, check.

What is slow to import is imported by the command that needs it.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from indexer.cli.options import AS_JSON, JOBS, REVIEW, STATES, progress_bar, refuse_folders
from models.index_database.address import DatabaseAddress, IndexPlace, index_place
from models.messages.printable import json_line, one_line, printable
from models.messages.spoken import said, spoken

if TYPE_CHECKING:
    from indexer.datamodel.told import Told


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--to",
    "place",
    required=True,
    type=index_place,
    metavar="INDEX",
    help="Index folder, made if it is not there, or the address of a database (postgresql://…).",
)
@REVIEW
@STATES
@click.option(
    "--encoder",
    envvar="UPR_ENCODER",
    help="Language model, by name or path (docs/models.md). Default: the one that the index has; for a new index "
    "all-mpnet-base-v2 where it is installed (`make demo`), else all-MiniLM-L6-v2.",
)
@click.option(
    "--device",
    envvar="UPR_DEVICE",
    show_envvar=True,
    help="Where sentence-transformers embeds texts: cuda (cuda:1: the second card), mps (Apple's) or cpu. Default: the "
    "best that there is.",
)
@click.option(
    "--calibration",
    "calibration_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Numbers of a model, kept with the index (docs/models.md). Default: those that the index has, else those that "
    "come with the program.",
)
@JOBS
@click.option("--fresh", is_flag=True, help="Hold exactly the documents of PATHS; without it they are added.")
@click.option("--yes", is_flag=True, help="With --fresh: leave out documents of the index without asking you.")
@click.pass_context
def index(
    context: click.Context,
    paths: tuple[Path, ...],
    place: IndexPlace,
    told: "Told | None",
    states_csv: Path | None,
    encoder: str | None,
    device: str | None,
    calibration_file: Path | None,
    jobs: int,
    fresh: bool,
    yes: bool,
) -> None:
    """Build an index of documents, or add documents to it.

    PATHS are files and folders. Files that did not change are not read again; of several files with one symbol
    the fullest is used. A table documents.csv beside files (file, state, session, kind) says of which review those are
    that do not say it themselves. The old index serves until the new one is complete; after an interruption, run the
    same command again.
    """
    from indexer.database.index_into_database import index_into_database
    from indexer.gather.gather_documents import Sources
    from indexer.report.report import report_as_text
    from indexer.runs.build_index import build_index
    from models.encoders.calibration import read_calibration

    refuse_folders(told, paths)
    if fresh and not yes:
        _ask_before_leaving_out(place, paths)
    sources = Sources(paths, states_csv, jobs, told=told)
    given = read_calibration(calibration_file) if calibration_file else None
    if isinstance(place, DatabaseAddress):
        build = partial(index_into_database, sources, place)
    else:
        build = partial(build_index, sources, place)
    report = build(encoder, fresh=fresh, calibration=given, device=device, progress=progress_bar)
    click.echo(printable(report_as_text(report)))
    if not report.holds["entries"]:
        click.echo(said("Nothing to index was found in any of the files, so no index was written."), err=True)
        context.exit(1)


def _ask_before_leaving_out(place: IndexPlace, paths: tuple[Path, ...]) -> None:
    from indexer.runs.left_out import held_and_given

    held, given = held_and_given(place, paths)
    if held <= given:
        return
    loss = said(
        "%(place)s holds %(held)s documents, %(given)s are given: --fresh leaves the others out of it.",
        place=one_line(str(place)),
        held=held,
        given=given,
    )
    if not sys.stdin.isatty():
        nobody = said("Nobody can be asked here, so nothing was done: say --yes to go on.")
        raise click.UsageError(f"{loss} {nobody}")
    click.confirm(f"{loss} " + said("Go on?"), abort=True, err=True)


@click.command()
@click.argument("place", type=index_place, metavar="INDEX")
@AS_JSON
def info(place: IndexPlace, as_json: bool) -> None:
    """Show what an index holds."""
    from indexer.database.check_database import describe_database
    from indexer.describe.description import describe_index, description_as_text

    description = describe_database(place) if isinstance(place, DatabaseAddress) else describe_index(place)
    click.echo(json_line(description) if as_json else printable(description_as_text(description, place)))


@click.command()
@click.argument("source", type=index_place, metavar="INDEX")
@click.argument("target", type=index_place, metavar="TARGET")
def copy(source: IndexPlace, target: IndexPlace) -> None:
    """Copy an index folder into a database, or the index of a database into a new folder.

    INDEX and TARGET are a folder and the address of a PostgreSQL database; `postgresql://` alone takes the address, and
    its password, from UPR_DATABASE_URL. The database answers from what it held until the copy is complete.
    """
    from indexer.database.copy_to_database import copy_to_database
    from indexer.database.copy_to_folder import copy_to_folder

    if isinstance(source, Path) and isinstance(target, DatabaseAddress):
        copy_to_database(source, target, progress_bar)
    elif isinstance(source, DatabaseAddress) and isinstance(target, Path):
        copy_to_folder(source, target, progress_bar)
    else:
        raise click.UsageError(
            said("Give a folder and the address of a database (postgresql://…): to copy a folder, copy its files.")
        )
    click.echo(said("The index was copied to %(place)s.", place=one_line(str(target))))


@click.command()
@click.argument("place", type=index_place, metavar="INDEX")
@click.pass_context
def check(context: click.Context, place: IndexPlace) -> None:
    """Check an index: every file or table, and that all parts of it belong together."""
    from indexer.database.check_database import problems_of_database
    from indexer.write.check import beside_snapshots, problems_of
    from models.index_folder.folder import current_snapshot, named_in_current

    if isinstance(place, DatabaseAddress):
        problems = list(problems_of_database(place))
    else:
        problems = [*problems_of(current_snapshot(place)), *beside_snapshots(place)]
    for problem in problems:
        click.echo(one_line(spoken(problem)), err=True)
    if problems:
        context.exit(1)
    if not isinstance(place, DatabaseAddress) and not named_in_current(place)[1]:
        click.echo(
            said(
                "CURRENT does not name the digest of manifest.json, as in indexes of earlier versions: a changed list "
                "of digests would not be noticed. The next run of `upr index` that changes something writes it."
            )
        )
    click.echo(said("The index is sound."))
