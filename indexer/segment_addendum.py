"""Cut a State's addendum into headings, numbered paragraphs, and the items that answer numbered recommendations.

No two addenda look alike. What a line begins is told by what is printed there and by the white space around it:

    "II. Accepted recommendations"          a heading: larger, bold, or a short line on its own
    "4.  The Government accepts …"          a numbered paragraph of the addendum
    "Rec. 18  We consider …"                an item, answering 18
    "122.14– 15" alone on its line          an item; its text follows
    "5., 6., 7.  The Government accepts …"  an item, where the document numbers its answers, not its paragraphs
    "6.  Recommendation 8: The churches …"  an item in a numbered paragraph of its own
    a row of a table                        an item (indexer/answer_tables.py)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from indexer.answer_tables import AnswerRow, answer_tables
from indexer.join_lines import join_lines
from indexer.map_position_words import map_position_words
from indexer.positions_in_prose import read_prose
from indexer.recommendation_numbers import NamedNumbers, leading_numbers, number_list, numbers_named
from models.documents import Line, ReadDocument

MAX_HEADING_WORDS = 25
MAX_SKIPPED_PARAGRAPHS = 3
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
    """The addendum's own paragraph number, "" for none."""
    printed: str = ""
    """The numbers of an item as printed."""
    named: NamedNumbers = field(default_factory=NamedNumbers)
    """The numbers that an item answers."""
    breaks: set[int] = field(default_factory=lambda: {0})
    """Indices of the lines that begin a paragraph."""
    page: int = 0
    row: AnswerRow | None = None
    """The row of a table that the item is."""

    @property
    def text(self) -> str:
        """The words; paragraphs stand on lines of their own."""
        if self.row:
            return self.row.comment
        starts = sorted(index for index in self.breaks if index < len(self.lines))
        ends = [*starts[1:], len(self.lines)]
        paragraphs = (join_lines(self.lines[start:end]) for start, end in zip(starts, ends, strict=True))
        return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def body_lines(document: ReadDocument, symbol: str) -> list[Line]:
    """The lines after the cover, whose dates and agenda items are no numbers of recommendations.

    A header or a page number that was left among them (on a single page it repeats nowhere) is taken out.
    """
    title_ends = [index for index, line in enumerate(document.lines) if line.page == 1 and _is_end_of_title(line)]
    rest = document.lines[title_ends[-1] + 1 :] if title_ends else document.lines
    pages = {line.page: line for line in rest}
    page_numbers = {id(line) for page, line in pages.items() if line.text == str(page)}
    return [
        line
        for line in rest
        if line.text != symbol
        and id(line) not in page_numbers
        and not (title_ends and line.page == 1 and _FOOT_OF_COVER.match(line.text))
    ]


def _is_end_of_title(line: Line) -> bool:
    return _END_OF_TITLE.search(line.text) is not None


def segment_addendum(lines: Sequence[Line]) -> list[Block]:
    """The blocks of an addendum in reading order."""
    tables = answer_tables(lines)
    in_tables = {index for table in tables for index in range(table.start, table.end)}
    page = _Page([line for index, line in enumerate(lines) if index not in in_tables])
    blocks: list[Block] = []
    index = 0
    for table in tables:
        before = sum(place < table.start and place not in in_tables for place in range(len(lines)))
        _take_lines(page, index, before, blocks)
        blocks += (_row_block(row) for row in table.rows)
        index = before
    _take_lines(page, index, len(page.lines), blocks)
    return [_plain_heading(block) for block in blocks]


def _row_block(row: AnswerRow) -> Block:
    return Block(BlockKind.ITEM, [], printed=row.printed, named=row.named, page=row.page, row=row)


def _take_lines(page: "_Page", start: int, end: int, blocks: list[Block]) -> None:
    for index in range(start, end):
        line = page.lines[index]
        starts = index == start or page.starts_paragraph(index)
        opened = _opened(page, index, starts, blocks)
        if opened:
            blocks.append(opened)
        elif index > start and (not starts or blocks[-1].kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)):
            _continue(blocks[-1], line, starts)
        else:
            blocks.append(Block(BlockKind.TEXT, [line], page=line.page))


def _continue(block: Block, line: Line, starts: bool) -> None:
    more = None if starts else _rest_of_number_cell(block, line)
    if more:
        block.named = _joined(block.named, more)
        block.printed = f"{block.printed} {line.text[: more.end]}".strip()
        line = replace(line, text=line.text[more.end :])
    if starts:
        block.breaks.add(len(block.lines))
    block.lines.append(line)


def _rest_of_number_cell(block: Block, line: Line) -> NamedNumbers | None:
    """Further numbers of a list that the line before left open in the number column ("40., 41.," / "43., 44.")."""
    if block.kind is not BlockKind.ITEM or not _OPEN_LIST.search(block.printed):
        return None
    first = line.cells[0][-1] if line.cells else line.text
    named = number_list(first)
    return leading_numbers(line.text) if named else None


def _joined(before: NamedNumbers, after: NamedNumbers) -> NamedNumbers:
    return NamedNumbers(before.references + after.references, before.slips + after.slips, before.end)


def _opened(page: "_Page", index: int, starts: bool, blocks: list[Block]) -> Block | None:
    """The block that this line opens, None where it continues one."""
    line = page.lines[index]
    if blocks and page.same_heading(blocks[-1], index):
        return None
    if blocks and not starts and _rest_of_number_cell(blocks[-1], line):
        return None
    if starts or page.aligned_with_items(index):
        item = _item(page, line)
        if item:
            return item
    if page.is_heading(index):
        return Block(BlockKind.HEADING, [line], page=line.page)
    if starts and (match := _OWN_NUMBER.match(line.text)) and page.counts_on(int(match[1])):
        rest = replace(line, text=line.text[match.end() :], cells=())
        block = _item(page, rest) or Block(BlockKind.PARAGRAPH, [rest], page=line.page)
        block.number = match[1]
        return block
    return None


def _item(page: "_Page", line: Line) -> Block | None:
    named = leading_numbers(line.text)
    if named is None or not page.answers_numbers(line, named):
        return None
    printed, rest = line.text[: named.end], line.text[named.end :]
    return Block(BlockKind.ITEM, [replace(line, text=rest)], printed=printed.strip(), named=named, page=line.page)


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
        self.size = median([line.size for line in lines] or [10.0])
        steps = sorted(
            b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top - a.top > 0.8 * self.size
        )
        self.pitch = min([*steps[len(steps) // 5 :][:1], 1.35 * self.size])
        self.item_lefts: set[float] = set()
        self.paragraph = 0
        """Number of the addendum's last paragraph."""
        self.bare_answers = {id(line) for run in self._runs_of_bare_numbers() if self._answer(run) for line, _ in run}

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
        text_left = before.cells[1][0] if len(before.cells) > 1 else before.left
        return line.left > text_left + 12 and bool(_SENTENCE_END.search(before.text))

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
        if not (dotted or cued or (bare and id(line) in self.bare_answers)):
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

    def counts_on(self, number: int) -> bool:
        """Whether a number goes on with the addendum's paragraphs, and does not begin a list inside one."""
        goes_on = self.paragraph < number <= self.paragraph + MAX_SKIPPED_PARAGRAPHS + 1
        self.paragraph = number if goes_on else self.paragraph
        return goes_on

    def same_heading(self, block: Block, index: int) -> bool:
        """Whether the line goes on with the heading of the line before."""
        if block.kind is not BlockKind.HEADING:
            return False
        before, line = self.lines[index - 1], self.lines[index]
        close = line.page == before.page and 0 <= line.top - before.top <= 1.5 * max(self.pitch, line.size)
        alike = line.bold == before.bold and abs(line.size - before.size) < 0.5
        return close and alike and not _SECTION_MARK.match(line.text) and leading_numbers(line.text) is None

    def _runs_of_bare_numbers(self) -> list[list[tuple[Line, NamedNumbers]]]:
        """Lines that begin with numbers without an intro paragraph; a new run where they begin again at 1."""
        runs: list[list[tuple[Line, NamedNumbers]]] = []
        for index, line in enumerate(self.lines):
            apart = bool(line.cells) and number_list(line.cells[0][-1]) is not None
            named = leading_numbers(line.text) if apart or self.starts_paragraph(index) else None
            if named is None or any(reference.intro or reference.cue for reference in named.references):
                continue
            if not runs or named.numbers[:1] == ("1",):
                runs.append([])
            runs[-1].append((line, named))
        return runs

    @staticmethod
    def _answer(run: list[tuple[Line, NamedNumbers]]) -> bool:
        """Whether the numbers of a run are recommendations', not those of the addendum's own paragraphs.

        Told by what stands there: several numbers at once, or answers ("accepts the recommendation") that name
        no number themselves.
        """
        answers = sum(len(named.references) > 1 or _is_an_answer(line.text[named.end :]) for line, named in run)
        return 2 * answers > len(run)


def _is_an_answer(text: str) -> bool:
    """Whether a paragraph answers "the recommendation", not recommendations that it names, counts or lists below."""
    prose = read_prose(text)
    elsewhere = prose.answers or prose.totals or prose.points_on
    return map_position_words(text) is not None and not elsewhere and not numbers_named(text).references


def heading_rank(block: Block) -> tuple[float, bool, int]:
    """How high a heading stands: size, weight, and the mark it begins with; the higher, the greater."""
    line = block.lines[0]
    match = _SECTION_MARK.match(line.text)
    mark = 0 if match is None else 3 if match["roman"] else 2 if match["letter"] else 1
    return line.size, line.bold, mark


def paragraphs_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, str | None]]:
    """Each block with the number of the addendum's paragraph that it stands in, None for none.

    Rows of tables and of columns of numbers belong to no paragraph.
    """
    current: str | None = None
    for block in blocks:
        current = block.number or current
        in_column = block.kind is BlockKind.ITEM and not block.number and _stands_in_column(block)
        yield block, None if in_column else current


def _stands_in_column(block: Block) -> bool:
    if block.row:
        return True
    return bool(block.lines[0].cells) and not _WORD_CUE.match(block.printed)
