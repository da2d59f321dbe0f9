"""What a document without pages holds: a Word file, a web page and plain text do not say where pages end.

Readers say of all their lines that they stand on page 1, which is no place to cite.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from models.records.records import Place

Kept = TypeVar("Kept")


def without_pages(kept: Kept) -> Kept:
    """Records, paragraphs and answers as they are, but for the pages of their places, which are left out."""
    found: Kept = _without_pages(kept)
    return found


def _without_pages(kept: Any) -> Any:
    if isinstance(kept, Place):
        return replace(kept, page=None)
    if type(kept) is tuple:  # a named tuple keeps its type; none holds a place
        return tuple(map(_without_pages, kept))
    if is_dataclass(kept) and not isinstance(kept, type):
        return replace(kept, **{each.name: _without_pages(getattr(kept, each.name)) for each in fields(kept)})
    return kept
