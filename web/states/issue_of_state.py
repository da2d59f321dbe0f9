"""The issue of a State's page on it: one of the Issues pages, or one theme of the Universal Human Rights Index."""

from collections.abc import Collection
from dataclasses import dataclass

from models.records.label_schemes import THEME_SCHEME
from models.vocabularies.crosswalk import (
    Issue,
    RelationKind,
    current_name,
    issue_slug,
    issues,
    issues_by_theme,
    unmapped_themes,
)
from search import IssueField


@dataclass(frozen=True, slots=True)
class IssueOfState:
    """What the page is about, and by which labels it is found."""

    name: str
    """Not translated yet."""
    field: IssueField
    labels: tuple[str, ...]
    """The values of the field: the label, or the spellings of a theme, or all themes of a topic without a label."""
    issue: Issue | None
    """The issue of the crosswalk whose articles and goals belong to it; None for a theme of none or of several."""

    @property
    def filter(self) -> dict[str, tuple[str, ...]]:
        """The filters that find what has one of these labels."""
        return {self.field: self.labels}


def issue_at(slug: str) -> IssueOfState | None:
    """The issue of an address: one of UPR Info's, or a topic; None where there is none."""
    found = next((each for each in issues().values() if each.slug == slug), None)
    if found is None:
        return None
    if found.is_label:
        return IssueOfState(found.name, "label", (found.name,), found)
    return IssueOfState(found.name, "theme", tuple(each.value for each in found.of_kind(RelationKind.THEME)), found)


def theme_at(slug: str, held: Collection[str]) -> IssueOfState | None:
    """The theme of an address, in all spellings that are `held` in the index; None where there is none.

    The spelling of an earlier list leads to that of the latest, which labels have now.
    """
    known = (*issues_by_theme(), *(relation.value for relation in unmapped_themes()))
    latest = {current_name(THEME_SCHEME, theme) for theme in known if issue_slug(theme) == slug}
    spellings = tuple(theme for theme in held if issue_slug(theme) == slug or theme in latest)
    if not spellings:
        return None
    belongs_to = {issue for theme in spellings for issue in issues_by_theme().get(theme, ())}
    issue = issues()[belongs_to.pop()] if len(belongs_to) == 1 else None
    return IssueOfState(spellings[0], "theme", spellings, issue)
