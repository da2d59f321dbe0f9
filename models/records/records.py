"""What the indexer takes out of documents, as frozen values."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from models.records.answers import Answer
from models.records.documents import SOURCE_NAMES, Draft
from models.records.enums import Confidence, Position, Qualified
from models.records.permanent_ids import (
    commitment_id,
    general_comment_id,
    observation_id,
    table_commitment_id,
    table_recommendation_id,
)
from models.reviews.sessions import cycle_of_session
from models.vocabularies.mechanisms import Mechanism, ReportForm, mechanism_of, report_form


def review_id(state: str, session: int) -> str:
    """The id of a review: State code and Working Group session ("SVN-20")."""
    return f"{state}-{session}"


def state_and_session(review: str) -> tuple[str, int]:
    """What the id of a review says."""
    state, _, session = review.rpartition("-")
    return state, int(session)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: symbol, paragraph *of that document*, and page of the file counted from 1."""

    symbol: str
    """Symbol of the document, or the name of a list or table."""
    paragraph: str | None
    """Paragraph of that document ("115.12"); None where it has no number, and in a list or table."""
    page: int | None
    """Page of the file, from 1."""
    draft: Draft | None = None
    """Set where they stand in the draft of a report, once records are shown: say so wherever they are cited."""

    @property
    def coded_by(self) -> str | None:
        """The list or table whose coding a position that stands there is; None for a document of the United Nations,
        which states it in words of the State under review."""
        return self.symbol if self.symbol in SOURCE_NAMES.values() else None


@dataclass(frozen=True, slots=True)
class Sponsor:
    """A recommending State of one recommendation."""

    state: str
    """ISO 3166 alpha-3 code."""
    printed: str
    """The name as the document prints it, for citations."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement on the position that another supersedes, or of another file with the same symbol."""

    place: Place
    """Where it stands."""
    position: Position
    """The position that it gives."""
    words: str
    """The document's own words for the position."""
    file: str = ""
    """Name of the file where several have the symbol and differ, and the statement stands in one that is not used; none
    for a statement of a document in use."""
    file_used: str = ""
    """Name of the file with the same symbol that is used instead."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What a document counts and the reading does not meet: somewhere a recommendation or a position is misread.

    A sentence states a total ("supports 175 recommendations"), or a list of numbers has gaps.
    """

    place: Place
    """Where the total stands; the paragraph under which the list stands."""
    position: Position | None
    """What is counted; None for all recommendations."""
    stated: int
    """The total; of a list, its last number."""
    read: int
    """How many were read."""
    missing: tuple[str, ...] = ()
    """The numbers that the list lacks ("6.43"), none for a total."""
    words: str = ""
    """The sentence that states the total; "" for a list."""
    doubts: str | None = None
    """Symbol of the document whose positions are less sure by it; None: all positions of the review."""

    def concerns(self, source: Place | None) -> bool:
        """Whether it makes a position that stands there less sure."""
        return source is not None and self.doubts in (None, source.symbol)


class Origin(StrEnum):
    """Who gave a label."""

    SOURCE = "source"
    """People: OHCHR, UPR Info."""
    CLASSIFIER = "classifier"


@dataclass(frozen=True, slots=True)
class Label:
    """One issue label of a record."""

    scheme: str
    """`upr-info` (issues), `uhri` (themes), `uhri-sdg` (development goals) or `uhri-persons` (affected persons)."""
    label: str
    """Its words."""
    origin: Origin
    """Whether people gave it, or a computer."""
    confidence: float = 1.0
    """0 to 1; 1 for a label that a source gives."""


@dataclass(frozen=True, slots=True)
class ActionCategory:
    """What kind of action a request wants, by UPR Info's categories."""

    category: int
    """1 minimal, 2 continuing, 3 considering, 4 general, 5 specific."""
    origin: Origin
    """Whether people gave it, or a computer."""
    verb: str | None = None
    """The verb that tells it, as printed; None where a source gives the category or no verb is known."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the same document says in a further language."""

    language: str
    """ISO 639-1 code."""
    text: str
    """The request in this language; the whole paragraph where its requests could not be told apart."""
    quoted: str
    """The paragraph as printed."""
    composed: bool
    """True where `text` had to be brought together from a shared stem; such a sentence is never quoted."""
    place: Place
    """Symbol and paragraph of the record, with the page of the file in this language."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One request of a Working Group report, with the State's answer."""

    state_under_review: str
    """ISO 3166 alpha-3 code."""
    session: int
    """Working Group session."""
    place: Place
    """Symbol, paragraph (intro paragraph + item, "115.12") and page of the Working Group report; the name of the
    source, without a paragraph, for a recommendation known from a table alone."""
    printed_number: str
    """The number as printed ("1.", "115.12."), "" for one taken from the dialogue by reference."""
    clause: int
    """Number of the request in its paragraph: the order in which it is printed, from 1. In an index that was read
    again, a request keeps the number it was given first, and a new one gets a number never given before."""
    text: str
    """The request, without its number and sponsors."""
    quoted: str
    """The whole paragraph as printed, without its number: what pages and citations show."""
    composed: bool
    """True where `text` had to be brought together from a shared stem; such a sentence is never quoted."""
    sponsors: tuple[Sponsor, ...]
    interim_position: Position
    """What the Working Group report itself says."""
    position: Position
    """The State's answer."""
    position_source: Place | None
    """Where that is read."""
    language: str = "en"
    """ISO 639-1 code of the language of the text."""
    comment: str | None = None
    """The State's own words on this recommendation."""
    comment_source: Place | None = None
    """Where they stand."""
    list_comment: str | None = None
    """The State's own words on a list of recommendations that has this one: not on this very one."""
    list_comment_source: Place | None = None
    """Where they stand."""
    conflicts: tuple[Conflict, ...] = ()
    """What other documents say on its position."""
    position_words: str | None = None
    """The words for the position where `position_source` stands."""
    labels: tuple[Label, ...] = ()
    """Its issues and themes."""
    action: ActionCategory | None = None
    """What kind of action it asks for; None where none is known."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """What documents count and was not read, where that makes the position less sure."""
    qualified: Qualified | None = None
    """How support falls short of being clear, so that the position is noted: of a `part`, under a `condition`, with an
    `exception`, of the `spirit` alone; None for any other answer."""
    wordings: tuple[Wording, ...] = ()
    """What its document says in further languages, none where they are not indexed; `language` is English where it is
    there in English."""
    answered_on: datetime.date | None = None
    """The day of the meeting at which the position was taken, where its document says it: not that of its issue."""

    @property
    def kind(self) -> Literal["recommendation"]:
        """Tells it from a commitment."""
        return "recommendation"

    @property
    def position_confidence(self) -> Confidence | None:
        """`high` where a document of the United Nations states the position; a step lower where a list or table codes
        it, and where there are discrepancies; None where there is no position."""
        if self.position_source is None:
            return None
        return tuple(Confidence)[bool(self.position_source.coded_by) + self.is_to_check]

    @property
    def is_to_check(self) -> bool:
        """Whether a document counts other positions than were read, or another file with its symbol gives another."""
        return bool(self.discrepancies) or any(conflict.file for conflict in self.conflicts)

    @property
    def wording(self) -> Wording:
        """What the document says in the main language."""
        return Wording(self.language, self.text, self.quoted, self.composed, self.place)

    @property
    def recommending_states(self) -> tuple[str, ...]:
        """ISO 3166 alpha-3 codes, as printed."""
        return tuple(sponsor.state for sponsor in self.sponsors)

    @property
    def review(self) -> str:
        """Id of the review ("SVN-20")."""
        return review_id(self.state_under_review, self.session)

    @property
    def cycle(self) -> int:
        """Cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def id(self) -> str:
        """Permanent: it never comes to mean another recommendation ("SVN-20-115.12-1", "SVN-20-t0123456789" where no
        report is known)."""
        if self.place.paragraph is None:
            return table_recommendation_id(self.review, self.text)
        return f"{self.review}-{self.place.paragraph}-{self.clause}"


EVERY_OTHER = "*"
"""`Response.answers` of a sentence on all recommendations, or on the rest: it speaks for every number of the report
that the same document does not name and that no position was given on yet."""
_OF_LIST = ".*"


def every_of_list(paragraph: str) -> str:
    """`Response.answers` of a sentence on "the recommendations in paragraph 61": it speaks for every number of that
    paragraph on which the same document takes no position."""
    return f"{paragraph}{_OF_LIST}"


def list_answered(answers: str) -> str | None:
    """The paragraph whose every number is answered, None where numbers are."""
    return answers.removesuffix(_OF_LIST) if answers.endswith(_OF_LIST) else None


@dataclass(frozen=True, slots=True)
class Response:
    """What one document says on one number of a review's lists: the State's position, its own words, or both.

    One document may answer a number in several places (a list gives the position, a heading further down the
    comment); these are one response. Named parts of a paragraph that are answered apart are responses of their own.
    Merging makes of them, in the same form, what each source says on one request.
    """

    place: Place
    """Where the position stands; where the comment stands if no position is given."""
    report: str
    """Symbol of the Working Group report whose recommendations are answered ("A/HRC/28/15")."""
    answers: str
    """The number as printed or expanded ("115.18", "77.7(a)", bare "18"), EVERY_OTHER or `every_of_list`; "" where a
    request itself is answered, by a list, a table, or an intro paragraph of its report."""
    position: Position | None
    """None where the State comments without taking a position, or its words take none that is clear."""
    position_words: str
    """The document's own words for the position, "" for none."""
    comment: str | None = None
    """The State's own words on this recommendation."""
    comment_place: Place | None = None
    """Where the comment stands; None where there is none."""
    part: str = ""
    """The part of the paragraph that is answered, in the document's words ("free legal aid"), "" for the whole."""
    language: str = "en"
    qualified: Qualified | None = None
    """The kind, where the position is noted because support is qualified."""
    answered_on: datetime.date | None = None
    """The day of the meeting at which it was given, where the document says it."""
    list_comment: str | None = None
    """The State's own words on a list of recommendations that has this number, None where there are none."""
    list_comment_place: Place | None = None
    """Where they stand."""

    @property
    def answer(self) -> Answer | None:
        """The position with what decided it; None where there is none."""
        return Answer(self.position, self.position_words, self.qualified) if self.position else None

    def with_answer(self, answer: Answer) -> "Response":
        """This response with another position, and the words that decided it."""
        return replace(self, position=answer.position, position_words=answer.words, qualified=answer.qualified)


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """How many recommendations a document says are supported or noted: a check, not an answer."""

    place: Place
    report: str
    """Symbol of the Working Group report whose recommendations are counted."""
    count: int
    position: Position | None
    """None for the number of all recommendations."""
    words: str
    """The sentence that states it."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A voluntary pledge of the State under review itself."""

    state_under_review: str
    """ISO 3166 alpha-3 code."""
    session: int
    """Working Group session."""
    place: Place
    """Symbol, paragraph ("113", "77(a)", None where the document has no numbers) and page; the name of the source,
    without a page, for one known from a table alone."""
    order: int
    """Which of the items printed in that paragraph it is, from 1 (bullets have no number of their own)."""
    text: str
    """The pledge as printed."""
    language: str = "en"
    """ISO 639-1 code of the language of the text."""
    labels: tuple[Label, ...] = ()
    """Its issues and themes."""
    action: ActionCategory | None = None
    """What kind of action it asks for; None where none is known."""
    qualified: Qualified | None = None
    """The kind, where the position is noted because support is qualified: "accepts as far as its law allows"."""
    wordings: tuple[Wording, ...] = ()
    """What its document says in further languages, none where they are not indexed; `language` is English where it is
    there in English."""
    made_on: datetime.date | None = None
    """The day of the review or of the Council's meeting at which it was made, where its document says it."""

    @property
    def kind(self) -> Literal["commitment"]:
        """Tells it from a recommendation."""
        return "commitment"

    @property
    def review(self) -> str:
        """Id of the review ("SVN-7")."""
        return review_id(self.state_under_review, self.session)

    @property
    def cycle(self) -> int:
        """Cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def id(self) -> str:
        """Permanent: it never comes to mean another commitment ("SVN-7-c-A.HRC.14.15-113-2", "SVN-7-ct0123456789" where
        no document is known)."""
        if self.place.coded_by:
            return table_commitment_id(self.review, self.text)
        return commitment_id(self.review, self.place.symbol, self.place.paragraph, self.order)

    @property
    def quoted(self) -> str:
        """What pages and citations show, as for a recommendation."""
        return self.text

    @property
    def wording(self) -> Wording:
        """What the document says in the main language."""
        return Wording(self.language, self.text, self.quoted, False, self.place)


class ObservationKind(StrEnum):
    """What a paragraph of a treaty body's document does."""

    CONCERN = "concern"
    RECOMMENDATION = "recommendation"
    BOTH = "concern and recommendation"
    OTHER = "other"
    """Neither, or the source does not say."""
    GENERAL_COMMENT = "general comment"
    """It says to all States what a right means."""


@dataclass(frozen=True, slots=True)
class StatedPledge:
    """A commitment that a document of many reviews reports."""

    report: str
    """Symbol of the Working Group report whose review it is."""
    commitment: Commitment
    """Without State and session, which the report knows."""


@dataclass(frozen=True, slots=True)
class StatedAnswers:
    """What one document says on recommendations of Working Group reports."""

    responses: tuple[Response, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    warnings: tuple[str, ...] = ()
    """What could not be read with certainty ("122.34-12" is no range), one sentence each, with paragraph and page."""
    pledges: tuple[StatedPledge, ...] = ()
    """What States promised when their reviews were adopted."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A paragraph of a treaty body: of its concluding observations on a State, or of a general comment to all."""

    entity: str | None
    """Code of the State, or of the other entity ("XKX"), that the committee speaks to; None where it speaks to all."""
    committee: str
    """Code of the committee; of another body, the name that its source gives it."""
    place: Place
    """Symbol, paragraph ("24", None where the source gives none) and page (None where the text has no pages)."""
    heading: str
    """The nearest heading above it, if any; the title of a general comment."""
    kind: ObservationKind
    """What the paragraph does."""
    text: str
    """The paragraph as printed, without its number; each sub-paragraph on a line of its own, under its stem."""
    date: datetime.date | None = None
    """When the document was published."""
    language: str = "en"
    """ISO 639-1 code of the language of the text."""
    labels: tuple[Label, ...] = ()
    """Its themes."""

    @property
    def entry_kind(self) -> Literal["observation", "general comment"]:
        """Tells it from a recommendation, and what one State was told from what all were."""
        return "general comment" if self.kind is ObservationKind.GENERAL_COMMENT else "observation"

    @property
    def mechanism(self) -> Mechanism:
        """What kind of body speaks."""
        return mechanism_of(self.committee)

    @property
    def report_form(self) -> ReportForm | None:
        """What a special procedure reports on, where the symbol of the document tells."""
        return report_form(self.committee, self.place.symbol, self.entity)

    @property
    def id(self) -> str:
        """Permanent: it never comes to mean another paragraph ("CCPR.C.NAM.CO.900-10", "CRC.C.GC.900-no900-10")."""
        if self.kind is ObservationKind.GENERAL_COMMENT:
            return general_comment_id(self.place.symbol, self.heading, self.place.paragraph, self.text)
        return observation_id(self.place.symbol, self.entity, self.place.paragraph, self.text)
