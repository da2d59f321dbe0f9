"""Lays out the addendum with a State's replies, in the different shapes that States give them.

ranges    headings; a numbered paragraph with the list of recommendations; explanations as numbered paragraphs
headings  the same, each explanation under a heading of its own that is the number of the recommendation
rec       the same, each explanation begins with "Rec. 28.3"
prose     one numbered paragraph per recommendation, which says the position in words
hanging   two columns without rules: the numbers, the answer
table     ruled columns
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from samples.content import Report, expand, requests_of
from samples.page_layout import PageSetter, Row
from samples.report_pages import TITLE, new_canvas
from samples.un_layouts import DRAW_COVER, HEADERS_AND_FOOTERS, LAYOUTS, Cover

LOOK = "2010"
VIEWS = (
    "Views on conclusions and/or recommendations, voluntary\n"
    "commitments and replies presented by the State under review"
)
NUMBER_EDGES = (113, 192, 510)
TABLE_EDGES = {3: (72, 150, 220, 523), 4: (72, 115, 300, 362, 523)}
UNNUMBERED_COMMENTS = ("headings", "rec")
"""Shapes whose comments are no numbered paragraphs of the addendum."""
Pages = dict[str, int]


def write_addendum(report: Report, path: Path) -> Pages:
    """Write the PDF; the page on which the answer to each recommendation stands ("21.3"), and its comment ("21.3#")."""
    canvas = new_canvas(path, report.addendum_symbol)
    layout = LAYOUTS[LOOK]
    setter = PageSetter(canvas, HEADERS_AND_FOOTERS[LOOK](report.addendum_symbol), layout.top, layout.bottom)
    DRAW_COVER[LOOK](canvas, _cover(report))
    setter.turn()
    number = 0
    for number, text in enumerate(report.addendum["opening"], 1):
        setter.paragraph(report.numbered(text), layout.body, f"{number}.")
    if "rows" in report.addendum:
        (_hanging if report.addendum["style"] == "hanging" else _table)(report, setter)
    for part in report.addendum.get("parts", []):
        number = _part(report, setter, part, number)
    setter.finish()
    canvas.save()
    return setter.pages


def _cover(report: Report) -> Cover:
    raw = report.raw
    return Cover(
        symbol=report.addendum_symbol,
        date=report.addendum["date"],
        body="Human Rights Council",
        under_body=(raw["council_session"], "Agenda item 6", "Universal Periodic Review"),
        title=(TITLE + "*", report.name, "Addendum", VIEWS),
        note="The present document was not edited before being sent to the United Nations translation services.",
        job_number=f"GE.00-1{report.symbol.split('/')[2]}{report.symbol.split('/')[3]} (E)",
    )


def _part(report: Report, setter: PageSetter, part: dict[str, Any], number: int) -> int:
    """One heading with what stands under it; the number of its last paragraph."""
    layout = LAYOUTS[LOOK]
    if "heading" in part:
        setter.paragraph(part["heading"], replace(layout.section, first=113))
    if "numbers" in part:
        number += 1
        text = part["text"].format(numbers=printed_numbers(report, part["numbers"]))
        setter.paragraph(text, layout.body, f"{number}.", key=f"paragraph {number}")
        for key, item in expand(part["numbers"]):
            setter.pages[report.paragraph_of(key, item)] = setter.pages[f"paragraph {number}"]
    for numbers, text, *_ in part.get("comments", []):
        number = _comment(report, setter, numbers, comment_text(report, text), number)
    return number


def _comment(report: Report, setter: PageSetter, numbers: str, text: str, number: int) -> int:
    layout, style = LAYOUTS[LOOK], report.addendum["style"]
    printed = printed_numbers(report, numbers)
    keys = [f"{report.paragraph_of(*answered)}#" for answered in expand(numbers)]
    if style == "headings":
        setter.paragraph(printed, replace(layout.body, bold=True, keep=3, after=2))
        setter.paragraph(text, replace(layout.body, first=142), key=keys[0])
    elif style == "rec":
        setter.paragraph(text, replace(layout.body, first=142, tab=205), f"Rec. {printed}", key=keys[0])
    else:
        number += 1
        noun = "Recommendation" if len(keys) == 1 else "Recommendations"
        setter.paragraph(f"{noun} {printed}: {text}", layout.body, f"{number}.", key=keys[0])
    for key in keys[1:]:
        setter.pages[key] = setter.pages[keys[0]]
    return number


def _hanging(report: Report, setter: PageSetter) -> None:
    rows, keys = [], []
    for numbers, _, text in report.addendum["rows"]:
        printed = ", ".join(report.answered_number(*answered) + "." for answered in expand(numbers))
        rows.append(Row((printed, text)))
        keys.append(report.paragraph_of(*expand(numbers)[0]))
    setter.table(rows, NUMBER_EDGES, LAYOUTS[LOOK].body, ruled=False, keys=keys)
    _spread(report, setter)


def _table(report: Report, setter: PageSetter) -> None:
    columns = report.addendum["columns"]
    rows, keys = [Row(tuple(columns), bold=True)], ["header"]
    items = {key: report.conclusions[report.paragraphs[key] - report.paragraphs["conclusions"]]["items"] for key in "P"}
    for numbers, position, text in report.addendum["rows"]:
        [(key, item)] = expand(numbers)
        cells = [report.answered_number(key, item), report.addendum["position_words"][position], text]
        if len(columns) == 4:
            cells.insert(1, "; ".join(request.text for request in requests_of(items[key][item - 1])))
        rows.append(Row(tuple(cells)))
        keys.append(report.paragraph_of(key, item))
    style = replace(LAYOUTS[LOOK].body, size=9, leading=11)
    setter.table(rows, TABLE_EDGES[len(columns)], style, ruled=True, keys=keys)
    _spread(report, setter)


def _spread(report: Report, setter: PageSetter) -> None:
    """Give every number of a row the page of the row; in rows the comment stands beside the position."""
    for numbers, _, text in report.addendum["rows"]:
        page = setter.pages[report.paragraph_of(*expand(numbers)[0])]
        for answered in expand(numbers):
            setter.pages[report.paragraph_of(*answered)] = page
            if text:
                setter.pages[f"{report.paragraph_of(*answered)}#"] = page


def comment_text(report: Report, text: str) -> str:
    """A comment with {P7} replaced by the number of that recommendation."""
    return re.sub(r"\{([A-Z])(\d+)\}", lambda found: report.answered_number(found[1], int(found[2])), text)


def printed_numbers(report: Report, numbers: str) -> str:
    """ "P1 P3-5" → "21.1, 21.3–21.5", or "21.1, 21.3-5" where ranges are short."""
    printed = []
    for token in numbers.split():
        (key, first), (_, last) = expand(token)[0], expand(token)[-1]
        name = report.answered_number(key, first)
        if last != first:
            short = report.addendum.get("ranges") == "short"
            name += f"-{last}" if short else f"–{report.answered_number(key, last)}"
        printed.append(name)
    if len(printed) == 1 or report.addendum.get("ranges") == "short":
        return ", ".join(printed)
    return ", ".join(printed[:-1]) + " and " + printed[-1]
