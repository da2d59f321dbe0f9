"""Entries in the order in which one reads reports: State by State, the latest review first, by paragraph."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from models.reviews.states import fold_name
from models.texts.natural_order import natural_order
from search.catalogue.fields import EntryField
from search.datamodel.question import Value


def reading_order(fields: Mapping[str, EntryField]) -> NDArray[np.int64]:
    """Per entry, its place: States by name, paragraphs by number; what has no paragraph comes last of its review."""
    states, sessions, paragraphs = fields["under_review"], fields["session"], fields["paragraph"]
    names = dict(zip(states.values, states.labels, strict=True))
    keys = (
        places(paragraphs, sorted(paragraphs.values, key=lambda value: natural_order(str(value)))),
        places(sessions, sessions.values[::-1]),
        places(states, sorted(states.values, key=lambda code: fold_name(names[code]))),
    )
    order = np.empty(states.entry_count, dtype=np.int64)
    order[np.lexsort(keys)] = np.arange(states.entry_count)
    return order


def places(field: EntryField, ordered: Iterable[Value]) -> NDArray[np.int64]:
    """Per entry, the place of its value among the values in their order; what has none comes last."""
    place = {value: number for number, value in enumerate(ordered)}
    return field.by_entry(np.array([place[value] for value in field.values], dtype=np.int64), none=len(place))
