"""Columns of tables with a record in each row: what they are called, and what stands in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from models.messages.message import Message
from models.records.records import Commitment, Place, Recommendation
from models.reviews.next_review import estimated_year
from models.reviews.sessions import cycle_of_session
from search import COMMENT_ON_LIST, Record, coder_of, position_recorded_in
from web.files.office_files import Cell, PositionWord, address_of_words
from web.site.language import gettext, translated
from web.site.served_index import is_invented, state_name
from web.words.citation import (
    cited_document,
    cited_place,
    place_shown,
    request_found,
    sponsor_name,
    sponsor_names,
    why_to_check,
    wordings_in_words,
)
from web.words.editions import edition_shown

Row = TypeVar("Row")
Column = tuple[Message, Callable[[Row], Cell]]
"""Its name, and what stands in it in a row."""


def of_recommendation(value: Callable[[Recommendation], Cell]) -> Callable[[Record], Cell]:
    """What stays empty for voluntary commitments."""
    return lambda record: None if isinstance(record, Commitment) else value(record)


def _sponsors_apart(record: Recommendation) -> str:
    return "; ".join(map(sponsor_name, record.sponsors))


def _recorded_in(record: Recommendation) -> str | None:
    """Where the position was read, or whose coding it is."""
    return translated(position_recorded_in(record) or "") if record.position_source else None


def _cited(place: Place | None) -> str | None:
    return cited_place(place) if place else None


RECORD_COLUMNS: Mapping[str, Column[Record]] = {
    "id": (Message("Recommendation"), lambda record: record.id),
    "state": (Message("State under review"), lambda record: state_name(record.state_under_review)),
    "code": (Message("ISO code"), lambda record: record.state_under_review),
    "session": (Message("Session"), lambda record: record.session),
    "cycle": (Message("Cycle"), lambda record: cycle_of_session(record.session)),
    "sponsors": (Message("Recommending States"), of_recommendation(sponsor_names)),
    "sponsors_apart": (Message("Recommending States"), of_recommendation(_sponsors_apart)),
    "makers": (Message("Made by"), of_recommendation(_sponsors_apart)),
    "year": (Message("Year"), lambda record: estimated_year(record.session)),
    "quoted": (Message("As printed"), lambda record: edition_shown(record).quoted),
    "request": (Message("Request found in it"), request_found),
    "wordings": (Message("In other languages"), wordings_in_words),
    "position": (Message("Position"), of_recommendation(PositionWord)),
    "formula": (
        Message("Formula used"),
        of_recommendation(lambda record: None if coder_of(record) else record.position_words),
    ),
    "recorded_in": (Message("Position recorded in"), of_recommendation(_recorded_in)),
    "to_check": (Message("To check"), of_recommendation(why_to_check)),
    "comment": (Message("The State’s comment"), of_recommendation(lambda record: record.comment)),
    "comment_recorded_in": (
        Message("Comment recorded in"),
        of_recommendation(lambda record: _cited(record.comment_source)),
    ),
    "list_comment": (
        COMMENT_ON_LIST,
        of_recommendation(lambda record: record.list_comment),
    ),
    "list_comment_recorded_in": (
        Message("Comment on the list recorded in"),
        of_recommendation(lambda record: _cited(record.list_comment_source)),
    ),
    "document": (Message("Document"), cited_document),
    "paragraph": (Message("Paragraph"), lambda record: record.place.paragraph),
    "page": (Message("Page of the file"), lambda record: place_shown(record).page),
    "address": (Message("Address"), lambda record: None if is_invented(record) else address_of_words(record)),
    "invented": (Message("Invented sample"), lambda record: gettext("yes") if is_invented(record) else None),
}
"""By the name that tables call them by."""


def of_record(names: str, record_of: Callable[[Row], Record]) -> tuple[Column[Row], ...]:
    """The columns of these names, with spaces between, of the record of a row."""

    def of_row(value: Callable[[Record], Cell]) -> Callable[[Row], Cell]:
        return lambda row: value(record_of(row))

    return tuple((heading, of_row(value)) for heading, value in map(RECORD_COLUMNS.__getitem__, names.split()))


def header(columns: Iterable[Column[Row]]) -> list[str]:
    """The names of columns in the language of the page."""
    return [translated(name) for name, _ in columns]


def cells(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> list[list[Cell]]:
    """What stands in the columns, row by row."""
    return [[value(row) for _, value in columns] for row in rows]
