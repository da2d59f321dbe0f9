"""What stands behind the numbers of States to approach, in words."""

from models.messages.message import Message
from search import Evidence
from web.site.language import gettext, number, translated

EVIDENCE_WORDS: dict[Evidence, Message] = {
    Evidence.HERE: Message("Found to the State under review"),
    Evidence.HERE_PERHAPS: Message("Perhaps on the issue, to the State under review"),
    Evidence.HERE_ANYTHING: Message("To the State under review, on anything"),
    Evidence.OTHERS: Message("Found to other States"),
    Evidence.RETURNED: Message("Received from the State under review"),
    Evidence.ON_ISSUE: Message("Found"),
    Evidence.ALL: Message("Recommendations"),
}
"""What stands behind a number: over the recommendations themselves, and as a column of files."""


def evidence_words(evidence: Evidence, count: int, other: str | None) -> str:
    """What stands behind a number of a State (by name; None: of all together), and the number."""
    words = (other, translated(EVIDENCE_WORDS[evidence]), number(count))
    return gettext(": ").join(filter(None, words))
