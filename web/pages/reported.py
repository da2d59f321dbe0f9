"""What was reported on an issue: a search of its own over the documents before reviews."""

from math import ceil

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from web.pages.match import TEXT_NEEDED
from web.site.served_index import is_invented_state, known_states, served_index, settings, state_name
from web.views.kept_results import to_results
from web.views.presentation import Presentation
from web.views.search_form import SearchForm, problems_of

reported_pages = Blueprint("reported", __name__)


@reported_pages.get("/reported")
def ask() -> str:
    """The form. An issue never stands in an address: addresses are stored by browsers and logged by servers."""
    return _form_page(SearchForm(), {})


@reported_pages.post("/reported")
def reported_on() -> ResponseReturnValue:
    """Lead to the results, or say what has to be mended."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, known_states(), TEXT_NEEDED)
    if problems:
        return _form_page(form, problems), 400
    return to_results({})


def reported_page(key: str, form: SearchForm, presentation: Presentation) -> str:
    """The paragraphs on the issue: those on the user's own State first, then those on others."""
    form, per_page = form.on_page(presentation.page), presentation.lines(settings().results_per_page)
    answer = served_index().reported_on(
        form.text, form.state, per_page, (form.page - 1) * per_page, written_in=form.written_in
    )
    return render_template(
        "reported_on.html",
        form=form,
        key=key,
        problems={},
        is_invented_state=is_invented_state,
        answer=answer,
        pages=ceil(answer.total / per_page),
        own=state_name(form.state) if form.state else "",
    )


def _form_page(form: SearchForm, problems: dict[str, str]) -> str:
    return render_template("reported_on.html", form=form, problems=problems, answer=None)
