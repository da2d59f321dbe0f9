"""PDF files of some KB that ask for hours and terabytes: one sentence, in seconds."""

import subprocess
import sys
import zlib
from base64 import a85encode
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import SkippedFile
from indexer.gather.source_files import SourceFile, find_source_files
from indexer.gather.workers import read_documents
from indexer.read.pdf import read_pdf
from models.errors import UnreadableDocument
from tests.indexer.drawn_pdf import file_of
from tests.paths import REPOSITORY

PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 5 0 R>> %b>> /Contents %b>>"
WORDS = b"BT /F1 10 Tf 1 0 0 1 100 700 Tm (The delegation thanked all States for their words) Tj ET"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(data), entries, data)


def packed(data: bytes) -> bytes:
    return filtered(zlib.compress(data, 1), b"/FlateDecode")


def filtered(data: bytes, filters: bytes, parameters: bytes = b"") -> bytes:
    return stream(data, b"/Filter [%b]" % filters + (b" /DecodeParms [%b]" % parameters if parameters else b""))


@cache
def packed_spaces() -> bytes:
    """250 MB of them."""
    return zlib.compress(b" " * 250_000_000, 1)


def one_page(
    contents: bytes = b"4 0 R", words: bytes = stream(WORDS), font: bytes = FONT, resources: bytes = b"", *more: bytes
) -> list[bytes]:
    """The objects of a file with one page; those of `more` have the numbers from 6 on."""
    return [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        PAGE % (resources, contents),
        words,
        font,
        *more,
    ]


def composite(descendant: bytes, to_unicode: bytes = b"") -> tuple[bytes, bytes, bytes]:
    """A font of many characters, and what is said of them."""
    font = b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] %b>>" % (
        b"/ToUnicode 7 0 R" if to_unicode else b""
    )
    return font, b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /X %b>>" % descendant, stream(to_unicode)


RANGE = b"1 begin%b <00000000> <FFFFFFFF> %b end%b"
FOUR_THOUSAND_MILLION = {
    "letters": composite(b"", RANGE % (b"bfrange", b"<00000000>", b"bfrange")),
    "codes": composite(b"", RANGE % (b"cidrange", b"0", b"cidrange")),
    "widths": composite(b"/W [0 4000000000 500]"),
}
FILES: dict[str, Callable[[], Sequence[bytes]]] = {
    **{
        f"a font of 4,000 million {what}": partial(one_page, b"4 0 R", stream(WORDS), font, b"", *more)
        for what, (font, *more) in FOUR_THOUSAND_MILLION.items()
    },
    "contents that unpack to 250 MB": lambda: one_page(words=filtered(packed_spaces(), b"/FlateDecode")),
    "contents packed twice": lambda: one_page(words=packed(packed_spaces())),
    "contents packed three times": lambda: one_page(
        words=filtered(zlib.compress(zlib.compress(packed_spaces(), 1), 1), b"/FlateDecode " * 3)
    ),
    "one stream a million times": lambda: one_page(b"[%b]" % (b"4 0 R " * 1_000_000)),
    "a form that draws itself": lambda: one_page(
        b"4 0 R",
        stream(b"/X Do"),
        FONT,
        b"/XObject <</X 6 0 R>>",
        stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</X 6 0 R>>>>"),
    ),
    "forms that draw two of the next": lambda: one_page(
        b"4 0 R",
        stream(b"/X Do"),
        FONT,
        b"/XObject <</X 6 0 R>>",
        *(
            stream(
                b"/X Do /X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</X %d 0 R>>>>" % number,
            )
            for number in range(7, 60)
        ),
    ),
    "contents that refer to themselves": lambda: one_page(words=b"4 0 R"),
    "contents that refer to each other": lambda: one_page(b"4 0 R", b"6 0 R", FONT, b"", b"4 0 R"),
    "pages that refer to themselves": lambda: [b"<</Type /Catalog /Pages 2 0 R>>", b"2 0 R"],
    "pages within themselves": lambda: [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 9>>",
    ],
    "a length that refers to itself": lambda: one_page(words=b"<</Length 4 0 R>>\nstream\n%b\nendstream" % WORDS),
    "a flood of lines": lambda: one_page(
        words=packed(
            b"".join(b"BT /F1 1 Tf 1 0 0 1 %d %d Tm (a b) Tj ET\n" % (k % 590, k // 120) for k in range(99_000))
        )
    ),
    "a flood of columns": lambda: one_page(
        words=packed(
            b"".join(
                b"BT /F1 1 Tf 1 0 0 1 %d %d Tm (words in here) Tj ET\n" % (k % 60 * 10, k // 60) for k in range(90_000)
            )
        )
    ),
    "a flood of rules": lambda: one_page(
        words=packed(WORDS + b"".join(b"0 %d 100 1 re f\n" % (k % 800) for k in range(300_000)))
    ),
}


def lzw_of(data: bytes) -> bytes:
    """Few bytes as LZWDecode reads them, each by itself."""
    return bytes_of("".join(f"{code:09b}" for code in (256, *data, 257)))


def bytes_of(bits: str) -> bytes:
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")


FOUR_MEGABYTES = b"\x81\0" * 2_000_000
"""Of which each two bytes stand for 128."""


def predicted(size: int, parameters: bytes) -> Sequence[bytes]:
    return one_page(words=filtered(zlib.compress(bytes(size)), b"/FlateDecode", parameters))


GREEDY: dict[str, Callable[[], Sequence[bytes]]] = {
    "a PNG predictor of 2,000 million columns": lambda: predicted(99, b"<</Predictor 12 /Columns 2000000000>>"),
    "a PNG predictor of no colours": lambda: predicted(99, b"<</Predictor 12 /Columns 2000000000 /Colors 0>>"),
    "a TIFF predictor of 2,000 million columns": lambda: predicted(99, b"<</Predictor 2 /Columns 2000000000>>"),
    "a PNG predictor of 150 MB": lambda: predicted(150_000_000, b"<</Predictor 12 /Columns 999>>"),
    "a TIFF predictor of 150 MB": lambda: predicted(150_000_000, b"<</Predictor 2 /Columns 1000>>"),
    "runs of 256 MB": lambda: one_page(words=filtered(FOUR_MEGABYTES, b"/RunLengthDecode")),
    "packed runs of 10,000 MB": lambda: one_page(
        words=filtered(zlib.compress(FOUR_MEGABYTES * 40, 1), b"/FlateDecode /RunLengthDecode")
    ),
    "letters for 640 MB": lambda: one_page(
        words=filtered(zlib.compress(b"z" * 160_000_000, 1), b"/FlateDecode /ASCII85Decode")
    ),
    "a fax of 2,000 million columns": lambda: one_page(
        words=filtered(b"\x26\xa1" * 99, b"/CCITTFaxDecode", b"<</K -1 /Columns 2000000000>>")
    ),
}
READ_IN_800_MB = """
import resource, sys
from pathlib import Path
from indexer.read.pdf import read_pdf
from models.errors import UnreadableDocument
resource.setrlimit(resource.RLIMIT_DATA, (800_000_000, 800_000_000))
for path in sys.argv[1:]:
    try:
        read_pdf(Path(path))
    except UnreadableDocument as error:
        print(error)
"""
"""The limit of all streams, the same again for what is made of one, and the program."""


@pytest.mark.slow
def test_small_files_never_take_much_memory(tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind}.pdf" for kind in GREEDY]
    for path, objects in zip(paths, GREEDY.values(), strict=True):
        path.write_bytes(file_of(objects()))
        assert path.stat().st_size < 8_000_000
    command = [sys.executable, "-c", READ_IN_800_MB, *map(str, paths)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_strings_are_counted_as_they_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LZWDecode takes a second for each ten megabytes: here what a file may unpack to is less than what it does."""
    monkeypatch.setattr("indexer.read.pdf_limits.MAX_UNPACKED", 99)
    path = tmp_path / "hostile.pdf"
    path.write_bytes(file_of(one_page(words=filtered(lzw_of(b"0" * 100), b"/LZWDecode"))))
    with pytest.raises(UnreadableDocument, match="more time or memory"):
        read_pdf(path)


def differences(data: bytes) -> bytes:
    """How each byte differs from the one before."""
    return bytes((byte - before) % 256 for before, byte in pairwise(b"\0" + data))


PACKED = {
    "Flate": filtered(zlib.compress(WORDS), b"/FlateDecode"),
    "damaged Flate": filtered(zlib.compress(WORDS)[:-3] + b"abc", b"/FlateDecode"),
    "runs": filtered(
        bytes([len(WORDS) - 2]) + WORDS[:-1] + b"\xff" + WORDS[-1:] + b"\x80after the end", b"/RunLengthDecode"
    ),
    "hexadecimal": filtered(WORDS.hex().encode() + b">", b"/ASCIIHexDecode"),
    "letters": filtered(a85encode(WORDS) + b"~>", b"/ASCII85Decode"),
    "letters around Flate": filtered(a85encode(zlib.compress(WORDS)) + b"~>", b"/ASCII85Decode /FlateDecode"),
    "strings": filtered(lzw_of(WORDS), b"/LZWDecode"),
    "a PNG predictor": filtered(
        zlib.compress(b"\x01" + differences(WORDS)),
        b"/FlateDecode",
        b"<</Predictor 15 /Columns %d>>" % len(WORDS),
    ),
    "a TIFF predictor": filtered(
        zlib.compress(differences(WORDS)), b"/FlateDecode", b"<</Predictor 2 /Columns %d>>" % len(WORDS)
    ),
}


@pytest.mark.parametrize("words", PACKED.values(), ids=PACKED.keys())
def test_what_documents_pack_is_read(tmp_path: Path, words: bytes) -> None:
    path = tmp_path / "packed.pdf"
    path.write_bytes(file_of(one_page(words=words)))
    assert [line.text for line in read_pdf(path).lines] == ["The delegation thanked all States for their words"]


@pytest.mark.slow
@pytest.mark.processes
def test_small_files_that_ask_for_hours_are_given_up(tmp_path: Path) -> None:
    for number, objects in enumerate(FILES.values()):
        (tmp_path / f"{number}.pdf").write_bytes(file_of(objects()))
    files = [file for file in find_source_files([tmp_path]) if isinstance(file, SourceFile)]
    assert max(file.size for file in files) < 8_000_000
    outcomes = list(read_documents(files, None, 2, seconds_per_file=600, processor_seconds=0.1))
    assert len(outcomes) == len(FILES)
    assert [outcome.name for outcome in outcomes if not isinstance(outcome, SkippedFile)] == []
