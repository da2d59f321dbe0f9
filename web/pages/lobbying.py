"""States to approach: the form, the list, the recommendations behind its numbers, and its downloads.

A list for a label or for chosen recommendations has an address that can be read and shared; one for an issue in own
words is shown by web.pages.results.
"""

from math import ceil
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models.errors import RecordMoved, UnknownRecord
from models.messages import Message
from models.records.records import Recommendation
from models.reviews.states import StateKind
from search import (
    BACK_TEST,
    BY_WHAT_THEY_SAID,
    BY_WHO_IS_LIKELY,
    NEAREST_QUOTED,
    STRUCK_OUT,
    Evidence,
    EvidenceOf,
    StateInIndex,
    looked_through,
    parts_of,
    reasons,
    recommended_to,
)
from web.downloads.lobbying import DOWNLOADS, LobbyingFile
from web.downloads.office_files import as_attachment, wants_question
from web.site.language import in_order, translated
from web.site.served_index import (
    built_on,
    coverage_on,
    cycles_indexed,
    is_invented,
    known_states,
    name_of,
    served_index,
    settings,
)
from web.views.begin_again import begin_again
from web.views.kept_results import to_results
from web.views.lobbying_address import LobbyingAddress
from web.views.lobbying_form import LobbyingForm, problems_of
from web.words.coverage import left_out_in_words, not_indexed_in_words
from web.words.lobbying_words import evidence_words

lobbying_pages = Blueprint("lobbying", __name__)
begin_again(lobbying_pages, "/lobby/download", "lobbying.ask")

REQUESTS_IN_DOWNLOADS = 500
STATES_SHOWN = 20
"""Of each part of a list, where not all are asked for."""


@lobbying_pages.get("/lobby")
def ask() -> ResponseReturnValue:
    """The list, where the address names a State and a label or recommendations; else the form with what it names."""
    form = LobbyingForm.from_address(request.args)
    if not form.is_complete:
        return _form_page(form, {})
    problems = _problems(form)
    return (_form_page(form, problems), 400) if problems else list_page(form)


@lobbying_pages.post("/lobby")
def lobby() -> ResponseReturnValue:
    """Lead to the list, or say what has to be mended; an issue in a user's own words stands in no address."""
    form = LobbyingForm.from_form(request.form)
    problems = _problems(form)
    if problems:
        return _form_page(form, problems), 400
    if form.is_in_own_words:
        return to_results(form.presentation)
    return redirect(LobbyingAddress(form).of_list(), 303)


def list_page(form: LobbyingForm, key: str | None = None) -> str:
    """The States, by what they said or by who is likely to speak, without those struck out.

    `key` is that of the question, where it is kept.
    """
    listed = served_index().lobby(form.question())
    struck = [target for target in listed.targets if target.state.code in form.struck]
    parts = (
        (heading, [target for target in targets if target.state.code not in form.struck])
        for heading, targets in parts_of(listed, form.order)
    )
    return render_template(
        "lobby.html",
        listed=listed,
        parts=[(heading, targets) for heading, targets in parts if targets],
        struck=struck,
        shown=None if form.show_all else STATES_SHOWN,
        Evidence=Evidence,
        evidence_words=evidence_words,
        looked_through=looked_through(listed),
        nearest_quoted=NEAREST_QUOTED,
        back_test=BACK_TEST,
        reasons=reasons,
        orders=(("said", BY_WHAT_THEY_SAID), ("likely", BY_WHO_IS_LIKELY)),
        struck_out=STRUCK_OUT,
        recommended_to=_recommended_to,
        is_invented=is_invented,
        list_address=LobbyingAddress(form, key),
        **_question(form),
    )


def _recommended_to(record: Recommendation) -> Message:
    return recommended_to(record, served_index().state(record.state_under_review).in_message)


@lobbying_pages.get("/lobby/recommendations")
def recommendations() -> ResponseReturnValue:
    """The recommendations behind one number of a list that has an address to read."""
    form = LobbyingForm.from_address(request.args)
    if not form.is_complete:
        return redirect(url_for("lobbying.ask"), 303)
    problems = _problems(form)
    return (_form_page(form, problems), 400) if problems else evidence_page(form)


def evidence_page(form: LobbyingForm, key: str | None = None) -> str:
    """The recommendations behind one number of a list; `key` as for `list_page`."""
    per_page = settings().results_per_page
    found = served_index().lobbying_evidence(form.question(), form.behind, per_page, (form.page - 1) * per_page)
    other = name_of(found.recommending) if found.recommending else None
    return render_template(
        "lobby_recommendations.html",
        form=form,
        found=found,
        heading=evidence_words(found.evidence, found.total, name_of(found.state), other),
        pages=ceil(found.total / per_page),
        first=(form.page - 1) * per_page + 1,
        is_invented=is_invented,
        list_address=LobbyingAddress(form, key),
    )


@lobbying_pages.post("/lobby/download")
def download() -> ResponseReturnValue:
    """The list as a file; its form of the button that was pressed."""
    form = LobbyingForm.from_form(request.form)
    problems = _problems(form)
    extension = request.form.get("format", "")
    if problems or extension not in DOWNLOADS:
        return _form_page(form, problems), 400
    index, question = served_index(), form.question()
    listed = index.lobby(question)
    received = index.lobbying_evidence(question, EvidenceOf(Evidence.HERE), REQUESTS_IN_DOWNLOADS)
    of_all = left_out_in_words(cycles_indexed())
    not_indexed = (*not_indexed_in_words(coverage_on(listed.state.code)), *filter(None, [of_all]))
    file = LobbyingFile(listed, received, wants_question(request.form), built_on(), form.struck, not_indexed)
    return as_attachment(DOWNLOADS[extension](file), extension, file.name)


def _problems(form: LobbyingForm) -> dict[str, str]:
    codes = [known.state.code for known in _states_under_review()]
    return problems_of(form, codes, served_index().labels())


def _form_page(form: LobbyingForm, problems: dict[str, str]) -> str:
    return render_template("lobby_form.html", problems=problems, **_question(form))


def _question(form: LobbyingForm) -> dict[str, Any]:
    """What the form of a page shows."""
    return {
        "form": form,
        "states": _states_under_review(),
        "labels": sorted(served_index().labels(), key=lambda label: in_order(translated(label))),
        "chosen": _chosen(form),
    }


def _states_under_review() -> list[StateInIndex]:
    """Only members are reviewed; one whose reviews are not indexed has a next one too."""
    return [known for known in known_states().values() if known.state.kind is StateKind.MEMBER]


def _chosen(form: LobbyingForm) -> list[Recommendation]:
    """The recommendations that the list is made for, without those that the index no longer holds."""
    index, records = served_index(), []
    for record_id in form.records:
        try:
            records.append(index.record(record_id))
        except RecordMoved as moved:
            records.append(index.record(moved.new_id))
        except UnknownRecord:
            continue
    return records
