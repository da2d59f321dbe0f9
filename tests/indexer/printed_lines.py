"""Single lines of invented documents, for tests of what white space and type tell."""

from models.records.documents import Line


def line(
    text: str,
    top: float = 100.0,
    *,
    left: float = 113.0,
    right: float = 480.0,
    page: int = 1,
    size: float = 10.0,
    bold: bool = False,
    cells: tuple[tuple[float, float, str], ...] = (),
) -> Line:
    """A line of plain text as wide as the page."""
    return Line(text, page, left, right, top, size, bold, False, cells)


def row(top: float, *cells: tuple[float, float, str], page: int = 1) -> Line:
    """A line of a table: left edge, right edge and text of its cells."""
    return line(" ".join(text for *_, text in cells), top, left=cells[0][0], right=cells[-1][1], page=page, cells=cells)
