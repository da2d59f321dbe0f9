"""An issue is asked about: by a description, by a label, by chosen recommendations. One form, one question."""

from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from models.messages.message import Message
from models.reviews.states import StateKind
from search import Group
from web.files.office_files import wants_question
from web.results import files
from web.results.issue_page import approach_without_words
from web.results.lobbying_file import approach_file
from web.results.presentation import Presentation, Tab
from web.results.search_form import SearchForm, problems_of
from web.results.start import start_page
from web.site.hidden_pages import hide
from web.site.kept_forms import to_results
from web.site.language import gettext
from web.site.leading_on import begin_again
from web.site.served_index import known_states, served_index

match_pages = Blueprint("match", __name__)
match_pages.after_request(hide)
begin_again(match_pages, "/match", "start.start")
begin_again(match_pages, "/match/download", "start.start")

ISSUE_NEEDED = Message("There is no word to search for in this text: describe the issue in a sentence or two.")


@match_pages.post("/match")
def match(tab: Tab | None = None) -> ResponseReturnValue:
    """Lead to the results, or say what has to be mended; a user's own words stand in no address.

    `tab`: what is wanted of them, where the form does not say so.
    """
    form, presentation = SearchForm.from_form(request.form), Presentation.from_args(request.form)
    presentation = replace(presentation, to=tab or presentation.to)
    if problems := _problems(form, presentation.to):
        return start_page(form, problems, presentation.to), 400
    if form.has_words:
        return to_results(presentation.parameters)
    if form.records or presentation.to == "approach":
        return redirect(url_for("match.without_words", **form.as_address, **presentation.parameters), 303)
    return redirect(url_for("browse.browse", under_review=form.state, label=form.label), 303)


@match_pages.get("/results")
def without_words() -> ResponseReturnValue:
    """States to approach on a label or on chosen recommendations, at an address that can be shared."""
    form, presentation = SearchForm.from_address(request.args), Presentation.from_args(request.args)
    if not form.state or not (form.records or form.label):
        return redirect(url_for("start.start", **form.as_address, to="approach"), 303)
    if problems := _problems(form, "approach"):
        return start_page(form, problems, "approach"), 400
    return approach_without_words(form, presentation)


@match_pages.post("/match/download")
def download(tab: Tab | None = None) -> ResponseReturnValue:
    """All that was found as a file of the button that was pressed; of the `tab`, where the form names none."""
    form, presentation = SearchForm.from_form(request.form), Presentation.from_args(request.form)
    tab, extension = tab or presentation.to, request.form.get("format", "")
    problems = _problems(form, tab)
    if problems or extension not in files.DOWNLOADS:
        return start_page(form, problems, tab), 400
    with_question = wants_question(request.form)
    if tab == "approach":
        return approach_file(form.approach_question(), presentation.struck, extension, with_question)
    own_only = form.state is not None and not request.form.get("with_others")
    group: Group | None = "own" if own_only else None
    most = files.DOWNLOADS[extension].most_entries
    answer = served_index().match(replace(form.issue_question(), limit=most, grouped=False, group=group))
    return files.result_file(form, answer, extension, with_question, own_only)


def _problems(form: SearchForm, tab: Tab) -> dict[str, str]:
    """What a user has to mend, by id of the form control; only a member is approached before its review."""
    problems = problems_of(form, known_states(), "" if form.label or form.records else ISSUE_NEEDED)
    known = known_states().get(form.state or "")
    if (tab == "approach" or (form.records and not form.has_words)) and not (
        known and known.state.kind is StateKind.MEMBER
    ):
        problems["state"] = gettext("%(filter)s: choose a value from the list.", filter=gettext("State under review"))
    return problems
