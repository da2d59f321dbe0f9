"""The numbers by which questions are answered in one vector space, with where they come from.

How near a text must be to be on an issue hangs on the model: one puts unlike texts at a cosine of 0.1, another at 0.7.
So these numbers belong to a vector space. Those of the models that this program knows stand in calibrations/, by stage
(search.match.stages), each stage with the program that fitted it or the set it was chosen on. An index of another model
keeps its own in its manifest; without one, answers are in an order, and nothing is said of how sure they are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import BaseValidationError

from models.encoders.text_encoder import VectorSpace
from models.errors import CalibrationError
from models.messages.spoken import saying

FOLDER = "calibrations"
_converter = Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
Numbers = TypeVar("Numbers")
Otherwise = TypeVar("Otherwise")


@dataclass(frozen=True, slots=True)
class Calibration:
    """The numbers of one vector space."""

    encoder: str
    """Name of the model."""
    weights: str
    """sha256 of the model's weights: the numbers are of these alone."""
    stages: Mapping[str, Mapping[str, Any]]
    """By name of a stage: its numbers ("numbers"), and where they come from ("from")."""

    def has(self, stage: str) -> bool:
        """Whether there are numbers for a stage; without any, the stage is left out."""
        return stage in self.stages

    def numbers(self, stage: str, kind: type[Numbers]) -> Numbers:
        """The numbers of a stage.

        Raises:
            CalibrationError: there are none, or they are not such as the stage takes.
        """
        try:
            return _converter.structure(self.stages[stage]["numbers"], kind)
        except (AttributeError, BaseValidationError, KeyError, TypeError, ValueError) as error:
            raise CalibrationError(
                saying(
                    "The calibration of the encoder %(encoder)s has no numbers for “%(stage)s” that this version "
                    "takes: make one with this version (docs/models.md), and give it to `upr index --calibration`.",
                    encoder=self.encoder,
                    stage=stage,
                )
            ) from error

    def changed(self, stage: str, **numbers: Any) -> "Calibration":
        """This calibration with other numbers of one stage: to fit them, and to see what they do."""
        before = self.stages.get(stage, {"from": "", "numbers": {}})
        return replace(self, stages={**self.stages, stage: {**before, "numbers": {**before["numbers"], **numbers}}})

    def fits(self, space: VectorSpace) -> bool:
        """Whether a vector space is of this model."""
        return bool(space.chain) and space.chain[0][1] == self.weights


def calibration_from(fields: Mapping[str, Any]) -> Calibration:
    """From what a file or a manifest holds.

    Raises:
        ValueError: it is no calibration.
    """
    try:
        return _converter.structure(fields, Calibration)
    except (AttributeError, BaseValidationError, TypeError) as error:
        raise ValueError("no calibration") from error


def read_calibration(path: Path) -> Calibration:
    """From a file.

    Raises:
        CalibrationError: it holds none.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return calibration_from(json.loads(text, parse_float=_finite, parse_constant=_finite))
    except (OSError, ValueError, RecursionError) as error:
        raise CalibrationError(
            saying("%(path)s is no calibration for this version: docs/models.md says how one is made.", path=str(path))
        ) from error


def _finite(digits: str) -> float:
    """A number that can be reckoned with; "NaN" would spread through all that is scored.

    Raises:
        ValueError: it is none.
    """
    number = float(digits)
    if not isfinite(number):
        raise ValueError(digits)
    return number


@cache
def known_calibration(space: VectorSpace) -> Calibration | None:
    """The calibration that comes with the program; None for a model that it does not know.

    Raises:
        CalibrationError: a file beside it holds none.
    """
    with resources.as_file(resources.files("models.encoders").joinpath(FOLDER)) as folder:
        found = [read_calibration(path) for path in sorted(folder.glob("*.json"))]
    return next((calibration for calibration in found if calibration.fits(space)), None)


def numbers_or(
    calibration: Calibration | None, stage: str, kind: type[Numbers], otherwise: Otherwise
) -> Numbers | Otherwise:
    """The numbers of a stage, or what stands for them where nothing is known of it in a vector space.

    Raises:
        CalibrationError: they are not such as the stage takes.
    """
    return calibration.numbers(stage, kind) if calibration and calibration.has(stage) else otherwise


def needed(calibration: Calibration | None) -> Calibration:
    """A calibration where nothing can be said without one.

    Raises:
        CalibrationError: there is none.
    """
    if calibration is None:
        raise CalibrationError(
            saying(
                "Nothing is known of how near texts on one thing lie for this encoder: use the usual one, or "
                "make a calibration for it (docs/models.md)."
            )
        )
    return calibration
