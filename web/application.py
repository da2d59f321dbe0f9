"""The site as a Flask application."""

from flask import Flask
from markupsafe import Markup
from werkzeug.middleware.proxy_fix import ProxyFix

from models.records.enums import THREAD_WORDS
from models.records.records import Commitment
from models.reviews.sessions import cycle_of_session
from models.vocabularies.treaty_bodies import committee_name
from search import (
    KINDS,
    READ_LANGUAGES,
    STRENGTH_WORDS,
    Hit,
    Record,
    SearchIndex,
    language_name,
    nothing_found,
    noun,
    open_index,
    request_in_paragraph_of,
    to_or_of,
    unanswered_requests,
)
from web.api.document_page import document_pages
from web.api.routes import operations
from web.downloads.results import DOWNLOADS
from web.pages.about import about_pages
from web.pages.find import find_pages
from web.pages.lobbying import lobbying_pages
from web.pages.match import match_pages
from web.pages.observations import observation_pages
from web.pages.record import record_pages
from web.pages.state import state_pages
from web.pages.tally import tally_pages
from web.pages.themes import known_issue_slug, theme_pages
from web.site.allowed_hosts import AllowedHosts, refuse_foreign_hosts
from web.site.error_pages import Site, register_error_pages
from web.site.refuse_when_busy import refuse_when_busy
from web.site.security_headers import add_security_headers
from web.site.served_index import INDEX, SETTINGS, is_sample, state_name
from web.site.settings import Settings
from web.words.citation import cited_place, coding, document_address, record_title, request_found
from web.words.lobbying_words import session_in_words
from web.words.marked_text import direction, marked, visible
from web.words.number_ranges import number_ranges
from web.words.page_words import (
    ACTION_WORDS,
    DOCUMENT_KINDS,
    LABEL_SCHEMES,
    LABELLED_BY,
    POSITION_MEANINGS,
    POSITION_WORDS,
    RATIFICATION_WORDS,
)


def create_app(settings: Settings, index: SearchIndex | None = None) -> Flask:
    """The site over an index, opened from the settings' folder unless it is given.

    Raises:
        IndexFolderError: there is no usable index in the folder.
    """
    app = Site(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_request_bytes
    app.extensions[SETTINGS] = settings
    app.extensions[INDEX] = index or open_index(settings.index)
    for pages in (
        match_pages,
        find_pages,
        record_pages,
        observation_pages,
        lobbying_pages,
        state_pages,
        tally_pages,
        theme_pages,
        about_pages,
        document_pages,
        operations.blueprint("api", "/api/v1"),
        operations.blueprint("api_before_versions", "/api"),
    ):
        app.register_blueprint(pages)
    register_error_pages(app)
    app.before_request(refuse_foreign_hosts)
    app.before_request(refuse_when_busy)
    app.after_request(add_security_headers)
    # A doubled slash is not found; to redirect from it, an absolute address would be made of the header Host.
    app.url_map.merge_slashes = False
    app.wsgi_app = AllowedHosts(app.wsgi_app, settings.hosts)  # type: ignore[method-assign]
    if settings.proxies:
        # Not who asks: nobody needs to know.
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=0, x_proto=settings.proxies, x_host=settings.proxies
        )
    _prepare_templates(app)
    return app


def _prepare_templates(app: Flask) -> None:
    """The filters and words that every template may use."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        address=document_address,
        committee=committee_name,
        cycle=cycle_of_session,
        direction=direction,
        issue_slug=known_issue_slug,
        coding=coding,
        language_name=language_name,
        marked=_marked,
        marked_hit=_marked_hit,
        place=cited_place,
        ranges=number_ranges,
        request_found=request_found,
        state_name=state_name,
        unanswered_requests=unanswered_requests,
        title_of=lambda record: record_title(record, state_name(record.state_under_review)),
        visible=visible,
    )
    app.jinja_env.globals.update(
        position_words=POSITION_WORDS,
        session_in_words=session_in_words,
        position_meanings=POSITION_MEANINGS,
        ratification_words=RATIFICATION_WORDS,
        strength_words=STRENGTH_WORDS,
        thread_words=THREAD_WORDS,
        is_sample=is_sample,
        most_in_files={extension: kind.most_entries for extension, kind in DOWNLOADS.items()},
        document_kinds=DOCUMENT_KINDS,
        issue_languages=READ_LANGUAGES,
        kind_words=KINDS,
        noun=noun,
        nothing_found=nothing_found,
        to_or_of=to_or_of,
        label_schemes=LABEL_SCHEMES,
        labelled_by=LABELLED_BY,
        action_words=ACTION_WORDS,
    )
    app.jinja_env.tests["commitment"] = lambda record: isinstance(record, Commitment)


def _marked(record: Record) -> Markup:
    return marked(record.quoted, [request_in_paragraph_of(record)])


def _marked_hit(hit: Hit) -> Markup:
    """The paragraph of a hit, with all the requests that stand in its line if it is a card of several."""
    hits = hit.requests or (hit,)
    highlights = sorted({span for each in hits for span in each.highlights})
    return marked(hit.record.quoted, [request_in_paragraph_of(each.record) for each in hits], highlights)
