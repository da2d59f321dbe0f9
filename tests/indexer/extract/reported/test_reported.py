"""Reports become numbered paragraphs with headings, notes, and the recommendations that they name."""

from collections.abc import Iterator, Sequence
from itertools import count

import pytest

from indexer.extract.outline.marks import numbers_of_mark
from indexer.extract.reported.mid_term import numbered_paragraphs
from indexer.extract.reported.notes import contributors_in, notes_of
from indexer.extract.reported.reported import reported_paragraphs
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.records.reported import ReportedParagraph, Stated

NATIONAL = DocumentIdentity("A/HRC/WG.6/40/XAA/1", DocumentKind.NATIONAL_REPORT, "en", "XAA", 40)
SUMMARY = DocumentIdentity("A/HRC/WG.6/40/XAA/3", DocumentKind.SUMMARY, "en", "XAA", 40)
TOPS = count(100, 12)


def line(
    text: str,
    style: str = "",
    *,
    left: float = 113.0,
    marks: Sequence[tuple[int, str]] = (),
    size: float = 10.0,
    page: int = 2,
    cells: Sequence[tuple[float, float, str]] = (),
) -> Line:
    """A printed line; `style` holds B for bold and I for italic."""
    return Line(
        text, page, left, 480.0, float(next(TOPS)), size, "B" in style, "I" in style, tuple(cells), tuple(marks)
    )


def document(*lines: Line, notes: Sequence[Line] = ()) -> ReadDocument:
    return ReadDocument("report.pdf", "0" * 64, tuple(lines), 9, notes=tuple(notes))


REPORT = (
    line("United Nations A/HRC/WG.6/40/XAA/1", page=1),
    line("I. How this report was made", "B", left=90, size=14),
    line("1. Ferries were asked first. The numbers are those of paragraph 77 of the report."),
    line("II. What was done since the last", "B", left=84, size=14),
    line("review", "B", size=14),
    line("A. Ferries", "B", left=87, size=12, marks=[(10, "1")]),
    line("Recommendations 3, 5–7", "B"),
    line("2. The ministry bought two ferries, thus", marks=[(31, "2")]),
    line("implementing recommendation 9."),
    line("3. Every ferry has", "B"),
    line("a ramp:"),
    line("(a) In summer;"),
    line("(b) In winter."),
    line("Small boats", "I"),
    line("4. Boats are painted."),
    line("1. Bridges (recommendations 12 and 13)", "B", left=91),
    line("5. Bridges are mended."),
    line("III. Conclusion", "B", left=80, size=14),
    line("6. Thanks are due."),
    line("Notes", "I"),
)
NOTES = (
    line("For relevant recommendations, see A/HRC/50/9, paras. 77.20 and", marks=[(0, "1")], size=9),
    line("77.22–77.23.", size=9),
    line("CRC/C/XAA/CO/2, para. 77.30; JS1, para. 77.31.", marks=[(0, "2")], size=9),
)


@pytest.fixture
def paragraphs() -> dict[str | None, ReportedParagraph]:
    found = reported_paragraphs(document(*REPORT, notes=NOTES), NATIONAL)
    return {paragraph.place.paragraph: paragraph for paragraph in found}


def named(paragraph: ReportedParagraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((reference.stated.value, reference.numbers) for reference in paragraph.references)


def test_each_numbered_paragraph_is_one_and_headings_are_none(
    paragraphs: dict[str | None, ReportedParagraph],
) -> None:
    assert list(paragraphs) == ["1", "2", "3", "4", "5", "6"]
    assert paragraphs["3"].text == "Every ferry has a ramp:\n(a) In summer;\n(b) In winter."


def test_headings_hold_until_one_as_wide(paragraphs: dict[str | None, ReportedParagraph]) -> None:
    assert [paragraph.headings[1:] for paragraph in paragraphs.values()] == [
        (),
        ("Ferries", "Recommendations 3, 5–7"),
        ("Ferries", "Recommendations 3, 5–7"),
        ("Ferries", "Recommendations 3, 5–7", "Small boats"),
        ("Ferries", "Bridges (recommendations 12 and 13)"),
        (),
    ]
    assert paragraphs["2"].headings[0] == "What was done since the last review"


def test_a_heading_names_for_all_below_it_and_the_nearest_rules(
    paragraphs: dict[str | None, ReportedParagraph],
) -> None:
    of_heading = ("heading", ("3", "5", "6", "7"))
    assert list(named(paragraphs["4"])) == [of_heading]
    assert list(named(paragraphs["5"])) == [("heading", ("12", "13"))]
    assert list(named(paragraphs["6"])) == []


def test_sentences_name_and_numbers_of_other_documents_do_not_count(
    paragraphs: dict[str | None, ReportedParagraph],
) -> None:
    assert list(named(paragraphs["2"]))[1:] == [("sentence", ("9",))]


def test_a_note_on_a_heading_holds_like_the_heading() -> None:
    lines = [each for each in REPORT if not each.text.startswith("Recommendations")]
    found = {each.place.paragraph: each for each in reported_paragraphs(document(*lines, notes=NOTES), NATIONAL)}
    (reference,) = found["4"].references
    assert (reference.stated, reference.report) == (Stated.FOOTNOTE, "A/HRC/50/9")
    assert reference.numbers == ("77.20", "77.22", "77.23")


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        # The "in" is Slovene for "and", left by a translator.
        ("More is said elsewhere (see recommendations 101, 135, 136 in 137).", ("101", "135", "136", "137")),
        ("For relevant recommendations see A/HRC/50/9, paras. 77. 23 and 77.59.", ("77.23", "77.59")),
        ("The Committee against Ferries made recommendation 12 of 2019.", ()),
        ("See CRC/C/XAA/CO/2, para. 77.30.", ()),
        ("JS4, para. 58.4.", ()),
        ("Article 12 and 3,000 ferries.", ()),
    ],
)
def test_forms_of_references(sentence: str, numbers: tuple[str, ...]) -> None:
    text = (line("1. Ferries sail.", marks=[(16, "1")]), line("Notes", "I"), line(sentence, marks=[(0, "1")]))
    (paragraph,) = reported_paragraphs(document(*text), NATIONAL)
    assert tuple(number for reference in paragraph.references for number in reference.numbers) == numbers


def test_bare_numbers_of_others_count_only_where_a_review_is_meant() -> None:
    text = (
        line("1. The bank repeated its recommendation 12. JS2 saw no step on recommendation 14 of the last review."),
    )
    (paragraph,) = reported_paragraphs(document(*text), SUMMARY)
    assert [each.numbers for each in paragraph.references] == [("14",)]


def test_letters_that_are_roman_numbers_too_count_on_as_letters() -> None:
    lines = [line("I. Aims", "B"), line("1. Begun.")]
    for number, letter in enumerate("ABCD", 2):
        lines += [line(f"{letter}. Aim {letter}", "B"), line(f"{number}. Done.")]
    found = list(numbered_paragraphs(document(*lines)))
    assert [[heading.text for heading in each.headings] for each in found[1:]] == [
        ["Aims", f"Aim {letter}"] for letter in "ABCD"
    ]


def test_notes_count_on_and_numbers_within_them_begin_none() -> None:
    notes = notes_of(
        [
            line("1"),
            line("See the law."),
            line("2019 was dry."),
            line("On ferries,", marks=[(0, "2")]),
            line("3 Of the sea."),
        ]
    )
    assert {number: [each.text for each in lines] for number, lines in notes.items()} == {
        1: ["See the law.", "2019 was dry."],
        2: ["On ferries,"],
        3: ["Of the sea."],
    }


@pytest.mark.parametrize(
    ("mark", "numbers"), [("12", [12]), ("1, 2", [1, 2]), ("3–5", [3, 4, 5]), ("*", []), ("1-999", list(range(1, 22)))]
)
def test_marks(mark: str, numbers: list[int]) -> None:
    assert list(numbers_of_mark(mark)) == numbers


def test_contributors_are_known_by_their_codes() -> None:
    def row(code: str, name: str) -> Line:
        return line(f"{code} {name}", cells=[(141, 160, code), (255, 400, name)])

    note = [
        line("The stakeholders listed below have contributed information for this summary."),
        row("JS3", "Joint submission 3 submitted by: Ferry"),
        line("Friends and Pier Pals;"),
        row("FF-EU", "Ferries."),
    ]
    assert contributors_in([note]) == {
        "JS3": "Joint submission 3 submitted by: Ferry Friends and Pier Pals",
        "FF-EU": "Ferries",
    }
    treaties = [line("Abbreviations used:"), row("CSEA", "Convention on the Sea.")]
    assert contributors_in([treaties, note]).keys() == {"JS3", "FF-EU"}
    assert contributors_in([treaties]) == {}
    text = line("1. JS3 and JS31 said so.", marks=[(3, "1")])
    notes = [line("", marks=[(0, "1")]), *note]
    (paragraph,) = reported_paragraphs(document(text, notes=notes), SUMMARY)
    assert [code for code, _ in paragraph.contributors] == ["JS3"]


@pytest.mark.parametrize(
    ("end", "numbers"),
    [
        pytest.param("See the address (rowers.example)", ["1", "2"], id="brackets before the next number"),
        pytest.param("See the address of", ["1"], id="a sentence that goes on"),
    ],
)
def test_a_number_behind_a_line_that_ends_no_sentence(end: str, numbers: list[str]) -> None:
    text = (line("I. Ferries", "B"), line("1. The ferries are old."), line(end), line("2. Piers were mended."))
    assert [paragraph.number for paragraph in numbered_paragraphs(document(*text))] == numbers


def test_stakeholders_of_a_text_file_are_known_by_the_first_word_of_their_line() -> None:
    listing = [
        "The stakeholders listed below have contributed",
        "information for this summary.",
        "Civil society",
        "Individual submissions:",
        "FF Ferry Friends, Port Anna",
        "NPA Pier section (Chile);",
        "L4L Lights for Lighthouses*.",
        "Joint submissions:",
        "JS1 Joint submission 1 submitted by: Pier Pals;",
        "Regional organizations",
        "CoE-CPT Committee for Piers, Towers",
        "and Ferries;",
        "Attachments:",
        "(CoE-Commissioner) Report by Ms. Ada Quay, Commissioner",
        "(Ports), following her visit to the pier;",
        "(CoE-ECRI Conclusions) - Committee against Fog;",
        "(Chile) no code.",
    ]
    assert contributors_in([[line(text) for text in listing]]) == {
        "FF": "Ferry Friends, Port Anna NPA Pier section (Chile)",
        "L4L": "Lights for Lighthouses",
        "JS1": "Joint submission 1 submitted by: Pier Pals",
        "CoE-CPT": "Committee for Piers, Towers and Ferries",
        "CoE-Commissioner": "Report by Ms. Ada Quay, Commissioner (Ports), following her visit to the pier",
        "CoE-ECRI Conclusions": "Committee against Fog",
    }


def test_a_table_below_a_heading_ends_the_paragraph_before_it() -> None:
    text = (
        line("I. Ferries", "B"),
        line("1. The ferries are old."),
        line("B. Piers", "B"),
        line("Pier A 12 30"),
        line("Pier B 8 44"),
        line("2. Piers were mended.", page=3),
    )
    found = list(numbered_paragraphs(document(*text)))
    assert [(each.number, [heading.text for heading in each.headings]) for each in found] == [
        ("1", ["Ferries"]),
        ("2", ["Ferries", "Piers"]),
    ]


def test_space_above_a_number_parts_it_from_a_line_that_ends_no_sentence() -> None:
    table = line("Total 224 310")
    apart = Line("2. Piers were mended.", 2, 113.0, 480.0, table.top + 25, 10.0, False, False)
    near = Line("2. Piers were mended.", 2, 113.0, 480.0, table.top + 12, 10.0, False, False)
    for following, numbers in ((apart, ["1", "2"]), (near, ["1"])):
        text = (line("I. Ferries", "B"), line("1. The ferries are old."), table, following)
        assert [each.number for each in numbered_paragraphs(document(*text))] == numbers


def test_a_list_of_titles_needs_no_full_stop_before_the_next_number() -> None:
    text = ("I. Ferries", "1. Laws passed:", "• Law on Ferries", "• Law on Piers", "2. Piers were mended.")
    found = numbered_paragraphs(document(*(line(each, size=0.0) for each in text)))
    assert [each.number for each in found] == ["1", "2"]


def test_what_text_files_keep_of_the_foot_of_a_page_is_no_text() -> None:
    text = (
        "I. Ferries",
        "1. The ferries",
        "* This document was not edited.",
        "GE.31-00001(E)",
        "\uf02a\uf031\uf037\uf031\uf020",
        "A/HRC/WG.6/40/XAA/3",
        "are old.",
        "2. Piers were mended.",
    )
    found = list(numbered_paragraphs(document(*(line(each, size=0.0) for each in text))))
    assert [(each.number, each.text) for each in found] == [("1", "The ferries are old."), ("2", "Piers were mended.")]


def test_margins_of_left_and_right_pages_differ() -> None:
    """A number in bold counts where the lines before it begin, or the first line of the paragraph before it."""
    text = (
        line("I. Ferries", "B", left=200),
        line("1. The ferries are"),
        line("very old.", left=85, page=3),
        line("2. Boats are painted.", "B", left=85, page=3),
        line("3. Cranes", "B", left=150, page=3),
    )
    assert [each.number for each in numbered_paragraphs(document(*text))] == ["1", "2"]


def test_letters_and_numbers_that_copies_from_web_pages_glue_to_words() -> None:
    texts = (
        "I.How this report was made",
        "1.Ferries were asked first.",
        "II.What was done",
        "A.Ferries",
        "2.A boat is painted in",
        "3.5 per cent of harbours.",
        "3.“Old” boats are sold.",
        "B.Visitors",
        "4.Visitors are welcome.",
    )
    untyped = [Line(text, 1, 0.0, 0.0, 0.0, 0.0, False, False) for text in texts]
    found = reported_paragraphs(ReadDocument("report.txt", "0" * 64, tuple(untyped), 0), NATIONAL)
    assert [(each.place.paragraph, each.headings, each.text) for each in found] == [
        ("1", ("How this report was made",), "Ferries were asked first."),
        ("2", ("What was done", "Ferries"), "A boat is painted in 3.5 per cent of harbours."),
        ("3", ("What was done", "Ferries"), "“Old” boats are sold."),
        ("4", ("What was done", "Visitors"), "Visitors are welcome."),
    ]


def test_a_heading_of_a_text_file_goes_on_to_the_end_of_its_brackets_or_behind_an_and() -> None:
    texts = (
        "II. Ferries on the rivers and",
        "Lakes",
        "A. Fares (recommendation 61.1)",
        "1. Fares are low.",
        "B. Children (recommendations 61.2–61.4;",
        "61.6; 61.9–",
        "61.11)",
        "2. Children travel free. The law says:",
        "Their “fare is",
        "nil.”",
        "3. Prams do (as the ministry wrote;",
        "and said), too.",
        "4. Dogs do not.",
    )
    found = reported_paragraphs(document(*(line(text, size=0.0) for text in texts)), NATIONAL)
    of_children = ("Ferries on the rivers and Lakes", "Children (recommendations 61.2–61.4; 61.6; 61.9–61.11)")
    assert [(each.text, each.headings) for each in found] == [
        ("Fares are low.", ("Ferries on the rivers and Lakes", "Fares (recommendation 61.1)")),
        ("Children travel free. The law says: Their “fare is nil.”", of_children),
        ("Prams do (as the ministry wrote; and said), too.", of_children),
        ("Dogs do not.", of_children),
    ]
