"""The languages that a page is offered in, with links to the same page in each."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from babel import Locale
from flask import current_app, request
from werkzeug.exceptions import HTTPException

from search import FILTER_FIELDS
from web.site.catalogues import own_name
from web.site.language import SOURCE_LANGUAGE, offered_languages, page_language
from web.site.language_prefix import has_language, in_language

OF_PAGES = """
    page sort per_page layout to order struck state record show behind
    earlier by_state by_un by_stakeholders again later_position
    """
KEPT = frozenset({*FILTER_FIELDS, *OF_PAGES.split()})
"""The parameters of pages; a link takes no other along, for strangers can write words into one."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A page in one language."""

    language: Locale
    address: str
    is_here: bool
    """Whether this page is in that language."""
    is_same_page: bool
    """Whether it leads to this very page, not to the start page."""

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return own_name(self.language)


def language_links() -> tuple[LanguageLink, ...]:
    """This page in all languages, the start page where it has no address in them; none where there is one language."""
    offered = {"": SOURCE_LANGUAGE, **offered_languages()}
    if len(offered) == 1:
        return ()
    same, path = _is_page(request.path), "/"
    if same:
        kept = [(name, value) for name, value in request.args.items(multi=True) if name in KEPT]
        path = quote(request.path) + (f"?{urlencode(kept)}" if kept else "")
    return tuple(
        LanguageLink(language, in_language(code) + path, language == page_language(), same)
        for code, language in offered.items()
    )


def _is_page(path: str) -> bool:
    """Whether a page can be fetched at a path, in each language."""
    try:
        current_app.url_map.bind("localhost").match(path, method="GET")
    except HTTPException:
        return False
    return has_language(path)
