"""In which encoding a file of text is: as editors and spreadsheets save it."""

import codecs
import io
from typing import BinaryIO

WINDOWS = "cp1252"
"""What spreadsheets on Windows call Text and CSV; of Latin-1 it has all letters."""
_CHUNK = 1 << 20


def encoding_of(file: BinaryIO) -> str | None:
    """UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252; None where it is no text in these."""
    marked_utf16 = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    encodings = ["utf-16"] if marked_utf16 else ["utf-8-sig", WINDOWS]
    return next((encoding for encoding in encodings if _decodes(file, encoding)), None)


def decoded(content: bytes) -> tuple[str, str] | None:
    """A text, whose lines end in LF alone, and its encoding; None for what is no text in these.

    Were CR alone no line end, all that an old spreadsheet writes would be one line.
    """
    encoding = encoding_of(io.BytesIO(content))
    if encoding is None:
        return None
    return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := file.read(_CHUNK):
            if "\x00" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
