"""What search answers: frozen values that pages, JSON and commands show as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.records.documents import Draft
from models.records.enums import Position
from models.records.records import Commitment, Discrepancy, Place, Recommendation, Wording
from models.records.review_facts import ReviewFacts
from models.reviews.states import State
from search.datamodel.observations import ObservationAnswer
from search.datamodel.question import Group
from search.datamodel.strengths import Strength

Record = Recommendation | Commitment
"""What `match` and `find` answer with."""


@dataclass(frozen=True, slots=True)
class ReferredComment:
    """What the State says on other recommendations that one of its comments refers to."""

    records: tuple[Recommendation, ...]
    """Those recommendations, all of which have this comment from this place."""
    comment: str
    """The State's words."""
    place: Place | None
    """Where they stand."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Their paragraphs in the Working Group report, each once."""
        return tuple(dict.fromkeys(record.place.paragraph or "" for record in self.records))


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found, and why."""

    record: Record
    rank: int
    """From 1 over the groups that are listed: own State first, then others."""
    group: Group
    """Whether it is of the own State."""
    relevance: float
    """0 to 1; comparable within one answer."""
    strength: Strength
    """How surely it is on the issue; `exact` where it holds the words asked for."""
    words_in_common: tuple[str, ...]
    """Words of the query that the request holds, as the record prints them, in one of its languages."""
    highlights: tuple[tuple[int, int], ...]
    """Start and end of the words to mark in the `quoted` of the record's own request, or the `text` of a commitment, in
    Unicode characters: ascending, not overlapping."""
    invented: bool
    """True for a record of the sample corpus."""
    by_meaning: bool = False
    """Whether it was found by meaning alone, without a word in common."""
    labels_in_common: tuple[str, ...] = ()
    """Issues and themes that it shares with the question, where the question has any."""
    wording: Wording | None = None
    """The further wording that holds words of the query, or is in its language, where the record's main one holds
    none."""
    referred: tuple[ReferredComment, ...] = ()
    """What the State says where its comment refers on ("See recommendation 105")."""
    others: tuple["Hit", ...] = ()
    """The rest of its line, by relevance: near-identical requests of the same review with the same position, or the
    other requests of its paragraph that were found."""

    @property
    def members(self) -> tuple["Hit", ...]:
        """All that stand in its line, itself first; none where it stands alone."""
        return (self, *self.others) if self.others else ()

    @property
    def requests(self) -> tuple["Hit", ...]:
        """The requests of one paragraph that stand in its line, as printed; none where its line is no such card."""
        paragraphs = {(hit.record.place.symbol, hit.record.place.paragraph) for hit in self.members}
        if len(paragraphs) != 1 or self.record.place.paragraph is None:
            return ()
        return tuple(sorted(self.members, key=_printed_order))

    @property
    def recommending_states(self) -> tuple[str, ...]:
        """Codes of the States that made the recommendations of its line, each once."""
        records = [hit.record for hit in (self, *self.others)]
        recommendations = (record for record in records if isinstance(record, Recommendation))
        return tuple(dict.fromkeys(sponsor.state for record in recommendations for sponsor in record.sponsors))


def _printed_order(hit: Hit) -> int:
    return hit.record.clause if isinstance(hit.record, Recommendation) else hit.record.order


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a filter field and how many entries of the answer have it."""

    value: str
    """What the filter takes."""
    label: str
    """What pages show for it."""
    count: int
    """How many entries of the result have it."""
    coded: Mapping[str, int] = field(default_factory=dict)
    """Of a position: how many of these each list or table codes so, by its name."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter field with its values, most frequent first; counts always equal the filtered result."""

    field: str
    """A field name of `Filters`."""
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """One review of a State and the documents indexed for it."""

    review: str
    """Its id ("SVN-20")."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    symbols: tuple[str, ...]
    """Symbols of the documents indexed; none where it is known from lists and tables alone."""
    recommendations: int
    """How many recommendations it has."""


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """One document of a review."""

    symbol: str
    """The name of the source for a table or list."""
    kind: str
    """What it is."""
    date: str | None
    """ISO 8601."""
    draft: Draft | None = None
    """Which draft of a report it is; None for all else."""


@dataclass(frozen=True, slots=True)
class StateReview:
    """One review of a State, with all that its page shows."""

    review: str
    """Its id ("SVN-20")."""
    session: int
    """Working Group session."""
    cycle: int
    """Cycle of the review."""
    documents: tuple[IndexedDocument, ...]
    """All that say something on this review, the earliest first."""
    positions: Mapping[Position, int]
    """How many recommendations have each position that occurs."""
    commitments: tuple[Commitment, ...]
    """The State's voluntary commitments."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """What documents count and its records do not meet."""
    held_on: date | None = None
    """The day of the review, where its report gives it."""
    facts: ReviewFacts = field(default_factory=ReviewFacts)
    """What its report says of how it was held."""
    has_replaced_drafts: bool = False
    """Whether its report, or a later draft, replaced a draft."""

    @property
    def recommendations(self) -> int:
        """How many recommendations there are."""
        return sum(self.positions.values())


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to `match`, `find` or `similar`."""

    total: int
    """All entries of the result, on this page or not."""
    own_total: int
    """Those of the own State among them."""
    own_rest: int
    """Entries of the own State, within the filters, that are not in the result."""
    lists_rest: bool
    """Whether these follow those found, on the pages of the result."""
    lines: int
    """Lines of the result, which its pages consist of: fewer than entries where near-identical requests are folded."""
    hits: tuple[Hit, ...]
    """The lines of the page asked for, own State's first, each group by relevance."""
    facets: tuple[Facet, ...]
    own_state: str | None = None
    """Code of the own State."""
    own_reviews: tuple[ReviewSummary, ...] = ()
    """Reviews of the own State in this index: "nothing found" must say what was searched."""
    related: tuple[Hit, ...] = ()
    """Nearest entries of the own State where none is found (and of all States where nothing is)."""
    notes: tuple[str, ...] = ()
    """Sentences for the user: a malformed query searched as words, values dropped, …"""
    kinds: tuple[str, ...] = ("recommendation",)
    """The kinds of entry that were asked for; none: all."""
    filtered: bool = False
    """Whether further filters left out some of what is indexed."""
    language: str | None = None
    """ISO code of the language that an issue was read in; None where no issue was read."""
    observed: ObservationAnswer | None = None
    """What treaty bodies say on the issue, where that was asked for too."""
    strengths: Mapping[Strength, int] = field(default_factory=dict)
    """How many entries of the result have each strength, the surest first; none where all are exact."""
    own_strengths: Mapping[Strength, int] = field(default_factory=dict)
    """How many entries of the own State have each strength."""
    did_you_mean: str | None = None
    """Keywords without their typing errors, which find something (the notes say so too); None where there were none,
    and for an issue."""


@dataclass(frozen=True, slots=True)
class StateInIndex:
    """A State that the index knows, for the choices of a form."""

    state: State
    reviews: int
    """Reviews of this State of which any document is indexed."""
    received: int
    """Recommendations made to it."""
    made: int
    """Recommendations that it made or joined."""
    observations: int = 0
    """Paragraphs in which treaty bodies speak to it."""
    searched: int = 0
    """Reviews of this State of which recommendations are indexed."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What an index holds."""

    recommendations: int
    """How many are indexed."""
    texts: int
    """Distinct texts among them."""
    documents: int
    """Documents indexed."""
    reviews: int
    """Reviews of which anything is indexed, were it a voluntary commitment alone."""
    states_under_review: int
    recommending_states: int
    sessions: tuple[int, ...]
    """Working Group sessions, ascending."""
    cycles: tuple[int, ...]
    built: str
    """Time of the build, ISO 8601, UTC."""
    encoder: str
    sample: bool
    """True where any State of the index is invented."""
    observations: int = 0
    """Paragraphs of treaty bodies, those of general comments among them."""
    labelled: Mapping[str, int] = field(default_factory=dict)
    """By field of labels ("theme"), of how many reviews any recommendation has one: what its counts rest on."""
    searched: int = 0
    """Reviews of which recommendations are indexed."""
    languages: Mapping[str, int] = field(default_factory=dict)
    """By language (ISO 639-1), how many recommendations are indexed in its words."""
    rights_index: str = ""
    """The day of the newest record of OHCHR's Index (UHRI), ISO 8601; "" where none is indexed, or it says no day."""
