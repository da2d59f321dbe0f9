"""What is said of recommendations, of voluntary commitments, and of both together.

Each kind has sentences of its own: in most languages their words agree with the noun.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.messages.message import Message
from search import Answer, not_in_reviews
from web.site.language import Counted, gettext, translated
from web.words.quotations import among_our_words


@dataclass(frozen=True, slots=True)
class KindWords:
    """The sentences of one kind; `%(state)s` stands for the name of a State."""

    counted: Counted
    titles: tuple[Message, ...]
    """Of files of what was found."""
    of_state: Counted


RECOMMENDATIONS = KindWords(
    counted=Counted("%(count)s recommendation", "%(count)s recommendations"),
    titles=(Message("Recommendations"),),
    of_state=Counted("%(count)s recommendation to %(state)s", "%(count)s recommendations to %(state)s"),
)

COMMITMENTS = KindWords(
    counted=Counted("%(count)s voluntary commitment", "%(count)s voluntary commitments"),
    titles=(Message("Voluntary commitments"),),
    of_state=Counted("%(count)s voluntary commitment of %(state)s", "%(count)s voluntary commitments of %(state)s"),
)

BOTH = KindWords(
    counted=Counted("%(count)s record", "%(count)s records"),
    titles=(*RECOMMENDATIONS.titles, *COMMITMENTS.titles),
    of_state=Counted("%(count)s record of %(state)s", "%(count)s records of %(state)s"),
)

PERHAPS = Counted("%(count)s perhaps", "%(count)s perhaps")
"""How many are perhaps on the issue."""
KINDS: dict[str, KindWords] = {"recommendation": RECOMMENDATIONS, "commitment": COMMITMENTS}
"""What can be searched."""


def words_of_kinds(kinds: Collection[str]) -> KindWords:
    """What is said of the kinds that were asked for."""
    return KINDS.get(next(iter(kinds)), BOTH) if len(kinds) == 1 else BOTH


@dataclass(frozen=True, slots=True)
class FoundCounts:
    """How many entries of one group were found, by how sure they are."""

    sure: int
    """Those that are on the issue, or probably; all, where nothing is known of how sure they are."""
    perhaps: int

    @property
    def total(self) -> int:
        """All that were found."""
        return self.sure + self.perhaps


def own_counts(answer: Answer) -> FoundCounts:
    """Those of the user's own State."""
    perhaps = answer.own_strengths.get("possible", 0)
    return FoundCounts(answer.own_total - perhaps, perhaps)


def other_counts(answer: Answer) -> FoundCounts:
    """Those of other States; of all, where no State is the user's own."""
    perhaps = answer.strengths.get("possible", 0) - answer.own_strengths.get("possible", 0)
    return FoundCounts(answer.total - answer.own_total - perhaps, perhaps)


def issue_heading(words: KindWords, answer: Answer, own_state: str) -> str:
    """What was found on an issue: of the user's own State (by name), or of all where none is named ("").

    What is only perhaps on the issue is counted apart: too much of it is not.
    """
    if not answer.total and not answer.lists_rest:
        return gettext("Nothing found")
    if not own_state:
        return _and_perhaps(other_counts(answer), words.counted)
    if answer.lists_rest:
        return words.of_state(answer.own_total + answer.own_rest, state=own_state)
    if answer.own_total:
        return _and_perhaps(own_counts(answer), lambda count: words.of_state(count, state=own_state))
    elsewhere = gettext(": ").join((gettext("Other States"), _and_perhaps(other_counts(answer), words.counted)))
    return f"{translated(not_in_reviews(answer.kinds, own_state))} · {elsewhere}"


def _and_perhaps(counts: FoundCounts, sure_in_words: Callable[[int], str]) -> str:
    if not counts.perhaps:
        return sure_in_words(counts.sure)
    found = sure_in_words(counts.sure) if counts.sure else gettext("No clear match")
    return gettext("; ").join((found, PERHAPS(counts.perhaps)))


def query_heading(words: KindWords, answer: Answer, query: str) -> str:
    """What was found with the words of a query."""
    found = words.counted(answer.total) if answer.total else gettext("Nothing found")
    return gettext(": ").join((found, gettext("“%(words)s”", words=among_our_words(query))))
