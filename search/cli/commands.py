"""The commands of search: find, match, similar.

What is slow to import is imported by the command that needs it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from models.encoders.own_encoder import HELP as ENCODER_HELP
from models.encoders.own_encoder import OWN_ENCODER, take_own_encoder
from models.files.batch_files import Batch, read_texts
from models.files.standard_input import standard_input
from models.index_database.address import IndexPlace, index_place
from models.messages.printable import json_line, one_line, printable
from models.messages.spoken import said, spoken, to_say
from search.datamodel.question import (
    FIELD_NAMES,
    FILTER_FIELDS,
    FilterField,
    Filters,
    IssueQuestion,
    KeywordQuestion,
    Listing,
    ValueKind,
)
from search.query.detect_language import READ_LANGUAGES, read_as

if TYPE_CHECKING:
    from search.datamodel.answer import Answer
    from search.search_index import SearchIndex

WIDEST = 100
"""Columns of text that are still easy to read."""
Command = Callable[..., None]
TEXT = click.argument("text", nargs=-1, metavar="- | TEXT")
KEPT_BY_SHELLS = to_say(
    "- takes what is asked from standard input: type it, then press Enter and Ctrl+D. Words in the command itself stay "
    "in the history of your shell, and while it runs other users of the machine can see them."
)
"""What the help of a command ends with whose words others should not find."""

_PLACE = click.option(
    "--index",
    "folder",
    type=index_place,
    metavar="INDEX",
    envvar="UPR_INDEX",
    default="index",
    help="Index folder, or the address of a database (postgresql://…).  [default: UPR_INDEX or index]",
)
_ENCODER = click.option(
    "--encoder", envvar=OWN_ENCODER, metavar="FOLDER", expose_value=False, callback=take_own_encoder, help=ENCODER_HELP
)


def INDEX(command: Command) -> Command:  # noqa: N802 - a decorator beside the others
    """Of a command that asks an index."""
    return _PLACE(_ENCODER(command))


LIMIT = click.option(
    "--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many to print."
)
WRITTEN_IN = click.option(
    "--written-in",
    type=click.Choice(list(READ_LANGUAGES)),
    help="Language of TEXT, by its ISO code.  [default: detected]",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")


def filter_options(command: Command) -> Command:
    """The filters; each can be given several times."""
    for field in reversed(list(FILTER_FIELDS.values())):
        command = _filter_option(field)(command)
    return command


def _filter_option(field: FilterField) -> Callable[[Command], Command]:
    default = getattr(Filters(), field.name)
    return click.option(
        f"--{field.option or field.name.replace('_', '-')}",
        field.name,
        multiple=True,
        type=_option_type(field),
        metavar="STATE" if field.kind is ValueKind.STATE else None,
        default=default or None,
        show_default=bool(default),
        help=field.help,
    )


def _option_type(field: FilterField) -> click.ParamType[Any] | None:
    if field.has_numbers:
        return click.IntRange(1, max(map(int, field.words), default=None))
    return click.Choice(list(map(str, field.words))) if field.kind is ValueKind.LISTED else None


FIND_HELP = "\n\n".join(
    [
        to_say("Print the recommendations that hold these KEYWORDS."),
        to_say(
            'All words are needed; "a phrase", "near words"~5, AND, OR, NOT, prefix*, wom*n, goverment~ and these '
            "fields can be used (docs/keywords.md):"
        ),
        ", ".join(f"{name}:" for name in FIELD_NAMES),
    ]
)


@click.command(epilog=KEPT_BY_SHELLS, help=FIND_HELP)
@click.argument("query", nargs=-1, required=True, metavar="- | KEYWORDS")
@INDEX
@LIMIT
@AS_JSON
@filter_options
def find(query: tuple[str, ...], folder: IndexPlace, limit: int, as_json: bool, **chosen: tuple[Any, ...]) -> None:
    """Answer `upr find`."""
    index = opened(folder)
    filters = index.known_filters(Filters(**chosen))
    say_left_out(index, filters)
    question = KeywordQuestion(words_asked(query), filters=filters, limit=limit, by_paragraph=not as_json)
    _print(index, index.find(question), as_json)


@click.command(epilog=KEPT_BY_SHELLS)
@TEXT
@click.option("--state", help="Your own State, by code or name: the recommendations to it come first.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File with a question a line, its id and its text with a tab between: prints JSON lines.",
)
@click.option("--all", "all_own", is_flag=True, help="Print all recommendations to your State, the nearest first.")
@WRITTEN_IN
@INDEX
@LIMIT
@AS_JSON
@filter_options
def match(
    text: tuple[str, ...],
    state: str | None,
    batch: Path | None,
    all_own: bool,
    written_in: str | None,
    folder: IndexPlace,
    limit: int,
    as_json: bool,
    **chosen: tuple[Any, ...],
) -> None:
    """Print the recommendations on the issue that a text in your own words describes."""
    if bool(text) == bool(batch):
        raise click.UsageError(said("Give either the TEXT of an issue or --batch FILE."))
    if all_own and not state:
        raise click.UsageError(said("Name your State for --all: --state KEN, for example."))
    index = opened(folder)
    filters = index.known_filters(Filters(**chosen))
    question = IssueQuestion(
        "", written_in=written_in, own_state=state, all_own=all_own, filters=filters, limit=limit, grouped=False
    )
    if batch is None:
        # With --all each recommendation has a line of its own, so that none is hidden in another's.
        answer = index.match(replace(question, text=words_asked(text), grouped=not all_own, by_paragraph=not as_json))
        if answer.own_state and answer.own_state not in filters.under_review:
            say_coverage(index, answer.own_state)
        say_left_out(index, filters)
        _print(index, answer, as_json)
        return
    read = read_texts(batch)
    say_remarks(read)
    for query_id, issue in read.lines:
        _print_json(index.match(replace(question, text=issue)), query_id)


@click.command()
@click.argument("record_id", metavar="ID")
@INDEX
@LIMIT
@AS_JSON
@filter_options
def similar(record_id: str, folder: IndexPlace, limit: int, as_json: bool, **chosen: tuple[Any, ...]) -> None:
    """Print the recommendations nearest to the one with this ID, of any State and cycle."""
    index = opened(folder)
    filters = index.known_filters(Filters(**chosen))
    answer = index.similar(record_id, Listing(filters=filters, limit=limit, by_paragraph=not as_json))
    say_left_out(index, filters)
    _print(index, answer, as_json)


def words_asked(arguments: tuple[str, ...]) -> str:
    """The words given to a command, or what stands in standard input where they are a dash.

    Raises:
        click.UsageError: something is given, and no word is in it. An answer would say that nothing was found.
    """
    text = standard_input() if arguments == ("-",) else " ".join(arguments)
    if arguments and not any(map(str.isalnum, text)):
        raise click.UsageError(said("There is no word to search for: give at least one."))
    return text


def opened(place: IndexPlace) -> "SearchIndex":
    """The index to ask, whose libraries the help of commands need not wait for."""
    from search.search_index import open_index

    return open_index(place)


def print_text(as_text: Callable[[int], str]) -> None:
    """Print what is for reading, which is given the columns that there are."""
    click.echo(printable(as_text(min(get_terminal_size().columns, WIDEST))))


def print_lines(lines: Iterable[dict[str, Any]]) -> None:
    """Print JSON, a line for each."""
    for line in lines:
        click.echo(json_line(line))


def say_remarks(read: Batch) -> None:
    """Say on stderr what its reader should know of a file of texts."""
    for remark in read.remarks:
        click.echo(one_line(spoken(remark)), err=True)


def say_coverage(index: "SearchIndex", state: str) -> None:
    """Say on stderr which reviews of a State (by code) are not indexed, the latest first, and how to get them."""
    from search.claims.coverage import command_for, not_indexed_of
    from search.snapshot.coverage import state_coverage

    coverage = state_coverage(index.snapshot, state, date.today())
    for sentence in not_indexed_of(coverage):
        click.echo(one_line(spoken(sentence)), err=True)
    if command := command_for(coverage, coverage.missing):
        by_hand = said("or by hand: %(address)s", address=coverage.published_at)
        click.echo(f"{command}   ({by_hand})", err=True)


def say_left_out(index: "SearchIndex", filters: Filters) -> None:
    """Say on stderr what a list leaves out: of the States under review that it is narrowed to, or of all."""
    from search.claims.left_out import cycles_covered, cycles_of, left_out

    if index.vectors_being_made:
        click.echo(one_line(spoken(index.vectors_being_made)), err=True)
    for state in filters.under_review:
        say_coverage(index, state)
    if not filters.under_review:
        cycles = cycles_covered(index.snapshot.reviewed_states, date.today(), filters.group)
        if sentence := left_out(cycles, cycles_of(filters)):
            click.echo(one_line(spoken(sentence)), err=True)


def _print(index: "SearchIndex", answer: "Answer", as_json: bool) -> None:
    from search.answer.text import answer_as_text

    if as_json:
        _print_json(answer)
        return
    names = {known.state.code: known.state.name for known in index.snapshot.states_in_index}
    if answer.own_state:
        names[answer.own_state] = index.state(answer.own_state).name
    print_text(partial(answer_as_text, answer, names))


def _print_json(answer: "Answer", query_id: str | None = None) -> None:
    """One line a hit; what the user should know goes to stderr, with the question that it is about."""
    from search.answer.as_json import hit_as_json

    about, more = ("", {}) if query_id is None else (f"{query_id}: ", {"query_id": query_id})
    for note in (*read_as(answer.language), *answer.notes):
        click.echo(one_line(about + spoken(note)), err=True)
    print_lines({**more, **hit_as_json(hit)} for hit in answer.hits)
