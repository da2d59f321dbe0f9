"""How two recommendations come to be linked, on invented words."""

from math import exp
from pathlib import Path

import pytest

from search import open_index
from search.datamodel.logistic import Logistic
from search.threads.summary import summarise_threads
from search.threads.types import Comparison, threads_between
from search.threads.words import RequestWords, read_request
from tests.search.invented_index import Request, build

CURVE = Logistic({"cosine": 5.0, "shared": 7.0, "issues": 2.5}, intercept=-6.0)


def request(issues: dict[str, float] | None = None, instrument: str = "", **concepts: float) -> RequestWords:
    nothing = read_request("")
    instruments = frozenset([instrument] if instrument else [])
    return RequestWords(concepts, instruments, issues or {}, frozenset(), nothing.act, nothing.object)


def test_the_probability_of_a_link_as_arithmetic() -> None:
    earlier = request({"Labour": 0.6, "Health": 0.8}, "CEDAW", dust=1.0, lung=1.0)
    later = request({"Health": 1.0}, "CEDAW", dust=1.0, fan=1.0)
    # An instrument weighs as much as two words: of 4 each they share 3; the cosine of their issues is 0.8.
    expected = 1 / (1 + exp(6.0 - 5.0 * 0.1 - 7.0 * 3 / 4 - 2.5 * 0.8))
    ((_, probability),) = threads_between([Comparison(earlier, later, 0.1)], CURVE, least=0.5)
    assert probability == pytest.approx(expected)


def test_a_request_without_content_holds_less_than_all_of_its_like() -> None:
    pair = Comparison(request(measur=0.2), request(measur=0.2), 0.5)
    assert pair.shared < 0.5


@pytest.mark.parametrize(
    ("later", "is_linked"),
    [
        pytest.param("Adopt a law on fishing with nets and lines", True, id="surely linked"),
        pytest.param("Watch the ports at night for boats that go fishing with dynamite", False, id="not surely"),
    ],
)
def test_of_all_recommendations_to_a_state_those_are_linked_that_surely_are(
    tmp_path: Path, later: str, is_linked: bool
) -> None:
    index = open_index(
        build(tmp_path, [Request("Adopt a law against fishing with dynamite", session=7), Request(later, session=20)])
    )
    assert index.thread("XAA-7-100.1-1").total == is_linked
    summary = summarise_threads(index.snapshot, "XAA")
    assert summary is not None
    assert bool(summary.similar) == is_linked
