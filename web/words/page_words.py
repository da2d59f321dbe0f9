"""The controlled words that pages and files show, each with what it means, in the language of the page."""

from collections.abc import Iterable

from models.records.documents import DocumentKind
from models.records.label_schemes import GOAL_SCHEME, ISSUE_SCHEME, PERSONS_SCHEME, THEME_SCHEME
from models.records.records import Label, ObservationKind
from models.vocabularies.crosswalk import issue_slug, issues, issues_by_theme
from models.vocabularies.mechanisms import Mechanism, ReportForm
from models.vocabularies.ratifications import Status
from search import FILTER_FIELDS, Sort, Strength
from web.site.language import lazy_gettext

WHY_TO_CHECK_POSITIONS: str = lazy_gettext(
    "Documents count other numbers than were read: a document with answers is not indexed, a recommendation or a "
    "position is misread, or the documents differ. Compare them before you rely on a position."
)

DOCUMENT_KINDS: dict[str, str] = {kind: lazy_gettext(kind.rules.name) for kind in DocumentKind}
REPORT_TITLES: dict[DocumentKind, str] = {
    kind: lazy_gettext(kind.rules.title) for kind in DocumentKind if kind.rules.title
}
_ANSWERS_ELSEWHERE = lazy_gettext("the State’s own answers")


def kind_of_document(kind: str, symbol: str) -> str:
    """What a document is. A State's answers are an addendum where the United Nations issued them as one; a letter, a
    statement or a matrix that was read as its answers is none."""
    if kind == DocumentKind.ADDENDUM and "/Add." not in symbol:
        return str(_ANSWERS_ELSEWHERE)
    return str(DOCUMENT_KINDS.get(kind, kind))


OBSERVATION_KINDS: dict[str, str] = {
    ObservationKind.CONCERN: lazy_gettext("Concern"),
    ObservationKind.RECOMMENDATION: lazy_gettext("Recommendation"),
    ObservationKind.BOTH: lazy_gettext("Concern and recommendation"),
    ObservationKind.GENERAL_COMMENT: lazy_gettext("General comment"),
}
"""What a paragraph of a treaty body does, where that is known."""

MECHANISMS: dict[Mechanism, str] = {
    Mechanism.TREATY_BODY: lazy_gettext("Treaty body recommendations"),
    Mechanism.SPECIAL_PROCEDURE: lazy_gettext("Recommendations of special procedures"),
    Mechanism.OTHER: lazy_gettext("Recommendations of other bodies"),
}
"""What is told a State beside its reviews."""

REPORT_FORMS: dict[ReportForm, str] = {
    ReportForm.COUNTRY_VISIT: lazy_gettext("Report on a country visit"),
    ReportForm.THEMATIC: lazy_gettext("Thematic report"),
}
"""What a special procedure reports on."""

ACTION_WORDS: dict[str, str] = {
    "1": lazy_gettext("Minimal"),
    "2": lazy_gettext("Continuing"),
    "3": lazy_gettext("Considering"),
    "4": lazy_gettext("General"),
    "5": lazy_gettext("Specific"),
}
"""UPR Info's action categories (models.records.enums)."""

LABEL_SCHEMES: dict[str, str] = {
    THEME_SCHEME: lazy_gettext("Theme (UHRI)"),
    PERSONS_SCHEME: lazy_gettext("Affected persons (UHRI)"),
    GOAL_SCHEME: lazy_gettext("Sustainable Development Goals"),
    ISSUE_SCHEME: lazy_gettext("UPR Info issues"),
}
"""Schemes of models.records.records.Label."""

LABELLED_BY: dict[str, str] = {
    THEME_SCHEME: lazy_gettext("by OHCHR"),
    PERSONS_SCHEME: lazy_gettext("by OHCHR"),
    GOAL_SCHEME: lazy_gettext("by OHCHR"),
    ISSUE_SCHEME: lazy_gettext("by UPR Info"),
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


STRENGTH_WORDS: dict[Strength, str] = {
    "exact": lazy_gettext("Exact match"),
    "strong": lazy_gettext("On the issue"),
    "likely": lazy_gettext("Probably on the issue"),
    "possible": lazy_gettext("Perhaps on the issue"),
    "related": lazy_gettext("Possibly related"),
    "unrated": lazy_gettext("Not rated"),
}

KIND_CHOICES: dict[str, str] = {
    "recommendation": lazy_gettext("Recommendations"),
    "commitment": lazy_gettext("Voluntary commitments"),
}
"""Where one chooses what to search in."""

SORT_WORDS: dict[Sort, str] = {
    "nearness": lazy_gettext("Best match"),
    "date": lazy_gettext("Latest review"),
    "paragraph": lazy_gettext("Paragraph"),
    "position": lazy_gettext("Position"),
}

LAYOUT_WORDS: dict[str, str] = {"cards": lazy_gettext("Cards"), "table": lazy_gettext("Table")}
"""Layouts of web.results.presentation."""

RATIFICATION_WORDS: dict[str, str] = {
    Status.PARTY: lazy_gettext("%(state)s was a party; it ratified, acceded or succeeded in %(year)s."),
    Status.SIGNATORY: lazy_gettext("%(state)s had signed it, not ratified it."),
    Status.NONE: lazy_gettext("%(state)s had neither signed it nor become a party."),
    Status.WITHDREW: lazy_gettext("%(state)s had denounced it in %(year)s."),
}
"""What a State had done about a treaty."""

FILTERS_SHOWN: dict[str, str] = {name: field.legend for name, field in FILTER_FIELDS.items() if field.legend}
"""Filters that pages offer, in their order, with their headings, which are still to be `translated`."""

READING_NOTES = (
    lazy_gettext(
        "Each recommendation is quoted as its document prints it. Where a paragraph holds requests of several States, "
        "the one that was found is told apart from the others."
    ),
    lazy_gettext(
        "A State under review supports a recommendation or notes it; it cannot reject one. “Unknown” says that its "
        "answer is not in the documents indexed, and is never counted as noted."
    ),
    lazy_gettext("Found by a computer, which compares words and meaning: read before you quote."),
)
"""How to read a file of results, one paragraph each."""
