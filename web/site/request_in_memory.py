"""Requests that stay in memory, whatever a client sends."""

from io import BytesIO
from typing import IO

from flask import Request

FORM_OVERHEAD = 65_536
"""Bytes of a form with a file, beside the file."""


class RequestInMemory(Request):
    """A request; the files of a form, which no form of the site has, would else go to a temporary file."""

    def _get_file_stream(self, *_about_the_file: object, **_more: object) -> IO[bytes]:
        """What takes a file in: MAX_CONTENT_LENGTH bounds it."""
        return BytesIO()
