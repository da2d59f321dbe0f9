"""Example issues lead a query's vector to how recommendations word it."""

from collections.abc import Sequence

import numpy as np
import pytest

from benches.fit_example_issues import TABLE, as_bytes, example_issues_of
from indexer.classify.tuned_encoder import tuning
from models.encoders.example_issues import ExampleIssues, example_issues, from_whole_numbers
from models.encoders.model_files import LIGHT_MODEL, PUBLISHED_WEIGHTS
from models.encoders.text_encoder import Vectors, VectorSpace, accurate_space, light_space
from tests.calibrations import NEIGHBOURHOOD


def axis(number: int, dimension: int = 40) -> Vectors:
    return np.eye(dimension, dtype=np.float32)[number]


def unit(vector: Sequence[float] | Vectors) -> Vectors:
    array = np.asarray(vector, dtype=np.float32)
    return array / np.linalg.norm(array)


@pytest.fixture(scope="module")
def told() -> ExampleIssues:
    """Issues told along axes 0-2, their requests along axes 10-12, other requests far from all."""
    issues = np.array([axis(0), axis(1), axis(2)])
    requests = np.array([axis(10), axis(11), axis(12), *(axis(20 + other) for other in range(10))])
    return ExampleIssues(
        issues, requests[:3], requests, (), np.zeros((len(requests), 0), dtype=np.float32), NEIGHBOURHOOD
    )


def test_a_name_stays_where_it_is(told: ExampleIssues) -> None:
    query = unit(axis(1) + axis(5))
    np.testing.assert_allclose(told.expanded(query, 0.0, 0.0), query, atol=1e-6)


def test_what_is_far_from_all_that_was_told_stays_where_it_is(told: ExampleIssues) -> None:
    np.testing.assert_allclose(told.expanded(axis(39), 0.25, 0.3), axis(39), atol=1e-6)


def test_a_reworded_query_is_of_unit_length(told: ExampleIssues) -> None:
    for share in (0.0, 0.3, 1.0):
        assert np.linalg.norm(told.expanded(unit(axis(0) + axis(11)), share, share)) == pytest.approx(1.0, abs=1e-5)


def test_vectors_kept_as_whole_numbers_are_nearly_what_they_were() -> None:
    vectors = np.random.default_rng(1).normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kept = as_bytes(vectors)
    read = from_whole_numbers(
        kept, kept, np.arange(50, dtype=np.int32), (), np.zeros((50, 0), dtype=np.uint8), NEIGHBOURHOOD
    )
    assert (np.abs(read.issues @ vectors.T - vectors @ vectors.T) < 0.01).all()
    np.testing.assert_allclose(read.centres, read.requests, atol=1e-6)


def test_the_asks_of_an_issue_go_on_to_those_of_the_next() -> None:
    requests = np.array([[127, 0], [0, 127], [0, 127]], dtype=np.int8)
    likely = np.array([[255], [0], [51]], dtype=np.uint8)
    read = from_whole_numbers(
        requests[:2], requests, np.array([0, 2], dtype=np.int32), ("Torture",), likely, NEIGHBOURHOOD
    )
    assert read.request_labels.ravel().tolist() == pytest.approx([1, 0, 0.2])
    np.testing.assert_allclose(read.centres, [unit([1, 1]), [0, 1]], atol=1e-6)


@pytest.mark.parametrize("space", [light_space(), accurate_space()], ids=["light", "accurate"])
def test_the_file_of_an_encoder_is_of_the_table(space: VectorSpace) -> None:
    told = example_issues(space)
    assert told is not None
    issues, requests = example_issues_of(TABLE.read_text(encoding="utf-8").splitlines())
    assert told.issues.shape == (len(issues), space.dimension)
    assert told.requests.shape == (sum(map(len, requests)), space.dimension)
    assert told.labels == tuning().labels
    assert told.request_labels.shape == (len(told.requests), len(told.labels))


@pytest.mark.parametrize(
    "chain",
    [
        ((LIGHT_MODEL, "0" * 64),),
        (("letters", PUBLISHED_WEIGHTS[LIGHT_MODEL]),),
        ((LIGHT_MODEL, PUBLISHED_WEIGHTS[LIGHT_MODEL]),),
    ],
    ids=["other weights", "another encoder", "abbreviations as printed"],
)
def test_another_vector_space_has_no_told_issues(chain: tuple[tuple[str, str], ...]) -> None:
    assert example_issues(VectorSpace("x", chain, 384)) is None


def test_every_told_issue_has_asks_and_is_told_once() -> None:
    issues, requests = example_issues_of(TABLE.read_text(encoding="utf-8").splitlines())
    assert all(len(of_issue) >= 2 and all(of_issue) for of_issue in requests)
    assert len(set(issues)) == len(issues)


def test_the_files_of_both_encoders_are_of_the_same_texts_in_the_same_order() -> None:
    found = [example_issues(space) for space in (light_space(), accurate_space())]
    cosines = [(told.issues[:300] @ told.requests[:900].T).ravel() for told in found if told]
    assert np.corrcoef(*cosines)[0, 1] > 0.7
