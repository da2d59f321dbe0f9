"""Cursors: where the next page of an answer begins.

A cursor is an offset with the mark of its question and snapshot, in base64. It holds no word of the question and is
not secret: a forged one gives a page that `offset` gives as well. With another question, or once the index was built
anew, its offset would skip and repeat entries, so it is refused.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode

from web.api.questions import MAX_OFFSET
from web.site.error_pages import RefusedField


def next_cursor(offset: int, total: int, mark: str) -> str | None:
    """The cursor of the page that begins after `offset` of `total` lines; None where there is none."""
    if offset >= total:
        return None
    return urlsafe_b64encode(f"{offset}.{mark}".encode()).decode().rstrip("=")


def offset_of(cursor: str, mark: str) -> int:
    """How many lines stand before the page of a cursor.

    Raises:
        RefusedField: it is no cursor of this question and snapshot.
    """
    try:
        number, _, given_mark = urlsafe_b64decode(f"{cursor[:60]}===").decode("ascii").partition(".")
    except (binascii.Error, ValueError):
        number = given_mark = ""
    if given_mark != mark or not number.isdecimal() or int(number) > MAX_OFFSET:
        raise RefusedField(
            "This cursor is of another question, or of an index that was built anew since: begin from the first page.",
            "cursor",
        )
    return int(number)
