"""What documents before a review report on the recommendations of the review before it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.records.records import Place


class Stated(StrEnum):
    """Where a document names the recommendations that a paragraph reports on."""

    HEADING = "heading"
    SENTENCE = "sentence"
    FOOTNOTE = "footnote"


class Contributor(NamedTuple):
    """A stakeholder whose submission a paragraph names."""

    code: str
    """What the document cites it by ("JS3"); none for the author of a stakeholder's own report."""
    name: str
    """Its name in the list of contributors."""


@dataclass(frozen=True, slots=True)
class StatedReference:
    """Numbers of recommendations that a document names for one paragraph."""

    stated: Stated
    printed: str
    """The words that name them ("Recommendations 22, 31–39")."""
    numbers: tuple[str, ...]
    """In the form of recommendations ("115.22"), or bare ("22") where the document leaves the list open."""
    doubtful: tuple[tuple[str, str], ...] = ()
    """Ends of ranges that cannot be expanded as printed ("151.119", "115.127"): a misprint, perhaps."""
    report: str | None = None
    """Symbol of the report whose numbers they are, where it is named."""
    holds_below: bool = False
    """Whether it stands in a heading, or in a note that a heading calls: it holds for all paragraphs below."""
    heading: str = ""
    """The heading they stand in, or stand under: it tells which list of a report bare numbers count through."""
    points_elsewhere: bool = False
    """Whether it only says that another report holds more ("see the mid-term report, recommendation 66")."""


@dataclass(frozen=True, slots=True)
class ReportedParagraph:
    """One numbered paragraph of a national report, compilation, summary or mid-term report."""

    place: Place
    text: str
    """The paragraph as printed, without footnote marks; sub-paragraphs stand on lines of their own."""
    headings: tuple[str, ...]
    """The headings above it, the widest first, without their marks ("II.", "A.")."""
    references: tuple[StatedReference, ...] = ()
    """The recommendations that it reports on, as far as the document names them."""
    contributors: tuple[Contributor, ...] = ()
    """The stakeholders that it names; of a stakeholder's own report, its author."""

    @property
    def id(self) -> str:
        """The permanent id: the symbol with dots, and the paragraph ("A.HRC.WG.6.34.SVN.1-10")."""
        return f"{self.place.symbol.replace('/', '.')}-{self.place.paragraph}"
