"""Answers of text, compressed by gzip for clients that take it.

Own code, because Flask-Compress brings two libraries in C (brotli, zstd), and waitress compresses nothing.
"""

import secrets
from gzip import GzipFile
from io import BytesIO

from flask import Response, request

COMPRESSED = frozenset({"application/json", "image/svg+xml"})
"""Beside all that is text/…; the other files of the site are compressed in themselves."""
LEAST_BYTES = 1_024
"""What is shorter fits into one packet as it is."""
LEVEL = 5
MOST_PADDING = 100
"""Bytes of padding, random in number: as many as Django adds."""


def compress(response: Response) -> Response:
    """The answer as this client takes it; for shared caches it says that others may get it otherwise.

    A part of a file (206) stays as it is: its range counts bytes of the file.
    """
    kind = response.mimetype or ""
    if response.is_streamed and not response.direct_passthrough:
        return response  # made while it is sent, and too much to be held
    if not (kind.startswith("text/") or kind in COMPRESSED) or response.status_code == 206:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"] or "Content-Encoding" in response.headers:
        return response
    tag, _ = response.get_etag()
    if tag:
        # The same words in other bytes. A 304 names the tag of the answer that it stands for.
        response.set_etag(tag, weak=True)
    response.direct_passthrough = False
    words = response.get_data()
    if len(words) >= LEAST_BYTES:
        response.set_data(_gzip(words))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _gzip(words: bytes) -> bytes:
    """Compressed, with a name of random length in the header, which nobody reads.

    Who watches the network and has a part of the page repeat a guess at a secret in it could tell from the length
    whether the guess is right (BREACH). Padding makes that take many more answers: Paul et al., Heal the Breach (2022).
    """
    packed = BytesIO()
    padding = "a" * secrets.randbelow(MOST_PADDING + 1)
    with GzipFile(filename=padding, mode="wb", compresslevel=LEVEL, fileobj=packed, mtime=0) as file:
        file.write(words)
    return packed.getvalue()
