"""What a State was asked, or what it asks of others: its recommendations counted by cycle, issue and State."""

import numpy as np
from numpy.typing import NDArray

from models.records.enums import Position
from search.catalogue.fields import EntryField, Mask
from search.catalogue.load import Catalogue
from search.datamodel.tally import Counted, Role, Tally


def tally(catalogue: Catalogue, state: str, role: Role, session: int | None = None) -> Tally:
    """Count the recommendations that were made to a State, or by it; of one session if it is given."""
    of_state = catalogue.fields[role].holding([state]) & catalogue.recommendations
    if session is not None:
        of_state &= catalogue.fields["session"].holding([session])
    counter = Counter(catalogue, of_state)
    counterparts = counter.by("recommending" if role == "under_review" else "under_review")
    return Tally(
        total=int(of_state.sum()),
        states=len(counterparts),
        cycles=tuple(sorted(counter.by("cycle"), key=lambda counted: int(counted.value))),
        labels=counter.by("label"),
        themes=counter.by("theme"),
        counterparts=counterparts,
        regional_groups=counter.by("group") if role == "recommending" else counter.of(catalogue.recommending_groups),
    )


SPECIFIC = 5
"""UPR Info's action category of requests for a specific action."""


class Counter:
    """Counts the entries of a mask by the values of a field."""

    def __init__(self, catalogue: Catalogue, among: Mask) -> None:
        self._catalogue = catalogue
        self._among = among
        fields = catalogue.fields
        self._positions = {position: fields["position"].holding([position]) for position in Position}
        self._specific = fields["action_category"].holding([SPECIFIC])
        self._sessions = fields["session"].by_entry(np.array(fields["session"].values, dtype=np.int32))

    def by(self, name: str) -> tuple[Counted, ...]:
        """Each value of a filter field that occurs, most frequent first, those of one count by label."""
        return self.of(self._catalogue.fields[name])

    def of(self, field: EntryField) -> tuple[Counted, ...]:
        """Each value of any field that occurs, most frequent first, those of one count by label."""
        chosen = self._among[field.entries]
        entries, codes = field.entries[chosen], field.codes[chosen]

        def count(kept: Mask) -> NDArray[np.intp]:
            return np.bincount(codes[kept[entries]], minlength=len(field.values))

        last = np.zeros(len(field.values), dtype=np.int32)
        np.maximum.at(last, codes, self._sessions[entries])
        totals, specific = count(self._among), count(self._specific)
        positions = {position: count(mask) for position, mask in self._positions.items()}
        found = [
            Counted(
                value=str(field.values[code]),
                label=field.labels[code],
                total=int(totals[code]),
                positions={position: int(counts[code]) for position, counts in positions.items()},
                specific=int(specific[code]),
                last_session=int(last[code]),
            )
            for code in np.flatnonzero(totals).tolist()
        ]
        return tuple(sorted(found, key=lambda counted: (-counted.total, counted.label)))
