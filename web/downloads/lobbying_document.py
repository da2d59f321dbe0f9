"""A lobbying list as a Word document: what to hand to colleagues before they talk to missions."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.records.records import Recommendation
from search import Evidence, LobbyingTarget, none_made_to
from web.downloads.lobbying_file import LobbyingFile
from web.downloads.result_document import add_citation, add_quotation
from web.downloads.word_document import add_table, add_text, docx_file, new_document, turn_page
from web.site.language import decimal, gettext, ngettext, number, percent, translated
from web.site.served_index import name_of
from web.words.lobbying_reasons import reason_in_one_line
from web.words.sessions import month_and_session

FIRST_SHOWN = 10
PROSPECTS_SHOWN = 25
REQUESTS_SHOWN = 50
WIDTHS_OF_FIRST = (1.5, 4.5, 11.0)
"""In cm, on a page of 17 between its margins."""
WIDTHS_OF_TARGETS = (1.8, 4.4, 5.0, 3.0, 4.8, 2.7, 4.0)
"""In cm, on a page of 25.7 between its margins."""


def write_docx(file: LobbyingFile) -> bytes:
    """The States to approach first with the reason; both views as tables; model wording and what was received."""
    prospects, received = file.listed.view("prospect"), file.received
    document = new_document(file.title, file.running_head())
    _add_first(document, file)
    add_text(document.add_heading("", 1), gettext("How to read this list"))
    for line in file.about():
        add_text(document.add_paragraph(), line)
    turn_page(document, landscape=True)
    if file.listed.is_certain:
        heading = gettext("Asked %(state)s before", state=file.state)
        _add_targets(document, heading, file.listed.view("asked"), file.state)
    if perhaps := file.listed.view("perhaps"):
        _add_targets(document, gettext("May have asked %(state)s before", state=file.state), perhaps, file.state)
    heading = _first_of(gettext("Potential supporters"), len(prospects), PROSPECTS_SHOWN)
    _add_targets(document, heading, prospects[:PROSPECTS_SHOWN], file.state)
    turn_page(document, landscape=False)
    _add_citations(document, gettext("Model wording"), file.listed.wording)
    heading = gettext("Recommendations received by %(state)s on the issue", state=file.state)
    _add_citations(document, _first_of(heading, received.total, REQUESTS_SHOWN), received.records[:REQUESTS_SHOWN])
    return docx_file(document)


def _add_first(document: Any, file: LobbyingFile) -> None:
    first = file.most_promising[:FIRST_SHOWN]
    add_text(document.add_heading("", 1), gettext("To approach first"))
    if not first:
        add_text(document.add_paragraph(), gettext("None found."))
        return
    header = (gettext("Order"), gettext("State"), gettext("Why"))
    rows = [
        (number(place), name_of(target.state), reason_in_one_line(target, file.state, file.listed.is_certain))
        for place, target in enumerate(first, 1)
    ]
    add_table(document, header, rows, WIDTHS_OF_FIRST)


def _first_of(heading: str, whole: int, shown: int) -> str:
    """The heading of a list that is cut where it is long."""
    if whole <= shown:
        return heading
    return gettext("%(heading)s (the first %(shown)s of %(all)s)", heading=heading, shown=shown, all=whole)


def _add_targets(document: Any, heading: str, targets: Sequence[LobbyingTarget], name: str) -> None:
    add_text(document.add_heading("", 1), heading)
    if not targets:
        add_text(document.add_paragraph(), gettext("None found."))
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
    add_table(document, header, [_row(target, name) for target in targets], WIDTHS_OF_TARGETS)


def _row(target: LobbyingTarget, name: str) -> tuple[str, ...]:
    counts = target.counts
    return (
        number(target.place),
        name_of(target.state),
        _to_state(target, name),
        _to_others(target),
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


def _to_others(target: LobbyingTarget) -> str:
    if not target.counts[Evidence.OTHERS]:
        return gettext("none found")
    return ngettext(
        "%(number)s to %(count)s State",
        "%(number)s to %(count)s States",
        target.states_asked,
        number=target.counts[Evidence.OTHERS],
    )


def _add_citations(document: Any, heading: str, requests: Iterable[Recommendation]) -> None:
    add_text(document.add_heading("", 1), heading)
    for request in requests:
        add_quotation(document, request)
        add_citation(document, request)
