"""What is said of recommendations, of voluntary commitments, and of both together.

Each kind has sentences of its own: in most languages their words agree with the noun.
"""

from collections.abc import Collection
from dataclasses import dataclass

from search import Answer
from web.site.language import Counted, gettext, lazy_gettext, side_by_side


@dataclass(frozen=True, slots=True)
class KindWords:
    """The sentences of one kind; `%(state)s` stands for the name of a State."""

    name: str
    choice: str
    """Where one chooses what to search in."""
    counted: Counted
    file_title: str
    found: Counted
    on_issue: Counted
    may_be_on_issue: Counted
    none_on_issue: str
    none_anywhere: str
    matching: Counted
    """`%(query)s` stands for the words that were looked for."""
    none_matching: str
    of_all: Counted
    """`%(range)s` stands for the numbers of the first and the last one that are shown."""
    of_state: Counted
    none_of_state: str
    of_others: Counted
    none_elsewhere: str
    none_of_others: str
    state_heading: str
    others_heading: str
    all_heading: str
    none_in_reviews: str
    none_in_reviews_with_filters: str


RECOMMENDATIONS = KindWords(
    name=lazy_gettext("recommendation"),
    choice=lazy_gettext("Recommendations"),
    counted=Counted("%(count)s recommendation", "%(count)s recommendations"),
    file_title=lazy_gettext("Recommendations of the Universal Periodic Review"),
    found=Counted("%(count)s recommendation found", "%(count)s recommendations found"),
    on_issue=Counted("%(count)s recommendation on your issue", "%(count)s recommendations on your issue"),
    may_be_on_issue=Counted(
        "%(count)s recommendation that may be on your issue", "%(count)s recommendations that may be on your issue"
    ),
    none_on_issue=lazy_gettext("No recommendation found on your issue"),
    none_anywhere=lazy_gettext("No recommendation to %(state)s or to other States found on your issue"),
    matching=Counted("%(count)s recommendation matches “%(query)s”", "%(count)s recommendations match “%(query)s”"),
    none_matching=lazy_gettext("No recommendation matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s recommendation", "%(range)s of %(count)s recommendations"),
    of_state=Counted("%(count)s recommendation to %(state)s", "%(count)s recommendations to %(state)s"),
    none_of_state=lazy_gettext("No recommendation to %(state)s found"),
    of_others=Counted("%(count)s to other States", "%(count)s to other States"),
    none_elsewhere=lazy_gettext("none found to other States"),
    none_of_others=lazy_gettext("No recommendation on this to other States found."),
    state_heading=lazy_gettext("To %(state)s"),
    others_heading=lazy_gettext("To other States"),
    all_heading=lazy_gettext("To all States"),
    none_in_reviews=lazy_gettext("No recommendation on this found in the reviews of %(state)s."),
    none_in_reviews_with_filters=lazy_gettext(
        "No recommendation on this found in the reviews of %(state)s, with the filters chosen."
    ),
)

COMMITMENTS = KindWords(
    name=lazy_gettext("voluntary commitment"),
    choice=lazy_gettext("Voluntary commitments"),
    counted=Counted("%(count)s voluntary commitment", "%(count)s voluntary commitments"),
    file_title=lazy_gettext("Voluntary commitments in the Universal Periodic Review"),
    found=Counted("%(count)s voluntary commitment found", "%(count)s voluntary commitments found"),
    on_issue=Counted("%(count)s voluntary commitment on your issue", "%(count)s voluntary commitments on your issue"),
    may_be_on_issue=Counted(
        "%(count)s voluntary commitment that may be on your issue",
        "%(count)s voluntary commitments that may be on your issue",
    ),
    none_on_issue=lazy_gettext("No voluntary commitment found on your issue"),
    none_anywhere=lazy_gettext("No voluntary commitment of %(state)s or of other States found on your issue"),
    matching=Counted(
        "%(count)s voluntary commitment matches “%(query)s”", "%(count)s voluntary commitments match “%(query)s”"
    ),
    none_matching=lazy_gettext("No voluntary commitment matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s voluntary commitment", "%(range)s of %(count)s voluntary commitments"),
    of_state=Counted("%(count)s voluntary commitment of %(state)s", "%(count)s voluntary commitments of %(state)s"),
    none_of_state=lazy_gettext("No voluntary commitment of %(state)s found"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    none_elsewhere=lazy_gettext("none of other States found"),
    none_of_others=lazy_gettext("No voluntary commitment on this of other States found."),
    state_heading=lazy_gettext("Of %(state)s"),
    others_heading=lazy_gettext("Of other States"),
    all_heading=lazy_gettext("Of all States"),
    none_in_reviews=lazy_gettext("No voluntary commitment on this found in the reviews of %(state)s."),
    none_in_reviews_with_filters=lazy_gettext(
        "No voluntary commitment on this found in the reviews of %(state)s, with the filters chosen."
    ),
)

BOTH = KindWords(
    name=lazy_gettext("record"),
    choice=lazy_gettext("Records"),
    counted=Counted("%(count)s record", "%(count)s records"),
    file_title=lazy_gettext("Records of the Universal Periodic Review"),
    found=Counted("%(count)s record found", "%(count)s records found"),
    on_issue=Counted("%(count)s record on your issue", "%(count)s records on your issue"),
    may_be_on_issue=Counted(
        "%(count)s record that may be on your issue", "%(count)s records that may be on your issue"
    ),
    none_on_issue=lazy_gettext("No record found on your issue"),
    none_anywhere=lazy_gettext("No record of %(state)s or of other States found on your issue"),
    matching=Counted("%(count)s record matches “%(query)s”", "%(count)s records match “%(query)s”"),
    none_matching=lazy_gettext("No record matches “%(query)s”"),
    of_all=Counted("%(range)s of %(count)s record", "%(range)s of %(count)s records"),
    of_state=Counted("%(count)s record of %(state)s", "%(count)s records of %(state)s"),
    none_of_state=lazy_gettext("No record of %(state)s found"),
    of_others=Counted("%(count)s of other States", "%(count)s of other States"),
    none_elsewhere=lazy_gettext("none of other States found"),
    none_of_others=lazy_gettext("No record on this of other States found."),
    state_heading=lazy_gettext("On %(state)s"),
    others_heading=lazy_gettext("On other States"),
    all_heading=lazy_gettext("On all States"),
    none_in_reviews=lazy_gettext("No record on this found in the reviews of %(state)s."),
    none_in_reviews_with_filters=lazy_gettext(
        "No record on this found in the reviews of %(state)s, with the filters chosen."
    ),
)

KINDS: dict[str, KindWords] = {"recommendation": RECOMMENDATIONS, "commitment": COMMITMENTS}
"""What can be searched."""


def words_of_kinds(kinds: Collection[str]) -> KindWords:
    """What is said of the kinds that were asked for."""
    return KINDS.get(next(iter(kinds)), BOTH) if len(kinds) == 1 else BOTH


def issue_heading(words: KindWords, answer: Answer, own_state: str, filtered: bool = False) -> str:
    """What was found on an issue, that of the user's own State (by name, "" for none) first.

    Only strong matches are said to be on the issue: of the others, too many are not.
    """
    found = _found(words, answer, own_state)
    return gettext("%(found)s, with the filters chosen", found=found) if filtered else found


def _found(words: KindWords, answer: Answer, own_state: str) -> str:
    total, strong = answer.total, answer.strengths.get("strong", 0)
    if not total:
        return str(words.none_anywhere % {"state": own_state} if own_state else words.none_on_issue)
    if own_state:
        others = total - answer.own_total
        elsewhere = words.of_others(others) if others else words.none_elsewhere
        return gettext("; ").join((_of_state(words, answer.own_total, own_state), str(elsewhere)))
    if not answer.strengths:
        return words.found(total)
    if strong == total:
        return words.on_issue(total)
    if strong:
        return side_by_side((words.on_issue(strong), _more_that_may_be(total - strong)))
    return words.may_be_on_issue(total)


def query_heading(words: KindWords, answer: Answer, query: str) -> str:
    """What was found with the words of a query."""
    return words.matching(answer.total, query=query) if answer.total else words.none_matching % {"query": query}


def _of_state(words: KindWords, count: int, state: str) -> str:
    return words.of_state(count, state=state) if count else words.none_of_state % {"state": state}


def _more_that_may_be(count: int) -> str:
    return gettext("%(count)s more that may be on it", count=count)
