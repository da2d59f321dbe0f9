"""The command `observations`: what treaty bodies told a State on an issue."""

from pathlib import Path
from shutil import get_terminal_size

import click

from models.printable import json_line, printable
from search.cli.commands import AS_JSON, INDEX, KEPT_BY_SHELLS, LIMIT, WIDEST, WRITTEN_IN, words_asked


@click.command(epilog=KEPT_BY_SHELLS)
@click.argument("text", nargs=-1, required=True, metavar="- | TEXT")
@click.option("--state", help="State, by code or name. Without it: what general comments say to all States.")
@WRITTEN_IN
@INDEX
@LIMIT
@AS_JSON
def observations(
    text: tuple[str, ...], state: str | None, written_in: str | None, folder: Path, limit: int, as_json: bool
) -> None:
    """Print treaty body recommendations to a State on the issue that a text in your own words describes.

    The paragraphs of general comments that say to all States what the norm means follow.
    """
    from search.answer.as_json import observation_hit_as_json
    from search.observations.text import observations_as_text
    from search.search_index import open_index

    index = open_index(folder)
    answer = index.observations(words_asked(text), state, limit, written_in=written_in)
    if not as_json:
        width = min(get_terminal_size().columns, WIDEST)
        click.echo(printable(observations_as_text(answer, index.state(state).name if state else None, width)))
    for hit in (*answer.hits, *answer.general_comments) if as_json else ():
        click.echo(json_line(observation_hit_as_json(hit)))
