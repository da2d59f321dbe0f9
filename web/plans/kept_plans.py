"""The plans of this site for the requests of one page: the store, the key in the address, the forms of a plan."""

from collections.abc import Callable
from hashlib import sha256
from typing import ParamSpec, cast

from flask import abort, current_app
from flask.typing import ResponseReturnValue

from models.errors import PlanNotKept
from models.messages.message import Message
from models.plans.plan import Plan, PlanItem
from web.plans.plan_store import Plans
from web.site.chosen_list import chosen_list
from web.site.language import gettext
from web.site.own_forms import own_forms_only

PLAN_STORE = "upr_plan_store"
NO_PLANS_HERE = Message(
    "This site keeps no plans: make one as a workbook instead, on the page of your list, or ask the people who run the "
    "site for one that does."
)

Parameters = ParamSpec("Parameters")


def keeps_plans() -> bool:
    """Whether this site keeps plans."""
    return current_app.extensions[PLAN_STORE] is not None


def plan_store() -> Plans:
    """Where this site keeps plans.

    Raises:
        PlanNotKept: it keeps none.
    """
    if not keeps_plans():
        raise PlanNotKept(NO_PLANS_HERE)
    return cast(Plans, current_app.extensions[PLAN_STORE])


def plan_forms_only(view: Callable[Parameters, ResponseReturnValue]) -> Callable[Parameters, ResponseReturnValue]:
    """Before a view: refuse what no form of this site sent.

    A form that was opened before its user put something on a list counts: the key of a plan is known to nobody else.
    """
    return own_forms_only(lambda: (chosen_list().key, ""))(view)


def number_of(word: str) -> int:
    """A number of a form; 0 for what is none."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0


def item_name(key: str, item_id: str) -> str:
    """What stands for an item in addresses and forms: addresses are remembered, and say nothing of a plan."""
    return sha256(f"{key} {item_id}".encode()).hexdigest()[:16]


def item_named(key: str, plan: Plan, name: str) -> PlanItem:
    """The item of a name; where the plan has none, the page that says so."""
    found = next((item for item in plan.items if item_name(key, item.id) == name), None)
    if found is None:
        abort(404, gettext("This plan has no such item: it was taken out. Open the plan again."))
    return found
