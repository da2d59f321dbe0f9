"""Search by keywords: words, phrases, AND, OR, NOT, prefixes and fields."""

from flask import Blueprint, render_template, request

from web.result_page import result_page
from web.search_form import SearchForm, problems_of
from web.served_index import served_index, settings, state_name

find_pages = Blueprint("find", __name__)

WORDS_NEEDED = "Type the words to look for."


@find_pages.get("/find")
def ask() -> str:
    """The form. Words never stand in an address: addresses are stored by browsers and logged by servers."""
    return render_template("find_form.html", form=SearchForm(), problems={})


@find_pages.post("/find")
def find() -> str | tuple[str, int]:
    """The recommendations that hold the words."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, (), WORDS_NEEDED)
    if problems:
        return render_template("find_form.html", form=form, problems=problems), 400
    page = result_page(
        form,
        settings().results_per_page,
        lambda limit, offset: served_index().find(form.text, form.filters, limit, offset),
        state_name,
    )
    return render_template("find.html", page=page)
