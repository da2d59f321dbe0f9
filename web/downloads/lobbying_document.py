"""A lobbying list as a Word document: what to hand to colleagues before they talk to missions."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.records.records import Recommendation
from search import Evidence, EvidencePage, LobbyingList, LobbyingTarget, counted, none_made_to
from web.downloads.office_files import add_text, docx_file, new_document
from web.site.served_index import is_invented, state_name
from web.words.citation import citation
from web.words.lobbying_words import searched, session_in_words

PROSPECTS_SHOWN = 25
REQUESTS_SHOWN = 50


def write_docx(listed: LobbyingList, requests: EvidencePage) -> bytes:
    """Both views as tables, model wording, and what the State under review received, ready to cite."""
    name = listed.state.name
    document = new_document(f"States to approach: {name}")
    for line in about_list(listed):
        add_text(document.add_paragraph(), line)
    _add_targets(document, f"Asked {name} before", listed.view("asked"), name)
    prospects = listed.view("prospect")
    _add_targets(
        document, f"Potential supporters{_first_of(prospects, PROSPECTS_SHOWN)}", prospects[:PROSPECTS_SHOWN], name
    )
    _add_citations(document, "Model wording", listed.wording)
    shown = requests.records[:REQUESTS_SHOWN]
    _add_citations(
        document,
        f"Recommendations received by {name} on the issue{_first_of(range(requests.total), REQUESTS_SHOWN)}",
        shown,
    )
    return docx_file(document)


def about_list(listed: LobbyingList) -> list[str]:
    """What a reader of a file has to know, one sentence or two a line."""
    question = listed.question
    if question.records:
        issue = f"Recommendations like {', '.join(question.records)}"
    else:
        issue = f"Label “{question.label}”" if question.label else question.text
    invented = ["Invented sample: no State or document in this file is real."] if listed.state.invented else []
    return [
        *invented,
        f"Issue: {issue}",
        f"State under review: {listed.state.name}. {counted(listed.on_issue)} on the issue found, "
        f"{listed.here:,} of them to it. {searched(listed)}",
        f"States stand by suggested priority, from what is indexed of the sessions before session {listed.session}. "
        "It comes from a computer’s count, not from knowledge of a State’s plans.",
        "Whether a recommendation is on the issue was found by comparing words and meaning: read before you quote.",
        *listed.notes,
    ]


def listed_targets(listed: LobbyingList) -> tuple[LobbyingTarget, ...]:
    """The States of both views, those that asked before first."""
    return (*listed.view("asked"), *listed.view("prospect"))


def _first_of(whole: Sequence[Any], shown: int) -> str:
    return f" (the first {shown} of {len(whole)})" if len(whole) > shown else ""


def _add_targets(document: Any, heading: str, targets: Sequence[LobbyingTarget], name: str) -> None:
    document.add_heading(heading, 1)
    if not targets:
        document.add_paragraph("None found.")
        return
    header = ("Priority", "State", f"To {name}", "To others", "Share of its recommendations", "Specific", "Response")
    rows = [header, *(_row(target, name) for target in targets)]
    table = document.add_table(rows=len(rows), cols=len(header), style="Light Grid Accent 1")
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value


def _row(target: LobbyingTarget, name: str) -> tuple[str, ...]:
    counts = target.counts
    last = target.last_asked_here
    return (
        str(target.place),
        target.state.name,
        f"{counts[Evidence.HERE]}; last in {session_in_words(last)}" if last else none_made_to(target, name),
        f"{counts[Evidence.OTHERS]} to {target.states_asked} States",
        f"{target.share:.1%}; compared with the average: {target.times_average:.1f} ×",
        f"{counts[Evidence.SPECIFIC]} of {counts[Evidence.ON_ISSUE]}",
        f"{counts[Evidence.SUPPORTED]} supported, {counts[Evidence.NOTED]} noted",
    )


def _add_citations(document: Any, heading: str, requests: Iterable[Recommendation]) -> None:
    document.add_heading(heading, 1)
    for request in requests:
        cited = citation(request, state_name(request.state_under_review), is_invented(request))
        add_text(document.add_paragraph(style="List Bullet"), cited)
