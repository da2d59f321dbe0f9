"""A thread as lines for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, said_in_marks, spoken, spoken_language
from models.records.places import document_name
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search.answer.quotations import words_of
from search.claims.positions import position_in_words
from search.claims.threads import THREAD_WORDS, nothing_similar, similar_found
from search.datamodel.threads import Thread, ThreadReview

_INDENT = " " * 6


def thread_as_text(thread: Thread, state: StateName, width: int) -> str:
    """The thread for reading, wrapped at `width` columns."""
    if not thread.reviews:
        return fill(said("No other review of %(state)s in this index can be compared with it.", state=state), width)
    earlier = [_review(thread, review, width) for review in thread.reviews if review.session < thread.record.session]
    later = [_review(thread, review, width) for review in thread.reviews if review.session > thread.record.session]
    here = said(
        "Session %(session)s, cycle %(cycle)s: this recommendation",
        session=str(thread.record.session),
        cycle=str(cycle_of_session(thread.record.session)),
    )
    return "\n\n".join([*earlier, f"{here}\n{_quoted(thread.record, width)}", *later])


def _review(thread: Thread, review: ThreadReview, width: int) -> str:
    head = said(
        "Session %(session)s, cycle %(cycle)s: %(found)s",
        session=str(review.session),
        cycle=str(review.cycle),
        found=similar_found(review.total, review.same, review.session)
        if review.total
        else nothing_similar(review.compared, review.session),
    )
    if review.total > len(review.links):
        head += ", " + said("the first %(count)s", count=str(len(review.links)))
    return "\n\n".join([head, *_links(thread, review, width)])


def _links(thread: Thread, review: ThreadReview, width: int) -> Iterator[str]:
    for link in review.links:
        # A change of position is said of those alone that ask the same.
        pair = thread.in_time(link) if link.asks_the_same else (link.record,)
        head = f"{spoken(THREAD_WORDS[link.type])}  {positions_in_words(pair)}"
        yield f"{head}\n{_quoted(link.record, width)}"


def positions_in_words(records: Sequence[Recommendation]) -> str:
    """Positions side by side: "noted in cycle 1 → supported in cycle 3"."""
    return " → ".join(
        said(
            "%(position)s in cycle %(cycle)s",
            position=position_in_words(record, quoting=False),
            cycle=str(cycle_of_session(record.session)),
        )
        for record in records
    )


def _quoted(record: Recommendation, width: int) -> str:
    quoted = said_in_marks(words_of(record, spoken_language()).words)
    place = said("; ").join([spoken(document_name(record.place)), record.id])
    return "\n".join(fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in (quoted, place))
