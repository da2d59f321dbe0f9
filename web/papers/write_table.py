"""The tables of a paper as a workbook, CSV and JSON: what is to be filled in is shaded in the first, else empty."""

import json
from collections.abc import Iterator, Sequence

from web.files.office_files import Address, Gap, csv_file
from web.files.office_files import Cell as FileCell
from web.files.workbook import xlsx_file
from web.papers.paper import Cell, Column, Paper, Suggested, Words
from web.site.language import gettext, side_by_side


def write_workbook(paper: Paper) -> bytes:
    """XLSX: one sheet of rows, and one that says what they are and where they come from."""
    columns = _columns(paper)
    about: list[tuple[str, FileCell]] = [(gettext("What this is"), paper.title), ("", paper.head)]
    for source in paper.sources:
        told = side_by_side(filter(None, (source.symbol, source.about)))
        name = gettext(": ").join((gettext("Source"), told))
        about.append((name, Address(source.address) if source.address else ""))
    sheet = (gettext("Follow-up"), [column.heading for column in columns], list(_rows(paper)))
    return xlsx_file([sheet], about)


def write_csv(paper: Paper) -> bytes:
    """CSV: the rows alone."""
    return csv_file([column.heading for column in _columns(paper)], _rows(paper))


def write_json(paper: Paper) -> bytes:
    """JSON: an object with the rows by key of the column, null for what is still to be filled in, and the sources."""
    keys = [column.key for column in _columns(paper)]
    whole = {
        "title": paper.title,
        "rows": [
            {key: None if isinstance(value, Gap) else value for key, value in zip(keys, row, strict=True)}
            for row in _rows(paper)
        ],
        "sources": [
            {"document": source.symbol, "paragraphs": source.paragraphs, "address": source.address}
            for source in paper.sources
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _columns(paper: Paper) -> Sequence[Column]:
    return paper.tables[0].columns


def _rows(paper: Paper) -> Iterator[list[FileCell]]:
    for table in paper.tables:
        for group in table.groups:
            for row in group.rows:
                yield [_value(cell) for cell in row]


def _value(cell: Cell) -> FileCell:
    """The text of a cell; what is in it alone keeps its kind, so that it is shaded."""
    pieces = [piece for words in cell for piece in words]
    if len(pieces) == 1 and not isinstance(pieces[0], Suggested):
        return pieces[0]
    return "\n".join(map(_text, cell)) or None


def _text(words: Words) -> str:
    return "".join(_marked(piece) for piece in words)


def _marked(piece: str) -> str:
    """A suggestion says so; what is to be filled in says it in brackets already."""
    return " ".join((piece, gettext("(suggestion)"))) if isinstance(piece, Suggested) else piece
