"""The commands of the indexer: extract, index, info, check, classify.

What is slow to import is imported by the command that needs it.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from indexer.extract_files import ExtractedRecords
    from indexer.progress import Advance
    from models.records import Commitment, Observation, Recommendation, Response

A_PATH = click.Path(path_type=Path)
STATES = click.option(
    "--states",
    "states_csv",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV with the invented States of a sample.",
)
JOBS = click.option(
    "--jobs", type=click.IntRange(1, 256), default=os.cpu_count() or 1, show_default=True, help="Files read at once."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")


@click.command()
@click.argument("files", nargs=-1, required=True, type=A_PATH)
@AS_JSON
@click.option("--parts", is_flag=True, help="Also print the single answers, before they are joined.")
@click.option("--classify", "classified", is_flag=True, help="Also say what each is about and what action it asks for.")
@STATES
@JOBS
@click.pass_context
def extract(
    context: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    parts: bool,
    classified: bool,
    states_csv: Path | None,
    jobs: int,
) -> None:
    """Print what documents hold, without an index.

    Files of one review are joined. What does not fit and files that cannot be read are named on stderr; for the
    latter the exit code is 1.
    """
    from indexer.extract_files import extract_files

    extracted = extract_files(files, states_csv, jobs, progress_bar)
    if classified:
        extracted = _classified(extracted)
    for sentence in (*(file.reason for file in (*extracted.failed, *extracted.left_out)), *extracted.remarks):
        click.echo(sentence, err=True)
    if as_json:
        for line in _lines(extracted, classified=classified, parts=parts):
            click.echo(json.dumps(line, ensure_ascii=False))
    else:
        for text in (*map(_as_text, extracted.recommendations), *map(_as_text, extracted.commitments)):
            click.echo(text)
        for observation in extracted.observations:
            click.echo(_observation_as_text(observation))
        for response in extracted.responses if parts else ():
            click.echo(_answer_as_text(response))
    context.exit(1 if extracted.failed else 0)


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
    from indexer.build_index import build_index
    from indexer.gather_documents import Sources
    from indexer.index_report import report_as_text

    report = build_index(Sources(paths, states_csv, jobs), folder, encoder, fresh=fresh, progress=progress_bar)
    click.echo(report_as_text(report))
    if not report.holds["entries"]:
        click.echo("Nothing to index was found in any of the files, so no index was written.", err=True)
        context.exit(1)


@click.command()
@click.argument("folder", type=A_PATH)
@AS_JSON
def info(folder: Path, as_json: bool) -> None:
    """Show what an index holds."""
    from indexer.describe_index import describe_index, description_as_text

    description = describe_index(folder)
    click.echo(json.dumps(description, ensure_ascii=False) if as_json else description_as_text(description))


@click.command()
@click.argument("folder", type=A_PATH)
@click.pass_context
def check(context: click.Context, folder: Path) -> None:
    """Check an index: every file, and that the records, the words and the vectors belong together."""
    from indexer.check_index import problems_of
    from models.index_folder import current_snapshot

    problems = list(problems_of(current_snapshot(folder)))
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        context.exit(1)
    click.echo("The index is sound.")


@contextmanager
def progress_bar(what: str, steps: int) -> "Iterator[Advance]":
    """A bar with the time left on stderr; nothing where stderr is no terminal or there is nothing to do."""
    hidden = steps == 0 or not sys.stderr.isatty()
    with click.progressbar(length=steps, label=what, file=sys.stderr, hidden=hidden) as bar:
        yield bar.update


def _classified(extracted: "ExtractedRecords") -> "ExtractedRecords":
    from indexer.classify_texts import classify_records

    return replace(
        extracted,
        recommendations=tuple(classify_records(extracted.recommendations, progress_bar)),
        commitments=tuple(classify_records(extracted.commitments, progress_bar)),
    )


def _lines(extracted: "ExtractedRecords", *, classified: bool, parts: bool) -> "Iterator[dict[str, Any]]":
    from models import records_as_json as lines

    for recommendation in extracted.recommendations:
        classes = lines.classes_as_json(recommendation) if classified else {}
        yield lines.recommendation_as_json(recommendation) | classes
    for commitment in extracted.commitments:
        yield lines.commitment_as_json(commitment) | (lines.classes_as_json(commitment) if classified else {})
    yield from map(lines.observation_as_json, extracted.observations)
    yield from map(lines.response_as_json, extracted.responses if parts else ())


def _as_text(record: "Recommendation | Commitment") -> str:
    position = getattr(record, "position", "commitment")
    sponsors = ", ".join(sponsor.state for sponsor in getattr(record, "sponsors", ()))
    page = f"page {record.place.page}" if record.place.page else ""
    return _entry_as_text([record.id, position, sponsors, record.place.symbol, page], record.text)


def _observation_as_text(record: "Observation") -> str:
    page = f"page {record.place.page}" if record.place.page else ""
    facts = [record.id, record.committee, record.entity or "", record.kind.value, record.place.symbol, page]
    return _entry_as_text([*facts, record.heading], record.text)


def _answer_as_text(response: "Response") -> str:
    place = response.place
    paragraph = f"paragraph {place.paragraph}" if place.paragraph else ""
    position = response.position.value if response.position else "no position"
    return _entry_as_text([place.symbol, paragraph, f"answers {response.answers}", position], response.comment or "")


def _entry_as_text(facts: list[str], text: str) -> str:
    head = click.style("  ".join(filter(None, facts)), bold=True)
    return f"{head}\n{click.wrap_text(text, initial_indent='  ', subsequent_indent='  ')}\n"
