"""The list that a visitor puts together: to put records on it, look at it, keep it, download it and forget it.

It is a plan that is not kept yet, and is shown as one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import SplitResult, quote, unquote, urlsplit

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from search import ChosenEntry
from web.files.office_files import as_attachment
from web.plans.kept_plans import keeps_plans, plan_forms_only
from web.plans.list_document import chosen_document
from web.plans.new_items import unplanned_items
from web.plans.plan_page import item_rows, rows_by_state
from web.site.chosen_list import ANCHOR, chosen_list, forget, keep, list_at_hand
from web.site.own_forms import own_forms_only
from web.site.served_index import served_index

chosen_pages = Blueprint("chosen", __name__)


def _own_list() -> tuple[str, ...]:
    return (chosen_list().key,)


@chosen_pages.get("/list")
def show() -> str:
    """What is on the list."""
    chosen, index = list_at_hand(), served_index()
    entries = index.chosen(chosen.ids)
    rows = item_rows("", unplanned_items(entries, index), index)
    return render_template(
        "plan.html",
        chosen=chosen,
        rows=rows,
        groups=rows_by_state(rows),
        citations="\n".join(row.citation for row in rows if row.citation),
        suggested_state=_main_state(entries),
        keeps_plans=keeps_plans(),
    )


@chosen_pages.get("/list/list.docx")
def as_document() -> Response:
    """Its records with their citations, as a Word document."""
    entries = served_index().chosen(list_at_hand().ids)
    return as_attachment(chosen_document(entries, served_index()), "docx", "list")


@chosen_pages.post("/list")
@plan_forms_only
def change() -> ResponseReturnValue:
    """Put records on the list or take them off, and lead back to where they were shown."""
    added = [each for ids in request.form.getlist("add") for each in ids.split()]
    removed = [each for ids in request.form.getlist("remove") for each in ids.split()]
    back = _page_before(request.form.get("back", "")) or url_for("chosen.show")
    place = f"#{ANCHOR}{(added or removed)[0]}" if len(added) + len(removed) == 1 else ""
    return keep(list_at_hand().with_ids(added).without(removed), _to(back + place))


@chosen_pages.post("/list/keep")
@own_forms_only(_own_list)
def keep_on_this_computer() -> ResponseReturnValue:
    """Let the list outlast the session of the browser, in its cookie."""
    chosen = list_at_hand()
    return keep(replace(chosen, on_this_computer=True), _to(url_for("chosen.show")))


@chosen_pages.post("/list/forget")
@own_forms_only(_own_list)
def forget_list() -> ResponseReturnValue:
    """Forget the list."""
    return forget(_to(url_for("chosen.show")))


def _page_before(path: str) -> str:
    """The address of the page with the form, by its path; "" where this site has no page there.

    Parameters are taken from `Referer`: no page writes its own address with words that a stranger put into it.
    """
    try:
        current_app.url_map.bind("localhost").match(path, method="GET")
    except HTTPException:
        return ""
    parts = urlsplit(request.referrer or "")
    page = request.script_root + path
    query = parts.query if parts.netloc == request.host and unquote(parts.path) == page else ""
    return SplitResult("", "", quote(page), query, "").geturl()


def _to(address: str) -> Response:
    return redirect(address, 303)  # type: ignore[return-value] # of Flask


def _main_state(entries: Iterable[ChosenEntry]) -> str:
    """The code of the State that most entries are about; "" where they are about none."""
    states = Counter(entry.state for entry in entries if entry.state)
    return states.most_common(1)[0][0] if states else ""
