"""Requests that stay in memory, whatever a client sends."""

from io import BytesIO
from typing import IO

from flask import Request, request

FORM_OVERHEAD = 65_536
"""Bytes of a form with a file, beside the file."""


def let_a_file_in(most_bytes: int) -> None:
    """Before a form with a file is read: let it be larger than other requests may be."""
    request.max_content_length = most_bytes + FORM_OVERHEAD


def file_handed_in() -> bytes:
    """The bytes of the file of this request; b"" where it has none."""
    file = request.files.get("file")
    return file.read() if file else b""


class RequestInMemory(Request):
    """A request; the files of a form, which no form of the site has, would else go to a temporary file."""

    def _get_file_stream(self, *_about_the_file: object, **_more: object) -> IO[bytes]:
        """What takes a file in: MAX_CONTENT_LENGTH bounds it."""
        return BytesIO()
