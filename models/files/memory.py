"""What this process keeps in memory that it no longer needs: pages of mapped files, and what was freed."""

import mmap
import sys
from ctypes import CDLL
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def let_go(array: "NDArray[np.number[Any]]") -> None:
    """Keep no page of the mapped file of an array in this process: one that is read again comes from the system's
    cache, as long as there is room. Without effect on other arrays, and where the system cannot be told (Windows)."""
    mapped: object = array
    while mapped is not None and not isinstance(mapped, mmap.mmap):
        mapped = getattr(mapped, "base", None)
    if mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)


def hand_back_freed() -> None:
    """Give the system what was freed, which glibc keeps for what comes next (malloc_trim(3))."""
    call_of_glibc("malloc_trim", 0)


def call_of_glibc(name: str, *arguments: int) -> None:
    """Call a function of glibc; do nothing where another library allocates memory."""
    if sys.platform == "linux" and (function := getattr(CDLL(None), name, None)):
        function(*arguments)
