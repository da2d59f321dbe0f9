"""Entries by filters alone: State, cycle, position, issue, kind. No word of a user is in the address: share it."""

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from search import Listing, Sort
from web.downloads.results import DOWNLOADS, result_file
from web.site.language import gettext
from web.site.served_index import served_index, settings
from web.views.browse_question import PARAMETERS, BrowseAddress, filters_of, heading_of
from web.views.presentation import Presentation
from web.views.result_page import result_page
from web.views.search_form import SearchForm

browse_pages = Blueprint("browse", __name__)


@browse_pages.get("/browse")
def browse() -> ResponseReturnValue:
    """The entries, State by State, the latest review first, in the order of their paragraphs, unless sorted otherwise.

    An address that says the same in other words, as the form makes it, leads to the usual one.
    """
    filters, presentation = filters_of(request.args), Presentation.from_args(request.args)
    here = BrowseAddress.of(filters, presentation)
    if _says_the_same_otherwise(here):
        return redirect(here.shown(page=presentation.page), 303)
    page = result_page(
        SearchForm(filters=filters, page=presentation.page),
        presentation.lines(settings().results_per_page),
        lambda limit, offset: served_index().browse(
            Listing(filters=filters, limit=limit, offset=offset, by_paragraph=True, sort=_sort(presentation))
        ),
    )
    return render_template(
        "browse.html",
        page=page,
        here=here,
        listed_by_filters=True,
        heading=heading_of(filters, page.answer.total),
        unknown=bool(set(request.args) - PARAMETERS),
    )


@browse_pages.get("/browse/download")
def download() -> ResponseReturnValue:
    """All of them as a file of the kind that `format` names."""
    filters, extension = filters_of(request.args), request.args.get("format", "")
    if extension not in DOWNLOADS:
        abort(400, gettext("This file can be had as CSV, XLSX or DOCX: choose one of the buttons below a list."))
    sort = _sort(Presentation.from_args(request.args))
    most = DOWNLOADS[extension].most_entries
    answer = served_index().browse(Listing(filters=filters, limit=most, grouped=False, sort=sort))
    return result_file(SearchForm(filters=filters), answer, extension, with_question=False)


def _sort(presentation: Presentation) -> Sort:
    """Nothing is nearer than another where nothing is asked: then the order is that of the documents."""
    return "paragraph" if presentation.sort == "nearness" else presentation.sort


def _says_the_same_otherwise(here: BrowseAddress) -> bool:
    """Whether the address of this request has blanks, doubles, defaults or names that its usual one has not."""
    usual = MultiDict({**here.values, **here.presentation.parameters})
    given = [(name, value) for name, value in request.args.items(multi=True) if name in PARAMETERS]
    return sorted(given) != sorted(usual.items(multi=True))
