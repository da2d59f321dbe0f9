"""The tables of a paper as a workbook, CSV and JSON: what is to be filled in is shaded in the first, else empty."""

import json
from collections.abc import Iterator

from web.files.office_files import Address, Gap, csv_file
from web.files.office_files import Cell as FileCell
from web.files.workbook import xlsx_file
from web.papers.paper import Cell, Paper
from web.site.language import gettext, side_by_side


def write_workbook(paper: Paper) -> bytes:
    """XLSX: one sheet of rows, and one that says what they are and where they come from."""
    about: list[tuple[str, FileCell]] = [(gettext("What it is"), paper.title), ("", paper.head)]
    for source in paper.sources:
        told = side_by_side(filter(None, (source.symbol, source.about)))
        name = gettext(": ").join((gettext("Source"), told))
        about.append((name, Address(source.address) if source.address else ""))
    return xlsx_file([(gettext("Follow-up"), _header(paper), list(_rows(paper)))], about)


def write_csv(paper: Paper) -> bytes:
    """CSV: the rows alone."""
    return csv_file(_header(paper), _rows(paper))


def write_json(paper: Paper) -> bytes:
    """JSON: an object with the rows by key of the column, null for what is still to be filled in, and the sources."""
    keys = [column.key for column in paper.tables[0].columns]
    rows = ([None if isinstance(value, Gap) else value for value in row] for row in _rows(paper))
    whole = {
        "title": paper.title,
        "rows": [dict(zip(keys, row, strict=True)) for row in rows],
        "sources": [
            {"document": source.symbol, "paragraphs": source.paragraphs, "address": source.address}
            for source in paper.sources
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _header(paper: Paper) -> list[str]:
    return [column.heading for column in paper.tables[0].columns]


def _rows(paper: Paper) -> Iterator[list[FileCell]]:
    return ([_value(cell) for cell in row] for table in paper.tables for row in table.rows)


def _value(cell: Cell) -> FileCell:
    """The text of a cell; what is in it alone keeps its kind, so that it is shaded."""
    pieces = [piece for words in cell for piece in words]
    return pieces[0] if len(pieces) == 1 else "\n".join(map("".join, cell)) or None
