"""Take the voluntary commitments of the State under review out of its documents.

Only what stands in a section for them counts: "Voluntary pledges and commitments" of a Working Group report, of an
addendum or of a national report, and "Key national priorities, initiatives and commitments" of a national report.
Each numbered paragraph, each item of its list ("(a)", "1.", a bullet) is one commitment, save those that only
introduce a list or point to another document. A national report tells stories between its pledges, so there a
paragraph counts only if it says what the State will do; sections on how earlier pledges were kept are left out.
"""

import re
from collections import Counter

from indexer.extract.commitment_sections import PrintedItem, pledge_sections, printed_items
from models.languages.read_languages import any_language
from models.records.documents import DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import Commitment, Place

_COMMITS = re.compile(
    rf"\b{any_language(lambda words: words.pledges.commits)}\b"
    rf"|\b[a-zà-ÿ]+{any_language(lambda words: words.pledges.future_endings)}\b",
    re.I,
)
_POINTS_ELSEWHERE = re.compile(
    r"\breferences? (?:is|are) made to\b|^see\b"
    r"|\b(?:are|is|were|was) (?:set out|included|contained|reflected|listed|found|annexed)\b"
    r"|\b(?:present|submit|announce|communicate)\w* (?:its |new |the |their )*(?:voluntary )?(?:pledges|commitments)\b",
    re.I,
)
_NAMES_A_DEED = re.compile(
    r"\b(?:[Cc]ommitments?|[Pp]ledges?)(?: made| undertaken)?(?: by (?:the )?(?:[A-Z]\S+\s?){1,6})? ?"
    r"\bto (?!the\b|those\b|in\b)\w+"
)
"""Commitments that point to another document, but say in passing what is pledged."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")


def extract_commitments(document: ReadDocument, identity: DocumentIdentity) -> list[Commitment]:
    """The commitments of a Working Group report, addendum or national report, in reading order.

    A document without a section for commitments has none.
    """
    # Where the document does not say its review, merging fills it in.
    state, session = identity.state_under_review or "", identity.session or 0
    found: list[Commitment] = []
    orders: Counter[str | None] = Counter()
    for section in pledge_sections(document.lines):
        for item in printed_items(section):
            orders[item.paragraph] += 1
            if _is_pledge(item, identity.kind):
                place = Place(identity.symbol, item.paragraph, item.lines[0].page)
                order = orders[item.paragraph]
                found.append(
                    Commitment(state, session, place, order, item.text, identity.language, made_on=identity.reviewed)
                )
    return found


def _is_pledge(item: PrintedItem, kind: DocumentKind) -> bool:
    text = item.text
    if not any(character.isalpha() for character in text):
        return False
    if kind is DocumentKind.NATIONAL_REPORT and not item.listed and not _COMMITS.search(text):
        return False
    return not all(map(_only_points_elsewhere, _SENTENCE_END.split(text)))


def _only_points_elsewhere(sentence: str) -> bool:
    return bool(_POINTS_ELSEWHERE.search(sentence)) and not _NAMES_A_DEED.search(sentence)
