"""What stands behind the numbers of States to approach, in words."""

from search import Evidence
from web.site.language import gettext, lazy_gettext, number

EVIDENCE_WORDS: dict[Evidence, str] = {
    Evidence.HERE: lazy_gettext("Found to the State under review"),
    Evidence.HERE_PERHAPS: lazy_gettext("Perhaps on the issue, to the State under review"),
    Evidence.HERE_ANYTHING: lazy_gettext("To the State under review, on anything"),
    Evidence.OTHERS: lazy_gettext("Found to other States"),
    Evidence.RETURNED: lazy_gettext("Received from the State under review"),
    Evidence.ON_ISSUE: lazy_gettext("Found"),
    Evidence.ALL: lazy_gettext("Recommendations"),
}
"""What stands behind a number: over the recommendations themselves, and as a column of files."""


def evidence_words(evidence: Evidence, count: int, other: str | None) -> str:
    """What stands behind a number of a State (by name; None: of all together), and the number."""
    words = (other, str(EVIDENCE_WORDS[evidence]), number(count))
    return gettext(": ").join(filter(None, words))
