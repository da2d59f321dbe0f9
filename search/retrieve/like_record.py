"""The entries whose texts are near to a record's, whatever State and cycle."""

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import numbers_or
from search.catalogue.entries import Mask
from search.catalogue.records import recommendations
from search.datamodel.question import LABEL_FIELDS, Filters
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.query.discriminative_terms import content_stems
from search.retrieve.found import Found, entries_shown, nearest_of, rows_of
from search.semantic.vectors import ANY, NONE
from search.snapshot.snapshot import Snapshot

ISSUE_SCHEMES = (LABEL_FIELDS["label"], LABEL_FIELDS["theme"])
"""The schemes whose labels say what a record is about."""


def found_like_record(snapshot: Snapshot, record_id: str, filters: Filters) -> Found:
    """The entries near to a record; of those that the filters leave, the nearest even if none is near."""
    catalogue = snapshot.catalogue
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    cosine = cosines_with(snapshot, number, rows_of(snapshot, entries_shown(catalogue, filters)))
    relevance = catalogue.by_entry(np.clip(cosine, 0, 1).astype(np.float64))
    bounds = similar_bounds(snapshot)
    relevance[number] = 0
    entries = relevance >= bounds.possible
    if not bounds.rated:
        entries = nearest_of(relevance, catalogue.answerable)
    entries[number] = False
    stems = frozenset(content_stems(record.text))
    labels = {(label.scheme, label.label) for label in record.labels if label.scheme in ISSUE_SCHEMES}
    return Found(entries, relevance, stems, bounds, labels=labels, words_in=record.language)


def similar_bounds(snapshot: Snapshot) -> StrengthBounds:
    """How near two recommendations are (cosine), in words."""
    return numbers_or(snapshot.calibration, "similar", StrengthBounds, UNRATED)


def cosines_with(snapshot: Snapshot, number: int, best_of: Mask | None = None) -> NDArray[np.float32]:
    """Per text row, how near it is to the text of an entry; too low perhaps where they are not similar.

    `best_of`: text rows of which the nearest count, similar or not.
    """
    least = max(np.float32(similar_bounds(snapshot).possible), ANY)
    floor = np.where(snapshot.answerable_rows, least, NONE)
    return snapshot.vectors.cosines(snapshot.vectors[int(snapshot.catalogue.rows[number])], floor, best_of)
