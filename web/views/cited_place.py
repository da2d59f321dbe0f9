"""A citation typed as keywords, as its place in a document: what is copied from a page leads back to it."""

import re

_SYMBOL = re.compile(r"(?<![\w/])[A-Z]+(?=[\w./-]*\d)(?:/[\w.-]*\w)+")
_PARAGRAPH = re.compile(
    r"(?:\bpara(?:graph|graphe|\.)?|\bpárrafo|\bpárr\.|الفقرة|¶|§)\s*(\d+(?:\.\d+)*(?:\s?\([a-z]\))?)", re.IGNORECASE
)


def keywords_of(text: str) -> str:
    """The keywords for the place that a text cites ("A/HRC/28/15, paragraph 115.75"), else the text itself."""
    symbol, paragraph = _SYMBOL.search(text), _PARAGRAPH.search(text)
    if symbol is None or paragraph is None:
        return text
    return f'symbol:"{symbol[0]}" paragraph:"{paragraph[1].replace(" ", "")}"'
