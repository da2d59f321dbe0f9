"""A follow-up plan as a file and back: workbook, JSON, and what a file that is given back would change."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from models.errors import PlanChanged, UnusablePlan
from models.messages.message import Message
from models.plans.as_json import MOST_BYTES
from models.plans.plan import Plan
from web.files.letterhead import read_letterhead
from web.files.office_files import as_attachment
from web.papers.facts import PlanFacts
from web.papers.ohchr_matrix import assessments_of, fill_matrix
from web.papers.papers import file_name
from web.plans.edit import save_always
from web.plans.exported import exported_json
from web.plans.kept_plans import number_of, plan_forms_only, plan_store
from web.plans.merge_plans import settle
from web.plans.pages import plan_page
from web.plans.plan_calendar import plan_calendar
from web.plans.read_file import word_file_apart
from web.plans.read_workbook import NO_PLAN
from web.plans.uploads import (
    choices_made,
    forget_upload,
    keep_upload,
    kept_upload,
    offer_of,
    uploaded,
)
from web.plans.write_workbook import plan_workbook
from web.site.hidden_pages import hide
from web.site.language import translated
from web.site.request_in_memory import file_handed_in, let_a_file_in
from web.site.served_index import served_index
from web.words.sources_of_plan import SourcesOfPlan

plan_file_pages = Blueprint("plan_files", __name__)
plan_file_pages.after_request(hide)

FILE_NAME = "follow-up-plan"


@plan_file_pages.before_request
def _let_files_in() -> None:
    let_a_file_in(MOST_BYTES)


@plan_file_pages.get("/plan/<key>/plan.xlsx")
def workbook(key: str) -> Response:
    """The whole plan as a workbook."""
    return as_attachment(plan_workbook(plan_store().get(key).plan, served_index()), "xlsx", FILE_NAME)


@plan_file_pages.get("/plan/<key>/plan.ics")
def calendar(key: str) -> Response:
    """Its milestones and the dates of its State, for calendar programs."""
    return as_attachment(plan_calendar(plan_store().get(key).plan, served_index(), date.today()), "ics", FILE_NAME)


@plan_file_pages.get("/plan/<key>/plan.json")
def as_json(key: str) -> Response:
    """The whole plan as JSON."""
    plan = plan_store().get(key).plan
    return as_attachment(exported_json(plan, SourcesOfPlan(served_index(), plan.items)).encode(), "json", FILE_NAME)


@plan_file_pages.post("/plans/open")
@plan_forms_only
def open_file() -> ResponseReturnValue:
    """Keep the plan of a file; what could not be taken is said first."""
    store = plan_store()
    filled_in = uploaded(Plan(title=""))
    if not filled_in.plan.items:
        raise UnusablePlan(NO_PLAN)
    key = store.create(filled_in.plan)
    if filled_in.warnings:
        return redirect(url_for("plans.show", key=key, upload=keep_upload(filled_in)), 303)
    return redirect(url_for("plans.show", key=key), 303)


@plan_file_pages.post("/plan/<key>/upload")
@plan_forms_only
def upload(key: str) -> ResponseReturnValue:
    """Look into a file that is given back; nothing is changed yet.

    What it would change has an address of its own: browsers go back to that, where they would ask whether to send the
    file again, or show an error.
    """
    upload_key = keep_upload(uploaded(plan_store().get(key).plan))
    return redirect(url_for("plans.show", key=key, upload=upload_key), 303)


@plan_file_pages.post("/plan/<key>/merge")
@plan_forms_only
def merge(key: str) -> ResponseReturnValue:
    """Merge the file that was shown; if the plan was changed since, show both once more."""
    store, form = plan_store(), request.form
    kept, upload_key = store.get(key), form.get("upload", "")
    filled_in = kept_upload(upload_key)
    if filled_in is None:
        raise UnusablePlan(Message("The file is no longer in memory: upload it again. The plan has not changed."))
    merged = offer_of(upload_key, filled_in, kept).merge
    try:
        if number_of(form.get("seen", "")) != kept.version:
            raise PlanChanged
        store.save(key, settle(merged, choices_made(key, merged), translated), kept.version)
    except PlanChanged:
        kept = store.get(key)
        return plan_page(key, kept, offer_of(upload_key, filled_in, kept, again=True)), 409
    forget_upload(upload_key)
    return redirect(url_for("plans.show", key=key), 303)


@plan_file_pages.post("/plan/<key>/letterhead")
@plan_forms_only
def letterhead(key: str) -> ResponseReturnValue:
    """Keep the letterhead of a Word file with the plan; without a file, none any more."""
    store, content = plan_store(), file_handed_in()
    store.get(key)
    kept = word_file_apart(read_letterhead, content) if content else b""
    save_always(store, key, lambda plan: replace(plan, letterhead=kept))
    return redirect(url_for("plan_papers.which", key=key), 303)


@plan_file_pages.post("/plan/<key>/ohchr-matrix")
@plan_forms_only
def ohchr_matrix(key: str) -> Response:
    """OHCHR's own matrix, given back with the column for stakeholders filled in from the plan; it is not kept."""
    facts = PlanFacts(plan_store().get(key).plan, served_index(), date.today())
    content = file_handed_in()
    if not content:
        raise UnusablePlan(Message("Choose a file first."))
    filled = word_file_apart(fill_matrix, content, assessments_of(facts))
    return as_attachment(filled, "docx", f"{file_name('stakeholders-matrix', facts.plan)}-filled-in")
