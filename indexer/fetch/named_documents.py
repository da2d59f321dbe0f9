"""Which reports and concluding observations are known by their symbols: those that an index or an export names.

The symbols of pre-session documents follow a rule; those of reports and concluding observations do not.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from indexer.datamodel.source_entries import TableEntry
from indexer.fetch.wanted_file import UHRI_EXPORTS
from indexer.sources.uhri_export import read_uhri_json, read_uhri_table
from indexer.sources.uhri_records import LeftOut, UhriReader
from indexer.text.symbols import LATER_ISSUE, Symbol, parse_symbol
from indexer.write.previous_snapshot import open_catalogue
from models.index_database.address import DatabaseAddress, IndexPlace
from models.index_database.snapshots import snapshot_in_use
from models.index_folder.folder import CATALOGUE, check_before_opening, current_snapshot, read_manifest
from models.records.documents import DocumentKind
from models.reviews.states import StateTable

_REPORTS = """
SELECT DISTINCT review.state, session, symbol FROM document JOIN review ON review.id = review
WHERE kind = ? AND review.state NOT IN (SELECT code FROM state WHERE invented = 1)
"""
_OBSERVATIONS = """
SELECT DISTINCT entity, symbol FROM observation
WHERE entity > '' AND entity NOT IN (SELECT code FROM state WHERE invented = 1)
"""


@dataclass(frozen=True, slots=True)
class NamedDocuments:
    """Symbols of documents."""

    reports: frozenset[tuple[str, int, str]] = frozenset()
    """State and session of the review, symbol of the report's first issue."""
    observations: frozenset[tuple[str, str]] = frozenset()
    """State or other entity, symbol."""

    @classmethod
    def of(cls, reports: Iterable[tuple[str, int, str]], observations: Iterable[tuple[str, str]]) -> Self:
        """Take those whose symbols are of documents of their kind, for a symbol becomes an address and a file name.

        An addendum names its report, too.
        """
        return cls(
            reports=frozenset(
                (state, session, parsed.text)
                for state, session, symbol in reports
                if (parsed := _first_issue(symbol)) and parsed.is_of_council
            ),
            observations=frozenset(
                (state, parsed.text)
                for state, symbol in observations
                if (parsed := parse_symbol(symbol)) and parsed.is_of_treaty_body
            ),
        )

    def __or__(self, other: "NamedDocuments") -> "NamedDocuments":
        return NamedDocuments(self.reports | other.reports, self.observations | other.observations)

    def reports_of(self, state: str, session: int) -> list[str]:
        """The reports of a review; one, as a rule."""
        named = (symbol for of, of_session, symbol in self.reports if (of, of_session) == (state, session))
        return sorted(named)

    def without_reports(self, session: int) -> "NamedDocuments":
        """All but the reports of one session."""
        return replace(self, reports=frozenset(report for report in self.reports if report[1] != session))

    def observations_on(self, state: str) -> list[str]:
        """The concluding observations on a State."""
        return sorted(symbol for entity, symbol in self.observations if entity == state)


Rows = Callable[..., Iterable[Any]]
"""Gives the rows of a query to the catalogue of an index, wherever that is, which is followed by its parameters."""


@contextmanager
def opened_catalogue(index: IndexPlace | None) -> Iterator[Rows | None]:
    """The catalogue of an index in a folder or a database, None for none.

    Raises:
        IndexFolderError: there is no index in the folder, or it is damaged.
        IndexDatabaseError: there is no index, or the database cannot be reached.
    """
    if index is None:
        yield None
    elif isinstance(index, DatabaseAddress):
        with snapshot_in_use(index) as database:
            yield lambda query, *parameters: database.rows(query, parameters)
    else:
        snapshot = current_snapshot(index)
        check_before_opening(snapshot, read_manifest(snapshot))
        with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
            yield lambda query, *parameters: catalogue.execute(query, parameters)


def fetched_export(folder: Path) -> Path | None:
    """The export in a folder, None where there is none; that of a full size takes a minute to be read."""
    exports = (folder / name for name in UHRI_EXPORTS.values())
    return next((path for path in exports if path.exists()), None)


def named_documents(rows_of: Rows | None, folder: Path) -> NamedDocuments:
    """Those that an index names, and those that an export names which was fetched into a folder.

    Raises:
        DocumentError: the export is damaged.
    """
    named = _named_by_index(rows_of) if rows_of else NamedDocuments()
    export = fetched_export(folder)
    return named | _named_by_export(export) if export else named


def _named_by_index(rows_of: Rows) -> NamedDocuments:
    """Those that an index holds or quotes; none of invented States."""
    return NamedDocuments.of(rows_of(_REPORTS, DocumentKind.WORKING_GROUP_REPORT.value), rows_of(_OBSERVATIONS))


def _named_by_export(path: Path) -> NamedDocuments:
    """Those that the records of an export of the Universal Human Rights Index are from."""
    records = read_uhri_json(path) if path.suffix == ".json" else read_uhri_table(path)
    reader = UhriReader(StateTable.built_in())
    seen: set[str] = set()
    reports: list[tuple[str, int, str]] = []
    observations: list[tuple[str, str]] = []
    for record in records:
        if record is None or record.symbol in seen:
            continue  # one record tells whose document it is; there are a hundred times as many records
        try:
            for entry in reader.read(record):
                if isinstance(entry, TableEntry):
                    reports.append((entry.state_under_review, entry.session, record.symbol))
                else:
                    observations.append((entry.entity or "", entry.place.symbol))
                seen.add(record.symbol)
        except LeftOut:
            continue
    return NamedDocuments.of(reports, observations)


def _first_issue(symbol: str) -> Symbol | None:
    """The report that an addendum, a revision or a corrigendum belongs to."""
    parsed = parse_symbol(symbol)
    return parse_symbol(LATER_ISSUE.sub("", parsed.text)) if parsed else None
