"""The command `plan`: follow-up plans in files, without a site."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from models.errors import UnusablePlan
from models.files.standard_input import standard_input
from models.index_database.address import IndexPlace
from models.messages.message import Message
from models.messages.printable import one_line, printable
from models.messages.spoken import said, spoken, system_words
from web.plans.merge_plans import Choice
from web.site.options import SERVED_INDEX, opened, print_text

if TYPE_CHECKING:
    from models.plans.plan import Plan
    from search import SearchIndex

DEFAULT_INDEX = Path("index")
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
PLAN_FILE = click.argument("file", type=EXISTING_FILE)
TO = click.option("--to", "target", type=NEW_FILE, required=True, help="File to write; it must not be there yet.")


@click.group()
def plan() -> None:
    """Make follow-up plans in files, show, merge and export them.

    A plan is a workbook (.xlsx), to be filled in with Excel or LibreOffice, or a JSON file. A site opens and gives
    back the same files.
    """


@plan.command()
@click.argument("ids", nargs=-1, metavar="- | ID...")
@click.option("--title", help="What the plan is called; your shell keeps it.  [default: Follow-up plan]")
@click.option("--state", help="Your State, by code or name: news on it is found.")
@SERVED_INDEX
@TO
def make(ids: tuple[str, ...], title: str | None, state: str | None, place: IndexPlace | None, target: Path) -> None:
    """Make a plan of records: recommendations, commitments, observations, reported paragraphs.

    - takes ids from standard input, one a line, or the JSON lines of other commands: upr match - --json | upr plan make
    - --to plan.xlsx
    """
    from web.plans.new_items import plan_of

    wanted = list(dict.fromkeys(_ids_of_lines(io.StringIO(standard_input())) if ids == ("-",) else ids))
    index = opened(place)
    code = index.state(state).code if state else ""
    made = plan_of(spoken(Message("Follow-up plan")) if title is None else title, code, wanted, index)
    _say_missing(wanted, made, index)
    if not made.items:
        raise UnusablePlan(Message("The index has none of these records: give ids as pages and commands show them."))
    _write(target, made, index)


@plan.command()
@PLAN_FILE
@click.option("--json", "as_json", is_flag=True, help="Print the plan as one JSON object.")
@SERVED_INDEX
def show(file: Path, as_json: bool, place: IndexPlace | None) -> None:
    """Print a plan; what it quotes and cites is the index's."""
    from web.plans.as_text import plan_as_text
    from web.plans.exported import exported_json
    from web.words.sources_of_plan import SourcesOfPlan

    found, index = _read(file), _index_if_any(place)
    if as_json:
        click.echo(exported_json(found, SourcesOfPlan(index, found.items)))
    else:
        print_text(partial(plan_as_text, found, index))


@plan.command()
@click.argument("first", type=EXISTING_FILE)
@click.argument("second", type=EXISTING_FILE)
@click.option(
    "--base",
    type=EXISTING_FILE,
    help="The plan that both were made of.  [default: what the second workbook keeps of it, else the first]",
)
@click.option(
    "--clashes",
    type=click.Choice(["first", "second", "both"]),
    default="both",
    show_default=True,
    help="Whose text counts where both changed it.",
)
@SERVED_INDEX
@TO
def merge(first: Path, second: Path, base: Path | None, clashes: str, place: IndexPlace | None, target: Path) -> None:
    """Make one plan of two copies that people worked on apart.

    What is taken from the second, and what both changed, is printed.
    """
    from models.plans.as_json import checked_plan
    from web.plans.as_text import merge_as_text
    from web.plans.merge_plans import merge_plans, settle
    from web.plans.read_file import read_plan

    mine = _read(first)
    filled_in = read_plan(_content(second), mine)
    _say_warnings(filled_in.warnings)
    merged = merge_plans(_read(base) if base else filled_in.base or mine, mine, filled_in.plan)
    choice = {"first": Choice.MINE, "second": Choice.THEIRS, "both": Choice.BOTH}[clashes]
    settled = settle(merged, {(clash.item, clash.column): choice for clash in merged.clashes}, spoken)
    index = _index_if_any(place)
    print_text(partial(merge_as_text, merged, index))
    _write(target, checked_plan(settled), index)


@plan.command()
@PLAN_FILE
@click.option("--paper", metavar="NAME", help="Make this paper of it; `--papers` lists them.")
@click.option("--papers", "list_papers", is_flag=True, help="List the papers with their options, and end.")
@click.option("--option", "options", multiple=True, metavar="KEY=VALUE", help="An option of the paper.")
@click.option("--for-you", "hints", is_flag=True, help="Write what to know before you hand the paper on (.docx).")
@SERVED_INDEX
@click.option("--to", "target", type=NEW_FILE, help="File to write.")
def export(
    file: Path,
    paper: str | None,
    list_papers: bool,
    options: tuple[str, ...],
    hints: bool,
    place: IndexPlace | None,
    target: Path | None,
) -> None:
    """Write a plan as a workbook or JSON, or make a paper of it, by the ending of the file name."""
    from web.papers.kinds import paper_kind
    from web.papers.papers import ZIP, make_paper, write_paper, write_papers_of_states
    from web.papers.write_document import write_sheet

    if list_papers:
        click.echo(_papers())
        return
    if target is None:
        raise click.UsageError(said("Say with --to which file to write."))
    found = _read(file)
    if paper is None:
        if options or hints:
            name = "--option" if options else "--for-you"
            raise click.UsageError(said("%(option)s belongs to a --paper.", option=name))
        _write(target, found, _index_if_any(place))
        return
    index, extension = opened(place), target.suffix.removeprefix(".")
    if hints and extension != "docx":
        raise click.UsageError(said("--for-you is written as a Word document: let the name in --to end in .docx."))
    kind, pairs = paper_kind(paper), [option.partition("=") for option in options]
    chosen = {key: value for key, _, value in pairs}
    if hints:
        _write_bytes(target, write_sheet(make_paper(paper, found, index, chosen)))
    elif extension == ZIP and ZIP in kind.extensions:
        _write_bytes(target, write_papers_of_states(paper, found, index, chosen))
    else:
        made = make_paper(paper, found, index, chosen)
        _write_bytes(target, write_paper(made, extension, kind, found.letterhead))
        if made.blanks:
            click.echo(said("A draft: --for-you lists what is still to be filled in."), err=True)


@plan.command()
@PLAN_FILE
@SERVED_INDEX
@click.option(
    "--to",
    "target",
    type=NEW_FILE,
    help="Write the plan brought up to date: what is printed then counts as known.",
)
def news(file: Path, place: IndexPlace | None, target: Path | None) -> None:
    """Print what an index says of a plan that it did not say before: new answers, reviews and reports."""
    from web.plans.as_text import news_as_text
    from web.plans.new_items import superseded_for
    from web.plans.news import brought_up_to_date, news_of

    found, index = _read(file), opened(place)
    superseded = superseded_for(found, index, date.today())
    if superseded:
        click.echo(printable(spoken(superseded)))
    print_text(partial(news_as_text, news_of(found, index), index))
    if target is not None:
        _write(target, brought_up_to_date(found, index), index)


def _ids_of_lines(lines: Iterator[str]) -> Iterator[str]:
    """Ids on lines of their own, or in JSON lines."""
    for line in map(str.strip, lines):
        if line.startswith("{"):
            with suppress(ValueError):
                yield str(json.loads(line).get("id", ""))
        elif line:
            yield line


def _say_missing(wanted: list[str], made: "Plan", index: "SearchIndex") -> None:
    """Name on standard error what the index does not have."""
    held = {item.id for item in made.items}
    missing = [entry.asked_for for entry in index.chosen(wanted) if entry.id not in held]
    for record_id in missing:
        click.echo(said("Not in this index: %(id)s", id=one_line(record_id[:80])), err=True)


def _read(file: Path) -> "Plan":
    """The plan of a file; what could not be taken is said on standard error."""
    from models.plans.plan import Plan
    from web.plans.read_file import read_plan

    filled_in = read_plan(_content(file), Plan(title=""))
    _say_warnings(filled_in.warnings)
    return filled_in.plan


@plan.command("backup")
@click.argument("file", type=NEW_FILE)
@click.option(
    "--plans",
    "kept",
    envvar="UPR_PLANS",
    show_envvar=True,
    help="File in which a site keeps plans.  [default: that of this user]",
)
def back_up(file: Path, kept: str | None) -> None:
    """Copy the plans that a site keeps into a new file, which its owner alone can read; the site may go on meanwhile.

    What is copied is ciphertext: each plan is opened by its address alone. To restore it, end the site, and put the
    file in the place of the one that was lost.
    """
    from models.index_database.address import DatabaseAddress, index_place
    from web.plans.plan_store import PlanStore, file_of_user

    place = index_place(kept) if kept else file_of_user()
    if isinstance(place, DatabaseAddress):
        raise click.UsageError(said("Plans in a database are backed up with it, by pg_dump (docs/postgresql.md)."))
    if not place.is_file():
        raise click.UsageError(
            said("No plans are kept in %(file)s: name the file of your site with --plans.", file=one_line(str(place)))
        )
    with _new_file(file):
        PlanStore(place).back_up(file)
    click.echo(said("Written: %(file)s", file=one_line(str(file))), err=True)


def _say_warnings(warnings: tuple[Message, ...]) -> None:
    for warning in warnings:
        click.echo(one_line(spoken(warning)), err=True)


def _content(file: Path) -> bytes:
    """The bytes of a file, as far as a plan may go."""
    from models.plans.as_json import MOST_BYTES

    with file.open("rb") as content:
        return content.read(MOST_BYTES + 1)


def _index_if_any(place: IndexPlace | None) -> "SearchIndex | None":
    """The index; None where there is none, and that is said: then nothing of a plan is quoted or cited."""
    from web.site.settings import Settings

    if (place or Settings.from_environment().index_place) == DEFAULT_INDEX and not DEFAULT_INDEX.exists():
        click.echo(said("There is no index here, so no words of the plan could be compared with documents."), err=True)
        return None
    return opened(place)


def _write(target: Path, made: "Plan", index: "SearchIndex | None") -> None:
    from web.plans.exported import exported_json
    from web.plans.plan_calendar import plan_calendar
    from web.plans.write_workbook import plan_workbook
    from web.words.sources_of_plan import SourcesOfPlan

    match target.suffix.lower():
        case ".xlsx":
            content = plan_workbook(made, index)
        case ".json":
            content = exported_json(made, SourcesOfPlan(index, made.items)).encode()
        case ".ics" if index is not None:
            content = plan_calendar(made, index, date.today())
        case _:
            raise UnusablePlan(Message("A plan is a file .xlsx or .json, or with an index .ics: name one with --to."))
    _write_bytes(target, content)


@contextmanager
def _new_file(target: Path) -> Iterator[BinaryIO]:
    """A new file that its owner alone can read: a plan names people and what they mean to do.

    One that cannot be written to its end is gone again: it would be in the way of the next try.
    """
    try:
        file = os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    except FileExistsError as error:
        raise UnusablePlan(
            Message("%(file)s is there already: name another file with --to.", file=target.name)
        ) from error
    except OSError as error:
        raise click.FileError(one_line(str(target)), spoken(system_words(os.strerror(error.errno or 0)))) from error
    try:
        with file:
            yield file
    except BaseException as error:
        target.unlink()
        if isinstance(error, OSError):
            error.filename = error.filename or str(target)
        raise


def _write_bytes(target: Path, content: bytes) -> None:
    with _new_file(target) as file:
        file.write(content)
    click.echo(said("Written: %(file)s", file=one_line(str(target))), err=True)


def _papers() -> str:
    from web.papers.kinds import PAPERS

    lines = []
    colon = said(": ")
    for name, paper in PAPERS.items():
        lines.append(f"{name}{colon}{spoken(paper.title)} ({', '.join(paper.extensions)})")
        for key, option in paper.options.items():
            values = said("code of a State") if option.choices is None else ", ".join(option.choices)
            default = said("default: %(value)s", value=option.default or said("the State that recommended most"))
            lines.append(f"    --option {key}=…  {spoken(option.title)}{colon}{values}  [{default}]")
    return "\n".join(lines)
