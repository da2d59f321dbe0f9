"""Issues: all of them, and one of a State or of all, with treaty bodies, themes and goals that belong to it."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from models.messages.message import Message
from models.partners.tables import partner_tables
from models.reviews.states import State
from models.vocabularies.crosswalk import (
    Issue,
    RelationKind,
    article_subjects,
    issue_slug,
    issues,
    target_subjects,
    unmapped_themes,
)
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search import Listing, PartnerKind
from search.answer.referred_comments import referred_comments
from search.partners.compose import state_partners
from search.partners.state_issue import state_issue
from web.site.served_index import coverage_on, served_index, settings
from web.states.issue_of_state import IssueOfState, issue_at
from web.states.partners import has_name_in_language, partner_name, source_date, translated_source
from web.states.position_bars import occurring

theme_pages = Blueprint("themes", __name__)

PARTNERS_SHOWN = 12
"""Partners of one kind that are shown at once, of long lists of recommending States."""
UHRI_LISTS = {
    "current": Message("UHRI, current list"),
    "2019": Message("OHCHR’s list for a review of 2019"),
    "2014": Message("OHCHR’s list for a review of 2014"),
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
    return issue_page(issue_at(slug))


def issue_page(asked: IssueOfState | None, state: State | None = None) -> str:
    """The page of an issue, of one State or of all.

    Raises:
        NotFound: there is no such issue.
    """
    if asked is None:
        raise NotFound
    return render_template(
        "issue.html",
        asked=asked,
        state=state,
        indexed=_held(),
        bodies=TREATY_BODIES,
        articles=article_subjects(),
        targets=target_subjects(),
        lists=UHRI_LISTS,
        overview=served_index().overview(),
        Kind=RelationKind,
        slug_of=issue_slug,
        occurring=occurring,
        **(_of_state(asked, state) if state else {}),
    )


def _of_state(asked: IssueOfState, state: State) -> dict[str, Any]:
    """What is indexed on the issue in a State, and whom an NGO can follow up with."""
    snapshot, tables = served_index().snapshot, partner_tables(settings().tables)
    held = state_issue(snapshot, state.code, asked.field, asked.labels)
    panel = asked.issue and state_partners(snapshot, state.code, asked.issue.name, date.today(), tables)
    return {
        "held": held,
        "coverage": coverage_on(state.code),
        "referred": {
            record.id: referred_comments(snapshot.connection, record)
            for review in held.reviews
            for record in review.recommendations
            if record.comment
        },
        "panel": panel,
        "partner_kinds": [(kind, panel.of_kind(kind)) for kind in PartnerKind] if panel else [],
        "partners_shown": PARTNERS_SHOWN,
        "missions": tables.page("missions"),
        "partner_name": partner_name,
        "has_name_in_language": has_name_in_language,
        "source_date": source_date,
        "translated_source": translated_source,
    }


def _held() -> dict[str, dict[str, int]]:
    """How many recommendations indexed here have each issue label, theme and affected persons, by filter field."""
    facets = {facet.field: facet.values for facet in served_index().browse(Listing(limit=0, grouped=False)).facets}
    return {field: {each.value: each.count for each in facets[field]} for field in ("label", "theme", "persons")}


def _issues_by_body() -> dict[str, list[Issue]]:
    """The issues of each treaty body, by its code."""
    return {code: [issue for issue in issues().values() if code in issue.articles] for code in TREATY_BODIES}
