"""What is said of recommendations, of voluntary commitments, and of both together.

Each kind has sentences of its own: in most languages their words agree with the noun.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from search import Answer, not_in_reviews
from web.site.language import Counted, gettext, lazy_gettext, ngettext, translated
from web.words.quotations import among_our_words


@dataclass(frozen=True, slots=True)
class KindWords:
    """The sentences of one kind; `%(state)s` stands for the name of a State."""

    name: str
    counted: Counted
    titles: tuple[str, ...]
    """Of files of what was found."""
    of_state: Counted
    of_others: Counted
    perhaps_of_others: Counted
    state_heading: str
    others_heading: str
    all_heading: str


RECOMMENDATIONS = KindWords(
    name=lazy_gettext("recommendation"),
    counted=Counted("%(count)s recommendation", "%(count)s recommendations"),
    titles=(lazy_gettext("Recommendations"),),
    of_state=Counted("%(count)s recommendation to %(state)s", "%(count)s recommendations to %(state)s"),
    of_others=Counted("%(count)s to other States", "%(count)s to other States"),
    perhaps_of_others=Counted("%(count)s to other States perhaps", "%(count)s to other States perhaps"),
    state_heading=lazy_gettext("To %(state)s"),
    others_heading=lazy_gettext("To other States"),
    all_heading=lazy_gettext("To all States"),
)

COMMITMENTS = KindWords(
    name=lazy_gettext("voluntary commitment"),
    counted=Counted("%(count)s voluntary commitment", "%(count)s voluntary commitments"),
    titles=(lazy_gettext("Voluntary commitments"),),
    of_state=Counted("%(count)s voluntary commitment of %(state)s", "%(count)s voluntary commitments of %(state)s"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    perhaps_of_others=Counted("%(count)s of other States perhaps", "%(count)s of other States perhaps"),
    state_heading=lazy_gettext("On %(state)s"),
    others_heading=lazy_gettext("On other States"),
    all_heading=lazy_gettext("On all States"),
)

BOTH = KindWords(
    name=lazy_gettext("record"),
    counted=Counted("%(count)s record", "%(count)s records"),
    titles=(*RECOMMENDATIONS.titles, *COMMITMENTS.titles),
    of_state=Counted("%(count)s record of %(state)s", "%(count)s records of %(state)s"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    perhaps_of_others=Counted("%(count)s of other States perhaps", "%(count)s of other States perhaps"),
    state_heading=lazy_gettext("On %(state)s"),
    others_heading=lazy_gettext("On other States"),
    all_heading=lazy_gettext("On all States"),
)

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


def issue_heading(words: KindWords, answer: Answer, own_state: str, filtered: bool = False) -> str:
    """What was found on an issue: of the user's own State (by name), or of all where none is named ("").

    What is only perhaps on the issue is counted apart: too much of it is not.
    """
    found = _found(words, answer, own_state)
    return gettext("%(found)s, with the filters chosen", found=found) if filtered else found


def _found(words: KindWords, answer: Answer, own_state: str) -> str:
    if not answer.total and not answer.lists_rest:
        return gettext("Nothing found")
    if not own_state:
        return _and_perhaps(other_counts(answer), words.counted)
    if answer.lists_rest:
        found = words.of_state(answer.own_total + answer.own_rest, state=own_state)
        return gettext("%(found)s, nearest to your issue first", found=found)
    if answer.own_total:
        return _and_perhaps(own_counts(answer), lambda count: words.of_state(count, state=own_state))
    others = other_counts(answer)
    elsewhere = _and_perhaps(others, words.of_others) if others.sure else words.perhaps_of_others(others.perhaps)
    return gettext("; ").join((translated(not_in_reviews(answer.kinds, own_state)), elsewhere))


def _and_perhaps(counts: FoundCounts, sure_in_words: Callable[[int], str]) -> str:
    if not counts.perhaps:
        return sure_in_words(counts.sure)
    if not counts.sure:
        return ngettext("No clear match; %(count)s perhaps", "No clear match; %(count)s perhaps", counts.perhaps)
    found = sure_in_words(counts.sure)
    return ngettext("%(found)s; %(count)s perhaps", "%(found)s; %(count)s perhaps", counts.perhaps, found=found)


def query_heading(words: KindWords, answer: Answer, query: str) -> str:
    """What was found with the words of a query."""
    found = words.counted(answer.total) if answer.total else gettext("Nothing found")
    return gettext(": ").join((found, gettext("“%(words)s”", words=among_our_words(query))))
