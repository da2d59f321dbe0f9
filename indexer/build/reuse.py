"""Carry joined records over from the snapshot before, where joining them anew would give the same.

A *subject* is a review, or what treaty bodies say to one State or other entity ("NAM/observations"). Its records are
the same as before if everything is the same that they were joined from: the pieces of its documents, lists and
tables, and the code that joins. The table `joining` keeps a digest of that for each subject. Whatever depends on
other subjects too (numbers of entries, rows and classes of texts) is worked out anew.
"""

import json
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from indexer.code_digest import MERGING, code_digest
from indexer.datamodel.review_extracts import OBSERVATIONS
from indexer.write.catalogue import CatalogueWriter
from indexer.write.previous_snapshot import PreviousSnapshot


@dataclass(frozen=True, slots=True)
class Merged:
    """What the joining of one subject gave beside its records."""

    remarks: tuple[str, ...]
    table_rows: Counter[str]


def digest_of_merging(extracts: Iterable[str], *, adopted: bool = False) -> str:
    """A digest of all that the records of one subject are joined from.

    Args:
        pieces: what each document says of it, as JSON, in any order.
        adopted: whether it is a review that is adopted by now.
    """
    merged_by = (code_digest(MERGING, "rapidfuzz"), unicodedata.unidata_version)
    of_extracts = sorted(sha256(extract.encode()).hexdigest() for extract in extracts)
    return sha256(" ".join([*merged_by, str(adopted), *of_extracts]).encode()).hexdigest()


_OF_REVIEW = "SELECT min(number), max(number) FROM previous.entry WHERE review = ?"
_OF_ENTITY = """
SELECT min(number), max(number) FROM previous.observation JOIN previous.entry USING (id) WHERE entity IS ?
"""
_WRITTEN_ALREADY = """
SELECT 1 FROM previous.entry CROSS JOIN main.entry AS written ON written.id = entry.id
WHERE entry.number BETWEEN :first AND :last
"""
_STATES = """
SELECT state FROM previous.entry WHERE number BETWEEN :first AND :last AND state IS NOT NULL
UNION SELECT sponsor.state FROM previous.entry CROSS JOIN previous.sponsor ON recommendation = entry.id
WHERE number BETWEEN :first AND :last ORDER BY state
"""
_ACTION = ", ".join(
    f"iif(action_origin = 'source', {column}, NULL)" for column in ("action_category", "action_origin", "action_verb")
)
_ROWS = """
INSERT INTO main.{table} SELECT {table}.* FROM previous.entry CROSS JOIN previous.{table} ON {table}.{key} = entry.id
WHERE entry.number BETWEEN :first AND :last ORDER BY entry.number
"""
_COPIES = (
    """
    INSERT OR IGNORE INTO main.text SELECT sha256, source_language, text
    FROM previous.entry CROSS JOIN previous.text ON sha256 = text_sha256
    WHERE number BETWEEN :first AND :last ORDER BY number
    """,
    """
    INSERT OR IGNORE INTO main.text SELECT sha256, source_language, text
    FROM previous.entry CROSS JOIN previous.observation_passage AS passage ON observation = entry.id
    CROSS JOIN previous.text ON sha256 = passage.text_sha256
    WHERE number BETWEEN :first AND :last ORDER BY number, "order"
    """,
    """
    INSERT INTO main.entry SELECT number + :moved_by, id, kind, review, state, text_sha256, source_language
    FROM previous.entry WHERE number BETWEEN :first AND :last ORDER BY number
    """,
    f"""
    INSERT INTO main.recommendation
    SELECT recommendation.id, recommendation.review, paragraph, printed_number, clause, quoted, composed,
    interim_position, position, {_ACTION}
    FROM previous.entry CROSS JOIN previous.recommendation USING (id)
    WHERE number BETWEEN :first AND :last ORDER BY number
    """,  # noqa: S608
    f"""
    INSERT INTO main.commitment
    SELECT commitment.id, commitment.review, symbol, paragraph, "order", page, {_ACTION}
    FROM previous.entry CROSS JOIN previous.commitment USING (id)
    WHERE number BETWEEN :first AND :last ORDER BY number
    """,  # noqa: S608
    """
    INSERT INTO main.label SELECT label.* FROM previous.entry CROSS JOIN previous.label ON record = id
    WHERE number BETWEEN :first AND :last AND origin = 'source' ORDER BY number
    """,
    *(
        _ROWS.format(table=table, key=key)
        for table, key in (
            ("observation", "id"),
            ("observation_passage", "observation"),
            ("sponsor", "recommendation"),
            ("source", "record"),
            ("response", "recommendation"),
        )
    ),
    "INSERT INTO main.alias SELECT * FROM previous.alias WHERE review = :subject ORDER BY rowid",
    "INSERT INTO main.joining SELECT * FROM previous.joining WHERE subject = :subject",
)
"""All that is written of a subject, in the order in which CatalogueWriter would write it."""


class EarlierMerges:
    """The joinings of the snapshot before, to be reused into a new catalogue, and those kept for the next."""

    def __init__(
        self, catalogue: sqlite3.Connection, writer: CatalogueWriter, previous: PreviousSnapshot | None
    ) -> None:
        """The catalogue of `previous` is attached to the new one as "previous"."""
        self._catalogue = catalogue
        self._writer = writer
        self._digests = previous.earlier_merges() if previous else {}

    def reuse(self, subject: str, digest: str) -> Merged | None:
        """Write the records of a subject as the snapshot before has them; None where they must be merged anew."""
        if self._digests.get(subject) != digest:
            return None
        first, last = self._entries(subject)
        of_subject = {"first": first, "last": last, "subject": subject}
        if self._catalogue.execute(_WRITTEN_ALREADY, of_subject).fetchone():
            return None
        self._writer.write_states(code for (code,) in self._catalogue.execute(_STATES, of_subject))
        of_subject["moved_by"] = self._writer.next_number() - (first or 0)
        for statement in _COPIES:
            self._catalogue.execute(statement, of_subject)
        query = "SELECT remarks, table_rows FROM previous.joining WHERE subject = ?"
        remarks, table_rows = map(json.loads, self._catalogue.execute(query, [subject]).fetchone())
        return Merged(tuple(remarks), Counter(table_rows))

    def keep(self, subject: str, digest: str, merging: Merged) -> None:
        """Let the next run reuse what was joined now."""
        said = json.dumps(merging.remarks, ensure_ascii=False), json.dumps(merging.table_rows)
        self._catalogue.execute("INSERT INTO joining VALUES (?, ?, ?, ?)", [subject, digest, *said])

    def _entries(self, subject: str) -> tuple[int | None, int | None]:
        """The numbers of its first and last entry in the snapshot before; a subject's entries stand together."""
        if subject.endswith(OBSERVATIONS):
            found = self._catalogue.execute(_OF_ENTITY, [subject.removesuffix(OBSERVATIONS) or None])
        else:
            found = self._catalogue.execute(_OF_REVIEW, [subject])
        first, last = found.fetchone()
        return first, last
