"""What is said of recommendations, of voluntary commitments, and of both together.

Each kind has sentences of its own: in most languages their words agree with the noun.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from search import Answer
from web.site.language import Counted, gettext, in_words, lazy_gettext, ngettext
from web.words.quotations import among_our_words


@dataclass(frozen=True, slots=True)
class KindWords:
    """The sentences of one kind; `%(state)s` stands for the name of a State."""

    name: str
    choice: str
    """Where one chooses what to search in."""
    counted: Counted
    file_title: str
    found: Counted
    none_on_issue: str
    none_anywhere: str
    matching: Counted
    """`%(query)s` stands for the words that were looked for."""
    none_matching: str
    of_all: Counted
    """`%(range)s` stands for the numbers of the first and the last one that are shown."""
    of_state: Counted
    all_of_state: Counted
    none_of_state: str
    of_others: Counted
    perhaps_of_others: Counted
    none_of_others: str
    state_heading: str
    others_heading: str
    all_heading: str


RECOMMENDATIONS = KindWords(
    name=lazy_gettext("recommendation"),
    choice=lazy_gettext("Recommendations"),
    counted=Counted("%(count)s recommendation", "%(count)s recommendations"),
    file_title=lazy_gettext("Recommendations of the Universal Periodic Review"),
    found=Counted("%(count)s recommendation found", "%(count)s recommendations found"),
    none_on_issue=lazy_gettext("No recommendation found on your issue"),
    none_anywhere=lazy_gettext("No recommendation to %(state)s or to other States found on your issue"),
    matching=Counted("%(count)s recommendation matches “%(query)s”", "%(count)s recommendations match “%(query)s”"),
    none_matching=lazy_gettext("No recommendation matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s recommendation", "%(range)s of %(count)s recommendations"),
    of_state=Counted("%(count)s recommendation to %(state)s", "%(count)s recommendations to %(state)s"),
    all_of_state=Counted(
        "The one recommendation to %(state)s",
        "All %(count)s recommendations to %(state)s, nearest to your issue first",
    ),
    none_of_state=lazy_gettext("No recommendation to %(state)s found"),
    of_others=Counted("%(count)s to other States", "%(count)s to other States"),
    perhaps_of_others=Counted("%(count)s to other States perhaps", "%(count)s to other States perhaps"),
    none_of_others=lazy_gettext("No recommendation on this to other States found."),
    state_heading=lazy_gettext("To %(state)s"),
    others_heading=lazy_gettext("To other States"),
    all_heading=lazy_gettext("To all States"),
)

COMMITMENTS = KindWords(
    name=lazy_gettext("voluntary commitment"),
    choice=lazy_gettext("Voluntary commitments"),
    counted=Counted("%(count)s voluntary commitment", "%(count)s voluntary commitments"),
    file_title=lazy_gettext("Voluntary commitments in the Universal Periodic Review"),
    found=Counted("%(count)s voluntary commitment found", "%(count)s voluntary commitments found"),
    none_on_issue=lazy_gettext("No voluntary commitment found on your issue"),
    none_anywhere=lazy_gettext("No voluntary commitment of %(state)s or of other States found on your issue"),
    matching=Counted(
        "%(count)s voluntary commitment matches “%(query)s”", "%(count)s voluntary commitments match “%(query)s”"
    ),
    none_matching=lazy_gettext("No voluntary commitment matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s voluntary commitment", "%(range)s of %(count)s voluntary commitments"),
    of_state=Counted("%(count)s voluntary commitment of %(state)s", "%(count)s voluntary commitments of %(state)s"),
    all_of_state=Counted(
        "The one voluntary commitment of %(state)s",
        "All %(count)s voluntary commitments of %(state)s, nearest to your issue first",
    ),
    none_of_state=lazy_gettext("No voluntary commitment of %(state)s found"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    perhaps_of_others=Counted("%(count)s of other States perhaps", "%(count)s of other States perhaps"),
    none_of_others=lazy_gettext("No voluntary commitment on this of other States found."),
    state_heading=lazy_gettext("Of %(state)s"),
    others_heading=lazy_gettext("Of other States"),
    all_heading=lazy_gettext("Of all States"),
)

BOTH = KindWords(
    name=lazy_gettext("record"),
    choice=lazy_gettext("Records"),
    counted=Counted("%(count)s record", "%(count)s records"),
    file_title=lazy_gettext("Records of the Universal Periodic Review"),
    found=Counted("%(count)s record found", "%(count)s records found"),
    none_on_issue=lazy_gettext("No record found on your issue"),
    none_anywhere=lazy_gettext("No record of %(state)s or of other States found on your issue"),
    matching=Counted("%(count)s record matches “%(query)s”", "%(count)s records match “%(query)s”"),
    none_matching=lazy_gettext("No record matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s record", "%(range)s of %(count)s records"),
    of_state=Counted("%(count)s record of %(state)s", "%(count)s records of %(state)s"),
    all_of_state=Counted(
        "The one record of %(state)s",
        "All %(count)s records of %(state)s, nearest to your issue first",
    ),
    none_of_state=lazy_gettext("No record of %(state)s found"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    perhaps_of_others=Counted("%(count)s of other States perhaps", "%(count)s of other States perhaps"),
    none_of_others=lazy_gettext("No record on this of other States found."),
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
        return in_words(words.none_anywhere, state=own_state) if own_state else str(words.none_on_issue)
    if not own_state:
        return _and_perhaps(other_counts(answer), words.found)
    if answer.lists_rest:
        return words.all_of_state(answer.own_total + answer.own_rest, state=own_state)
    if answer.own_total:
        return _and_perhaps(own_counts(answer), lambda count: words.of_state(count, state=own_state))
    others = other_counts(answer)
    elsewhere = _and_perhaps(others, words.of_others) if others.sure else words.perhaps_of_others(others.perhaps)
    return gettext("; ").join((in_words(words.none_of_state, state=own_state), elsewhere))


def _and_perhaps(counts: FoundCounts, sure_in_words: Callable[[int], str]) -> str:
    if not counts.perhaps:
        return sure_in_words(counts.sure)
    if not counts.sure:
        return ngettext("No clear match; %(count)s perhaps", "No clear match; %(count)s perhaps", counts.perhaps)
    found = sure_in_words(counts.sure)
    return ngettext("%(found)s; %(count)s perhaps", "%(found)s; %(count)s perhaps", counts.perhaps, found=found)


def query_heading(words: KindWords, answer: Answer, query: str) -> str:
    """What was found with the words of a query."""
    query = among_our_words(query)
    return words.matching(answer.total, query=query) if answer.total else in_words(words.none_matching, query=query)
