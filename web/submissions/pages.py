"""What came of a submission: to hand it in; then to tick what belongs to its asks, and to correct their list.

All of the second stands at the address of a kept search (web.results.kept_results), without a word of the submission.
"""

from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from models.errors import UnknownRecord
from search import NEAREST_FIRST, NO_PROOF, Uptake, cited, ticked, to_read
from search.uptake.compose import uptake_of
from web.files.office_files import as_attachment
from web.site.kept_forms import ASKED, SEARCH, kept_questions
from web.site.language import gettext
from web.site.leading_on import begin_again
from web.site.request_in_memory import let_a_file_in
from web.site.served_index import coverage_on, known_states, served_index
from web.submissions.files import FILES
from web.submissions.form import NEXT, UptakeForm
from web.submissions.hand_in import asks_handed_in
from web.submissions.read_asks import MOST_BYTES

uptake_pages = Blueprint("uptake", __name__)
begin_again(uptake_pages, "/uptake/asks", "uptake.ask")
begin_again(uptake_pages, "/uptake/download", "uptake.ask")

FILE_NAME = "what-came-of-our-submission"


@uptake_pages.before_request
def _let_files_in() -> None:
    if request.endpoint == "uptake.hand_in":
        let_a_file_in(MOST_BYTES)


@uptake_pages.get("/uptake")
def ask() -> str:
    """The form to hand a submission in."""
    return _form_page(UptakeForm(), {})


@uptake_pages.post("/uptake")
def hand_in() -> ResponseReturnValue:
    """Cut the asks of a submission, and lead to their list."""
    form = UptakeForm.from_form(request.form)
    problems = (
        {}
        if form.state in _sessions_of_states()
        else {"state": gettext("%(filter)s: choose a value from the list.", filter=gettext("State under review"))}
    )
    asks, problem = asks_handed_in()
    if problem:
        problems["text"] = problem
    if problems:
        return _form_page(form, problems, request.form.get("text", "")), 400
    sessions = _sessions_of_states()[form.state]
    return _to_results(UptakeForm(asks, form.state, str(sessions[-1]), form.written_in))


@uptake_pages.post("/uptake/asks")
def correct() -> ResponseReturnValue:
    """Carry out what was changed in a list of asks, or in what is ticked, and lead to what follows."""
    form = UptakeForm.from_form(request.form)
    if form.state not in _sessions_of_states() or not form.asks:
        return redirect(url_for("uptake.ask"), 303)
    return _to_results(form, at_ask=next(reversed(request.form.getlist("nearest")), ""))


@uptake_pages.post("/uptake/download")
def download() -> ResponseReturnValue:
    """What was ticked as a file; its form of the button that was pressed."""
    form, extension = UptakeForm.from_form(request.form), request.form.get("format", "")
    if extension not in FILES or not form.asks or not _is_indexed(form):
        return redirect(url_for("uptake.ask"), 303)
    approached, _ = form.approached_states()
    return as_attachment(FILES[extension](_compared(form), approached), extension, FILE_NAME)


def uptake_page(key: str, form: UptakeForm) -> str:
    """The recommendations nearest to each ask, and the list of asks to correct; `key` is that of the kept form."""
    if not form.asks:
        return _form_page(form, {})
    if not _is_indexed(form):
        raise UnknownRecord(gettext("No recommendation of that review is indexed."))
    found = _compared(form) if any(ask.asks for ask in form.asks) else None
    approached, unknown = form.approached_states()
    return render_template(
        "uptake.html",
        key=key,
        form=form,
        found=found,
        nearest_first=NEAREST_FIRST,
        no_proof=NO_PROOF,
        ticked=tuple(ticked(found)) if found else (),
        to_read=to_read,
        cited=cited(found) if found else None,
        approached=approached,
        unknown=unknown,
        coverage=coverage_on(form.state),
        problems={},
        sessions=_sessions_of_states().get(form.state, ()),
        next_review=NEXT,
    )


def _compared(form: UptakeForm) -> Uptake:
    return uptake_of(served_index().snapshot, form.question(), date.today())


def _is_indexed(form: UptakeForm) -> bool:
    if form.is_before:
        return form.state in _sessions_of_states()
    return form.session.isdecimal() and int(form.session[:4]) in _sessions_of_states().get(form.state, ())


def _sessions_of_states() -> dict[str, tuple[int, ...]]:
    """The sessions of reviews of which recommendations are indexed, ascending, by State."""
    return {known.state.code: known.sessions for known in served_index().snapshot.reviewed_states if known.sessions}


def _form_page(form: UptakeForm, problems: dict[str, str], text: str = "") -> str:
    offered = _sessions_of_states()
    states = [known for known in known_states().values() if known.state.code in offered]
    return render_template("uptake.html", form=form, text=text, problems=problems, states=states, found=None)


def _to_results(form: UptakeForm, at_ask: str = "") -> Response:
    """Keep a form and lead to its page, one of the same search as the form was posted from; to an ask by its number."""
    pairs = [(ASKED, "uptake"), *form.fields]
    key = kept_questions().put(urlencode(pairs).encode(), beside=request.form.get(SEARCH, ""))
    return redirect(url_for("results.show", key=key, _anchor=f"ask-{at_ask}" if at_ask.isdecimal() else None), 303)
