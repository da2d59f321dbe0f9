"""A workbook or JSON file that somebody gives back: what it changes, before anything is merged.

It stays in memory, as ciphertext that only the form of its page opens, until it is merged or nobody has wanted it for a
while.
"""

import json
import zlib
from dataclasses import dataclass
from typing import cast

from flask import current_app, request

from models.errors import UnusablePlan
from models.messages.message import Message
from models.plans.as_json import plan_as_json, plan_from_json
from models.plans.plan import Plan
from web.plans.edit import CHOICES
from web.plans.kept_plans import item_name
from web.plans.merge_plans import Change, Choice, Clash, Merge, merge_plans
from web.plans.plan_store import KeptPlan
from web.plans.read_file import read_plan
from web.plans.read_workbook import FilledIn
from web.site.kept_questions import KeptQuestions
from web.site.language import translated
from web.site.request_in_memory import file_handed_in
from web.site.served_index import served_index
from web.words.sources_of_plan import SourcesOfPlan

KEPT_UPLOADS = "upr_kept_uploads"


def uploaded(current: Plan) -> FilledIn:
    """What the file of this request holds; `current` is the plan that it is given back to.

    Raises:
        UnusablePlan: there is no file, or it is no plan, too large or damaged.
    """
    content = file_handed_in()
    if not content:
        raise UnusablePlan(Message("Choose a file first."))
    return read_plan(content, current)


@dataclass(frozen=True, slots=True)
class Offered:
    """What a file would change in a plan."""

    merge: Merge
    """`mine` is the plan of now, `theirs` the file."""
    meanwhile: tuple[Change, ...]
    """What was changed in the plan since the file was made."""
    warnings: tuple[Message, ...]
    """What could not be taken of the file."""
    upload: str
    """The key of the file."""
    seen: int
    """The version of the plan."""
    sources: SourcesOfPlan
    """Of the items of both."""
    again: bool = False
    """Whether somebody changed the plan since it was shown first."""

    @property
    def changes_nothing(self) -> bool:
        """Whether the plan stays as it is."""
        merge = self.merge
        return not (merge.changes or merge.clashes or merge.added or merge.removed or merge.kept)


def offer_of(upload: str, filled_in: FilledIn, kept: KeptPlan, *, again: bool = False) -> Offered:
    """What a file, by its key, changes in the plan of now."""
    current = kept.plan
    base = filled_in.base or current
    return Offered(
        merge=merge_plans(base, current, filled_in.plan),
        meanwhile=merge_plans(base, filled_in.plan, current).changes,
        warnings=filled_in.warnings,
        upload=upload,
        seen=kept.version,
        sources=SourcesOfPlan(served_index(), (*filled_in.plan.items, *current.items)),
        again=again,
    )


def keep_upload(filled_in: FilledIn) -> str:
    """Keep what a file holds for a while, and return the key that the form of its page carries."""
    base = plan_as_json(filled_in.base) if filled_in.base else None
    warnings = [translated(warning) for warning in filled_in.warnings]
    return _uploads().put(zlib.compress(json.dumps([plan_as_json(filled_in.plan), base, warnings]).encode()))


def kept_upload(key: str) -> FilledIn | None:
    """What a file held, its warnings in the language in which it was given; None where it is not kept, or no longer."""
    kept = _uploads().get(key)
    if kept is None:
        return None
    plan, base, warnings = json.loads(zlib.decompress(kept))
    return FilledIn(plan_from_json(plan), plan_from_json(base) if base else None, tuple(map(Message, warnings)))


def forget_upload(key: str) -> None:
    """Forget what a file held."""
    _uploads().delete(key)


def choice_field(key: str, clash: Clash) -> str:
    """The name of the form field with the choice on a clash."""
    return f"choice-{item_name(key, clash.item)}-{clash.column}"


def choices_made(key: str, merge: Merge) -> dict[tuple[str, str], Choice]:
    """What a form says on each clash."""
    return {
        (clash.item, clash.column): CHOICES.get(request.form.get(choice_field(key, clash), ""), Choice.BOTH)
        for clash in merge.clashes
    }


def _uploads() -> KeptQuestions:
    return cast(KeptQuestions, current_app.extensions[KEPT_UPLOADS])
