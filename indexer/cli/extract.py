"""The command that prints what documents hold, without an index.

What is slow to import is imported by the command that needs it.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.options import A_PATH, AS_JSON, JOBS, REVIEW, STATES, progress_bar, refuse_folders
from models.messages.printable import json_line, one_line, printable
from models.messages.spoken import said, spoken

if TYPE_CHECKING:
    from indexer.datamodel.told import Told
    from indexer.runs.extract_files import ExtractedRecords
    from models.records.records import Commitment, Observation, Place, Recommendation, Response
    from models.records.reported import ReportedParagraph


@click.command()
@click.argument("files", nargs=-1, required=True, type=A_PATH)
@AS_JSON
@click.option("--parts", is_flag=True, help="Also print the single answers, before they are merged.")
@click.option("--classify", "classified", is_flag=True, help="Also say what each is about and what action it asks for.")
@REVIEW
@STATES
@JOBS
@click.pass_context
def extract(
    context: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    parts: bool,
    classified: bool,
    told: "Told | None",
    states_csv: Path | None,
    jobs: int,
) -> None:
    """Print what documents hold, without an index.

    Files of one review are merged. What does not fit and files that cannot be read are named on stderr; for the
    latter the exit code is 1.
    """
    from indexer.runs.extract_files import extract_files

    refuse_folders(told, files)
    extracted = extract_files(files, states_csv, jobs, progress_bar, told)
    if classified:
        extracted = _classified(extracted)
    for sentence in (*(file.reason for file in (*extracted.failed, *extracted.left_out)), *extracted.warnings):
        click.echo(one_line(spoken(sentence)), err=True)
    if as_json:
        for line in _lines(extracted, classified=classified, parts=parts):
            click.echo(json_line(line))
    else:
        for text in (*map(_as_text, extracted.recommendations), *map(_as_text, extracted.commitments)):
            click.echo(text)
        for observation in extracted.observations:
            click.echo(_observation_as_text(observation))
        for paragraph in extracted.reported:
            click.echo(_reported_as_text(paragraph))
        for response in extracted.responses if parts else ():
            click.echo(_answer_as_text(response))
    if not any(getattr(extracted, field.name) for field in fields(extracted)):
        click.echo(said("Nothing was found."), err=True)
    context.exit(1 if extracted.failed else 0)


def _classified(extracted: "ExtractedRecords") -> "ExtractedRecords":
    from indexer.classify.texts import classify_records

    return replace(
        extracted,
        recommendations=tuple(classify_records(extracted.recommendations, progress_bar)),
        commitments=tuple(classify_records(extracted.commitments, progress_bar)),
    )


def _lines(extracted: "ExtractedRecords", *, classified: bool, parts: bool) -> "Iterator[dict[str, Any]]":
    from models.records import as_json as lines

    def line(record: "Recommendation | Commitment") -> "dict[str, Any]":
        """The record, with its classes where they are asked for, and its wordings where there are several languages."""
        left_out = (*(() if classified else lines.CLASSES), *(() if record.wordings else lines.WORDINGS))
        return {name: value for name, value in lines.record_as_json(record).items() if name not in left_out}

    yield from map(line, extracted.recommendations)
    yield from map(line, extracted.commitments)
    yield from map(lines.observation_as_json, extracted.observations)
    yield from ({"kind": "report", **lines.ReportedLine.as_json(paragraph)} for paragraph in extracted.reported)
    for response in extracted.responses if parts else ():
        yield {"kind": "response", **lines.Response.as_json(response)}


def _as_text(record: "Recommendation | Commitment") -> str:
    position = said(getattr(record, "position", "commitment"))
    sponsors = ", ".join(sponsor.state for sponsor in getattr(record, "sponsors", ()))
    page = _page(record.place)
    return _entry_as_text([record.id, position, sponsors, record.place.symbol, page], record.text)


def _page(place: "Place") -> str:
    return said("page %(number)s", number=str(place.page)) if place.page else ""


def _observation_as_text(record: "Observation") -> str:
    page = _page(record.place)
    facts = [record.id, record.committee, record.entity or "", said(record.kind.value), record.place.symbol, page]
    return _entry_as_text([*facts, record.heading], record.text)


def _reported_as_text(record: "ReportedParagraph") -> str:
    named = dict.fromkeys(reference.printed for reference in record.references)
    return _entry_as_text([record.id, _page(record.place), *record.headings[-1:], *named], record.text)


def _answer_as_text(response: "Response") -> str:
    place = response.place
    paragraph = said("paragraph %(number)s", number=place.paragraph) if place.paragraph else ""
    position = said(response.position.value) if response.position else said("no position")
    answers = said("answers %(number)s", number=response.answers)
    return _entry_as_text([place.symbol, paragraph, answers, position], response.comment or "")


def _entry_as_text(facts: list[str], text: str) -> str:
    head = click.style(one_line("  ".join(filter(None, facts))), bold=True)
    words = printable(click.wrap_text(text, initial_indent="  ", subsequent_indent="  "))
    return f"{head}\n{words}\n"
