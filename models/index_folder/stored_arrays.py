"""Arrays of an index folder, mapped into memory: workers of one machine share their pages."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.format import header_data_from_array_1_0, open_memmap, write_array_header_1_0
from numpy.typing import NDArray


def stored_array(path: Path, numbers: type[np.number[Any]], each: tuple[int, ...] = ()) -> NDArray[Any]:
    """The array of a .npy file, of any length; `each` is the shape of what stands in it.

    Objects, which numpy would unpickle, are refused.

    Raises:
        ValueError: the file is none, or its array is of another type or shape.
    """
    try:
        array = open_memmap(path, mode="r")
    except Exception as error:
        # The header is an expression: a crafted one makes numpy raise what it likes (TokenError, OverflowError, …).
        raise ValueError(f"{path.name} holds no array of numbers") from error
    if not np.issubdtype(array.dtype, numbers) or array.ndim == 0 or array.shape[1:] != each:
        raise ValueError(f"{path.name} is {array.dtype} {array.shape}, not {numbers.__name__} {('any', *each)}")
    # A plain array over the mapped file: numpy hands it to BLAS without a copy.
    return np.asarray(array)


def save_array(path: Path, array: NDArray[Any]) -> None:
    """Write an array as a .npy file. Of a full disk, numpy.save says how many bytes it has written, and not why."""
    with path.open("wb") as file:
        write_array_header_1_0(file, header_data_from_array_1_0(array))
        file.write(np.ascontiguousarray(array).data)
