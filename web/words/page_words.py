"""The controlled words that pages and files show, each with what it means, in the language of the page."""

from collections.abc import Iterable

from models.messages.message import Message
from models.records.documents import DocumentKind
from models.records.label_schemes import GOAL_SCHEME, ISSUE_SCHEME, PERSONS_SCHEME, THEME_SCHEME
from models.records.records import Label, ObservationKind
from models.vocabularies.crosswalk import issue_slug, issues, issues_by_theme
from models.vocabularies.mechanisms import Mechanism, ReportForm
from models.vocabularies.ratifications import Status
from search import FILTER_FIELDS, Sort, Strength

WHY_TO_CHECK_POSITIONS = Message(
    "Documents count other numbers than were read: a document with answers is not indexed, a recommendation or a "
    "position is misread, or the documents differ. Compare them before you rely on a position."
)


def kind_of_document(kind: str, symbol: str) -> Message:
    """What a document is. A State's answers are an addendum where the United Nations issued them as one; a letter, a
    statement or a matrix that was read as its answers is none."""
    if kind == DocumentKind.ADDENDUM and "/Add." not in symbol:
        return Message("the State’s own answers")
    return DocumentKind(kind).rules.name


OBSERVATION_KINDS: dict[str, Message] = {
    ObservationKind.CONCERN: Message("Concern"),
    ObservationKind.RECOMMENDATION: Message("Recommendation"),
    ObservationKind.BOTH: Message("Concern and recommendation"),
    ObservationKind.GENERAL_COMMENT: Message("General comment"),
}
"""What a paragraph of a treaty body does, where that is known."""

MECHANISMS: dict[Mechanism, Message] = {
    Mechanism.TREATY_BODY: Message("Treaty body recommendations"),
    Mechanism.SPECIAL_PROCEDURE: Message("Recommendations of special procedures"),
    Mechanism.OTHER: Message("Recommendations of other bodies"),
}
"""What is told a State beside its reviews."""

REPORT_FORMS: dict[ReportForm, Message] = {
    ReportForm.COUNTRY_VISIT: Message("Report on a country visit"),
    ReportForm.THEMATIC: Message("Thematic report"),
}
"""What a special procedure reports on."""

ACTION_WORDS: dict[str, Message] = {
    "1": Message("Minimal"),
    "2": Message("Continuing"),
    "3": Message("Considering"),
    "4": Message("General"),
    "5": Message("Specific"),
}
"""UPR Info's action categories (models.records.enums)."""

LABEL_SCHEMES: dict[str, Message] = {
    THEME_SCHEME: Message("Theme (UHRI)"),
    PERSONS_SCHEME: Message("Affected persons (UHRI)"),
    GOAL_SCHEME: Message("Sustainable Development Goals"),
    ISSUE_SCHEME: Message("UPR Info issues"),
}
"""Schemes of models.records.records.Label."""

LABELLED_BY: dict[str, Message] = {
    THEME_SCHEME: Message("by OHCHR"),
    PERSONS_SCHEME: Message("by OHCHR"),
    GOAL_SCHEME: Message("by OHCHR"),
    ISSUE_SCHEME: Message("by UPR Info"),
}
"""Who gives the labels of a scheme, where they are not assigned automatically."""


def known_issue_slug(label: str, scheme: str = ISSUE_SCHEME) -> str | None:
    """The address part of the one issue that a label belongs to; None for a label of no issue or of several."""
    if scheme == ISSUE_SCHEME:
        return issue_slug(label) if label in issues() else None
    belongs_to = issues_by_theme().get(label, ()) if scheme == THEME_SCHEME else ()
    return issue_slug(belongs_to[0]) if len(belongs_to) == 1 else None


def known_issues(labels: Iterable[Label]) -> list[str]:
    """The issue labels among some that have a page, each once."""
    names = dict.fromkeys(each.label for each in labels if each.scheme == ISSUE_SCHEME)
    return [name for name in names if known_issue_slug(name)]


STRENGTH_WORDS: dict[Strength, Message] = {
    "exact": Message("Exact match"),
    "strong": Message("On the issue"),
    "likely": Message("Probably on the issue"),
    "possible": Message("Perhaps on the issue"),
    "related": Message("Possibly related"),
    "unrated": Message("Not rated"),
}

KIND_CHOICES: dict[str, Message] = {
    "recommendation": Message("Recommendations"),
    "commitment": Message("Voluntary commitments"),
}
"""Where one chooses what to search in."""

SORT_WORDS: dict[Sort, Message] = {
    "nearness": Message("Best match"),
    "date": Message("Latest review"),
    "paragraph": Message("Paragraph"),
    "position": Message("Position"),
}

LAYOUT_WORDS: dict[str, Message] = {"cards": Message("Cards"), "table": Message("Table")}
"""Layouts of web.results.presentation."""

RATIFICATION_WORDS: dict[str, Message] = {
    Status.PARTY: Message("%(state)s was a party; it ratified, acceded or succeeded in %(year)s."),
    Status.SIGNATORY: Message("%(state)s had signed it, not ratified it."),
    Status.NONE: Message("%(state)s had neither signed it nor become a party."),
    Status.WITHDREW: Message("%(state)s had denounced it in %(year)s."),
}
"""What a State had done about a treaty."""

FILTERS_SHOWN: dict[str, str] = {name: field.legend for name, field in FILTER_FIELDS.items() if field.legend}
"""Filters that pages offer, in their order, with their headings, which are still to be `translated`."""

READING_NOTES = (
    Message(
        "Each recommendation is quoted as its document prints it. Where a paragraph holds requests of several States, "
        "the one that was found is told apart from the others."
    ),
    Message(
        "A State under review supports a recommendation or notes it; it cannot reject one. “Unknown” says that its "
        "answer is not in the documents indexed, and is never counted as noted."
    ),
    Message("Found by a computer, which compares words and meaning: read before you quote."),
)
"""How to read a file of results, one paragraph each."""
