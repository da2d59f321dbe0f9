"""The reported paragraphs of one document: text, headings, the recommendations named, the stakeholders named.

A heading's numbers hold for all paragraphs below it, to the next heading of the same or a wider level; where a
narrower heading names numbers of its own, these rule. A note that a heading calls holds like the heading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.extract.reported.glued_marks import with_glued_marks
from indexer.extract.reported.notes import contributors_in, notes_of, text_of_note
from indexer.extract.reported.paragraphs import Heading, NumberedParagraph, body_of, end_of, numbered_paragraphs
from indexer.extract.reported.references import references_in_heading, references_in_note, references_in_text
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.records.records import Place
from models.records.reported import ReportedParagraph, StatedReference

Notes = Mapping[int, Sequence[Line]]
_OF_STATE = frozenset({DocumentKind.NATIONAL_REPORT})


def reported_paragraphs(document: ReadDocument, identity: DocumentIdentity) -> Iterator[ReportedParagraph]:
    """What a national report, compilation, summary or mid-term report says, paragraph by paragraph."""
    notes = notes_of(end_of(document))
    body = body_of(document)
    if notes and not any(line.marks for line in body):
        document = replace(document, lines=(*with_glued_marks(body), *document.lines[len(body) :]))
    names = contributors_in(notes.values())
    of_state = identity.kind in _OF_STATE
    for paragraph in numbered_paragraphs(document):
        text = paragraph.text
        yield ReportedParagraph(
            place=Place(identity.symbol, paragraph.number, paragraph.page),
            text=text,
            headings=tuple(heading.text for heading in paragraph.headings),
            references=(
                *_of_headings(paragraph.headings, notes, of_state=of_state),
                *_of_paragraph(paragraph, text, notes, of_state=of_state),
            ),
            contributors=tuple((code, name) for code, name in names.items() if _names(text, code)),
        )


def _of_headings(headings: Sequence[Heading], notes: Notes, *, of_state: bool) -> Iterator[StatedReference]:
    """What the nearest heading that names recommendations names."""
    for place in reversed(range(len(headings))):
        heading = headings[place]
        words = " ".join(above.text for above in headings[: place + 1])
        found = list(references_in_heading(heading.text, of_state=of_state))
        for number in heading.notes:
            note = text_of_note(notes.get(number, ()))
            found += references_in_note(note, words, of_state=of_state, holds_below=True)
        if found:
            yield from found
            return


def _of_paragraph(
    paragraph: NumberedParagraph, text: str, notes: Notes, *, of_state: bool
) -> Iterator[StatedReference]:
    heading = " ".join(above.text for above in paragraph.headings)
    yield from references_in_text(text, heading, of_state=of_state)
    for number in paragraph.notes:
        yield from references_in_note(text_of_note(notes.get(number, ())), heading, of_state=of_state)


def _names(text: str, code: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text) is not None
