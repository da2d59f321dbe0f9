"""Take running headers, page numbers and footnotes out of pages."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, takewhile

from indexer.read.pdf_layout import PrintedLine
from indexer.read.pdf_runs import PrintedPage, Rule
from models.languages.read_languages import any_language

MARGIN = 0.15
"""Headers stand in this part of the page at its head, footers in this part at its foot."""
REPEATED_SHARE, REPEATED_PAGES = 0.2, 3
"""A line at the edge of so many pages, and of this share of all, is a running header."""
PAGE_WORD = re.compile(rf"{any_language(lambda words: words.layout.page)}\s+(?:\d+|[ivxlc]+)", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:GE\.\s?[\d-]+\s+)?(\d{1,4})(?:\s+GE\.\s?[\d-]+)?")
"""A page number, alone or beside the UN's print job."""
JOB_NUMBER = re.compile(
    rf"(?:\d{{1,4}}\s+)?GE\.\s?\d\d-\s?\d*.*|\*\d{{7,9}}\*|{any_language(lambda words: words.layout.recycle)}.*"
)
"""The UN's print job ("GE.14-23930 (E) 191114"), its bar code and what stands beside it."""
SYMBOL = re.compile(
    r"(?:\d{1,4}\s+)?((?:A|E|S|CCPR|CRC|CERD|CAT|CEDAW|CMW|CRPD|CED)/[A-Z0-9./() -]+?) ?[*∗]*(?: \d{1,4})?"
)
"""A document's symbol with its reissue stars, alone on a line or beside the page number."""
UNKNOWN_LETTER = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")
"""A letter that the font does not name, or only in a private area: bar codes, drawings."""
PRINTABLE = re.compile(r"\S")
SEPARATOR_WIDTH = (40.0, 0.36)
"""Rules over footnotes: at least so many points, at most this part of the page's width."""
INDENT = 40.0
"""… and begin at most so many points right of the text's left edge."""
SMALL_TYPE = 0.92
"""Footnotes are set smaller than this part of the size of the body."""


Layout = Mapping[int, list[PrintedLine]]
"""The lines of one page by quarter turns of their text."""


class RunningHeaders:
    """What repeats at the heads and feet of a document's pages."""

    def __init__(self, pages: Sequence[Layout]) -> None:
        edges = [[line for line in chain(*page.values()) if _is_at_edge(line)] for page in pages]
        counts = Counter(key for lines in edges for key in {_key(line.text) for line in lines})
        enough = max(REPEATED_PAGES, REPEATED_SHARE * len(pages))
        self._repeated = {key for key, count in counts.items() if count >= enough}
        cover = [_key(line.text) for line in chain(*pages[0].values())] if pages else []
        self._known = {key for key, count in counts.items() if count >= 2 or any(key in text for text in cover)}
        self._offset = _page_number_offset(edges)

    def split(self, lines: list[PrintedLine], page: int) -> tuple[list[PrintedLine], list[str]]:
        """The lines of page `page` (from 1) between its headers and footers, and the texts of these."""
        downwards = sorted(lines, key=lambda line: -line.level)
        header = list(takewhile(lambda line: self._is_header_or_footer(line, page), downwards))
        footer = list(takewhile(lambda line: self._is_header_or_footer(line, page), reversed(downwards[len(header) :])))
        taken = {id(line) for line in header + footer}
        return [line for line in lines if id(line) not in taken], [line.text for line in header + footer]

    def _is_header_or_footer(self, line: PrintedLine, page: int) -> bool:
        text = line.text
        if not _is_at_edge(line):
            return False
        number = PAGE_NUMBER.fullmatch(text)
        if number:
            return self._offset is not None and int(number[1]) == page + self._offset
        return bool(
            PAGE_WORD.fullmatch(text)
            or JOB_NUMBER.fullmatch(text)
            or _key(text) in self._repeated
            or (SYMBOL.fullmatch(text) and _key(text) in self._known)
            or not PRINTABLE.search(UNKNOWN_LETTER.sub("", text))
        )


def _key(text: str) -> str:
    """A header without what differs from page to page: page numbers, spacing, stars."""
    return re.sub(r"[\s*∗]", "", re.sub(r"^\d{1,4}\s++|(?<!\s)\s++\d{1,4}$", "", text))


def _is_at_edge(line: PrintedLine) -> bool:
    return not MARGIN <= line.level <= 1 - MARGIN


def _page_number_offset(edges: list[list[PrintedLine]]) -> int | None:
    """What is added to the page of the file to get the printed page number, if the pages agree on one."""
    offsets = Counter(
        int(number[1]) - page
        for page, lines in enumerate(edges, 1)
        for line in lines
        if (number := PAGE_NUMBER.fullmatch(line.text))
    )
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    return offset if count >= min(2, len(edges)) else None


def footnotes_apart(
    lines: list[PrintedLine], page: PrintedPage, body_size: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The lines of the body and those of the footnotes, which stand below a rule or in small type, from a mark on."""
    for rule in _separators(page, lines):
        below = [line for line in lines if line.y < rule.y]
        if below and (below[0].begins_with_mark or all(line.size < SMALL_TYPE * body_size for line in below)):
            return [line for line in lines if line.y >= rule.y], below
    last = len(lines)
    while last and lines[last - 1].size < SMALL_TYPE * body_size:
        last -= 1
        if lines[last].begins_with_mark and (last == 0 or lines[last - 1].size >= SMALL_TYPE * body_size):
            return lines[:last], lines[last:]
    return lines, []


def _separators(page: PrintedPage, lines: list[PrintedLine]) -> Iterable[Rule]:
    """Short rules that stand alone at the left edge of the text, the highest first."""
    if not lines:
        return
    left = min(line.x0 for line in lines)
    rules = set(page.rules)
    heights = Counter(round(rule.y) for rule in rules)
    for rule in sorted(rules, key=lambda rule: -rule.y):
        is_short = SEPARATOR_WIDTH[0] <= rule.x1 - rule.x0 <= SEPARATOR_WIDTH[1] * page.width
        is_alone = sum(heights[round(rule.y) + step] for step in (-1, 0, 1)) == 1
        if is_short and is_alone and rule.x0 - left < INDENT:
            yield rule


def body_size(pages: Sequence[Layout]) -> float:
    """The size that most letters of the document are set in."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in chain(*page.values()):
            letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0
