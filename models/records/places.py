"""Where words stand, as pages, papers, files and commands write it."""

from collections.abc import Mapping

from models.messages.message import Message
from models.records.documents import SOURCE_NAMES, DocumentKind
from models.records.records import Place

_LISTS: Mapping[str, Message] = {
    SOURCE_NAMES[DocumentKind.THEMATIC_LIST]: Message("OHCHR thematic list"),
    SOURCE_NAMES[DocumentKind.RIGHTS_INDEX_EXPORT]: Message("Universal Human Rights Index"),
}
"""Lists and tables of others, which have no symbol; UPR Info is called so in all languages."""


def source_name(symbol: str) -> str:
    """The symbol of a document, or the name of a list or table that has none."""
    return _LISTS.get(symbol, symbol)


def document_name(place: Place) -> str:
    """The symbol of the document, or the name of the list or table, where words stand; of a draft, that it is one."""
    name = source_name(place.symbol)
    if place.draft is None:
        return name
    return Message("%(symbol)s (%(draft)s)", symbol=name, draft=place.draft.in_words)


def place_in_words(place: Place) -> str:
    """Symbol, paragraph and page ("A/HRC/28/15, paragraph 115.12, page 14")."""
    symbol = document_name(place)
    if place.paragraph and place.page:
        return Message(
            "%(symbol)s, paragraph %(paragraph)s, page %(page)s",
            symbol=symbol,
            paragraph=place.paragraph,
            page=str(place.page),
        )
    if place.paragraph:
        return Message("%(symbol)s, paragraph %(paragraph)s", symbol=symbol, paragraph=place.paragraph)
    if place.page:
        return Message("%(symbol)s, page %(page)s", symbol=symbol, page=str(place.page))
    return symbol
