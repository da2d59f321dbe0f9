"""Records, reviews and texts out of the catalogue, when an answer shows them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from models.errors import RecordMoved, RecordWithdrawn, UnknownRecord
from models.records.enums import Position
from models.records.records import ActionCategory, Conflict, Label, Origin, Place, Recommendation, Sponsor
from search.catalogue.commitments import commitments_by_number
from search.datamodel.answer import Record, ReviewSummary

_RECORDS = """
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
_LABELS = """
SELECT record, scheme, label, origin, confidence FROM label
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, scheme, label, origin
"""
_REVIEWS = """
SELECT review.id, session, cycle, (SELECT count(*) FROM recommendation WHERE review = review.id),
       (SELECT json_group_array(symbol) FROM (SELECT symbol FROM document WHERE review = review.id ORDER BY symbol))
FROM review WHERE state = ? ORDER BY session
"""
_TEXTS = """
SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256
WHERE row IN (SELECT value FROM json_each(?))
"""

Row = tuple[Any, ...]
ROWS_OF_PART = 10_000


class RecordReader:
    """One read-only connection to catalogue.sqlite, whose users take turns."""

    def __init__(self, path: Path) -> None:
        """Open the catalogue of a snapshot, which is never changed."""
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = Lock()

    def rows(self, query: str, *parameters: object) -> list[Row]:
        """All rows that a query gives."""
        with self._lock:
            return self._connection.execute(query, parameters).fetchall()

    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time; others wait until the last is taken."""
        with self._lock:
            cursor = self._connection.execute(query)
            while rows := cursor.fetchmany(ROWS_OF_PART):
                yield rows

    def entries(self, numbers: Sequence[int]) -> list[Record]:
        """The recommendations and commitments with these entry numbers, in their order."""
        records: dict[int, Record] = {**self._recommendations(numbers), **commitments_by_number(self, numbers)}
        return [records[number] for number in numbers]

    def by_number(self, numbers: Sequence[int]) -> list[Recommendation]:
        """The recommendations with these entry numbers, in their order."""
        records = self._recommendations(numbers)
        return [records[number] for number in numbers]

    def _recommendations(self, numbers: Sequence[int]) -> dict[int, Recommendation]:
        rows = self.rows(_RECORDS, json.dumps(numbers))
        ids = json.dumps([row[1] for row in rows])
        sponsors, sources, labels = (self._by_record(query, ids) for query in (_SPONSORS, _SOURCES, _LABELS))
        return {row[0]: _recommendation(row[2:], sponsors[row[1]], sources[row[1]], labels[row[1]]) for row in rows}

    def _by_record(self, query: str, ids: str) -> dict[str, list[Row]]:
        """The rows of a query, without their first column, which is the record they belong to."""
        found: dict[str, list[Row]] = defaultdict(list)
        for record, *row in self.rows(query, ids):
            found[record].append(tuple(row))
        return found

    def number_of(self, record_id: str, kind: str = "recommendation") -> int:
        """The entry number of a record of this kind.

        Raises:
            RecordMoved: the same request has another id now.
            RecordWithdrawn: the documents indexed no longer hold it.
            UnknownRecord: this index never gave the id.
        """
        found = self.rows("SELECT number FROM entry WHERE id = ? AND kind = ?", record_id, kind)
        if found:
            return int(found[0][0])
        aliases = self.rows("SELECT id FROM alias WHERE old_id = ?", record_id)
        if not aliases:
            raise UnknownRecord(
                f"There is no record {record_id[:80]} in this index: copy the id from a page or from a search result."
            )
        if aliases[0][0] is None:
            raise RecordWithdrawn(
                f"{record_id} was withdrawn: the documents indexed now no longer hold it; search for its words instead."
            )
        raise RecordMoved(record_id, aliases[0][0])

    def reviews(self, state: str) -> tuple[ReviewSummary, ...]:
        """The reviews of a State, earliest first."""
        return tuple(
            ReviewSummary(review, session, cycle, tuple(json.loads(symbols)), recommendations)
            for review, session, cycle, recommendations, symbols in self.rows(_REVIEWS, state)
        )

    def texts(self, text_rows: Iterable[int]) -> dict[int, str]:
        """The texts of these text rows; a row whose text no entry has is left out."""
        return dict(self.rows(_TEXTS, json.dumps(list(text_rows))))


def _recommendation(row: Row, sponsors: Sequence[Row], sources: Sequence[Row], labels: Sequence[Row]) -> Recommendation:
    state, session, printed_number, clause, text, quoted, composed, interim, position, language, *action = row
    by_role: dict[str, list[Row]] = defaultdict(list)
    for role, *source in sources:
        by_role[role].append(tuple(source))
    comment, answer = by_role["comment"], by_role["position"]
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
        position_words=answer[0][4] if answer else None,
        labels=tuple(Label(scheme, label, Origin(origin), confidence) for scheme, label, origin, confidence in labels),
        action=ActionCategory(action[0], Origin(action[1]), action[2]) if action[0] is not None else None,
        conflicts=tuple(
            Conflict(Place(symbol, paragraph, page), Position(said), words or "")
            for symbol, paragraph, page, said, words in by_role["conflict"]
        ),
    )


def _first_place(sources: Sequence[Row]) -> Place | None:
    return Place(*sources[0][:3]) if sources else None
