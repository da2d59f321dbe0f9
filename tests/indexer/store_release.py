"""Keep what this release writes for the tests of those to come: `python -m tests.indexer.store_release 0.3.0`."""

import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.indexer.conftest import invented_workshop

STORED = Path(__file__).parent / "stored_formats"

if __name__ == "__main__":
    (release,) = sys.argv[1:]
    with TemporaryDirectory() as folder:
        workshop = invented_workshop(Path(folder))
        workshop.run()
        (workshop.index / "writer.lock").unlink(missing_ok=True)
        with tarfile.open(STORED / f"{release}.tar.xz", "w:xz") as packed:
            packed.add(workshop.index, arcname=".")
