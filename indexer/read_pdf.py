"""Read a PDF: printed lines in reading order, without running headers, page numbers and footnotes."""

import hashlib
import logging
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from indexer.pdf_layout import Row, rows_of
from indexer.pdf_runs import PrintedPage, RunCollector
from models.documents import Line, ReadDocument
from models.errors import UnreadableDocument

MAX_BYTES = 50_000_000
MAX_PAGES = 1_000

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(path: Path) -> ReadDocument:
    """Lines of a PDF, in reading order."""
    data = path.read_bytes()
    pages = list(_printed_pages(path))
    rows = [rows_of(page) for page in pages]
    headers: dict[str, None] = {}
    lines: list[Line] = []
    repeated = _repeated(rows, pages)
    body = body_size(rows)
    for number, (page, page_rows) in enumerate(zip(pages, rows, strict=True), 1):
        kept, furniture = split_furniture(page_rows, page, repeated)
        headers.update(dict.fromkeys(furniture))
        kept = without_footnotes(kept, page, body)
        lines.extend(
            Line(
                r.text,
                number,
                round(r.x0, 1),
                round(r.x1, 1),
                round(page.height - r.y - r.size, 1),
                round(r.size, 1),
                r.bold,
                r.italic,
                r.cells,
            )
            for r in kept
        )
    return ReadDocument(path.name, hashlib.sha256(data).hexdigest(), tuple(lines), len(pages), tuple(headers))


def _printed_pages(path: Path) -> Iterator[PrintedPage]:
    resources = PDFResourceManager()
    device = RunCollector(resources)
    interpreter = PDFPageInterpreter(resources, device)
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            yield device.page


FURNITURE = re.compile(
    r"(?:(?:A|E|S|CCPR|CRC)/\s?[A-Z0-9./\s()\-]+\*{0,3}\s*)?(?:Page\s*(?:\d+|[ivxl]+)|\d{1,4}|[ivxl]{1,6})?"
    r"|GE\.\d\d-\d+.*|\d{1,4}\s+(?:GE\.\d\d-\d+.*|A/.*)",
)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _edge(row: Row, page: PrintedPage) -> bool:
    return row.y > page.height * 0.88 or row.y < page.height * 0.12


def _repeated(rows: list[list[Row]], pages: list[PrintedPage]) -> set[str]:
    counts = Counter(
        _shape(row.text)
        for page_rows, page in zip(rows, pages, strict=True)
        for row in page_rows
        if _edge(row, page) and len(row.text) < 60 and re.search(r"[^\W\d]", row.text)  # "122.100" is a heading
    )
    return {shape for shape, count in counts.items() if count >= 3}


def split_furniture(rows: list[Row], page: PrintedPage, repeated: set[str]) -> tuple[list[Row], list[str]]:
    kept, taken = list(rows), []
    for index in (0, -1):
        while (
            kept
            and _edge(kept[index], page)
            and (FURNITURE.fullmatch(kept[index].text) or _shape(kept[index].text) in repeated)
        ):
            taken.append(kept.pop(index).text)
    return kept, taken


def body_size(rows: list[list[Row]]) -> float:
    sizes: Counter[float] = Counter()
    for page_rows in rows:
        for row in page_rows:
            sizes[round(row.size, 1)] += len(row.text)
    return sizes.most_common(1)[0][0]


def without_footnotes(rows: list[Row], page: PrintedPage, body: float) -> list[Row]:
    for rule in sorted(page.rules, key=lambda r: r.y):
        if rule.x1 - rule.x0 > 0.35 * page.width or rule.y > page.height * 0.7:
            continue
        below = [row for row in rows if row.y < rule.y]
        if below and (below[0].mark or below[0].size < 0.9 * body):
            return [row for row in rows if row.y >= rule.y]
    return rows
