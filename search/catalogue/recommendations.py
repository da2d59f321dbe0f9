"""Recommendations out of the catalogue, when an answer shows them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from models.records.drafts import recommendation_with_drafts
from models.records.enums import Position, Qualified
from models.records.records import (
    ActionCategory,
    Conflict,
    Discrepancy,
    Origin,
    Place,
    Recommendation,
    Sponsor,
)
from search.catalogue.connection import CatalogueConnection, Row, rows_by_first

_RECOMMENDATIONS = """
SELECT number, entry.id, entry.state, session, printed_number, clause, text, quoted, composed,
       interim_position, position, language, action_category, action_origin, action_verb
FROM entry
JOIN recommendation USING (id)
JOIN review ON review.id = entry.review
JOIN text ON sha256 = text_sha256
WHERE number IN (SELECT value FROM json_each(?))
"""
_SPONSORS = """
SELECT recommendation, state, printed FROM sponsor
WHERE recommendation IN (SELECT value FROM json_each(?)) ORDER BY recommendation, "order"
"""
_SOURCES = """
SELECT record, role, symbol, paragraph, page, position, words FROM source
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, role, "order"
"""
_COPIES = """
SELECT record, file, file_used FROM stated_in_copy
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, "order"
"""


def recommendations_by_number(connection: CatalogueConnection, numbers: Sequence[int]) -> dict[int, Recommendation]:
    """The recommendations among the entries with these numbers."""
    rows = connection.rows(_RECOMMENDATIONS, list(numbers))
    ids = [row[1] for row in rows]
    sponsors, sources = (rows_by_first(connection.rows(query, ids)) for query in (_SPONSORS, _SOURCES))
    labels, wordings = connection.labels(ids), connection.wordings(ids)
    files = _files_of_copies(connection, sources)
    found = {}
    for number, record_id, *row in rows:
        record = _recommendation(row, sponsors[record_id], sources[record_id], files[record_id])
        record = replace(record, labels=labels.get(record_id, ()), wordings=wordings.get(record_id, ()))
        record = _with_discrepancies(record, connection.discrepancies)
        found[number] = recommendation_with_drafts(record, connection.drafts)
    return found


def recommendations(connection: CatalogueConnection, numbers: Sequence[int]) -> list[Recommendation]:
    """The recommendations with these entry numbers, in their order."""
    by_number = recommendations_by_number(connection, numbers)
    return [by_number[number] for number in numbers]


def _files_of_copies(connection: CatalogueConnection, sources: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """By record, in which file each source of the role "copy" stands, and which is used."""
    records = [record for record, of_record in sources.items() if any(role == "copy" for role, *_ in of_record)]
    return rows_by_first(connection.rows(_COPIES, records)) if records else defaultdict(list)


def _recommendation(
    row: Sequence[Any], sponsors: Sequence[Row], sources: Sequence[Row], files_of_copies: Sequence[Row]
) -> Recommendation:
    state, session, printed_number, clause, text, quoted, composed, interim, position, language, *action = row
    by_role: dict[str, list[Row]] = defaultdict(list)
    for role, *source in sources:
        by_role[role].append(tuple(source))
    comment, on_list, answer = by_role["comment"], by_role["list comment"], by_role["position"]
    return Recommendation(
        state_under_review=state,
        session=session,
        place=Place(*by_role["text"][0][:3]),
        printed_number=printed_number,
        clause=clause,
        text=text,
        quoted=quoted,
        composed=bool(composed),
        sponsors=tuple(Sponsor(*sponsor) for sponsor in sponsors),
        interim_position=Position(interim),
        position=Position(position),
        position_source=_first_place(answer),
        language=language,
        comment=comment[0][4] if comment else None,
        comment_source=_first_place(comment),
        list_comment=on_list[0][4] if on_list else None,
        list_comment_source=_first_place(on_list),
        position_words=answer[0][4] if answer else None,
        qualified=Qualified(by_role["qualified"][0][4]) if by_role["qualified"] else None,
        answered_on=date.fromisoformat(by_role["day"][0][4]) if by_role["day"] else None,
        action=ActionCategory(action[0], Origin(action[1]), action[2]) if action[0] is not None else None,
        conflicts=(
            *(_conflict(source) for source in by_role["conflict"]),
            *(_conflict(source, *files) for source, files in zip(by_role["copy"], files_of_copies, strict=True)),
        ),
    )


def _conflict(source: Row, file: str = "", file_used: str = "") -> Conflict:
    symbol, paragraph, page, position, words = source
    return Conflict(Place(symbol, paragraph, page), Position(position), words or "", file, file_used)


def _with_discrepancies(record: Recommendation, of_reviews: Mapping[str, Sequence[Discrepancy]]) -> Recommendation:
    of_review = of_reviews.get(record.review, ())
    concerning = tuple(discrepancy for discrepancy in of_review if discrepancy.concerns(record.position_source))
    return replace(record, discrepancies=concerning) if concerning else record


def _first_place(sources: Sequence[Row]) -> Place | None:
    return Place(*sources[0][:3]) if sources else None
