"""Set the wordings of corrigenda in the place of those that a report prints.

A record that was corrected names the corrigendum as its source, where its new wording stands, or is changed. Nothing is
guessed: a correction is made where its paragraph is one of the report's in its language and its words stand there once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.requests import Correction
from models.messages.spoken import saying
from models.numbers.paragraph_numbers import resolve_number
from models.records.documents import issue_corrected
from models.records.records import Recommendation, Sponsor


def correct(
    requests: Sequence[Recommendation], documents: Iterable[DocumentExtract]
) -> tuple[list[Recommendation], list[str]]:
    """The requests of the reports of one review as corrigenda correct them, the earliest corrigendum first.

    And a sentence for each correction of which it is not sure where it belongs.
    """
    corrected, warnings = list(requests), []
    for document in documents:
        for correction in document.corrections:
            positions = _positions(corrected, correction, document.identity.language)
            new = list(_corrected([corrected[position] for position in positions], correction))
            if new:
                corrected[positions[0] : positions[-1] + 1] = new
            else:
                warnings.append(_unplaced(correction))
    return corrected, warnings


def _positions(requests: Sequence[Recommendation], correction: Correction, language: str) -> list[int]:
    """Where the requests of the paragraph stand, as the issue that is corrected, or a corrigendum to it, prints it."""
    issue = issue_corrected(correction.place.symbol)
    paragraphs = [
        record.place.paragraph or ""
        if record.language == language and issue_corrected(record.place.symbol) == issue
        else ""
        for record in requests
    ]
    named = resolve_number(correction.place.paragraph or "", filter(None, paragraphs))
    return [position for position, paragraph in enumerate(paragraphs) if (paragraph,) == named]


def _corrected(records: Sequence[Recommendation], correction: Correction) -> Iterator[Recommendation]:
    """The requests of a paragraph with their new wording, none where it is not sure what they become."""
    if not records:
        return
    if not correction.instead_of:
        for clause, request in enumerate(correction.requests, 1):
            first = replace(records[0], clause=clause, composed=request.composed)
            yield _worded(first, correction, correction.words, request.text, request.sponsors)
        return
    old = re.compile(rf"(?<!\w){re.escape(correction.instead_of)}(?!\w)")
    texts = [old.sub(lambda _: correction.words, record.text) for record in records]
    sponsors = [_sponsors(record, correction) for record in records]
    changed = sum(
        (record.text != text) + (record.sponsors != states)
        for record, text, states in zip(records, texts, sponsors, strict=True)
    )
    quoted, times = old.subn(lambda _: correction.words, records[0].quoted)
    if times == changed == 1:
        for record, text, states in zip(records, texts, sponsors, strict=True):
            yield _worded(record, correction, quoted, text, states)


def _worded(
    record: Recommendation, correction: Correction, quoted: str, text: str, sponsors: tuple[Sponsor, ...]
) -> Recommendation:
    """A request with its new words; its paragraph keeps its number."""
    place = replace(correction.place, paragraph=record.place.paragraph)
    return replace(record, place=place, quoted=quoted, text=text, sponsors=sponsors)


def _sponsors(record: Recommendation, correction: Correction) -> tuple[Sponsor, ...]:
    """The recommending States, the one that was printed in error as it should be."""
    meant = correction.state
    return tuple(meant if meant and each.printed == correction.instead_of else each for each in record.sponsors)


def _unplaced(correction: Correction) -> str:
    return saying(
        "%(symbol)s corrects paragraph %(number)s; the correction is not made, for it is not clear where it belongs: "
        "compare the paragraph before you quote it.",
        symbol=correction.place.symbol,
        number=correction.place.paragraph or "",
    )
