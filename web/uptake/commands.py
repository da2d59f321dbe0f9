"""The command `uptake`: what came of a submission in a review, or what was asked before the next one."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from models.errors import UnreadableDocument
from models.index_database.address import IndexPlace
from models.printable import json_line, one_line, printable
from models.spoken import said, saying
from models.standard_input import standard_input
from web.site.options import SERVED_INDEX

WIDEST = 100


@click.command()
@click.argument("submission", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--review", help="State and session of the review that it was written for, as in SVN-34.")
@click.option("--before", "state", metavar="STATE", help="Instead, the State whose next review it is written for.")
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
    """Print which asks of a SUBMISSION came back in the recommendations of a review, from whom, with what answer.

    SUBMISSION is a Word, PDF or text file, or - for a text on standard input, which stays on this machine. Its asks are
    cut from it as well as a computer can; to correct them, print them with --asks, change the list, and give that: a
    file with one ask a line. A recommendation says the same, goes part of the way, or touches an ask; what says the
    same is counted. Likeness is no proof of influence.
    """
    from search import UptakeQuestion, open_index
    from web.site.settings import Settings
    from web.uptake.as_json import before_as_json, uptake_as_json
    from web.uptake.as_text import before_as_text, uptake_as_text
    from web.uptake.read_asks import asks_of_file, asks_of_text

    if str(submission) == "-":
        asks = asks_of_text(standard_input())
    else:
        asks = asks_of_file(submission.name, submission.read_bytes())
    if not asks:
        raise UnreadableDocument(saying("No ask was found in it: give a text file with one ask a line."))
    if only_asks:
        for ask in asks:
            click.echo(one_line(ask.text))
        return
    if (review is None) == (state is None):
        raise click.UsageError(said("Give either --review, as in --review SVN-34, or --before with a State."))
    index = open_index(place or Settings.from_environment().index_place)
    question = UptakeQuestion(review or state or "", asks, written_in, cited_as=cited_as)
    names = {known.state.code: known.state.name for known in index.states()}
    width = min(get_terminal_size().columns, WIDEST)
    if review is not None:
        found = index.uptake(question, date.today())
        text = "" if as_json else uptake_as_text(found, names, width)
        lines = uptake_as_json(found)
    else:
        asked = index.before_review(question)
        text = "" if as_json else before_as_text(asked, names, width)
        lines = before_as_json(asked)
    click.echo("\n".join(map(json_line, lines)) if as_json else printable(text))
