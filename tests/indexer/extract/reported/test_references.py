"""Which recommendations headings, sentences and notes name."""

from collections.abc import Iterator

import pytest

from indexer.extract.reported.references import references_in_heading, references_in_note, references_in_text
from models.records.reported import StatedReference


def named(references: Iterator[StatedReference]) -> list[tuple[str | None, tuple[str, ...], str]]:
    return [(reference.report, reference.numbers, reference.printed) for reference in references]


@pytest.mark.parametrize(
    ("heading", "numbers", "printed"),
    [
        pytest.param("Ferries (88.3–88.5, 88.9)", ("88.3", "88.4", "88.5", "88.9"), "88.3–88.5, 88.9", id="list"),
        pytest.param("Ferries (88.3; 88.9)", ("88.3", "88.9"), "88.3; 88.9", id="semicolons"),
        pytest.param("Ferries (88.3)", ("88.3",), "88.3", id="single"),
        pytest.param("Recommendations  88.3", ("88.3",), "Recommendations 88.3", id="with a word before them"),
    ],
)
def test_a_heading_of_the_state_may_name_dotted_numbers_alone(
    heading: str, numbers: tuple[str, ...], printed: str
) -> None:
    (reference,) = references_in_heading(heading.replace("  ", " "), on_review=True)
    assert (reference.numbers, reference.printed, reference.holds_below) == (numbers, printed, True)


def test_brackets_in_sentences_need_several_numbers_for_one_is_often_a_statistic() -> None:
    sentence = "Piers were built (88.3 and 88.9)."
    assert named(references_in_text(sentence, "", on_review=True)) == [(None, ("88.3", "88.9"), "88.3 and 88.9")]
    assert named(references_in_text("Most ferries sail on time (88.3).", "", on_review=True)) == []
    assert named(references_in_text("Most ferries (88.3 %, 88.9 %) sail.", "", on_review=True)) == []


def test_numbers_in_brackets_are_the_states_alone() -> None:
    assert named(references_in_heading("Ferries (88.3–88.5)", on_review=False)) == []


def test_each_number_belongs_to_the_report_named_before_it() -> None:
    note = "See A/HRC/70/2, para. 641, A/HRC/70/11, recommendations 88.1 and 88.2, and A/HRC/71/4, para. 99.7."
    assert [(report, numbers) for report, numbers, _ in named(references_in_note(note, "", on_review=False))] == [
        ("A/HRC/70/11", ("88.1", "88.2")),
        ("A/HRC/71/4", ("99.7",)),
    ]


def test_a_report_named_behind_its_numbers() -> None:
    note = "For recommendation 88.1, see A/HRC/70/11."
    assert [found[:2] for found in named(references_in_note(note, "", on_review=False))] == [("A/HRC/70/11", ("88.1",))]


def test_a_note_of_a_heading_holds_below_and_one_of_a_paragraph_does_not() -> None:
    note = "See A/HRC/70/11, para. 88.1."
    (of_heading,) = references_in_note(note, "Ferries", on_review=False, holds_below=True)
    (of_paragraph,) = references_in_note(note, "Ferries", on_review=False)
    assert (of_heading.holds_below, of_paragraph.holds_below) == (True, False)
