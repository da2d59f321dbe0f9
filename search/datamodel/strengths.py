"""How surely something is on the thing asked for, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Strength = Literal["exact", "strong", "likely", "possible", "related"]
"""In words, how surely an entry is on the issue; "exact" for what holds the words asked for, "related" is shown only
beside few or none that reach "possible"."""


@dataclass(frozen=True, slots=True)
class StrengthBounds:
    """The least score, of whatever scale, of each word."""

    possible: float
    """What scores less is not found."""
    likely: float
    strong: float

    def at_most_possible(self) -> "StrengthBounds":
        """The same for what can never be surer than possible."""
        return replace(self, likely=inf, strong=inf)

    def strength_of(self, score: float) -> Strength:
        """The word for a score."""
        if score >= self.strong:
            return "strong"
        if score >= self.likely:
            return "likely"
        return "possible" if score >= self.possible else "related"

    def counts(self, scores: "NDArray[np.floating]") -> Mapping[Strength, int]:
        """How many of these scores of what was found each word stands for, the surest first."""
        strong, likely = int((scores >= self.strong).sum()), int((scores >= self.likely).sum())
        return {"strong": strong, "likely": likely - strong, "possible": scores.size - likely}
