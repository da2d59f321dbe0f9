"""The papers that a follow-up plan can become: a page with the choices of each, and its files."""

from datetime import date

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models.messages import Message
from models.plans.plan import Plan
from web.downloads.office_files import as_attachment
from web.papers.papers import (
    PAPERS,
    PaperOption,
    paper_name,
    papers_for,
    states_to_brief,
    write_hints,
    write_paper,
)
from web.plans.kept_plans import plan_store
from web.site.hidden_pages import hide
from web.site.language import gettext
from web.site.served_index import name_of, served_index

plan_paper_pages = Blueprint("plan_papers", __name__)
plan_paper_pages.after_request(hide)


@plan_paper_pages.get("/plan/<key>/papers")
def which(key: str) -> str:
    """Which paper for what, and when: the coming dates of the plan's State, each with the papers for it."""
    plan = plan_store().get(key).plan
    events = served_index().calendar(plan.state, date.today()) if plan.state else ()
    rows = [(event, papers_for(event)) for event in events if event.last_day is None or event.last_day >= date.today()]
    always = {name: kind for name, kind in PAPERS.items() if not kind.occasions}
    return render_template(
        "plan_which_paper.html", key=key, plan=plan, rows=[row for row in rows if row[1]], always=always
    )


@plan_paper_pages.get("/plan/<key>/paper/<name>")
def paper(key: str, name: str) -> str:
    """What the paper is for, and what can be chosen about it."""
    plan, kind = plan_store().get(key).plan, PAPERS.get(name)
    if kind is None:
        raise NotFound(gettext("There is no such paper: choose one from the page of the plan."))
    choices = {option: _choices(about, plan) for option, about in kind.options.items()}
    # an address from another page may have chosen: "which paper for what" does
    chosen = {
        option: request.args[option] if request.args.get(option) in choices[option] else about.default
        for option, about in kind.options.items()
    }
    return render_template("plan_paper.html", key=key, name=name, paper=kind, choices=choices, chosen=chosen)


@plan_paper_pages.get("/plan/<key>/paper/<name>.<extension>")
def download(key: str, name: str, extension: str) -> ResponseReturnValue:
    """The paper as a file."""
    return _file(plan_store().get(key).plan, name, extension)


@plan_paper_pages.get("/plan/<key>/paper/<name>/for-you")
def hints(key: str, name: str) -> ResponseReturnValue:
    """What those who hand the paper on have to know, as a file of its own."""
    plan = plan_store().get(key).plan
    content = write_hints(name, plan, served_index(), _options(name))
    return as_attachment(content, "docx", f"{paper_name(name, plan)}-for-you")


def _options(name: str) -> dict[str, str]:
    """What was chosen on the page of a paper."""
    kind = PAPERS.get(name)
    return {option: request.args[option] for option in (kind.options if kind else {}) if option in request.args}


def _file(plan: Plan, name: str, extension: str) -> Response:
    content = write_paper(name, plan, served_index(), _options(name), extension)
    return as_attachment(content, extension, paper_name(name, plan))


def _choices(option: PaperOption, plan: Plan) -> dict[str, str | Message]:
    """Value → words of an option; of one that takes a State, those that can be briefed and all of them."""
    if option.choices is not None:
        return dict(option.choices)
    states = {state.code: name_of(state) for state in states_to_brief(plan, served_index())}
    return {"": Message("each of them"), **states}
