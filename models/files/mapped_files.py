"""Files mapped into memory."""

import mmap
from typing import Any

import numpy as np
from numpy.typing import NDArray


def let_go(array: NDArray[np.number[Any]]) -> None:
    """Keep no page of the mapped file of an array in this process: one that is read again comes from the system's
    cache, as long as there is room. Without effect on other arrays, and where the system cannot be told (Windows)."""
    mapped: object = array
    while mapped is not None and not isinstance(mapped, mmap.mmap):
        mapped = getattr(mapped, "base", None)
    if mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)
