"""The command `lobby`: which States to approach on an issue in the review of a State."""

from typing import TYPE_CHECKING

import click

from models.index_database.address import IndexPlace
from models.messages.printable import one_line
from models.messages.spoken import said, spoken
from search.cli.commands import (
    AS_JSON,
    INDEX,
    KEPT_BY_SHELLS,
    TEXT,
    WRITTEN_IN,
    opened,
    print_lines,
    print_text,
    say_coverage,
    say_left_out,
    words_asked,
)
from search.datamodel.question import Filters

if TYPE_CHECKING:
    from search.datamodel.lobbying import LobbyingList, Order
    from search.search_index import SearchIndex


@click.command(epilog=KEPT_BY_SHELLS)
@TEXT
@click.option("--state", required=True, help="State under review, by code or name.")
@click.option("--label", help="Issue label of UPR Info's, instead of a TEXT.")
@click.option("--record", "records", multiple=True, metavar="ID", help="Recommendations like these, instead of a TEXT.")
@click.option(
    "--before-session", type=click.IntRange(min=1), metavar="N", help="Know only Working Group sessions before this."
)
@click.option("--likely", is_flag=True, help="By a formula on past reviews, instead of by what they said.")
@click.option("--limit", type=click.IntRange(min=1), help="How many States.  [default: 20 a list, with --json all]")
@WRITTEN_IN
@INDEX
@AS_JSON
def lobby(
    text: tuple[str, ...],
    state: str,
    label: str | None,
    records: tuple[str, ...],
    before_session: int | None,
    likely: bool,
    limit: int | None,
    written_in: str | None,
    folder: IndexPlace,
    as_json: bool,
) -> None:
    """Print which States to approach on the issue that a text in your own words describes.

    Of each State the nearest recommendation is quoted, with the State that it was made to and the answer; what is only
    perhaps on the issue comes last. With --json a line for each State.
    """
    from search.datamodel.lobbying import LobbyingQuestion

    if sum(map(bool, (text, label, records))) != 1:
        raise click.UsageError(said("Give the TEXT of an issue, or --label, or --record."))
    index = opened(folder)
    listed = index.lobby(LobbyingQuestion(state, words_asked(text), label, records, before_session, written_in))
    say_coverage(index, listed.state.code)
    say_left_out(index, Filters())
    _print(index, listed, "likely" if likely else "said", as_json, limit)


def _print(index: "SearchIndex", listed: "LobbyingList", order: "Order", as_json: bool, limit: int | None) -> None:
    from search.lobbying.text import lobbying_list_as_text

    for note in listed.notes:
        click.echo(one_line(spoken(note)), err=True)
    if as_json:
        from search.answer.as_json import LobbyingTarget

        print_lines(map(LobbyingTarget.as_json, listed.in_order(order)[:limit]))
    else:
        names = {known.state.code: known.state.name for known in index.snapshot.states_in_index}
        print_text(lambda width: lobbying_list_as_text(listed, order, names, limit or 20, width))
