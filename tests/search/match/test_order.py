"""Texts stand in the order of their scores, whatever the stages after them find out."""

import json
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest

from models.encoders.calibration import Calibration, calibration_from
from search.match.stages import match_stages
from search.match.state import Match
from search.query.issue import read_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through
from tests.search.invented_index import Request, build

SCORES = np.linspace(0, 1.2, 300, dtype=np.float32)
STORY = {
    "en": "Our boats rot in the harbour because nobody mends the quay.",
    "fr": "Nos barques pourrissent au port, parce que personne ne répare le quai.",
    "ar": "قواربنا تتعفن في الميناء لأن أحدا لا يصلح الرصيف.",
    "de": "Unsere Boote verrotten im Hafen, weil niemand den Kai ausbessert.",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_snapshot(build(tmp_path_factory.mktemp("order") / "index", [Request("Mend the quays")]), None)


def shipped(model: str) -> Calibration:
    text = resources.files("models.encoders").joinpath("calibrations", f"{model}.json").read_text(encoding="utf-8")
    return calibration_from(json.loads(text))


@pytest.mark.parametrize("model", ["all-MiniLM-L6-v2", "all-mpnet-base-v2"])
@pytest.mark.parametrize("language", STORY)
def test_no_stage_after_the_scores_changes_the_order(snapshot: Snapshot, model: str, language: str) -> None:
    calibration = shipped(model)
    stages = match_stages(calibration)
    after = stages[[stage.name for stage in stages].index("scores") + 1 :]
    # Some are near the issue as it was told, others far from it, whatever their score.
    cosines = np.random.default_rng(11).uniform(-0.2, 1, len(SCORES))
    vectors = np.stack([cosines, np.sqrt(1 - cosines**2)], axis=1).astype(np.float32)
    texts = replace(snapshot, vectors=vectors, calibration=calibration)  # type: ignore[arg-type]
    reading = read_issue(STORY[language], snapshot.english_words, language)
    match = Match(texts, reading, vector=np.array([1, 0], dtype=np.float32), scores=SCORES)
    found = passed_through(after, match)
    assert {stage.name for stage in after} >= {"relevance", "as told"}
    assert (np.diff(found.relevance) > 0).all()
