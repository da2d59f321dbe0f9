"""How an earlier and a later recommendation to one State hang together."""

from enum import StrEnum


class ThreadType(StrEnum):
    """The types of a thread, and none."""

    SAME = "same"
    """The same ask again, in whatever words."""
    BUILD_UP = "build-up"
    """Keeps the ask and goes further: from considering to doing, from adopting to carrying out, from a general ask to
    named measures."""
    SIMILAR = "similar"
    """The same aim with other measures, with another scope, or in weaker words."""
    GENERAL = "general"
    """One is the frame of the other."""
    NONE = "none"
    """No thread."""
