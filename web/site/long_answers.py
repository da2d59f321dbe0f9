"""Which answers take long: what is matched with an issue, and files. They have a queue of their own in the server
(web/bounded_server.py), so that the page of a record, whose address somebody was given, never waits behind them.
"""

import re

_IN_ANY_LANGUAGE = r"(?:/[A-Za-z-]{2,8})?"
_LONG = re.compile(
    rf"/api/(?:v1/)?(?:match|find|lobby|observations|reported|progress|export)"
    rf"|{_IN_ANY_LANGUAGE}(?:"
    r"/(?:match|find|lobby|reported|uptake)"
    r"|/results/.*|/lobby/recommendations"
    r"|/(?:match|find|browse|lobby|uptake)/download"
    r"|/state/[^/]+/review/[^/]+/follow-up\.\w+"
    r"|/plan/[^/]+/(?:paper/.*|plan\.\w+|news)"
    r")"
)


def takes_long(path: str) -> bool:
    """Whether the answer at the path of an address, in any language, is one of these."""
    return _LONG.fullmatch(path) is not None
