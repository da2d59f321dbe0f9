"""The text of a record of the Universal Human Rights Index: numbered paragraphs, with the headings above them.

    "Climate change<br>10.The Committee welcomes …"     a heading, then a number that is glued to its text
    "… recommends that the State Party:(a) Take …"      sub-paragraphs on the line of their stem

A record may hold more than one paragraph; a paragraph may have no number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST_BETWEEN = 5
"""How far the number of a paragraph may lie above that of the one before it in the same record."""
LONGEST_HEADING = 30
"""Words."""
_NUMBER = re.compile(r"(\d{1,3})\s?\.\s*(?=[^\W\d]|[(“\"‘'])")
_SUB_PARAGRAPH = re.compile(r"(?<=[,.;:])(\s*\b(?:and|or)\b|)\s*(?=\((?:[a-z]{1,2}|[ivx]{2,4})\)\s*[A-Z“])")
_MARK = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})\.\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.;:,!?][)\]”\"’']*$")


@dataclass(frozen=True, slots=True)
class UhriParagraph:
    """One paragraph of a record."""

    number: str | None
    heading: str
    """The nearest heading above it in the record, "" for none."""
    text: str
    """Without its number; each sub-paragraph on a line of its own."""


@dataclass(slots=True)
class _Block:
    number: str | None
    lines: list[str]
    heading: str = ""


def uhri_paragraphs(lines: Sequence[str]) -> list[UhriParagraph]:
    """The paragraphs of a record's lines in their order."""
    blocks = _blocks(lines)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if following is not None:
            following.heading = _take_headings(block) or block.heading
        elif block.number is None and not block.heading:
            block.heading = _take_leading_heading(block)
    return [UhriParagraph(block.number, block.heading, _text(block.lines)) for block in blocks if any(block.lines)]


def _blocks(lines: Sequence[str]) -> list[_Block]:
    """The lines, cut where a paragraph number begins one."""
    blocks = [_Block(None, [])]
    for line, is_last in zip(lines, [*[False] * (len(lines) - 1), True], strict=False):
        mark = _NUMBER.match(line)
        if mark and _counts_on(blocks[-1].number, mark[1]) and (is_last or not _is_heading(line)):
            blocks.append(_Block(mark[1], [line[mark.end() :]]))
        else:
            blocks[-1].lines.append(line)
    return blocks


def _counts_on(before: str | None, number: str) -> bool:
    return before is None or int(before) < int(number) <= int(before) + MOST_BETWEEN


def _is_heading(line: str) -> bool:
    return not _SENTENCE_END.search(line) and not line.startswith("(") and len(line.split()) <= LONGEST_HEADING


def _take_headings(block: _Block) -> str:
    """The last of the headings that end a block, "" for none; the block loses them all."""
    heading = ""
    while len(block.lines) > (block.number is not None) and _is_heading(block.lines[-1]):
        heading = heading or _MARK.sub("", block.lines[-1], count=1)
        block.lines.pop()
    return heading


def _take_leading_heading(block: _Block) -> str:
    """The heading that stands above a paragraph without a number."""
    heading = ""
    while len(block.lines) > 1 and _is_heading(block.lines[0]):
        heading = _MARK.sub("", block.lines.pop(0), count=1)
    return heading


def _text(lines: list[str]) -> str:
    return "\n".join(map(with_parts_on_lines, lines))


def with_parts_on_lines(text: str) -> str:
    """A paragraph with each of its sub-paragraphs (a), (b) on a line of its own, under its stem."""
    return _SUB_PARAGRAPH.sub(r"\1\n", text)
