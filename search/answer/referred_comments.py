"""What a State's comment refers on to: "See recommendation 105" with what the State says there.

The comment itself stays as printed. A reference is followed within its review, where its number fits one paragraph
alone; where what is found only refers on itself, that is followed too, each paragraph once.
"""

from collections.abc import Iterator

from models.numbers.paragraph_numbers import resolve_number
from models.numbers.references_to_answers import numbers_only_referred_to, numbers_referred_to
from models.records.records import Commitment, Place, Recommendation
from search.catalogue.connection import CatalogueConnection
from search.catalogue.records import recommendations
from search.datamodel.answer import Record, ReferredComment

MOST_FOLLOWED = 20
"""Paragraphs that one comment is followed to; a range may name a hundred."""
_PARAGRAPHS = """
SELECT paragraph FROM entry WHERE review = ? AND kind = 'recommendation' AND paragraph IS NOT NULL
GROUP BY paragraph ORDER BY min(number)
"""
_NUMBERS = "SELECT number FROM entry WHERE review = ? AND kind = 'recommendation' AND paragraph = ?"


def referred_comments(connection: CatalogueConnection, record: Record) -> tuple[ReferredComment, ...]:
    """The comments that a record's comment refers to, in the order in which it names them."""
    if isinstance(record, Commitment):
        return ()
    found: dict[tuple[str, Place | None], list[Recommendation]] = {}
    for other in _followed(connection, record):
        if other.comment and other.comment != record.comment:
            found.setdefault((other.comment, other.comment_source), []).append(other)
    return tuple(ReferredComment(tuple(records), comment, place) for (comment, place), records in found.items())


def _followed(connection: CatalogueConnection, record: Recommendation) -> Iterator[Recommendation]:
    """The recommendations of the paragraphs referred to, and of those that these only refer on to."""
    numbers = numbers_referred_to(record.comment or "")
    if not numbers:
        return
    known = [paragraph for (paragraph,) in connection.rows(_PARAGRAPHS, record.review)]
    seen = {record.place.paragraph}
    waiting = list(numbers)
    while waiting and len(seen) <= MOST_FOLLOWED:
        for paragraph in resolve_number(waiting.pop(0), known):
            if paragraph in seen:
                continue
            seen.add(paragraph)
            entries = [number for (number,) in connection.rows(_NUMBERS, record.review, paragraph)]
            others = sorted(recommendations(connection, entries), key=lambda other: other.clause)
            yield from others
            comments = dict.fromkeys(other.comment for other in others if other.comment)
            waiting += (number for comment in comments for number in numbers_only_referred_to(comment))
