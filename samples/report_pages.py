"""Lays out one Working Group report as the United Nations prints it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from samples.content import SESSIONS, Item, Report, words_of_item
from samples.page_layout import PageSetter
from samples.un_layouts import DRAW_COVER, HEADERS_AND_FOOTERS, LAYOUTS, Cover

rl_config.useA85 = 0
TITLE = "Report of the Working Group on the Universal\nPeriodic Review"
CONTENTS_KEYS = ("introduction", "summary", "presentation", "dialogue", "conclusions", "annex")


def new_canvas(path: Path, title: str) -> Canvas:
    """A canvas whose file is the same on each run: no time, no random id."""
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    canvas.setTitle(f"INVENTED SAMPLE: {title}")
    canvas.setAuthor("UPR Follow-up")
    return canvas


def write_report(report: Report, path: Path) -> dict[str, int]:
    """Write the PDF; the page on which each paragraph and item begins ("61", "61.3")."""
    pages: dict[str, int] = {}
    for _ in range(2):  # the first run finds the pages that the contents list names
        pages = _set_report(report, path, pages)
    return pages


def _set_report(report: Report, path: Path, known_pages: dict[str, int]) -> dict[str, int]:
    look = report.raw["layout"]
    layout = LAYOUTS[look]
    canvas = new_canvas(path, report.symbol)
    setter = PageSetter(canvas, HEADERS_AND_FOOTERS[look](report.symbol), layout.top, layout.bottom)
    DRAW_COVER[look](canvas, _cover(report))
    setter.turn()
    if report.raw.get("contents", True):
        _contents(report, setter, known_pages)
        setter.turn()
    _heading(report, setter, "introduction", "", "Introduction")
    for number, text in enumerate(_introduction(report), 1):
        setter.paragraph(text, layout.body, f"{number}.")
        if number == 3:
            _issued_documents(report, setter)
    _heading(report, setter, "summary", "I.", "Summary of the proceedings of the review process")
    _presentation_and_dialogue(report, setter)
    _conclusions(report, setter)
    setter.turn()
    _annex(report, setter)
    setter.finish()
    canvas.save()
    return setter.pages


def _cover(report: Report) -> Cover:
    name = report.name + " *"
    old = report.raw["layout"] == "2008"
    one_line = TITLE.replace("\n", " ")
    title = ("UNIVERSAL PERIODIC REVIEW", one_line, name) if old else (TITLE + "*", report.name)
    return Cover(
        symbol=report.symbol,
        date=report.raw["date"],
        body="Human Rights Council",
        under_body=(report.raw["council_session"], "Agenda item 6") + (() if old else ("Universal Periodic Review",)),
        title=title,
        note="The annex to the present report is circulated as received.",
        job_number=f"GE.00-0{report.symbol.split('/')[2]}{report.symbol.split('/')[3]} (E)",
    )


def _heading(report: Report, setter: PageSetter, key: str, number: str, text: str) -> None:
    layout = LAYOUTS[report.raw["layout"]]
    style = layout.section if number in ("A.", "B.") else layout.part
    if report.raw["layout"] == "2008":
        text = text.upper() if number in ("I.", "II.") else text
        setter.paragraph(f"{number} {text}".strip(), style, key=key)
    elif number:
        setter.paragraph(text, style, number, key=key)
    else:
        setter.paragraph(text, replace(style, first=113), key=key)


def _contents(report: Report, setter: PageSetter, pages: dict[str, int]) -> None:
    layout = LAYOUTS[report.raw["layout"]]
    old = report.raw["layout"] == "2008"
    at = report.paragraphs
    spans = {
        "introduction": (1, 4),
        "summary": (at["presentation"], at["conclusions"] - 1),
        "presentation": (at["presentation"], at["dialogue"] - 1),
        "dialogue": (at["dialogue"], at["conclusions"] - 1),
        "conclusions": (at["conclusions"], at["last"]),
    }
    titles = (
        "Introduction",
        "I.  Summary of the proceedings of the review process",
        "    A.  Presentation by the State under review",
        "    B.  Interactive dialogue and responses by the State under review",
        "II.  Conclusions and/or recommendations",
        "Annex: Composition of the delegation",
    )
    setter.paragraph("CONTENTS" if old else "Contents", layout.centre if old else replace(layout.part, first=57))
    setter.paragraph("Paragraphs    Page", replace(layout.body, first=layout.body.right - 85, italic=True))
    for key, title in zip(CONTENTS_KEYS, titles, strict=True):
        span = "{}–{}".format(*spans[key]) if key in spans else ""
        _contents_line(setter, title, span, str(pages.get(key, "")), layout.body.left, layout.body.right)


def _contents_line(setter: PageSetter, title: str, span: str, page: str, left: float, right: float) -> None:
    setter.y -= 20
    canvas = setter.canvas
    canvas.setFont("Times-Roman", 10)
    indent = left + 24 * title.startswith(" ")
    dots = "." * int((right - 95 - indent - canvas.stringWidth(title.strip(), "Times-Roman", 10)) / 2.5)
    canvas.drawString(indent, setter.y, title.strip() + dots)
    canvas.drawRightString(right - 40, setter.y, span)
    canvas.drawRightString(right, setter.y, page)


def listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _introduction(report: Report) -> list[str]:
    raw, state = report.raw, report.name
    ordinal, dates = SESSIONS[raw["session"]]
    resolution = "paragraph 15 of the annex to resolution 5/1"
    if raw["session"] > 12:
        resolution += " and paragraph 5 of the annex to resolution 16/21"
    names = [report.states.names[code][0] for code in raw["troika"]]
    questions = [report.states.names[code][0] for code in raw["questions"]]
    return [
        "The Working Group on the Universal Periodic Review, established in accordance with Human Rights Council "
        f"resolution 5/1 of 18 June 2007, held its {ordinal} session from {dates}. The review of {state} was held at "
        f"the {raw['meeting']} meeting, on {raw['reviewed']}. The delegation of {state} was headed by {raw['head']}. "
        f"At its {raw['adoption_meeting']} meeting, held on {raw['adopted']}, the Working Group adopted the report on "
        f"{state}.",
        "The Human Rights Council selected the following group of rapporteurs (troika) to facilitate the review of "
        f"{state}: {listed(names)}.",
        f"In accordance with {resolution}, the following documents were issued for the review of {state}:",
        f"A list of questions prepared in advance by {listed(questions)} was transmitted to {state} through the "
        "troika. The questions are available on the extranet of the Universal Periodic Review.",
    ]


def _issued_documents(report: Report, setter: PageSetter) -> None:
    stem = f"A/HRC/WG.6/{report.raw['session']}/{report.state}"
    made = "submitted/written presentation made"
    office = "Office of the United Nations High Commissioner for Human Rights (OHCHR)"
    for letter, text in (
        ("(a)", f"A national report {made} in accordance with paragraph 15 (a) ({stem}/1);"),
        ("(b)", f"A compilation prepared by the {office} in accordance with paragraph 15 (b) ({stem}/2);"),
        ("(c)", f"A summary prepared by OHCHR in accordance with paragraph 15 (c) ({stem}/3)."),
    ):
        setter.paragraph(text, LAYOUTS[report.raw["layout"]].letter, letter)


def _presentation_and_dialogue(report: Report, setter: PageSetter) -> None:
    body = LAYOUTS[report.raw["layout"]].body
    _heading(report, setter, "presentation", "A.", "Presentation by the State under review")
    for number, text in enumerate(report.raw["presentation"], report.paragraphs["presentation"]):
        setter.paragraph(text, body, f"{number}.")
    _heading(report, setter, "dialogue", "B.", "Interactive dialogue and responses by the State under review")
    for number, entry in enumerate(report.dialogue, report.paragraphs["dialogue"]):
        setter.paragraph(dialogue_text(entry), body, f"{number}.", key=str(number))


def dialogue_text(entry: dict[str, Any]) -> str:
    """A paragraph of the dialogue, its recommendations included."""
    parts = [
        f"{letter} {words[0].lower()}{words[1:]}" if letter else words.replace(" | ", " ")
        for letter, words in entry.get("asks", [])
    ]
    return " ".join([entry["text"], *(["; ".join(parts) + "."] if parts else [])])


def _conclusions(report: Report, setter: PageSetter) -> None:
    layout = LAYOUTS[report.raw["layout"]]
    intro = replace(layout.body, bold=True, keep=3)
    note = report.raw.get("conclusions_note", "")
    _heading(report, setter, "conclusions", "II.", "Conclusions and/or recommendations" + note)
    for number, entry in enumerate(report.conclusions, report.paragraphs["conclusions"]):
        setter.paragraph(report.numbered(entry["text"]), intro, f"{number}.", key=str(number))
        items = entry.get("items", [])
        for k, item in enumerate(items, 1):
            if heading := entry.get("headings", {}).get(str(k)):
                setter.paragraph(heading, replace(layout.item, italic=True, bold=False, first=142, keep=3))
            printed = printed_item(report, item, last=k == len(items))
            setter.paragraph(printed, layout.item, report.printed_number(entry["key"], k), key=f"{number}.{k}")


def printed_item(report: Report, item: Item, last: bool) -> str:
    """An item as it stands in the list, with its closing mark."""
    return report.states.printed(words_of_item(item)) + ("." if last else ";")


def _annex(report: Report, setter: PageSetter) -> None:
    layout = LAYOUTS[report.raw["layout"]]
    old = report.raw["layout"] == "2008"
    style = layout.centre if old else replace(layout.part, first=113)
    setter.paragraph("Annex", style, key="annex")
    setter.paragraph("Composition of the delegation", style)
    setter.paragraph(
        f"The delegation of {report.name} was headed by {report.raw['head']} and composed of the following members:",
        replace(layout.body, first=layout.body.left),
    )
    bullet = "" if old else "•"
    for member in report.raw["delegation"]:
        setter.paragraph(member, replace(layout.letter, left=layout.letter.first or 0), bullet)
