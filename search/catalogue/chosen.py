"""Records of all kinds by their ids, read at once, old ids followed to those of today."""

from collections.abc import Callable, Mapping, Sequence

from search.catalogue.commitments import commitments_by_number
from search.catalogue.connection import CatalogueConnection
from search.catalogue.observations import observations_by_id
from search.catalogue.recommendations import recommendations_by_number
from search.catalogue.reported import reported_by_number
from search.datamodel.chosen import ChosenEntry, ChosenRecord

MOST_CORRIGENDA = 9
"""To one report."""
_ALIASES = "SELECT old_id, id FROM alias WHERE old_id IN (SELECT value FROM json_each(?))"
_AT = """
WITH standing AS (
    SELECT recommendation.id FROM recommendation JOIN source ON record = recommendation.id AND role = 'text'
    WHERE recommendation.paragraph = ? AND upper(source.symbol) IN (SELECT value FROM json_each(?))
    UNION ALL SELECT id FROM commitment WHERE paragraph = ? AND upper(symbol) = ?
    UNION ALL SELECT id FROM observation WHERE paragraph = ? AND upper(symbol) = ?
    UNION ALL SELECT id FROM reported WHERE paragraph = ? AND upper(symbol) = ?
) SELECT id FROM standing JOIN entry USING (id) ORDER BY number
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
    records = _records(connection, {number: (kind, record_id) for record_id, (number, kind, _) in entries.items()})
    return tuple(_entry(asked, today[asked], entries, records, asked in alias) for asked in ids)


def ids_at(connection: CatalogueConnection, symbol: str, paragraph: str) -> tuple[str, ...]:
    """The ids of what stands in a paragraph ("115.12") of the document of a symbol, whatever its kind, as printed; or
    would, had no corrigendum another wording of it."""
    number, document = paragraph.strip().rstrip("."), symbol.strip().upper()
    issues = [document, *(f"{document}/CORR.{corrigendum}" for corrigendum in range(1, MOST_CORRIGENDA + 1))]
    rows = connection.rows(_AT, number, issues, *(number, document) * 3)
    return tuple(record_id for (record_id,) in rows)


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


def _records(connection: CatalogueConnection, kinds: Mapping[int, tuple[str, str]]) -> Mapping[int, ChosenRecord]:
    """Entry number → its record; `kinds` has the kind and id of each."""

    def of_kind(wanted: str) -> list[int]:
        return [number for number, (kind, _) in kinds.items() if kind == wanted]

    def observations(numbers: Sequence[int]) -> Mapping[int, ChosenRecord]:
        found = observations_by_id(connection, [kinds[number][1] for number in numbers])
        return {number: found[kinds[number][1]] for number in numbers}

    def reported(numbers: Sequence[int]) -> Mapping[int, ChosenRecord]:
        return {number: each.text for number, each in reported_by_number(connection, numbers).items()}

    readers: Mapping[str, Callable[[list[int]], Mapping[int, ChosenRecord]]] = {
        "recommendation": lambda numbers: recommendations_by_number(connection, numbers),
        "commitment": lambda numbers: commitments_by_number(connection, numbers),
        "observation": observations,
        "report": reported,
    }
    return {
        number: record
        for kind, read in readers.items()
        if (numbers := of_kind(kind))
        for number, record in read(numbers).items()
    }
