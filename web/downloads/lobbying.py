"""A lobbying list as a file to keep: CSV, XLSX and DOCX."""

from collections.abc import Callable

from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search import Evidence, EvidencePage, LobbyingList, LobbyingTarget, sponsors_as_printed
from web.downloads.lobbying_document import about_list, listed_targets, write_docx
from web.downloads.office_files import Cell, csv_file, xlsx_file
from web.site.served_index import is_invented
from web.words.citation import document_address
from web.words.lobbying_words import VIEW_WORDS, session_in_words

COLUMNS: dict[str, Callable[[LobbyingTarget], Cell]] = {
    "Suggested priority": lambda target: target.place,
    "State": lambda target: target.state.name,
    "ISO code": lambda target: target.state.code,
    "Regional group": lambda target: target.state.regional_group,
    "List": lambda target: VIEW_WORDS[target.view],
    "Points": lambda target: target.promise,
    "Recommendations to this State on the issue": lambda target: target.counts[Evidence.HERE],
    "Recommendations to this State on anything": lambda target: target.counts[Evidence.HERE_ANYTHING],
    "In cycles": lambda target: ", ".join(map(str, target.cycles_here)),
    "Last found to this State on the issue": lambda target: (
        session_in_words(target.last_asked_here) if target.last_asked_here else ""
    ),
    "Supported by this State": lambda target: target.counts[Evidence.HERE_SUPPORTED],
    "Noted by this State": lambda target: target.counts[Evidence.HERE_NOTED],
    "Recommendations to other States on the issue": lambda target: target.counts[Evidence.OTHERS],
    "Number of those States": lambda target: target.states_asked,
    "Share of its recommendations on the issue": lambda target: round(target.share, 4),
    "Compared with the average (times)": lambda target: round(target.times_average, 2),
    "For a specific action": lambda target: target.counts[Evidence.SPECIFIC],
    "Response: supported": lambda target: target.counts[Evidence.SUPPORTED],
    "Response: noted": lambda target: target.counts[Evidence.NOTED],
    "Same regional group": lambda target: "yes" if target.reasons["same_group"].number else "no",
    "Last recommendation indexed": lambda target: session_in_words(target.last_session) if target.last_session else "",
}
"""One row for each State with recommendations on the issue to anyone."""

REQUEST_COLUMNS: dict[str, Callable[[Recommendation], Cell]] = {
    "Recommendation": lambda request: request.id,
    "Session": lambda request: request.session,
    "Cycle": lambda request: cycle_of_session(request.session),
    "Made by": lambda request: sponsors_as_printed(request, "; "),
    "As printed": lambda request: request.quoted,
    "Position": lambda request: request.position.value,
    "Document": lambda request: request.place.symbol,
    "Paragraph": lambda request: request.place.paragraph,
    "Page": lambda request: request.place.page,
    "Address": lambda request: None if is_invented(request) else document_address(request.place),
}
"""One row for each recommendation on the issue to the State under review."""


def write_csv(listed: LobbyingList, _requests: EvidencePage) -> bytes:
    """The table of States."""
    return csv_file(COLUMNS, _target_rows(listed))


def write_xlsx(listed: LobbyingList, requests: EvidencePage) -> bytes:
    """A sheet of States, one of what the State under review received, and one that says what it is."""
    request_rows = [[column(request) for column in REQUEST_COLUMNS.values()] for request in requests.records]
    return xlsx_file(
        [
            ("States", list(COLUMNS), _target_rows(listed)),
            ("Recommendations", list(REQUEST_COLUMNS), request_rows),
            ("About", ["What this is"], [[line] for line in about_list(listed)]),
        ]
    )


DOWNLOADS: dict[str, Callable[[LobbyingList, EvidencePage], bytes]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "docx": write_docx,
}
"""By the value of the button, which is the extension of the file."""


def _target_rows(listed: LobbyingList) -> list[list[Cell]]:
    return [[column(target) for column in COLUMNS.values()] for target in listed_targets(listed)]
