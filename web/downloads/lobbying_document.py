"""A lobbying list as a Word document: what to hand to colleagues before they talk to missions."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.records.records import Recommendation
from search import Evidence, EvidencePage, LobbyingList, LobbyingQuestion, LobbyingTarget, none_made_to
from web.downloads.office_files import add_text, docx_file, new_document
from web.site.language import decimal, gettext, ngettext, number, percent, translated
from web.site.served_index import is_invented, state_name
from web.words.citation import citation
from web.words.lobbying_words import searched
from web.words.sessions import month_and_session

PROSPECTS_SHOWN = 25
REQUESTS_SHOWN = 50


def write_docx(listed: LobbyingList, requests: EvidencePage) -> bytes:
    """Both views as tables, model wording, and what the State under review received, ready to cite."""
    name = listed.state.name
    prospects, received = listed.view("prospect"), requests.records
    document = new_document(gettext("States to approach: %(state)s", state=name))
    for line in about_list(listed):
        add_text(document.add_paragraph(), line)
    _add_targets(document, gettext("Asked %(state)s before", state=name), listed.view("asked"), name)
    heading = _first_of(gettext("Potential supporters"), len(prospects), PROSPECTS_SHOWN)
    _add_targets(document, heading, prospects[:PROSPECTS_SHOWN], name)
    _add_citations(document, gettext("Model wording"), listed.wording)
    heading = gettext("Recommendations received by %(state)s on the issue", state=name)
    _add_citations(document, _first_of(heading, requests.total, REQUESTS_SHOWN), received[:REQUESTS_SHOWN])
    return docx_file(document)


def about_list(listed: LobbyingList) -> list[str]:
    """What a reader of a file has to know, one sentence or two a line."""
    invented = [gettext("Invented sample: no State or document in this file is real.")]
    found = ngettext(
        "State under review: %(state)s. %(count)s recommendation on the issue was found, %(here)s of them to it.",
        "State under review: %(state)s. %(count)s recommendations on the issue were found, %(here)s of them to it.",
        listed.on_issue,
        state=listed.state.name,
        here=listed.here,
    )
    order = gettext(
        "States stand by suggested priority, from what is indexed of the sessions before session %(session)s. It comes "
        "from a computer’s count, not from knowledge of a State’s plans.",
        session=str(listed.session),
    )
    reading = gettext(
        "Whether a recommendation is on the issue was found by comparing words and meaning: read before you quote."
    )
    return [
        *(invented if listed.state.invented else []),
        _issue(listed.question),
        f"{found} {searched(listed)}",
        order,
        reading,
        *map(translated, listed.notes),
    ]


def _issue(question: LobbyingQuestion) -> str:
    if question.records:
        return gettext("Issue: recommendations like %(records)s", records=", ".join(question.records))
    if question.label:
        return gettext("Issue: label “%(label)s”", label=translated(question.label))
    return gettext("Issue: %(issue)s", issue=question.text)


def listed_targets(listed: LobbyingList) -> tuple[LobbyingTarget, ...]:
    """The States of both views, those that asked before first."""
    return (*listed.view("asked"), *listed.view("prospect"))


def _first_of(heading: str, whole: int, shown: int) -> str:
    """The heading of a list that is cut where it is long."""
    if whole <= shown:
        return heading
    return gettext("%(heading)s (the first %(shown)s of %(all)s)", heading=heading, shown=shown, all=whole)


def _add_targets(document: Any, heading: str, targets: Sequence[LobbyingTarget], name: str) -> None:
    document.add_heading(heading, 1)
    if not targets:
        document.add_paragraph(gettext("None found."))
        return
    header = (
        gettext("Priority"),
        gettext("State"),
        gettext("To %(state)s", state=name),
        gettext("To others"),
        gettext("Share of its recommendations"),
        gettext("Specific"),
        gettext("Response"),
    )
    rows = [header, *(_row(target, name) for target in targets)]
    table = document.add_table(rows=len(rows), cols=len(header), style="Light Grid Accent 1")
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value


def _row(target: LobbyingTarget, name: str) -> tuple[str, ...]:
    counts = target.counts
    return (
        number(target.place),
        target.state.name,
        _to_state(target, name),
        ngettext(
            "%(number)s to %(count)s State",
            "%(number)s to %(count)s States",
            target.states_asked,
            number=counts[Evidence.OTHERS],
        ),
        gettext(
            "%(share)s; compared with the average: %(times)s ×",
            share=percent(target.share, 1),
            times=decimal(target.times_average, 1),
        ),
        gettext("%(number)s of %(all)s", number=counts[Evidence.SPECIFIC], all=counts[Evidence.ON_ISSUE]),
        gettext(
            "%(supported)s supported, %(noted)s noted",
            supported=counts[Evidence.SUPPORTED],
            noted=counts[Evidence.NOTED],
        ),
    )


def _to_state(target: LobbyingTarget, name: str) -> str:
    """How many it made to the State under review, and when last; where none, among how many."""
    if target.last_asked_here is None:
        return translated(none_made_to(target, name))
    return gettext(
        "%(number)s; last in %(session)s",
        number=target.counts[Evidence.HERE],
        session=month_and_session(target.last_asked_here),
    )


def _add_citations(document: Any, heading: str, requests: Iterable[Recommendation]) -> None:
    document.add_heading(heading, 1)
    for request in requests:
        cited = citation(request, state_name(request.state_under_review), is_invented(request))
        add_text(document.add_paragraph(style="List Bullet"), cited)
