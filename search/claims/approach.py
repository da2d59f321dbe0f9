"""What is said of States to approach: what each recommended, quoted beside it, and what was found of it to read.

Nobody is said to have asked for an issue, or not to have: a recommendation stands with its words, and whether it is on
the issue is for its reader to judge.
"""

from collections.abc import Iterator
from itertools import islice

from models.messages.message import Message, Row, StateName, counted
from models.records.records import Recommendation
from models.reviews.next_review import estimated_year
from search.claims.coverage import year_and_session
from search.claims.positions import POSITION_IN_SENTENCE, WITHOUT_ANSWER, coder_in_words, coder_of, qualified_support
from search.datamodel.lobbying import Evidence, LobbyingList, LobbyingTarget, Order

MOST_REASONS = 3
BY_WHAT_THEY_SAID = Message("By what they said")
BY_WHO_IS_LIKELY = Message("By a formula on past reviews")
TO_READ = Message("To read: perhaps on the issue")
STRUCK_OUT = Message("Struck out")
NEAREST_QUOTED = Message(
    "Of each State the nearest recommendation is quoted, found by comparing words and meaning: judge whether it is the "
    "same thing."
)
BACK_TEST = Message(
    "Order by a formula, tested on UPR Info’s issue labels and the reviews of October 2013 to November 2014, knowing "
    "only what came before each: of the ten States put first, 3.2 made a recommendation on the issue in that review on "
    "average (precision at ten 0.324). Issues in your own words were not tested."
)
"""docs/lobbying.md says how."""
SAME_GROUP = Message("same regional group")


def parts_of(listed: LobbyingList, order: Order) -> tuple[tuple[Message, tuple[LobbyingTarget, ...]], ...]:
    """An order with what each part of it is called; parts without a State are left out."""
    targets = listed.in_order(order)
    if order == "likely":
        return ((BY_WHO_IS_LIKELY, targets),)
    sure = tuple(target for target in targets if not target.nearest.is_to_read)
    parts = ((BY_WHAT_THEY_SAID, sure), (TO_READ, targets[len(sure) :]))
    return tuple((heading, part) for heading, part in parts if part)


def recommended_to(record: Recommendation, state: StateName) -> Message:
    """Behind the words of a recommendation: to whom, when, with which answer."""
    coder = coder_of(record)
    coding = Message("coded by %(coder)s", coder=coder_in_words(coder)) if coder else None
    answer = WITHOUT_ANSWER.get(record.position, POSITION_IN_SENTENCE[record.position])
    parts = (answer, qualified_support(record), coding)
    return Message(
        "recommended to %(state)s in %(year)s (%(position)s)",
        state=state,
        year=str(estimated_year(record.session)),
        position=Row(tuple(filter(None, parts)), ", "),
    )


def reasons(target: LobbyingTarget, state: StateName) -> tuple[tuple[Message, Evidence | None], ...]:
    """At most three things to know of a State before it is approached, with what stands behind each.

    `state`: the State under review.
    """
    return tuple(islice(_reasons(target, state), MOST_REASONS))


def _reasons(target: LobbyingTarget, state: StateName) -> Iterator[tuple[Message, Evidence | None]]:
    counts = target.counts
    if here := counts[Evidence.HERE]:
        yield Message("found, made to %(state)s, to read: %(count)s", state=state, count=here), Evidence.HERE
    if perhaps := counts[Evidence.HERE_PERHAPS]:
        words = Message("made to %(state)s, perhaps on it, to read: %(count)s", state=state, count=perhaps)
        yield words, Evidence.HERE_PERHAPS
    if others := counts[Evidence.OTHERS]:
        yield Message("found, made to other States, to read: %(count)s", count=others), Evidence.OTHERS
    if target.is_near:
        yield SAME_GROUP, None
    if returned := counts[Evidence.RETURNED]:
        yield Message("received from %(state)s: %(count)s", state=state, count=returned), Evidence.RETURNED


def counts_found(listed: LobbyingList) -> Message:
    """How many recommendations the program found, and how many of them to the State under review."""
    if not listed.on_issue:
        return Message("No recommendation was found that is surely or probably on the issue.")
    return counted(
        "%(count)s recommendation found up to session %(session)s, %(here)s of them to %(state)s.",
        "%(count)s recommendations found up to session %(session)s, %(here)s of them to %(state)s.",
        listed.on_issue,
        session=str(listed.session - 1),
        here=listed.here,
        state=listed.state.in_message,
    )


def looked_through(listed: LobbyingList) -> Message:
    """What was searched of the State under review: nobody can tell of reviews that are not indexed."""
    before = listed.question.before_session
    if not listed.sessions and before:
        return Message(
            "No recommendation to %(state)s before session %(session)s is indexed here.",
            state=listed.state.in_message,
            session=str(before),
        )
    if not listed.sessions:
        return Message("No recommendation to %(state)s is indexed here.", state=listed.state.in_message)
    return counted(
        "Indexed here of %(state)s: %(count)s recommendation, from the reviews of %(sessions)s.",
        "Indexed here of %(state)s: %(count)s recommendations, from the reviews of %(sessions)s.",
        listed.here_anything,
        state=listed.state.in_message,
        sessions=Row(tuple(map(year_and_session, listed.sessions)), ", "),
    )
