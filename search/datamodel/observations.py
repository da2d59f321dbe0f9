"""What `observations` answers: frozen values that pages, JSON and commands show as they are.

Special procedures (models.vocabularies.mechanisms) speak to States as treaty bodies do.
"""

from dataclasses import dataclass
from datetime import date

from models.records.records import Observation
from models.vocabularies.mechanisms import Mechanism, mechanism_of
from search.datamodel.strengths import Strength


@dataclass(frozen=True, slots=True)
class ParagraphsWanted:
    """Which page of the paragraphs told to a State is wanted."""

    limit: int
    offset: int = 0
    mechanism: str | None = None
    """Which alone may speak (models.vocabularies.mechanisms.Mechanism)."""

    def may_speak(self, body: str) -> bool:
        """Whether a body is of the mechanism asked for."""
        return self.mechanism is None or mechanism_of(body).value == self.mechanism


@dataclass(frozen=True, slots=True)
class ObservationHit:
    """What a treaty body told a State on the thing asked about."""

    record: Observation
    parts: tuple[str, ...]
    """The sub-paragraphs that are on it ("c"), empty for the paragraph as a whole."""
    relevance: float
    """To a State: the probability that it is on the thing, 0 to 1. Of a general comment: how near it is."""
    strength: Strength
    """How surely it is on the issue."""
    themes_in_common: tuple[str, ...]
    """UHRI themes that the recommendation and the observation have in common."""
    since_review: bool | None
    """Whether it was published after the review of the recommendation asked about; None where that is not known."""
    invented: bool
    """True for a paragraph of the sample corpus."""
    passage: tuple[str, ...] = ()
    """Ids of the paragraphs that belong together, itself among them: a concern, and the recommendation that answers it.
    They are found by either, in the order of the document."""
    additional: tuple[str, ...] = ()
    """Words of it, or of those sub-paragraphs, that the recommendation asked about does not have."""


@dataclass(frozen=True, slots=True)
class ObservingDocument:
    """A document of a treaty body or special procedure of which the index holds paragraphs."""

    committee: str
    """Code of the committee; of another body, the name that its source gives it."""
    symbol: str
    """Symbol of the document."""
    date: date | None
    """When it was published."""
    observations: int
    """How many of its paragraphs are indexed."""

    @property
    def mechanism(self) -> Mechanism:
        """What kind of body speaks."""
        return mechanism_of(self.committee)


@dataclass(frozen=True, slots=True)
class ObservationAnswer:
    """The answer to `observations`."""

    state: str | None
    """Code of the State that was told; None where none was asked about."""
    documents: tuple[ObservingDocument, ...]
    """All on this State, newest first: "nothing found" must say what was searched."""
    total: int = 0
    """Paragraphs on the issue."""
    hits: tuple[ObservationHit, ...] = ()
    """The nearest ones, or the next nearest of a later page: the newest document first, in it the nearest passage
    first, in that as printed."""
    general_comments: tuple[ObservationHit, ...] = ()
    """What general comments say to all States on it, the nearest first; none on later pages."""
