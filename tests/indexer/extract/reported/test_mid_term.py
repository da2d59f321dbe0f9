"""Mid-term reports of every form become paragraphs that name recommendations."""

from collections.abc import Sequence

from indexer.extract.reported.reported import reported_paragraphs
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument

BY_STATE = DocumentIdentity("CHL-18/mid-term", DocumentKind.MID_TERM_REPORT, "en", "CHL", 18)
BY_NGO = DocumentIdentity(
    "CHL-18/mid-term/pier-pals", DocumentKind.STAKEHOLDERS_MID_TERM_REPORT, "en", "CHL", 18, author="Pier Pals"
)
Found = list[tuple[str, str, list[tuple[str, ...]]]]


def line(text: str, top: float, style: str = "", *, size: float = 10.0, page: int = 2) -> Line:
    return Line(text, page, 80, 500, top, size, "B" in style, "I" in style)


def row(top: float, *cells: str) -> Line:
    """A line of a table with columns of 120 points."""
    places = [80 + 120 * number for number in range(len(cells))]
    printed = tuple((float(left), left + 100.0, text) for left, text in zip(places, cells, strict=True) if text)
    return Line(" ".join(filter(None, cells)), 3, printed[0][0], printed[-1][1], top, 10, False, False, printed)


def found(lines: Sequence[Line], identity: DocumentIdentity = BY_STATE) -> Found:
    document = ReadDocument("report.pdf", "0" * 64, tuple(lines), 4)
    return [
        (paragraph.id, paragraph.text, [reference.numbers for reference in paragraph.references])
        for paragraph in reported_paragraphs(document, identity)
    ]


MATRIX = (
    row(100, "No.", "Recommendation", "Status", "Comments"),
    row(112, "88.1", "Mend the old", "Implemented", "Two ferries were"),
    row(124, "", "ferries (Peru)", "", "mended in 2015."),
    row(136, "88.2,", "Build piers", "In progress", "The first pier"),
    row(148, "88.4", "(Fiji, Malta)", "", "is begun."),
    row(160, "88.9", "Count birds", "", ""),
)


def test_the_rows_of_a_matrix_are_paragraphs_that_name_their_recommendations() -> None:
    assert found([line("Annex", 60, "B"), *MATRIX]) == [
        ("CHL-18.mid-term-1", "Implemented\nTwo ferries were mended in 2015.", [("88.1",)]),
        ("CHL-18.mid-term-2", "In progress\nThe first pier is begun.", [("88.2", "88.4")]),
    ]


def test_a_matrix_headed_by_what_was_done() -> None:
    matrix = (
        row(100, "Recommendation", "Actions taken"),
        row(112, "Recommendation 12: Mend", "Two ferries were"),
        row(124, "the ferries (Peru)", "mended."),
        row(136, "Recommendation 13: Build", "None yet."),
        row(148, "piers", ""),
    )
    assert found(matrix) == [
        ("CHL-18.mid-term-1", "Two ferries were mended.", [("12",)]),
        ("CHL-18.mid-term-2", "None yet.", [("13",)]),
    ]


def test_numbered_paragraphs_keep_their_numbers_and_rows_count_on() -> None:
    prose = [line("I. Ferries (recommendations 3 and 4)", 60, "B")]
    prose += [line(f"{number}. Ferry {number} sails.", 60 + 20 * number) for number in range(1, 7)]
    paragraphs = found([*prose, *MATRIX])
    assert [(paragraph, named) for paragraph, _, named in paragraphs] == [
        *((f"CHL-18.mid-term-{number}", [("3", "4")]) for number in range(1, 7)),
        ("CHL-18.mid-term-7", [("88.1",)]),
        ("CHL-18.mid-term-8", [("88.2", "88.4")]),
    ]


UNNUMBERED = (
    ("The sea is ours", ""),
    ("Ferries", "B"),
    ("88.1 Mend the old ferries, and (Peru)", "I"),
    ("do so soon;", "I"),
    ("Two ferries were mended", ""),
    ("in 2015.", ""),
    ("They sail well.", ""),
    ("88.2 Build piers (Fiji);", "I"),
    ("One pier is begun.", ""),
    ("Birds", "B"),
    ("Nobody counts them. In 2016.1 there was no money.", ""),
)


def test_prose_below_recommendations_is_counted() -> None:
    tops = (60, 100, 140, 152, 190, 202, 230, 270, 310, 350, 390)
    lines = [line(text, top, style) for (text, style), top in zip(UNNUMBERED, tops, strict=True)]
    assert found(lines) == [
        ("CHL-18.mid-term-1", "Two ferries were mended in 2015.", [("88.1",)]),
        ("CHL-18.mid-term-2", "They sail well.", [("88.1",)]),
        ("CHL-18.mid-term-3", "One pier is begun.", [("88.2",)]),
        ("CHL-18.mid-term-4", "Nobody counts them. In 2016.1 there was no money.", []),
    ]


def test_prose_without_type_is_parted_at_short_lines() -> None:
    lines = (
        "Recommendation 12: Mend the old ferries (Peru)",
        "Two ferries were mended in the yards of the south coast in",
        "the spring of 2015.",
        "They sail well.",
        "Recommendation 13: Build piers (Fiji)",
        "One pier is begun.",
    )
    assert found([line(text, 0, size=0) for text in lines]) == [
        (
            "CHL-18.mid-term-1",
            "Two ferries were mended in the yards of the south coast in the spring of 2015.",
            [("12",)],
        ),
        ("CHL-18.mid-term-2", "They sail well.", [("12",)]),
        ("CHL-18.mid-term-3", "One pier is begun.", [("13",)]),
    ]


NATIONAL = DocumentIdentity("A/HRC/WG.6/32/CHL/1", DocumentKind.NATIONAL_REPORT, "en", "CHL", 32)


def test_the_annex_of_a_national_report_is_a_matrix_where_its_numbers_are_dotted() -> None:
    prose = [line("I. Ferries", 60, "B"), line("1. Ferries sail.", 80), line("Annex", 90, "B")]
    bare = [row(cell.top, *(text.removeprefix("88.") for _, _, text in cell.cells)) for cell in MATRIX]
    assert [(paragraph, named) for paragraph, _, named in found([*prose, *MATRIX], NATIONAL)] == [
        ("A.HRC.WG.6.32.CHL.1-1", []),
        ("A.HRC.WG.6.32.CHL.1-2", [("88.1",)]),
        ("A.HRC.WG.6.32.CHL.1-3", [("88.2", "88.4")]),
    ]
    assert [paragraph for paragraph, *_ in found([*prose, *bare], NATIONAL)] == ["A.HRC.WG.6.32.CHL.1-1"]


def test_what_stakeholders_report_is_theirs() -> None:
    document = ReadDocument("report.pdf", "0" * 64, MATRIX, 4)
    paragraphs = list(reported_paragraphs(document, BY_NGO))
    assert [paragraph.id for paragraph in paragraphs] == ["CHL-18.mid-term.pier-pals-1", "CHL-18.mid-term.pier-pals-2"]
    assert [paragraph.contributors for paragraph in paragraphs] == [(("", "Pier Pals"),)] * 2
