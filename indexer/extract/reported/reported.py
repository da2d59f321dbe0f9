"""The reported paragraphs of one document: text, headings, the recommendations named, the stakeholders named.

A heading's numbers hold for all paragraphs below it, to the next heading of the same or a wider level; where a
narrower heading names numbers of its own, these rule. A note that a heading calls holds like the heading.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.extract.outline.headings import Heading
from indexer.extract.outline.outline import OutlineParagraph
from indexer.extract.reported.glued_marks import with_glued_marks
from indexer.extract.reported.matrices import matrices_of, rows_as_paragraphs, without_matrices
from indexer.extract.reported.mid_term import numbered_paragraphs, paragraphs_of_mid_term
from indexer.extract.reported.notes import body_of, contributors_in, end_of, notes_of
from indexer.extract.reported.references import references_in_heading, references_in_note, references_in_text
from indexer.text.lines import join_lines
from models.records.documents import MID_TERM_KINDS, DocumentIdentity, Line, ReadDocument
from models.records.records import Place
from models.records.reported import Contributor, ReportedParagraph, StatedReference

Notes = Mapping[int, Sequence[Line]]


def reported_paragraphs(document: ReadDocument, identity: DocumentIdentity) -> Iterator[ReportedParagraph]:
    """What a national report, compilation, summary or mid-term report says, paragraph by paragraph."""
    notes = notes_of(end_of(document))
    body = body_of(document)
    if notes and not any(line.marks for line in body):
        document = replace(document, lines=(*with_glued_marks(body), *document.lines[len(body) :]))
    names = contributors_in(notes.values())
    author = (Contributor("", identity.author),) if identity.author else ()
    on_review = identity.kind.rules.speaks_of_own_review
    matrices = matrices_of(document, identity.kind)
    prose = without_matrices(document, matrices)
    paragraphs = paragraphs_of_mid_term(prose) if identity.kind in MID_TERM_KINDS else numbered_paragraphs(prose)
    for paragraph in paragraphs:
        text = paragraph.text
        yield ReportedParagraph(
            place=Place(identity.symbol, paragraph.number, paragraph.page),
            text=text,
            headings=tuple(heading.text for heading in paragraph.headings),
            references=(
                *_of_headings(paragraph.headings, notes, on_review=on_review),
                *_of_paragraph(paragraph, text, notes, on_review=on_review),
            ),
            contributors=author or tuple(Contributor(code, name) for code, name in names.items() if _names(text, code)),
        )
    last = int(paragraphs[-1].number) if paragraphs else 0
    yield from rows_as_paragraphs(matrices, identity, last, author)


def missing_numbers(paragraphs: Iterable[ReportedParagraph]) -> tuple[int, ...]:
    """The numbers from 1 to the last paragraph's that none of the paragraphs has: misprinted, or not read."""
    numbers = {int(paragraph.place.paragraph) for paragraph in paragraphs if paragraph.place.paragraph}
    return tuple(number for number in range(1, max(numbers, default=0)) if number not in numbers)


def _of_headings(headings: Sequence[Heading], notes: Notes, *, on_review: bool) -> Iterator[StatedReference]:
    """What the nearest heading that names recommendations names."""
    for place in reversed(range(len(headings))):
        heading = headings[place]
        words = " ".join(above.text for above in headings[: place + 1])
        found = list(references_in_heading(heading.text, on_review=on_review))
        for number in heading.notes:
            note = join_lines(notes.get(number, ()))
            found += references_in_note(note, words, on_review=on_review, holds_below=True)
        if found:
            yield from found
            return


def _of_paragraph(
    paragraph: OutlineParagraph, text: str, notes: Notes, *, on_review: bool
) -> Iterator[StatedReference]:
    heading = " ".join(above.text for above in paragraph.headings)
    yield from references_in_text(text, heading, on_review=on_review)
    for number in paragraph.notes:
        yield from references_in_note(join_lines(notes.get(number, ())), heading, on_review=on_review)


def _names(text: str, code: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text) is not None
