"""How surely something is on the thing asked for, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Strength = Literal["exact", "strong", "likely", "possible", "related", "unrated"]
"""In words, how surely an entry is on the issue; "exact" for what holds the words asked for, "related" is shown only
beside few or none that reach "possible"; "unrated" where the vector space of the index has no calibration, so that
there is an order and no more."""


@dataclass(frozen=True, slots=True)
class StrengthBounds:
    """The least score, of whatever scale, of each word."""

    possible: float
    """What scores less is not found."""
    likely: float
    strong: float
    rated: bool = True
    """Whether scores say how sure it is; of others an order is all that is known."""

    @property
    def possible_at_most(self) -> "StrengthBounds":
        """The bounds of what can never be called surer than possible."""
        return replace(self, likely=inf, strong=inf)

    def strength_of(self, score: float) -> Strength:
        """The word for a score."""
        if not self.rated:
            return "unrated"
        if score >= self.strong:
            return "strong"
        if score >= self.likely:
            return "likely"
        return "possible" if score >= self.possible else "related"

    def counts(self, scores: "NDArray[np.floating]") -> Mapping[Strength, int]:
        """How many of these scores of what was found each word stands for, the surest first."""
        if not self.rated:
            return {"unrated": scores.size}
        strong, likely = int((scores >= self.strong).sum()), int((scores >= self.likely).sum())
        return {"strong": strong, "likely": likely - strong, "possible": scores.size - likely}


UNRATED = StrengthBounds(-inf, inf, inf, rated=False)
"""Of the scores of a vector space without a calibration."""
