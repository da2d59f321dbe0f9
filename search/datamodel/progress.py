"""What `progress` answers: frozen values that pages, JSON and commands show as they are.

Nothing here says that a recommendation is implemented: it says who reports what, where, and how directly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.records.documents import REPORTING_KINDS, Author, DocumentKind
from models.records.records import Place, Recommendation
from models.records.reported import Contributor, Stated
from search.datamodel.question import Group
from search.datamodel.strengths import Strength
from search.datamodel.threads import ThreadLink

Reporter = Literal["State", "United Nations", "Stakeholders"]
_REPORTER_OF: Mapping[Author, Reporter] = {
    Author.STATE: "State",
    Author.UNITED_NATIONS: "United Nations",
    Author.STAKEHOLDERS: "Stakeholders",
}
REPORTERS: Mapping[DocumentKind, Reporter] = {kind: _REPORTER_OF[kind.rules.author] for kind in REPORTING_KINDS}
"""Whose words each kind of document brings."""


@dataclass(frozen=True, slots=True)
class ReportingDocument:
    """A document on the time since a review that is indexed."""

    symbol: str
    """Symbol of the document; of a mid-term report without one, what stands for it: "SVN-20/mid-term"."""
    kind: DocumentKind
    """`national report`, `compilation` or `summary`; `mid-term report`, `country team's mid-term report` or
    `stakeholders' mid-term report`."""
    session: int
    """Working Group session before which it was written; of a mid-term report, that of the review on which it
    reports."""
    issued: date | None
    """When it was published."""

    @property
    def reporter(self) -> Reporter:
        """Whose words it brings."""
        return REPORTERS[self.kind]


@dataclass(frozen=True, slots=True)
class ReportedText:
    """One of its paragraphs."""

    id: str
    """Permanent: symbol of the document with dots, and paragraph."""
    document: ReportingDocument
    place: Place
    headings: tuple[str, ...]
    """Those above the paragraph, the widest first."""
    contributors: tuple[Contributor, ...]
    """The stakeholders that it names; of a stakeholder's own report, its author."""
    text: str
    """What is printed; each sub-paragraph on a line of its own."""

    @property
    def kind(self) -> Literal["report"]:
        """Tells it from a recommendation."""
        return "report"


@dataclass(frozen=True, slots=True)
class StatedIn:
    """How the document itself names the recommendation for a paragraph."""

    stated: Stated
    """Where the document names the recommendation; None where it does not."""
    printed: str
    """The words that name it."""
    holds_below: bool
    """Whether they hold for all paragraphs below a heading."""
    points_elsewhere: bool
    """Whether they only say that another report holds more."""
    basis: str
    """How the number is read: "printed", "only list", "stated", "by the words of headings"."""
    certainty: float
    """Of that, 0 to 1."""


@dataclass(frozen=True, slots=True)
class ProgressLink:
    """A paragraph as it reports on one recommendation."""

    report: ReportedText
    rank: int
    """Among the paragraphs on that recommendation, from 1."""
    relevance: float
    """The probability that it reports on it, 0 to 1, as read from what people judged."""
    strength: Strength
    """That in a word; `related` is no more than near."""
    stated: StatedIn | None
    """The most direct way in which the document names the recommendation; None where it does not."""
    sentence: str
    """The sentence of the paragraph that matters most."""


def is_shown(link: ProgressLink) -> bool:
    """Whether a reader is shown a paragraph: it is likely enough, or it names the recommendation itself."""
    return link.strength != "related" or (link.stated is not None and not link.stated.holds_below)


@dataclass(frozen=True, slots=True)
class RecommendationProgress:
    """What is reported on one recommendation."""

    record: Recommendation
    links: tuple[ProgressLink, ...]
    """All paragraphs of the documents, the most direct first."""


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """What is reported on the recommendations of a review."""

    review: str
    """Id of the review in which the recommendations were made."""
    state: str
    """Code of the State."""
    session: int
    """Working Group session of the review."""
    sessions: tuple[int, ...]
    """Those of the next review; several where the calendar leaves it open."""
    documents: tuple[ReportingDocument, ...]
    """Those on the time since the review that are indexed."""
    missing: tuple[DocumentKind, ...]
    """The kinds of which none is indexed."""
    recommendations: tuple[RecommendationProgress, ...]
    total: int
    """Links of all its recommendations, on the page that was asked for or not."""


@dataclass(frozen=True, slots=True)
class CommitmentProgress:
    """What is reported on a voluntary commitment."""

    of_review: ReviewProgress
    """The documents on the time since its review, those that there are and those that are missing."""
    links: tuple[ProgressLink, ...]
    """The paragraphs that likely report on it, the most direct first."""


@dataclass(frozen=True, slots=True)
class WhatFollows:
    """What an index holds on a recommendation since it was made, by ids."""

    same: tuple[str, ...]
    """The surest recommendation of each later review that asks the same."""
    reported: tuple[str, ...]
    """The paragraphs that likely report on it, or name it."""


@dataclass(frozen=True, slots=True)
class LinksWanted:
    """Which links of paragraphs to recommendations are wanted."""

    related: bool = True
    """Whether those are that are neither likely enough nor stated in the document."""
    limit: int | None = None
    """None: all."""
    offset: int = 0
    """So many links stand before them, in the order of recommendations and ranks."""


ALL_LINKS = LinksWanted()

Reporting = Literal["stated", "by meaning", "silent", "not indexed"]
"""Whether documents of one reporter report on a recommendation: they name it, likely report on it, say nothing that was
found, or none is indexed."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What documents of one reporter report on one recommendation, in short."""

    reporter: Reporter
    reporting: Reporting
    paragraphs: int
    """So many paragraphs name it or likely report on it."""
    first: ProgressLink | None
    """The most direct of them."""


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One recommendation, who reports on it, and what is like it in the next review."""

    record: Recommendation
    reported: tuple[Reported, ...]
    """By the State, United Nations bodies and stakeholders, in this order."""
    similar: tuple[ThreadLink, ...]
    """All that is like it in the next review of the State: same before similar, then the surest first."""

    @property
    def same(self) -> tuple[ThreadLink, ...]:
        """Those that ask the same."""
        return tuple(link for link in self.similar if link.asks_the_same)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The follow-up table of a review."""

    review: str
    state: str
    """Code."""
    session: int
    sessions: tuple[int, ...]
    """Of the next review; several where the calendar leaves it open."""
    documents: tuple[ReportingDocument, ...]
    """Those before the next review that are indexed: State, UN, stakeholders."""
    missing: tuple[DocumentKind, ...]
    """The kinds of which none is indexed."""
    compared: int | None
    """The session of the review whose recommendations these were compared with; None where none can be: none is
    indexed, or all are in another language."""
    rows: tuple[FollowUpRow, ...]
    """In catalogue order."""


@dataclass(frozen=True, slots=True)
class ReportedParagraphRecord:
    """One paragraph of a document before a review, with what the document says of it."""

    text: ReportedText
    state: str
    """Code of the State that it reports on."""
    review: str
    """Id of the review before which it was written."""
    reported_on: str | None
    """Id of the review whose recommendations it reports on; None while none is indexed."""
    reviewed: int | None
    """The session of that."""
    language: str
    """ISO 639-1 code of the language of the text."""
    printed: tuple[str, ...]
    """The words with which the document names recommendations in it, on it, or above it."""
    before: str | None
    """Id of the paragraph before it in its document."""
    after: str | None
    """Id of the paragraph after it."""


@dataclass(frozen=True, slots=True)
class ReportsOn:
    """A recommendation that a paragraph reports on."""

    record: Recommendation
    link: ProgressLink


@dataclass(frozen=True, slots=True)
class ReportedParagraphAnswer:
    """One paragraph and the recommendations that it reports on."""

    record: ReportedParagraphRecord
    stated: tuple[ReportsOn, ...]
    """Those that the document names, the most likely first."""
    by_meaning: tuple[ReportsOn, ...]
    """Others on which it likely reports, the most likely first."""


@dataclass(frozen=True, slots=True)
class ReportedHit:
    """A paragraph that reports on an issue."""

    record: ReportedText
    state: str
    """Code of the State that it reports on."""
    language: str
    """ISO 639-1 code of the language of the text."""
    rank: int
    """From 1 over the whole answer: own State first, then others."""
    group: Group
    """Whether it is on the own State."""
    relevance: float
    """0 to 1; comparable within one answer."""
    strength: Strength
    """How surely it is on the issue."""
    sentence: str
    """The sentence of the paragraph that matters most."""


@dataclass(frozen=True, slots=True)
class ReportedOnIssue:
    """The answer to `reported_on`: what documents before reviews report on an issue."""

    own_state: str | None
    """Code of the own State."""
    own_total: int
    """Paragraphs on the own State in the whole result."""
    total: int
    """Paragraphs in the whole result."""
    hits: tuple[ReportedHit, ...]
    """The page asked for, own State's first, each group by relevance."""
    language: str | None
    """ISO code of the language that the issue was read in; None where it holds no word."""

    @property
    def is_rated(self) -> bool:
        """Whether it is known how surely the paragraphs are on the issue; else they are the nearest, and not counted
        as found."""
        return all(hit.strength != "unrated" for hit in self.hits)
