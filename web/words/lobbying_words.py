"""The words of the pages of States to approach: the formula, the kinds of evidence, sessions with their dates."""

from dataclasses import dataclass

from models.reviews.next_review import estimated_year
from models.reviews.sessions import find_session
from search import TERMS, Evidence, LobbyingList, View


@dataclass(frozen=True, slots=True)
class TermWords:
    """One number of the formula in plain words. `{state}` stands for the State under review."""

    name: str
    meaning: str
    counting: str
    """How it gives points; `{points}` stands for the points of the formula."""
    unit: str
    """What stands behind the number."""
    evidence: Evidence
    """The recommendations behind it."""


TERM_WORDS: dict[str, TermWords] = {
    "expected": TermWords(
        "Expected in one review",
        "How many recommendations on the issue it may be expected to make in one review: all that it made a review of "
        "late, times the share of them that is on the issue.",
        "{points} for each doubling, from one in a hundred reviews",
        "a review",
        Evidence.ALL,
    ),
    "care": TermWords(
        "Share compared with the average",
        "The share of its recommendations that is on the issue, compared with that of all States together.",
        "{points} for each doubling; below 1 it takes points",
        "× the average",
        Evidence.ON_ISSUE,
    ),
    "asked_here": TermWords(
        "Asked {state} before",
        "How many recommendations it made to {state} that are on the issue or may be.",
        "{points} for each doubling of twice their number and one",
        "made",
        Evidence.HERE,
    ),
    "leaning": TermWords(
        "Regional focus",
        "The share of all its recommendations that went to the regional group of {state}, compared with that of all "
        "States together.",
        "{points} for each doubling; below 1 it takes points",
        "× the average",
        Evidence.NEAR,
    ),
    "leaning_on_issue": TermWords(
        "Regional focus on the issue",
        "The same among its recommendations on the issue to other States than {state}.",
        "{points} for each doubling; below 1 it takes points",
        "× the average",
        Evidence.NEAR_ON_ISSUE,
    ),
    "same_group": TermWords(
        "Same regional group",
        "Whether it is in the regional group of {state}.",
        "{points} if it is",
        "",
        Evidence.NEAR,
    ),
    "asked_by": TermWords(
        "Received from {state}",
        "How many recommendations {state} made to it, on anything.",
        "{points} for each doubling of their number and one",
        "received",
        Evidence.RETURNED,
    ),
}
"""Of each term of search.lobbying.rank."""

VIEW_WORDS: dict[View, str] = {
    "asked": "Asked this State before",
    "prospect": "Potential supporters",
    "silent": "None found on it",
}

EVIDENCE_WORDS: dict[Evidence, str] = {
    Evidence.HERE: "by {other} to {state} on the issue",
    Evidence.HERE_SUPPORTED: "by {other} on the issue that {state} supported",
    Evidence.HERE_NOTED: "by {other} on the issue that {state} noted",
    Evidence.HERE_ANYTHING: "by {other} to {state}, on anything",
    Evidence.OTHERS: "by {other} to other States than {state} on the issue",
    Evidence.ON_ISSUE: "by {other} to all States on the issue",
    Evidence.SPECIFIC: "by {other} on the issue that ask for a specific action",
    Evidence.SUPPORTED: "by {other} on the issue that were supported",
    Evidence.NOTED: "by {other} on the issue that were noted",
    Evidence.NEAR_ON_ISSUE: "by {other} on the issue to other States in the regional group of {state}",
    Evidence.NEAR: "by {other} to the regional group of {state}, on anything",
    Evidence.ALL: "by {other} to all States, on anything",
    Evidence.RETURNED: "by {state} to {other}, on anything",
}
"""What stands behind a number: "12 recommendations by France to Slovenia on the issue"."""


def points_of(term: str) -> str:
    """What a term is worth ("0.45 points", "1 point")."""
    points = TERMS[term].points
    return f"{points:g} point{'' if points == 1 else 's'}"


def searched(listed: LobbyingList) -> str:
    """What was searched for recommendations to the State under review: nobody can tell of reviews not indexed."""
    name = listed.state.name
    if not listed.sessions:
        return f"No recommendation to {name} is indexed here."
    reviews = f"review{'s' if len(listed.sessions) > 1 else ''} of {', '.join(map(session_in_words, listed.sessions))}"
    return f"Indexed here of {name}: {listed.here_anything:,} recommendations, from the {reviews}."


def session_in_words(session: int) -> str:
    """When a session was ("Oct 2014 (session 20)"), or about the year where no date is known yet."""
    known = find_session(session)
    return f"{f'{known.first_day:%b %Y}' if known else f'about {estimated_year(session)}'} (session {session})"
