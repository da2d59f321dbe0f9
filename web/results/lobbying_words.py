"""What stands behind the numbers of States to approach, in words."""

from search import Evidence
from web.site.language import Counted, gettext

EVIDENCE_WORDS: dict[Evidence, Counted] = {
    Evidence.HERE: Counted(
        "%(count)s recommendation by %(other)s to %(state)s that was found",
        "%(count)s recommendations by %(other)s to %(state)s that were found",
    ),
    Evidence.HERE_PERHAPS: Counted(
        "%(count)s recommendation by %(other)s to %(state)s that may be on the issue",
        "%(count)s recommendations by %(other)s to %(state)s that may be on the issue",
    ),
    Evidence.HERE_ANYTHING: Counted(
        "%(count)s recommendation by %(other)s to %(state)s, on anything",
        "%(count)s recommendations by %(other)s to %(state)s, on anything",
    ),
    Evidence.OTHERS: Counted(
        "%(count)s recommendation by %(other)s to other States than %(state)s that was found",
        "%(count)s recommendations by %(other)s to other States than %(state)s that were found",
    ),
    Evidence.ON_ISSUE: Counted(
        "%(count)s recommendation by %(other)s to all States that was found",
        "%(count)s recommendations by %(other)s to all States that were found",
    ),
    Evidence.ALL: Counted(
        "%(count)s recommendation by %(other)s to all States, on anything",
        "%(count)s recommendations by %(other)s to all States, on anything",
    ),
}
"""What stands behind a number."""


def evidence_words(evidence: Evidence, count: int, state: str, other: str | None) -> str:
    """What stands behind a number of a State (by name; None: of all together)."""
    other = other or gettext("any State")
    if evidence is Evidence.RETURNED:
        return EVIDENCE_WORDS[Evidence.HERE_ANYTHING](count, state=other, other=state)
    return EVIDENCE_WORDS[evidence](count, state=state, other=other)
