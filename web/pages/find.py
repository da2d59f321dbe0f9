"""Search by keywords: words, phrases, AND, OR, NOT, prefixes and fields."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from search import Filters, KeywordQuestion
from web.downloads.office_files import wants_question
from web.downloads.results import DOWNLOADS, result_file
from web.site.language import lazy_gettext
from web.site.served_index import served_index, settings
from web.views.begin_again import begin_again
from web.views.cited_place import keywords_of
from web.views.kept_results import to_results
from web.views.presentation import Presentation
from web.views.result_address import kept_results
from web.views.result_page import result_page
from web.views.search_form import SearchForm, problems_of
from web.words.keywords_in_english import keywords_in_english
from web.words.kind_words import query_heading

find_pages = Blueprint("find", __name__)
begin_again(find_pages, "/find/download", "find.ask")

WORDS_NEEDED = lazy_gettext("Type the words to look for.")


@find_pages.get("/find")
def ask() -> str:
    """The form. Words never stand in an address: addresses are stored by browsers and logged by servers."""
    return render_template("find_form.html", form=SearchForm(), problems={})


@find_pages.post("/find")
def find() -> ResponseReturnValue:
    """Lead to the results, or say what has to be mended."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, (), WORDS_NEEDED)
    if problems:
        return render_template("find_form.html", form=form, problems=problems), 400
    return to_results(Presentation.from_args(request.form).parameters)


def find_page(key: str, form: SearchForm, presentation: Presentation) -> str:
    """The recommendations that hold the words."""
    page = result_page(
        form.on_page(presentation.page),
        presentation.lines(settings().results_per_page),
        lambda limit, offset: served_index().find(
            KeywordQuestion(
                keywords_of(form.text),
                filters=form.filters,
                limit=limit,
                offset=offset,
                by_paragraph=True,
                sort=presentation.sort,
            )
        ),
    )
    heading = query_heading(page.words, page.answer, form.text)
    here = kept_results(key, presentation, url_for("find.find"))
    in_english = _finding_more(keywords_in_english(form.text), form.filters, page.answer.total)
    return render_template("find.html", page=page, heading=heading, here=here, in_english=in_english)


def _finding_more(keywords: str, filters: Filters, total: int) -> str:
    """The keywords, if they find more than that many; else ""."""
    if not keywords:
        return ""
    return keywords if served_index().find(KeywordQuestion(keywords, filters=filters, limit=1)).total > total else ""


@find_pages.post("/find/download")
def download() -> ResponseReturnValue:
    """All recommendations that hold the words as a file; its form of the button that was pressed."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, (), WORDS_NEEDED)
    kind = DOWNLOADS.get(request.form.get("format", ""))
    if problems or kind is None:
        return render_template("find_form.html", form=form, problems=problems), 400
    keywords, most = keywords_of(form.text), kind.most_entries
    answer = served_index().find(KeywordQuestion(keywords, filters=form.filters, limit=most, grouped=False))
    return result_file(form, answer, request.form["format"], wants_question(request.form))
