"""Build or update an index folder: files in, a new snapshot out."""

import time
from dataclasses import replace
from pathlib import Path

from indexer.gather.gather_documents import Sources, gather_documents
from indexer.gather.workers import known_states
from indexer.progress import Progress, silent
from indexer.report.report import IndexReport
from indexer.runs.build_index import index_run, write_snapshot
from models.encoders.calibration import Calibration


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
        reading = time.monotonic()
        gathered = gather_documents(sources, folder, run.previous, run.unfinished, fresh=fresh, progress=progress)
        reading_seconds = time.monotonic() - reading
        report = write_snapshot(run, gathered)
    return replace(report, reading_seconds=reading_seconds, seconds=time.monotonic() - started)
