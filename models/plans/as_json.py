"""A plan as JSON: how it is kept, exported and taken in again. What is taken in is hostile until it is checked here."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from models.errors import UnusablePlan
from models.messages.message import Message
from models.messages.printable import as_written
from models.plans.plan import MOST_CHARACTERS, MOST_ITEMS, MOST_OWN_COLUMNS, PLAN_COLUMNS, Evidence, Plan, PlanItem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

VERSION = 1
MOST_BYTES = 10_000_000
REMEMBERED = "remembered"
"""In a file that was exported, of an item or a piece of evidence: what the plan has where the index had other words."""
MOST_EVIDENCE = 200
"""Pieces of evidence on one item."""


def plan_as_json(plan: Plan) -> str:
    """The plan as one JSON object with the version of its form; a letterhead, where there is one, in Base64."""
    whole = {"version": VERSION, **asdict(plan)}
    letterhead = whole.pop("letterhead")
    if letterhead:
        whole["letterhead"] = b64encode(letterhead).decode()
    return json.dumps(whole, ensure_ascii=False)


def plan_from_json(text: str, *, as_exported: bool = False) -> Plan:
    """The plan that `plan_as_json` wrote, or that someone says it wrote.

    Unknown keys are dropped, texts lose control characters, an id that stands twice counts once. What an exported file
    says that the plan remembers is taken back, unless the plan is wanted `as_exported`.

    Raises:
        UnusablePlan: it is no such object, of a later version, or larger than a plan may be.
    """
    if len(text) > MOST_BYTES:
        raise UnusablePlan(Message("This plan is too large: give one of at most 10 MB."))
    from pydantic import ValidationError

    try:
        given = json.loads(text)
        if not isinstance(given, dict) or given.get("version") != VERSION:
            raise UnusablePlan(Message("This is no plan that this program can read: give a file that it exported."))
        letterhead = b64decode(str(given.pop("letterhead", "")), validate=True)
        plan = _plans().validate_python(given if as_exported else _with_remembered(given))
    except (ValueError, ValidationError, RecursionError) as error:
        raise UnusablePlan(Message("This plan is damaged: give a file as this program exported it.")) from error
    return replace(checked_plan(plan), letterhead=letterhead)


def _with_remembered(given: dict[str, Any]) -> dict[str, Any]:
    items = given.get("items")
    return given | {"items": [_taken_back(item) for item in items]} if isinstance(items, list) else given


def _taken_back(item: Any) -> Any:
    """An item with what the plan remembers of it and of its evidence; what is none stays for pydantic to refuse.

    Version 0.2 filled columns in, and named those that nobody had taken over yet: they are blank.
    """
    if not isinstance(item, dict):
        return item
    filled_in = item.get("suggested")
    blank = [name for name in PLAN_COLUMNS if name in filled_in] if isinstance(filled_in, list) else []
    item = {name: value for name, value in _own_fields(item).items() if name not in blank}
    if isinstance(item.get("evidence"), list):
        item["evidence"] = [_own_fields(piece) for piece in item["evidence"]]
    return item


def _own_fields(written: Any) -> Any:
    remembered = written.get(REMEMBERED) if isinstance(written, dict) else None
    return written | remembered if isinstance(remembered, dict) else written


def checked_plan(plan: Plan) -> Plan:
    """The plan with harmless texts and each item once.

    Raises:
        UnusablePlan: it has more items, evidence or characters than a plan may have.
    """
    items: dict[str, PlanItem] = {}
    for item in plan.items:
        items.setdefault(item.id, item)
    if len(items) > MOST_ITEMS:
        raise UnusablePlan(
            Message("A plan holds at most %(most)s items; this one has %(count)s.", most=MOST_ITEMS, count=len(items))
        )
    return replace(_harmless(plan), items=tuple(map(_checked, items.values())))


def _checked(item: PlanItem) -> PlanItem:
    if len(item.evidence) > MOST_EVIDENCE:
        raise UnusablePlan(
            Message("%(item)s has more than %(most)s pieces of evidence.", item=item.id, most=MOST_EVIDENCE)
        )
    evidence = tuple(dict.fromkeys(_harmless(each) for each in item.evidence))
    return replace(
        _harmless(item),
        evidence=evidence,
        own_columns=_checked_columns(item),
    )


def _checked_columns(item: PlanItem) -> tuple[tuple[str, str], ...]:
    """The columns that people added, each heading once, those without text left out."""
    if len(item.own_columns) > MOST_OWN_COLUMNS:
        raise UnusablePlan(
            Message("A plan holds at most %(most)s columns that you added to its workbook.", most=MOST_OWN_COLUMNS)
        )
    texts = {as_written(heading)[:MOST_CHARACTERS]: as_written(text) for heading, text in item.own_columns}
    if any(len(text) > MOST_CHARACTERS for text in texts.values()):
        raise UnusablePlan(
            Message(
                "A text of a column that you added is too long: shorten it to %(most)s characters.",
                most=MOST_CHARACTERS,
            )
        )
    return tuple((heading, text) for heading, text in texts.items() if heading and text)


Written = TypeVar("Written", Plan, PlanItem, Evidence)


def _harmless(value: Written) -> Written:
    """A plan, item or piece of evidence whose texts of its own are printable and not too long."""
    texts = {name: getattr(value, name) for name in value.__slots__ if type(getattr(value, name)) is str}
    for name, text in texts.items():
        if len(text) > MOST_CHARACTERS and name != "quoted":
            raise UnusablePlan(
                Message(
                    "A text of the plan is too long: shorten it to %(most)s characters; it has %(count)s.",
                    most=MOST_CHARACTERS,
                    count=len(text),
                )
            )
    written: dict[str, Any] = {name: as_written(text) for name, text in texts.items()}
    return replace(value, **written)


@cache
def _plans() -> "TypeAdapter[Plan]":
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)
