"""The first results of invented issues, their strength, and the whole list of an own State, by the real encoder.

Where a change to matching is meant, `make golden-ranking` writes golden/ranking.txt anew.
"""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from models.encoders.calibration import needed
from search import SearchIndex
from tests.search.golden_ranking import RANKING, answers, build_golden_index, ranking_as_text, shown

pytestmark = pytest.mark.encoder

MARGIN = 0.01
"""In log odds. Sums in another order, as other processors have them, move these by less than 0.0001."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = tmp_path_factory.mktemp("golden") / "index"
    return build_golden_index(folder)


@pytest.fixture(scope="module")
def agreed() -> list[str]:
    """One text for each issue."""
    return RANKING.read_text(encoding="utf-8").split("\n\n")


def test_ranking_is_the_one_that_was_read_and_agreed_on(index: SearchIndex, agreed: list[str]) -> None:
    assert ranking_as_text(index).split("\n\n") == agreed


@pytest.mark.parametrize("shift", [-MARGIN, MARGIN], ids=["lower", "higher"])
def test_no_issue_is_so_near_a_bound_that_machines_differ(
    index: SearchIndex, agreed: list[str], monkeypatch: pytest.MonkeyPatch, shift: float
) -> None:
    snapshots = index._snapshots
    calibration = needed(snapshots._snapshot.calibration)
    for stage, name in (("relevance", "curve"), ("own State", "belongs"), ("own State", "sure")):
        curve = calibration.stages[stage]["numbers"][name]
        calibration = calibration.changed(stage, **{name: {**curve, "intercept": curve["intercept"] + shift}})
    monkeypatch.setattr(snapshots, "_snapshot", replace(snapshots._snapshot, calibration=calibration))
    assert ranking_as_text(index).split("\n\n") == agreed


def test_no_two_are_so_near_each_other_that_machines_differ(index: SearchIndex) -> None:
    for issue, answer in answers(index):
        others = [hit for hit in answer.hits if hit.group == "others"]
        for hit, following in pairwise(shown(answer) if answer.own_state else others[:4]):
            # Log odds rise by 1 / (relevance * (1 - relevance)).
            assert hit.relevance - following.relevance >= MARGIN * hit.relevance * (1 - hit.relevance), issue
