"""Cut a State's addendum into headings, numbered paragraphs, and the items that answer numbered recommendations.

No two addenda look alike. What a line begins is told by what is printed there and by the white space around it:

    "II. Accepted recommendations"          a heading: larger, bold, or a short line on its own
    "4.  The Government accepts …"          a numbered paragraph of the addendum
    "Rec. 18  We consider …"                an item, answering 18
    "122.14– 15" alone on its line          an item; its text follows
    "5., 6., 7.  The Government accepts …"  an item, where the document numbers its answers, not its paragraphs
    "6.  Recommendation 8: The churches …"  an item in a numbered paragraph of its own
    a row of a table                        an item (indexer/extract/responses/addendum_tables.py)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from indexer.extract.grammar.position_words import map_position_words
from indexer.extract.responses.addendum_layout import (
    MAX_HEADING_WORDS,
    SECTION_MARK,
    WORD_FOR_RECOMMENDATIONS,
    AddendumLayout,
)
from indexer.extract.responses.addendum_tables import AnswerRow, answer_tables
from indexer.text.lines import join_lines
from models.numbers.recommendation_numbers import NamedNumbers, leading_numbers, number_list, numbers_named
from models.records.documents import Line, ReadDocument

_END_OF_TITLE = re.compile(
    r"presented by the State under review|par l[’']\s?(?:État|Etat)\s+(?:examiné|objet|faisant)"
    r"|por el Estado\s+examinado"
    r"|^\s*(?:Addendum|Additif|Adición)\s*\*?$",
    re.I,
)
_FOOT_OF_COVER = re.compile(r"\W*(?:$|GE[.\s]|\*)|\W*[∗*†]")
_OWN_NUMBER = re.compile(r"(\d{1,3})\s?[.)]\s+(?=\S)")
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
    layout = AddendumLayout([line for index, line in enumerate(lines) if index not in in_tables])
    blocks: list[Block] = []
    index = 0
    for table in tables:
        before = sum(place < table.start and place not in in_tables for place in range(len(lines)))
        _take_lines(layout, index, before, blocks)
        blocks += (_row_block(row) for row in table.rows)
        index = before
    _take_lines(layout, index, len(layout.lines), blocks)
    return [_plain_heading(block) for block in blocks]


def _row_block(row: AnswerRow) -> Block:
    return Block(BlockKind.ITEM, [], printed=row.printed, named=row.named, page=row.page, row=row)


def _take_lines(layout: AddendumLayout, start: int, end: int, blocks: list[Block]) -> None:
    for index in range(start, end):
        line = layout.lines[index]
        after_heading = bool(blocks) and blocks[-1].kind is BlockKind.HEADING
        starts = index == start or after_heading or layout.starts_paragraph(index)
        if index > start and _continues(layout, index, blocks[-1]):
            _continue(blocks[-1], line, False, layout.stands_apart(index))
        elif opened := _opened(layout, index, starts):
            blocks.append(opened)
        elif index > start and (not starts or blocks[-1].kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)):
            _continue(blocks[-1], line, starts, layout.stands_apart(index))
        else:
            blocks.append(Block(BlockKind.TEXT, [line], page=line.page))


def _continues(layout: AddendumLayout, index: int, block: Block) -> bool:
    """Whether the line goes on with a heading or a list of numbers, whatever it looks like itself."""
    if block.kind is BlockKind.HEADING:
        return layout.continues_heading(index)
    if layout.stands_apart(index):
        return False
    return layout.continues_list(index) or _rest_of_number_cell(block, layout.lines[index]) is not None


def _continue(block: Block, line: Line, starts: bool, apart: bool) -> None:
    more = None if apart else _rest_of_number_cell(block, line)
    if more:
        starts = False
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
    beside_text = any(line.text for line in block.lines)
    return leading_numbers(line.text) if number_list(first) or not beside_text else None


def _joined(before: NamedNumbers, after: NamedNumbers) -> NamedNumbers:
    return NamedNumbers(before.references + after.references, before.malformed + after.malformed, before.end)


def _opened(layout: AddendumLayout, index: int, starts: bool) -> Block | None:
    """The block that this line opens, None where it continues one."""
    line = layout.lines[index]
    if starts or layout.aligned_with_items(index):
        item = _item(layout, line)
        if item:
            return item
    if layout.is_heading(index):
        return Block(BlockKind.HEADING, [line], page=line.page)
    if starts and (match := _OWN_NUMBER.match(line.text)) and layout.counts_on(int(match[1])):
        rest = replace(line, text=line.text[match.end() :], cells=())
        block = _item(layout, rest) or Block(BlockKind.PARAGRAPH, [rest], page=line.page)
        block.number = match[1]
        return block
    return None


def _item(layout: AddendumLayout, line: Line) -> Block | None:
    named = leading_numbers(line.text)
    if named is None or not layout.answers_numbers(line, named):
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


def heading_rank(block: Block) -> tuple[float, bool, int]:
    """How high a heading stands: size, weight, and the mark it begins with; the higher, the greater."""
    line = block.lines[0]
    match = SECTION_MARK.match(line.text)
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
    return bool(block.lines[0].cells) and not WORD_FOR_RECOMMENDATIONS.match(block.printed)
