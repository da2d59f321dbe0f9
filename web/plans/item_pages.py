"""One item of a follow-up plan: the form with all its columns, and two people's texts side by side where they clash."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models.errors import PlanNotKept
from models.partners.tables import partner_tables
from models.plans.plan import PLAN_COLUMNS, Plan, PlanItem
from web.plans.edit import CHOICES, Unsettled, moved, save_always, save_change, with_item
from web.plans.item_form import (
    EMPTY_ROWS,
    OfferedEvidence,
    filled_in,
    offered_evidence,
    problems_of,
)
from web.plans.kept_plans import item_name, item_named, number_of, plan_forms_only, plan_store
from web.plans.merge_plans import Choice
from web.plans.plan_page import item_rows
from web.plans.to_choose import to_choose
from web.plans.words_back import giving_words_back
from web.site.hidden_pages import hide
from web.site.served_index import served_index, settings

plan_item_pages = Blueprint("plan_items", __name__)
plan_item_pages.after_request(hide)


@plan_item_pages.get("/plan/<key>/item/<name>")
def edit(key: str, name: str) -> str:
    """The form."""
    kept = plan_store().get(key)
    item = item_named(key, kept.plan, name)
    return _form_page(key, kept.plan, kept.version, item, offered_evidence(item, served_index()), {})


@plan_item_pages.post("/plan/<key>/item/<name>")
@plan_forms_only
@giving_words_back
def save(key: str, name: str) -> ResponseReturnValue:
    """Keep what was filled in; where somebody else changed the same text meanwhile, show both to choose from."""
    store, form = plan_store(), request.form
    version = number_of(form.get("version", ""))
    before = item_named(key, _plan_before(key, version), name)
    offered = offered_evidence(before, served_index())
    item = filled_in(before, form, offered)
    problems = problems_of(form)
    if problems:
        return _form_page(key, store.get(key).plan, version, item, offered, problems), 400
    outcome = save_change(
        store, key, version, lambda plan: with_item(plan, item), _choices(item), number_of(form.get("seen", ""))
    )
    if isinstance(outcome, Unsettled):
        not_taken = offered_evidence(item, served_index())
        return _form_page(key, store.get(key).plan, version, item, not_taken, {}, outcome), 409
    place = number_of(form.get("place", ""))
    if place and place != number_of(form.get("place_before", "")):
        save_always(store, key, lambda plan: moved(plan, item.id, place - 1))
    return redirect(_next_address(key, store.get(key).plan, item), 303)


def _plan_before(key: str, version: int) -> Plan:
    """The plan in a version; the plan of now where that is kept no longer."""
    store = plan_store()
    try:
        return store.version(key, version)
    except PlanNotKept:
        return store.get(key).plan


def _choices(item: PlanItem) -> dict[tuple[str, str], Choice] | None:
    """What somebody chose who saw both texts; None where nobody saw them yet."""
    named = {name: request.form.get(f"choice-{name}", "") for name in PLAN_COLUMNS}
    choices = {(item.id, name): CHOICES[word] for name, word in named.items() if word in CHOICES}
    return choices or None


def _form_page(
    key: str,
    plan: Plan,
    version: int,
    item: PlanItem,
    offered: tuple[OfferedEvidence, ...],
    problems: dict[str, str],
    unsettled: Unsettled | None = None,
) -> str:
    """The form; where somebody else changed the same, with both texts, and what was sent to be sent again."""
    place = next((number for number, each in enumerate(plan.items, 1) if each.id == item.id), len(plan.items))
    (row,) = item_rows(key, (item,), served_index(), place)
    return render_template(
        "plan_item.html",
        key=key,
        version=version,
        row=row,
        items=len(plan.items),
        columns=PLAN_COLUMNS,
        offered=offered,
        to_choose=to_choose(item, plan.state, served_index(), partner_tables(settings().tables)),
        problems=problems,
        empty_rows=range(len(item.evidence), len(item.evidence) + EMPTY_ROWS),
        clashes=unsettled.merge.clashes if unsettled else (),
        seen=unsettled.version if unsettled else 0,
        sources=row.sources,
        place=request.form.get("place", "") if unsettled else "",
    )


def _next_address(key: str, plan: Plan, item: PlanItem) -> str:
    """Where the button leads that was pressed: to the plan, or to the item that follows."""
    if request.form.get("then") == "next":
        ids = [each.id for each in plan.items]
        following = ids[ids.index(item.id) + 1 :] if item.id in ids else []
        if following:
            return url_for("plan_items.edit", key=key, name=item_name(key, following[0]))
    return url_for("plans.show", key=key, _anchor=f"item-{item_name(key, item.id)}")
