"""Lays out a national report: sections of numbered paragraphs, then the voluntary commitments of the State."""

from pathlib import Path

from samples.content import Report
from samples.expected_records import national_paragraph, printed_commitment
from samples.page_layout import PageSetter
from samples.report_pages import new_canvas
from samples.un_layouts import DRAW_COVER, HEADERS_AND_FOOTERS, LAYOUTS, Cover

LOOK = "2010"
ROMAN = ("I.", "II.", "III.", "IV.", "V.", "VI.")


def write_national_report(report: Report, path: Path) -> dict[str, int]:
    """Write the PDF; the page on which each commitment stands, by its letter."""
    national = report.raw["national_report"]
    canvas = new_canvas(path, national["symbol"])
    layout = LAYOUTS[LOOK]
    setter = PageSetter(canvas, HEADERS_AND_FOOTERS[LOOK](national["symbol"]), layout.top, layout.bottom)
    DRAW_COVER[LOOK](canvas, _cover(report))
    setter.turn()
    number = 0
    for roman, section in zip(ROMAN, national["sections"], strict=False):
        setter.paragraph(section["heading"], layout.part, roman)
        for text in section["paragraphs"]:
            number += 1
            setter.paragraph(text, layout.body, f"{number}.")
    setter.paragraph("Voluntary pledges and commitments", layout.part, ROMAN[len(national["sections"])])
    intro = f"{report.name} makes the following voluntary commitments:"
    setter.paragraph(intro, layout.body, f"{national_paragraph(national)}.")
    for letter in national["commitments"]:
        setter.paragraph(printed_commitment(national, letter), layout.letter, letter, key=letter)
    setter.finish()
    canvas.save()
    return setter.pages


def _cover(report: Report) -> Cover:
    national = report.raw["national_report"]
    ordinal = national["ordinal"]
    return Cover(
        symbol=national["symbol"],
        date=national["date"],
        body="Human Rights Council",
        under_body=("Working Group on the Universal Periodic Review", f"{ordinal} session", national["dates"]),
        title=(
            "National report submitted in accordance with\nparagraph 5 of the annex to Human Rights\n"
            "Council resolution 16/21*",
            report.name,
        ),
        note="The present document has been reproduced as received.",
        job_number="GE.00-29432 (E)",
    )
