"""Similar recommendations to other States, for the wording of a request: texts to read, in the working sheet alone.

A cosine alone takes "the Slovenian minority" for any minority, and "CAT" for any treaty. So a request is a model only
where it names no other instrument, is on one of the item's issues, and asks for a ratification only where the item
does. What is offered is a score, in which words that stand in every request count for nothing:

    cosine + held * share of the item's words that it holds + beside * share of its words that the item holds
           + in_common * weight of the words in common, up to a bound

The shares are by weight, so that of a long item one of its requests is a model too, worded by itself, and the last
term keeps short general ones ("protect the rights of minorities") from being such. The numbers were chosen by reading
what was offered for 120 recommendations (benches/model_wordings.py), and counted on others.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from models.plans.plan import ActionType
from models.plans.suggestions import suggested_action_types
from models.records.records import Recommendation
from models.vocabularies.instruments import mentions_of_instruments
from search.answer.compose import compose_answer
from search.datamodel.question import Listing
from search.lexical.shares import WeighedWords
from search.numbers import WORDING
from search.query.discriminative_terms import content_stems
from search.retrieve.like_record import ISSUE_SCHEMES, found_like_record
from search.snapshot.snapshot import Snapshot


def model_wordings(snapshot: Snapshot, record: Recommendation, listing: Listing) -> tuple[Recommendation, ...]:
    """Recommendations to other States on the very thing, the best first, one a State, no text twice.

    Raises:
        UnknownRecord: the index has no such recommendation.
    """
    near_record = found_like_record(snapshot, record.id, listing.filters)
    hits = compose_answer(snapshot, near_record, replace(listing, limit=WORDING.read)).hits
    near = [(hit.relevance, hit.record) for hit in hits if isinstance(hit.record, Recommendation)]
    scored = [
        (score, other)
        for cosine, other in near
        if other.state_under_review != record.state_under_review and _asks_alike(record, other)
        for score in [_score(snapshot, cosine, record, other)]
        if score >= WORDING.least
    ]
    ranked = (other for _, other in sorted(scored, key=lambda pair: -pair[0]))
    return tuple(_of_different_states(ranked))[: listing.limit]


def _of_different_states(records: Iterator[Recommendation]) -> Iterator[Recommendation]:
    states, texts = set(), set()
    for record in records:
        if record.state_under_review not in states and record.text not in texts:
            states.add(record.state_under_review)
            texts.add(record.text)
            yield record


def _asks_alike(item: Recommendation, other: Recommendation) -> bool:
    """Whether it names no instrument that the item does not name, is on an issue of the item, and asks for a
    ratification where the item does.

    Other kinds of action are read too unsurely to keep requests apart: "sanction cases of domestic violence" and
    "bring perpetrators to justice" are one.
    """
    named, also = ({mention.code for mention in mentions_of_instruments(record.text)} for record in (item, other))
    if (named or also) and not (also and also <= named):
        return False
    issues, on = (_issues(record) for record in (item, other))
    if issues and on and not issues & on:
        return False
    wanted, offered = (ActionType.RATIFICATION in suggested_action_types(record.text) for record in (item, other))
    return wanted == offered


def _issues(record: Recommendation) -> set[tuple[str, str]]:
    return {(label.scheme, label.label) for label in record.labels if label.scheme in ISSUE_SCHEMES}


def _score(snapshot: Snapshot, cosine: float, item: Recommendation, other: Recommendation) -> float:
    """How good a model another request is: the sum at the top of this module."""
    words, also = (_weighed(snapshot, record.text) for record in (item, other))
    common = min(fsum(weight for stem, weight in words.items() if stem in also), WORDING.most_in_common)
    return (
        cosine
        + WORDING.held * WeighedWords(words).share_in(also)
        + WORDING.beside * WeighedWords(also).share_in(words)
        + WORDING.in_common * common
    )


def _weighed(snapshot: Snapshot, text: str) -> dict[str, float]:
    """The words of a request that tell it apart, by their weight."""
    weights = WeighedWords.among(snapshot.english_words, content_stems(text)).weights
    return {stem: weight for stem, weight in weights.items() if weight > WORDING.rare}
