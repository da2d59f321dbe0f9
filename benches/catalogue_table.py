"""Measure reading, joining and cataloguing of tables and documents, without embedding.

    python -m benches.generate_table 270000 /tmp/table.csv
    /usr/bin/time -v python -m benches.catalogue_table /tmp/table.csv [DOCUMENT ...]

Does what `upr index` does up to the catalogue, in the same processes, and prints seconds and the most memory that
the reading process and this process held.
"""

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from indexer.gather.gather_documents import Sources, gather_documents
from indexer.progress import silent
from indexer.runs.fill_catalogue import fill_catalogue
from indexer.write.cache import open_cache
from indexer.write.catalogue import new_catalogue
from models.reviews.states import StateTable


def main(paths: list[Path]) -> None:
    """Read `paths` and write a catalogue into a folder that is thrown away."""
    states = {state.code: state for state in StateTable.built_in()}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name, open_cache(Path(name), None) as cache:
        sources = Sources(tuple(paths), None, 1)
        gathered = gather_documents(sources, Path(name), None, cache, fresh=True, progress=silent)
        read = time.monotonic()
        with new_catalogue(Path(name) / "catalogue.sqlite") as catalogue:
            filled = fill_catalogue(catalogue, gathered, None, cache, states, datetime.now(UTC).date())
            (entries,) = catalogue.execute("SELECT count(*) FROM entry").fetchone()
    for skipped in filled.skipped:
        print("skipped:", skipped.reason)
    own, children = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"{entries:,} entries; read {read - started:.1f} s, joined and catalogued {time.monotonic() - read:.1f} s")
    print(f"most memory: {own} MB here, {children} MB in the process that reads")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
