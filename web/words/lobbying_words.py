"""The words of the pages of States to approach: the formula and the kinds of evidence."""

from dataclasses import dataclass

from search import Evidence, LobbyingList, View
from web.site.language import Counted, gettext, lazy_gettext, ngettext
from web.site.served_index import name_of
from web.words.sessions import month_and_session


@dataclass(frozen=True, slots=True)
class TermWords:
    """One number of the formula in plain words. `%(state)s` stands for the State under review."""

    name: str
    meaning: str
    counting: str
    """How it gives points; `%(points)s` stands for the points of the formula."""
    amount: str
    """What `%(number)s` counts; "" for what is so or is not."""
    evidence: Evidence
    """The recommendations behind it."""


TERM_WORDS: dict[str, TermWords] = {
    "expected": TermWords(
        lazy_gettext("Expected in one review"),
        lazy_gettext(
            "How many recommendations on the issue it may be expected to make in one review: all that it made a review "
            "of late, times the share of them that is on the issue."
        ),
        lazy_gettext("Points: %(points)s for each doubling, from one in a hundred reviews."),
        lazy_gettext("%(number)s a review"),
        Evidence.ALL,
    ),
    "care": TermWords(
        lazy_gettext("Share compared with the average"),
        lazy_gettext(
            "The share of its recommendations that is on the issue, compared with that of all States together."
        ),
        lazy_gettext("Points: %(points)s for each doubling; below 1 it takes points."),
        lazy_gettext("%(number)s × the average"),
        Evidence.ON_ISSUE,
    ),
    "asked_here": TermWords(
        lazy_gettext("Asked %(state)s before"),
        lazy_gettext("How many recommendations it made to %(state)s that are on the issue, surely or probably."),
        lazy_gettext("Points: %(points)s for each doubling of twice their number and one."),
        lazy_gettext("%(number)s made"),
        Evidence.HERE,
    ),
    "leaning": TermWords(
        lazy_gettext("Regional focus"),
        lazy_gettext(
            "The share of all its recommendations that went to the regional group of %(state)s, compared with that of "
            "all States together."
        ),
        lazy_gettext("Points: %(points)s for each doubling; below 1 it takes points."),
        lazy_gettext("%(number)s × the average"),
        Evidence.NEAR,
    ),
    "leaning_on_issue": TermWords(
        lazy_gettext("Regional focus on the issue"),
        lazy_gettext("The same among its recommendations on the issue to other States than %(state)s."),
        lazy_gettext("Points: %(points)s for each doubling; below 1 it takes points."),
        lazy_gettext("%(number)s × the average"),
        Evidence.NEAR_ON_ISSUE,
    ),
    "same_group": TermWords(
        lazy_gettext("Same regional group"),
        lazy_gettext("Whether it is in the regional group of %(state)s."),
        lazy_gettext("Points: %(points)s if it is."),
        "",
        Evidence.NEAR,
    ),
    "asked_by": TermWords(
        lazy_gettext("Received from %(state)s"),
        lazy_gettext("How many recommendations %(state)s made to it, on anything."),
        lazy_gettext("Points: %(points)s for each doubling of their number and one."),
        lazy_gettext("%(number)s received"),
        Evidence.RETURNED,
    ),
}
"""Of each term of search.lobbying.rank."""

VIEW_WORDS: dict[View, str] = {
    "asked": lazy_gettext("Asked this State before"),
    "perhaps": lazy_gettext("May have asked this State before"),
    "prospect": lazy_gettext("Potential supporters"),
    "silent": lazy_gettext("None found on it"),
}

EVIDENCE_WORDS: dict[Evidence, Counted] = {
    Evidence.HERE: Counted(
        "%(count)s recommendation by %(other)s to %(state)s on the issue",
        "%(count)s recommendations by %(other)s to %(state)s on the issue",
    ),
    Evidence.HERE_PERHAPS: Counted(
        "%(count)s recommendation by %(other)s to %(state)s that may be on the issue",
        "%(count)s recommendations by %(other)s to %(state)s that may be on the issue",
    ),
    Evidence.HERE_SUPPORTED: Counted(
        "%(count)s recommendation by %(other)s on the issue that %(state)s supported",
        "%(count)s recommendations by %(other)s on the issue that %(state)s supported",
    ),
    Evidence.HERE_NOTED: Counted(
        "%(count)s recommendation by %(other)s on the issue that %(state)s noted",
        "%(count)s recommendations by %(other)s on the issue that %(state)s noted",
    ),
    Evidence.HERE_ANYTHING: Counted(
        "%(count)s recommendation by %(other)s to %(state)s, on anything",
        "%(count)s recommendations by %(other)s to %(state)s, on anything",
    ),
    Evidence.OTHERS: Counted(
        "%(count)s recommendation by %(other)s to other States than %(state)s on the issue",
        "%(count)s recommendations by %(other)s to other States than %(state)s on the issue",
    ),
    Evidence.ON_ISSUE: Counted(
        "%(count)s recommendation by %(other)s to all States on the issue",
        "%(count)s recommendations by %(other)s to all States on the issue",
    ),
    Evidence.SPECIFIC: Counted(
        "%(count)s recommendation by %(other)s on the issue that asks for a specific action",
        "%(count)s recommendations by %(other)s on the issue that ask for a specific action",
    ),
    Evidence.SUPPORTED: Counted(
        "%(count)s recommendation by %(other)s on the issue that was supported",
        "%(count)s recommendations by %(other)s on the issue that were supported",
    ),
    Evidence.NOTED: Counted(
        "%(count)s recommendation by %(other)s on the issue that was noted",
        "%(count)s recommendations by %(other)s on the issue that were noted",
    ),
    Evidence.NEAR_ON_ISSUE: Counted(
        "%(count)s recommendation by %(other)s on the issue to other States in the regional group of %(state)s",
        "%(count)s recommendations by %(other)s on the issue to other States in the regional group of %(state)s",
    ),
    Evidence.NEAR: Counted(
        "%(count)s recommendation by %(other)s to the regional group of %(state)s, on anything",
        "%(count)s recommendations by %(other)s to the regional group of %(state)s, on anything",
    ),
    Evidence.ALL: Counted(
        "%(count)s recommendation by %(other)s to all States, on anything",
        "%(count)s recommendations by %(other)s to all States, on anything",
    ),
    Evidence.RETURNED: Counted(
        "%(count)s recommendation by %(state)s to %(other)s, on anything",
        "%(count)s recommendations by %(state)s to %(other)s, on anything",
    ),
}
"""What stands behind a number."""


def evidence_words(evidence: Evidence, count: int, state: str, other: str | None) -> str:
    """What stands behind a number of a State (by name; None: of all together)."""
    return EVIDENCE_WORDS[evidence](count, state=state, other=other or gettext("any State"))


BACK_TEST = lazy_gettext(
    "Tested on UPR Info’s issue labels and the reviews of October 2013 to November 2014, knowing only what came before "
    "each: of the ten States put first, 3.2 made a recommendation on the issue in that review on average. Issues in "
    "your own words were not tested."
)
"""What the priority is worth (docs/lobbying.md)."""


def searched(listed: LobbyingList) -> str:
    """What was searched for recommendations to the State under review: nobody can tell of reviews not indexed."""
    name = name_of(listed.state)
    if not listed.sessions:
        return gettext("No recommendation to %(state)s is indexed here.", state=name)
    sessions = tuple(map(month_and_session, listed.sessions))
    return ngettext(
        "Indexed here of %(state)s: %(count)s recommendation, from the reviews of %(sessions)s.",
        "Indexed here of %(state)s: %(count)s recommendations, from the reviews of %(sessions)s.",
        listed.here_anything,
        state=name,
        sessions=sessions,
    )
