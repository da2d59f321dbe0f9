"""The papers that a follow-up plan can become: a page with the choices and a preview of each, and its files."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models.errors import PaperNotMade
from models.messages.printable import as_written
from models.plans.plan import MOST_CHARACTERS, Plan
from search.calendar.compose import state_calendar
from web.files.office_files import as_attachment
from web.papers.kinds import DOORS, PaperKind, PaperOption, paper_kind, papers_for
from web.papers.papers import (
    ZIP,
    file_name,
    make_paper,
    states_to_brief,
    write_all_papers,
    write_paper,
    write_papers_of_states,
)
from web.papers.write_document import write_sheet
from web.plans.kept_plans import plan_forms_only, plan_store
from web.site.hidden_pages import hide
from web.site.language import translated
from web.site.served_index import name_of, served_index

plan_paper_pages = Blueprint("plan_papers", __name__)
plan_paper_pages.after_request(hide)
SIGNATORIES = "signatories"
MOST_SIGNATORIES = 200


@plan_paper_pages.get("/plan/<key>/papers")
def which(key: str) -> str:
    """Which paper for what, and when: the coming dates of the plan's State, each with the papers for it."""
    return _page(key, plan_store().get(key).plan)


@plan_paper_pages.get("/plan/<key>/papers.zip")
def every_paper(key: str) -> Response:
    """All papers that the plan has something for, each with its sheet for you."""
    return as_attachment(write_all_papers(plan_store().get(key).plan, served_index()), ZIP, "papers")


@plan_paper_pages.get("/plan/<key>/paper/<name>")
def paper(key: str, name: str) -> str:
    """What the paper is for, what can be chosen about it, and how it reads, with its blanks to be filled in."""
    plan, kind = plan_store().get(key).plan, _kind(name)
    choices = {option: _choices(about, plan) for option, about in kind.options.items()}
    # an address from another page may have chosen: "which paper for what" does
    chosen = {
        option: request.args[option] if request.args.get(option) in words else about.default or next(iter(words), "")
        for (option, about), words in zip(kind.options.items(), choices.values(), strict=True)
    }
    made, why_not = None, ""
    try:
        made = make_paper(kind.name, plan, served_index(), chosen)
    except PaperNotMade as error:
        why_not = translated(error.args[0])
    return _page(
        key,
        plan,
        name=kind.name,
        paper=kind,
        choices=choices,
        chosen=chosen,
        made=made,
        why_not=why_not,
        most=MOST_CHARACTERS,
    )


@plan_paper_pages.get("/plan/<key>/paper/<name>.<extension>")
def download(key: str, name: str, extension: str) -> ResponseReturnValue:
    """The paper as it is chosen, as a file."""
    plan, kind, index, form = plan_store().get(key).plan, _kind(name), served_index(), request.form
    options = _options(kind)
    if extension == ZIP and ZIP in kind.extensions:
        content = write_papers_of_states(kind.name, plan, index, options)
        return as_attachment(content, ZIP, file_name(kind.name, plan))
    filled = {blank: as_written(text)[:MOST_CHARACTERS] for blank, text in form.items()}
    made = make_paper(kind.name, plan, index, options, filled=filled)
    names = as_written(form.get(SIGNATORIES, "")).splitlines()[:MOST_SIGNATORIES]
    made.sign(filter(None, map(str.strip, names)))
    content = write_paper(made, extension, kind, plan.letterhead)
    return as_attachment(content, extension, file_name(kind.name, plan, made))


@plan_paper_pages.post("/plan/<key>/paper/<name>.<extension>")
@plan_forms_only
def download_filled_in(key: str, name: str, extension: str) -> ResponseReturnValue:
    """The paper with what was typed into its blanks and who signs it too, which is kept nowhere else."""
    return download(key, name, extension)


@plan_paper_pages.get("/plan/<key>/paper/<name>/for-you")
def hints(key: str, name: str) -> ResponseReturnValue:
    """What those who hand the paper on have to know, as a file of its own."""
    plan, kind = plan_store().get(key).plan, _kind(name)
    content = write_sheet(make_paper(kind.name, plan, served_index(), _options(kind)))
    return as_attachment(content, "docx", f"{file_name(kind.name, plan)}-for-you")


def _page(key: str, plan: Plan, **chosen: Any) -> str:
    """The page of all papers, with the one that is chosen."""
    today = date.today()
    events = state_calendar(served_index().snapshot, plan.state, today) if plan.state else ()
    rows = [(event, papers_for(event)) for event in events if event.last_day is None or event.last_day >= today]
    return render_template(
        "plan_papers.html", key=key, plan=plan, rows=[row for row in rows if row[1]], doors=DOORS.values(), **chosen
    )


def _kind(name: str) -> PaperKind:
    try:
        return paper_kind(name)
    except PaperNotMade as error:
        raise NotFound from error


def _options(kind: PaperKind) -> dict[str, str]:
    """What was chosen on the page of a paper."""
    return {option: request.values[option] for option in kind.options if option in request.values}


def _choices(option: PaperOption, plan: Plan) -> Mapping[str, str]:
    """Value → words of an option; of one that takes a State, those that can be briefed."""
    if option.choices is not None:
        return {value: translated(words) for value, words in option.choices.items()}
    return {state.code: name_of(state) for state in states_to_brief(plan, served_index())}
