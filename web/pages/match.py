"""The recommendations on an issue that a user describes."""

from dataclasses import replace

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from search import Group
from web.downloads.office_files import wants_question
from web.downloads.results import DOWNLOADS, result_file
from web.pages.start import start_page
from web.site.language import lazy_gettext
from web.site.served_index import known_states, served_index, settings, state_name
from web.views.begin_again import begin_again
from web.views.kept_results import to_results
from web.views.presentation import Presentation
from web.views.result_address import kept_results
from web.views.result_page import result_page
from web.views.search_form import SearchForm, problems_of
from web.words.kind_words import issue_heading

match_pages = Blueprint("match", __name__)
begin_again(match_pages, "/match", "start.start")
begin_again(match_pages, "/match/download", "start.start")

OBSERVED_SHOWN = 5
TEXT_NEEDED = lazy_gettext("Describe the issue you work on, in a sentence or two.")


@match_pages.post("/match")
def match() -> ResponseReturnValue:
    """Lead to the results, or say what has to be mended."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, known_states(), TEXT_NEEDED)
    if problems:
        return start_page(form, problems), 400
    return to_results(Presentation.from_args(request.form).parameters)


def match_page(key: str, form: SearchForm, presentation: Presentation) -> str:
    """The recommendations on an issue: the user's own State first, then others."""
    group = presentation.to if form.state else None
    page = result_page(
        form.on_page(presentation.page),
        presentation.lines(settings().results_per_page),
        lambda limit, offset: served_index().match(
            replace(
                form.issue_question(),
                limit=limit,
                offset=offset,
                by_paragraph=True,
                sort=presentation.sort,
                observed=0 if offset or group == "others" else OBSERVED_SHOWN,
                group=group,
            )
        ),
        group,
    )
    own_state = state_name(form.state) if form.state else ""
    return render_template(
        "match.html",
        page=page,
        here=kept_results(key, presentation, url_for("match.match")),
        own=own_state,
        heading=issue_heading(page.words, page.answer, own_state, filtered=bool(page.chips)),
    )


@match_pages.post("/match/download")
def download() -> ResponseReturnValue:
    """All recommendations on the issue as a file; its form of the button that was pressed."""
    form = SearchForm.from_form(request.form)
    problems = problems_of(form, known_states(), TEXT_NEEDED)
    kind = DOWNLOADS.get(request.form.get("format", ""))
    if problems or kind is None:
        return start_page(form, problems), 400
    own_only = form.state is not None and not request.form.get("with_others")
    group: Group | None = "own" if own_only else None
    question = replace(form.issue_question(), limit=kind.most_entries, grouped=False, group=group)
    answer = served_index().match(question)
    return result_file(form, answer, request.form["format"], wants_question(request.form), own_only)
