"""What an index holds: its States for the choices of a form, and its counts."""

import numpy as np

from models.states import fold_name
from search.results import Overview, StateInIndex
from search.snapshot import Snapshot

_REVIEWS = "SELECT state, count(*) FROM review GROUP BY state"


def known_in_index(snapshot: Snapshot) -> tuple[StateInIndex, ...]:
    """The States that occur, in the alphabetical order of their names, accents aside."""
    reviews: dict[str, int] = dict(snapshot.records.rows(_REVIEWS))
    received, made = (_counts(snapshot, name) for name in ("under_review", "recommending"))
    states = sorted(snapshot.catalogue.states.values(), key=lambda state: fold_name(state.name))
    return tuple(
        StateInIndex(state, reviews.get(state.code, 0), received.get(state.code, 0), made.get(state.code, 0))
        for state in states
    )


def _counts(snapshot: Snapshot, field_name: str) -> dict[str, int]:
    """How many recommendations have each value of a field."""
    field = snapshot.catalogue.fields[field_name]
    counts = field.count(snapshot.catalogue.recommendations).tolist()
    return {str(value): count for value, count in zip(field.values, counts, strict=True)}


def overview(snapshot: Snapshot) -> Overview:
    """Counts, sessions and build time."""
    catalogue = snapshot.catalogue
    counts = snapshot.manifest.counts
    return Overview(
        recommendations=int(catalogue.recommendations.sum()),
        texts=len(np.unique(catalogue.rows[catalogue.recommendations])),
        documents=counts["documents"],
        reviews=counts["reviews"],
        states_under_review=len(catalogue.fields["under_review"].values),
        recommending_states=len(catalogue.fields["recommending"].values),
        sessions=tuple(int(session) for session in catalogue.fields["session"].values),
        cycles=tuple(int(cycle) for cycle in catalogue.fields["cycle"].values),
        built=snapshot.manifest.built,
        encoder=snapshot.manifest.vector_space.id,
        sample=any(state.invented for state in catalogue.states.values()),
    )
