"""Take the voluntary commitments of the State under review out of its documents.

Only what stands in a section for them counts: "Voluntary pledges and commitments" of a Working Group report, of an
addendum or of a national report, and "Key national priorities, initiatives and commitments" of a national report.
Each numbered paragraph, each item of its list ("(a)", "1.", a bullet) is one commitment, save those that only
introduce a list or point to another document. A national report tells stories between its pledges, so there a
paragraph counts only if it says what the State will do. Of a part on how earlier pledges were kept, a chapter on those
of the Universal Periodic Review gives the sentences that say what was pledged; the rest of it tells what came of them.
In the dialogue of a Working Group report, paragraphs in which the State under review speaks give the sentences that
call something its pledge.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from indexer.extract.commitment_sections import PledgeSection, PrintedItem, pledge_sections, printed_items
from indexer.extract.grammar.sponsors import find_speaker
from indexer.extract.pledges_in_prose import pledges_in, recorded_pledges_in
from indexer.extract.reports.segment import segment_report
from indexer.text.lines import join_lines
from models.languages.read_languages import any_language, words_of
from models.records.documents import DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import Commitment, Place
from models.reviews.states import StateTable
from models.texts.sentences import sentences_of

_COMMITS = re.compile(
    rf"\b{any_language(lambda words: words.pledges.commits)}\b"
    rf"|\b[a-zà-ÿ]+{any_language(lambda words: words.pledges.future_endings)}\b",
    re.I,
)
_POINTS_ELSEWHERE = re.compile(any_language(lambda words: words.pledges.elsewhere), re.I)
_NAMES_A_DEED = re.compile(any_language(lambda words: words.pledges.deed))
"""Commitments that point to another document, but say in passing what is pledged."""


def extract_commitments(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> list[Commitment]:
    """The commitments of a Working Group report, addendum or national report: of the dialogue, then of sections."""
    in_dialogue = identity.kind is DocumentKind.WORKING_GROUP_REPORT
    said = _pledged_in_dialogue(document, identity, states) if in_dialogue else ()
    return [*said, *_in_sections(document, identity)]


def _pledged_in_dialogue(
    document: ReadDocument, identity: DocumentIdentity, states: StateTable
) -> Iterator[Commitment]:
    """What the State under review pledged in the paragraphs that begin with its name; others speak in the rest."""
    language = words_of(identity.language)
    for paragraph in segment_report(document.lines, language):
        text = join_lines(paragraph.lines)
        # Who speaks is looked for last: it takes longest, and few paragraphs hold a pledge.
        pledged = () if paragraph.in_conclusions else recorded_pledges_in(text)
        speaker = find_speaker(text, states, language) if pledged else None
        if speaker and speaker[0].state == identity.state_under_review:
            place = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
            for order, sentence in enumerate(pledged, 1):
                yield _commitment(identity, place, order, sentence, identity.reviewed)


def _in_sections(document: ReadDocument, identity: DocumentIdentity) -> list[Commitment]:
    found: list[Commitment] = []
    orders: Counter[str | None] = Counter()
    for section in pledge_sections(document.lines):
        for item in printed_items(section):
            place = Place(identity.symbol, item.paragraph, item.lines[0].page)
            # The day of this review is not that of a pledge from before it.
            made_on = None if section.on_earlier else identity.reviewed
            texts = _pledges(item, section, identity.kind)
            # What is printed there and is no pledge counts as well, so that ids stay.
            first = orders[item.paragraph] + 1
            orders[item.paragraph] += max(len(texts), 1)
            found += (_commitment(identity, place, order, text, made_on) for order, text in enumerate(texts, first))
    return found


def _commitment(identity: DocumentIdentity, place: Place, order: int, text: str, made_on: date | None) -> Commitment:
    # Where the document does not say its review, merging fills it in.
    state, session = identity.state_under_review or "", identity.session or 0
    return Commitment(state, session, place, order, text, identity.language, made_on=made_on)


def _pledges(item: PrintedItem, section: PledgeSection, kind: DocumentKind) -> list[str]:
    if section.on_earlier:
        return list(pledges_in(item.text))
    return [item.text] if _is_pledge(item, kind) else []


def _is_pledge(item: PrintedItem, kind: DocumentKind) -> bool:
    if kind is DocumentKind.NATIONAL_REPORT and not item.listed and not _COMMITS.search(item.text):
        return False
    return not all(map(_only_points_elsewhere, sentences_of(item.text)))


def _only_points_elsewhere(sentence: str) -> bool:
    return bool(_POINTS_ELSEWHERE.search(sentence)) and not _NAMES_A_DEED.search(sentence)
