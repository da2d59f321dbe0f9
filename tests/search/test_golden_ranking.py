"""The first results of invented issues, their strength, and the whole list of an own State, by the real encoder.

Where a change to matching is meant, `make golden-ranking` writes golden/ranking.txt anew.
"""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from models.encoders.calibration import needed
from models.encoders.text_encoder import Vectors
from search import Answer, SearchIndex
from search.semantic.vectors import TextVectors
from tests.search.golden_ranking import (
    RANKING,
    answers,
    build_golden_index,
    in_other_languages,
    ranking_as_text,
    shown,
)

pytestmark = pytest.mark.encoder

MARGIN = 0.01
"""In log odds. Sums in another order, as other processors have them, move these by less than 0.0001."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = tmp_path_factory.mktemp("golden") / "index"
    return build_golden_index(folder)


@pytest.fixture(scope="module")
def found(index: SearchIndex) -> list[tuple[str, Answer]]:
    """The issues, each with its answer."""
    return list(answers(index))


@pytest.fixture(scope="module")
def agreed() -> list[str]:
    """One text for each issue."""
    return RANKING.read_text(encoding="utf-8").split("\n\n")


def test_ranking_is_the_one_that_was_read_and_agreed_on(found: list[tuple[str, Answer]], agreed: list[str]) -> None:
    assert ranking_as_text(found).split("\n\n") == agreed


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
    assert ranking_as_text(answers(index)).split("\n\n") == agreed


def test_no_two_are_so_near_each_other_that_machines_differ(found: list[tuple[str, Answer]]) -> None:
    for issue, answer in found:
        others = [hit for hit in answer.hits if hit.group == "others"]
        for hit, following in pairwise(shown(answer) if answer.own_state else others[:4]):
            # Log odds rise by 1 / (relevance * (1 - relevance)).
            assert hit.relevance - following.relevance >= MARGIN * hit.relevance * (1 - hit.relevance), issue


@pytest.mark.parametrize(("language", "least"), [("fr", 0.8), ("es", 0.9), ("ar", 0.75), ("ru", 0.9), ("zh", 0.9)])
def test_what_is_wanted_comes_first_in_other_languages(index: SearchIndex, language: str, least: float) -> None:
    found = [average_precision(ordered, wanted) for ordered, wanted in in_other_languages(index, language)]
    assert sum(found) / len(found) >= least


def average_precision(ordered: list[str], wanted: list[str]) -> float:
    """Over the texts in their order; a text is wanted that begins so."""
    hits = [any(map(text.startswith, wanted)) for text in ordered]
    assert sum(hits) == len(wanted)
    return sum(sum(hits[:place]) / place for place, hit in enumerate(hits, 1) if hit) / len(wanted)


class NothingBelowTheFloor:
    """Vectors of which no cosine is told that need not be: a store may leave out what does not reach its floor."""

    def __init__(self, vectors: TextVectors) -> None:
        self.vectors = vectors

    def __len__(self) -> int:
        return len(self.vectors)

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        return self.vectors[rows]

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        return self.vectors.nearest(query, rows, count)

    def cosines(self, query: Vectors, floor: Vectors, best_of: NDArray[np.bool_] | None = None) -> Vectors:
        found = self.vectors.cosines(query, np.full(len(self), -2, dtype=np.float32))
        told = found >= floor
        if best_of is not None:
            told |= best_of & (found == found[best_of].max(initial=-1))
        return np.where(told, found, np.float32(-1))


def test_what_is_below_its_floor_is_in_no_answer(
    index: SearchIndex, agreed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshots = index._snapshots
    snapshot = snapshots._snapshot
    monkeypatch.setattr(snapshots, "_snapshot", replace(snapshot, vectors=NothingBelowTheFloor(snapshot.vectors)))
    assert ranking_as_text(answers(index)).split("\n\n") == agreed
