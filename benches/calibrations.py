"""The data files that programs of this folder write their fitted numbers into (models.encoders.calibration)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sklearn.linear_model import LogisticRegression

from models.encoders.text_encoder import VectorSpace

FOLDER = Path(__file__).resolve().parent.parent / "models" / "encoders" / "calibrations"


def path_of(space: VectorSpace) -> Path:
    """Where the calibration of a vector space stands."""
    return FOLDER / f"{space.id}.json"


def write_stage(space: VectorSpace, stage: str, numbers: Mapping[str, Any], origin: str) -> None:
    """Put the numbers of one stage into the file of a vector space, over those that it has; `origin` says from what."""
    path = path_of(space)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    stages = found.get("stages", {})
    before = stages.get(stage, {}).get("numbers", {})
    stages[stage] = {"from": origin, "numbers": {**before, **numbers}}
    calibration = {"encoder": space.id, "weights": space.chain[0][1], "stages": stages}
    path.write_text(json.dumps(calibration, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def as_numbers(curve: LogisticRegression, *features: str) -> dict[str, Any]:
    """A fitted curve as its stage reads it (search.datamodel.logistic)."""
    weights = {name: round(float(weight), 2) for name, weight in zip(features, curve.coef_[0], strict=True)}
    return {"weights": weights, "intercept": round(float(curve.intercept_[0]), 2)}
