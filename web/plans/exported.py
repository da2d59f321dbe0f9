"""A plan as it leaves in a file: what is quoted and cited is the index's, what the plan has otherwise stands apart.

A file that is given back is the same plan again: what it remembers comes back with it (models.plans.as_json).
"""

import json
from collections.abc import Iterator
from typing import Any

from models.plans.as_json import REMEMBERED, plan_as_json
from models.plans.plan import Evidence, Plan, PlanItem
from search import ChosenRecord, ReportedText
from web.site.language import in_each_language, side_by_side
from web.words.citation import cited_place, document_address
from web.words.sources_of_plan import SourcesOfPlan


def exported_json(plan: Plan, sources: SourcesOfPlan) -> str:
    """The plan as JSON: of each item and piece of evidence what a source says, and under "remembered" what the plan has
    in its place."""
    whole = json.loads(plan_as_json(plan))
    for item, written in zip(plan.items, whole["items"], strict=True):
        _tell_apart(written, dict(item_as_shown(item, sources)))
        for evidence, piece in zip(item.evidence, written["evidence"], strict=True):
            _tell_apart(piece, dict(evidence_as_shown(evidence, sources)))
    return json.dumps(whole, ensure_ascii=False)


def item_as_shown(item: PlanItem, sources: SourcesOfPlan) -> Iterator[tuple[str, str]]:
    """The fields of an item that are about its record, as the index has them; empty where it does not hold it."""
    words, entry = sources.words(item.id), sources.entry(item.id)
    if words is None:
        yield from (("quoted", ""), ("citation", ""), ("position", ""))
        return
    differing = {difference.what for difference in sources.differences(item)}
    yield "quoted", words.words if "words" in differing or not item.quoted else item.quoted
    yield "citation", sources.citation(item.id) if "citation" in differing or not item.citation else item.citation
    yield from (("position", sources.position(item.id)), ("state", entry.state or ""), ("kind", entry.kind))


def evidence_as_shown(evidence: Evidence, sources: SourcesOfPlan) -> Iterator[tuple[str, str]]:
    """The source of evidence, as the index has it; none of what was taken from a document and changed."""
    if not evidence.record:
        return
    record = sources.entry(evidence.record).record
    if record is None or sources.quoted(evidence) is None:
        yield from (("document", ""), ("link", ""), ("record", ""))
        return
    if evidence.document not in in_each_language(lambda: document_in_words(record)):
        yield "document", document_in_words(record)
    yield "link", document_address(record.place) or ""


def document_in_words(record: ChosenRecord) -> str:
    """What evidence that is taken from a record has as its document ("National report, A/HRC/…, paragraph 12")."""
    source = cited_place(record.place)
    if not isinstance(record, ReportedText):
        return source
    return side_by_side([record.document.kind.rules.title, source])


def _tell_apart(written: dict[str, Any], shown: dict[str, str]) -> None:
    """Put what is shown in place of what the plan remembers, and that beside it."""
    remembered = {name: written[name] for name, value in shown.items() if written[name] != value}
    written.update(shown)
    if remembered:
        written[REMEMBERED] = remembered
