"""PDFs drawn for tests, operator by operator, with the standard fonts: a page shows exactly what a test says."""

import zlib
from collections.abc import Sequence
from pathlib import Path

ROMAN, BOLD, ITALIC = "F1", "F2", "F3"
FONTS = {ROMAN: "Times-Roman", BOLD: "Times-Bold", ITALIC: "Times-Italic"}
WIDTH, HEIGHT = 595, 842


def text(left: float, height: float, words: str, size: float = 10, font: str = ROMAN) -> str:
    """Words with their baseline `height` points above the page's foot."""
    return shown(f"1 0 0 1 {left} {height} Tm ({_escaped(words)}) Tj", size, font)


def shown(operators: str, size: float = 10, font: str = ROMAN) -> str:
    """Text operators in a text object."""
    return f"BT /{font} {size} Tf {operators} ET"


def rule(left: float, right: float, height: float) -> str:
    """A thin filled box, as word processors draw the rule over footnotes."""
    return f"{left} {height} {right - left} 0.5 re f"


def image() -> str:
    """A black square of one pixel over the whole page, as in a scan."""
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q"


def lines(*words: str, left: float = 113, top: float = 700, size: float = 10, leading: float = 12) -> str:
    """Lines under each other."""
    return "\n".join(text(left, top - leading * row, line, size) for row, line in enumerate(words))


def write_pdf(path: Path, pages: Sequence[str | Sequence[str]], *, rotate: int = 0) -> Path:
    """A file of pages, each given by its operators; returns `path`."""
    streams = [zlib.compress((page if isinstance(page, str) else "\n".join(page)).encode("cp1252")) for page in pages]
    fonts = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(FONTS, 3))
    first_page = 3 + len(FONTS)
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    objects = [b"<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>".encode()]
    for base in FONTS.values():
        objects.append(f"<</Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding>>".encode())
    for number, stream in enumerate(streams):
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources <</Font <<{fonts}>>>> /Contents {first_page + 2 * number + 1} 0 R>>".encode()
        )
        objects.append(b"<</Length %d /Filter /FlateDecode>>\nstream\n%b\nendstream" % (len(stream), stream))
    path.write_bytes(file_of(objects))
    return path


def file_of(objects: Sequence[bytes]) -> bytes:
    """A file of numbered objects, the first of them its catalogue."""
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    size = len(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d /Root 1 0 R>>\n" % (size, table, size)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
