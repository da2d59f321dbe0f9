"""From what the documents of one review say to one record per recommendation, with the State's final position."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from indexer.document_parts import DocumentParts
from models.positions import Position
from models.records import Recommendation
from models.sessions import last_day_of_session

ADOPTION_AFTER = timedelta(days=274)
"""Nine months after the Working Group session the Human Rights Council has adopted the review."""


def join_records(parts: Sequence[DocumentParts], today: date) -> Iterator[Recommendation]:
    """The recommendations of one review's documents, in printed order, with the position that counts today.

    Where the report announces a later answer and no document gives it, the position is pending until the review
    is adopted and unknown afterwards.
    """
    for document in parts:
        for record in document.recommendations:
            yield _with_final_position(record, today)


def _with_final_position(record: Recommendation, today: date) -> Recommendation:
    if record.interim_position is not Position.PENDING:
        return replace(record, position=record.interim_position, position_source=record.place)
    position = Position.UNKNOWN if _is_adopted(record.session, today) else Position.PENDING
    return replace(record, position=position, position_source=None)


def _is_adopted(session: int, today: date) -> bool:
    last_day = last_day_of_session(session)
    return last_day is not None and last_day + ADOPTION_AFTER < today
