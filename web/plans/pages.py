"""Follow-up plans kept by this site: to make one of a list, look at it with what is new and what a file changes, put it
in order, and delete it for good."""

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models.messages.printable import as_written
from models.plans.plan import Plan
from web.files.office_files import as_attachment
from web.plans.edit import Saved, moved, save_always, save_change, with_items, without_item
from web.plans.kept_plans import item_name, item_named, number_of, plan_forms_only, plan_store
from web.plans.new_items import built_on, new_items, plan_of, with_state
from web.plans.news import brought_up_to_date, news_of
from web.plans.plan_page import item_rows
from web.plans.plan_store import KeptPlan
from web.plans.uploads import Offered, choice_field, kept_upload, offer_of
from web.plans.words_back import giving_words_back
from web.plans.write_workbook import plan_workbook
from web.site.chosen_list import list_at_hand
from web.site.hidden_pages import hide
from web.site.language import gettext
from web.site.leading_on import lead_on
from web.site.served_index import coverage_on, known_states, served_index
from web.words.sources_of_plan import citation_of

plan_pages = Blueprint("plans", __name__)
plan_pages.after_request(hide)
lead_on(plan_pages, "/plans", "chosen.show")
lead_on(plan_pages, "/plan/deleted", "chosen.show", deleted=1)

MOST_TITLE = 200


@plan_pages.post("/plan")
@plan_forms_only
def make() -> ResponseReturnValue:
    """Make a plan of the list: kept by this site, or as a workbook, as the button says that was pressed."""
    plan = plan_of(_title(), _state(), list_at_hand().ids, served_index())
    if request.form.get("as") == "workbook":
        return as_attachment(plan_workbook(plan, served_index()), "xlsx", "follow-up-plan")
    return redirect(url_for("plans.show", key=plan_store().create(plan)), 303)


@plan_pages.get("/plan/<key>")
def show(key: str) -> str:
    """The plan; where the address asks for it, with what is new on it, or with what a file changes."""
    kept, upload = plan_store().get(key), request.args.get("upload", "")
    filled_in = kept_upload(upload)
    return plan_page(key, kept, offer_of(upload, filled_in, kept) if filled_in else None)


@plan_pages.get("/plan/<key>/<any(delete, news):before>")
@plan_pages.get("/plan/<key>/<any(opened, upload):before>/<upload>")
def lead_on_plan(key: str, before: str, upload: str | None = None) -> ResponseReturnValue:
    """What had an address of its own is on the page of the plan or of its settings; of no plan, nothing has moved."""
    plan_store().get(key)
    if before == "delete":
        return redirect(url_for("plans.settings", key=key, _anchor="delete"), 301)
    return redirect(url_for("plans.show", key=key, news=1 if before == "news" else None, upload=upload), 301)


def plan_page(key: str, kept: KeptPlan, offer: Offered | None = None) -> str:
    """The page of a plan; `offer` is what a file changes."""
    plan, index = kept.plan, served_index()
    rows = item_rows(key, plan.items, index)
    return render_template(
        "plan.html",
        key=key,
        plan=plan,
        version=kept.version,
        rows=rows,
        groups=[("", rows)] if rows else [],
        to_add=_ids_to_add(plan),
        coverage=coverage_on(plan.state) if plan.state else None,
        built=built_on(index),
        index_is_newer=plan.index_date < built_on(index),
        news=news_of(plan, index) if "news" in request.args else None,
        offer=offer,
        warnings=offer.warnings if offer else (),
        choice_field=choice_field,
        citation_of=lambda entry: citation_of(entry, index),
        stays=request.args.get("stays") == "1",
    )


@plan_pages.post("/plan/<key>/items")
@plan_forms_only
def change_items(key: str) -> ResponseReturnValue:
    """Put an item in another place, take one out, or add what is on the list."""
    store, form = plan_store(), request.form
    if "add" in form:
        save_always(store, key, lambda plan: with_items(plan, new_items(_ids_to_add(plan), plan.state, served_index())))
        return redirect(url_for("plans.show", key=key), 303)
    kept = store.get(key)
    item = item_named(key, kept.plan, form.get("up") or form.get("down") or form.get("remove") or "")
    if "remove" in form:
        saved = save_change(store, key, number_of(form.get("version", "")), lambda plan: without_item(plan, item.id))
        stays = isinstance(saved, Saved) and item.id in saved.kept
        return redirect(url_for("plans.show", key=key, stays=1 if stays else None), 303)
    step = -1 if "up" in form else 1
    save_always(store, key, lambda plan: moved(plan, item.id, _place(plan, item.id) + step))
    return redirect(url_for("plans.show", key=key, _anchor=f"item-{item_name(key, item.id)}"), 303)


@plan_pages.get("/plan/<key>/settings")
def settings(key: str) -> str:
    """The form for the title and the State."""
    kept = plan_store().get(key)
    return _settings_page(key, kept.plan, kept.plan.title, kept.plan.state)


@plan_pages.post("/plan/<key>/settings")
@plan_forms_only
@giving_words_back
def change_settings(key: str) -> ResponseReturnValue:
    """Change the title and the State; a title that somebody else changed meanwhile is shown first."""
    store, form = plan_store(), request.form
    plan, title, state = store.get(key).plan, _title(), form.get("state", "")
    if state and state not in known_states():  # nobody chose that: the plan keeps its own
        state = form.get("state_before", plan.state)
    wanted = {"title": title, "state": state}
    before = {name: form.get(f"{name}_before", getattr(plan, name)) for name in wanted}
    clashing = [name for name in wanted if getattr(plan, name) not in (wanted[name], before[name])]
    # What this form leaves as it was is as somebody else made it meanwhile.
    clashing = [name for name in clashing if wanted[name] != before[name]]
    if clashing:
        return _settings_page(key, plan, *_fields_changed(plan, wanted, before)), 409
    index = served_index()
    save_always(store, key, lambda plan: with_state(plan, *_fields_changed(plan, wanted, before), index))
    return redirect(url_for("plans.show", key=key), 303)


def _fields_changed(plan: Plan, wanted: Mapping[str, str], before: Mapping[str, str]) -> tuple[str, str]:
    """Title and State with what a form changed."""
    title, state = (wanted[name] if wanted[name] != before[name] else getattr(plan, name) for name in wanted)
    return title, state


@plan_pages.post("/plan/<key>/delete")
@plan_forms_only
def delete(key: str) -> ResponseReturnValue:
    """Delete the plan with all its versions."""
    plan_store().delete(key)
    return redirect(url_for("chosen.show", deleted=1), 303)


@plan_pages.post("/plan/<key>/news")
@plan_forms_only
def take_news(key: str) -> ResponseReturnValue:
    """Bring the plan up to date: what the page shows counts as known."""
    index = served_index()
    save_always(plan_store(), key, lambda plan: brought_up_to_date(plan, index))
    return redirect(url_for("plans.show", key=key), 303)


def _ids_to_add(plan: Plan) -> list[str]:
    """What is on the list and not in the plan, as far as the index has it."""
    held = {item.id for item in plan.items}
    ids = [each for each in list_at_hand().ids if each not in held]
    return [entry.id for entry in served_index().chosen(ids) if entry.record is not None and entry.id not in held]


def _title() -> str:
    return " ".join(as_written(request.form.get("title", "")).split())[:MOST_TITLE] or gettext("Follow-up plan")


def _state() -> str:
    """The code of the State that a form names; "" for none, and for one that the index does not know."""
    code = request.form.get("state", "")
    return code if code in known_states() else ""


def _place(plan: Plan, item_id: str) -> int:
    return next((place for place, item in enumerate(plan.items) if item.id == item_id), 0)


def _settings_page(key: str, plan: Plan, title: str, state: str) -> str:
    return render_template("plan_settings.html", key=key, plan=plan, title=title, state=state)
