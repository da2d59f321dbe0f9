"""The questions, each over one snapshot: match an issue, find keywords, browse by filters, similar records."""

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Query

from models.encoders.calibration import numbers_or
from models.messages import LanguageName, Message
from models.words import ENGLISH
from search.answer.compose import Found, compose_answer, entries_shown, own_entries
from search.answer.did_you_mean import did_you_mean
from search.answer.evaluate_query import QueryEvaluation
from search.catalogue.fields import Mask
from search.catalogue.recommendations import recommendations
from search.datamodel.answer import Answer
from search.datamodel.question import LABEL_FIELDS, MAX_TEXT_CHARACTERS, IssueQuestion, KeywordQuestion, Listing
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.lexical.bm25 import bm25f
from search.match.as_told import as_told
from search.match.languages import NOT_SURER, surest_word, words_in
from search.match.own_state import own_state_list, own_state_words
from search.match.stages import match_issue, relevance_words
from search.match.state import LookedAt, Match
from search.numbers import WORDS
from search.query.discriminative_terms import content_stems
from search.query.issue import IssueReading
from search.query.language import check_language, language_name
from search.query.parse import MAX_QUERY_CHARACTERS, QuerySyntaxError, is_symbol, parse_query, words_alone
from search.semantic.vectors import ANY, NONE
from search.snapshot.snapshot import Snapshot

ISSUE_SCHEME = LABEL_FIELDS["label"]
ISSUE_SCHEMES = (ISSUE_SCHEME, LABEL_FIELDS["theme"])
"""The schemes whose labels say what a record is about."""
MOST_UNRATED = 100
"""Entries that are found where nothing is known of how sure they are."""
_WORDS_NEEDED = Message("Type at least one word to look for.")
_NOT_RATED = Message(
    "The nearest come first. How sure they are is not known: the language model of this index has no calibration."
)
_NO_WORDS = Message("There is no word to search for in this text: describe the issue in a sentence or two.")
_NOT_ENGLISH = Message(
    "Hardly any of these words occur in the documents indexed, which are in English. If the issue is written in "
    "another language, say in which; if it is English, try other words."
)


def answer_browse(snapshot: Snapshot, listing: Listing) -> Answer:
    """All entries that the filters leave."""
    size = snapshot.catalogue.size
    return compose_answer(
        snapshot, Found(np.ones(size, dtype=bool), np.zeros(size), (), None, by_meaning=False), listing
    )


def answer_find(snapshot: Snapshot, question: KeywordQuestion) -> Answer:
    """The entries that hold what the query asks for, ranked by BM25F over its positive words."""
    return compose_answer(snapshot, _found_with_words(snapshot, question.keywords), question)


def found_on_issue(snapshot: Snapshot, question: IssueQuestion) -> Found:
    """The entries whose calibrated relevance to an issue is at least "possible"; for a symbol, those it stands for.

    What the own State, here by code, was told is found by a closer look (search.match.own_state). Of entries that
    the filters leave, the nearest are looked at even if none is on the issue.
    """
    check_language(question.written_in)
    text, notes = _cut(question.text, MAX_TEXT_CHARACTERS)
    if is_symbol(text):
        return _found_with_words(snapshot, text)
    if not any(character.isalnum() for character in text):
        return _nothing(snapshot, (*notes, _NO_WORDS))
    own = own_entries(snapshot, question.own_state)
    looked_at = LookedAt(
        at_all=snapshot.answerable_rows,
        closely=rows_of(snapshot, own),
        best_of=rows_of(snapshot, entries_shown(snapshot.catalogue, question.filters)),
    )
    matched = match_issue(snapshot, text, question.written_in, looked_at)
    notes = notes if snapshot.calibration else (*notes, _NOT_RATED)
    notes = (*notes, *_language_notes(matched.reading, matched.unknown_share), *_abbreviation_notes(matched.reading))
    entries, relevance, bounds = _of_all_states(snapshot, matched)
    sureness = snapshot.catalogue.by_entry(matched.sureness) if bounds.rated else relevance.copy()
    recommendations = snapshot.catalogue.recommendations
    # What a State was told and what it pledged are lists of their own.
    for of_kind in (own & recommendations, own & ~recommendations):
        if of_kind.any():
            vectors = snapshot.vectors[snapshot.catalogue.rows[of_kind]]
            scores = snapshot.catalogue.by_entry(matched.scores)[of_kind]
            listed = own_state_list(snapshot.calibration, scores, vectors, matched.sentences, matched.lift)
            entries[of_kind], relevance[of_kind] = listed.listed, listed.relevance
            words, told = own_state_words(snapshot.calibration), as_told(snapshot.calibration)
            surely = listed.sureness if told is None else told.of_own(matched, vectors, listed.sureness, words)
            sureness[of_kind] = surely
    stems, language = frozenset(matched.stems), matched.reading.language
    own_bounds = own_state_words(snapshot.calibration)
    if bounds.rated:
        bounds = words_in(snapshot.calibration, language, "others", bounds)
        own_bounds = words_in(snapshot.calibration, language, "own", own_bounds)
        notes = (*notes, *NOT_SURER[surest_word(snapshot.calibration, language, "others")])
    return Found(
        entries,
        relevance,
        stems,
        bounds,
        notes,
        labels={(ISSUE_SCHEME, label) for label in matched.labels},
        language=language,
        words_in=ENGLISH,
        vector=matched.vector,
        reading=matched.reading,
        own_bounds=own_bounds,
        called=sureness,
    )


def _of_all_states(snapshot: Snapshot, matched: Match) -> tuple[Mask, NDArray[np.float64], StrengthBounds]:
    """What is on the issue of what any State was told, how likely each entry is, and what that is called.

    Without a calibration the nearest are found, and nothing is said of how sure they are.
    """
    bounds = relevance_words(snapshot.calibration)
    if bounds.rated:
        relevance = snapshot.catalogue.by_entry(matched.relevance)
        return relevance >= bounds.possible, relevance, bounds
    near = snapshot.catalogue.by_entry(matched.scores).astype(np.float64)
    return nearest_of(near, snapshot.catalogue.answerable), near, bounds


def nearest_of(near: NDArray[np.float64], among: Mask) -> Mask:
    """The nearest of some entries, where nothing is known of how sure they are."""
    numbers = np.flatnonzero(among)
    entries = np.zeros(len(near), dtype=bool)
    entries[numbers[np.argsort(-near[numbers], kind="stable")[:MOST_UNRATED]]] = True
    return entries


def similar_bounds(snapshot: Snapshot) -> StrengthBounds:
    """How near two recommendations are (cosine), in words."""
    return numbers_or(snapshot.calibration, "similar", StrengthBounds, UNRATED)


def rows_of(snapshot: Snapshot, entries: Mask) -> Mask:
    """The text rows of some entries, in all languages."""
    rows = np.zeros(len(snapshot.vectors), dtype=bool)
    rows[snapshot.catalogue.rows[entries]] = True
    further, entry_of_further = snapshot.catalogue.further
    rows[further[entries[entry_of_further]]] = True
    return rows


def cosines_with(snapshot: Snapshot, number: int, best_of: Mask | None = None) -> NDArray[np.float32]:
    """Per text row, how near it is to the text of an entry; too low perhaps where they are not similar.

    `best_of`: text rows of which the nearest count, similar or not.
    """
    least = max(np.float32(similar_bounds(snapshot).possible), ANY)
    floor = np.where(snapshot.answerable_rows, least, NONE)
    return snapshot.vectors.cosines(snapshot.vectors[int(snapshot.catalogue.rows[number])], floor, best_of)


def _abbreviation_notes(reading: IssueReading) -> tuple[str, ...]:
    """Which abbreviations were written out."""
    readings = tuple(
        Message("%(printed)s as “%(in_words)s”", printed=printed, in_words=in_words)
        for printed, in_words in reading.replaced
    )
    return (Message("Read %(readings)s.", readings=readings),) if readings else ()


def _language_notes(reading: IssueReading, unknown_share: float) -> tuple[str, ...]:
    """What the user should know of how the issue was read, besides its language."""
    if reading.is_translated:
        terms = Message("These terms in English were looked for: %(terms)s.", terms=reading.terms)
        return (terms,) if reading.terms else ()
    if reading.language != ENGLISH:
        return (
            Message(
                "This seems to be written in %(language)s, which is not read yet: describe the issue in English, or in "
                "one of the languages to choose from.",
                language=LanguageName(reading.language, language_name(reading.language)),
            ),
        )
    return (_NOT_ENGLISH,) if unknown_share > WORDS.mostly_unknown else ()


def _found_with_words(snapshot: Snapshot, query: str) -> Found:
    query, notes = _cut(query, MAX_QUERY_CHARACTERS)
    tree, more_notes = _read_query(query)
    notes = (*notes, *more_notes)
    if tree is None:
        return _nothing(snapshot, (*notes, _WORDS_NEEDED))
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


def answer_similar(snapshot: Snapshot, record_id: str, listing: Listing) -> Answer:
    """The other entries whose texts are near to a record's, whatever State and cycle."""
    catalogue = snapshot.catalogue
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    cosine = cosines_with(snapshot, number, rows_of(snapshot, entries_shown(catalogue, listing.filters)))
    relevance = catalogue.by_entry(np.clip(cosine, 0, 1).astype(np.float64))
    bounds = similar_bounds(snapshot)
    relevance[number] = 0
    entries = relevance >= bounds.possible
    if not bounds.rated:
        entries = nearest_of(relevance, catalogue.answerable)
    entries[number] = False
    stems = frozenset(content_stems(record.text))
    labels = {(label.scheme, label.label) for label in record.labels if label.scheme in ISSUE_SCHEMES}
    found = Found(entries, relevance, stems, bounds, labels=labels, words_in=record.language)
    return compose_answer(snapshot, found, listing)


def _read_query(query: str) -> tuple[Query | None, tuple[str, ...]]:
    """The tree of a query; of a malformed one its words, with a note that says so."""
    try:
        return parse_query(query), ()
    except QuerySyntaxError as problem:
        (reason,) = problem.args
        return words_alone(query), (
            Message("The keywords were read as plain words, because %(reason)s.", reason=reason),
        )


def _cut(text: str, longest: int) -> tuple[str, tuple[str, ...]]:
    if len(text) <= longest:
        return text, ()
    note = Message("Only the first %(count)s characters were searched.", count=longest)
    return text[:longest], (note,)


def _nothing(snapshot: Snapshot, notes: tuple[str, ...]) -> Found:
    size = snapshot.catalogue.size
    return Found(np.zeros(size, dtype=bool), np.zeros(size), (), None, notes)
