"""Lists by keywords and by filters: words are posted and stand in no address, filters alone have one to share."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from models.messages.message import Message
from search import Filters, KeywordQuestion, Listing, Sort
from web.files.office_files import wants_question
from web.results.browse_question import PARAMETERS, BrowseAddress, filters_of, heading_of
from web.results.files import DOWNLOADS, MOST_IN_FILES, result_file
from web.results.keyword_examples import field_examples, keyword_examples
from web.results.keywords_in_english import keywords_in_english
from web.results.kind_words import query_heading
from web.results.presentation import Presentation
from web.results.result_address import ResultAddress, kept_results
from web.results.result_page import ResultPage, result_page
from web.results.search_form import SearchForm, problems_of
from web.results.tabs import ResultTab, tabs_of_label
from web.results.typed_citation import keywords_of
from web.site.kept_forms import to_results
from web.site.leading_on import begin_again
from web.site.served_index import served_index

find_pages = Blueprint("find", __name__)
browse_pages = Blueprint("browse", __name__)
begin_again(find_pages, "/find/download", "find.ask")

WORDS_NEEDED = Message("Type at least one word to look for.")


@find_pages.get("/find")
def ask() -> str:
    """The form. Words never stand in an address: addresses are stored by browsers and logged by servers."""
    return _form_page(SearchForm(), {})


@find_pages.post("/find")
def find() -> ResponseReturnValue:
    """Lead to the results, to the list by filters where there are no words, or say what has to be mended."""
    form, presentation = SearchForm.from_form(request.form), Presentation.from_args(request.form)
    if not form.text and form.filters != Filters():
        return redirect(BrowseAddress.of(form.filters, presentation).shown(), 303)
    problems = problems_of(form, (), WORDS_NEEDED)
    return (_form_page(form, problems), 400) if problems else to_results(presentation.parameters)


def find_page(key: str, form: SearchForm, presentation: Presentation) -> str:
    """What holds the words."""
    page = result_page(
        form,
        presentation,
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
    return _list_page(
        page,
        kept_results(key, presentation, url_for("find.find")),
        query_heading(page.words, page.answer, form.text),
        in_english=_finding_more(keywords_in_english(form.text), form.filters, page.answer.total),
    )


def _finding_more(keywords: str, filters: Filters, total: int) -> str:
    """The keywords, if they find more than that many; else ""."""
    if not keywords:
        return ""
    return keywords if served_index().find(KeywordQuestion(keywords, filters=filters, limit=1)).total > total else ""


@find_pages.post("/find/download")
def download() -> ResponseReturnValue:
    """All that holds the words as a file; its form of the button that was pressed."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, (), WORDS_NEEDED)
    kind = DOWNLOADS.get(request.form.get("format", ""))
    if problems or kind is None:
        return _form_page(form, problems), 400
    keywords, most = keywords_of(form.text), kind.most_entries
    answer = served_index().find(KeywordQuestion(keywords, filters=form.filters, limit=most, grouped=False))
    return result_file(form, answer, request.form["format"], wants_question(request.form))


@browse_pages.get("/browse")
def browse() -> ResponseReturnValue:
    """What has the filters, State by State, the latest review first, in the order of paragraphs, unless sorted
    otherwise.

    An address that says the same in other words, as the form makes it, leads to the usual one.
    """
    filters, presentation = filters_of(request.args), Presentation.from_args(request.args)
    here = BrowseAddress.of(filters, presentation)
    if _says_the_same_otherwise(here):
        return redirect(here.shown(page=presentation.page), 303)
    page = result_page(
        SearchForm(filters=filters),
        presentation,
        lambda limit, offset: served_index().browse(
            Listing(filters=filters, limit=limit, offset=offset, by_paragraph=True, sort=_sort(presentation))
        ),
    )
    return _list_page(
        page,
        here,
        heading_of(filters, page.answer.total),
        tabs=_tabs(filters),
        listed_by_filters=True,
        unknown=bool(set(request.args) - PARAMETERS),
    )


def _tabs(filters: Filters) -> tuple[ResultTab, ...]:
    """Those of an issue label, where nothing else is asked for than it and a State."""
    state, label = next(iter(filters.under_review), None), next(iter(filters.label), "")
    is_of_label = label and filters == Filters(label=(label,), under_review=(state,) if state else ())
    return tabs_of_label(state, label, "own" if state else "others") if is_of_label else ()


@browse_pages.get("/browse/download", endpoint="download")
def download_list() -> ResponseReturnValue:
    """All of them as a file of the kind that `format` names."""
    filters, extension = filters_of(request.args), request.args.get("format", "")
    if extension not in DOWNLOADS:
        abort(400)
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


def _form_page(form: SearchForm, problems: dict[str, str]) -> str:
    examples, by_field = keyword_examples(), field_examples()
    return render_template("find.html", page=None, form=form, problems=problems, examples=examples, by_field=by_field)


def _list_page(page: ResultPage, here: ResultAddress, heading: str, **shown: Any) -> str:
    return render_template(
        "find.html",
        page=page,
        form=page.form,
        here=here,
        heading=heading,
        examples=keyword_examples(),
        most_in_files=MOST_IN_FILES,
        **shown,
    )
