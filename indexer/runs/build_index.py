"""Build or update an index folder: files, or documents that are read in, to a new snapshot."""

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from indexer.classify.catalogue import classify_catalogue
from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.gathered_documents import GatheredDocuments
from indexer.gather.gather_documents import Sources, gather_documents
from indexer.gather.workers import known_states
from indexer.progress import Progress, silent
from indexer.report.new_records import new_by_state
from indexer.report.report import IndexReport, count_by_state
from indexer.runs.fill_catalogue import fill_catalogue
from indexer.write.cache import Cache, open_cache
from indexer.write.catalogue import new_catalogue
from indexer.write.check import COUNTS, problems_of
from indexer.write.entry_columns import write_entry_columns
from indexer.write.lexical import write_words
from indexer.write.previous_snapshot import DOCUMENTS_KEPT, PreviousSnapshot, open_previous
from indexer.write.snapshot import begin_snapshot, publish_snapshot, writing
from indexer.write.text_rows import number_texts
from indexer.write.vectors import write_vectors
from models.encoders.calibration import Calibration
from models.encoders.load_encoder import checked_name, load_document_encoder, usual_encoder
from models.encoders.other_languages import chain_into
from models.encoders.text_encoder import TextEncoder
from models.errors import CalibrationError, IndexFolderError
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    MANIFEST,
    VECTORS_MADE,
    Manifest,
    file_records,
    manifest_as_text,
)
from models.messages.spoken import saying
from models.reviews.states import State, StateTable

MANY_TEXTS = 4_000
"""From so many on, a new index is published before its vectors are made: with them it takes minutes to hours."""


@dataclass(frozen=True, slots=True)
class IndexRun:
    """One run over one index folder."""

    folder: Path
    previous: PreviousSnapshot | None
    cache: Cache
    encoder: TextEncoder
    encoder_name: str
    calibration: Calibration | None
    """That is kept with the index; None: the one that comes with the program, if it has any of this encoder."""
    states: Mapping[str, State]
    today: date
    progress: Progress

    @property
    def answers_by_meaning(self) -> bool:
        """Whether the previous snapshot does, which so is not replaced before there are vectors."""
        return self.previous is not None and self.previous.manifest.has_vectors


def build_index(
    sources: Sources,
    folder: Path,
    encoder_name: str | None = None,
    *,
    fresh: bool = False,
    calibration: Calibration | None = None,
    device: str | None = None,
    progress: Progress = silent,
) -> IndexReport:
    """Add the documents of `sources` to the index in `folder`, or make it hold exactly these (`fresh`).

    Of several files of one symbol the fullest is used (indexer/merge/copies.py). Where nothing at all is left to
    index, the folder stays as it is. Without a name the encoder is the one that the index has, for a new index the
    usual one of this install; without a calibration the index keeps what it has of that encoder; without a device texts
    are embedded on the best that there is.

    Raises:
        CalibrationError: the calibration is of other weights than those of the encoder.
        IndexFolderBusy: another run is writing the folder.
        IndexFolderError: the index in the folder is damaged, or the disk refuses a write; it stays as it is.
        EncoderError: there is no such encoder or device on this machine.
    """
    started = time.monotonic()
    states = known_states(sources.states_csv)
    with index_run(
        folder, encoder_name, states, progress=progress, fresh=fresh, calibration=calibration, device=device
    ) as run:
        gathered = gather_documents(sources, folder, run.previous, run.cache, fresh=fresh, progress=progress)
        report = write_snapshot(run, gathered)
    return replace(report, seconds=time.monotonic() - started)


def index_extracts(
    extract: Iterable[DocumentExtract], folder: Path, encoder_name: str, states: StateTable, today: date | None = None
) -> None:
    """Make the index in `folder` hold exactly these documents, which are read already."""
    with index_run(folder, encoder_name, states, today=today) as run:
        names = {}
        for document in extract:
            run.cache.keep_extract(document, reader="")
            names[document.digest] = document.name
        write_snapshot(run, GatheredDocuments(reader="", given=names))


@contextmanager
def index_run(
    folder: Path,
    encoder_name: str | None,
    states: StateTable,
    *,
    today: date | None = None,
    progress: Progress = silent,
    fresh: bool = False,
    calibration: Calibration | None = None,
    device: str | None = None,
) -> Iterator[IndexRun]:
    """Hold the folder for one run; the previous snapshot is open until its end."""
    with (
        writing(folder),
        open_previous(folder, even_if_damaged=fresh) as previous,
        open_cache(folder, previous) as cache,
    ):
        if encoder_name is None:
            named = previous and previous.manifest.encoder
            encoder_name = checked_name(str(folder), named) if named else usual_encoder()
        # An encoder that is missing is told before any file is read.
        encoder = load_document_encoder(encoder_name, device)
        kept = _calibration_of(encoder, calibration, previous)
        known = (previous.states() if previous else {}) | {state.code: state for state in states}
        today = today or datetime.now(UTC).date()
        yield IndexRun(folder, previous, cache, encoder, encoder_name, kept, known, today, progress)


def _calibration_of(
    encoder: TextEncoder, given: Calibration | None, previous: PreviousSnapshot | None
) -> Calibration | None:
    """The calibration that is given, or else the one that the index has, if it is of this encoder."""
    if given is not None and not given.fits(encoder.space):
        raise CalibrationError(
            saying(
                "The calibration was made for other weights than those of the encoder %(encoder)s: its numbers "
                "mean nothing there. Give the one of this encoder, or none (docs/models.md).",
                encoder=encoder.space.id,
            )
        )
    kept = given or (previous.manifest.calibration if previous else None)
    return kept if kept and kept.fits(encoder.space) else None


def write_snapshot(run: IndexRun, gathered: GatheredDocuments) -> IndexReport:
    """Write, check and publish a snapshot; without any record nothing is published, and `writing` removes it."""
    building = begin_snapshot(run.folder)
    with new_catalogue(building / CATALOGUE) as catalogue:
        filled = fill_catalogue(catalogue, gathered, run.previous, run.cache, run.states, run.today, run.progress)
        states = count_by_state(catalogue.execute)
        rows = number_texts(catalogue)
        counts = {name: catalogue.execute(query).fetchone()[0] for name, query in COUNTS.items()}
        documents = dict(catalogue.execute(DOCUMENTS_KEPT))
        new = new_by_state(catalogue, run.previous)
    # Another file with its symbol may be used instead of one that was read: each file is counted once.
    used = gathered.given.keys() - {file.digest for file in filled.skipped}
    report = IndexReport(
        read=len(used & gathered.read),
        known=len(used - gathered.read),
        kept=filled.kept,
        changes=filled.changes,
        outdated=gathered.outdated,
        skipped=filled.skipped,
        withdrawn=filled.withdrawn,
        counts=states,
        holds=counts,
        warnings=filled.warnings,
        new=new,
    )
    if not counts["entries"]:
        return report
    write_words(building, rows, run.progress)
    if rows >= MANY_TEXTS and not run.answers_by_meaning:
        _publish_words(run, building, counts, documents)
    embedded = write_vectors(building, rows, run.cache, run.encoder, run.progress)
    classify_catalogue(building, run.encoder.space, run.cache, run.progress)
    write_entry_columns(building)
    _write_manifest(run, building, counts, documents)
    _publish(run, building)
    (run.folder / VECTORS_MADE).unlink(missing_ok=True)
    return replace(report, embedded=embedded)


def _publish_words(run: IndexRun, building: Path, counts: dict[str, int], documents: dict[str, str]) -> None:
    """Make current what can be found by words before hours are spent on vectors: a snapshot without any."""
    early = begin_snapshot(run.folder)
    # Copied: the classes of texts are still written into the other.
    shutil.copyfile(building / CATALOGUE, early / CATALOGUE)
    shutil.copytree(building / LEXICAL, early / LEXICAL)
    write_entry_columns(early)
    _write_manifest(run, early, counts, documents)
    _publish(run, early)


def _publish(run: IndexRun, building: Path) -> None:
    for problem in problems_of(building, just_digested=True):
        raise IndexFolderError(
            saying(
                "The new index did not pass its check and was not published: %(problem)s Try again.", problem=problem
            )
        )
    publish_snapshot(run.folder, building)


def _write_manifest(run: IndexRun, building: Path, counts: dict[str, int], documents: dict[str, str]) -> None:
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        encoder=run.encoder_name,
        vector_space=run.encoder.space,
        counts=counts,
        sources=documents,
        files=file_records(building),
        other_languages=chain_into(run.encoder.space),
        calibration=run.calibration,
    )
    (building / MANIFEST).write_text(manifest_as_text(manifest), encoding="utf-8")
