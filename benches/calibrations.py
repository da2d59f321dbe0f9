"""The data files that benches/fit_calibration.py writes fitted numbers into, and how the words of a strength are fitted
(models.encoders.calibration).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from models.encoders.calibration import Calibration, read_calibration
from models.encoders.text_encoder import VectorSpace

FOLDER = Path(__file__).resolve().parent.parent / "models" / "encoders" / "calibrations"
GRID = np.round(np.arange(0.05, 0.96, 0.01), 2)
"""Where a word may begin."""
Z = 0.84
"""Standard deviations below the mean that a normal variable is above four times of five."""

Judged = tuple[NDArray[np.float64], NDArray[np.bool_]]
"""Probabilities, and which of these texts are on the thing."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The numbers of one stage."""

    numbers: Mapping[str, Any]
    origin: str
    """From what they were fitted."""


def path_of(space: VectorSpace) -> Path:
    """Where the calibration of a vector space stands."""
    return FOLDER / f"{space.id}.json"


def in_file(path: Path, space: VectorSpace) -> Calibration:
    """The calibration of a file, or an empty one of this vector space where there is no such file."""
    empty = Calibration(space.id, space.chain[0][1], {})
    found = read_calibration(path) if path.exists() else empty
    return found if found.fits(space) else empty


def with_stage(calibration: Calibration, stage: str, fitted: Fitted) -> Calibration:
    """The numbers of one stage over those that it has."""
    changed = calibration.changed(stage, **fitted.numbers)
    return replace(changed, stages={**changed.stages, stage: {**changed.stages[stage], "from": fitted.origin}})


def write(calibration: Calibration, path: Path) -> None:
    """Write a calibration as JSON that people can read."""
    path.write_text(json.dumps(asdict(calibration), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def as_numbers(curve: LogisticRegression, *features: str) -> dict[str, Any]:
    """A fitted curve as its stage reads it (search.datamodel.logistic)."""
    weights = {name: round(float(weight), 2) for name, weight in zip(features, curve.coef_[0], strict=True)}
    return {"weights": weights, "intercept": round(float(curve.intercept_[0]), 2)}


def least_true_from(sets: Sequence[Judged], share: float, below: float = 1.01, otherwise: float = 0.95) -> float:
    """The least probability from which, and `below` another, so much of each set is on the thing that at least a
    `share` of what was not judged is likely to be."""

    def is_true_of_all(bound: float) -> bool:
        shown = [on_it[(likely >= bound) & (likely < below)] for likely, on_it in sets]
        return all(not of_set.size or lower_bound(int(of_set.sum()), of_set.size) >= share for of_set in shown)

    return next((float(bound) for bound in GRID if bound < below and is_true_of_all(bound)), otherwise)


def lower_bound(right: int, count: int) -> float:
    """What the share of all is at least, with four chances of five, where so many of some were right (E. B. Wilson,
    "Probable Inference, the Law of Succession, and Statistical Inference", 1927)."""
    share, spread = right / count, Z * Z / count
    half_width = Z * np.sqrt(share * (1 - share) / count + spread / (4 * count))
    return float((share + spread / 2 - half_width) / (1 + spread))
