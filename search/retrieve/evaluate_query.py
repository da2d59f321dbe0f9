"""What the tree of a keyword query finds: one mask over entries, and the words it ranks by.

Text is looked up in the lexical index, fields in the arrays of the catalogue; AND, OR and NOT are the mask
operations, so that NOT works anywhere in a query. Whoosh's Searcher finds the same texts one by one
(tests/search/retrieve/test_evaluate_query.py), in ten to forty times as long.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from whoosh.query import And, Every, Not, Or, Phrase, Prefix, Query, Term
from whoosh.query.terms import MultiTerm

from models.messages.message import Message, PrintedName, counted
from models.records.enums import Position
from models.texts.words import FORM_FIELD, stem
from models.vocabularies.abbreviations import language_of_name
from search.catalogue.entries import EntryField, Mask
from search.catalogue.states import names_no_state, state_code
from search.datamodel.question import FIELD_NAMES, FILTER_FIELDS, LABEL_FIELDS, Value, ValueKind
from search.lexical.whoosh_index import whoosh_reader
from search.query.other_names import Named
from search.snapshot.snapshot import Snapshot

MAX_EXPANSIONS = 500
"""Words that one with a star may stand for."""
_NAMES_SHOWN = 4
_PARTS = {"paragraph": (".", "("), "symbol": ("/corr.",)}
"""Field → what begins the parts that a value stands for, too: 115.12 and 115(a) for 115, corrigenda for their
report."""
_QUOTES_HELP = Message("Quotation marks look for exactly what stands between them.")


class QueryEvaluation:
    """The evaluation of one query; what is positive, and the notes, grow on the way."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.positive_stems: dict[str, None] = {}
        """Stems of the words that are looked for, not those after NOT, in order."""
        self.positive_names: dict[frozenset[str], None] = {}
        """Stems of each name of what is looked for, not after NOT: a name is found where all its stems stand."""
        self.positive_labels: set[tuple[str, str]] = set()
        """Scheme and words of the labels that are looked for, not those after NOT."""
        self.notes: list[str] = []
        """Sentences for the user."""

    def entries(self, query: Query, *, positive: bool = True) -> Mask:
        """The mask of the entries that a tree finds."""
        match query:
            case And():
                return reduce(np.logical_and, [self.entries(part, positive=positive) for part in query.subqueries])
            case Named():
                return self._named(query, positive)
            case Or():
                return reduce(np.logical_or, [self.entries(part, positive=positive) for part in query.subqueries])
            case Not():
                return ~self.entries(query.query, positive=not positive)
            case Every():
                return np.ones(self._snapshot.catalogue.size, dtype=bool)
            case Term() if query.fieldname in FIELD_NAMES:
                return self._in_field(query.fieldname, query.text, positive)
            case _:
                return self._snapshot.catalogue.by_entry(self._rows(query, positive))

    def _rows(self, query: Query, positive: bool) -> NDArray[np.bool_]:
        """The mask of the text rows that hold a word, or words."""
        words = self._snapshot.all_words
        match query:
            case Term() if query.fieldname == FORM_FIELD:
                self._note_stems((stem(query.text),), positive)
                return words.rows_printing([query.text])
            case Term():
                self._note_stems((query.text,), positive)
                return words.rows_with(query.text)
            case Phrase():
                self._note_stems(tuple(query.words), positive)
                return words.rows_with_phrase(query.words, query.slop)
            case MultiTerm():
                return words.rows_printing(self._forms(query, positive))
        raise TypeError(f"No part of the query language: {query!r}")

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

    def _forms(self, query: MultiTerm, positive: bool) -> tuple[str, ...]:
        """The words as printed that one with a star, or nearly like it, stands for."""
        terms = query.expanded_terms(whoosh_reader(self._snapshot.all_words.stored))
        forms = tuple(
            form.decode() if isinstance(form, bytes) else form for _, form in islice(terms, MAX_EXPANSIONS + 1)
        )
        if len(forms) > MAX_EXPANSIONS:
            forms = forms[:MAX_EXPANSIONS]
            self.notes.append(
                Message(
                    "%(word)s stands for more than %(count)s words: only the first are searched.",
                    word=f"{query.text}*" if isinstance(query, Prefix) else query.text,
                    count=MAX_EXPANSIONS,
                )
            )
        self._note_stems(tuple(map(stem, forms)), positive)
        return forms

    def _in_field(self, query_name: str, value: str, positive: bool) -> Mask:
        name = FIELD_NAMES[query_name]
        wanted = self._wanted(name, value)
        if name in LABEL_FIELDS and positive:
            self.positive_labels.update((LABEL_FIELDS[name], str(label)) for label in wanted)
        mask = self._snapshot.catalogue.fields[name].holding(wanted)
        if not mask.any():
            self.notes.append(self._not_found(query_name, value))
        return mask

    def _not_found(self, query_name: str, value: str) -> str:
        states = self._snapshot.states
        if _kind(FIELD_NAMES[query_name]) is ValueKind.STATE and state_code(states, value) is None:
            return names_no_state(states, value)
        if query_name == "position" and value.lower() not in set(Position):
            return Message(
                "A position is supported, noted, pending or unknown: a State under review cannot reject a "
                "recommendation."
            )
        return Message("Nothing in this index has %(term)s.", term=f"{query_name}:{value[:80]}")

    def _wanted(self, name: str, value: str) -> list[Value]:
        """The values of a field of the catalogue that a word in a query means."""
        kind = _kind(name)
        if kind is ValueKind.STATE:
            code = state_code(self._snapshot.states, value)
            return [code] if code else []
        if kind is ValueKind.NUMBER:
            return [int(value)] if value.isascii() and value.isdigit() else []
        return _values_like(self._snapshot.catalogue.fields[name], value, _PARTS.get(name, ()))


def _kind(name: str) -> ValueKind:
    return FILTER_FIELDS[name].kind if name in FILTER_FIELDS else ValueKind.TEXT


def _listed(names: list[str]) -> tuple[str | PrintedName, ...]:
    """At most _NAMES_SHOWN names in a sentence."""
    shown = tuple(PrintedName(name, language_of_name(name)) for name in names[:_NAMES_SHOWN])
    left_out = len(names) - _NAMES_SHOWN
    return (*shown, counted("%(count)s more", "%(count)s more", left_out)) if left_out > 0 else shown


def _values_like(field: EntryField, value: str, parts: Sequence[str]) -> list[Value]:
    """The values of a field that a query means: whatever the case, with a star for any ending, or with a part."""
    typed = value.casefold()
    plain = {known: str(known).casefold() for known in field.values}
    if typed.endswith("*"):
        return [known for known, word in plain.items() if word.startswith(typed.rstrip("*"))]
    of_parts = tuple(f"{typed}{part}" for part in parts)
    return [known for known, word in plain.items() if word == typed or word.startswith(of_parts)]
