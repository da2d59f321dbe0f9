"""Cut a State's addendum into headings, numbered paragraphs, and the items that answer numbered recommendations.

No two addenda look alike. What a line begins is told by what is printed there and by the white space around it:

    "II. Accepted recommendations"          a heading: larger, bold, or a short line on its own
    "4.  The Government accepts …"          a numbered paragraph of the addendum
    "Rec. 18  We consider …"                an item, answering 18
    "122.14– 15" alone on its line          an item; its text follows
    "5., 6., 7.  The Government accepts …"  an item, where the document numbers its answers, not its paragraphs
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from indexer.join_lines import join_lines
from indexer.map_position_words import map_position_words
from indexer.recommendation_numbers import NamedNumbers, leading_numbers, number_list, numbers_named
from models.documents import Line, ReadDocument

MAX_HEADING_WORDS = 25
ALIGNED = 6.0
"""Points by which left edges of one column may differ."""
_END_OF_TITLE = re.compile(
    r"presented by the State under review|par l[’']\s?(?:État|Etat)\s+(?:examiné|objet|faisant)"
    r"|por el Estado\s+examinado"
    r"|^\s*(?:Addendum|Additif|Adición)\s*\*?$",
    re.I,
)
_NOTES = re.compile(r"\W*(?:end)?notes?|notas?(?: finales)?|(?:annex|annexe|anexo|appendix)(?:\s[IVX\d]+)?", re.I)
_FOOT_OF_COVER = re.compile(r"\W*(?:$|GE[.\s]|\*)|\W*[∗*†]")
_OWN_NUMBER = re.compile(r"(\d{1,3})\s?[.)]\s+(?=\S)")
_SECTION_MARK = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<digit>\d{1,2}))\s?[.)]\s*(?=[A-ZÀ-Ý])")
_SENTENCE_END = re.compile(r"[.:;!?)”\"’]\s*$")
_WORD_CUE = re.compile(r"\s*(?:recommendations?|recs?\b|recommandations?|recomendaci)", re.I)
_OPEN_LIST = re.compile(r"(?:[,;\u2010-\u2015-]|\b(?:and|et|y|to|à|a))\s*$")


class BlockKind(Enum):
    """What a block of an addendum is."""

    HEADING = auto()
    PARAGRAPH = auto()
    """A numbered paragraph of the addendum itself."""
    ITEM = auto()
    """An answer that stands under the numbers it answers."""
    TEXT = auto()


@dataclass(slots=True)
class Block:
    """Lines that belong together, without the number they begin with."""

    kind: BlockKind
    lines: list[Line]
    number: str = ""
    """The addendum's own paragraph number, or the numbers of an item as printed."""
    named: NamedNumbers = field(default_factory=NamedNumbers)
    """The numbers that an item answers."""
    breaks: set[int] = field(default_factory=lambda: {0})
    """Indices of the lines that begin a paragraph."""
    page: int = 0

    @property
    def text(self) -> str:
        """The words; paragraphs stand on lines of their own."""
        starts = sorted(index for index in self.breaks if index < len(self.lines))
        ends = [*starts[1:], len(self.lines)]
        paragraphs = (join_lines(self.lines[start:end]) for start, end in zip(starts, ends, strict=True))
        return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def body_lines(document: ReadDocument) -> list[Line]:
    """The lines after the cover, whose dates and agenda items are no numbers of recommendations."""
    first_page = [index for index, line in enumerate(document.lines) if line.page == 1]
    title_ends = [index for index in first_page if _END_OF_TITLE.search(document.lines[index].text)]
    if not title_ends:
        return list(document.lines)
    rest = document.lines[title_ends[-1] + 1 :]
    return [line for line in rest if line.page > 1 or not _FOOT_OF_COVER.match(line.text)]


def segment_addendum(lines: Sequence[Line]) -> list[Block]:
    """The blocks of an addendum in reading order."""
    page = _Page(lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        starts = page.starts_paragraph(index)
        opened = _opened(page, index, starts, blocks)
        if opened:
            blocks.append(opened)
        elif blocks and (not starts or blocks[-1].kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)):
            _continue(blocks[-1], line, starts)
        else:
            blocks.append(Block(BlockKind.TEXT, [line], page=line.page))
    return [_plain_heading(block) for block in blocks]


def _continue(block: Block, line: Line, starts: bool) -> None:
    more = _rest_of_number_cell(block, line)
    if more:
        block.named = _joined(block.named, more)
        block.number = f"{block.number} {line.text[: more.end]}".strip()
        line = replace(line, text=line.text[more.end :])
    if starts:
        block.breaks.add(len(block.lines))
    block.lines.append(line)


def _rest_of_number_cell(block: Block, line: Line) -> NamedNumbers | None:
    """Further numbers of a list that the line before left open in the number column ("40., 41.," / "43., 44.")."""
    if block.kind is not BlockKind.ITEM or not _OPEN_LIST.search(block.number):
        return None
    first = line.cells[0][-1] if line.cells else line.text
    named = number_list(first)
    return leading_numbers(line.text) if named else None


def _joined(before: NamedNumbers, after: NamedNumbers) -> NamedNumbers:
    return NamedNumbers(before.references + after.references, before.slips + after.slips, before.end)


def _opened(page: "_Page", index: int, starts: bool, blocks: list[Block]) -> Block | None:
    """The block that this line opens, None where it continues one."""
    line = page.lines[index]
    if blocks and (page.same_heading(blocks[-1], index) or _rest_of_number_cell(blocks[-1], line)):
        return None
    if starts or page.aligned_with_items(index):
        item = _item(page, index)
        if item:
            return item
    if page.is_heading(index):
        return Block(BlockKind.HEADING, [line], page=line.page)
    if starts and (match := _OWN_NUMBER.match(line.text)):
        rest = replace(line, text=line.text[match.end() :])
        return Block(BlockKind.PARAGRAPH, [rest], number=match[1], page=line.page)
    return None


def _item(page: "_Page", index: int) -> Block | None:
    line = page.lines[index]
    named = leading_numbers(line.text)
    if named is None or not page.answers_numbers(line, named):
        return None
    printed, rest = line.text[: named.end], line.text[named.end :]
    return Block(BlockKind.ITEM, [replace(line, text=rest)], printed.strip(), named, page=line.page)


def _plain_heading(block: Block) -> Block:
    """A short line on its own that takes a position ("Recommendations that enjoy support") is a heading too."""
    if block.kind is not BlockKind.TEXT:
        return block
    text = block.text
    short = len(text.split()) <= MAX_HEADING_WORDS and not text.endswith((".", ";")) and "\n" not in text
    if short and not numbers_named(text).references and map_position_words(text):
        block.kind = BlockKind.HEADING
    return block


class _Page:
    """The lines with what is usual in the document: pitch, size, and what its numbers count."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page]
        self.pitch = median([step for step in steps if 0 < step < 40] or [12.0])
        self.size = median([line.size for line in lines] or [10.0])
        self.item_lefts: set[float] = set()
        self.bare_numbers_answer = False
        self.bare_numbers_answer = self._bare_numbers_answer()

    def starts_paragraph(self, index: int) -> bool:
        """Whether white space, an indent or a new page after a full sentence parts the line from the one before."""
        if index == 0:
            return True
        before, line = self.lines[index - 1], self.lines[index]
        if before.page != line.page:
            return bool(_SENTENCE_END.search(before.text)) or number_list(before.text) is not None
        step = line.top - before.top
        if step < 0 or step > 1.3 * self.pitch:
            return True
        return line.left > before.left + 12 and bool(_SENTENCE_END.search(before.text))

    def aligned_with_items(self, index: int) -> bool:
        """Whether a line stands where items begin, after a full sentence, although no white space parts it."""
        line = self.lines[index]
        aligned = any(abs(left - line.left) <= ALIGNED for left in self.item_lefts)
        return aligned and bool(_SENTENCE_END.search(self.lines[index - 1].text))

    def answers_numbers(self, line: Line, named: NamedNumbers) -> bool:
        """Whether the numbers that the line begins with are those of recommendations answered there."""
        rest = line.text[named.end :]
        dotted = all(reference.intro for reference in named.references)
        cued = bool(_WORD_CUE.match(line.text))
        bare = bool(line.cells) or bool(re.search(r"[.:)–-]\s*$", line.text[: named.end])) or not rest
        if not (dotted or cued or (bare and self.bare_numbers_answer)):
            return False
        if rest and not (rest[0].isupper() or not rest[0].isalpha() or line.cells):
            return False
        self.item_lefts.add(line.left)
        return True

    def is_heading(self, index: int) -> bool:
        """Whether the line is set off from the text by size or weight."""
        line = self.lines[index]
        if _NOTES.fullmatch(line.text):
            return True
        if not re.search(r"[^\W\d_]{3}", line.text) or len(line.text.split()) > MAX_HEADING_WORDS:
            return False
        return line.size > 1.12 * self.size or (line.bold and self.starts_paragraph(index))

    def same_heading(self, block: Block, index: int) -> bool:
        """Whether the line goes on with the heading of the line before."""
        if block.kind is not BlockKind.HEADING:
            return False
        before, line = self.lines[index - 1], self.lines[index]
        close = line.page == before.page and 0 <= line.top - before.top <= 1.5 * max(self.pitch, line.size)
        alike = line.bold == before.bold and abs(line.size - before.size) < 0.5
        return close and alike and not _SECTION_MARK.match(line.text) and leading_numbers(line.text) is None

    def _bare_numbers_answer(self) -> bool:
        """Whether "12." at the beginning of paragraphs numbers recommendations, not the addendum's paragraphs.

        Told by what stands there: several numbers at once, or answers ("accepts the recommendation") that name
        no number themselves.
        """
        answers = others = 0
        for index, line in enumerate(self.lines):
            named = leading_numbers(line.text) if self.starts_paragraph(index) else None
            if named is None or any(reference.intro or reference.cue for reference in named.references):
                continue
            if len(named.references) > 1 or self._is_an_answer(line.text[named.end :]):
                answers += 1
            else:
                others += 1
        return answers > others

    @staticmethod
    def _is_an_answer(text: str) -> bool:
        return map_position_words(text) is not None and not numbers_named(text).references


def heading_rank(block: Block) -> tuple[float, bool, int]:
    """How high a heading stands: size, weight, and the mark it begins with; the higher, the greater."""
    line = block.lines[0]
    match = _SECTION_MARK.match(line.text)
    mark = 0 if match is None else 3 if match["roman"] else 2 if match["letter"] else 1
    return line.size, line.bold, mark


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with the number of the addendum's paragraph that it stands in ("" before the first).

    Where the addendum does not number its paragraphs, an item's own number is the paragraph's.
    """
    numbered = any(block.kind is BlockKind.PARAGRAPH for block in blocks)
    current = ""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            current = block.number
        yield block, current if numbered or block.kind is not BlockKind.ITEM else block.number.rstrip(" .,:;)")
