"""The asks of a submission beside recommendations: frozen values that pages, files and commands show as they are.

Nothing here says that a recommendation takes an ask up: the program puts the nearest texts beside each ask, and what
its reader ticks is the reader's own word.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.records.enums import Position
from models.records.records import Recommendation
from search.datamodel.coverage import Extent
from search.datamodel.progress import ReportedText

MOST_ASKS = 60
MOST_ASK_CHARACTERS = 2_000

NumberedRecord = tuple[int, str]
"""The number of an ask and the id of a recommendation."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a submission asks for, in its own words."""

    number: int
    """In the list, from 1."""
    text: str
    heading: str = ""
    """That of the submission above it, "" for none."""
    asks: bool = True
    """Whether it looks like an ask, and not like narrative that may hold one."""


@dataclass(frozen=True, slots=True)
class AskUptake:
    """One ask, and what is nearest to it of what was recommended."""

    ask: Ask
    language: str
    """In which it was read."""
    to_read: int
    """How many recommendations were found that may belong to it."""
    nearest: tuple[Recommendation, ...]
    """The nearest first, whatever belongs to it: as many as were asked for, and all that are ticked."""
    ticked: tuple[Recommendation, ...] = ()
    """Those that the user ticked, in the same order."""

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that made what is ticked, each once."""
        return tuple(dict.fromkeys(sponsor.state for record in self.ticked for sponsor in record.sponsors))


@dataclass(frozen=True, slots=True)
class Uptake:
    """A submission beside one review, or beside all reviews of a State that are indexed."""

    state: str
    """Under review, by code."""
    session: int | None
    """Of the review; None for all that the State was told until now."""
    compared: int
    """Recommendations that each ask was compared with."""
    extent: Extent
    """How much of the review is indexed."""
    asks: tuple[AskUptake, ...]
    cited: tuple[ReportedText, ...] = ()
    """Paragraphs of OHCHR's summary that name the submission."""
    summary: str | None = None
    """Symbol of that summary; None where it is not indexed."""

    @property
    def ticked(self) -> tuple[Recommendation, ...]:
        """What is ticked beside any ask, each once, in the order of the asks."""
        records = {record.id: record for of_ask in self.asks for record in of_ask.ticked}
        return tuple(records.values())

    @property
    def asks_ticked(self) -> int:
        """Beside how many asks something is ticked."""
        return sum(bool(of_ask.ticked) for of_ask in self.asks)

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the States that made what is ticked, each once."""
        return tuple(dict.fromkeys(sponsor.state for record in self.ticked for sponsor in record.sponsors))

    @property
    def positions(self) -> Mapping[Position, int]:
        """How many of what is ticked have each position that occurs, in the order of positions."""
        counts = Counter(record.position for record in self.ticked)
        return {position: counts[position] for position in Position if counts[position]}

    def asks_of(self, state: str) -> tuple[int, ...]:
        """Numbers of the asks beside which something by a State, by its code, is ticked."""
        return tuple(of_ask.ask.number for of_ask in self.asks if state in of_ask.states)


@dataclass(frozen=True, slots=True)
class UptakeQuestion:
    """A submission to be seen beside a review, or, before the next one, beside all that a State was told."""

    asks: tuple[Ask, ...]
    review: str = ""
    """Its id, as "SVN-34"."""
    state: str = ""
    """Code or name; counts where there is no review."""
    written_in: str | None = None
    """Code of the language of the asks; None: it is detected for each."""
    ticked: frozenset[NumberedRecord] = frozenset()
    """What the user ticked."""
    more: frozenset[int] = frozenset()
    """Numbers of the asks of which more than the nearest are wanted."""
    cited_as: tuple[str, ...] = ()
    """Codes ("JS3") or names under which OHCHR's summary cites the submission."""
