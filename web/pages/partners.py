"""Whom an NGO can follow up with on an issue in a State, each with why and how it is known."""

from datetime import date

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from models.partners.tables import partner_tables
from search import PartnerKind
from web.pages.states import state_at
from web.site.language import gettext
from web.site.served_index import coverage_on, served_index, settings
from web.views.issue_of_state import issue_at
from web.words.coverage import missing_in_words

partner_pages = Blueprint("partners", __name__)

SHOWN = 12
"""Partners of one kind that are shown at once, of long lists of recommending States."""


@partner_pages.get("/state/<code>/issue/<slug>/partners")
def partners(code: str, slug: str) -> str:
    """The panel, all kinds of partners one after the other."""
    state = state_at(code)
    asked = issue_at(slug)
    if asked is None:
        raise NotFound(gettext("There is no issue at this address: choose one from the list of all issues."))
    tables = partner_tables(settings().tables)
    panel = served_index().partners(code, asked.name, date.today(), tables=tables)
    return render_template(
        "partners.html",
        state=state,
        asked=asked,
        panel=panel,
        missions=tables.page("missions"),
        covered=missing_in_words(coverage_on(code)),
        shown=SHOWN,
        sections=[(kind, panel.of_kind(kind)) for kind in PartnerKind],
    )
