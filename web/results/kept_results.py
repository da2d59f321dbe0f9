"""The results of a question that was posted, at an address without a word of it."""

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from web.results.find import find_page
from web.results.issue_page import issue_page
from web.results.presentation import Presentation
from web.results.search_form import SearchForm
from web.site.hidden_pages import hide
from web.site.kept_forms import ASKED, kept_form, kept_questions
from web.site.kept_questions import is_key
from web.site.served_index import served_index
from web.submissions.form import UptakeForm
from web.submissions.pages import uptake_page

result_pages = Blueprint("results", __name__)
result_pages.after_request(hide)


@result_pages.get("/results/<key>")
def show(key: str) -> ResponseReturnValue:
    """The results, searched for anew, as the address wants them shown."""
    form = _kept(key)
    if form[ASKED] == "uptake":
        return uptake_page(key, UptakeForm.from_form(form))
    page = find_page if form[ASKED] == "find" else issue_page
    return page(key, SearchForm.from_form(form), Presentation.from_args(request.args))


@result_pages.post("/results/<key>/delete")
def delete(key: str) -> Response:
    """Forget the question, and what it was before its filters were changed."""
    kept_questions().delete(key)
    served_index().forget_words()
    return redirect(url_for("results.deleted"), 303)


@result_pages.get("/results/deleted")
def deleted() -> str:
    """That it is forgotten."""
    return _begin_again(deleted=True)


def _kept(key: str) -> MultiDict[str, str]:
    """The form of a key; where it is no longer kept, the page that says why."""
    form = kept_form(key)
    if form is None:
        abort(make_response(_begin_again(deleted=False), 410) if is_key(key) else 404)
    return form


def _begin_again(deleted: bool) -> str:
    return render_template("results_gone.html", form=SearchForm(), deleted=deleted)
