"""The command `uptake`: the asks of a submission, each with the nearest recommendations of a review."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.errors import UnreadableDocument
from models.files.standard_input import standard_input
from models.index_database.address import IndexPlace
from models.messages.printable import json_line, one_line
from models.messages.spoken import said, said_of, saying
from web.site.options import SERVED_INDEX, opened, print_text

if TYPE_CHECKING:
    from search import Ask


@click.command()
@click.argument("submission", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--review", help="State and session of the review that it was written for, as in SVN-34.")
@click.option("--before", "state", metavar="STATE", help="Instead, a State: all its reviews are looked through.")
@click.option("--cited-as", multiple=True, help="Code (JS3) or name under which OHCHR's summary cites it.")
@click.option("--written-in", help="Language of its asks, by its ISO code.  [default: detected]")
@click.option("--asks", "only_asks", is_flag=True, help="Print the asks that are cut from it, one a line, and end.")
@SERVED_INDEX
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def uptake(
    submission: Path,
    review: str | None,
    state: str | None,
    cited_as: tuple[str, ...],
    written_in: str | None,
    only_asks: bool,
    place: IndexPlace | None,
    as_json: bool,
) -> None:
    """Print for each ask of a SUBMISSION the nearest recommendations of a review, with their texts, to be read.

    SUBMISSION is a Word, PDF or text file, or - for a text on standard input, which stays on this machine. Its asks are
    cut from it as well as a computer can, without narrative; to correct them, print them with --asks, change the list,
    and give that: a file with one ask a line. Which of the recommendations belong to an ask is for you to say; the site
    keeps what you tick. Likeness is no proof of influence.
    """
    from search import UptakeQuestion
    from search.uptake.compose import uptake_of
    from web.submissions.as_json import uptake_as_json
    from web.submissions.as_text import uptake_as_text

    asks = _asks(submission)
    if only_asks:
        for ask in asks:
            click.echo(one_line(ask.text))
        return
    if (review is None) == (state is None):
        raise click.UsageError(said("Give either --review, as in --review SVN-34, or --before with a State."))
    index = opened(place)
    question = UptakeQuestion(asks, review or "", state or "", written_in, cited_as=cited_as)
    found = uptake_of(index.snapshot, question, date.today())
    if as_json:
        click.echo("\n".join(map(json_line, uptake_as_json(found))))
    else:
        names = {known.state.code: known.state.name for known in index.snapshot.states_in_index}
        print_text(partial(uptake_as_text, found, names))


def _asks(submission: Path) -> tuple["Ask", ...]:
    """What looks like an ask; how much of it does not is said beside it.

    Raises:
        UnreadableDocument: nothing does.
    """
    from search.uptake.cut_asks import numbered
    from web.submissions.read_asks import asks_of_file, asks_of_text

    if str(submission) == "-":
        cut = asks_of_text(standard_input())
    else:
        cut = asks_of_file(submission.name, submission.read_bytes())
    asks = numbered([ask for ask in cut if ask.asks])
    if not asks:
        raise UnreadableDocument(saying("No ask was found in it: give a text file with one ask a line."))
    if len(asks) < len(cut):
        left_out = said_of(
            "%(count)s paragraph that reads like narrative was left out.",
            "%(count)s paragraphs that read like narrative were left out.",
            len(cut) - len(asks),
        )
        click.echo(left_out, err=True)
    return asks
