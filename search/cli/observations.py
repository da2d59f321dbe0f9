"""The command `observations`: what treaty bodies told a State on an issue."""

from functools import partial

import click

from models.index_database.address import IndexPlace
from models.messages.spoken import said
from search.cli.commands import (
    AS_JSON,
    INDEX,
    KEPT_BY_SHELLS,
    LIMIT,
    TEXT,
    WRITTEN_IN,
    opened,
    print_lines,
    print_text,
    words_asked,
)


@click.command(epilog=KEPT_BY_SHELLS)
@TEXT
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
    from search.datamodel.observations import ParagraphsWanted
    from search.observations.find import observations_on_record
    from search.observations.text import observations_as_text

    if bool(text) == (record_id is not None):
        raise click.UsageError(
            said("Give either a text (or - for standard input), or --on and the ID of a recommendation.")
        )
    if record_id is not None and (state or written_in):
        raise click.UsageError(
            said("--on takes no --state and no --written-in: a recommendation says to which State it is.")
        )
    index = opened(folder)
    if record_id is not None:
        answer = observations_on_record(index.snapshot, record_id, ParagraphsWanted(limit, mechanism=mechanism))
    else:
        answer = index.observations(words_asked(text), state, limit, written_in=written_in, mechanism=mechanism)
    if as_json:
        from search.answer.as_json import observation_hit_as_json

        print_lines(map(observation_hit_as_json, (*answer.hits, *answer.general_comments)))
    else:
        asked_about = index.state(answer.state).in_message if answer.state else None
        print_text(partial(observations_as_text, answer, asked_about))
