"""A thread as lines for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from models.records.enums import THREAD_WORDS
from models.records.position_words import position_in_words
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search.datamodel.threads import Thread, ThreadReview

_INDENT = " " * 6


def thread_as_text(thread: Thread, state_name: str, width: int) -> str:
    """The thread for reading, wrapped at `width` columns."""
    if not thread.reviews:
        return fill(f"No other review of {state_name} in this index can be compared with it.", width)
    earlier = [_review(thread, review, width) for review in thread.reviews if review.session < thread.record.session]
    later = [_review(thread, review, width) for review in thread.reviews if review.session > thread.record.session]
    here = f"Session {thread.record.session}, cycle {cycle_of_session(thread.record.session)}: this recommendation"
    return "\n\n".join([*earlier, f"{here}\n{_quoted(thread.record, width)}", *later])


def _review(thread: Thread, review: ThreadReview, width: int) -> str:
    head = f"Session {review.session}, cycle {review.cycle}: {review.total} of {review.compared} linked"
    if review.total > len(review.links):
        head += f", the first {len(review.links)}"
    return "\n\n".join([head, *_links(thread, review, width)])


def _links(thread: Thread, review: ThreadReview, width: int) -> Iterator[str]:
    for link in review.links:
        head = f"{THREAD_WORDS[link.type]:>12}  {positions_in_words(*thread.in_time(link))}"
        yield f"{head}\n{_quoted(link.record, width)}"


def positions_in_words(earlier: Recommendation, later: Recommendation) -> str:
    """Both positions side by side: "noted in cycle 1 → supported in cycle 3"."""
    return " → ".join(
        f"{position_in_words(record, quoting=False)} in cycle {cycle_of_session(record.session)}"
        for record in (earlier, later)
    )


def _quoted(record: Recommendation, width: int) -> str:
    quoted, place = f"“{record.quoted}”", f"{record.place.symbol}; {record.id}"
    return "\n".join(fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in (quoted, place))
