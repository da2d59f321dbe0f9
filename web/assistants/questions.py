"""What an assistant asks of a tool: the questions of the API, with what stands there in the address."""

from typing import Annotated

from pydantic import StringConstraints

from web.api.questions import (
    FindQuestion,
    ListQuestion,
    MatchQuestion,
    ObservationsQuestion,
    RecordProgressQuestion,
    SimilarQuestion,
    Text,
)

Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^/\\?#%\x00]+$")]
"""It becomes a part of an address."""


class MatchArguments(MatchQuestion):
    """Which recommendations are on an issue."""

    facets: bool = False
    """True: with how many recommendations each value of each filter has; long."""


class FindArguments(FindQuestion):
    """Which recommendations hold words."""

    facets: bool = False
    """True: with how many recommendations each value of each filter has; long."""


class SimilarArguments(SimilarQuestion):
    """Which recommendations are nearest to one."""

    id: Id
    """Id of the recommendation."""
    facets: bool = False
    """True: with how many recommendations each value of each filter has; long."""


class ThreadArguments(ListQuestion):
    """Which recommendation is followed through the reviews of its State."""

    id: Id
    """Id of the recommendation."""


class ProgressArguments(RecordProgressQuestion):
    """On what later documents report: one recommendation, or all of a review."""

    id: Id | None = None
    """Id of a recommendation; either this or `review`."""
    review: Annotated[str, StringConstraints(min_length=1)] | None = None
    """Id of a review, of State and session ("SVN-20")."""


class ObservationsArguments(ObservationsQuestion):
    """On what treaty bodies and special procedures speak: an issue, or what a recommendation asks for."""

    text: Text | None = None  # type: ignore[assignment] # the one question of two ways
    """The issue in your own words; either this, with `own_state`, or `id`."""
    id: Id | None = None
    """Id of a recommendation: what they say to its State on the same thing."""
