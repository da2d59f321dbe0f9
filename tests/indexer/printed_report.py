"""Lines of invented reports, laid out as reading gives them."""

import dataclasses

from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument

IDENTITY = DocumentIdentity("A/HRC/900/7", DocumentKind.WORKING_GROUP_REPORT, "en", "SVN", 20)
PARAGRAPH_LEFT, ITEM_LEFT, LEADING, SPACED = 113.0, 142.0, 12.0, 18.0


def printed(text: str, first_page: int = 9) -> tuple[Line, ...]:
    """One line per line of text.

    Four spaces set an item in; an empty line is the space between paragraphs; "---" is a new page.
    """
    lines: list[Line] = []
    page, top, gap = first_page, 80.0, LEADING
    for row in text.strip("\n").splitlines():
        if row.strip() == "---":
            page, top, gap = page + 1, 80.0, LEADING
        elif not row.strip():
            gap = SPACED
        else:
            left = ITEM_LEFT if row.startswith("    ") else PARAGRAPH_LEFT
            lines.append(Line(row.strip(), page, left, 480.0, top + gap, 10.0, False, False))
            top, gap = top + gap, LEADING
    return tuple(lines)


def report(text: str) -> ReadDocument:
    """A read document with nothing but these lines."""
    return ReadDocument("invented.pdf", "0" * 64, printed(text), 20)


def bold(line: Line) -> Line:
    """The same line in bold type."""
    return dataclasses.replace(line, bold=True)
