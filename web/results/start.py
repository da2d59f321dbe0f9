"""The start page, how to read the results, and whether the site is up."""

from datetime import UTC, datetime

from flask import Blueprint, render_template, request

from models.vocabularies.ratifications import AS_OF
from web.results.presentation import Presentation, Tab
from web.results.search_form import SearchForm, ways_to_ask
from web.site.catalogues import Status
from web.site.language import gettext, translated_titles, translation_statuses
from web.site.refuse_when_busy import come_back_later
from web.site.served_index import served_index
from web.site.settings import PROGRAM_VERSION

start_pages = Blueprint("start", __name__)


@start_pages.get("/")
def start() -> str:
    """The form, with what the address names; what it does, and what the index holds."""
    return start_page(SearchForm.from_address(request.args), {}, Presentation.from_args(request.args).to)


def start_page(form: SearchForm, problems: dict[str, str], tab: Tab = "own") -> str:
    """The start page with a form filled in, and what its user has to mend.

    `tab`: what is wanted first of the results.
    """
    return render_template(
        "start.html",
        form=form,
        problems=problems,
        tab=tab,
        **ways_to_ask(form),
        overview=served_index().overview(),
    )


@start_pages.get("/about")
def about() -> str:
    """What positions mean, how results are found, privacy, limits."""
    return render_template(
        "about.html",
        overview=served_index().overview(),
        ratifications_as_of=AS_OF,
        translation=translation_statuses(),
        official_titles=translated_titles(),
        statuses=Status,
    )


@start_pages.get("/healthz")
def health() -> dict[str, object]:
    """Whether the site answers from its index: for a load balancer, which is told 503 while no database answers."""
    served_index().probe()
    built = datetime.fromisoformat(served_index().overview().built)
    return {
        "status": "ok",
        "version": PROGRAM_VERSION,
        "recommendations": served_index().overview().recommendations,
        "index_built": built.isoformat(),
        "index_age_days": (datetime.now(UTC) - built).days,
    }


@start_pages.get("/readyz")
def ready() -> dict[str, object]:
    """Whether this machine answers everything: 503 while its index is still being checked, or no database answers."""
    if served_index().unchecked:
        come_back_later(gettext("The index is still being checked for damage. Try again in a minute."))
    return health()
