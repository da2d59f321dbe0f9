"""Calibrations for tests: that of the letters encoder, and the same with other numbers."""

from typing import Any

import pytest

import search.snapshot.snapshot
from models.encoders.calibration import Calibration, known_calibration, needed
from models.encoders.example_issues import Neighbourhood
from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import VectorSpace, light_space

LETTERS = needed(known_calibration(load_encoder("letters").space))
NEIGHBOURHOOD = needed(known_calibration(light_space())).numbers("neighbourhood", Neighbourhood)
"""Of the example issues that come with the program."""


def curve(intercept: float, **weights: float) -> dict[str, Any]:
    """A logistic curve as a calibration keeps it."""
    return {"weights": weights, "intercept": intercept}


def use(monkeypatch: pytest.MonkeyPatch, calibration: Calibration | None) -> None:
    """Every index that is opened from now on has this calibration."""

    def known(_space: VectorSpace) -> Calibration | None:
        return calibration

    monkeypatch.setattr(search.snapshot.snapshot, "known_calibration", known)
