"""Numbers that a later document names lead to the recommendations of the review before it, or nowhere."""

import pytest

from indexer.merge.stated_links import Basis, ReportNumbers, basis_of, linked_paragraphs
from models.records.records import Place
from models.records.reported import ReportedParagraph, Stated, StatedReference

REPORT = ReportNumbers(
    "A/HRC/50/9",
    {f"122.{item}": "Build more ferries and mend the piers" for item in range(1, 11)}
    | {f"121.{item}": "Teach children about rivers in village schools" for item in range(1, 6)},
)
SINGLE = ReportNumbers(
    "A/HRC/50/9", {f"77.{item}": "Build ferries" for item in range(1, 31)} | {"77.31(a)": "", "77.31(b)": ""}
)
ONLY = Basis(("77",), "only list", 1.0)


def reference(*numbers: str, report: str | None = None, heading: str = "", **more: object) -> StatedReference:
    return StatedReference(Stated.HEADING, "", numbers, report=report, heading=heading, **more)  # type: ignore[arg-type]


def paragraph(*references: StatedReference, text: str = "Much was done.") -> ReportedParagraph:
    return ReportedParagraph(Place("A/HRC/WG.6/40/XAA/1", "4", 2), text, (), references)


@pytest.mark.parametrize(
    ("given", "linked"),
    [
        pytest.param(reference("3", "5"), ("77.3", "77.5"), id="bare numbers count in the only list"),
        pytest.param(reference("77.12"), ("77.12",), id="dotted"),
        pytest.param(reference("99"), (), id="beyond the list"),
        pytest.param(reference("78.3"), (), id="of another list"),
        pytest.param(reference("77.31"), ("77.31(a)", "77.31(b)"), id="a paragraph that was split"),
        pytest.param(reference("77.3", report="A/HRC/14/3"), (), id="of another report"),
        pytest.param(
            reference(doubtful=(("17.19", "77.21"),)),
            ("77.19", "77.20", "77.21"),
            id="misprint at the start",
        ),
        pytest.param(reference(doubtful=(("77.28", "73.30"),)), ("77.28", "77.29", "77.30"), id="misprint at its end"),
        pytest.param(reference(doubtful=(("17.19", "73.21"),)), (), id="no end that exists"),
        pytest.param(reference(doubtful=(("77.25", "17.19"),)), (), id="a range that runs backwards"),
    ],
)
def test_numbers_lead_to_paragraphs(given: StatedReference, linked: tuple[str, ...]) -> None:
    assert linked_paragraphs(given, SINGLE, ONLY) == linked


def test_the_basis_that_a_document_names_rules() -> None:
    text = "The recommendations are numbered as in paragraph 121 of the report."
    assert basis_of([paragraph(text=text)], REPORT) == Basis(("121",), "stated", 1.0)


def test_two_lists_counted_through_as_one_are_told_by_the_words_of_headings() -> None:
    document = [
        paragraph(reference("1", "4", heading="Ferries and piers")),
        paragraph(reference("11", "15", heading="Children and village schools")),
    ]
    basis = basis_of(document, REPORT)
    assert (basis.lists, basis.said) == (("122", "121"), "by the words of headings")
    assert linked_paragraphs(document[1].references[0], REPORT, basis) == ("121.1", "121.5")


def test_what_fits_no_list_is_linked_by_no_number() -> None:
    document = [paragraph(reference("1", "2", heading="Bees and honey"))]
    basis = basis_of(document, REPORT)
    assert (basis.lists, basis.certainty) == ((), 0.0)
    assert linked_paragraphs(document[0].references[0], REPORT, basis) == ()
    assert linked_paragraphs(reference("121.2"), REPORT, basis) == ("121.2",)


def test_an_order_of_lists_that_explains_headings_little_better_than_another_is_not_taken() -> None:
    """Both orders share three of five words with the first heading; with the second one three, the other two."""
    ferries, schools = "ferries piers boats harbours", "ferries piers boats teachers villages rivers"
    report = ReportNumbers("A/HRC/50/9", {"122.1": ferries, "121.1": schools})
    first = reference("1", heading="Ferries piers boats music dances")
    second = reference("2", heading="Ferries piers rivers music dances")
    assert basis_of([paragraph(first, second)], report) == Basis((), "unknown", 0.0)
    clear = reference("2", heading="Teachers villages rivers")
    assert basis_of([paragraph(first, clear)], report).lists == ("122", "121")


def test_how_sure_an_order_of_lists_is() -> None:
    """Half of the references fit the first list alone just as well: 1 - 1/2."""
    document = [
        paragraph(reference("1", heading="Ferries and piers")),
        paragraph(reference("11", heading="Children and village schools")),
    ]
    assert basis_of(document, REPORT).certainty == 0.5
    far_better = [*document, paragraph(reference("12", "13", heading="Children and village schools"))]
    assert basis_of(far_better, REPORT).certainty == 0.75


def test_a_report_with_more_than_three_lists_is_counted_through_in_no_order() -> None:
    texts = {"7.1": "ferries", "8.1": "schools", "9.1": "bridges", "10.1": "lighthouses"}
    counted = ("Ferries", "Schools", "Bridges", "Lighthouses")
    document = [paragraph(reference(str(number), heading=word)) for number, word in enumerate(counted, 1)]
    assert basis_of(document, ReportNumbers("A/HRC/50/9", texts)) == Basis((), "unknown", 0.0)
    del texts["10.1"]
    assert basis_of(document[:3], ReportNumbers("A/HRC/50/9", texts)).lists == ("7", "8", "9")
