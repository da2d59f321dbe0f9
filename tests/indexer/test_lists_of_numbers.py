"""Lists of numbers in invented addenda: they outweigh what stands above a comment, and end where a reader sees it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from models.records.enums import Position
from models.records.records import Response
from tests.indexer.invented_addenda import Row, answers_of, heading, paragraph, table

YES, NO = Position.SUPPORTED, Position.NOTED
HARBOUR = "The harbour law was changed in May. Ships are now inspected twice a year."
PRISONS = "The Government does not plan to build further prisons in the mountains."
OPENING = paragraph("The Government has studied the recommendations and answers as follows.", "1.")
SUPPORTED = [
    OPENING,
    heading("Supported recommendations"),
    paragraph("The Government supports recommendations 1, 4, 17, 22, 25.", "2."),
]
NOTED = [heading("Noted recommendations"), paragraph("The Government notes recommendations 2, 3, 16, 18.", "3.")]


def answers(tmp_path: Path, rows: Sequence[Row], language: str = "en") -> dict[str, Response]:
    return {
        response.answers: response for response in answers_of(tmp_path, rows, language).responses if not response.part
    }


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param([paragraph(f"Rec. 16-18  {PRISONS}")], id="range behind a word"),
        pytest.param([heading("16-18", 10), paragraph(PRISONS)], id="heading that is the range"),
        pytest.param([heading("Recommendations 16 to 18", 10), paragraph(PRISONS)], id="heading with a word"),
        pytest.param([heading("Prisons (recommendations 16-18)", 12), paragraph(PRISONS)], id="heading of a theme"),
        pytest.param([paragraph(f"16-18: {PRISONS}")], id="range at a paragraph's start"),
        pytest.param([paragraph(f"16-18. {PRISONS}")], id="range with a full stop at a paragraph's start"),
        pytest.param(
            [paragraph(f"16-18: The Government cannot accept these recommendations. {PRISONS}")],
            id="range that is refused",
        ),
    ],
)
def test_a_number_listed_by_itself_keeps_its_position_under_a_comment_on_a_range(
    comment: list[Row], tmp_path: Path
) -> None:
    found = answers(tmp_path, [*SUPPORTED, *NOTED, *comment])

    assert {number: response.position for number, response in found.items()} == {
        **dict.fromkeys(("1", "4", "17", "22", "25"), YES),
        **dict.fromkeys(("2", "3", "16", "18"), NO),
    }
    assert (found["17"].position_words, found["17"].place.paragraph) == ("supports", "2")
    assert all((found[number].comment or "").endswith(PRISONS) for number in ("16", "17", "18"))
    assert [number for number, response in found.items() if response.comment] == ["17", "16", "18"]


@pytest.mark.parametrize(
    "range_answered",
    [
        pytest.param([paragraph("Recommendations 16-18 are noted.", "4.")], id="sentence"),
        pytest.param([paragraph(f"Rec. 16-18: Noted. {PRISONS}")], id="label"),
        pytest.param([heading("Noted recommendations 16-18", 10), paragraph(PRISONS)], id="heading"),
        pytest.param(
            table(
                (72, 190, 260, 523),
                [("Recommendations", "Position", "Comments"), ("16-18", "Noted", PRISONS), ("2, 3", "Noted", HARBOUR)],
            ),
            id="row of a table",
        ),
    ],
)
def test_a_number_listed_by_itself_outweighs_a_range_and_the_difference_is_reported(
    range_answered: list[Row], tmp_path: Path
) -> None:
    found = answers_of(tmp_path, [*SUPPORTED, *NOTED, *range_answered])

    positions = {response.answers: response.position for response in found.responses}
    assert [positions[number] for number in ("16", "17", "18")] == [NO, YES, NO]
    (warning,) = found.warnings
    assert "answers 17 in two ways" in warning


def test_a_label_beside_one_number_still_outweighs_a_list(tmp_path: Path) -> None:
    found = answers(tmp_path, [*SUPPORTED, *NOTED, paragraph(f"Rec. 17: Noted. {PRISONS}")])

    assert found["17"].position is NO


def test_a_range_in_a_sentence_still_outweighs_a_heading(tmp_path: Path) -> None:
    rows = [
        OPENING,
        paragraph("The Government supports recommendations 1 to 17.", "2."),
        heading("Noted recommendations"),
        paragraph(f"Rec. 17  {PRISONS}"),
    ]

    assert answers(tmp_path, rows)["17"].position is YES


def test_a_list_under_a_heading_is_a_list(tmp_path: Path) -> None:
    rows = [
        OPENING,
        heading("Recommendations that enjoy the support of Freedonia"),
        paragraph("61.1, 61.17, 61.22", "2."),
        heading("Recommendations that do not enjoy the support of Freedonia"),
        paragraph("61.16, 61.18", "3."),
        paragraph(f"61.16-61.18: {PRISONS}"),
    ]

    found = answers(tmp_path, rows)

    assert {number: response.position for number, response in found.items()} == {
        **dict.fromkeys(("61.1", "61.17", "61.22"), YES),
        **dict.fromkeys(("61.16", "61.18"), NO),
    }


def test_parts_taken_apart_for_a_range_are_not_parts_of_a_number_listed_by_itself(tmp_path: Path) -> None:
    apart = (
        "Freedonia accepts the recommendation regarding free legal aid. "
        "Freedonia cannot accept the recommendation on family courts."
    )

    found = answers_of(tmp_path, [*SUPPORTED, *NOTED, paragraph(f"Rec. 16-18: {apart}")])

    assert {response.answers for response in found.responses if response.part} == set()


LONG = ", ".join(f"61.{item}" for item in range(1, 28) if item != 16)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [heading(f"Freedonia supports recommendations {LONG} and explains as follows:", 10)], id="heading"
        ),
        pytest.param(
            [paragraph(f"Freedonia supports recommendations {LONG} and explains as follows:", "2.")], id="text"
        ),
        pytest.param(
            [
                paragraph("Freedonia supports recommendations", "2."),
                *(
                    Row(text, gap=0.0)
                    for text in (
                        ", ".join(f"61.{item}" for item in range(1, 9)) + ",",
                        ", ".join(f"61.{item}" for item in range(9, 16)) + " and",
                        ", ".join(f"61.{item}" for item in range(17, 24)) + ",",
                        "61.24, 61.25, 61.26, 61.27 and explains as follows:",
                    )
                ),
            ],
            id="short lines",
        ),
    ],
)
def test_a_list_goes_on_over_the_ends_of_lines(rows: list[Row], tmp_path: Path) -> None:
    found = answers(
        tmp_path,
        [
            OPENING,
            heading("Supported recommendations"),
            *rows,
            paragraph(f"61.4  {HARBOUR}"),
            *NOTED,
            paragraph(f"61.16-18  {PRISONS}"),
        ],
    )

    listed = [f"61.{item}" for item in range(1, 28) if item != 16]
    assert {found[number].position_words for number in listed} == {"supports"}
    assert {number: found[number].comment for number in listed if found[number].comment} == {
        "61.4": HARBOUR,
        "61.17": PRISONS,
        "61.18": PRISONS,
    }


def test_numbers_of_an_item_go_on_over_the_end_of_a_line(tmp_path: Path) -> None:
    rows = [OPENING, paragraph("130.1; 130.2;"), Row(f"130.3: Accepted. {HARBOUR}", gap=0.0)]

    found = answers(tmp_path, rows)

    assert {number: (response.position, response.comment) for number, response in found.items()} == dict.fromkeys(
        ("130.1", "130.2", "130.3"), (YES, HARBOUR)
    )


@pytest.mark.parametrize(
    ("language", "noted", "sentence", "further"),
    [
        pytest.param(
            "en",
            "Noted recommendations",
            "The Government supports recommendations 1, 4, 22, 25 and wishes to provide the following information:",
            "Rec. 16-18",
            id="English",
        ),
        pytest.param(
            "en",
            "Noted recommendations",
            "With regard to recommendations 1, 4, 22, 25, the Government supports them and states the following:",
            "Rec. 16-18",
            id="English remark",
        ),
        pytest.param(
            "fr",
            "Recommandations notées",
            "Le Gouvernement accepte les recommandations 1, 4, 22, 25 et souhaite apporter les précisions suivantes :",
            "Recommandations 16 à 18 :",
            id="French",
        ),
        pytest.param(
            "es",
            "Recomendaciones de las que se toma nota",
            "El Gobierno acepta las recomendaciones 1, 4, 22, 25 y desea facilitar la siguiente información:",
            "Recomendaciones 16 a 18:",
            id="Spanish",
        ),
    ],
)
def test_the_rest_of_a_sentence_behind_its_list_is_no_comment(
    language: str, noted: str, sentence: str, further: str, tmp_path: Path
) -> None:
    rows = [OPENING, paragraph(sentence, "2."), heading(noted), paragraph(f"{further} {PRISONS}")]

    found = answers(tmp_path, rows, language)

    assert {number: (response.position, response.comment) for number, response in found.items()} == {
        **dict.fromkeys(("1", "4", "22", "25"), (YES, None)),
        **dict.fromkeys(("16", "17", "18"), (NO, PRISONS)),
    }


@pytest.mark.parametrize("behind", [" ", "\n"], ids=["in the same line", "as a paragraph"])
def test_what_follows_the_rest_of_the_sentence_is_the_comment_on_the_list(behind: str, tmp_path: Path) -> None:
    sentence = "The Government supports recommendations 1, 4, 22, 25 and wishes to provide the following information:"
    rows = [
        OPENING,
        *(
            paragraph(text, "" if place else "2.")
            for place, text in enumerate(f"{sentence}{behind}{HARBOUR}".split("\n"))
        ),
    ]

    assert {number: response.list_comment for number, response in answers(tmp_path, rows).items()} == dict.fromkeys(
        ("1", "4", "22", "25"), HARBOUR
    )


def test_a_list_at_a_paragraphs_start_has_the_position_of_its_heading(tmp_path: Path) -> None:
    rows = [
        OPENING,
        heading("Supported recommendations"),
        paragraph("Recommendations 1, 4, 22, 25 and wishes to provide the following information:", "2."),
        paragraph(f"Rec. 4  {HARBOUR}"),
    ]

    assert {number: (response.position, response.comment) for number, response in answers(tmp_path, rows).items()} == {
        "1": (YES, None),
        "4": (YES, HARBOUR),
        "22": (YES, None),
        "25": (YES, None),
    }
