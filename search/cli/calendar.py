"""The command `calendar`: the dates that follow-up in a State turns on."""

from datetime import date
from functools import partial

import click

from models.index_database.address import IndexPlace
from search.cli.commands import AS_JSON, INDEX, opened, print_lines, print_text, say_coverage


@click.command()
@click.option("--state", required=True, help="State under review, by code or name.")
@click.option("--ics", "as_icalendar", is_flag=True, help="Print an iCalendar file: > slovenia.ics")
@INDEX
@AS_JSON
def calendar(state: str, as_icalendar: bool, folder: IndexPlace, as_json: bool) -> None:
    """Print the dates that follow-up in a State turns on: reviews, deadlines, debates, treaty bodies.

    Each says how it is known: published, or estimated and from what.
    """
    from search.calendar.as_icalendar import calendar_as_icalendar
    from search.calendar.compose import state_calendar
    from search.calendar.words import calendar_as_text

    index = opened(folder)
    known = index.state(state)
    events = state_calendar(index.snapshot, known.code, date.today())
    say_coverage(index, known.code)
    if as_icalendar:
        click.echo(calendar_as_icalendar(events, known.name, known.code), nl=False)
    elif as_json:
        from search.answer.as_json import Event

        print_lines(map(Event.as_json, events))
    else:
        print_text(partial(calendar_as_text, events))
