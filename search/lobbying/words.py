"""What is said of a lobbying list on pages, in files and in the terminal alike."""

from models.messages import Message, counted
from search.datamodel.lobbying import LobbyingList


def perhaps_on_issue(listed: LobbyingList) -> Message | None:
    """How many further recommendations to the State under review may be on the issue, and why; None where none may."""
    count, labelled = listed.here_perhaps, listed.here_labelled
    if not count:
        return None
    if not labelled:
        return counted(
            "%(count)s more to %(state)s may be on it: read it before you count it.",
            "%(count)s more to %(state)s may be on it: read them before you count them.",
            count,
            state=listed.state.in_message,
        )
    return counted(
        "%(count)s more to %(state)s may be on it, by an issue label alone: read it before you count it.",
        "%(count)s more to %(state)s may be on it: %(listed)s that a search with the same words lists as perhaps on "
        "the issue, and %(labelled)s that only have an issue label of it. Read them before you count them.",
        count,
        state=listed.state.in_message,
        listed=count - labelled,
        labelled=labelled,
    )
