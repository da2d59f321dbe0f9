"""The entries on an issue in the user's own words: read, scored, then decided for each State's list."""

import numpy as np

from models.messages.message import Message
from models.texts.words import ENGLISH
from search.catalogue.entries import Mask
from search.datamodel.question import LABEL_FIELDS, MAX_TEXT_CHARACTERS, IssueQuestion
from search.match.own_state import own_state_list
from search.match.stages import match_reading
from search.match.state import LookedAt, Match
from search.match.strengths import NOT_SURE
from search.query.detect_language import check_language
from search.query.issue import read_told
from search.query.parse import is_symbol
from search.retrieve.found import Found, cut, entries_shown, found_nothing, nearest_of, rows_of
from search.retrieve.with_words import found_with_words
from search.snapshot.snapshot import Snapshot

ISSUE_SCHEME = LABEL_FIELDS["label"]
_NOT_RATED = Message(
    "The nearest come first. How sure they are is not known: the language model of this index has no calibration."
)
_NO_WORDS = Message("There is no word to search for in this text: describe the issue in a sentence or two.")


def found_on_issue(snapshot: Snapshot, question: IssueQuestion) -> Found:
    """The entries whose calibrated relevance to an issue is at least "possible"; for a symbol, those it stands for.

    What the own State, here by code, was told is found by a closer look (search.match.own_state). Of entries that
    the filters leave, the nearest are looked at even if none is on the issue.
    """
    check_language(question.written_in)
    text, notes = cut(question.text, MAX_TEXT_CHARACTERS)
    if is_symbol(text):
        return found_with_words(snapshot, text)
    if not any(character.isalnum() for character in text):
        return found_nothing(snapshot, (*notes, _NO_WORDS))
    reading = read_told(text, snapshot.english_words, snapshot.states, question.own_state, question.written_in)
    if not snapshot.calibration:
        notes = (*notes, _NOT_RATED)
    notes = (*notes, *reading.notes(snapshot.english_words))
    own = snapshot.catalogue.of_state(question.own_state)
    looked_at = LookedAt(
        at_all=snapshot.answerable_rows,
        closely=rows_of(snapshot, own),
        best_of=rows_of(snapshot, entries_shown(snapshot.catalogue, question.filters)),
    )
    matched = match_reading(snapshot, reading, looked_at)
    return _decided(snapshot, matched, own, (*notes, NOT_SURE) if matched.doubted else notes)


def _decided(snapshot: Snapshot, matched: Match, own: Mask, notes: tuple[str, ...]) -> Found:
    """What is on the issue, how likely each entry is, and what that is called; what the own State was told and what it
    pledged are each decided as a list of its own.

    Without a calibration the nearest are found, and nothing is said of how sure they are.
    """
    catalogue, scores = snapshot.catalogue, snapshot.catalogue.by_entry(matched.scores)
    if matched.words.rated:
        relevance, sureness = catalogue.by_entry(matched.relevance), catalogue.by_entry(matched.sureness)
        entries = relevance >= matched.words.possible
    else:
        relevance, sureness = scores.astype(np.float64), scores.astype(np.float64)
        entries = nearest_of(relevance, catalogue.answerable)
    own_bounds = None
    for of_kind in (own & catalogue.recommendations, own & ~catalogue.recommendations):
        if of_kind.any():
            listed = own_state_list(matched, scores[of_kind], snapshot.vectors[catalogue.rows[of_kind]])
            entries[of_kind], relevance[of_kind], sureness[of_kind] = listed.listed, listed.relevance, listed.sureness
            own_bounds = listed.words
    return Found(
        entries,
        relevance,
        frozenset(matched.reading.stems),
        matched.words,
        notes,
        labels={(ISSUE_SCHEME, label) for label in matched.labels},
        words_in=ENGLISH,
        matched=matched,
        called=sureness,
        own_bounds=own_bounds,
    )
