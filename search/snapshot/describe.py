"""What an index holds: its States for the choices of a form, and its counts."""

import numpy as np

from models.index_folder.folder import Manifest
from models.reviews.states import fold_name
from search.catalogue.load import Catalogue
from search.catalogue.records import RecordReader
from search.datamodel.answer import Overview, StateInIndex

_TOLD = "SELECT entity, count(*) FROM observation GROUP BY entity"
_REVIEWS = "SELECT state, count(*) FROM review GROUP BY state"


def known_in_index(catalogue: Catalogue, records: RecordReader) -> tuple[StateInIndex, ...]:
    """The States that occur, in the alphabetical order of their names, accents aside."""
    reviews: dict[str, int] = dict(records.rows(_REVIEWS))
    received, made = (_counts(catalogue, name) for name in ("under_review", "recommending"))
    told: dict[str, int] = dict(records.rows(_TOLD))
    states = sorted(catalogue.states.values(), key=lambda state: fold_name(state.name))
    return tuple(
        StateInIndex(state, *(counts.get(state.code, 0) for counts in (reviews, received, made, told)))
        for state in states
    )


def _counts(catalogue: Catalogue, field_name: str) -> dict[str, int]:
    """How many recommendations have each value of a field."""
    field = catalogue.fields[field_name]
    counts = field.count(np.flatnonzero(catalogue.recommendations)).tolist()
    return {str(value): count for value, count in zip(field.values, counts, strict=True)}


def overview(catalogue: Catalogue, manifest: Manifest) -> Overview:
    """Counts, sessions and build time."""
    return Overview(
        recommendations=int(catalogue.recommendations.sum()),
        texts=len(np.unique(catalogue.rows[catalogue.recommendations])),
        documents=manifest.counts["documents"],
        reviews=manifest.counts["reviews"],
        states_under_review=sum(count > 0 for count in _counts(catalogue, "under_review").values()),
        recommending_states=len(catalogue.fields["recommending"].values),
        sessions=tuple(int(session) for session in catalogue.fields["session"].values),
        cycles=tuple(int(cycle) for cycle in catalogue.fields["cycle"].values),
        built=manifest.built,
        encoder=manifest.vector_space.id,
        sample=any(state.invented for state in catalogue.states.values()),
        observations=manifest.counts["observations"],
    )
