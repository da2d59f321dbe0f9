"""The site as a Flask application."""

from flask import Flask, Response
from werkzeug.middleware.proxy_fix import ProxyFix

from models.index_database.address import DatabaseAddress, IndexPlace
from models.partners.tables import partner_tables
from search import SearchIndex, open_index
from web.api.bulk import bulk_files
from web.api.document_page import document_pages
from web.api.routes import operations
from web.plans.file_pages import plan_file_pages
from web.plans.item_pages import plan_item_pages
from web.plans.kept_plans import PLAN_STORE
from web.plans.list_pages import chosen_pages
from web.plans.pages import plan_pages
from web.plans.paper_pages import plan_paper_pages
from web.plans.plan_store import Plans, PlanStore
from web.plans.uploads import KEPT_UPLOADS
from web.records.pages import record_pages
from web.results.find import browse_pages, find_pages
from web.results.kept_results import result_pages
from web.results.match import match_pages
from web.results.old_addresses import old_addresses
from web.results.start import start_pages
from web.reviews.pages import review_pages
from web.site.allowed_hosts import AllowedHosts, refuse_foreign_hosts
from web.site.chosen_list import CHOSEN_LISTS
from web.site.client_limits import CLIENT_LIMITS, ClientLimits, count_seconds, refuse_too_many
from web.site.compressed_answers import compress
from web.site.error_pages import Site, register_error_pages
from web.site.index_check import refuse_unchecked_to_programs_and_files
from web.site.kept_forms import KEPT_QUESTIONS
from web.site.kept_questions import KeptQuestions
from web.site.language import LANGUAGES
from web.site.language_prefix import LanguagePrefix
from web.site.own_forms import FORM_SECRET
from web.site.refuse_when_busy import refuse_when_busy
from web.site.request_in_memory import RequestInMemory
from web.site.served_index import INDEX, SETTINGS
from web.site.settings import Settings
from web.site.site_memory import SiteMemory
from web.states.issue_pages import theme_pages
from web.states.pages import state_pages
from web.submissions.pages import uptake_pages
from web.templating import prepare_templates

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Nothing is loaded from elsewhere, nothing is framed, no device is used, and no address is sent to another site. With
"no-referrer", browsers would not say either from which site a form comes (web/site/own_forms.py).
"""


def create_app(settings: Settings, index: SearchIndex | None = None) -> Flask:
    """The site over an index, opened where the settings say unless it is given.

    Raises:
        IndexFolderError: there is no usable index there.
        PartnerTableError: a table of partners that the settings name cannot be used.
    """
    app = Site(__name__)
    app.request_class = RequestInMemory
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_request_bytes
    app.extensions[SETTINGS] = settings
    app.extensions[CLIENT_LIMITS] = ClientLimits(settings.seconds_per_minute, settings.proxies)
    partner_tables(settings.tables)  # a malformed one is told now, not on a page
    app.extensions[INDEX] = index or open_index(settings.index_place, large_unchecked=True)
    app.extensions[PLAN_STORE] = _plans(settings.plans_place)
    use_memory(app, SiteMemory.of_this_process(60 * settings.keep_minutes))
    for pages in (
        start_pages,
        match_pages,
        find_pages,
        browse_pages,
        result_pages,
        old_addresses,
        record_pages,
        state_pages,
        review_pages,
        uptake_pages,
        theme_pages,
        chosen_pages,
        plan_pages,
        plan_item_pages,
        plan_file_pages,
        plan_paper_pages,
        document_pages,
        bulk_files,
        operations.blueprint("api", "/api/v1"),
        operations.blueprint("api_before_versions", "/api"),
    ):
        app.register_blueprint(pages)
    register_error_pages(app)
    app.before_request(refuse_when_busy)
    app.before_request(refuse_foreign_hosts)
    app.before_request(refuse_too_many)
    app.teardown_request(count_seconds)
    app.before_request(refuse_unchecked_to_programs_and_files)
    app.after_request(_add_security_headers)
    app.after_request(compress)
    # A doubled slash is not found; to redirect from it, an absolute address would be made of the header Host.
    app.url_map.merge_slashes = False
    app.wsgi_app = LanguagePrefix(app.wsgi_app, lambda: app.extensions[LANGUAGES])  # type: ignore[method-assign]
    app.wsgi_app = AllowedHosts(app.wsgi_app, settings.hosts)  # type: ignore[method-assign]
    if settings.proxies:
        # Not who asks: nobody needs to know.
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=0, x_proto=settings.proxies, x_host=settings.proxies
        )
    prepare_templates(app)
    return app


def use_memory(app: Flask, memory: SiteMemory) -> None:
    """Let a site keep in this memory what it keeps for a while."""
    app.extensions[KEPT_QUESTIONS] = KeptQuestions(memory.questions)
    app.extensions[CHOSEN_LISTS] = memory.lists
    app.extensions[KEPT_UPLOADS] = KeptQuestions(memory.lists)
    app.extensions[FORM_SECRET] = memory.form_secret


def _add_security_headers(response: Response) -> Response:
    """No answer to a question is stored by browsers or proxies; only static files say how long they keep."""
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _plans(place: IndexPlace | None) -> Plans | None:
    """Where the site keeps plans: in a file, in a database, or nowhere."""
    if isinstance(place, DatabaseAddress):
        from web.plans.plans_in_database import PlansInDatabase

        return PlansInDatabase(place)
    return PlanStore(place) if place else None
