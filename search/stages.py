"""Stages: an answer is made by small steps over one state, and each can be left out.

As in pyterrier, where a search is a composition of transformers (C. Macdonald and N. Tonellotto, "Declarative
Experimentation in Information Retrieval using PyTerrier", 2020). A list of stages is the whole of a ranking: what a
bench leaves out of it (`without`) is all that differs.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Protocol, TypeVar

State = TypeVar("State")


class Stage(Protocol[State]):
    """One step."""

    @property
    def name(self) -> str:
        """By which a calibration has its numbers, and a bench leaves it out."""
        ...

    def apply(self, state: State) -> State:
        """The state with what this step finds out."""
        ...


def passed_through(stages: Sequence[Stage[State]], state: State) -> State:
    """What becomes of a state by all stages, one after the other."""
    return reduce(lambda reached, stage: stage.apply(reached), stages, state)


def without(stages: Sequence[Stage[State]], *names: str) -> tuple[Stage[State], ...]:
    """The stages but those of these names.

    Raises:
        ValueError: there is no stage of such a name.
    """
    if unknown := set(names) - {stage.name for stage in stages}:
        raise ValueError(f"there is no stage {sorted(unknown)}")
    return tuple(stage for stage in stages if stage.name not in names)
