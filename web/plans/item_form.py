"""One item of a plan as a form, and what somebody filled in as an item again."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from models.messages.printable import as_written
from models.plans.plan import MOST_CHARACTERS, PLAN_COLUMNS, Evidence, PlanColumn, PlanItem
from search import LinksWanted, ProgressLink, SearchIndex, is_shown, sentence_of
from search.progress.follow import progress_on_record
from web.plans.exported import document_in_words
from web.site.language import gettext
from web.words.citation import document_address
from web.words.review_dates import year
from web.words.sources_of_plan import SourcesOfPlan

EMPTY_ROWS = 2
"""For new evidence."""
MOST_ROWS = 220
OFFERED = 20
"""Paragraphs that a page offers as evidence."""
EVIDENCE_FIELDS = tuple(field.name for field in fields(Evidence))


@dataclass(frozen=True, slots=True)
class OfferedEvidence:
    """A paragraph that reports on an item, as evidence to be taken over."""

    evidence: Evidence
    by_meaning: bool
    """Whether a computer found it; else the document names the recommendation."""


def offered_evidence(item: PlanItem, index: SearchIndex) -> tuple[OfferedEvidence, ...]:
    """What the index holds on an item and its evidence does not, the most direct first."""
    if item.kind != "recommendation":
        return ()
    (entry,) = index.chosen([item.id])
    if entry.record is None:
        return ()
    sources = SourcesOfPlan(index, (item,))
    # What was taken over and changed since is offered once more: as the document has it.
    taken = {evidence.record for evidence in item.evidence if sources.quoted(evidence)}
    (found,) = progress_on_record(index.snapshot, entry.id, LinksWanted(related=False)).recommendations
    links = [link for link in found.links if is_shown(link) and link.report.id not in taken]
    return tuple(OfferedEvidence(evidence_of(link), link.stated is None) for link in links[:OFFERED])


def evidence_of(link: ProgressLink) -> Evidence:
    """A reported paragraph as evidence: the sentence that matters, as printed, with its citation."""
    report = link.report
    document = report.document
    return Evidence(
        text=sentence_of(link).words[:MOST_CHARACTERS],
        when=str(document.issued.year) if document.issued else year(document.session),
        document=document_in_words(report),
        link=document_address(report.place) or "",
        record=report.id,
    )


def filled_in(item: PlanItem, form: MultiDict[str, str], offered: Sequence[OfferedEvidence]) -> PlanItem:
    """The item with what a form says."""
    values: dict[str, Any] = {
        name: _value(column, form, getattr(item, name)) for name, column in PLAN_COLUMNS.items() if name != "evidence"
    }
    taken = [each.evidence for each in offered if each.evidence.record in form.getlist("take")]
    values["evidence"] = tuple(dict.fromkeys((*_evidence(form), *taken)))
    return replace(item, **values)


def problems_of(form: MultiDict[str, str]) -> dict[str, str]:
    """What has to be mended before an item can be kept, by id of the form control."""
    names = [*PLAN_COLUMNS, *(name for name in form if name.startswith("evidence-"))]
    lengths = {name: len(as_written(form.get(name, ""))) for name in names}
    return {
        name: gettext("Shorten the text to %(most)s characters; it has %(count)s.", most=MOST_CHARACTERS, count=length)
        for name, length in lengths.items()
        if length > MOST_CHARACTERS
    }


def _value(column: PlanColumn, form: MultiDict[str, str], before: Any) -> Any:
    """What a form says of a column."""
    if column.values is None:
        # What was ticked beside a blank is the user's own word, as it was shown.
        taken = gettext("; ").join(form.getlist(f"choose-{column.name}"))
        return as_written(form.get(column.name, before) or taken)
    return column.chosen(form.getlist(column.name))


def _evidence(form: MultiDict[str, str]) -> list[Evidence]:
    """The rows of evidence that hold something."""
    rows = (
        {name: as_written(form.get(f"evidence-{number}-{name}", "")) for name in EVIDENCE_FIELDS}
        for number in range(MOST_ROWS)
    )
    return [Evidence(**row) for row in rows if any(value for name, value in row.items() if name != "record")]
