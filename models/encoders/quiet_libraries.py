"""What the libraries of encoders are told before they are imported: to send nothing and to fetch nothing.

ONNX Runtime reports to its maker from release 1.29 on (Linux, macOS): it keeps a number for the device and a database
under the user's cache, looks up mobile.events.data.microsoft.com some seconds after a network is loaded, and posts to
it. pyproject.toml keeps below that release, whose code has nothing to send with; an environment that has a newer one
all the same is told here. What is imported anywhere else is not: tests/test_leaves_the_machine.py holds that this
module alone imports it, and tests/test_watched_runs.py watches what programs do.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_data_path

QUIET = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
}
"""Variables by which libraries are told; each reads its own when it is first imported."""
_NOTED_IN = Path("Microsoft", "DeveloperTools", ".onnxruntime")
_NOTED = ("deviceid", "deviceid.lock", *(f"onnxruntime.db{end}" for end in ("", "-journal", "-shm", "-wal")))


def keep_quiet() -> None:
    """Tell libraries that this process and those that it starts will import; a user's own values do not count."""
    os.environ |= QUIET


def onnx_runtime() -> Any:
    """The module `onnxruntime`, told not to report; what it noted of the user when it did is removed.

    That is done here, where the library would have noted it again, so that nobody has to know of it or to run a
    command; programs of others that report by the same library lose their number for the device, too.
    """
    keep_quiet()
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # on Windows, whose builds do not read the variable
    remove_notes()
    return onnxruntime


def remove_notes() -> None:
    """Remove the number and the database that reporting releases keep, and their folders where nothing else is in."""
    folder = (user_data_path() if sys.platform == "darwin" else user_cache_path()) / _NOTED_IN
    if not folder.is_dir():
        return
    # In a home that cannot be written they stay, as harmless as before: nobody reads or sends them.
    with suppress(OSError):
        for name in _NOTED:
            (folder / name).unlink(missing_ok=True)
        for emptied in (folder, *list(folder.parents)[:2]):
            emptied.rmdir()
