"""Pages as trees; a page whose HTML is not right by the standard has none."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from xml.etree.ElementTree import Comment, Element

import turbohtml
from turbohtml import TokenType
from turbohtml.treebuild import parse_into

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements without an end tag."""
NEED_NOT_BE_WRITTEN = frozenset(["tbody"])


class NotWellNested(Exception):
    """A tag stands where the standard allows none, or an element ends elsewhere than it says."""


@lru_cache(maxsize=100)
def parse(html: str) -> Element:
    """The page as a tree; the same for all who ask for the same page, so nobody may change it.

    Raises:
        turbohtml.HTMLParseError: its characters break the standard (a doubled attribute, an unknown entity).
        NotWellNested: its tags do, so that a browser would move, close or leave out an element.
    """
    turbohtml.parse(html, strict=True)
    tree: Element = parse_into(html, _Builder())[0]
    for written, built in zip_longest(_tags_written(html), _tags_built(tree)):
        if written != built:
            raise NotWellNested(f"{written} is written where a browser has {built}")
    return tree


def parse_built(html: str) -> Element:
    """The tree of a page as a browser writes it down again, whose tags are right by the standard in any case."""
    tree: Element = parse_into(html, _Builder())[0]
    return tree


def _tags_written(html: str) -> Iterator[str]:
    """All tags in order, those of elements without end tags as if they had one."""
    inside = ""
    for token in turbohtml.tokenize(html, capture_attributes=False):
        if token.type is TokenType.TEXT and inside == "noscript":  # to the tokenizer one piece, as where scripts run
            yield from _tags_written(token.data or "")
        if token.tag is None or token.tag in NEED_NOT_BE_WRITTEN:
            continue
        inside = token.tag
        if token.type is TokenType.START_TAG:
            yield f"<{token.tag}>"
        if token.type is TokenType.END_TAG or token.tag in VOID or token.self_closing:  # in SVG
            yield f"</{token.tag}>"


def _tags_built(element: Element) -> Iterator[str]:
    """The same of the tree that a browser makes."""
    if not isinstance(element.tag, str):  # a comment
        return
    is_named = element.tag not in NEED_NOT_BE_WRITTEN
    if is_named:
        yield f"<{element.tag}>"
    for child in element:
        yield from _tags_built(child)
    if is_named:
        yield f"</{element.tag}>"


class _Builder:
    """Makes the tree of the standard library."""

    def create_document(self) -> Element:
        return Element("document")

    def create_doctype(self, name: str, public_id: str | None, system_id: str | None) -> None:
        assert (name, public_id, system_id) == ("html", None, None)

    def create_element(self, name: str, namespace: str, attrs: tuple[tuple[str, str | None], ...]) -> Element:
        return Element(name, {key: value or "" for key, value in attrs})

    def create_text(self, data: str) -> str:
        return data

    def create_comment(self, data: str) -> Element:
        return Comment(data)

    def create_pi(self, target: str, data: str) -> Element:
        raise NotWellNested(f"<?{target} {data}")

    def append(self, parent: Element, child: Element | str | None) -> None:
        if isinstance(child, Element):
            parent.append(child)
        elif child is not None and len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        elif child is not None:
            parent.text = (parent.text or "") + child
