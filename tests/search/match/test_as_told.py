"""What is far from an issue as it was told is called less sure."""

from dataclasses import replace

import numpy as np
import pytest

from models.encoders.unit_vectors import unit
from search.datamodel.strengths import StrengthBounds
from search.match.state import Match, OwnState
from search.match.strengths import AsTold, OwnAsTold
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.search.invented_index import Request, build

WORDS = StrengthBounds(possible=0.5, likely=0.7, strong=0.9)
NUMBERS = AsTold(others=0.6, own=0.4)
STORY = "Our boats rot in the harbour because nobody mends the quay."


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_snapshot(build(tmp_path_factory.mktemp("told") / "index", [Request("Mend the quays")]), None)


def matched(snapshot: Snapshot, relevance: list[float], near: list[float], language: str, text: str = STORY) -> Match:
    """A match with texts of these relevances, and so near to the issue as it was told."""
    told = np.array([1.0, 0.0])
    vectors = np.array([[cosine, (1 - cosine**2) ** 0.5] for cosine in near], dtype=np.float32)
    texts = replace(snapshot, vectors=vectors)  # type: ignore[arg-type]
    match = Match(texts, read_issue(text, snapshot.english_words, language))
    probable = np.array(relevance)
    return replace(match, vector=unit(told).astype(np.float32), relevance=probable, sureness=probable, words=WORDS)


def words(match: Match) -> list[str]:
    found = NUMBERS.apply(match).sureness
    return [WORDS.strength_of(each) for each in found.tolist()]


def test_a_text_far_from_an_issue_in_another_language_is_possible_at_most(snapshot: Snapshot) -> None:
    match = matched(snapshot, [0.95, 0.95, 0.8, 0.55, 0.3], [0.7, 0.5, 0.5, 0.5, 0.5], "fr")
    assert words(match) == ["strong", "possible", "possible", "possible", "related"]


def test_what_is_called_less_keeps_its_place(snapshot: Snapshot) -> None:
    match = matched(snapshot, [0.99, 0.95, 0.75, 0.55], [0.1, 0.9, 0.1, 0.1], "fr")
    assert NUMBERS.apply(match).relevance.tolist() == [0.99, 0.95, 0.75, 0.55]
    assert words(match) == ["possible", "strong", "possible", "possible"]


def test_an_english_issue_is_no_less_sure(snapshot: Snapshot) -> None:
    assert words(matched(snapshot, [0.95, 0.8], [0.1, 0.1], "en")) == ["strong", "likely"]


@pytest.mark.parametrize(
    ("text", "near", "word"),
    [(STORY, 0.5, "strong"), (STORY, 0.3, "likely"), ("ILO Convention No. 169", 0.1, "strong")],
    ids=["near", "far", "a name, which is found by its words"],
)
def test_what_the_own_state_was_told_is_likely_at_most_if_it_is_far(
    snapshot: Snapshot, text: str, near: float, word: str
) -> None:
    match = matched(snapshot, [0.95], [near], "en", text)
    own = OwnState.of(match, np.zeros(1, dtype=np.float32), match.texts.vectors[np.arange(1)])
    own = replace(own, sureness=np.array([0.95]), words=WORDS)
    assert WORDS.strength_of(float(OwnAsTold(NUMBERS).apply(own).sureness[0])) == word
