"""A lobbying list as a file to keep: CSV, XLSX and DOCX."""

from collections.abc import Callable, Iterable
from typing import Any

from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search import Evidence, LobbyingTarget
from web.downloads.about_sheet import about_coding, about_sources
from web.downloads.lobbying_document import write_docx
from web.downloads.lobbying_file import LobbyingFile
from web.downloads.office_files import Cell, PositionWord, address_of_words, csv_file
from web.downloads.workbook import xlsx_file
from web.site.language import day, gettext, lazy_gettext, translated
from web.site.served_index import is_invented, name_of
from web.words.citation import cited_document, place_shown, sponsor_name
from web.words.editions import edition_shown
from web.words.lobbying_words import VIEW_WORDS
from web.words.sessions import month_and_session

COLUMNS: tuple[tuple[str, Callable[[LobbyingTarget], Cell]], ...] = (
    (lazy_gettext("Suggested priority"), lambda target: target.place),
    (lazy_gettext("State"), lambda target: name_of(target.state)),
    (lazy_gettext("ISO code"), lambda target: target.state.code),
    (lazy_gettext("Regional group"), lambda target: translated(target.state.regional_group or "")),
    (lazy_gettext("List"), lambda target: str(VIEW_WORDS[target.view])),
    (lazy_gettext("Points"), lambda target: target.promise),
    (lazy_gettext("Recommendations to this State on the issue"), lambda target: target.counts[Evidence.HERE]),
    (
        lazy_gettext("Further recommendations to this State that may be on it"),
        lambda target: target.counts[Evidence.HERE_PERHAPS],
    ),
    (lazy_gettext("Recommendations to this State on anything"), lambda target: target.counts[Evidence.HERE_ANYTHING]),
    (lazy_gettext("In cycles"), lambda target: ", ".join(map(str, target.cycles_here))),
    (lazy_gettext("Last found to this State on the issue"), lambda target: _session(target.last_asked_here)),
    (lazy_gettext("Supported by this State"), lambda target: target.counts[Evidence.HERE_SUPPORTED]),
    (lazy_gettext("Noted by this State"), lambda target: target.counts[Evidence.HERE_NOTED]),
    (lazy_gettext("Recommendations to other States on the issue"), lambda target: target.counts[Evidence.OTHERS]),
    (lazy_gettext("Number of those States"), lambda target: target.states_asked),
    (lazy_gettext("Share of its recommendations on the issue"), lambda target: round(target.share, 4)),
    (lazy_gettext("Compared with the average (times)"), lambda target: round(target.times_average, 2)),
    (lazy_gettext("For a specific action"), lambda target: target.counts[Evidence.SPECIFIC]),
    (lazy_gettext("Response: supported"), lambda target: target.counts[Evidence.SUPPORTED]),
    (lazy_gettext("Response: noted"), lambda target: target.counts[Evidence.NOTED]),
    (
        lazy_gettext("Same regional group"),
        lambda target: gettext("yes") if target.reasons["same_group"].number else gettext("no"),
    ),
    (lazy_gettext("Last recommendation indexed"), lambda target: _session(target.last_session)),
)
"""One row for each State with recommendations on the issue to anyone."""

REQUEST_COLUMNS: tuple[tuple[str, Callable[[Recommendation], Cell]], ...] = (
    (lazy_gettext("Recommendation"), lambda request: request.id),
    (lazy_gettext("Session"), lambda request: request.session),
    (lazy_gettext("Cycle"), lambda request: cycle_of_session(request.session)),
    (lazy_gettext("Made by"), lambda request: "; ".join(map(sponsor_name, request.sponsors))),
    (lazy_gettext("As printed"), lambda request: edition_shown(request).quoted),
    (lazy_gettext("Position"), lambda request: PositionWord(request)),
    (lazy_gettext("Document"), lambda request: cited_document(request)),
    (lazy_gettext("Paragraph"), lambda request: request.place.paragraph),
    (lazy_gettext("Page"), lambda request: place_shown(request).page),
    (
        lazy_gettext("Address"),
        lambda request: None if is_invented(request) else address_of_words(request),
    ),
)
"""One row for each recommendation on the issue to the State under review."""


def write_csv(file: LobbyingFile) -> bytes:
    """The table of States; what is not indexed stands in rows of its own at the end."""
    return csv_file(_header(COLUMNS), [*_target_rows(file), *([sentence] for sentence in file.not_indexed)])


def write_xlsx(file: LobbyingFile) -> bytes:
    """A sheet of States, one of what the State under review received, and one that says what it is."""
    request_rows = [[value(request) for _, value in REQUEST_COLUMNS] for request in file.received.records]
    about = [
        (gettext("What this is"), file.title),
        (gettext("Documents indexed on"), day(file.built)),
        *((gettext("How to read"), line) for line in file.about()),
        *about_coding(),
        *about_sources(file.records()),
    ]
    return xlsx_file(
        [
            (gettext("States"), _header(COLUMNS), _target_rows(file)),
            (gettext("Recommendations"), _header(REQUEST_COLUMNS), request_rows),
        ],
        about,
    )


DOWNLOADS: dict[str, Callable[[LobbyingFile], bytes]] = {"csv": write_csv, "xlsx": write_xlsx, "docx": write_docx}
"""By the value of the button, which is the extension of the file."""


def _target_rows(file: LobbyingFile) -> list[list[Cell]]:
    return [[value(target) for _, value in COLUMNS] for target in file.targets]


def _header(columns: Iterable[tuple[str, Any]]) -> list[str]:
    return [str(name) for name, _ in columns]


def _session(session: int | None) -> str:
    return month_and_session(session) if session else ""
