"""Merge what several sources hold of treaty bodies' observations: the UN's documents, and exports of them.

A paragraph of one document is one observation, whoever gives it. The document's own words win; labels of all sources
are kept.
"""

from collections.abc import Iterable
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.languages import preference
from models.records.documents import DocumentKind
from models.records.records import Observation, ObservationKind


def merge_observations(documents: Iterable[DocumentExtract]) -> tuple[Observation, ...]:
    """One observation per paragraph, by document and then as printed; the order of the documents does not matter."""
    merged: dict[str, Observation] = {}
    in_document: set[str] = set()
    first_in: dict[str, str] = {}
    """Digest of the document that gave a paragraph first."""
    for document in sorted(documents, key=_documents_first):
        for observation in document.observations:
            known = merged.get(observation.id)
            keep_words = observation.id in in_document
            if known and first_in[observation.id] != document.digest and known.language != observation.language:
                # An export in another language says the same again.
                merged[observation.id] = _in_main_language(known, observation, keep_words=keep_words)
                continue
            first_in.setdefault(observation.id, document.digest)
            merged[observation.id] = _merged(known, observation, keep_words=keep_words) if known else observation
            if _is_document(document):
                in_document.add(observation.id)
    return tuple(sorted(merged.values(), key=_symbol_and_number))


def _documents_first(document: DocumentExtract) -> tuple[bool, str]:
    return not _is_document(document), document.digest


def _is_document(document: DocumentExtract) -> bool:
    """Whether it is the treaty body's own document, and no export of it."""
    return document.identity.kind is DocumentKind.CONCLUDING_OBSERVATIONS


def _symbol_and_number(observation: Observation) -> tuple[str, int]:
    """By document, then by number; what has no number keeps its place among the first."""
    number = observation.place.paragraph or ""
    return observation.place.symbol, int(number) if number.isdecimal() else 0


def _in_main_language(known: Observation, other: Observation, *, keep_words: bool) -> Observation:
    """Of two that say the same in two languages, the one in English, else in the first by its code."""
    main, second = known, other
    if not keep_words and preference(other.language) < preference(known.language):
        main, second = other, known
    return replace(main, date=main.date or second.date, labels=tuple(dict.fromkeys([*main.labels, *second.labels])))


def _merged(known: Observation, other: Observation, *, keep_words: bool) -> Observation:
    """Two extracts of one paragraph; without the document's words, those of both are kept."""
    merged = replace(
        known,
        heading=known.heading or other.heading,
        date=known.date or other.date,
        labels=tuple(dict.fromkeys([*known.labels, *other.labels])),
    )
    if keep_words:
        return merged
    # The Index cuts one paragraph into several records, and repeats some.
    text = known.text if other.text in known.text else f"{known.text}\n{other.text}"
    return replace(merged, text=text, kind=_kind_of_both(known.kind, other.kind))


def _kind_of_both(first: ObservationKind, second: ObservationKind) -> ObservationKind:
    kinds = {first, second} - {ObservationKind.OTHER}
    if len(kinds) > 1:
        return ObservationKind.BOTH
    return kinds.pop() if kinds else ObservationKind.OTHER
