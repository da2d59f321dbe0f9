"""From runs of type to printed lines in reading order.

Runs that share a baseline are one printed line, left to right, so a paragraph's number comes before its text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.pdf_runs import WORD_GAP, PrintedPage, Run

MARK = re.compile(r"\s*(\d{1,3}|[*∗†‡§]{1,3}|[a-z])\s*")
"""What a footnote mark looks like, once it is known to be small and raised."""
SMALL = 0.8
"""A mark is set smaller than this part of its line's size."""
RAISED = 0.15
"""… and raised by more than this part of it."""
CELL_GAP = 0.9
"""A gap wider than this many ems may part columns; the spaces of justified lines are narrower."""

_LETTERS = str.maketrans(
    {
        "\u00ad": "",  # soft hyphen: it is printed only where a line breaks, and there it is a hyphen of its own
        "\u200b": "",
        "\ufeff": "",
        "\u2010": "-",
        "\u2011": "-",
    }
)


@dataclass(slots=True)
class Row:
    """One printed line, before running headers and footnotes are taken out; lengths as in `Run`."""

    text: str
    mark: str
    """The footnote mark that the line begins with, "" for none."""
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    cells: tuple[tuple[float, str], ...]
    """Left edge and text of the pieces between wide gaps; empty for a line without one."""


def rows_of(page: PrintedPage) -> list[Row]:
    """All printed lines of a page in reading order: upright text first, then text turned by quarters."""
    return [row for turns in sorted(page.runs) for row in _rows(page.runs[turns])]


def _rows(runs: list[Run]) -> Iterator[Row]:
    for group in _by_baseline(runs):
        row = _row(sorted(group, key=lambda run: run.x0))
        if row.text or row.mark:
            yield row


def _by_baseline(runs: list[Run]) -> Iterator[list[Run]]:
    """Groups of runs that overlap in height by half, from the top of the page to its foot."""
    group: list[Run] = []
    foot = head = 0.0
    for run in sorted((run for run in runs if run.text.strip()), key=lambda run: -run.y):
        height = 0.7 * run.size
        if group and min(run.y + height, head) - max(run.y, foot) >= 0.5 * min(height, head - foot):
            group.append(run)
            if height > head - foot:
                foot, head = run.y, run.y + height
            continue
        if group:
            yield group
        group, foot, head = [run], run.y, run.y + height
    if group:
        yield group


def _row(runs: list[Run]) -> Row:
    main = max(runs, key=lambda run: (len(run.text), run.size))
    mark, parts, end = "", list[str](), runs[0].x0
    lefts, cells = [runs[0].x0], [list[str]()]
    for run in runs:
        if _is_mark(run, main) and not (parts and re.search(r"\b[ckm]?m$", parts[-1])):
            mark = mark or ("" if parts else run.text.strip())
            end = run.x1
            continue
        if parts and run.x0 - end > CELL_GAP * main.size:
            lefts.append(run.x0)
            cells.append([])
        if parts and run.x0 - end > WORD_GAP * main.size:
            parts.append(" ")
            cells[-1].append(" ")
        parts.append(run.text)
        cells[-1].append(run.text)
        end = run.x1
    letters = sum(len(run.text) for run in runs)
    return Row(
        text=clean(" ".join("".join(parts).split())),
        mark=mark,
        x0=runs[0].x0,
        x1=runs[-1].x1,
        y=main.y,
        size=main.size,
        bold=2 * sum(len(run.text) for run in runs if run.bold) > letters,
        italic=2 * sum(len(run.text) for run in runs if run.italic) > letters,
        cells=_cells(lefts, cells) if len(cells) > 1 else (),
    )


def _cells(lefts: list[float], parts: list[list[str]]) -> tuple[tuple[float, str], ...]:
    texts = (clean(" ".join("".join(cell).split())) for cell in parts)
    return tuple((round(left, 1), text) for left, text in zip(lefts, texts, strict=True) if text)


def _is_mark(run: Run, main: Run) -> bool:
    return run.size < SMALL * main.size and run.y - main.y > RAISED * main.size and MARK.fullmatch(run.text) is not None


def clean(text: str) -> str:
    """Ligatures, odd spaces and bullets as plain characters; the words stay as printed."""
    text = text.replace("(cid:129)", "•").translate(_LETTERS)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(_plain(letter) for letter in text)).strip()


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    if "\ufb00" <= letter <= "\ufb06" or "\uff01" <= letter <= "\uff5e":  # ligatures, full-width forms
        return unicodedata.normalize("NFKC", letter)
    return letter
