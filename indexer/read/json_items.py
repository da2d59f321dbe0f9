"""Read a large JSON array item by item, with Python's own decoder over a window that moves through the file.

Such a file may have 400 MB and come from anywhere: no more than a window and one item is ever in memory, and an item
that is too long or too deeply nested is refused. (ijson, the usual library for this, holds the path of every open
bracket: a file of 100 KB that opens 100,000 of them takes all memory.)
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from models.errors import UnreadableDocument, UnrecognisedDocument
from models.files.unreadable import damaged, too_large
from models.messages.printable import without_surrogates
from models.messages.spoken import saying

MAX_BYTES = 2_000_000_000
LONGEST_ITEM = 5_000_000
"""Characters."""
WINDOW = 1 << 20
"""Characters read at once."""
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BETWEEN = re.compile(r"[\s,]*")
_NEXT_OBJECT = re.compile(r"\}\s*,\s*(?=\{)")


class BrokenItem:
    """Stands for an item that is no JSON."""


def read_json_items(path: Path, most_broken: int = 0) -> Iterator[object]:
    """Yield the items of the array that a file holds, in their order.

    So many broken items as `most_broken` cost only themselves: a BrokenItem is yielded where an object follows.

    Raises:
        UnreadableDocument: the file is damaged, cut off, too large, or not in UTF-8.
        UnrecognisedDocument: it holds something else than an array.
    """
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableDocument(too_large(path.name, MAX_BYTES))
    count = 0
    try:
        for item in _items(path, most_broken):
            yield item
            count += 1
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(damaged(path.name)) from error


def _without_surrogates(item: object) -> object:
    """The item with U+FFFD for escapes of half a character ("\\ud800"), which nothing can be written with."""
    return json.loads(without_surrogates(json.dumps(item, ensure_ascii=False)))


def _items(path: Path, most_broken: int) -> Iterator[object]:
    # Numbers stay as they are written: Python refuses to read one of thousands of digits.
    decode = json.JSONDecoder(parse_int=str).raw_decode
    with path.open(encoding="utf-8-sig") as file:
        window = file.read(WINDOW).lstrip()
        if window and window[0] != "[":
            raise UnrecognisedDocument(
                saying(
                    "%(name)s is no export of the Universal Human Rights Index, and of no other kind of json file that "
                    "is read.",
                    name=path.name,
                )
            )
        place = 1
        while True:
            between = _BETWEEN.match(window, place)
            place = between.end() if between else place
            if window[place : place + 1] == "]":
                return
            start = place
            try:
                item, place = decode(window, start)
            except (ValueError, RecursionError):
                more = file.read(WINDOW) if len(window) - place <= LONGEST_ITEM else ""
                if more:
                    window, place = window[place:] + more, 0
                    continue
                following = _NEXT_OBJECT.search(window, start)
                if following is None or not most_broken:
                    raise
                most_broken, place = most_broken - 1, following.end()
                yield BrokenItem()
            else:
                yield _without_surrogates(item) if _SURROGATE.search(window, start, place) else item
