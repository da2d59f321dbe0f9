"""What treaty bodies told one State, out of the catalogue."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from models.records.records import ObservationKind
from search.catalogue.connection import CatalogueConnection
from search.datamodel.observations import ObservingDocument

_PARAGRAPHS = """
SELECT observation.id, committee, symbol, heading, observation.kind FROM observation JOIN entry USING (id)
WHERE {} ORDER BY number
"""
_PASSAGES = """
SELECT observation, part, row FROM observation_passage
JOIN observation ON observation.id = observation JOIN text_vector USING (text_sha256)
WHERE {} ORDER BY observation, "order"
"""
# CROSS JOIN: SQLite would rather read all labels of the scheme.
_THEMES = """
SELECT record, label FROM observation CROSS JOIN label ON record = id WHERE entity = ? AND scheme = 'uhri'
"""
_DOCUMENTS = """
SELECT committee, symbol, max(date), count(*) FROM observation JOIN entry USING (id) WHERE entity = ?
GROUP BY committee, symbol ORDER BY max(date) DESC NULLS LAST, symbol
"""


@dataclass(frozen=True, slots=True)
class ObservationParagraph:
    """Where a paragraph of a treaty body stands, and what it does."""

    id: str
    committee: str
    symbol: str
    heading: str
    kind: ObservationKind


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """All that treaty bodies told one State, or all general comments."""

    paragraphs: tuple[ObservationParagraph, ...]
    """In the order in which the documents print them, one document after the other."""
    documents: NDArray[np.int64]
    """Number of the document of each paragraph."""
    owners: NDArray[np.int64]
    """Of each row that is searched, the place of its paragraph."""
    parts: tuple[str, ...]
    """The sub-paragraph of each row ("c"), "" for none."""
    rows: NDArray[np.int64]
    """Text row of each."""


def observations_to(connection: CatalogueConnection, entity: str | None) -> Observations:
    """What treaty bodies told a State, by its code; with None, general comments."""
    to_it, of_it = ("entity IS NULL", ()) if entity is None else ("entity = ?", (entity,))
    paragraphs = [
        ObservationParagraph(record_id, committee, symbol, heading, ObservationKind(kind))
        for record_id, committee, symbol, heading, kind in connection.rows(_PARAGRAPHS.format(to_it), *of_it)
    ]
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    number_of = {symbol: number for number, symbol in enumerate(dict.fromkeys(one.symbol for one in paragraphs))}
    found = connection.rows(_PASSAGES.format(to_it), *of_it)
    return Observations(
        paragraphs=tuple(paragraphs),
        documents=np.array([number_of[paragraph.symbol] for paragraph in paragraphs], dtype=np.int64),
        owners=np.array([place_of[observation] for observation, _, _ in found], dtype=np.int64),
        parts=tuple(part for _, part, _ in found),
        rows=np.array([row for _, _, row in found], dtype=np.int64),
    )


def themes_on(connection: CatalogueConnection, entity: str) -> dict[str, set[str]]:
    """The UHRI themes of each observation on a State that has any."""
    themes: dict[str, set[str]] = defaultdict(set)
    for record, label in connection.rows(_THEMES, entity):
        themes[record].add(label)
    return themes


def documents_on(connection: CatalogueConnection, entity: str) -> tuple[ObservingDocument, ...]:
    """The concluding observations on a State, newest first."""
    return tuple(
        ObservingDocument(committee, symbol, date.fromisoformat(issued) if issued else None, count)
        for committee, symbol, issued, count in connection.rows(_DOCUMENTS, entity)
    )
