"""Reuse merged records of the snapshot before, where merging them again would give the same.

The records of a subject (indexer.datamodel.subjects) are the same as before if everything is the same that they were
merged from: the extracts of its documents, lists and tables, and the code that merges. The table `joining` keeps a
digest of that for each subject. Whatever else depends on other subjects too (numbers of entries, rows and classes of
texts) is recomputed.
"""

import json
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from indexer.code_digest import MERGING, code_digest
from indexer.datamodel.subjects import Aspect, Subject
from indexer.write.catalogue import CatalogueWriter
from indexer.write.insert_rows import Row, copy_rows, insert_rows
from indexer.write.previous_snapshot import PreviousSnapshot
from models.records.review_facts import FactKind


@dataclass(frozen=True, slots=True)
class Merged:
    """What the merging of one subject gave beside its records."""

    warnings: tuple[str, ...]
    table_rows: Counter[str]


def digest_of_merging(extracts: Sequence[str], used_instead: Sequence[str] = (), *, adopted: bool = False) -> str:
    """A digest of all that the records of one subject are merged from.

    Args:
        extracts: what each document says of it, as JSON, in any order.
        used_instead: for each, the file that is used where it is a copy, "" where it is used itself; () if all are.
        adopted: whether it is a review that is adopted by now.
    """
    merged_by = (code_digest(MERGING), unicodedata.unidata_version)
    instead = used_instead or [""] * len(extracts)
    of_extracts = sorted(
        sha256(f"{used}\0{extract}".encode()).hexdigest() for extract, used in zip(extracts, instead, strict=True)
    )
    return sha256(" ".join([*merged_by, str(adopted), *of_extracts]).encode()).hexdigest()


_FACTS = ", ".join(f"'{kind}'" for kind in FactKind)
_OF_REVIEW = "SELECT min(number), max(number) FROM previous.entry WHERE review = ?"
_OF_ENTITY = """
SELECT min(number), max(number) FROM previous.observation JOIN previous.entry USING (id) WHERE entity IS ?
"""
_OF_PRE_SESSION = """
SELECT min(number), max(number) FROM previous.reported JOIN previous.entry USING (id) WHERE reported.review = ?
"""
_WRITTEN_ALREADY = """
SELECT 1 FROM previous.entry CROSS JOIN main.entry AS written ON written.id = entry.id
WHERE entry.number BETWEEN :first AND :last
"""
_STATES = """
SELECT state FROM previous.entry WHERE number BETWEEN :first AND :last AND state IS NOT NULL
UNION SELECT sponsor.state FROM previous.entry CROSS JOIN previous.sponsor ON recommendation = entry.id
WHERE number BETWEEN :first AND :last
UNION SELECT words FROM previous.source WHERE record = :subject AND role = 'troika' ORDER BY state
"""
_OF_SUBJECT = "WHERE entry.number BETWEEN :first AND :last ORDER BY entry.number"
_ACTION_OF_SOURCE = {
    column: f"iif(action_origin = 'source', {column}, NULL)"
    for column in ("action_category", "action_origin", "action_verb")
}
"""What a classifier gave is recomputed: it may be another one now."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """Rows of one table that are copied with a subject, and what is changed in them; see `copy_rows`."""

    table: str
    source: str
    changed: Mapping[str, str] = field(default_factory=dict)
    conflict: str = "ABORT"


def _belonging_to_entries(table: str, key: str, condition: str = "TRUE") -> _Copy:
    """The rows of a table whose `key` is the id of an entry."""
    joined = f"FROM previous.entry CROSS JOIN previous.{table} ON {table}.{key} = entry.id AND {condition}"
    return _Copy(table, f"{joined} {_OF_SUBJECT}")


_COPIES = (
    _Copy(
        "text",
        f"FROM previous.entry CROSS JOIN previous.text ON text.sha256 = entry.text_sha256 {_OF_SUBJECT}",
        # The text may have been another subject's first: its language is that of its first entry.
        changed={"language": "entry.source_language"},
        conflict="IGNORE",
    ),
    _Copy(
        "text",
        "FROM previous.entry CROSS JOIN previous.observation_passage AS passage ON passage.observation = entry.id "
        f'CROSS JOIN previous.text ON text.sha256 = passage.text_sha256 {_OF_SUBJECT}, passage."order"',
        changed={"language": "entry.source_language"},
        conflict="IGNORE",
    ),
    _Copy(
        "text",
        "FROM previous.entry CROSS JOIN previous.reported_passage AS passage ON passage.reported = entry.id "
        f'CROSS JOIN previous.text ON text.sha256 = passage.text_sha256 {_OF_SUBJECT}, passage."order"',
        changed={"language": "entry.source_language"},
        conflict="IGNORE",
    ),
    _Copy(
        "text",
        "FROM previous.entry CROSS JOIN previous.wording ON wording.record = entry.id "
        f"CROSS JOIN previous.text ON text.sha256 = wording.text_sha256 {_OF_SUBJECT}, wording.language",
        changed={"language": "wording.language"},
        conflict="IGNORE",
    ),
    _Copy("entry", f"FROM previous.entry {_OF_SUBJECT}", changed={"number": "entry.number + :moved_by"}),
    replace(_belonging_to_entries("recommendation", "id"), changed=_ACTION_OF_SOURCE),
    replace(_belonging_to_entries("commitment", "id"), changed=_ACTION_OF_SOURCE),
    _belonging_to_entries("label", "record", "label.origin = 'source'"),
    _belonging_to_entries("observation", "id"),
    _belonging_to_entries("observation_passage", "observation"),
    # On which review it reports, and which recommendations it names, is told when all reviews are there.
    replace(_belonging_to_entries("reported", "id"), changed={"reported_on": "NULL"}),
    _belonging_to_entries("reported_passage", "reported"),
    _belonging_to_entries("sponsor", "recommendation"),
    _belonging_to_entries("source", "record"),
    _belonging_to_entries("stated_in_copy", "record"),
    _belonging_to_entries("wording", "record"),
    _belonging_to_entries("response", "recommendation"),
    _Copy("alias", "FROM previous.alias WHERE review = :subject ORDER BY alias.rowid"),
    _Copy("source", f"FROM previous.source WHERE record = :subject AND role IN ({_FACTS})"),
    _Copy("draft_request", "FROM previous.draft_request WHERE review = :subject"),
    _Copy("discrepancy", "FROM previous.discrepancy WHERE review = :subject"),
    _Copy("joining", "FROM previous.joining WHERE subject = :subject"),
)
"""All that is written of a subject, in the order in which CatalogueWriter would write it."""

_COPIES_OF_LINKS = (
    _Copy(
        "stated_link",
        "FROM previous.reported CROSS JOIN previous.stated_link ON stated_link.reported = reported.id "
        "WHERE reported.reported_on = :review",
    ),
    _COPIES[-1],
)


class EarlierMerges:
    """The merges of the snapshot before, to be reused into a new catalogue, and those kept for the next."""

    def __init__(
        self, catalogue: sqlite3.Connection, writer: CatalogueWriter, previous: PreviousSnapshot | None
    ) -> None:
        """The catalogue of `previous` is attached to the new one as "previous"."""
        self._catalogue = catalogue
        self._writer = writer
        self._digests = previous.earlier_merges() if previous else {}

    def reuse(self, subject: Subject, digest: str) -> Merged | None:
        """Write the records of a subject as the snapshot before has them; None where they must be merged again."""
        if self._digests.get(str(subject)) != digest:
            return None
        if subject.aspect is Aspect.LINKS:
            return self._copied(_COPIES_OF_LINKS, {"subject": str(subject), "review": subject.name})
        first, last = self._entries(subject)
        of_subject = {"first": first, "last": last, "subject": str(subject)}
        if self._catalogue.execute(_WRITTEN_ALREADY, of_subject).fetchone():
            return None
        self._writer.write_states(code for (code,) in self._catalogue.execute(_STATES, of_subject))
        of_subject["moved_by"] = self._writer.next_number() - (first or 0)
        return self._copied(_COPIES, of_subject)

    def _copied(self, copies: Sequence[_Copy], of_subject: Mapping[str, object]) -> Merged:
        for copy in copies:
            copy_rows(
                self._catalogue, copy.table, copy.source, of_subject, changed=copy.changed, conflict=copy.conflict
            )
        query = "SELECT remarks, table_rows FROM previous.joining WHERE subject = :subject"
        warnings, table_rows = map(json.loads, self._catalogue.execute(query, of_subject).fetchone())
        return Merged(tuple(warnings), Counter(table_rows))

    def keep(self, subject: Subject, digest: str, merging: Merged) -> None:
        """Let the next run reuse what was merged now."""
        row: Row = {
            "subject": str(subject),
            "digest": digest,
            "remarks": json.dumps(merging.warnings, ensure_ascii=False),
            "table_rows": json.dumps(merging.table_rows),
        }
        insert_rows(self._catalogue, "joining", [row])

    def _entries(self, subject: Subject) -> tuple[int | None, int | None]:
        """The numbers of its first and last entry in the snapshot before; a subject's entries stand together."""
        query = {Aspect.REPORTED: _OF_PRE_SESSION, Aspect.OBSERVATIONS: _OF_ENTITY}.get(subject.aspect, _OF_REVIEW)
        first, last = self._catalogue.execute(query, [subject.name or None]).fetchone()
        return first, last
