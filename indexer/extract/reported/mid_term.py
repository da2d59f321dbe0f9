"""Paragraphs of mid-term reports, which no rule of the United Nations gives a form.

Numbered paragraphs, as in national reports:     these, as numbered
Recommendations as headings, with prose below:   each piece of prose, counted from 1 and found by its page
"""

import re
from collections.abc import Iterator, Sequence

from indexer.extract.outline.headings import Heading, Level
from indexer.extract.outline.marks import may_end
from indexer.extract.outline.outline import OutlineParagraph, Profile, outlined
from indexer.extract.outline.spacing import Spacing
from indexer.extract.reported.notes import body_of
from indexer.extract.thresholds import FEWEST_NUMBERED, LAST_LINE, MID_TERM_HEADING_WORDS, MISSING_NUMBERS
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import leading_numbers
from models.records.documents import Line, ReadDocument

REPORTED = Profile(missing=MISSING_NUMBERS, bold_numbers=False)
"""Lines of a paragraph or two may be unreadable."""
_ENDS_REQUEST = re.compile(r"\)[.;*]?$")
"""The States that made a recommendation stand in brackets behind it."""


def numbered_paragraphs(document: ReadDocument) -> tuple[OutlineParagraph, ...]:
    """The numbered paragraphs in reading order; cover, contents and what follows "Notes" are left out."""
    return tuple(outlined(body_of(document), REPORTED))


def paragraphs_of_mid_term(document: ReadDocument) -> tuple[OutlineParagraph, ...]:
    """The paragraphs: those that are numbered, or where there are none, all prose, counted."""
    numbered = numbered_paragraphs(document)
    return numbered if len(numbered) >= FEWEST_NUMBERED else tuple(_counted(document))


def _counted(document: ReadDocument) -> Iterator[OutlineParagraph]:
    """Pieces of prose below headings; a piece that begins with a recommendation's number is the heading of the next.

    Nothing above the first heading counts: it is the cover.
    """
    headings: tuple[Heading, ...] = ()
    number = 0
    for lines in _pieces(body_of(document)):
        heading = _heading(lines)
        if heading:
            headings = (*(above for above in headings if above.level < heading.level), heading)
        elif headings:
            number += 1
            yield OutlineParagraph(str(number), lines[0].page, headings, [lines])


def _heading(lines: Sequence[Line]) -> Heading | None:
    """The heading that a piece of text is: typed as one, or a recommendation with its number."""
    words = join_lines(lines)
    if _names_one(words):
        return Heading(Level.ITEM, words)
    is_typed = all(line.bold for line in lines) or all(line.italic for line in lines)
    return Heading(Level.BOLD, words) if is_typed and len(words.split()) <= MID_TERM_HEADING_WORDS else None


def _pieces(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that belong together."""
    longest = max((len(line.text) for line in lines), default=0)
    spacing = Spacing.of(lines)
    piece: list[Line] = []
    for line in lines:
        if piece and _parts(piece, line, longest, spacing):
            yield piece
            piece = []
        piece.append(line)
    if piece:
        yield piece


def _parts(piece: Sequence[Line], following: Line, longest: int, spacing: Spacing) -> bool:
    """Whether a paragraph ends before a line."""
    last = piece[-1]
    if _names_one(following.text):
        return True
    if last.size:
        return spacing.parts(last, following) or (last.bold, last.italic) != (following.bold, following.italic)
    if _names_one(piece[0].text) and _ENDS_REQUEST.search(last.text):
        return True
    return may_end(last.text) and len(last.text) < LAST_LINE * longest


def _names_one(text: str) -> bool:
    """Whether a text begins with the number of a recommendation: "115.12 …", "Recommendation 12: …"."""
    named = leading_numbers(text)
    first = named.references[0] if named and named.references else None
    return first is not None and (first.intro is not None or first.cue == "recommendation")
