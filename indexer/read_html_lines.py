"""The lines of an HTML text as a reader sees them: what stands in one block is one line."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "title"))
_SPACE = re.compile(r"\s+")


class _Reader(HTMLParser):
    """Collects text; `lines` grows on the way."""

    def __init__(self, *, breaks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._hidden = 0
        self._breaks = breaks

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNSEEN:
            self._hidden += 1
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self._hidden:
            self._hidden -= 1
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            first, *others = data.split("\n") if self._breaks else [data]
            self.lines[-1] += first
            self.lines += others


def html_lines(text: str, *, breaks: bool = False) -> list[str]:
    """The lines that are not empty, each with single spaces; `breaks`: a line break of the source is one too."""
    reader = _Reader(breaks=breaks)
    reader.feed(text)
    reader.close()
    return [line for line in (_SPACE.sub(" ", line).strip() for line in reader.lines) if line]
