"""What the tree of a keyword query finds: one mask over entries, and the words it ranks by.

Text is looked up in the lexical index, fields in the arrays of the catalogue; AND, OR and NOT are the mask
operations, so that NOT works anywhere in a query.
"""

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from models.messages import Message, counted
from models.words import stem
from search.catalogue.fields import EntryField, Mask
from search.catalogue.states import state_code
from search.datamodel.question import FILTER_FIELDS, LABEL_FIELDS, Value, ValueKind
from search.query.parse import FIELD_NAMES
from search.query.tree import AllOf, AnyOf, InField, Named, Node, Not, Prefix, Printed, Words
from search.snapshot.snapshot import Snapshot

MAX_EXPANSIONS = 500
"""Words that one prefix may stand for."""
_NAMES_SHOWN = 4
_QUOTES_HELP = Message("Quotation marks look for exactly what stands between them.")


class QueryEvaluation:
    """The evaluation of one query; what is positive, and the notes, grow on the way."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Evaluate over this snapshot."""
        self._snapshot = snapshot
        self.positive_stems: dict[str, None] = {}
        """Stems of the words that are looked for, not those after NOT, in order."""
        self.positive_names: dict[frozenset[str], None] = {}
        """Stems of each name of what is looked for, not after NOT: a name is found where all its stems stand."""
        self.positive_labels: set[tuple[str, str]] = set()
        """Scheme and words of the labels that are looked for, not those after NOT."""
        self.notes: list[str] = []
        """Sentences for the user."""

    def entries(self, node: Node, *, positive: bool = True) -> Mask:
        """The mask of the entries that a tree finds."""
        match node:
            case AllOf(parts):
                return reduce(np.logical_and, [self.entries(part, positive=positive) for part in parts])
            case AnyOf(parts):
                return reduce(np.logical_or, [self.entries(part, positive=positive) for part in parts])
            case Not(part):
                return ~self.entries(part, positive=not positive)
            case InField(field, value):
                return self._in_field(field, value, positive)
            case Named():
                return self._named(node, positive)
            case Words(stems):
                self._note_stems(stems, positive)
                return self._entries_of(self._snapshot.words.rows_with_phrase(stems))
            case Printed(forms):
                self._note_stems(tuple(map(stem, forms)), positive)
                return self._entries_of(self._snapshot.words.rows_printing(forms))
            case Prefix(letters):
                return self._entries_of(self._rows_with_prefix(letters, positive))

    def _entries_of(self, row_mask: NDArray[np.bool_]) -> Mask:
        return self._snapshot.catalogue.by_entry(row_mask)

    def _note_stems(self, stems: tuple[str, ...], positive: bool) -> None:
        if positive:
            self.positive_stems.update(dict.fromkeys(stems))

    def _named(self, node: Named, positive: bool) -> Mask:
        """The entries with any of the names; a note says which others found more than those before."""
        found = np.zeros(self._snapshot.catalogue.size, dtype=bool)
        others = []
        for name, part in node.names:
            evaluation = QueryEvaluation(self._snapshot)
            entries = evaluation.entries(part)
            if name == node.typed:
                self._note_stems(tuple(evaluation.positive_stems), positive)
            elif (entries & ~found).any():
                others.append(name)
            if positive:
                self.positive_names[frozenset(evaluation.positive_stems)] = None
            found |= entries
        if others:
            self._note_names(node, others)
        return found

    def _note_names(self, node: Named, others: list[str]) -> None:
        """Say under which other names it was looked for, and once how to look for the word alone."""
        names = _listed(others)
        if node.names[0][0] == node.typed:
            note = Message("%(word)s was also looked for as %(names)s.", word=node.typed, names=names)
        else:
            note = Message("%(word)s was looked for as %(names)s.", word=node.typed, names=names)
        self.notes.append(note)
        if _QUOTES_HELP not in self.notes:
            self.notes.append(_QUOTES_HELP)

    def _rows_with_prefix(self, letters: str, positive: bool) -> NDArray[np.bool_]:
        """The texts with a word that begins so."""
        index = self._snapshot.words
        forms = index.forms_starting(letters, MAX_EXPANSIONS + 1)
        if len(forms) > MAX_EXPANSIONS:
            self.notes.append(
                Message(
                    "%(letters)s* stands for more than %(count)s words: only the first are searched.",
                    letters=letters,
                    count=MAX_EXPANSIONS,
                )
            )
        forms = forms[:MAX_EXPANSIONS]
        self._note_stems(tuple(map(stem, forms)), positive)
        return index.rows_printing(forms)

    def _in_field(self, query_name: str, value: str, positive: bool) -> Mask:
        name = FIELD_NAMES[query_name]
        wanted = self._wanted(name, value)
        if name in LABEL_FIELDS and positive:
            self.positive_labels.update((LABEL_FIELDS[name], str(label)) for label in wanted)
        mask = self._snapshot.catalogue.fields[name].holding(wanted)
        if not mask.any():
            self.notes.append(Message("Nothing in this index has %(term)s.", term=f"{query_name}:{value[:80]}"))
        return mask

    def _wanted(self, name: str, value: str) -> list[Value]:
        """The values of a field of the catalogue that a word in a query means."""
        kind = FILTER_FIELDS[name].kind if name in FILTER_FIELDS else ValueKind.TEXT
        if kind is ValueKind.STATE:
            code = state_code(self._snapshot.states, value)
            return [code] if code else []
        if kind is ValueKind.NUMBER:
            return [int(value)] if value.isascii() and value.isdigit() else []
        return _values_like(self._snapshot.catalogue.fields[name], value, with_parts=name == "paragraph")


def _listed(names: list[str]) -> tuple[str, ...]:
    """At most _NAMES_SHOWN names in a sentence."""
    shown = tuple(f"“{name}”" for name in names[:_NAMES_SHOWN])
    left_out = len(names) - _NAMES_SHOWN
    return (*shown, counted("%(count)s more", "%(count)s more", left_out)) if left_out > 0 else shown


def _values_like(field: EntryField, value: str, *, with_parts: bool) -> list[Value]:
    """The values of a field that a query means: whatever the case, with a star for any ending.

    A paragraph stands for its parts too: 115 for 115.12 and 115(a).
    """
    typed = value.casefold()
    plain = {known: str(known).casefold() for known in field.values}
    if typed.endswith("*"):
        return [known for known, word in plain.items() if word.startswith(typed.rstrip("*"))]
    parts = (f"{typed}.", f"{typed}(") if with_parts else ()
    return [known for known, word in plain.items() if word == typed or word.startswith(parts)]
