"""From an issue to scores: the weighted sum of the retrievers, and what is said of the words of the issue."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.encoders.example_issues import ExampleIssues
from models.encoders.text_encoder import Vectors
from search.lexical.bm25 import bm25f, inverse_document_frequency
from search.match.stages import match_issue, weighted_sum
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.calibrations import LETTERS, NEIGHBOURHOOD
from tests.search.invented_index import Request, build

RETRIEVERS = st.lists(
    st.tuples(st.floats(0, 1), st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3)), min_size=1, max_size=4
)


def test_each_score_counts_by_its_weight() -> None:
    summed = weighted_sum(
        [(1.0, np.array([0.5, 0.25], dtype=np.float32)), (0.2, np.array([0.0, 1.0], dtype=np.float32))]
    )
    np.testing.assert_allclose(summed, [0.5, 0.25 + 0.2 * 1.0], rtol=1e-6)


@given(RETRIEVERS, st.randoms())
def test_the_order_of_the_retrievers_does_not_matter(
    retrievers: list[tuple[float, list[float]]], random: object
) -> None:
    arrays = [(weight, np.array(scores, dtype=np.float32)) for weight, scores in retrievers]
    shuffled = list(arrays)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    np.testing.assert_allclose(weighted_sum(arrays), weighted_sum(shuffled), atol=1e-5)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    requests = [Request("Let judges visit prisons"), Request("Open schools in prisons"), Request("Plant oaks")]
    return open_snapshot(build(tmp_path_factory.mktemp("match") / "index", requests), None)


@pytest.mark.parametrize(
    ("issue", "share"),
    [("oaks in prisons", 0.0), ("oaks and elephants", 0.5), ("elephants, giraffes", 1.0), ("the of", 1.0)],
    ids=["all known, one by a single text", "half", "none known", "no words"],
)
def test_share_of_words_that_no_text_holds(snapshot: Snapshot, issue: str, share: float) -> None:
    words = snapshot.english_words
    assert read_issue(issue, words, "en").share_unknown_to(words) == share


@pytest.mark.parametrize(
    ("issue", "lowered"),
    [("CEDAW", True), ("Women wait for years in our prisons, whatever cedaw says, and nobody visits them.", False)],
    ids=["nothing but its name", "mentioned in a sentence"],
)
def test_texts_that_lack_a_treaty_lose_by_it_where_it_is_what_was_asked(
    snapshot: Snapshot, issue: str, lowered: bool
) -> None:
    match = match_issue(snapshot, issue, "en")
    _, shares = match.beside["words"]
    assert (shares < 0).all() == lowered
    assert (shares >= 0).all() != lowered


class Encoder:
    """Vectors that a test names."""

    taught = None

    def __init__(self, vector: Vectors, learnt: Vectors | None = None, foreign: Vectors | None = None) -> None:
        self._vector, self._learnt, self._foreign = vector, learnt, foreign

    def vector(self, text: str) -> Vectors:
        return self._vector

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._vector] * len(texts))

    def issue_vectors(self, sentences: Sequence[str]) -> Vectors | None:
        return None if self._learnt is None else np.array([self._learnt] * len(sentences))

    def multilingual(self) -> "Encoder | None":
        return self if self._foreign is not None else None

    def encode(self, texts: Sequence[str]) -> Vectors:
        assert self._foreign is not None
        return np.array([self._foreign] * len(texts))


def scores(snapshot: Snapshot, encoder: Encoder, issue: str, written_in: str) -> Vectors:
    return match_issue(replace(snapshot, encoder=encoder), issue, written_in).scores  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("issue", "share"), [("elephants giraffes", 0.5 / 0.8), ("Elephants stray.", 1.0)], ids=["a topic", "a sentence"]
)
def test_an_english_issue_is_read_by_what_was_learnt_too(snapshot: Snapshot, issue: str, share: float) -> None:
    query, learnt = snapshot.vectors[0], snapshot.vectors[1]
    both = query + np.float32(share) * learnt
    expected = snapshot.vectors[np.arange(3)] @ (both / np.linalg.norm(both)) + 0.15 * 0.65
    np.testing.assert_allclose(scores(snapshot, Encoder(query, learnt), issue, "en"), expected, rtol=1e-5)


class BySentence(Encoder):
    """Each sentence by its own vector."""

    def __init__(self, of_sentence: dict[str, Vectors], learnt: bool) -> None:
        super().__init__(sum(of_sentence.values()) / 2**0.5)
        self._of_sentence, self._learns = of_sentence, learnt

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._of_sentence.get(text, self._vector) for text in texts])

    def issue_vectors(self, sentences: Sequence[str]) -> Vectors | None:
        return self.vectors(sentences) if self._learns else None


STORY = ("Elephants stray.", "Giraffes starve.")


def by_sentence(snapshot: Snapshot, learnt: bool) -> BySentence:
    return BySentence(dict(zip(STORY, snapshot.vectors[np.arange(2)], strict=True)), learnt)


def test_a_story_is_read_by_the_sentence_by_what_was_learnt(snapshot: Snapshot) -> None:
    calibration = LETTERS.changed("sentences", weight=1.0, best=5)
    read = replace(snapshot, encoder=by_sentence(snapshot, True), calibration=calibration)  # type: ignore[arg-type]
    matched = match_issue(read, " ".join(STORY), "en")
    np.testing.assert_allclose(matched.sentences, snapshot.vectors[np.arange(2)])
    whole = sum(snapshot.vectors[np.arange(2)])
    assert matched.query @ whole == pytest.approx(np.linalg.norm(whole), rel=1e-5)
    assert match_issue(read, STORY[0], "en").sentences is None, "one sentence is the whole"


def examples_of(issue: Vectors, requests: Vectors) -> ExampleIssues:
    """One example issue whose requests lie in one place."""
    no_labels = np.zeros((90, 0), dtype=np.float32)
    return ExampleIssues(issue[None], requests[None], np.tile(requests, (90, 1)), (), no_labels, NEIGHBOURHOOD)


def test_where_nothing_was_learnt_sentences_move_to_the_requests_of_example_issues(snapshot: Snapshot) -> None:
    elephants, _, requests = snapshot.vectors[np.arange(3)]
    numbers = {"issue_share": 0.5, "request_share": 0.0}
    calibration = LETTERS.changed("sentences", weight=1.0, best=5).changed("example issues", **numbers)
    read = replace(  # type: ignore[arg-type]
        snapshot,
        encoder=by_sentence(snapshot, False),
        calibration=calibration,
        examples=examples_of(elephants, requests),
    )
    found = match_issue(read, " ".join(STORY), "en").sentences
    assert found is not None
    assert found[0] @ requests > elephants @ requests + 0.3
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, rtol=1e-5)


@pytest.mark.parametrize("written_in", ["de", "en"])
def test_an_issue_in_any_language_moves_to_example_issues(snapshot: Snapshot, written_in: str) -> None:
    issue, _, requests = snapshot.vectors[np.arange(3)]
    read = replace(  # type: ignore[arg-type]
        snapshot,
        encoder=Encoder(issue, foreign=issue),
        calibration=LETTERS.changed("example issues", issue_share=0.5, request_share=0.0),
        examples=examples_of(issue, requests),
    )
    assert match_issue(read, "Elephants stray.", written_in).query @ requests > issue @ requests + 0.1


def test_a_story_in_another_language_is_read_by_the_sentence_too(snapshot: Snapshot) -> None:
    calibration = LETTERS.changed("sentences", weight=1.0, best=5)
    foreign = snapshot.vectors[2]
    read = replace(  # type: ignore[arg-type]
        snapshot, encoder=Encoder(snapshot.vectors[0], None, foreign), calibration=calibration
    )
    found = match_issue(read, "Elefanten stören. Giraffen hungern.", "de").sentences
    np.testing.assert_allclose(found, [foreign, foreign], rtol=1e-5)


def test_an_issue_in_another_language_is_read_by_its_own_encoder_and_nears_all_texts_less(snapshot: Snapshot) -> None:
    foreign = snapshot.vectors[2]
    expected = snapshot.vectors[np.arange(3)] @ foreign - 0.065 + 0.15 * 0.65
    encoder = Encoder(snapshot.vectors[0], snapshot.vectors[1], foreign)
    np.testing.assert_allclose(scores(snapshot, encoder, "Elefanten stören.", "de"), expected, rtol=1e-5)


def test_only_what_is_mapped_from_another_language_is_too_near_to_all_texts(snapshot: Snapshot) -> None:
    query, learnt, foreign = snapshot.vectors[np.arange(3)]
    calibration = LETTERS.changed("other languages", blur=0.25)

    def too_near(encoder: Encoder, issue: str, written_in: str) -> float:
        read = replace(snapshot, encoder=encoder, calibration=calibration)  # type: ignore[arg-type]
        return match_issue(read, issue, written_in).too_near

    assert too_near(Encoder(query, learnt, foreign), "Elefanten stören.", "de") == 0.25
    assert too_near(Encoder(query, learnt, foreign), "Elephants stray.", "en") == 0
    assert too_near(Encoder(query, learnt), "Elefanten stören.", "de") == 0


def test_of_a_name_no_more_than_all_words_are_expected(snapshot: Snapshot) -> None:
    lexical, words = snapshot.english_words, ("oak", "prison")
    all_words = sum(inverse_document_frequency(lexical, stem) for stem in words)
    expected = bm25f(lexical, words)[2] / all_words + 0.15 * 0.65
    nothing_alike = Encoder(np.zeros_like(snapshot.vectors[0]))
    assert scores(snapshot, nothing_alike, "“oaks prisons”", "en")[2] == pytest.approx(expected, rel=1e-5)
