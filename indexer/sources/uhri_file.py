"""Read a whole export of the Universal Human Rights Index: its records, and what could not be used of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.packed_extract import ExtractPacker, PackedExtract
from indexer.datamodel.source_entries import UHRI
from indexer.read.file_format import FileFormat, format_of
from indexer.sources.uhri_export import ExportShape, UhriRecord, read_uhri_json, read_uhri_table
from indexer.sources.uhri_records import LeftOut, UhriReader, day_of
from models.messages.printable import one_line
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind
from models.reviews.states import StateTable

WARNINGS = 30
"""The most frequent values and fields that are not known are told."""
BROKEN = saying("they cannot be read")
TWICE = saying("the same record stands in the file before")


def read_uhri_file(path: Path, name: str, digest: str, states: StateTable) -> PackedExtract:
    """Read a .json, .xlsx or .csv export; `name` is what reports call it. Its date is that of its newest record.

    Raises:
        UnreadableDocument: the file is damaged, cut off, encrypted or too large.
        UnrecognisedDocument: it is no such export.
    """
    records: Iterator[UhriRecord | None]
    shape = ExportShape()
    is_json = format_of(path) is FileFormat.JSON
    records = read_uhri_json(path, shape) if is_json else read_uhri_table(path, shape)
    identity = DocumentIdentity(UHRI, DocumentKind.RIGHTS_INDEX_EXPORT, "en")
    packer = ExtractPacker(DocumentExtract(name, digest, identity))
    reader = UhriReader(states)
    passed_over, left_out = Counter[str](), Counter[str]()
    total, today, newest = 0, datetime.now(UTC).date(), date.min
    for record in _each_once(records, passed_over):
        total += 1
        if (listed := day_of(record.listed)) and newest < listed <= today:
            newest = listed
        try:
            for observation_or_entry in reader.read(record):
                packer.add(observation_or_entry)
        except LeftOut as reason:
            left_out[str(reason)] += 1
        except MemoryError:
            raise
        except Exception:  # one record never costs the others, whatever is wrong with it
            left_out[BROKEN] += 1
    total += passed_over.total()
    if newest > date.min:
        packer.empty = replace(packer.empty, identity=replace(identity, date=newest))
    return packer.packed((*_changes(name, shape), *_warnings(name, total, passed_over + left_out, reader.unknown)))


def _each_once(records: Iterator[UhriRecord | None], left_out: Counter[str]) -> Iterator[UhriRecord]:
    """The records without broken ones and those that say word for word what one of the same id says."""
    seen: set[tuple[str, int]] = set()
    for record in records:
        if record is None:
            left_out[BROKEN] += 1
            continue
        key = record.annotation, hash((record.symbol, record.countries, record.text))
        if record.annotation and key in seen:
            left_out[TWICE] += 1
            continue
        seen.add(key)
        yield record


def _changes(name: str, shape: ExportShape) -> Iterator[str]:
    """Which fields came or went since others described the export."""
    if new := sorted(map(one_line, shape.seen - shape.expected)):
        yield saying(
            "%(name)s has fields that this version does not know, and leaves out: %(fields)s.",
            name=name,
            fields=", ".join(new[:WARNINGS]),
        )
    if gone := sorted(shape.expected - shape.seen):
        yield saying(
            "%(name)s lacks fields that the export had: %(fields)s. What they say is not known of any of its records.",
            name=name,
            fields=", ".join(gone),
        )


def _warnings(name: str, total: int, left_out: Counter[str], unknown: Counter[str]) -> Iterator[str]:
    for reason, count in left_out.most_common():
        yield saying(
            "%(name)s: %(count)s of %(total)s records left out, because %(reason)s.",
            name=name,
            count=count,
            total=total,
            reason=reason,
        )
    if unknown:
        most = (f"{value} ({count:,})" for value, count in unknown.most_common(WARNINGS))
        yield saying(
            "%(name)s: %(count)s values are not known and taken for nothing: %(values)s.",
            name=name,
            count=len(unknown),
            values=", ".join(most),
        )
