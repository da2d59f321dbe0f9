"""What a document without pages holds: a Word file, a web page and plain text do not say where pages end.

Readers say of all their lines that they stand on page 1, which is no place to cite.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from models.records.records import Place

Held = TypeVar("Held")


def without_pages(held: Held) -> Held:
    """The same records, paragraphs and answers, each of their places without a page."""
    found: Held = _without_pages(held)
    return found


def _without_pages(held: Any) -> Any:
    if isinstance(held, Place):
        return replace(held, page=None)
    if isinstance(held, tuple):
        return tuple(map(_without_pages, held))
    if is_dataclass(held) and not isinstance(held, type):
        return replace(held, **{each.name: _without_pages(getattr(held, each.name)) for each in fields(held)})
    return held
