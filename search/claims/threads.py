"""What is said of recommendations of another review that resemble one: the program found them, they are to be read.

Two kinds (models.records.enums.ThreadType): those that ask the same, and those that are similar. All that were found
are counted as similar, and of them those that ask the same; none found is never a zero by itself.
"""

from collections.abc import Mapping

from models.messages import Message, counted
from models.records.enums import ThreadType

THREAD_WORDS: Mapping[ThreadType, Message] = {
    ThreadType.SAME: Message("Asks the same"),
    ThreadType.SIMILAR: Message("Similar"),
}
"""What the other recommendation is, as the program found it."""
FOUND_BY_COMPARING = Message("Found by comparing texts: read both before you say that they belong together.")


def similar_found(count: int, same: int, review: str) -> Message:
    """How many were found in a review ("2019"), to be read, and of them those that ask the same."""
    found = counted(
        "%(count)s similar in %(review)s: read it", "%(count)s similar in %(review)s: read", count, review=review
    )
    if not count:
        return Message("None found in %(review)s that is similar", review=review)
    if not same:
        return found
    asking = counted("%(count)s of them asks the same", "%(count)s of them ask the same", same)
    return Message("%(found)s; %(same)s", found=found, same=asking)
