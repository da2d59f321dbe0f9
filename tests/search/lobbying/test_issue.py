"""What is sure to be on an issue, and what is only to be read: by meaning, or by a label of the issue."""

from dataclasses import replace

import numpy as np
import pytest

from models.encoders.example_issues import ExampleIssues
from models.records.records import Label, Origin
from search.datamodel.lobbying import LobbyingQuestion, Nearest
from search.lobbying.compose import lobbying_list
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.calibrations import LETTERS, NEIGHBOURHOOD
from tests.search.invented_index import Request, build

TRAPS, LAKES = "Forbid traps in the reed beds", "Keep the lakes clean"
ISSUE = "Keep the ponds clean"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """20 recommendations: two with a label of few, to Vellania and to Brenmark, all others with a label of many."""
    birds, schools = ((Label("upr-info", name, Origin.SOURCE),) for name in ("Birds", "Schools"))
    requests = [
        Request(TRAPS, by=("FRA",), labels=birds),
        Request(TRAPS, "XAB", by=("FRA",), labels=birds),
        Request(LAKES, "XAB", by=("FRA", "XBA"), labels=schools),
        *(Request(f"Print school book number {number}", by=("SVN",), labels=schools) for number in range(17)),
    ]
    return open_snapshot(build(tmp_path_factory.mktemp("issue"), requests), None)


def told_by(snapshot: Snapshot, *labels: str) -> Snapshot:
    """One whose example issues, told like the issue, have these labels."""
    vectors = np.repeat([snapshot.encoder.vector(ISSUE)], NEIGHBOURHOOD.density_requests + 1, axis=0)
    likely = np.full((len(vectors), len(labels)), 0.8, dtype=np.float32)
    return replace(snapshot, examples=ExampleIssues(vectors[:1], vectors[:1], vectors, labels, likely, NEIGHBOURHOOD))


def nearest(snapshot: Snapshot, issue: str, state: str = "XAA") -> dict[str, Nearest]:
    listed = lobbying_list(snapshot, LobbyingQuestion(state, issue))
    return {target.state.code: target.nearest for target in listed.targets}


def test_what_has_a_label_of_the_issue_is_to_read_of_the_state_under_review_alone(snapshot: Snapshot) -> None:
    found = nearest(told_by(snapshot, "Birds"), ISSUE)
    assert (found["FRA"].record.text, found["FRA"].record.state_under_review) == (TRAPS, "XAA")
    assert found["FRA"].is_to_read
    without = nearest(snapshot, ISSUE)
    assert (without["FRA"].record.text, without["FRA"].is_to_read) == (LAKES, False), "to another State"


def test_a_label_of_many_is_no_issue(snapshot: Snapshot) -> None:
    assert "SVN" not in nearest(told_by(snapshot, "Schools"), ISSUE)


def test_where_all_is_only_possible_all_is_to_read(snapshot: Snapshot) -> None:
    unsure = {"possible": 0.01, "likely": 1.1, "strong": 1.2}
    calibration = LETTERS.changed("relevance", words=unsure).changed("own State", words=unsure)
    listed = lobbying_list(replace(snapshot, calibration=calibration), LobbyingQuestion("XAB", TRAPS))
    assert listed.here == 0
    assert listed.here_perhaps > 0 and listed.on_issue > 0, "the order of who is likely to speak rests on others"
    assert all(target.nearest.is_to_read for target in listed.targets)
    assert "FRA" in {target.state.code for target in listed.targets}


def test_without_a_calibration_the_nearest_are_to_read(snapshot: Snapshot) -> None:
    found = nearest(replace(snapshot, calibration=None), TRAPS)
    assert {each.strength for each in found.values()} == {"unrated"}
    assert all(each.is_to_read for each in found.values())
