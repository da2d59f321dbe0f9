"""Records of all kinds by their ids, read at once, old ids followed to those of today."""

from collections.abc import Mapping, Sequence

from search.catalogue.connection import CatalogueConnection
from search.catalogue.records import commitments_by_number, observations_by_number, recommendations_by_number
from search.catalogue.reported import reported_by_number
from search.datamodel.chosen import ChosenEntry, ChosenRecord

MOST_CORRIGENDA = 9
"""To one report."""
_ALIASES = "SELECT old_id, id FROM alias WHERE old_id IN (SELECT value FROM json_each(?))"
_AT = """
SELECT id FROM entry WHERE paragraph = ? AND (upper(symbol) = ? OR kind = 'recommendation'
AND upper(symbol) IN (SELECT value FROM json_each(?))) ORDER BY number
"""
_ENTRIES = "SELECT id, number, kind, state FROM entry WHERE id IN (SELECT value FROM json_each(?))"


def chosen_entries(connection: CatalogueConnection, ids: Sequence[str]) -> tuple[ChosenEntry, ...]:
    """What each id stands for today, in their order."""
    alias: dict[str, str | None] = dict(connection.rows(_ALIASES, list(ids)))
    today = {asked: alias.get(asked, asked) for asked in ids}
    entries = {
        record_id: (number, kind, state)
        for record_id, number, kind, state in connection.rows(_ENTRIES, list(filter(None, today.values())))
    }
    records = _records(connection, [number for number, *_ in entries.values()])
    return tuple(_entry(asked, today[asked], entries, records, asked in alias) for asked in ids)


def ids_at(connection: CatalogueConnection, symbol: str, paragraph: str) -> tuple[str, ...]:
    """The ids of what stands in a paragraph ("115.12") of the document of a symbol, whatever its kind, as printed; or
    would, had no corrigendum another wording of it."""
    number, document = paragraph.strip().rstrip("."), symbol.strip().upper()
    issues = [f"{document}/CORR.{corrigendum}" for corrigendum in range(1, MOST_CORRIGENDA + 1)]
    return tuple(record_id for (record_id,) in connection.rows(_AT, number, document, issues))


def _entry(
    asked: str,
    record_id: str | None,
    entries: Mapping[str, tuple[int, str, str | None]],
    records: Mapping[int, ChosenRecord],
    once_given: bool,
) -> ChosenEntry:
    if record_id is None or record_id not in entries:
        return ChosenEntry(asked, asked, "", None, None, withdrawn=once_given)
    number, kind, state = entries[record_id]
    return ChosenEntry(asked, record_id, kind, state, records.get(number))


def _records(connection: CatalogueConnection, numbers: Sequence[int]) -> Mapping[int, ChosenRecord]:
    """Entry number → its record."""
    return {
        **recommendations_by_number(connection, numbers),
        **commitments_by_number(connection, numbers),
        **observations_by_number(connection, numbers),
        **{number: entry.text for number, entry in reported_by_number(connection, numbers).items()},
    }
