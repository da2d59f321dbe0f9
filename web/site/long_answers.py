"""Which answers take long: what is matched with an issue, and files; and which requests bring a file to be read.

Each of both has a queue of its own in the server (web/bounded_server.py): the page of a record, whose address somebody
was given, waits behind neither, and a search never behind a file.
"""

import re

_IN_ANY_LANGUAGE = r"(?:/[A-Za-z-]{2,8})?"
_LONG = re.compile(
    rf"/api/(?:v1/)?(?:match|find|lobby|observations|reported|progress|export)"
    rf"|{_IN_ANY_LANGUAGE}(?:"
    r"/(?:match|find|lobby|reported|uptake)"
    r"|/results(?:/.*)?"
    r"|/(?:match|find|browse|lobby|uptake)/download"
    r"|/state/[^/]+/review/[^/]+/follow-up\.\w+"
    r"|/list/list\.\w+"
    r"|/plan/[^/]+/(?:paper/.*|papers\.zip|plan\.\w+|news)"
    r")"
)


def takes_long(path: str) -> bool:
    """Whether the answer at the path of an address, in any language, is one of these."""
    return _LONG.fullmatch(path) is not None


_WITH_FILE = re.compile(
    rf"{_IN_ANY_LANGUAGE}(?:/plans/open|/plan/[A-Za-z0-9_-]{{43}}/(?:upload|letterhead|ohchr-matrix)|/uptake)"
)
"""The workbook of a plan (web/plans/file_pages.py), a submission as a file or pasted (web/submissions/pages.py)."""


def brings_file(method: str, path: str) -> bool:
    """Whether a request brings something that is read in a process of its own (indexer/limits/run_apart.py)."""
    return method == "POST" and _WITH_FILE.fullmatch(path) is not None
