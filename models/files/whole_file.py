"""A file that is there once it is whole: until then, and where it cannot be written, one of its name stays as it was.

The atomic files of click come into their place even where what writes them fails or is interrupted.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """The file, to be written; a device or a pipe is written as it comes."""
    target = target.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    begun = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with begun.open("xb") as file:
            yield file
        begun.replace(target)
    except BaseException as error:
        begun.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(begun)):
            error.filename = str(target)
        raise
