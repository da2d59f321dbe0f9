"""Build an index of a generated export of the Universal Human Rights Index, and print what it took as JSON.

    python -m benches.uhri_build 270000 FOLDER

FOLDER gets the export (benches/generate_uhri_export.py) and the index; an interrupted run goes on from where it was.
Everything is what `upr index` does. Printed are seconds by the clock and of the processor, in all and by phase, the
most megabytes that the process and those it started held at once (what both map into memory is counted twice), and the
megabytes of what was written; on stderr, once a minute, how far it is.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benches.generate_uhri_export import write_export
from benches.speed_build import processor_seconds
from benches.speed_serving import run_and_watch
from indexer.gather.gather_documents import Sources
from indexer.progress import Advance
from indexer.runs.build_index import build_index
from models.index_folder.folder import CATALOGUE, LEXICAL, VECTORS, current_snapshot

TELL_EVERY = 60.0
"""Seconds."""


class Phases:
    """What each phase that tells its progress takes."""

    def __init__(self) -> None:
        """Begin now."""
        self.took: dict[str, dict[str, float]] = {}

    @contextmanager
    def progress(self, what: str, steps: int) -> Iterator[Advance]:
        """Time a phase of the build and tell how much is left, as an `indexer.progress.Progress`."""
        started, used, done, told = time.monotonic(), processor_seconds(), 0, time.monotonic()

        def advance(count: int) -> None:
            nonlocal done, told
            done += count
            if time.monotonic() - told >= TELL_EVERY:
                told = time.monotonic()
                left = (told - started) / max(done, 1) * (steps - done)
                print(f"{what}: {done:,} of {steps:,}, {left / 60:.0f} minutes left", file=sys.stderr, flush=True)

        yield advance
        self.took[what] = {
            "steps": steps,
            "seconds": time.monotonic() - started,
            "processor_seconds": processor_seconds() - used,
        }


def build(export: Path, folder: Path) -> dict[str, Any]:
    """Build the index and say what it took."""
    phases, started, used = Phases(), time.monotonic(), processor_seconds()
    report = build_index(Sources((export,), None, 1), folder, progress=phases.progress)
    snapshot = current_snapshot(folder)
    return {
        "seconds": time.monotonic() - started,
        "processor_seconds": processor_seconds() - used,
        "phases": phases.took,
        "holds": dict(report.holds),
        "embedded": report.embedded,
        "megabytes_here": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "megabytes_reading": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000,
        "megabytes_on_disk": {name: _megabytes(snapshot / name) for name in (CATALOGUE, LEXICAL, VECTORS)},
    }


def _megabytes(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("length", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--alone", action="store_true", help="build in this process, which nothing watches")
    given = parser.parse_args()
    export, index = given.folder / f"export-{given.length}.json", given.folder / f"index-{given.length}"
    if given.alone:
        print(json.dumps(build(export, index)))
        return
    given.folder.mkdir(parents=True, exist_ok=True)
    if not export.exists():
        write_export(given.length, export)
    command = [sys.executable, "-m", "benches.uhri_build", str(given.length), str(given.folder), "--alone"]
    output, megabytes = run_and_watch(command)
    figures = {**json.loads(output.splitlines()[-1]), "megabytes": megabytes, "export": export.stat().st_size / 1e6}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
