"""What lists and tables of others say about recommendations, before it is merged with the UN's documents."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.records.answers import Answer
from models.records.documents import SOURCE_NAMES, DocumentKind
from models.records.enums import Position, Qualified
from models.records.records import Label, Sponsor

THEMATIC_LIST = SOURCE_NAMES[DocumentKind.THEMATIC_LIST]
UPR_INFO = SOURCE_NAMES[DocumentKind.RECOMMENDATION_TABLE]
UHRI = SOURCE_NAMES[DocumentKind.RIGHTS_INDEX_EXPORT]


@dataclass(frozen=True, slots=True)
class ListedRecommendation:
    """One number of OHCHR's thematic list of a review."""

    number: str
    """The number in the form that records have: "115.12", "77.7(a)", or bare "18"."""
    position: Position | None
    """None where the list gives none."""
    position_words: str
    """The position as printed ("Supported", "Supported/Noted")."""
    position_source: str
    """Where, says the list, the position stands ("A/HRC/28/15/Add.1 - Para. 3"), "" where it does not say."""
    labels: tuple[Label, ...]
    qualified: Qualified | None = None
    """The kind, where the position is noted because support is qualified."""

    @property
    def answer(self) -> Answer | None:
        """What the list says, None where it gives no position."""
        return Answer(self.position, self.position_words, self.qualified) if self.position else None


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One text of one review in a table: the rows that say the same of several recommending States.

    A table is UPR Info's, or what an export of the Universal Human Rights Index holds of reviews.
    """

    state_under_review: str
    """ISO 3166 alpha-3 code."""
    session: int
    text: str
    """The words that the first of the rows prints."""
    response: str
    """The position as printed ("Accepted")."""
    position: Position | None
    """None for a pledge of the State under review; unknown where the table gives none that is known."""
    sponsors: tuple[Sponsor, ...]
    """Empty for a pledge, and where the table does not know who recommended."""
    action_category: int | None
    """1 to 5."""
    labels: tuple[str, ...]
    """UPR Info's issues."""
    source: str = UPR_INFO
    """UPR_INFO or UHRI."""
    themes: tuple[Label, ...] = ()
    """Labels of OHCHR's schemes."""
    language: str = "en"
    """ISO 639-1 code."""
    number: str = ""
    """Of the recommendation in its report ("137.197"), where the table prints it before the text."""
    qualified: Qualified | None = None
    """The kind, where the position is noted because support is qualified."""
    annotation: str = ""
    """By which an export knows it, in whatever language, with its place among the requests of its record; "" for
    none."""
    wordings: tuple[tuple[str, str], ...] = ()
    """Language and text of what an export in another language says of the same."""


def distinct_sponsors(sponsors: Iterable[Sponsor]) -> tuple[Sponsor, ...]:
    """The recommending States, each once, under the name that comes first."""
    distinct: dict[str, Sponsor] = {}
    for sponsor in sponsors:
        distinct.setdefault(sponsor.state, sponsor)
    return tuple(distinct.values())
