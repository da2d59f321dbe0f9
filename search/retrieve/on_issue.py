"""The entries on an issue in the user's own words: read, scored, then decided for each State's list."""

import numpy as np

from models.messages.message import LanguageName, Message
from models.texts.words import ENGLISH
from search.catalogue.entries import Mask
from search.datamodel.question import LABEL_FIELDS, MAX_TEXT_CHARACTERS, IssueQuestion
from search.match.own_state import own_state_list
from search.match.stages import match_reading
from search.match.state import LookedAt, Match
from search.match.strengths import NOT_SURE
from search.numbers import WORDS
from search.query.detect_language import check_language, language_name
from search.query.issue import EnglishTexts, IssueReading, read_told
from search.query.parse import is_symbol
from search.retrieve.found import Found, cut, entries_shown, found_nothing, nearest_of, rows_of
from search.retrieve.with_words import found_with_words
from search.snapshot.snapshot import Snapshot

ISSUE_SCHEME = LABEL_FIELDS["label"]
_NOT_RATED = Message(
    "The nearest come first. How sure they are is not known: the language model of this index has no calibration."
)
_NO_WORDS = Message("There is no word to search for in this text: describe the issue in a sentence or two.")
_NOT_ENGLISH = Message(
    "Hardly any of these words occur in the documents indexed, which are in English. If the issue is written in "
    "another language, say in which; if it is English, try other words."
)


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
    own = snapshot.catalogue.of_state(question.own_state)
    looked_at = LookedAt(
        at_all=snapshot.answerable_rows,
        closely=rows_of(snapshot, own),
        best_of=rows_of(snapshot, entries_shown(snapshot.catalogue, question.filters)),
    )
    matched = match_reading(snapshot, reading, looked_at)
    notes = notes if snapshot.calibration else (*notes, _NOT_RATED)
    notes = (*notes, *_language_notes(reading, snapshot.english_words), *_abbreviation_notes(reading))
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


def _abbreviation_notes(reading: IssueReading) -> tuple[str, ...]:
    """Which abbreviations were written out."""
    readings = tuple(
        Message("%(printed)s as “%(in_words)s”", printed=printed, in_words=in_words)
        for printed, in_words in reading.replaced
    )
    return (Message("Read %(readings)s.", readings=readings),) if readings else ()


def _language_notes(reading: IssueReading, texts: EnglishTexts) -> tuple[str, ...]:
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
    return (_NOT_ENGLISH,) if reading.share_unknown_to(texts) > WORDS.mostly_unknown else ()
