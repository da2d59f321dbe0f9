"""Where each number by which threads are linked turns a result: what is expected is stated here, never imported."""

from math import exp
from pathlib import Path

import pytest

from models.records.enums import ThreadType
from search import open_index
from search.datamodel.logistic import Logistic
from search.threads.types import Comparison, linked_type
from search.threads.words import RequestWords, Stage, read_request
from tests.search.invented_index import Request, build

CURVE = Logistic({"cosine": 5.0, "shared": 7.0, "issues": 2.5}, intercept=-6.0)


def request(issues: dict[str, float] | None = None, instrument: str = "", **concepts: float) -> RequestWords:
    return RequestWords(concepts, frozenset([instrument] if instrument else []), issues or {}, None)


def test_the_probability_of_a_link_as_arithmetic() -> None:
    earlier = request({"Labour": 0.6, "Health": 0.8}, "CEDAW", dust=1.0, lung=1.0)
    later = request({"Health": 1.0}, "CEDAW", dust=1.0, fan=1.0)
    # Of a weight of 4 each, 2 for the instrument, they share 3; the cosine of their issues is 0.8.
    expected = 1 / (1 + exp(6.0 - 5.0 * 0.1 - 7.0 * 3 / 4 - 2.5 * 0.8))
    assert Comparison(earlier, later, 0.1, CURVE).probability == pytest.approx(expected)


def test_a_request_without_content_holds_little() -> None:
    pair = Comparison(request(measur=0.2), request(measur=0.2), 0.5, CURVE)
    assert (pair.kept, pair.known) == pytest.approx((0.2 / 0.6, 0.2 / 0.6))


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        pytest.param({"dust": 1}, {"dust": 1, "lung": 1}, ThreadType.BUILD_UP, id="as much again"),
        pytest.param({"dust": 1}, {"dust": 1, "lung": 0.9}, ThreadType.SAME, id="less than as much again"),
        pytest.param({"dust": 1, "lung": 1}, {"dust": 1}, ThreadType.SAME, id="a half is kept"),
        pytest.param({"dust": 1, "lung": 1.1}, {"dust": 1}, ThreadType.SIMILAR, id="less than a half"),
    ],
)
def test_how_two_are_linked_turns_at_a_half(
    earlier: dict[str, float], later: dict[str, float], expected: ThreadType
) -> None:
    assert linked_type(Comparison(request(**earlier), request(**later), 0.5, CURVE)) == expected


@pytest.mark.parametrize(("before", "stage"), [(7, Stage.CREATE), (8, None)])
def test_the_verb_stands_among_the_first_eight_words(before: int, stage: Stage | None) -> None:
    assert read_request("dust " * before + "ratify").stage == stage


@pytest.mark.parametrize(
    ("later", "is_linked"),
    [
        pytest.param("Adopt a law on fishing with nets and lines", True, id="probability 0.83"),
        pytest.param("Watch the ports at night for boats that go fishing with dynamite", False, id="probability 0.71"),
    ],
)
def test_of_all_recommendations_to_a_state_four_of_five_are_linked_surely(
    tmp_path: Path, later: str, is_linked: bool
) -> None:
    index = open_index(
        build(tmp_path, [Request("Adopt a law against fishing with dynamite", session=7), Request(later, session=20)])
    )
    assert index.thread("XAA-7-100.1-1").total == is_linked
    summary = index.thread_summary("XAA")
    assert summary is not None
    assert (not summary.by_type[ThreadType.NONE]) == is_linked
