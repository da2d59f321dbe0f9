"""Bring together what several sources hold of treaty bodies' observations: the UN's documents, and exports of them.

A paragraph of one document is one observation, whoever gives it. The document's own words win; labels of all sources
are kept.
"""

from collections.abc import Iterable
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from models.records.documents import DocumentKind
from models.records.records import Observation, ObservationKind


def merge_observations(documents: Iterable[DocumentExtract]) -> tuple[Observation, ...]:
    """One observation per paragraph, by document and then as printed; the order of the documents does not matter."""
    ordered = sorted(
        documents, key=lambda one: (one.identity.kind is not DocumentKind.CONCLUDING_OBSERVATIONS, one.digest)
    )
    merged: dict[str, Observation] = {}
    from_document: set[str] = set()
    for document in ordered:
        is_document = document.identity.kind is DocumentKind.CONCLUDING_OBSERVATIONS
        for one in document.observations:
            known = merged.get(one.id)
            merged[one.id] = one if known is None else _joined(known, one, keep_words=one.id in from_document)
            if is_document:
                from_document.add(one.id)
    return tuple(sorted(merged.values(), key=_place))


def _place(one: Observation) -> tuple[str, int]:
    """By document, then by number; what has no number keeps its place among the first."""
    number = one.place.paragraph or ""
    return one.place.symbol, int(number) if number.isdecimal() else 0


def _joined(known: Observation, other: Observation, *, keep_words: bool) -> Observation:
    """Two statements of one paragraph; without the document's words, those of both are kept."""
    is_new = not keep_words and other.text not in known.text
    return replace(
        known,
        text=f"{known.text}\n{other.text}" if is_new else known.text,
        kind=known.kind if keep_words else _merged_kind(known.kind, other.kind),
        heading=known.heading or other.heading,
        date=known.date or other.date,
        labels=tuple(dict.fromkeys([*known.labels, *other.labels])),
    )


def _merged_kind(one: ObservationKind, other: ObservationKind) -> ObservationKind:
    kinds = {one, other} - {ObservationKind.OTHER}
    if len(kinds) > 1:
        return ObservationKind.BOTH
    return kinds.pop() if kinds else ObservationKind.OTHER
