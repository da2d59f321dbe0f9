"""Build an index of a table of `speed_table`, or add a report to one, and print what it took as JSON.

    python -m benches.speed_build TABLE LENGTH FOLDER [--encoder NAME] [--embed]
    python -m benches.speed_build --add REPORT FOLDER

The first builds an index of LENGTH texts in FOLDER, the other adds a document to it, as `upr index` does.

Everything is what `upr index` does, but for the vectors of recombined texts, unless they are to be embedded
(`--embed`). The real encoder is in memory all the same, and embeds a sample: `texts_per_second`.
"""

import argparse
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from benches.speed_reports import SENTENCES, pre_session_documents, sentences_behind
from benches.speed_table import Originals, RecombinedVectors, write_table
from indexer.gather.gather_documents import Sources, gather_documents
from indexer.progress import Advance
from indexer.runs.build_index import IndexRun, build_index, write_snapshot
from indexer.write.cache import open_cache
from indexer.write.snapshot import writing
from models.encoders.load_encoder import load_document_encoder
from models.encoders.model_files import LIGHT_MODEL
from models.encoders.text_encoder import TextEncoder
from models.reviews.states import StateTable

REPORTED = 120 / 270
"""Paragraphs of documents before reviews for each text."""
SAMPLE = 512
"""Texts embedded to tell how many a second there are."""
STATES = Path(__file__).resolve().parent.parent / "samples" / "states.csv"


class Took:
    """What a run takes, and how long each phase that tells its progress."""

    def __init__(self) -> None:
        """Begin now."""
        self._started, self._used = time.monotonic(), processor_seconds()
        self._phases: dict[str, float] = defaultdict(float)

    def figures(self) -> dict[str, Any]:
        """Seconds until now."""
        return {
            "seconds": time.monotonic() - self._started,
            "processor_seconds": processor_seconds() - self._used,
            "phases": self._phases,
        }

    @contextmanager
    def progress(self, what: str, _steps: int) -> Iterator[Advance]:
        """Time a phase of the build, as an `indexer.progress.Progress`."""
        started = time.monotonic()
        yield lambda _done: None
        self._phases[what] += time.monotonic() - started


def build(table: Path, length: int, folder: Path, encoder_name: str, *, embed: bool) -> dict[str, Any]:
    """Build an index of `length` recombined texts."""
    originals = Originals(table)
    real = load_document_encoder(encoder_name)
    encoder = real if embed else _recombining(originals, length, real)
    rate = texts_per_second(originals, real)
    of_benchmark = psutil.Process().memory_info().rss / 1e6
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"table-{length}.csv"
    write_table(originals, length, made)
    took = Took()
    states = {state.code: state for state in StateTable.built_in()}
    with writing(folder), open_cache(folder, None) as cache:
        today = datetime.now(UTC).date()
        run = IndexRun(folder, None, cache, encoder, encoder_name, None, states, today, took.progress)
        sources = Sources((made,), None, 1)
        gathered = gather_documents(sources, folder, None, cache, fresh=True, progress=took.progress)
        written_before = {}
        for document in pre_session_documents(originals, length, round(REPORTED * length)):
            cache.keep_extract(document, reader="")
            written_before[document.digest] = document.name
        write_snapshot(run, replace(gathered, given={**gathered.given, **written_before}))
    return {**took.figures(), "texts_per_second": rate, "megabytes_of_benchmark": of_benchmark}


def _recombining(originals: Originals, length: int, real: TextEncoder) -> TextEncoder:
    recombined = RecombinedVectors(originals, length, real)
    sentences = islice(sentences_behind(originals, length), round(SENTENCES * REPORTED * length))
    recombined.know_sentences(sentences, length)
    return recombined


def processor_seconds() -> float:
    """What this process and those that it waited for have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def texts_per_second(originals: Originals, encoder: TextEncoder) -> float:
    """How many texts the real encoder embeds in a second."""
    sample = [made.text for made in islice(originals.recombined(), SAMPLE)]
    encoder.encode(sample[:32])
    started = time.monotonic()
    encoder.encode(sample)
    return SAMPLE / (time.monotonic() - started)


def add(report: Path, folder: Path) -> dict[str, Any]:
    """Add a document to an index."""
    took = Took()
    build_index(Sources((report,), STATES, 1), folder, progress=took.progress)
    return took.figures()


def main() -> None:
    """Read the command line, run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path, nargs="?")
    parser.add_argument("length", type=int, nargs="?")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--add", type=Path, metavar="REPORT")
    parser.add_argument("--encoder", default=LIGHT_MODEL, metavar="NAME")
    parser.add_argument("--embed", action="store_true", help="embed all texts for real (an hour)")
    given = parser.parse_args()
    if given.add:
        result = add(given.add, given.folder)
    else:
        result = build(given.table, given.length, given.folder, given.encoder, embed=given.embed)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
