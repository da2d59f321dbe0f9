"""A plan out of a file, whatever kind it is."""

from models.errors import UnusablePlan
from models.messages import Message
from models.plans.as_json import plan_from_json
from models.plans.plan import Plan
from web.plans.read_workbook import FilledIn, read_plan_workbook


def read_plan(content: bytes, current: Plan) -> FilledIn:
    """A plan out of the bytes of a workbook or a JSON file; `current` is the plan that it is given back to.

    Raises:
        UnusablePlan: it is no plan, too large or damaged.
    """
    if content.lstrip()[:1] != b"{":
        return read_plan_workbook(content, current)
    try:
        return FilledIn(plan_from_json(content.decode("utf-8-sig")), None, ())
    except UnicodeDecodeError as error:
        raise UnusablePlan(Message("This plan is damaged: give a file as this program exported it.")) from error
