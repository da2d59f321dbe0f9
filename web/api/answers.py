"""What the API answers, as its document describes it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from models.records.enums import Confidence, Position, Qualified, ThreadType
from models.reviews.review_history import ReviewBasis
from models.vocabularies.ratifications import Status
from search import Extent, Group, Strength, View


class AnswerPart(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Failure(AnswerPart):
    """Why a request was not answered."""

    status: int
    """The status of HTTP."""
    kind: str
    """A name that programs can rely on: BadRequest, UnknownRecord, …"""
    message: str
    """One sentence with the next step."""
    field: str | None
    """The field or parameter at fault (`limit`, `filters.cycle`); null where none is."""


class FailureAnswer(AnswerPart):
    """The shape of every failure."""

    error: Failure
    """What was wrong."""


class Source(AnswerPart):
    """Where words stand."""

    symbol: str
    """Symbol of the document, or the name of a list or table."""
    paragraph: str | None
    """Paragraph of that document."""
    page: int | None
    """Page of the file, from 1."""


class Draft(AnswerPart):
    """A report before its final edition: numbers and words change in that."""

    date: str | None
    """Of the draft, ISO 8601; null where nothing says it."""
    is_printed: bool
    """Whether the date is printed on it; else it is the day on which its file was last saved."""


class Conflict(AnswerPart):
    """A statement on the position that another supersedes, or of another file with the same symbol."""

    source: Source
    """Where it stands."""
    position: Position
    """The position that it gives."""
    words: str
    """Its own words for the position."""
    coded_by: str | None
    """The list or table whose coding it is; null for a document of the United Nations."""
    file: str | None
    """Where two files with one symbol differ, the one that it stands in, which is not used; null for any other."""
    file_used: str | None
    """The file with the same symbol that is used."""


class Discrepancy(AnswerPart):
    """What a document counts and the reading does not meet: a recommendation or a position may be misread."""

    source: Source
    """Where the total stands; without a page, where the list stands."""
    position: Literal["supported", "noted"] | None
    """What is counted; null for all recommendations."""
    stated: int
    """The total; of a list, its last number."""
    read: int
    """How many were read."""
    missing: tuple[str, ...]
    """The numbers that a list lacks; empty for a total."""
    words: str
    """The sentence that states the total; "" for a list."""
    doubts: str | None
    """The document whose positions are less sure by it; null where all of the review are."""


class Label(AnswerPart):
    """One issue label."""

    scheme: str
    """`upr-info` (issues), `uhri` (themes), `uhri-sdg` (development goals) or `uhri-persons` (affected persons)."""
    label: str
    """Its words."""
    origin: Literal["source", "classifier"]
    """Whether people gave it, or a computer."""
    confidence: float
    """0 to 1; 1 for a label that people gave."""


class GivenLabel(AnswerPart):
    """One label that a source gives."""

    scheme: str
    """As for a recommendation."""
    label: str
    """Its words."""


class ActionCategory(AnswerPart):
    """What kind of action a request wants, by UPR Info's categories."""

    category: int
    """1 minimal, 2 continuing, 3 considering, 4 general, 5 specific."""
    verb: str | None
    """The verb that tells it, as printed."""
    origin: Literal["source", "classifier"]
    """Whether people gave it, or a computer."""


class Recommendation(AnswerPart):
    """One request of a Working Group report, with the State's answer."""

    kind: Literal["recommendation"]
    """Tells it from a commitment."""
    id: str
    """Permanent: it never comes to mean another recommendation."""
    symbol: str
    """Symbol of the Working Group report; the name of the table for one known from a table alone."""
    paragraph: str | None
    """Introductory paragraph and item ("115.12"); null for one known from a table alone."""
    printed_number: str
    """The number as printed."""
    clause: int
    """Which request of its paragraph it is, from 1."""
    page: int | None
    """Page of the file, from 1."""
    draft: Draft | None
    """Set where it stands in the draft of a report: say so wherever it is cited."""
    text: str
    """The request."""
    quoted: str
    """The whole paragraph as printed: what is cited."""
    composed: bool
    """True where `text` was brought together from a stem that several requests share; it is never quoted."""
    state_under_review: str
    """ISO 3166 alpha-3 code."""
    recommending_states: tuple[str, ...]
    """ISO 3166 alpha-3 codes, as printed."""
    interim_position: Position
    """What the Working Group report itself says."""
    position: Position
    """The State's answer."""
    position_source: Source | None
    """Where that is read."""
    position_words: str | None
    """The formula that gives the position."""
    qualified: Qualified | None
    """How support falls short of being clear, so that the position is noted: of a `part`, under a `condition`, with an
    `exception`, of the `spirit` alone; null for any other answer."""
    position_coded_by: str | None
    """The list or table whose coding the position is; null where a document of the United Nations states it."""
    position_confidence: Confidence | None
    """`high` where a document of the United Nations states the position; a step lower where a list or table codes it,
    and where there are discrepancies; null where there is no position."""
    discrepancies: tuple[Discrepancy, ...]
    """What documents count and was not read, where that makes the position less sure."""
    comment: str | None
    """The State's own words on it."""
    comment_source: Source | None
    """Where they stand."""
    conflicts: tuple[Conflict, ...]
    """What other documents say on its position."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    language: str
    """ISO 639-1 code of the language of the text."""


class Commitment(AnswerPart):
    """A voluntary commitment of the State under review itself."""

    kind: Literal["commitment"]
    """Tells it from a recommendation."""
    id: str
    """Permanent: it never comes to mean another commitment."""
    symbol: str
    """Symbol of the document; the name of the table for one known from a table alone."""
    paragraph: str | None
    """Paragraph of that document."""
    order: int
    """Which of the items printed in that paragraph it is, from 1."""
    page: int | None
    """Page of the file, from 1."""
    draft: Draft | None
    """Set where it stands in the draft of a report: say so wherever it is cited."""
    made_on: str | None
    """Day of the review or of the Council's meeting at which it was made (YYYY-MM-DD); null where its document does not
    say it."""
    text: str
    """The pledge as printed."""
    state_under_review: str
    """ISO 3166 alpha-3 code."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    language: str
    """ISO 639-1 code of the language of the text."""


class Classes(AnswerPart):
    """What a record is about, and what kind of action it asks for."""

    labels: tuple[Label, ...]
    """Its issues and themes."""
    action_category: ActionCategory | None
    """Null where none is known."""


class Wording(AnswerPart):
    """What the document says in a further language."""

    language: str
    """ISO 639-1 code."""
    text: str
    """The request or pledge; the whole paragraph where its requests could not be told apart."""
    quoted: str
    """The paragraph as printed: what is cited."""
    composed: bool
    """True where `text` was brought together from a stem that several requests share; it is never quoted."""
    source: Source
    """Where it stands; the page is that of the file in this language."""


class Wordings(AnswerPart):
    """A record in further languages."""

    wordings: tuple[Wording, ...]
    """What its document says in other languages than that of `text`; empty where they are not indexed."""


class ClassifiedRecommendation(Classes, Wordings, Recommendation):
    """A recommendation with its issues and kind of action."""


class ClassifiedCommitment(Classes, Wordings, Commitment):
    """A voluntary commitment with its issues and kind of action."""


class ReferredComment(AnswerPart):
    """What the State says where a comment refers on ("See recommendation 105")."""

    records: tuple[str, ...]
    """Ids of the recommendations that have that comment."""
    paragraphs: tuple[str, ...]
    """Their paragraphs."""
    comment: str
    """The State's words."""
    comment_source: Source | None
    """Where they stand."""


class Ratification(AnswerPart):
    """What the State under review had done about a treaty that a recommendation wants it to join."""

    state: str
    """ISO 3166 alpha-3 code."""
    treaty: str
    """Short name of the treaty."""
    status: Status
    """What the State had done."""
    year: int | None
    """When, where that is known."""
    as_of: int
    """The year that the status is of."""


class RecommendationAnswer(ClassifiedRecommendation):
    """One recommendation."""

    referred_comments: tuple[ReferredComment, ...]
    """What the State says where its comment refers on."""
    ratifications: tuple[Ratification, ...]
    """One for each treaty that the State is to join, where it is known."""
    superseded: str
    """That the State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    invented: bool
    """True for a sample."""


class CommitmentAnswer(ClassifiedCommitment):
    """One voluntary commitment."""

    invented: bool
    """True for a sample."""


class Found(AnswerPart):
    """Where a record stands in an answer, and why."""

    rank: int
    """From 1 over the whole answer."""
    group: Group
    """Whether it is of your State."""
    relevance: float
    """0 to 1; comparable within one answer."""
    strength: Strength
    """How surely it is on the issue; `exact` where it holds the words asked for."""
    words_in_common: tuple[str, ...]
    """Words of the question that it holds, as printed."""
    labels_in_common: tuple[str, ...]
    """Issues and themes that it shares with the question."""
    by_meaning: bool
    """True: found without a word in common."""
    highlights: tuple[tuple[int, int], ...]
    """Start and end of the words to mark in `quoted`, or in the `text` of a commitment, in Unicode characters."""
    referred_comments: tuple[ReferredComment, ...]
    """What the State says where its comment refers on."""
    members: tuple[Annotated[ClassifiedRecommendation | ClassifiedCommitment, Field(discriminator="kind")], ...]
    """All records of its line, itself first; none where it stands alone."""
    ratifications: tuple[Ratification, ...]
    """One for each treaty that the State is to join, where it is known."""
    invented: bool
    """True for a sample."""


class FoundRecommendation(Found, ClassifiedRecommendation):
    """A recommendation that was found."""


class FoundCommitment(Found, ClassifiedCommitment):
    """A voluntary commitment that was found."""


Hit = Annotated[FoundRecommendation | FoundCommitment, Field(discriminator="kind")]


class FacetValue(AnswerPart):
    """One value of a filter."""

    value: str
    """As the filter takes it."""
    label: str
    """In words."""
    count: int
    """How many entries of the result have it."""


class IndexedReview(AnswerPart):
    """One review of a State in this index."""

    review: str
    """Its id ("SVN-20")."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    symbols: tuple[str, ...]
    """Symbols of the documents indexed."""
    recommendations: int
    """How many recommendations it has."""


class MatchAnswer(AnswerPart):
    """What was found: one page of lines, and numbers of the whole result."""

    total: int
    """Entries in the whole result."""
    own_total: int
    """Those of your State among them."""
    own_rest: int
    """Entries of your State, within the filters, that are not in the result."""
    lines: int
    """Lines of the whole result, which its pages consist of."""
    strengths: dict[Strength, int]
    """How many entries are how surely on the issue; none where all hold the words asked for."""
    own_strengths: dict[Strength, int]
    """The same of those of your State."""
    own_state: str | None
    """Code of your State."""
    own_reviews: tuple[IndexedReview, ...]
    """Its reviews whose recommendations are in this index: what was searched."""
    superseded: str
    """That your State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    not_indexed: tuple[str, ...]
    """What the list leaves out: sentences on the reviews of your State, of those in `under_review`, or of all."""
    hits: tuple[Hit, ...]
    """The lines of this page: your State's first, then others, each by relevance."""
    related: tuple[Hit, ...]
    """Nearest entries of your State where none is found, and of all States where nobody has any; not counted."""
    facets: dict[str, tuple[FacetValue, ...]]
    """By filter: the values that occur in the result, the most frequent first; none where they were not asked for."""
    language: str | None
    """ISO 639-1 code of the language that the issue was read in; null where no issue was read."""
    notes: tuple[str, ...]
    """Sentences for the user."""
    did_you_mean: str | None
    """Keywords without their typing errors, which find something; null where none were found, and for an issue."""
    next_cursor: str | None
    """For the next page; null on the last."""


class Reason(AnswerPart):
    """One number of the formula for one State."""

    number: int | float
    """The number."""
    points: int | float
    """What it adds to the promise."""


class LobbyingTarget(AnswerPart):
    """A State to approach."""

    rank: int
    """By suggested priority, from 1."""
    state: str
    """ISO 3166 alpha-3 code."""
    name: str
    """Its name."""
    view: View
    """`asked`: it made recommendations to the State that are probably on the issue or surely; `perhaps`: only such as
    may be; `prospect`: to others only; `silent`: none."""
    promise: float
    """The sum of its points."""
    reasons: dict[str, Reason]
    """By number of the formula."""
    recommendations: dict[str, int]
    """How many recommendations stand behind each number."""
    states_asked: int
    """To how many other States it made recommendations on the issue."""
    share: float
    """The share of its recommendations that is on the issue, 0 to 1."""
    sessions_here: tuple[int, ...]
    """Sessions in which it made recommendations on the issue to the State."""
    cycles_here: tuple[int, ...]
    """Cycles of these."""
    last_session: int | None
    """The last session in which it made any recommendation."""


class LobbyAnswer(AnswerPart):
    """States to approach on an issue."""

    state: str
    """Code of the State under review."""
    session: int
    """The session that the order is for."""
    on_issue: int
    """Recommendations on the issue, to whatever State."""
    here: int
    """Those to the State under review."""
    here_perhaps: int
    """Further ones to it, which may be on the issue."""
    here_labelled: int
    """Those of them that only have an issue label of it, and that a search with the same words does not list."""
    total: int
    """States in the order."""
    targets: tuple[LobbyingTarget, ...]
    """The States of this page, by suggested priority."""
    wording: tuple[Recommendation, ...]
    """Model wording: recommendations that other States supported."""
    invented: bool
    """True for a sample."""
    notes: tuple[str, ...]
    """Sentences for the user."""
    superseded: str
    """That the State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    next_cursor: str | None
    """For the next page; null on the last."""


class ThreadLink(Recommendation):
    """A linked recommendation of another review."""

    type: ThreadType
    """What the later of the two is to the earlier: `same`, `build-up` (goes further), `weaker` or `similar`
    (related)."""
    of: str
    """The id asked for."""
    earlier: str
    """Id of the earlier of the two."""
    later: str
    """Id of the later of the two."""
    earlier_position: Position
    """The answer to the earlier."""
    later_position: Position
    """The answer to the later."""


class ThreadReview(AnswerPart):
    """Another review of the State."""

    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    compared: int
    """Recommendations of that review in the same language."""
    total: int
    """How many of them are linked."""
    links: tuple[ThreadLink, ...]
    """Those of this page: the same before what goes further before what is weaker before what is
    related."""


class ThreadAnswer(AnswerPart):
    """What the same State was told on the same thing in its other reviews."""

    id: str
    """The recommendation asked for."""
    recommendation: Recommendation
    """Its record."""
    total: int
    """How many recommendations are linked."""
    compared: tuple[str, ...]
    """Sentences on what later reviews it was compared with, and on those that are not in this index."""
    invented: bool
    """True for a sample."""
    reviews: tuple[ThreadReview, ...]
    """The other reviews of the State, the earliest first."""
    next_cursor: str | None
    """For the next page, of each review; null where none has more."""


class Observation(AnswerPart):
    """A paragraph of a treaty body."""

    kind: Literal["observation", "general comment"]
    """Tells it from a recommendation, and what one State was told from what all were."""
    id: str
    """Permanent: it never comes to mean another paragraph."""
    committee: str
    """Code of the committee; of another body, the name that its source gives it."""
    mechanism: Literal["treaty body", "special procedure", "other body"]
    """What kind of body speaks."""
    report: Literal["country visit", "thematic report"] | None
    """What a special procedure reports on, where the symbol of the document tells."""
    symbol: str
    """Symbol of the document."""
    paragraph: str | None
    """Paragraph of that document."""
    page: int | None
    """Page of the file, from 1."""
    heading: str | None
    """The nearest heading above it; the title of a general comment."""
    observation_kind: Literal["concern", "recommendation", "concern and recommendation", "general comment", "other"]
    """What the paragraph does."""
    text: str
    """As printed; each sub-paragraph on a line of its own, below its stem."""
    state: str | None
    """Code of the State, or of the other entity, that it speaks to; null where it speaks to all States."""
    date: str | None
    """When the document was published, ISO 8601."""
    labels: tuple[GivenLabel, ...]
    """Its themes."""
    language: str
    """ISO 639-1 code of the language of the text."""
    invented: bool
    """True for a sample."""


class FoundObservation(Observation):
    """A paragraph of a treaty body that was found."""

    relevance: float
    """0 to 1; comparable within one answer."""
    strength: Strength
    """How surely it is on the issue."""
    parts: tuple[str, ...]
    """The sub-paragraphs that are on it; none: the paragraph as a whole."""
    passage: tuple[str, ...]
    """Ids of the paragraphs that belong together, itself among them: a concern and the recommendation on it."""
    themes_in_common: tuple[str, ...]
    """Themes that it shares with the recommendation."""
    since_review: bool | None
    """Whether it was published after the review; null where that is not known."""
    beyond: tuple[str, ...]
    """Discriminative terms that the recommendation does not have."""


class ObservingDocument(AnswerPart):
    """A document in which a treaty body or special procedure speaks to a State."""

    committee: str
    """Code of the committee; of another body, the name that its source gives it."""
    mechanism: Literal["treaty body", "special procedure", "other body"]
    """What kind of body speaks."""
    symbol: str
    """Symbol of the document."""
    date: str | None
    """When it was published, ISO 8601."""
    observations: int
    """How many of its paragraphs are indexed."""


class ObservationsAnswer(AnswerPart):
    """What treaty bodies say."""

    state: str | None
    """Code of the State; null where none was asked about."""
    total: int
    """Paragraphs on the issue."""
    hits: tuple[FoundObservation, ...]
    """Those of this page, the nearest pages first; on each the newest first."""
    documents: tuple[ObservingDocument, ...]
    """All documents on this State: what was searched."""
    general_comments: tuple[FoundObservation, ...]
    """What general comments and thematic reports say to all States on it, the nearest first.

    On the first page alone.
    """
    next_cursor: str | None
    """For the next page; null on the last."""


class ReportingDocument(AnswerPart):
    """A document that was written before a review, on the time since the one before."""

    symbol: str
    """Symbol of the document."""
    document_kind: str
    """`national report`, `compilation` or `summary`."""
    session: int
    """Working Group session of the review that it was written for."""
    date: str | None
    """When it was published, ISO 8601."""


class Contributor(AnswerPart):
    """A stakeholder whose submission a paragraph names."""

    code: str
    """As the document cites it ("JS3")."""
    name: str
    """As its list of contributors has it."""


class ProgressLink(AnswerPart):
    """One paragraph as it reports on one recommendation."""

    recommendation: str
    """Id of the recommendation."""
    id: str
    """Id of the paragraph."""
    document_kind: str
    """`national report`, `compilation` or `summary`."""
    reporter: str
    """Whose words it brings: `State`, `United Nations` or `Stakeholders`."""
    symbol: str
    """Symbol of the document."""
    paragraph: str
    """Paragraph of the document."""
    page: int
    """Page of the file, from 1."""
    date: str | None
    """When the document was published, ISO 8601."""
    stated: Literal["heading", "sentence", "footnote"] | None
    """Where the document itself names the recommendation; null where it does not."""
    printed: str | None
    """The words that name it."""
    for_section: bool | None
    """Whether they hold for all paragraphs below a heading."""
    points_elsewhere: bool | None
    """Whether they only say that another report holds more."""
    basis: str | None
    """How the number is read (docs/progress.md)."""
    certainty: float | None
    """Of that, 0 to 1."""
    rank: int
    """Among the paragraphs on that recommendation, from 1."""
    relevance: float
    """The probability that it reports on the recommendation, 0 to 1."""
    strength: Strength
    """That in a word; `related` is no more than near."""
    headings: tuple[str, ...]
    """Those above the paragraph, the widest first."""
    contributors: tuple[Contributor, ...]
    """The stakeholders that it names."""
    sentence: str
    """The sentence of the paragraph that matters most."""


class DraftRequest(AnswerPart):
    """A recommendation of a draft report and what it is now, or one that is new."""

    review: str
    """Id of the review."""
    file: str
    """Name of the draft's file."""
    draft: Draft
    """As what it is known."""
    old_id: str | None
    """Id in the draft; null for one that is new."""
    old_paragraph: str | None
    """Number in the draft."""
    old_text: str | None
    """Words of the draft."""
    old_recommending_states: tuple[str, ...] | None
    """Codes of the recommending States."""
    old_position: Position | None
    """What the draft says."""
    symbol: str
    """Of the report that took the draft's place."""
    id: str | None
    """Id of today; null where the report has no such recommendation."""
    paragraph: str | None
    """Number of today."""
    changed: tuple[Literal["number", "words", "States", "position"], ...]
    """What is another than in the draft."""


class DraftsAnswer(AnswerPart):
    """What became of the drafts of a report, the latest draft first."""

    review: str
    """Id of the review."""
    requests: tuple[DraftRequest, ...]
    """Those of each draft in printed order, then those that are new; none where no draft was replaced."""


class ProgressAnswer(AnswerPart):
    """What the documents before the next review report on recommendations; never whether they are implemented."""

    review: str
    """Id of the review in which the recommendations were made."""
    state: str
    """ISO 3166 alpha-3 code."""
    session: int
    """Its Working Group session."""
    sessions: tuple[int, ...]
    """That of the next review; several where the calendar leaves it open."""
    documents: tuple[ReportingDocument, ...]
    """Those before the next review that are indexed."""
    missing: tuple[str, ...]
    """The kinds of document of which none is indexed."""
    superseded: str
    """That the State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    total: int
    """Links in the whole answer."""
    links: tuple[ProgressLink, ...]
    """Those of this page: by recommendation, the most direct first."""
    recommendations: tuple[Recommendation, ...]
    """The recommendations that they are on."""
    invented: bool
    """True for a sample."""
    next_cursor: str | None
    """For the next page; null on the last."""


class ReportedParagraph(AnswerPart):
    """A paragraph of a document before a review."""

    kind: Literal["report"]
    """Tells it from a recommendation."""
    id: str
    """Permanent: symbol of the document with dots, and paragraph."""
    document_kind: str
    """`national report`, `compilation` or `summary`."""
    reporter: str
    """Whose words it brings: `State`, `United Nations` or `Stakeholders`."""
    symbol: str
    """Symbol of the document."""
    paragraph: str
    """Paragraph of the document."""
    page: int
    """Page of the file, from 1."""
    date: str | None
    """When the document was published, ISO 8601."""
    headings: tuple[str, ...]
    """Those above the paragraph, the widest first."""
    contributors: tuple[Contributor, ...]
    """The stakeholders that it names."""
    printed: tuple[str, ...]
    """The words with which the document names recommendations in it, on it or above it."""
    text: str
    """As printed; each sub-paragraph on a line of its own."""
    language: str
    """ISO 639-1 code of the language of the text."""
    state: str
    """Code of the State that it reports on."""
    review: str
    """Id of the review before which it was written."""
    reported_on: str | None
    """Id of the review whose recommendations it reports on; null while none is indexed."""
    before: str | None
    """Id of the paragraph before it."""
    after: str | None
    """Id of the paragraph after it."""
    links: tuple[ProgressLink, ...]
    """The recommendations that the document names for it, then those on which it likely reports."""
    invented: bool
    """True for a sample."""


AnyRecord = Annotated[
    RecommendationAnswer | CommitmentAnswer | Observation | ReportedParagraph, Field(discriminator="kind")
]


class RecordsAnswer(AnswerPart):
    """The record of an id, or all that stand in one paragraph."""

    records: tuple[AnyRecord, ...]
    """As printed; a paragraph may hold several requests."""


class FoundReport(AnswerPart):
    """A paragraph that was found, of a document before a review."""

    rank: int
    """From 1 over the whole answer."""
    group: Group
    """Whether it is on your State."""
    relevance: float
    """0 to 1; comparable within one answer."""
    strength: Strength
    """How surely it is on the issue."""
    kind: Literal["report"]
    """Tells it from a recommendation."""
    id: str
    """Permanent: symbol of the document with dots, and paragraph."""
    state: str
    """Code of the State that it reports on."""
    document_kind: str
    """`national report`, `compilation` or `summary`."""
    reporter: str
    """Whose words it brings: `State`, `United Nations` or `Stakeholders`."""
    symbol: str
    """Symbol of the document."""
    paragraph: str
    """Paragraph of the document."""
    page: int
    """Page of the file, from 1."""
    session: int
    """Working Group session of the review that the document was written for."""
    date: str | None
    """When the document was published, ISO 8601."""
    headings: tuple[str, ...]
    """Those above the paragraph, the widest first."""
    contributors: tuple[Contributor, ...]
    """The stakeholders that it names."""
    sentence: str
    """The sentence that matters most."""
    text: str
    """As printed; each sub-paragraph on a line of its own."""
    language: str
    """ISO 639-1 code of the language of the text."""


class ReportsAnswer(AnswerPart):
    """What was reported on an issue."""

    own_state: str | None
    """Code of your State."""
    own_total: int
    """Paragraphs on your State in the whole result."""
    total: int
    """Paragraphs in the whole result."""
    hits: tuple[FoundReport, ...]
    """Those of this page: on your State first, then on others, each by relevance."""
    language: str | None
    """ISO 639-1 code of the language that the issue was read in; null where no issue was read."""
    next_cursor: str | None
    """For the next page; null on the last."""


class AnswerDue(AnswerPart):
    """A session of the Human Rights Council no later than which a State answers."""

    council_session: int
    """Its number."""
    first_day: str | None
    """Its first day, or the first of the months that are named; ISO 8601."""
    last_day: str | None
    """Its last day, or the last of these months."""
    is_month: bool
    """Whether only months are named."""


class Document(AnswerPart):
    """A document of a review."""

    symbol: str
    """Its symbol; the name of the source for a list or table."""
    kind: str
    """What it is."""
    date: str | None
    """ISO 8601."""
    draft: Draft | None
    """Set where it is the draft of a report."""


class Review(AnswerPart):
    """One review of a State."""

    review: str
    """Its id ("SVN-20")."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    held_on: str | None
    """The day, where its report gives it."""
    troika: tuple[str, ...]
    """Codes of the States that were its rapporteurs; none where the report is not indexed or does not say it."""
    head_of_delegation: str | None
    """Who headed the State's delegation, as the report prints it."""
    delegations: int | None
    """How many delegations spoke."""
    answer_due: AnswerDue | None
    """Until when the State was to answer, as the report says."""
    stated_in: dict[str, Source]
    """Where each of these stands: by `troika`, `head of delegation`, `delegations`, `answer due`."""
    documents: tuple[Document, ...]
    """All that say something on it, the earliest first."""
    recommendations: int
    """How many recommendations it has."""
    positions: dict[Position, int]
    """How many have each position; those that do not occur are left out."""
    discrepancies: tuple[Discrepancy, ...]
    """What documents count and was not read of it."""
    commitments: tuple[Commitment, ...]
    """The State's voluntary commitments."""


class Issue(AnswerPart):
    """An issue of the recommendations to a State."""

    label: str
    """UPR Info's label."""
    recommendations: int
    """How many have it."""
    specific: int
    """How many of them ask for a specific action."""
    positions: dict[Position, int]
    """How many have each position; those that do not occur are left out."""


class AskedAgain(AnswerPart):
    """How the last review follows up the one before."""

    session: int
    """Session of the last review."""
    before: int
    """Session of the review before."""
    links: dict[ThreadType, tuple[str, ...]]
    """Ids of its recommendations by the type of each one's closest link; `none` for those without."""


class NextReview(AnswerPart):
    """The coming review, estimated from the calendar."""

    sessions: tuple[int, ...]
    """The sessions that it may come in."""
    since: tuple[tuple[int, ...], ...]
    """Those of each review between it and the last one indexed."""
    estimated: Literal[True]
    """It is never more than an estimate."""


class CoveredReview(AnswerPart):
    """One review that took place, or by the order of the cycle should have, and what is indexed of it."""

    session: int
    """Working Group session."""
    cycle: int
    """Its cycle."""
    month: str
    """In which it was, ISO 8601 ("2025-01")."""
    held_on: str | None
    """The day, where its report gives it."""
    basis: ReviewBasis
    """`listed` among those of its session; `documented` by what is indexed; `expected` by the order of the cycle, or
    because the Council moved it there: no source says that it took place."""
    recommendations: int
    """How many are indexed; with 0, nothing can be said to be missing in that review."""
    extent: Extent
    """`in full`: its report is indexed; `from tables`: lists or tables alone; `none`."""
    troika: tuple[str, ...]
    """Codes of the States that were its rapporteurs; none where the report is not indexed or does not say it."""
    head_of_delegation: str | None
    """Who headed the State's delegation, as the report prints it."""
    delegations: int | None
    """How many delegations spoke."""
    answer_due: AnswerDue | None
    """Until when the State was to answer, as the report says."""
    stated_in: dict[str, Source]
    """Where each of these stands: by `troika`, `head of delegation`, `delegations`, `answer due`."""
    documents: tuple[Document, ...]
    """All that is indexed of it."""


class Coverage(AnswerPart):
    """What every zero, “again” and “next” rests on."""

    reviews: tuple[CoveredReview, ...]
    """The earliest first, to today."""
    missing: str
    """Sentences on what is not indexed; "" where nothing is known to be missing."""
    superseded: str
    """That the State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    fetch: str
    """The command that fetches what is missing; "" where nothing is."""
    published_at: str
    """Where the United Nations publishes the documents of all its reviews; "" for an invented State."""


class StateAnswer(AnswerPart):
    """What the index holds on a State."""

    code: str
    """ISO 3166 alpha-3 code."""
    name: str
    """Its name."""
    reviews: tuple[Review, ...]
    """Its reviews, the earliest first."""
    observations: tuple[ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    issues: tuple[Issue, ...]
    """What its recommendations are about, the most frequent first."""
    asked_again: AskedAgain | None
    """Null where there are no two reviews."""
    next_review: NextReview | None
    """Null where nothing says when it comes."""
    coverage: Coverage
    """Which reviews took place, and what is indexed of each."""


class IndexedState(AnswerPart):
    """What is indexed on one State, and what is not."""

    code: str
    """ISO 3166 alpha-3 code."""
    name: str
    """Its name."""
    reviews: tuple[IndexedReview, ...]
    """Its reviews of which something is indexed, the earliest first."""
    treaty_bodies: tuple[ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    missing: str
    """One sentence on its reviews that are not indexed; empty where none is known to be missing."""
    published_at: str
    """Where the Office of the High Commissioner publishes the documents of its reviews."""
    coverage: Coverage
    """Which of its reviews took place, and what is indexed of each."""


class InfoAnswer(AnswerPart):
    """What the index holds: nothing else was searched."""

    built: str
    """When the index was built, ISO 8601, UTC."""
    invented: bool
    """True where any of its States is a sample's."""
    documents: int
    """Documents indexed."""
    recommendations: int
    """Recommendations in them."""
    observations: int
    """Paragraphs of treaty bodies in them."""
    sessions: tuple[int, ...]
    """Working Group sessions of the reviews of which something is indexed."""
    total: int
    """States in the whole list."""
    states: tuple[IndexedState, ...]
    """Those of this page, by name."""
    next_cursor: str | None
    """For the next page; null on the last."""
