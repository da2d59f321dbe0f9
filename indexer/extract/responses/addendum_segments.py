"""Cut a State's addendum into headings, numbered paragraphs, and the items that answer numbered recommendations.

No two addenda look alike. What a line begins is told by what is printed there and by the white space around it:

    "II. Accepted recommendations"          a heading: larger, bold, or a short line on its own
    "4.  The Government accepts …"          a numbered paragraph of the addendum
    "Rec. 18  We consider …"                an item, answering 18
    "122.14– 15" alone on its line          an item; its text follows
    "5., 6., 7.  The Government accepts …"  an item, where the document numbers its answers, not its paragraphs
    "6.  Recommendation 8: The churches …"  an item in a numbered paragraph of its own
    a row of a table                        an item (indexer/extract/grammar/answer_tables.py)
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from indexer.extract.grammar.answer_tables import AnswerRow, answer_tables
from indexer.extract.outline.marks import AFTER_MARK, open_end_of_list
from indexer.extract.positions.answers import read_answer
from indexer.extract.responses.addendum_layout import (
    SECTION_MARK,
    WORD_FOR_RECOMMENDATIONS,
    AddendumLayout,
)
from indexer.extract.thresholds import ADDENDUM_HEADING_WORDS
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import leading_numbers, number_list, numbers_named
from models.languages.read_languages import any_language
from models.numbers.number_lists import NamedNumbers
from models.records.documents import Line, ReadDocument

_END_OF_TITLE = re.compile(any_language(lambda words: words.cover.end_of_title), re.I)
_FOOT_OF_COVER = re.compile(r"\W*(?:$|GE[.\s]|\*)|\W*[∗*†]")
_OWN_NUMBER = re.compile(rf"(\d{{1,3}})\s?[.)]{AFTER_MARK}")
_RANK_OF_MARK = {None: 0, "digit": 1, "letter": 2, "roman": 3}


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
    title_ends = [index for index, line in enumerate(document.lines) if _ends_title(line)]
    body = document.lines[title_ends[-1] + 1 :] if title_ends else document.lines
    last_lines = {line.page: line for line in body}
    page_numbers = {id(line) for page, line in last_lines.items() if line.text == str(page)}
    has_cover = bool(title_ends)
    return [
        line
        for line in body
        if line.text != symbol and id(line) not in page_numbers and not (has_cover and _is_foot_of_cover(line))
    ]


def _ends_title(line: Line) -> bool:
    return line.page == 1 and _END_OF_TITLE.search(line.text) is not None


def _is_foot_of_cover(line: Line) -> bool:
    """Whether a line is the job number ("GE.10-12345") or a note on the language ("* Reproduced as submitted")."""
    return line.page == 1 and _FOOT_OF_COVER.match(line.text) is not None


def segment_addendum(lines: Sequence[Line]) -> list[Block]:
    """The blocks of an addendum in reading order."""
    tables = answer_tables(lines)
    covered = {index for table in tables for index in range(table.start, table.end)}
    text_indices = [index for index in range(len(lines)) if index not in covered]
    # Rows would shift what is usual in the document: its layout is that of its text alone.
    layout = AddendumLayout([lines[index] for index in text_indices])
    blocks: list[Block] = []
    start = 0
    for table in tables:
        end = bisect_left(text_indices, table.start)
        _take_lines(layout, start, end, blocks)
        blocks += (_row_block(row) for row in table.rows)
        start = end
    _take_lines(layout, start, len(layout.lines), blocks)
    return [_as_heading_if_short(block) for block in blocks]


def _row_block(row: AnswerRow) -> Block:
    return Block(BlockKind.ITEM, [], printed=row.printed, named=row.named, page=row.page, row=row)


def _take_lines(layout: AddendumLayout, start: int, end: int, blocks: list[Block]) -> None:
    """Add the lines from `start` to `end` to the blocks; the first goes on with none before it."""
    for index in range(start, end):
        line = layout.lines[index]
        if index == start:
            blocks.append(_opened(layout, index, starts=True) or _text_block(line))
            continue
        block = blocks[-1]
        is_apart = layout.stands_apart(index)
        if _continues(layout, index, block):
            _continue(block, line, starts=False, is_apart=is_apart)
            continue
        starts = block.kind is BlockKind.HEADING or layout.starts_paragraph(index)
        if opened := _opened(layout, index, starts=starts):
            blocks.append(opened)
        elif starts and block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
            blocks.append(_text_block(line))
        else:
            # An item may have several paragraphs; nothing but the next number or heading ends it.
            _continue(block, line, starts=starts, is_apart=is_apart)


def _text_block(line: Line) -> Block:
    return Block(BlockKind.TEXT, [line], page=line.page)


def _continues(layout: AddendumLayout, index: int, block: Block) -> bool:
    """Whether the line goes on with a heading or a list of numbers, whatever it looks like itself."""
    if block.kind is BlockKind.HEADING:
        return layout.continues_heading(index)
    if layout.stands_apart(index):
        return False
    return layout.continues_list(index) or _rest_of_number_cell(block, layout.lines[index]) is not None


def _continue(block: Block, line: Line, *, starts: bool, is_apart: bool) -> None:
    more = None if is_apart else _rest_of_number_cell(block, line)
    if more:
        block.named = _joined(block.named, more)
        block.printed = f"{block.printed} {line.text[: more.end]}".strip()
        line = replace(line, text=line.text[more.end :])
    elif starts:
        block.breaks.add(len(block.lines))
    block.lines.append(line)


def _rest_of_number_cell(block: Block, line: Line) -> NamedNumbers | None:
    """Further numbers of a list that the line before left open in the number column ("40., 41.," / "43., 44.")."""
    is_open = block.kind is BlockKind.ITEM and open_end_of_list(block.printed) is not None
    if not is_open:
        return None
    first_cell = line.cells[0][-1] if line.cells else line.text
    # Beside text, "12 years" is no number of the column: there, its cell must hold numbers and nothing else.
    is_beside_text = any(line.text for line in block.lines)
    if is_beside_text and number_list(first_cell) is None:
        return None
    return leading_numbers(line.text)


def _joined(before: NamedNumbers, after: NamedNumbers) -> NamedNumbers:
    return NamedNumbers(before.references + after.references, before.malformed + after.malformed, before.end)


def _opened(layout: AddendumLayout, index: int, *, starts: bool) -> Block | None:
    """The block that this line opens, None where it continues one."""
    line = layout.lines[index]
    if starts or layout.aligned_with_items(index):
        item = _item(layout, line)
        if item:
            return item
    if layout.is_heading(index):
        return Block(BlockKind.HEADING, [line], page=line.page)
    return _numbered(layout, line) if starts else None


def _numbered(layout: AddendumLayout, line: Line) -> Block | None:
    """The paragraph of the addendum's own count that a line begins, or the item that stands in it."""
    match = _OWN_NUMBER.match(line.text)
    if match is None or not layout.counts_on(int(match[1])):
        return None
    layout.paragraph = int(match[1])
    rest = replace(line, text=line.text[match.end() :], cells=())
    block = _item(layout, rest) or Block(BlockKind.PARAGRAPH, [rest], page=line.page)
    block.number = match[1]
    return block


def _item(layout: AddendumLayout, line: Line) -> Block | None:
    named = leading_numbers(line.text)
    if named is None or not layout.answers_numbers(line, named):
        return None
    layout.begin_item(line)
    printed, rest = line.text[: named.end], line.text[named.end :]
    return Block(BlockKind.ITEM, [replace(line, text=rest)], printed=printed.strip(), named=named, page=line.page)


def _as_heading_if_short(block: Block) -> Block:
    """A short line on its own that takes a position ("Recommendations that enjoy support") is a heading too."""
    if block.kind is BlockKind.TEXT and _is_short_position(block.text):
        block.kind = BlockKind.HEADING
    return block


def _is_short_position(text: str) -> bool:
    if "\n" in text or text.endswith((".", ";")) or len(text.split()) > ADDENDUM_HEADING_WORDS:
        return False
    return not numbers_named(text).references and read_answer(text) is not None


def heading_rank(block: Block) -> tuple[float, bool, int]:
    """How high a heading stands: size, weight, and the mark it begins with; the higher, the greater."""
    line = block.lines[0]
    match = SECTION_MARK.match(line.text)
    kind_of_mark = match.lastgroup if match else None
    return line.size, line.bold, _RANK_OF_MARK[kind_of_mark]


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
    return bool(block.lines[0].cells) and not WORD_FOR_RECOMMENDATIONS.match(block.printed)
