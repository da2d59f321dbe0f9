"""What rows of tables say of a record beside its words: labels, action category, and where they stand."""

from collections.abc import Iterable, Sequence

from indexer.datamodel.source_entries import TableEntry
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import ActionCategory, Label, Origin, Place


def place_of(entries: Sequence[TableEntry]) -> Place:
    """The name of the table stands for the symbol that it does not have."""
    return Place(entries[0].source, None, None)


def labels_of(entries: Iterable[TableEntry], given: Iterable[Label] = ()) -> tuple[Label, ...]:
    """The labels given already, then UPR Info's issues, then OHCHR's themes; each once."""
    labels = list(given)
    themes: list[Label] = []
    for entry in entries:
        labels += [Label(ISSUE_SCHEME, name, Origin.SOURCE) for name in entry.labels]
        themes += entry.themes
    return tuple(dict.fromkeys(labels + themes))


def action_of(entries: Iterable[TableEntry]) -> ActionCategory | None:
    """The category on which all rows agree; None where they give none, or two."""
    categories = {entry.action_category for entry in entries}
    category = categories.pop() if len(categories) == 1 else None
    return ActionCategory(category, Origin.SOURCE) if category else None
