"""How far a neighbourhood moves a query towards example issues, with numbers of this test's own."""

import numpy as np
import pytest

from models.encoders.example_issues import ExampleIssues, Neighbourhood
from models.encoders.text_encoder import Vectors

DIMENSION = 128
NUMBERS = Neighbourhood(
    sharpness=0.03,
    near_requests=10,
    density_requests=80,
    label_sharpness=0.07,
    main_label=0.4,
    far=0.2,
    near=0.5,
)


def axis(number: int) -> Vectors:
    return np.eye(DIMENSION, dtype=np.float32)[number]


def at_cosine(cosine: float, axis_beside: int) -> Vectors:
    """A unit vector at this cosine from axis 0."""
    return cosine * axis(0) + np.float32(np.sqrt(1 - cosine**2)) * axis(axis_beside)


def unit(vector: Vectors) -> Vectors:
    return vector / np.linalg.norm(vector)


def example_issues(requests: list[Vectors], labels: list[list[float]] | None = None, issue: int = 120) -> ExampleIssues:
    """One example issue along an axis with requests about axis 121; requests, the last 90 of them not near axis 0.

    `labels`: how likely each of the `requests` is on torture, and on housing.
    """
    vectors = np.array([*requests, *(axis(number) for number in range(20, 110))], dtype=np.float32)
    request_labels = np.zeros((len(vectors), 2), dtype=np.float32)
    request_labels[: len(labels or [])] = labels or np.empty((0, 2))
    return ExampleIssues(axis(issue)[None], axis(121)[None], vectors, ("Torture", "Housing"), request_labels, NUMBERS)


def test_a_quarter_of_a_sentence_is_the_example_like_it() -> None:
    moved = example_issues([], issue=0).expanded(axis(0), 0.25, 0.3)
    np.testing.assert_allclose(moved, unit(0.75 * axis(0) + 0.25 * axis(121)), atol=1e-5)


def test_three_tenths_of_a_sentence_are_the_nearest_requests() -> None:
    near = at_cosine(0.9, 1)
    np.testing.assert_allclose(
        example_issues([near]).expanded(axis(0), 0.25, 0.3), unit(0.7 * axis(0) + 0.3 * near), atol=1e-5
    )


@pytest.mark.parametrize(
    ("cosine", "trust"),
    [(0.2, 0.0), (0.275, 0.25), (0.35, 0.5), (0.5, 1.0), (0.8, 1.0)],
    ids="far . . near nearer".split(),
)
def test_what_is_far_is_not_trusted(cosine: float, trust: float) -> None:
    near = at_cosine(cosine, 1)
    moved = example_issues([near]).expanded_by_requests(axis(0), 0.4)
    np.testing.assert_allclose(moved, unit((1 - 0.4 * trust) * axis(0) + 0.4 * trust * near), atol=2e-3)


def test_a_request_says_less_the_farther_it_is() -> None:
    moved = example_issues([at_cosine(0.9, 1), at_cosine(0.87, 2)]).expanded_by_requests(axis(0), 0.5)
    beside = moved[1] / np.sqrt(1 - 0.9**2), moved[2] / np.sqrt(1 - 0.87**2)
    assert beside[0] / beside[1] == pytest.approx(np.e, rel=1e-3)


def test_the_ten_nearest_requests_have_a_say() -> None:
    near = [at_cosine(0.9 - 0.001 * place, 1 + place) for place in range(12)]
    moved = example_issues(near).expanded_by_requests(axis(0), 0.5)
    assert np.flatnonzero(moved).tolist() == list(range(11))


@pytest.mark.parametrize(("likely", "labels"), [(0.41, ("Torture",)), (0.39, ())])
def test_a_label_is_the_issue_s_from_two_fifths(likely: float, labels: tuple[str, ...]) -> None:
    requests = [at_cosine(0.9, 1)] * 80
    assert example_issues(requests, [[likely, 0]] * 80).about(axis(0)).main_labels == labels


@pytest.mark.parametrize(("cosine", "labels"), [(0.51, ("Torture",)), (0.49, ())])
def test_nothing_is_said_of_labels_from_afar(cosine: float, labels: tuple[str, ...]) -> None:
    assert example_issues([at_cosine(cosine, 1)] * 80, [[0.9, 0]] * 80).about(axis(0)).main_labels == labels


def test_of_labels_too_a_request_says_less_the_farther_it_is() -> None:
    requests = [at_cosine(0.9, 1)] * 40 + [at_cosine(0.83, 2)] * 40
    torture, housing = example_issues(requests, [[1, 0]] * 40 + [[0, 1]] * 40).about(axis(0)).labels
    assert torture / housing == pytest.approx(np.e, rel=1e-3)


def test_the_density_is_of_eighty() -> None:
    assert example_issues([at_cosine(0.9, 1)] * 40).about(axis(0)).density == pytest.approx(0.9 * 40 / 80)
