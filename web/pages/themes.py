"""The crosswalk: each issue with the treaty bodies, themes, affected persons and goals that belong to it."""

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from models.records.label_schemes import ISSUE_SCHEME, THEME_SCHEME
from models.vocabularies.crosswalk import (
    Issue,
    RelationKind,
    article_subjects,
    issue_slug,
    issues,
    issues_by_theme,
    target_subjects,
    unmapped_themes,
)
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search import Listing
from web.site.language import gettext, lazy_gettext
from web.site.served_index import served_index

theme_pages = Blueprint("themes", __name__)

UHRI_LISTS = {
    "current": lazy_gettext("UHRI, current list"),
    "2019": lazy_gettext("OHCHR’s list for a review of 2019"),
    "2014": lazy_gettext("OHCHR’s list for a review of 2014"),
}
"""Where themes and affected persons were seen, as the table has it."""


@theme_pages.get("/themes")
def all_issues() -> str:
    """All issues with the articles concerned, and all treaty bodies with their issues."""
    return render_template(
        "themes.html",
        issues=issues().values(),
        bodies=_issues_by_body(),
        unmapped=unmapped_themes(),
        lists=UHRI_LISTS,
        overview=served_index().overview(),
        held=_held(),
    )


@theme_pages.get("/themes/<slug>")
def issue(slug: str) -> str:
    """One issue with all its relations and their sources."""
    found = next((each for each in issues().values() if each.slug == slug), None)
    if found is None:
        raise NotFound(gettext("There is no issue at this address: choose one from the list of all issues."))
    return render_template(
        "theme.html",
        issue=found,
        held=_held(),
        bodies=TREATY_BODIES,
        articles=article_subjects(),
        targets=target_subjects(),
        lists=UHRI_LISTS,
        overview=served_index().overview(),
        Kind=RelationKind,
    )


def known_issue_slug(label: str, scheme: str = ISSUE_SCHEME) -> str | None:
    """The address part of the one issue that a label belongs to; None for a label of no issue or of several."""
    if scheme == ISSUE_SCHEME:
        return issue_slug(label) if label in issues() else None
    belongs_to = issues_by_theme().get(label, ()) if scheme == THEME_SCHEME else ()
    return issue_slug(belongs_to[0]) if len(belongs_to) == 1 else None


def _held() -> dict[str, dict[str, int]]:
    """How many recommendations indexed here have each issue label, theme and affected persons, by filter field."""
    facets = {facet.field: facet.values for facet in served_index().browse(Listing(limit=0, grouped=False)).facets}
    return {field: {each.value: each.count for each in facets[field]} for field in ("label", "theme", "persons")}


def _issues_by_body() -> dict[str, list[Issue]]:
    """The issues of each treaty body, by its code."""
    return {code: [issue for issue in issues().values() if code in issue.articles] for code in TREATY_BODIES}
