"""What a file too large for memory holds, packed subject by subject while it is read.

An export of 400 MB gives a quarter of a million records in no order. They are grouped by subject (see
review_extracts.py) as compressed JSON, a tenth of their size, and unpacked one subject at a time.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text, extract_from_text
from indexer.datamodel.review_extracts import NO_REVIEW, subject_of_observation
from indexer.datamodel.source_entries import TableEntry
from models.records.records import Observation, review_id

RECORDS_TOGETHER = 100
"""So many records of one subject wait to be packed."""


@dataclass(frozen=True, slots=True)
class PackedExtract:
    """What such a file holds."""

    empty: DocumentExtract
    """Name, digest, identity and warnings of the file, without its records."""
    packed: Mapping[str, tuple[bytes, ...]]
    """By subject."""

    @property
    def name(self) -> str:
        """What reports call the file."""
        return self.empty.name

    @property
    def digest(self) -> str:
        """sha256 of the file's bytes, hexadecimal."""
        return self.empty.digest

    def whole(self) -> DocumentExtract:
        """Everything at once, for a file known to fit in memory."""
        extracts = [extract for _, extract in self.extracts()]
        return replace(
            self.empty,
            entries=tuple(entry for extract in extracts for entry in extract.entries),
            observations=tuple(observation for extract in extracts for observation in extract.observations),
        )

    def extracts(self) -> Iterator[tuple[str, DocumentExtract]]:
        """What the file holds of each subject, as `review_extracts` gives it of a document; one at a time."""
        bare = replace(self.empty, warnings=())
        for subject in sorted({NO_REVIEW, *self.packed}):
            chunks = [extract_from_text(zlib.decompress(chunk).decode()) for chunk in self.packed.get(subject, ())]
            yield (
                subject,
                replace(
                    bare if subject else self.empty,
                    entries=tuple(entry for chunk in chunks for entry in chunk.entries),
                    observations=tuple(observation for chunk in chunks for observation in chunk.observations),
                ),
            )


@dataclass(slots=True)
class ExtractPacker:
    """Packs the records of one file."""

    empty: DocumentExtract
    """Name, digest and identity of the file."""
    _waiting: dict[str, list[Observation | TableEntry]] = field(default_factory=lambda: defaultdict(list))
    _packed: dict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))

    def add(self, record: Observation | TableEntry) -> None:
        """Take one record."""
        subject = _subject(record)
        self._waiting[subject].append(record)
        if len(self._waiting[subject]) == RECORDS_TOGETHER:
            self._pack(subject)

    def packed(self, warnings: tuple[str, ...]) -> PackedExtract:
        """All that was taken."""
        for subject in list(self._waiting):
            self._pack(subject)
        chunks = {subject: tuple(chunks) for subject, chunks in self._packed.items()}
        return PackedExtract(replace(self.empty, warnings=warnings), chunks)

    def _pack(self, subject: str) -> None:
        records = self._waiting.pop(subject)
        chunk = replace(
            self.empty,
            entries=tuple(record for record in records if isinstance(record, TableEntry)),
            observations=tuple(record for record in records if isinstance(record, Observation)),
        )
        self._packed[subject].append(zlib.compress(extract_as_text(chunk).encode(), 1))


def _subject(record: Observation | TableEntry) -> str:
    if isinstance(record, Observation):
        return subject_of_observation(record)
    return review_id(record.state_under_review, record.session)
