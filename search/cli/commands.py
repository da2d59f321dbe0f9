"""The commands of search: find, match, similar.

What is slow to import is imported by the command that needs it.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial, reduce
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from models.records.enums import ACTION_CATEGORIES
from search.datamodel.question import LABEL_FIELDS, MAX_TEXT_CHARACTERS, Filters
from search.query.language import READ_LANGUAGES, read_as

if TYPE_CHECKING:
    from search.datamodel.answer import Answer
    from search.search_index import SearchIndex

MAX_BATCH_LINES = 100_000
WIDEST = 100
"""Columns of text that are still easy to read."""
Command = Callable[..., None]

INDEX = click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path),
    envvar="UPR_INDEX",
    default="index",
    show_default=True,
    help="Index folder.",
)
LIMIT = click.option(
    "--limit", type=click.IntRange(1, 10_000), default=10, show_default=True, help="How many to print."
)
WRITTEN_IN = click.option(
    "--written-in",
    type=click.Choice(list(READ_LANGUAGES)),
    help="Language of TEXT, by its ISO code.  [default: detected]",
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
_FILTERS = (
    click.option("--under-review", multiple=True, metavar="STATE", help="State under review, by code or name."),
    click.option("--recommending", multiple=True, metavar="STATE", help="Recommending State, by code or name."),
    click.option("--group", multiple=True, help="Regional group of the State under review."),
    click.option("--cycle", multiple=True, type=click.IntRange(min=1)),
    click.option("--session", multiple=True, type=click.IntRange(min=1), help="Working Group session."),
    click.option("--position", multiple=True, type=click.Choice(["supported", "noted", "pending", "unknown"])),
    click.option(
        "--kind",
        multiple=True,
        type=click.Choice(["recommendation", "commitment"]),
        default=Filters().kind,
        show_default=True,
    ),
    click.option("--language", multiple=True, help="Language of the text, by its ISO code."),
    click.option("--label", multiple=True, help="Issue, by UPR Info's label, in any case."),
    click.option("--theme", multiple=True, help="Theme of the Universal Human Rights Index, in any case."),
    click.option("--persons", multiple=True, help="Affected persons, by the same Index, in any case."),
    click.option(
        "--action",
        "action_category",
        multiple=True,
        type=click.IntRange(min(ACTION_CATEGORIES), max(ACTION_CATEGORIES)),
        help="Kind of action, from 1 (minimal) to 5 (specific).",
    ),
)


def filter_options(command: Command) -> Command:
    """The filters; each can be given several times."""
    return reduce(lambda decorated, option: option(decorated), reversed(_FILTERS), command)


@click.command()
@click.argument("query", nargs=-1, required=True)
@INDEX
@LIMIT
@AS_JSON
@filter_options
def find(query: tuple[str, ...], folder: Path, limit: int, as_json: bool, **chosen: tuple[Any, ...]) -> None:
    """Print the recommendations that hold the words of QUERY.

    All words are needed; "a phrase", AND, OR, NOT, prefix* and fields (state:, by:, cycle:, session:, symbol:,
    paragraph:, position:, kind:, label:, theme:, persons:, action:) can be used.
    """
    index = _open(folder)
    _print(index, index.find(" ".join(query), _filters(index, chosen), limit, by_paragraph=not as_json), as_json)


@click.command()
@click.argument("text", nargs=-1)
@click.option("--state", help="Your own State, by code or name: what it was told comes first.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File with a question a line, its id and its text with a tab between: prints JSON lines.",
)
@click.option("--all", "all_own", is_flag=True, help="Print all that your State was told, the nearest first.")
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
    folder: Path,
    limit: int,
    as_json: bool,
    **chosen: tuple[Any, ...],
) -> None:
    """Print the recommendations on the issue that TEXT describes; - reads it from standard input."""
    if bool(text) == bool(batch):
        raise click.UsageError("Give either the TEXT of an issue or --batch FILE.")
    if all_own and not state:
        raise click.UsageError("Name your State for --all: --state KEN, for example.")
    index = _open(folder)
    question = partial(
        index.match, own_state=state, filters=_filters(index, chosen), limit=limit, all_own=all_own,
        written_in=written_in,
    )  # fmt: skip
    if batch is None:
        issue = sys.stdin.read(MAX_TEXT_CHARACTERS + 1) if text == ("-",) else " ".join(text)
        # With --all each recommendation has a line of its own, so that none is hidden in another's.
        answer = question(issue, grouped=not all_own, by_paragraph=not as_json)
        _print(index, answer, as_json)
        return
    for query_id, issue in _batch(batch):
        _print_json(question(issue, grouped=False), query_id=query_id)


@click.command()
@click.argument("record_id", metavar="ID")
@INDEX
@LIMIT
@AS_JSON
@filter_options
def similar(record_id: str, folder: Path, limit: int, as_json: bool, **chosen: tuple[Any, ...]) -> None:
    """Print the recommendations nearest to the one with this ID, of any State and cycle."""
    index = _open(folder)
    answer = index.similar(record_id, _filters(index, chosen), limit, by_paragraph=not as_json)
    _print(index, answer, as_json)


def _open(folder: Path) -> "SearchIndex":
    from search.search_index import open_index

    return open_index(folder)


def _filters(index: "SearchIndex", chosen: dict[str, tuple[Any, ...]]) -> Filters:
    """The filters chosen; States may be given by name."""
    states = {name: tuple(index.state(word).code for word in chosen[name]) for name in ("under_review", "recommending")}
    labels = {name: tuple(index.label(word, name) for word in chosen[name]) for name in LABEL_FIELDS}
    return Filters(**(chosen | states | labels))


def _batch(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            query_id, tab, text = line.rstrip("\n").partition("\t")
            if not tab or number > MAX_BATCH_LINES:
                reason = f"has more than {MAX_BATCH_LINES:,} lines" if tab else f"line {number} has no tab"
                raise click.UsageError(f"{path} {reason}: write an id, a tab and a text on each line.")
            yield query_id, text


def _print(index: "SearchIndex", answer: "Answer", as_json: bool) -> None:
    from search.answer.text import answer_as_text

    if as_json:
        _print_json(answer)
        return
    names = {known.state.code: known.state.name for known in index.states()}
    if answer.own_state:
        names[answer.own_state] = index.state(answer.own_state).name
    click.echo(answer_as_text(answer, names, min(get_terminal_size().columns, WIDEST)))


def _print_json(answer: "Answer", **more: str) -> None:
    """One line a hit; what the user should know goes to stderr."""
    from search.answer.text import hit_as_json

    for note in (*read_as(answer.language), *answer.notes):
        click.echo(note, err=True)
    for hit in answer.hits:
        click.echo(json.dumps({**more, **hit_as_json(hit)}, ensure_ascii=False))
