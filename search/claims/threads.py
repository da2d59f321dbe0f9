"""What is said of recommendations of another review that resemble one: the program found them, they are to be read.

All that were found are counted as similar, and of them those that ask the same (models.records.enums.ThreadType). None
found is never a zero by itself: it is said among how many. A change of position is said of those alone that ask the
same, beside both texts.
"""

from collections.abc import Iterable, Mapping

from models.messages.message import Message, counted
from models.records.enums import ThreadType
from models.records.records import Recommendation
from models.reviews.next_review import estimated_year
from search.claims.coverage import year_and_session
from search.claims.positions import position_of
from search.datamodel.threads import SimilarInReview, ThreadSummary

THREAD_WORDS: Mapping[ThreadType, Message] = {
    ThreadType.SAME: Message("Asks the same"),
    ThreadType.SIMILAR: Message("Similar"),
}
"""What another recommendation is, as the program found it."""
NOTHING_SIMILAR = Message("Nothing similar found")
POSITION_ON_SAME = Message("Position on one that asks the same")
"""Heads of columns, and of a filter."""
ASKS_THE_SAME_LATER = Message("Asks the same in a later review: read both")
READ_BOTH = Message("A program found these by comparing texts: read both before you say that they belong together.")
Pair = tuple[Recommendation, Recommendation]
"""The earlier and the later of two."""


def similar_found(count: int, same: int, session: int) -> Message:
    """How many were found in the review of a session, and of them those that ask the same ("3 similar in 2019: read
    them; 1 of them asks the same"); that nothing was, where none is."""
    year = str(estimated_year(session))
    if not count:
        return Message("Nothing similar found in %(year)s", year=year)
    found = counted(
        "%(count)s similar in %(year)s: read it", "%(count)s similar in %(year)s: read them", count, year=year
    )
    if not same:
        return found
    asking = counted("%(count)s of them asks the same", "%(count)s of them ask the same", same)
    return Message("%(found)s; %(same)s", found=found, same=asking)


def nothing_similar(compared: int, session: int) -> Message:
    """Among how many recommendations of the review of a session nothing was found."""
    if not compared:
        return Message("No recommendation of that review is in the language of this one: none was compared with it.")
    return counted(
        "Nothing similar found when it was compared with the %(count)s recommendation of %(review)s.",
        "Nothing similar found when it was compared with the %(count)s recommendations of %(review)s.",
        compared,
        review=year_and_session(session),
    )


def summary_in_words(summary: ThreadSummary) -> tuple[Message, ...]:
    """How many recommendations of a review are like one of the review before, and of them those that ask the same."""
    similar, same = len(summary.similar), len(summary.same)
    then, now = str(estimated_year(summary.before)), str(estimated_year(summary.session))
    if not similar:
        words = counted(
            "Nothing in %(then)s was found to be similar to the %(count)s recommendation of %(now)s.",
            "Nothing in %(then)s was found to be similar to any of the %(count)s recommendations of %(now)s.",
            len(summary.rows),
            then=then,
            now=now,
        )
        return (words,)
    found = counted(
        "To %(count)s of the %(all)s recommendations of %(now)s there is something similar in %(then)s: read both.",
        "To %(count)s of the %(all)s recommendations of %(now)s there is something similar in %(then)s: read both.",
        similar,
        all=len(summary.rows),
        then=then,
        now=now,
    )
    if not same:
        return (found,)
    asking = counted("%(count)s of them asks the same.", "%(count)s of them ask the same.", same)
    return found, asking


def questions_on_later(session: int, compared: int) -> tuple[Message, Message, Message]:
    """What can be asked of the recommendations of a session beside those of a later one: which were noted, and have one
    that was found to ask the same and is supported; which were supported, and have such a one; which have nothing like
    them."""
    then, now = str(estimated_year(session)), str(estimated_year(compared))
    return (
        Message("Noted in %(then)s, one found that asks the same supported in %(now)s", then=then, now=now),
        Message("Supported in %(then)s, one found that asks the same in %(now)s", then=then, now=now),
        Message("Nothing similar found in %(year)s", year=now),
    )


def position_change(earlier: Recommendation, later: Recommendation) -> Message:
    """The positions on two that ask the same ("From noted in 2014 to supported in 2019")."""
    then, now = (str(estimated_year(record.session)) for record in (earlier, later))
    return Message(
        "From %(earlier)s in %(then)s to %(later)s in %(now)s",
        earlier=position_of(earlier),
        then=then,
        later=position_of(later),
        now=now,
    )


def by_change(rows: Iterable[SimilarInReview]) -> Mapping[Message, tuple[Pair, ...]]:
    """The recommendations that ask the same as an earlier one, each with the surest of these, by what happened to the
    position: the most frequent first."""
    pairs: dict[Message, list[Pair]] = {}
    for row in rows:
        for link in row.same[:1]:
            pairs.setdefault(position_change(link.record, row.record), []).append((link.record, row.record))
    return {words: tuple(found) for words, found in sorted(pairs.items(), key=lambda each: -len(each[1]))}
