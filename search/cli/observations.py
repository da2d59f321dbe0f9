"""The command `observations`: what treaty bodies told a State on an issue."""

from shutil import get_terminal_size

import click

from models.index_database.address import IndexPlace
from models.printable import json_line, printable
from models.spoken import said
from search.cli.commands import AS_JSON, INDEX, KEPT_BY_SHELLS, LIMIT, WIDEST, WRITTEN_IN, words_asked


@click.command(epilog=KEPT_BY_SHELLS)
@click.argument("text", nargs=-1, metavar="- | TEXT")
@click.option("--on", "record_id", metavar="ID", help="A recommendation: what they say on the same thing.")
@click.option("--state", help="State, by code or name. Without it: what is said to all States.")
@click.option(
    "--mechanism",
    type=click.Choice(["treaty body", "special procedure"]),
    help="Only what these say. Default: both.",
)
@WRITTEN_IN
@INDEX
@LIMIT
@AS_JSON
def observations(
    text: tuple[str, ...],
    record_id: str | None,
    state: str | None,
    mechanism: str | None,
    written_in: str | None,
    folder: IndexPlace,
    limit: int,
    as_json: bool,
) -> None:
    """Print treaty body recommendations to a State on an issue in your own words, or on what a recommendation asks for.

    Special procedures (mandate holders) are among them, where an export of the Universal Human Rights Index is indexed.
    The paragraphs of general comments and thematic reports, which speak to all States, follow.
    """
    from search.observations.text import observations_as_text
    from search.search_index import open_index

    if bool(text) == (record_id is not None):
        raise click.UsageError(
            said("Give either a text (or - for standard input), or --on and the ID of a recommendation.")
        )
    if record_id is not None and (state or written_in):
        raise click.UsageError(
            said("--on takes no --state and no --written-in: a recommendation says to which State it is.")
        )
    index = open_index(folder)
    if record_id is not None:
        answer = index.observations_on(record_id, limit, mechanism=mechanism)
    else:
        answer = index.observations(words_asked(text), state, limit, written_in=written_in, mechanism=mechanism)
    if not as_json:
        width = min(get_terminal_size().columns, WIDEST)
        name = index.state(answer.state).name if answer.state else None
        click.echo(printable(observations_as_text(answer, name, width)))
        return
    from search.answer.as_json import observation_hit_as_json

    for hit in (*answer.hits, *answer.general_comments):
        click.echo(json_line(observation_hit_as_json(hit)))
