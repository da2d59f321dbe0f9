"""What a State was asked, or what it asks of others: its recommendations counted by cycle, issue and State."""

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.entries import Catalogue, EntryField, Mask
from search.datamodel.tally import Counted, Role, Tally


def tally(catalogue: Catalogue, state: str, role: Role, session: int | None = None) -> Tally:
    """Count the recommendations that were made to a State (by code), or by it; of one session if it is given."""
    fields = catalogue.fields
    of_state = fields[role].holding([state]) & catalogue.recommendations
    if session is not None:
        of_state &= fields["session"].holding([session])
    counter = Counter(catalogue, of_state)
    counterparts = counter.by(fields["recommending" if role == "under_review" else "under_review"])
    return Tally(
        total=int(of_state.sum()),
        states=len(counterparts),
        cycles=tuple(sorted(counter.by(fields["cycle"]), key=lambda counted: int(counted.value))),
        labels=counter.by(fields["label"]),
        themes=counter.by(fields["theme"]),
        counterparts=counterparts,
        regional_groups=counter.by(fields["group"] if role == "recommending" else catalogue.recommending_groups),
    )


SPECIFIC = 5
"""UPR Info's action category of requests for a specific action."""


class Counter:
    """Counts the entries of a mask by the values of a field."""

    def __init__(self, catalogue: Catalogue, among: Mask) -> None:
        self._among = among
        fields = catalogue.fields
        self._with_position = {position: self._those(fields["position"].holding([position])) for position in Position}
        self._specific = self._those(fields["action_category"].holding([SPECIFIC]))
        self._sessions = fields["session"].by_entry(np.array(fields["session"].values, dtype=np.int32))

    def _those(self, kept: Mask) -> NDArray[np.intp]:
        return np.flatnonzero(self._among & kept)

    def by(self, field: EntryField) -> tuple[Counted, ...]:
        """Each value that occurs, most frequent first, those of one count by label."""
        pairs = self._among[field.entries]
        last = np.zeros(len(field.values), dtype=np.int32)
        np.maximum.at(last, field.codes[pairs], self._sessions[field.entries[pairs]])
        positions = {position: field.count(entries) for position, entries in self._with_position.items()}
        specific = field.count(self._specific)
        return tuple(
            Counted(
                value=str(field.values[code]),
                label=field.labels[code],
                total=total,
                positions={position: int(counts[code]) for position, counts in positions.items()},
                specific=int(specific[code]),
                last_session=int(last[code]),
            )
            for code, total in field.occurring(np.flatnonzero(self._among))
        )
