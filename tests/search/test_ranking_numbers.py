"""Where each number by which issues are matched turns a result: what is expected is stated here, never imported.

tests/search/golden/ranking.txt holds what they do together.
"""

from pathlib import Path

import numpy as np
import pytest

from search.answer.compose import Found, Page, compose_answer
from search.datamodel.question import Filters
from search.datamodel.strengths import StrengthBounds
from search.lexical.bm25 import bm25f, inverse_document_frequency
from search.match.names import with_names
from search.match.stages import match_issue
from search.query.discriminative_terms import CutText, discriminative_stems
from search.query.issue import read_issue
from search.query.shape import lexical_weight
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot, open_snapshot


@pytest.fixture(scope="module")
def snapshot(index_folder: Path) -> Snapshot:
    return open_snapshot(index_folder, None)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        pytest.param("quarry dust", 0.5, id="a topic"),
        pytest.param("quarry dust kills", 0.5, id="a topic of three words"),
        pytest.param("quarry dust kills miners", 0.35, id="of four: between a topic and a sentence"),
        pytest.param("quarry dust kills old miners", 0.2, id="of five: a sentence"),
        pytest.param("Quarry Dust Mine Shafts Convention", 1.0, id="a name of five words"),
        pytest.param("Old Quarry Dust Mine Shaft Lift Rope Lamp Fan Convention", 0.2 + 0.8 * 5 / 10, id="of ten"),
        pytest.param("No law applies the Dust Convention to any mine.", 0.2 + 0.8 * 2 / 5, id="a name in a sentence"),
    ],
)
def test_words_weigh_beside_meaning(text: str, weight: float) -> None:
    assert lexical_weight(CutText.of(text)) == pytest.approx(weight)


def test_a_word_says_little_that_more_than_a_twentieth_of_the_texts_hold() -> None:
    stems = ("dust", "lung", "miner", "quarri", "right", "shaft")
    frequency = {"dust": 50, "right": 51}
    kept = discriminative_stems(stems, lambda stem: frequency.get(stem, 1), 1_000)
    assert kept == ("dust", "lung", "miner", "quarri", "shaft")


def test_five_words_are_all_needed() -> None:
    stems = ("dust", "lung", "miner", "quarri", "right")
    assert discriminative_stems(stems, lambda stem: 900 if stem == "right" else 1, 1_000) == stems


@pytest.mark.parametrize(("holding", "words"), [(10, "Dust Convention"), (11, "dust convention")])
def test_a_word_is_likely_a_name_that_a_thousandth_of_the_texts_hold(holding: int, words: str) -> None:
    class Texts:
        text_count = 10_000

        def frequency(self, stem: str) -> int:
            return {"dust": holding}.get(stem, 500)

    assert read_issue("Dust Convention", Texts(), written_in="en").words.text == words


def test_of_a_sentence_half_the_weight_of_its_words_is_expected(snapshot: Snapshot) -> None:
    issue = "Zeppelins pass the quarries where elves toil."
    stems = ("zeppelin", "pass", "quarri", "elv", "toil")
    matched = match_issue(snapshot, issue)
    assert matched.stems == stems
    index = snapshot.lexical
    # 0.2 for a sentence and 0.3 above it; no text holds more than one of five words.
    shares = bm25f(index, stems) / (0.5 * sum(inverse_document_frequency(index, stem) for stem in stems))
    assert 0.1 < shares.max() < 1
    # 0.15 of 0.65: the letters encoder tells nothing of labels.
    np.testing.assert_allclose(
        matched.scores,
        cosines(snapshot.vectors[np.arange(len(snapshot.vectors))], matched.vector) + 0.2 * shares + 0.15 * 0.65,
        atol=1e-6,
    )


@pytest.mark.parametrize(
    ("query", "together"), [("child marriage in rural areas", True), ("end child marriage in rural areas", False)]
)
def test_five_words_are_looked_for_as_they_stand_and_six_are_not(
    snapshot: Snapshot, query: str, together: bool
) -> None:
    shares = with_names(
        snapshot.lexical, CutText.of(query), np.full(len(snapshot.vectors), 0.25, dtype=np.float32), 0.0
    )
    assert (shares == 1).any() == together


@pytest.mark.parametrize(
    ("query", "is_name"), [("Dust, Lung, Shaft, Rope Pact", True), ("Dust, Lung, Shaft, Rope, Lamp Pact", False)]
)
def test_texts_must_hold_the_most_of_a_name_of_five_words(snapshot: Snapshot, query: str, is_name: bool) -> None:
    shares = with_names(
        snapshot.lexical, CutText.of(query), np.full(len(snapshot.vectors), 0.25, dtype=np.float32), 1.0
    )
    assert (shares == 0).all() == is_name


def test_less_than_a_tenth_is_not_even_shown_as_related(snapshot: Snapshot) -> None:
    size = snapshot.catalogue.size
    relevances = np.zeros(size)
    relevances[:4] = [0.09, 0.2, 0.11, 0.06]
    found = Found(np.zeros(size, dtype=bool), relevances, (), StrengthBounds(0.5, 0.7, 0.8))
    answer = compose_answer(snapshot, found, Page(Filters(), 10))
    assert [hit.relevance for hit in answer.related] == [0.2, 0.11]
