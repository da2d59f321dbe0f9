"""What became of the asks of a submission in a review: frozen values that pages, files and commands show as they are.

Nothing here says that a State recommended something because it was asked to: likeness is no proof of influence.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from models.records.enums import Position
from models.records.records import Recommendation
from search.datamodel.coverage import Extent
from search.datamodel.progress import ReportedText

MOST_ASKS = 60
MOST_ASK_CHARACTERS = 2_000

Grade = Literal["same", "part", "touches"]
"""How far a recommendation goes with an ask."""
GRADES: Sequence[Grade] = ("same", "part", "touches")
"""The furthest first."""
TAKEN_UP: frozenset[Grade] = frozenset({"same", "part"})
"""What goes with an ask, in full or in part."""

Counted = frozenset[tuple[int, str]]
"""Pairs of the number of an ask and the id of a recommendation."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a submission asks for, in its own words."""

    number: int
    """In the list, from 1."""
    text: str
    heading: str = ""
    """That of the submission above it, "" for none."""


@dataclass(frozen=True, slots=True)
class Why:
    """What an ask and a recommendation have in common, as the recommendation prints it."""

    demand: tuple[str, ...]
    """Words of what is asked for; none where they are alike by meaning alone."""
    groups: tuple[str, ...]
    """Of persons."""
    instruments: tuple[str, ...]
    """Treaties, by their short names."""
    weaker: bool = False
    """Whether the recommendation only wants it considered, where the ask wants it done."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A recommendation as it stands to one ask."""

    record: Recommendation
    grade: Grade
    relevance: float
    """The probability that it says the same, 0 to 1, as read from what people judged."""
    why: Why


@dataclass(frozen=True, slots=True)
class OfReview:
    """What one review holds on an ask."""

    session: int
    found: tuple[TakenUp, ...]
    """By grade, then the likeliest first."""

    def of_grade(self, *grades: Grade) -> tuple[TakenUp, ...]:
        """Those of some grades."""
        return tuple(each for each in self.found if each.grade in grades)


@dataclass(frozen=True, slots=True)
class AskUptake:
    """One ask, and what the review says on it."""

    ask: Ask
    language: str
    """In which it was read."""
    now: OfReview
    earlier: tuple[OfReview, ...] = ()
    """The same of the State's earlier reviews that are indexed, the earliest first."""
    counted: tuple[TakenUp, ...] = ()
    """What is counted as taking it up: what says the same, or what the user chose of all that is shown."""

    @property
    def is_in_part_at_most(self) -> bool:
        """Whether nothing counts, and something goes part of the way."""
        return not self.counted and bool(self.now.of_grade(*TAKEN_UP))

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that took it up, each once."""
        return tuple(dict.fromkeys(sponsor.state for each in self.counted for sponsor in each.record.sponsors))


@dataclass(frozen=True, slots=True)
class Uptake:
    """A submission beside one review."""

    state: str
    """Under review, by code."""
    session: int
    extent: Extent
    """How much of its recommendations is indexed: that nobody took an ask up is said only of one in full."""
    rated: bool
    """Whether grades are known in the vector space of the index; else there is an order and no more."""
    asks: tuple[AskUptake, ...]
    not_asked: tuple[Recommendation, ...] = ()
    """Of the review, on the same issues as what takes asks up, and on none of the asks, in the order of the report."""
    cited: tuple[ReportedText, ...] = ()
    """Paragraphs of OHCHR's summary that name the submission."""
    summary: str | None = None
    """Symbol of that summary; None where it is not indexed."""

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """What is counted of any ask, each once, in the order of the asks."""
        records = {each.record.id: each.record for of_ask in self.asks for each in of_ask.counted}
        return tuple(records.values())

    @property
    def came_back(self) -> int:
        """How many asks were taken up."""
        return sum(bool(of_ask.counted) for of_ask in self.asks)

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that made these recommendations, each once."""
        return tuple(dict.fromkeys(sponsor.state for record in self.recommendations for sponsor in record.sponsors))

    @property
    def positions(self) -> Mapping[Position, int]:
        """How many of these recommendations have each position that occurs, in the order of positions."""
        counts = Counter(record.position for record in self.recommendations)
        return {position: counts[position] for position in Position if counts[position]}

    def asks_of(self, state: str) -> tuple[int, ...]:
        """Numbers of the asks that a State, by its code, took up."""
        return tuple(of_ask.ask.number for of_ask in self.asks if state in of_ask.states)


@dataclass(frozen=True, slots=True)
class Wording:
    """What can be said of the words of an ask before it is sent; of one in English alone."""

    parts: tuple[str, ...]
    """The things that it asks for; one where it is one thing."""
    is_of_someone: bool
    """Whether it names whom it is for, or who has to act."""
    is_measurable: bool
    """Whether it names an act that can be seen to be done, an instrument, a number or a date."""


@dataclass(frozen=True, slots=True)
class AskBefore:
    """One ask before a review: what the State was told on it until now, and what others were."""

    ask: Ask
    language: str
    reviews: tuple[OfReview, ...]
    """All reviews of the State that are indexed, the latest first."""
    wording: Wording | None
    """None of an ask in another language than English."""
    supported_elsewhere: tuple[Recommendation, ...]
    """The nearest to other States that these supported."""

    @property
    def asked_before(self) -> tuple[TakenUp, ...]:
        """What goes with it in any review, in full before in part."""
        found = [each for review in self.reviews for each in review.of_grade(*TAKEN_UP)]
        return tuple(sorted(found, key=lambda each: GRADES.index(each.grade)))

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that asked for the same before, the latest first: they may ask again."""
        same = (each for review in self.reviews for each in review.of_grade("same"))
        return tuple(dict.fromkeys(sponsor.state for each in same for sponsor in each.record.sponsors))


@dataclass(frozen=True, slots=True)
class BeforeReview:
    """A submission before the next review of a State."""

    state: str
    rated: bool
    asks: tuple[AskBefore, ...]


@dataclass(frozen=True, slots=True)
class UptakeQuestion:
    """A submission to be seen beside a review."""

    review: str
    """Its id, as "SVN-34"; of a question before a review, the code of the State."""
    asks: tuple[Ask, ...]
    written_in: str | None = None
    """Code of the language of the asks; None: it is detected for each."""
    counted: Counted | None = None
    """What the user counts of what is shown; None: what says the same."""
    cited_as: tuple[str, ...] = field(default=())
    """Codes ("JS3") or names under which OHCHR's summary cites the submission."""
