"""The numbers of a vector space: which it has, and that they are of its model alone."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from models.encoders.calibration import Calibration, calibration_from, known_calibration, needed, read_calibration
from models.encoders.text_encoder import PUBLISHED_WEIGHTS, VectorSpace, light_space
from models.errors import CalibrationError

OWN = Calibration("oak", "f" * 64, {"height": {"from": "Measured on invented trees.", "numbers": {"metres": 12.5}}})


@dataclass(frozen=True)
class Height:
    metres: float


def test_another_model_of_the_same_name_has_none() -> None:
    space = light_space()
    other = replace(space, chain=((space.id, "0" * 64), *space.chain[1:]))
    assert known_calibration(other) is None
    with pytest.raises(CalibrationError, match=r"models\.md"):
        needed(known_calibration(other))


def test_a_calibration_is_of_weights_whatever_is_done_with_texts_before() -> None:
    assert OWN.fits(VectorSpace("oak", (("oak", "f" * 64), ("abbreviations in words", "1" * 64)), 8))
    assert not OWN.fits(VectorSpace("oak", (("oak", "e" * 64),), 8))


def test_numbers_are_read_by_stage_and_can_be_changed() -> None:
    assert OWN.numbers("height", Height) == Height(12.5)
    assert OWN.changed("height", metres=3.0).numbers("height", Height) == Height(3.0)


@pytest.mark.parametrize(("stage", "numbers"), [("width", {}), ("height", {"feet": 3}), ("height", {"metres": "tall"})])
def test_of_numbers_that_a_stage_does_not_take_encoder_and_stage_are_named(
    stage: str, numbers: dict[str, object]
) -> None:
    calibration = replace(OWN, stages={**OWN.stages, "height": {"from": "", "numbers": numbers}})
    with pytest.raises(CalibrationError, match=rf"encoder oak has no numbers for “{stage}”.*`upr index --calibration`"):
        calibration.numbers(stage, Height)


def test_a_file_holds_one(tmp_path: Path) -> None:
    path = tmp_path / "oak.json"
    path.write_text(json.dumps({"encoder": OWN.encoder, "weights": OWN.weights, "stages": OWN.stages}))
    assert read_calibration(path) == OWN


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"encoder": "oak"}',
        "[" * 100_000,
        *(
            json.dumps({"encoder": OWN.encoder, "weights": OWN.weights, "stages": {"any": {"number": number}}})
            for number in (float("nan"), float("inf"))
        ),
        json.dumps({"encoder": OWN.encoder, "weights": OWN.weights, "stages": OWN.stages}).replace("1", "1e999", 1),
    ],
)
def test_a_file_that_holds_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "none.json"
    path.write_text(text)
    with pytest.raises(CalibrationError, match=r"/none\.json is no calibration .* docs/models\.md says"):
        read_calibration(path)


def test_fields_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="no calibration"):
        calibration_from({"encoder": 3})


def test_both_supported_models_have_numbers_that_say_where_they_come_from() -> None:
    for name, digest in PUBLISHED_WEIGHTS.items():
        calibration = needed(known_calibration(VectorSpace(name, ((name, digest),), 8)))
        assert calibration.encoder == name
        assert all(stage["from"].strip() for stage in calibration.stages.values())
        assert all(calibration.has(stage) for stage in ("relevance", "feedback", "own State", "threads"))
