"""What is said where nothing was found, and of requests whose answer is not known."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from models.messages.message import Message, Row, StateName, counted
from models.records.enums import Position
from models.records.records import Recommendation
from search.claims.counts import positions_of
from search.claims.coverage import year_and_session
from search.datamodel.answer import Answer, Hit, ReviewSummary

_NOT_IN_REVIEWS: Mapping[str, Message] = {
    "recommendation": Message("No recommendation on this found in the reviews of %(state)s"),
    "commitment": Message("No voluntary commitment on this found in the reviews of %(state)s"),
    "record": Message("No record on this found in the reviews of %(state)s"),
}
"""Of each kind."""


def not_in_reviews(kinds: Collection[str], own: str | StateName) -> Message:
    """That nothing of these kinds was found in the reviews of a State (by name), for a heading: without a full stop."""
    return Message(str(_NOT_IN_REVIEWS[next(iter(kinds)) if len(kinds) == 1 else "record"]), state=own)


def nothing_found(answer: Answer, own: str | StateName) -> Iterator[Message]:
    """What is said where nothing of the own State (by name) was found: it names what was searched."""
    reviews = answer.own_reviews
    if not reviews:
        yield Message("No review of %(state)s is in this index.", state=own)
        return
    yield Message("%(none)s. Searched: %(sessions)s.", none=not_in_reviews(answer.kinds, own), sessions=_years(reviews))
    if answer.filtered:
        yield Message("Only what has the filters chosen was searched.")
    symbols = tuple(symbol for review in reviews for symbol in review.symbols)
    if symbols:
        yield Message("Documents indexed: %(symbols)s.", symbols=Row(symbols, ", "))
    from_tables = [review for review in reviews if not review.symbols]
    if from_tables:
        yield Message("Known from a table, no document indexed: %(reviews)s.", reviews=_years(from_tables))


def _years(reviews: Iterable[ReviewSummary]) -> Row:
    return Row(tuple(year_and_session(review.session) for review in reviews), ", ")


def unanswered_requests(hit: Hit) -> Message | None:
    """Says of a card that some of its requests were answered and others were not, in the documents indexed."""
    records = [request.record for request in hit.requests if isinstance(request.record, Recommendation)]
    unknown = sum(record.position is Position.UNKNOWN for record in records)
    if unknown in (0, len(records)):
        return None
    return counted(
        "The answer to %(count)s of these %(all)s requests is unknown; %(answered)s.",
        "The answer to %(count)s of these %(all)s requests is unknown; %(answered)s.",
        unknown,
        all=len(records),
        answered=Row(positions_of(record for record in records if record.position is not Position.UNKNOWN), "; "),
    )
