"""How an earlier and a later recommendation to one State relate to each other."""

from enum import StrEnum


class ThreadType(StrEnum):
    """The types of a thread, and none. The values are those of JSON; pages and commands say it in words."""

    SAME = "same"
    """The same request again, in whatever words."""
    BUILD_UP = "build-up"
    """Keeps the request and goes further: from considering to doing, from adopting to carrying out, from a general
    request to named measures."""
    SIMILAR = "similar"
    """Related: the same aim with other measures, with another scope, more generally or in weaker words."""
    NONE = "none"
    """No thread."""


THREAD_WORDS: dict[ThreadType, str] = {
    ThreadType.SAME: "same",
    ThreadType.BUILD_UP: "goes further",
    ThreadType.SIMILAR: "related",
}
"""What a reader is told that the later recommendation is to the earlier."""
