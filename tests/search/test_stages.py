"""Stages: one after the other, and without some of them."""

from dataclasses import dataclass

import pytest

from search.stages import passed_through, without


@dataclass(frozen=True)
class Writes:
    name: str

    def apply(self, state: str) -> str:
        return state + self.name


STAGES = (Writes("a"), Writes("b"), Writes("c"))


def test_a_state_passes_all_stages_in_their_order() -> None:
    assert passed_through(STAGES, "-") == "-abc"


def test_a_stage_can_be_left_out() -> None:
    assert passed_through(without(STAGES, "b"), "-") == "-ac"


def test_a_stage_that_is_not_there_cannot_be_left_out() -> None:
    with pytest.raises(ValueError, match="no stage"):
        without(STAGES, "d")
