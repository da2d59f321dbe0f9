"""A plan out of a file, whatever kind it is: read in a process with limits, for anybody may have made it."""

from collections.abc import Callable
from dataclasses import replace
from typing import ParamSpec

from indexer.limits.run_apart import run_apart
from models.errors import UnreadableDocument, UnusablePlan
from models.messages.message import Message
from models.plans.as_json import MOST_BYTES, plan_from_json
from models.plans.plan import Plan
from web.files.letterhead import NO_WORD_FILE, read_letterhead
from web.plans.read_workbook import FilledIn, read_plan_workbook
from web.plans.workbook_columns import WorkbookWords


def read_plan(content: bytes, current: Plan) -> FilledIn:
    """A plan out of the bytes of a workbook or a JSON file; `current` is the plan that it is given back to.

    Raises:
        UnusablePlan: it is no plan, too large, damaged, or more work to read than one.
    """
    if len(content) > MOST_BYTES:
        raise UnusablePlan(Message("This file is larger than 10 MB. Choose a smaller one, or a part of it."))
    try:
        return run_apart("file", plan_of, content, current, WorkbookWords.of_page())
    except UnreadableDocument as error:
        raise UnusablePlan(
            Message("This file is damaged, or far more work to read than a plan: save it anew from the one you had.")
        ) from error


Arguments = ParamSpec("Arguments")


def word_file_apart(read: Callable[Arguments, bytes], *given: Arguments.args, **named: Arguments.kwargs) -> bytes:
    """What a function makes of a Word file that somebody hands in, called in a process with limits.

    Raises:
        UnusablePlan: it is none, damaged, or more work to read than one.
    """
    try:
        return run_apart("file", read, *given, **named)
    except UnreadableDocument as error:
        raise UnusablePlan(NO_WORD_FILE) from error


def plan_of(content: bytes, current: Plan, of_page: WorkbookWords | None = None) -> FilledIn:
    """What `read_plan` gives, read in this process; raises as it does.

    Args:
        content: the bytes of the file.
        current: the plan that it is given back to.
        of_page: what headings and words of a workbook stand for; None: as on this page.
    """
    if content.lstrip()[:1] != b"{":
        return read_plan_workbook(content, current, of_page)
    try:
        plan = plan_from_json(content.decode("utf-8-sig"))
        if plan.letterhead:  # which anybody may have put there
            plan = replace(plan, letterhead=read_letterhead(plan.letterhead))
        return FilledIn(plan, None, ())
    except UnicodeDecodeError as error:
        raise UnusablePlan(Message("This plan is damaged: give a file as this program exported it.")) from error
