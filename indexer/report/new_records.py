"""What is new in an index since the run before, State by State."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.write.previous_snapshot import PreviousSnapshot
from models.messages.message import StateName
from models.messages.spoken import said_name, said_of, to_say_of

_ENTRIES = "SELECT id, kind, state FROM entry WHERE state IS NOT NULL"
_KINDS = {
    "recommendation": to_say_of("%(count)s recommendation", "%(count)s recommendations"),
    "commitment": to_say_of("%(count)s voluntary commitment", "%(count)s voluntary commitments"),
    "observation": to_say_of(
        "%(count)s paragraph of treaty bodies and special procedures",
        "%(count)s paragraphs of treaty bodies and special procedures",
    ),
    "report": to_say_of("%(count)s paragraph that reports", "%(count)s paragraphs that report"),
}
_RENAMED = "SELECT old_id, id FROM alias WHERE id IS NOT NULL"


@dataclass(frozen=True, slots=True)
class NewOfState:
    """The entries on one State that the snapshot before had not."""

    code: str
    name: str
    counts: Mapping[str, int]
    """By kind of entry."""

    @property
    def in_words(self) -> str:
        """“Slovenia: 12 recommendations, 3 paragraphs of treaty bodies and special procedures”."""
        counted = [said_of(*words, self.counts[kind]) for kind, words in _KINDS.items() if self.counts.get(kind)]
        return f"{said_name(StateName(self.code, self.name))}: {', '.join(counted)}"


def new_by_state(catalogue: sqlite3.Connection, previous: PreviousSnapshot | None) -> tuple[NewOfState, ...]:
    """The States on which there is anything new, by name; none for a first run, of which all is new.

    An entry that only has another id than before is not new.
    """
    if previous is None:
        return ()
    before = {entry for entry, *_ in previous.catalogue.execute(_ENTRIES)}
    before |= {new for old, new in catalogue.execute(_RENAMED) if old in before}
    counts: dict[str, Counter[str]] = {}
    for entry, kind, state in catalogue.execute(_ENTRIES):
        if entry not in before:
            counts.setdefault(state, Counter())[kind] += 1
    names = catalogue.execute("SELECT code, name FROM state ORDER BY name, code")
    return tuple(NewOfState(code, name, counts[code]) for code, name in names if code in counts)
