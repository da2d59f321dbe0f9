"""Why one file was not fetched, each with the reason in words.

NotFetched
├── Absent              the server has none: it is not published there
│   └── WebPage         it sends a page for people in place of the file
├── NotUsable           what it sends is not the file, or is too large
└── ServerTrouble       the server does not serve: the next file may meet the same
    ├── ComeBackLater   it asks to be left alone for longer than a run waits
    └── TryAgain        it may serve soon
"""


class NotFetched(Exception):
    """One file was not fetched; the reason is the error's text, without a full stop."""


class Absent(NotFetched):
    """The server has no such file."""


class WebPage(Absent):
    """The server sends a page for people in place of the file, as servers do for symbols that they do not know."""


class NotUsable(NotFetched):
    """What the server sends is not what was asked for, or is too large."""


class ServerTrouble(NotFetched):
    """The server cannot be reached, is too slow, refuses, or refers to one that is not asked."""


class ComeBackLater(ServerTrouble):
    """The server asks to be left alone for longer than a run waits."""


class TryAgain(ServerTrouble):
    """It may go better soon."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        """`wait` is how many seconds the server asks to wait before the next try."""
        super().__init__(reason)
        self.wait = wait
