"""Model wording for a recommendation: what other States were asked for on the very thing, and supported.

A cosine alone takes "the Slovenian minority" for any minority, and "CAT" for any treaty. So a request is a model only
where it also holds most of the words that tell the item apart, names no other instrument, and wants the same kind of
action. What is offered is a score of these:

    cosine + held * share of the item's rare words that it holds + beside * share of its rare words that the item holds

The numbers were chosen by reading what was offered for sixty recommendations (benches/model_wordings.py), and counted
on others.
"""

from collections.abc import Iterator
from dataclasses import replace

from models.plans.suggestions import suggested_action_types
from models.records.records import Recommendation
from models.vocabularies.instruments import mentions_of_instruments
from models.words import words_of
from search.answer.compose import Page
from search.answer.questions import answer_similar
from search.lexical.shares import WeighedWords
from search.numbers import WORDING
from search.snapshot.snapshot import Snapshot


def model_wordings(snapshot: Snapshot, record: Recommendation, page: Page) -> tuple[Recommendation, ...]:
    """Recommendations to other States on the very thing, the best first, as many as `page` says; one a State, no text
    twice.

    Raises:
        UnknownRecord: the index has no such recommendation.
    """
    hits = answer_similar(snapshot, record.id, replace(page, limit=WORDING.read)).hits
    near = [(hit.relevance, hit.record) for hit in hits if isinstance(hit.record, Recommendation)]
    scored = [
        (score, other)
        for cosine, other in near
        if other.state_under_review != record.state_under_review and _asks_alike(record, other)
        for score in [_score(snapshot, cosine, record, other)]
        if score >= WORDING.least
    ]
    ranked = (other for _, other in sorted(scored, key=lambda pair: -pair[0]))
    return tuple(_of_different_states(ranked))[: page.limit]


def _of_different_states(records: Iterator[Recommendation]) -> Iterator[Recommendation]:
    states, texts = set(), set()
    for record in records:
        if record.state_under_review not in states and record.text not in texts:
            states.add(record.state_under_review)
            texts.add(record.text)
            yield record


def _asks_alike(item: Recommendation, other: Recommendation) -> bool:
    """Whether it names no instrument that the item does not name, and wants a kind of action that the item wants."""
    named, also = ({mention.code for mention in mentions_of_instruments(record.text)} for record in (item, other))
    if (named or also) and not (also and also <= named):
        return False
    wanted, offered = (set(suggested_action_types(record.text)) for record in (item, other))
    return not wanted or not offered or bool(wanted & offered)


def _score(snapshot: Snapshot, cosine: float, item: Recommendation, other: Recommendation) -> float:
    """As this module's head says; 0 for one that holds too few of the words, or is mostly on something else."""
    held, beside = _share(snapshot, item, other), _share(snapshot, other, item)
    if held < WORDING.least_held or beside < WORDING.least_beside:
        return 0
    return cosine + WORDING.held * held + WORDING.beside * beside


def _share(snapshot: Snapshot, of: Recommendation, in_text: Recommendation) -> float:
    """How much of the rare words of one, by their weight, the other holds; all where it has none."""
    weighed = WeighedWords.among(snapshot.lexical, (word.stem for word in words_of(of.text)))
    rare = {stem: weight for stem, weight in weighed.weights.items() if weight > WORDING.rare}
    return WeighedWords(rare).share_in({word.stem for word in words_of(in_text.text)}) if rare else 1.0
