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


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        pytest.param("Piers were mended (Rec. 12).", "12", id="abbreviated"),
        pytest.param("Piers were mended (rec. Nos. 1, 5-7).", "1 5 6 7", id="abbreviated numbers"),
        pytest.param("See recs 3 and 4.", "3 4", id="abbreviated plural"),
        pytest.param("Under recommendations Nos. 1, 5–7, piers were mended.", "1 5 6 7", id="Nos."),
        pytest.param("Recommendations no. 2, no. 3 and no. 5 were followed.", "2 3 5", id="no. before each"),
        pytest.param("Recommendation #12 was followed.", "12", id="a hash"),
        pytest.param(
            "Ferries were asked for (88.4 (Norway), 88.7 (Chile, Peru)).", "88.4 88.7", id="with States alone"
        ),
        pytest.param("As in recommendations 88.4 (Norway), 88.7 (Chile) and 88.9.", "88.4 88.7 88.9", id="with States"),
        pytest.param("Ferries sail [88.4, 88.7].", "88.4 88.7", id="square brackets"),
        pytest.param("Ferries sail (paras. 88.4, 88.7).", "88.4 88.7", id="paragraphs in brackets"),
        pytest.param("Following recommendations 88.4/88.7, piers came.", "88.4 88.7", id="a stroke between"),
        pytest.param("Recommendation 88.4-88.6; 89.1 came.", "88.4 88.5 88.6 89.1", id="ranges of two lists"),
        pytest.param("Recommendation 88.4-88-6 came.", "88.4 88.5 88.6", id="a dash for the dot"),
        pytest.param("Recommendations 88. 4 and 88.5 came.", "88.4 88.5", id="a space behind the dot"),
        pytest.param("Recommendations 3, 4 in 5, came.", "3 4 5", id="a Slovene and"),
        pytest.param("Recommandations nos 12 à 14 et 18.", "12 13 14 18", id="French"),
        pytest.param("Selon la recommandation n° 12, les bacs.", "12", id="French sign"),
        pytest.param("Recomendaciones números 3, 4 y 6 a 8.", "3 4 6 7 8", id="Spanish"),
        pytest.param("Según la recomendación núm. 12, los barcos.", "12", id="Spanish sign"),
        pytest.param("In 2015, 12 recommendations were followed.", "", id="a count"),
        pytest.param("It supported 142 of 163 recommendations.", "", id="counts"),
        pytest.param("Recommendations 12 of 2019 were followed.", "", id="a year"),
        pytest.param("General recommendation No. 35 asks for ferries.", "", id="general recommendation"),
        pytest.param("Recommendation 12 of the Committee on Ferries, too.", "", id="of a committee"),
        pytest.param("La recommandation 12 du Comité des bacs.", "", id="of a committee, in French"),
        pytest.param("UNHCR recommendation 4 was followed.", "", id="of an agency"),
        pytest.param("Its recommendation 12 is in CRC/C/XAA/CO/3, para. 14.", "12", id="before another document"),
        pytest.param("See CRC/C/XAA/CO/3, para. 14, recommendations 15.", "", id="behind another document"),
        pytest.param("JS1, para. 58.4, on the recommendations.", "", id="a submission"),
    ],
)
def test_numbers_named_by_a_sentence_of_the_state(sentence: str, numbers: str) -> None:
    found = references_in_text(sentence, "", on_review=True)
    assert [number for reference in found for number in reference.numbers] == numbers.split()


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        pytest.param("A/HRC/70/11, paras. 88.2 and 88.4–88.6.", "88.2 88.4 88.5 88.6", id="English"),
        pytest.param("A/HRC/70/11, par. 88.2 et 88.4 à 88.6.", "88.2 88.4 88.5 88.6", id="French"),
        pytest.param("A/HRC/70/11, párrs. 88.2 y 88.4 a 88.6.", "88.2 88.4 88.5 88.6", id="Spanish"),
        pytest.param("A/HRC/70/11/Add.1, 88.2 and A/HRC/70/11, 88.4, 88.6.", "88.2 88.4 88.6", id="without a word"),
        pytest.param("A/HRC/70/11, paras. 88.2 (France), 88.4 (Spain).", "88.2 88.4", id="with States"),
        pytest.param("A/HRC/70/11 and Add.1, paras. 88.2-88.3, 88.4-\n88.5.", "88.2 88.3 88.4 88.5", id="with Add.1"),
    ],
)
def test_numbers_of_a_report_named_in_a_note(note: str, numbers: str) -> None:
    (reference,) = references_in_note(f"For relevant recommendations, see {note}", "", on_review=False)
    assert (reference.report, list(reference.numbers)) == ("A/HRC/70/11", numbers.split())


def test_what_another_report_tells_is_a_pointer() -> None:
    sentence = "More information is given in the mid-term report (recommendation 66)."
    (reference,) = references_in_text(sentence, "", on_review=True)
    assert (reference.numbers, reference.points_elsewhere) == (("66",), True)
