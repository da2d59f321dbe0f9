"""A folder for the indexes that many tests of a process look into: nobody writes into one that is made."""

import atexit
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp


@cache
def shared_folder() -> Path:
    """It goes with the process."""
    folder, process = mkdtemp(prefix="invented"), os.getpid()
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == process else None)
    return Path(folder)
