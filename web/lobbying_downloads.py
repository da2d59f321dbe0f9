"""A lobbying list as a file to keep: CSV, XLSX and DOCX. Words of documents and users are data, never formulas."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from models.records import Recommendation
from models.sessions import cycle_of_session
from search.lobbying_results import Evidence, EvidencePage, LobbyingList, LobbyingTarget
from web.citation import document_address
from web.lobbying_document import about_list, listed_targets, printable, write_docx
from web.lobbying_words import VIEW_WORDS, session_in_words
from web.served_index import is_invented

Cell = str | int | float | None
MOST_CELL_CHARACTERS = 32_000
"""A little less than Excel can hold in one cell."""

COLUMNS: dict[str, Callable[[LobbyingTarget], Cell]] = {
    "Order of promise": lambda target: target.rank,
    "State": lambda target: target.state.name,
    "ISO code": lambda target: target.state.code,
    "Regional group": lambda target: target.state.regional_group,
    "List": lambda target: VIEW_WORDS[target.view],
    "Points": lambda target: target.promise,
    "To this State on the issue": lambda target: target.counts[Evidence.HERE],
    "In cycles": lambda target: ", ".join(map(str, target.cycles_here)),
    "Last asked": lambda target: session_in_words(target.last_asked_here) if target.last_asked_here else "",
    "Supported by this State": lambda target: target.counts[Evidence.HERE_SUPPORTED],
    "Noted by this State": lambda target: target.counts[Evidence.HERE_NOTED],
    "To other States on the issue": lambda target: target.counts[Evidence.OTHERS],
    "Other States asked": lambda target: target.states_asked,
    "Share of its recommendations": lambda target: round(target.share, 4),
    "Times all States' share": lambda target: target.reasons["care"].number,
    "For a specific action": lambda target: target.counts[Evidence.SPECIFIC],
    "Supported by all": lambda target: target.counts[Evidence.SUPPORTED],
    "Noted by all": lambda target: target.counts[Evidence.NOTED],
    "Same regional group": lambda target: "yes" if target.reasons["same_group"].number else "no",
    "Last spoke": lambda target: session_in_words(target.last_session) if target.last_session else "",
}
"""One row for each State that asked anyone on the issue."""

ASK_COLUMNS: dict[str, Callable[[Recommendation], Cell]] = {
    "Recommendation": lambda ask: ask.id,
    "Session": lambda ask: ask.session,
    "Cycle": lambda ask: cycle_of_session(ask.session),
    "Made by": lambda ask: "; ".join(sponsor.printed for sponsor in ask.sponsors),
    "As printed": lambda ask: ask.quoted,
    "Position": lambda ask: ask.position.value,
    "Document": lambda ask: ask.place.symbol,
    "Paragraph": lambda ask: ask.place.paragraph,
    "Page": lambda ask: ask.place.page,
    "Address": lambda ask: None if is_invented(ask) else document_address(ask.place),
}
"""One row for each recommendation on the issue to the State under review."""


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file."""

    extension: str
    mimetype: str
    write: Callable[[LobbyingList, EvidencePage], bytes]


def write_csv(listed: LobbyingList, _asks: EvidencePage) -> bytes:
    """The table of States; with a byte order mark, so that spreadsheets read accents."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for target in listed_targets(listed):
        writer.writerow([_harmless(column(target)) for column in COLUMNS.values()])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(listed: LobbyingList, asks: EvidencePage) -> bytes:
    """A sheet of States, one of what the State under review was asked, and one that says what it is."""
    book = Workbook(write_only=True)
    targets, columns = listed_targets(listed), COLUMNS.values()
    _add_sheet(book, "States", COLUMNS, ([column(target) for column in columns] for target in targets))
    _add_sheet(
        book, "Recommendations", ASK_COLUMNS, ([column(ask) for column in ASK_COLUMNS.values()] for ask in asks.records)
    )
    _add_sheet(book, "About", ["What this is"], ([line] for line in about_list(listed)))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


DOWNLOADS = {
    "csv": Download("csv", "text/csv", write_csv),
    "xlsx": Download("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "docx": Download("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx),
}
"""By the value of the button."""


def download_name(listed: LobbyingList, kind: Download) -> str:
    """A file name without a word of the issue: file names show up in many places."""
    return f"lobbying-{listed.state.code}.{kind.extension}"


def _add_sheet(book: Workbook, title: str, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        sheet.append([_text_cell(sheet, value) if isinstance(value, str) else value for value in row])


def _text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    """A cell that holds text even where it begins like a formula."""
    cell = WriteOnlyCell(sheet, printable(text)[:MOST_CELL_CHARACTERS])
    cell.data_type = "s"
    return cell


def _harmless(value: Cell) -> Cell:
    """Text that a spreadsheet will not take for a formula when it opens the file."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
