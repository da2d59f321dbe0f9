"""What workbooks say of positions and of the documents behind them."""

from collections.abc import Iterable

from models.records.records import Place, Recommendation
from search import POSITION_MEANINGS, POSITION_WORDS, Record
from web.files.office_files import Cell, address_of
from web.site.language import gettext, translated
from web.site.served_index import is_invented
from web.words.citation import source_name


def about_coding() -> list[tuple[str, Cell]]:
    """What each position means, and whose coding positions and issues are."""
    return [
        *((translated(word), translated(POSITION_MEANINGS[position])) for position, word in POSITION_WORDS.items()),
        (
            gettext("Coding"),
            gettext(
                "Positions are read in the documents of the United Nations; one known from a list or table alone is "
                "its coding. Issues are coded by UPR Info where its table was indexed; the others are assigned "
                "automatically."
            ),
        ),
    ]


def about_sources(records: Iterable[Record]) -> list[tuple[str, Cell]]:
    """Each document and list that something was read in, with its address where the United Nations publishes it."""
    places = {place.symbol: (place, is_invented(record)) for record in records for place in _places(record)}
    return [
        (
            gettext(": ").join((gettext("Source"), source_name(symbol))),
            gettext("Invented sample: no document of the United Nations") if invented else address_of(place),
        )
        for symbol, (place, invented) in sorted(places.items())
    ]


def _places(record: Record) -> list[Place]:
    answer = (record.position_source, record.comment_source) if isinstance(record, Recommendation) else ()
    return [place for place in (record.place, *answer) if place]
