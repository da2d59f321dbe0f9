"""The entries that hold what keywords ask for."""

import numpy as np
from whoosh.query import Query

from models.messages.message import Message
from search.lexical.bm25 import bm25f
from search.query.parse import MAX_QUERY_CHARACTERS, QuerySyntaxError, parse_query, words_alone
from search.retrieve.did_you_mean import did_you_mean
from search.retrieve.evaluate_query import QueryEvaluation
from search.retrieve.found import Found, cut, found_nothing
from search.snapshot.snapshot import Snapshot

_WORDS_NEEDED = Message("Type at least one word to look for.")


def found_with_words(snapshot: Snapshot, query: str) -> Found:
    """The entries that a query finds, whose relevance is BM25F over its positive words."""
    query, notes = cut(query, MAX_QUERY_CHARACTERS)
    tree, more_notes = _read_query(query)
    notes = (*notes, *more_notes)
    if tree is None:
        return found_nothing(snapshot, (*notes, _WORDS_NEEDED))
    evaluation = QueryEvaluation(snapshot)
    entries = evaluation.entries(tree)
    stems = tuple(evaluation.positive_stems)
    names = tuple(evaluation.positive_names)
    scores = bm25f(snapshot.all_words, tuple(dict.fromkeys([*stems, *sorted(frozenset().union(*names))])))
    scores = snapshot.catalogue.by_entry(scores)
    best = float(scores.max(initial=0.0, where=entries if entries.any() else True))
    relevance = np.minimum(scores / best, 1.0).astype(np.float64) if best > 0 else entries.astype(np.float64)
    notes = (*notes, *evaluation.notes)
    corrected = did_you_mean(snapshot, query, tree)
    if corrected:
        notes = (*notes, Message("Did you mean %(keywords)s?", keywords=corrected))
    return Found(
        entries,
        relevance,
        frozenset(stems),
        None,
        notes,
        by_meaning=False,
        labels=evaluation.positive_labels,
        names=names,
        did_you_mean=corrected,
    )


def _read_query(query: str) -> tuple[Query | None, tuple[str, ...]]:
    """The tree of a query; of a malformed one its words, with a note that says so."""
    try:
        return parse_query(query), ()
    except QuerySyntaxError as problem:
        (reason,) = problem.args
        return words_alone(query), (
            Message("The keywords were read as plain words, because %(reason)s.", reason=reason),
        )
