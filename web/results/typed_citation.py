"""A citation typed as keywords, as its place in a document: what is copied from a page leads back to it."""

import re

_SYMBOL = re.compile(r"(?<![\w/])[A-Z]++(?=/[\w./-]{0,80}\d)(?:/[\w.-]{0,40}\w)+")
_NAMED = r"(?:\bpara(?:graph|graphe|\.)?|\bpárrafo|\bpárr\.|الفقرة|¶|§)"
_PARAGRAPH = re.compile(rf"{_NAMED}\s*(\d+(?:\.\d+)*(?:\s?\([a-z]\))?)", re.IGNORECASE)
_ITEM = r"(\d+\.\d+(?:\s?\([a-z]\))?)(?!\S)"
"""A number of a list in a report; one without a full stop is any number."""
_AFTER_SYMBOL = re.compile(rf"[\s,;:]+{_ITEM}")
_ALONE = re.compile(
    rf"(?:{_NAMED}|\brec(?:ommendation|ommandation|omendación|\.)?|التوصية|#)?\s*{_ITEM}", re.IGNORECASE
)
_ID = re.compile(r"([A-Z]{3})-(\d{1,3})-(\d+(?:\.\d+)*(?:\([a-z]\))?)-\d+")


def keywords_of(text: str) -> str:
    """The keywords for the place that a text cites ("A/HRC/28/15, paragraph 115.75"), else the text itself.

    So are read the number of a recommendation, alone or after a symbol, and the id in the address of its page.
    """
    symbol, paragraph = _SYMBOL.search(text), _PARAGRAPH.search(text)
    if symbol and (paragraph := paragraph or _AFTER_SYMBOL.match(text, symbol.end())):
        return f'symbol:"{symbol[0]}" {_in_paragraph(paragraph[1])}'
    if alone := _ALONE.fullmatch(text.strip()):
        return _in_paragraph(alone[1])
    if record := _ID.fullmatch(text.strip()):
        return f"state:{record[1]} session:{record[2]} {_in_paragraph(record[3])}"
    return text


def _in_paragraph(number: str) -> str:
    return f'paragraph:"{number.replace(" ", "")}"'
