"""The commands that write an index and look at it: index, info, check.

What is slow to import is imported by the command that needs it.
"""

from pathlib import Path

import click

from indexer.cli.options import A_PATH, AS_JSON, JOBS, STATES, progress_bar
from models.printable import json_line, one_line, printable


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--to", "folder", required=True, type=A_PATH, help="Index folder; made if it is not there.")
@STATES
@click.option(
    "--encoder",
    envvar="UPR_ENCODER",
    help="sentence-transformers model, by name or path. Default: the one that the index has, else all-MiniLM-L6-v2.",
)
@JOBS
@click.option("--fresh", is_flag=True, help="Hold exactly the documents of PATHS; without it they are added.")
@click.pass_context
def index(
    context: click.Context,
    paths: tuple[Path, ...],
    folder: Path,
    states_csv: Path | None,
    encoder: str | None,
    jobs: int,
    fresh: bool,
) -> None:
    """Build an index of documents, or add documents to it.

    PATHS are files and folders. Files that did not change are not read again; a newer issue of a document takes the
    place of the older one. The old index serves until the new one is complete; after an interruption, run the same
    command again.
    """
    from indexer.build.build_index import build_index
    from indexer.build.gather import Sources
    from indexer.build.report import report_as_text

    report = build_index(Sources(paths, states_csv, jobs), folder, encoder, fresh=fresh, progress=progress_bar)
    click.echo(printable(report_as_text(report)))
    if not report.holds["entries"]:
        click.echo("Nothing to index was found in any of the files, so no index was written.", err=True)
        context.exit(1)


@click.command()
@click.argument("folder", type=A_PATH)
@AS_JSON
def info(folder: Path, as_json: bool) -> None:
    """Show what an index holds."""
    from indexer.build.describe import describe_index, description_as_text

    description = describe_index(folder)
    click.echo(json_line(description) if as_json else printable(description_as_text(description)))


@click.command()
@click.argument("folder", type=A_PATH)
@click.pass_context
def check(context: click.Context, folder: Path) -> None:
    """Check an index: every file, and that all parts of it belong together."""
    from indexer.write.check import problems_of
    from models.index_folder.folder import current_snapshot

    problems = list(problems_of(current_snapshot(folder)))
    for problem in problems:
        click.echo(one_line(problem), err=True)
    if problems:
        context.exit(1)
    click.echo("The index is sound.")
