"""Which reports and concluding observations are known by their symbols: those that the export in the folder names.

The symbols of pre-session documents follow a rule; those of reports and concluding observations do not.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from indexer.datamodel.source_entries import TableEntry
from indexer.fetch.wanted_file import name_of_export
from indexer.sources.uhri_export import read_uhri_json
from indexer.sources.uhri_records import LeftOut, UhriReader
from indexer.text.symbols import LATER_ISSUE, Symbol, parse_symbol
from indexer.write.previous_snapshot import open_catalogue
from models.index_database.address import DatabaseAddress, IndexPlace
from models.index_database.snapshots import snapshot_in_use
from models.index_folder.catalogue_schema import Query
from models.index_folder.folder import CATALOGUE, check_before_opening, current_snapshot, read_manifest
from models.reviews.states import StateTable


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

    def reports_of(self, state: str, session: int) -> list[str]:
        """The reports of a review; one, as a rule."""
        named = (symbol for of, of_session, symbol in self.reports if (of, of_session) == (state, session))
        return sorted(named)

    def with_reports(self, reports: Iterable[tuple[str, int, str]]) -> Self:
        """These and others, State and session and symbol of each."""
        return replace(self, reports=self.reports | self.of(reports, ()).reports)

    def observations_on(self, state: str) -> list[str]:
        """The concluding observations on a State."""
        return sorted(symbol for entity, symbol in self.observations if entity == state)


@contextmanager
def opened_catalogue(index: IndexPlace) -> Iterator[Query]:
    """The catalogue of an index in a folder or a database.

    Raises:
        IndexFolderError: there is no index in the folder, or it is damaged.
        IndexDatabaseError: there is no index, or the database cannot be reached.
    """
    if isinstance(index, DatabaseAddress):
        with snapshot_in_use(index) as database:
            yield database.rows
    else:
        snapshot = current_snapshot(index)
        check_before_opening(snapshot, read_manifest(snapshot))
        with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
            yield catalogue.execute


def fetched_export(folder: Path) -> Path | None:
    """The export in a folder, None where there is none; that of a full size takes a minute to be read."""
    export = folder / name_of_export("en")
    return export if export.exists() else None


def named_in_export(folder: Path) -> NamedDocuments:
    """Those of the export that was fetched into a folder; it is the same for everybody, and shows nobody's interest.

    Raises:
        DocumentError: the export is damaged.
    """
    reports: list[tuple[str, int, str]] = []
    observations: list[tuple[str, str]] = []
    seen: set[str] = set()
    reader = UhriReader(StateTable.built_in())
    export = fetched_export(folder)
    for record in read_uhri_json(export) if export else ():
        if record is None or record.symbol in seen:
            continue  # one record tells whose document it is; there are a hundred times as many records
        with suppress(LeftOut):
            for entry in reader.read(record):
                if isinstance(entry, TableEntry):
                    reports.append((entry.state_under_review, entry.session, record.symbol))
                else:
                    observations.append((entry.entity or "", entry.place.symbol))
                seen.add(record.symbol)
    return NamedDocuments.of(reports, observations)


def _first_issue(symbol: str) -> Symbol | None:
    """The report that an addendum, a revision or a corrigendum belongs to."""
    parsed = parse_symbol(symbol)
    return parse_symbol(LATER_ISSUE.sub("", parsed.text)) if parsed else None
