"""Answers from invented addenda, one for each shape that States give them (docs/responses.md says which are real)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from models.records.enums import Position
from models.records.records import EVERY_OTHER, StatedAnswers
from tests.indexer.invented_addenda import SYMBOL, Row, answers_of, heading, paragraph, table, under

YES, NO = Position.SUPPORTED, Position.NOTED


@dataclass(frozen=True)
class Shape:
    """An addendum and what a reader takes from it: number → (position, comment, paragraph)."""

    rows: Sequence[Row]
    expected: dict[str, tuple[Position | None, str | None, str | None]]


HARBOUR = "The harbour law was changed in May. Ships are now inspected twice a year."
SCHOOLS = "All village schools have had a teacher since the autumn term began."
PRISONS = "The Government does not plan to build further prisons in the mountains."
OPENING = paragraph("The Government has studied the recommendations and answers as follows.", "1.")

SHAPES = {
    "lists under headings, comments under number headings": Shape(
        [
            OPENING,
            heading("Accepted recommendations"),
            paragraph("The Government accepts the following recommendations 61.1, 61.3-4, 61.6.", "2."),
            heading("61.3– 4", 10),
            paragraph(HARBOUR),
            heading("Noted recommendations"),
            paragraph("For the time being, the Government notes recommendations 61.2, 61.5.", "3."),
            heading("61.5", 10),
            paragraph(PRISONS),
        ],
        {
            "61.1": (YES, None, "2"),
            "61.3": (YES, HARBOUR, "2"),
            "61.4": (YES, HARBOUR, "2"),
            "61.6": (YES, None, "2"),
            "61.2": (NO, None, "3"),
            "61.5": (NO, PRISONS, "3"),
        },
    ),
    "bare numbers that the document places": Shape(
        [
            paragraph("The recommendations contained in paragraph 77 of the report are answered below.", "1."),
            under("1.", "Freedonia accepts the recommendation."),
            under("2., 3.,", f"Freedonia accepts these recommendations. {HARBOUR}"),
            under("4.", f"Freedonia cannot accept the recommendation. {PRISONS}"),
        ],
        {
            "77.1": (YES, "Freedonia accepts the recommendation.", None),
            "77.2": (YES, f"Freedonia accepts these recommendations. {HARBOUR}", None),
            "77.3": (YES, f"Freedonia accepts these recommendations. {HARBOUR}", None),
            "77.4": (NO, f"Freedonia cannot accept the recommendation. {PRISONS}", None),
        },
    ),
    "grouped numbers, the position on the same line, the reason below": Shape(
        [
            OPENING,
            paragraph("130.1; 130.2; 130.3 Accepted"),
            paragraph(HARBOUR),
            paragraph("130.4; 130.6 Noted"),
            paragraph(PRISONS),
            paragraph("130.5 Accepted"),
        ],
        {
            "130.1": (YES, HARBOUR, "1"),
            "130.2": (YES, HARBOUR, "1"),
            "130.3": (YES, HARBOUR, "1"),
            "130.4": (NO, PRISONS, "1"),
            "130.6": (NO, PRISONS, "1"),
            "130.5": (YES, None, "1"),
        },
    ),
    "position as the first word of the answer": Shape(
        [
            OPENING,
            paragraph(f"140.35. 140.36: Accepted. {HARBOUR}"),
            paragraph(f"140.37: Not accepted. {PRISONS}"),
            paragraph(f"140.38: Partially accepted – {SCHOOLS}"),
        ],
        {
            "140.35": (YES, HARBOUR, "1"),
            "140.36": (YES, HARBOUR, "1"),
            "140.37": (NO, PRISONS, "1"),
            "140.38": (NO, SCHOOLS, "1"),
        },
    ),
    "the recommendation printed again, then the response": Shape(
        [
            OPENING,
            heading("Recommendation 50.28", 10),
            paragraph("Ratify the Convention on Inland Harbours (Spain, Japan);"),
            paragraph(f"Response: Accepted. {HARBOUR}"),
            heading("Recommendation 50.29", 10),
            paragraph("Close the mountain prisons (Norway);"),
            paragraph(f"Response: Freedonia does not accept this recommendation. {PRISONS}"),
        ],
        {
            "50.28": (YES, HARBOUR, "1"),
            "50.29": (NO, f"Freedonia does not accept this recommendation. {PRISONS}", "1"),
        },
    ),
    "recommendations printed again under a position, without comments": Shape(
        [
            OPENING,
            paragraph("The following recommendations enjoy the support of Freedonia:", "2."),
            paragraph("91.1 Ratify the Convention on Inland Harbours (Spain);"),
            paragraph("91.2 Give every village school a teacher (Japan, Chad);"),
            paragraph("The following recommendations do not enjoy the support of Freedonia:", "3."),
            paragraph("91.3 Close the mountain prisons (Norway);"),
        ],
        {"91.1": (YES, None, "2"), "91.2": (YES, None, "2"), "91.3": (NO, None, "3")},
    ),
    "one paragraph each, in words": Shape(
        [
            OPENING,
            paragraph(f"Recommendation 77.7(a): Freedonia accepts this recommendation. {HARBOUR}", "2."),
            paragraph("Recommendation 77.7(b): Freedonia takes note of this recommendation.", "3."),
        ],
        {
            "77.7(a)": (YES, f"Freedonia accepts this recommendation. {HARBOUR}", "2"),
            "77.7(b)": (NO, "Freedonia takes note of this recommendation.", "3"),
        },
    ),
    "all accepted": Shape(
        [paragraph("Freedonia is pleased to accept all recommendations made during its review.", "1.")],
        {EVERY_OTHER: (YES, None, "1")},
    ),
    "a table with every column": Shape(
        [
            OPENING,
            *table(
                (72, 115, 300, 362, 523),
                [
                    ("No.", "Recommendation", "Position", "Comments"),
                    ("33.1", "Ratify the Convention on Inland Harbours (Spain)", "Accepted", HARBOUR),
                    ("33.2", "Close the mountain prisons and open schools instead (Norway)", "Noted", PRISONS),
                    ("33.3", "Give every village school a teacher (Japan)", "Accepted in part", ""),
                ],
            ),
        ],
        {
            "33.1": (YES, HARBOUR, None),
            "33.2": (NO, PRISONS, None),
            "33.3": (NO, None, None),
        },
    ),
    "a table whose position column is centred": Shape(
        [
            OPENING,
            *table(
                (72, 150, 240, 523),
                [
                    ("Recommendations", "Status", "Remarks"),
                    ("33.1, 33.4", "Supported", HARBOUR),
                    ("33.2", "Noted", PRISONS),
                    ("33.3", "Supported", SCHOOLS),
                    ("33.5-33.6", "Not supported", PRISONS),
                ],
                centred=(0, 1),
            ),
        ],
        {
            "33.1": (YES, HARBOUR, None),
            "33.4": (YES, HARBOUR, None),
            "33.2": (NO, PRISONS, None),
            "33.3": (YES, SCHOOLS, None),
            "33.5": (NO, PRISONS, None),
            "33.6": (NO, PRISONS, None),
        },
    ),
    "a table without headings": Shape(
        [
            OPENING,
            *table(
                (72, 190, 260, 523),
                [
                    ("130.1; 130.2; 130.3", "Accepted", HARBOUR),
                    ("130.4", "Rejected", PRISONS),
                    ("130.5; 130.7", "Accepted", SCHOOLS),
                    ("130.6", "Noted", PRISONS),
                ],
            ),
        ],
        {
            **{f"130.{item}": (YES, HARBOUR, None) for item in (1, 2, 3)},
            "130.4": (NO, PRISONS, None),
            "130.5": (YES, SCHOOLS, None),
            "130.7": (YES, SCHOOLS, None),
            "130.6": (NO, PRISONS, None),
        },
    ),
    "a heading as lead letter": Shape(
        [
            OPENING,
            heading("A. Recommendations which Freedonia accepts", 12),
            paragraph("A - 91.1 to 91.5"),
            heading("B. Recommendations which Freedonia cannot accept", 12),
            paragraph("B - 91.6, 91.8"),
        ],
        {
            **{f"91.{item}": (YES, None, "1") for item in range(1, 6)},
            "91.6": (NO, None, "1"),
            "91.8": (NO, None, "1"),
        },
    ),
    "themes as headings that name the numbers": Shape(
        [
            OPENING,
            heading("Harbours (recommendations 88.1 to 88.3)", 12),
            paragraph(f"Freedonia accepts these recommendations. {HARBOUR}"),
            heading("Prisons: recommendations 88.4, 88.6", 12),
            paragraph(f"Freedonia does not accept these recommendations. {PRISONS}"),
        ],
        {
            **{f"88.{item}": (YES, f"Freedonia accepts these recommendations. {HARBOUR}", "1") for item in (1, 2, 3)},
            **{
                f"88.{item}": (NO, f"Freedonia does not accept these recommendations. {PRISONS}", "1")
                for item in (4, 6)
            },
        },
    ),
    "a paragraph for each group of numbers": Shape(
        [
            OPENING,
            paragraph(f"With regard to recommendations 88.1 to 88.3, Freedonia supports them. {HARBOUR}", "2."),
            paragraph(f"Freedonia notes recommendations 88.4 and 88.6. {PRISONS}", "3."),
            paragraph("Freedonia also notes recommendation 88.5.", "4."),
        ],
        {
            **{
                f"88.{item}": (
                    YES,
                    f"With regard to recommendations 88.1 to 88.3, Freedonia supports them. {HARBOUR}",
                    "2",
                )
                for item in (1, 2, 3)
            },
            **{f"88.{item}": (NO, f"Freedonia notes recommendations 88.4 and 88.6. {PRISONS}", "3") for item in (4, 6)},
            "88.5": (NO, None, "4"),
        },
    ),
    "a label before the list": Shape(
        [
            OPENING,
            paragraph("Accepted: 77.1; 77.3; 77.5"),
            paragraph("Noted: 77.2; 77.4"),
        ],
        {
            **{f"77.{item}": (YES, None, "1") for item in (1, 3, 5)},
            **{f"77.{item}": (NO, None, "1") for item in (2, 4)},
        },
    ),
    "bullets": Shape(
        [
            OPENING,
            paragraph(f"• 61.1: Accepted. {HARBOUR}"),
            paragraph(f"• 61.2: Noted. {PRISONS}"),
            paragraph("(a) Recommendations 61.3 and 61.4: Accepted."),
        ],
        {
            "61.1": (YES, HARBOUR, "1"),
            "61.2": (NO, PRISONS, "1"),
            "61.3": (YES, None, "1"),
            "61.4": (YES, None, "1"),
        },
    ),
    "the position behind the sponsors": Shape(
        [
            OPENING,
            paragraph("61.1 Ratify the Convention on Inland Harbours (Spain, Japan) – Accepted."),
            paragraph(f"61.2 Close the mountain prisons (Norway): Noted. {PRISONS}"),
        ],
        {"61.1": (YES, None, "1"), "61.2": (NO, PRISONS, "1")},
    ),
    "the position in brackets behind the number": Shape(
        [
            OPENING,
            paragraph(f"Recommendation 61.1 (accepted): {HARBOUR}"),
            paragraph(f"Recommendation 61.2 (partially accepted): {PRISONS}"),
            paragraph(f"Recommendation 61.3 (Norway): Freedonia accepts this recommendation. {SCHOOLS}"),
        ],
        {
            "61.1": (YES, HARBOUR, "1"),
            "61.2": (NO, PRISONS, "1"),
            "61.3": (YES, f"Freedonia accepts this recommendation. {SCHOOLS}", "1"),
        },
    ),
    "a numbered list inside a comment": Shape(
        [
            OPENING,
            paragraph("The Government accepts recommendations 61.1 and 61.2.", "2."),
            heading("61.1", 10),
            paragraph("Three steps have been taken:"),
            paragraph("1. The harbour law was changed."),
            paragraph("2. Inspectors were appointed."),
            heading("61.2", 10),
            paragraph(SCHOOLS),
            paragraph("The Government notes recommendation 61.3.", "3."),
        ],
        {
            "61.1": (
                YES,
                "Three steps have been taken:\n1. The harbour law was changed.\n2. Inspectors were appointed.",
                "2",
            ),
            "61.2": (YES, SCHOOLS, "2"),
            "61.3": (NO, None, "3"),
        },
    ),
    "a table with themes across its columns": Shape(
        [
            OPENING,
            *table(
                (72, 250, 320, 523),
                [
                    ("Recommendation", "Position", "Comment"),
                    ("33.1 Ratify the Convention on Inland Harbours (Spain)", "Accepted", HARBOUR),
                ],
            ),
            *table(
                (72, 523), [("Theme: prisons, schools and the treatment of persons who are held in the mountains",)]
            ),
            *table(
                (72, 250, 320, 523),
                [
                    ("33.2 Close the mountain prisons (Norway)", "Noted", PRISONS),
                    ("33.3 Give every village school a teacher (Japan)", "Accepted", SCHOOLS),
                ],
            ),
            heading("Conclusion"),
            paragraph("Freedonia thanks the members of the Working Group and will report again in two years.", "2."),
        ],
        {"33.1": (YES, HARBOUR, None), "33.2": (NO, PRISONS, None), "33.3": (YES, SCHOOLS, None)},
    ),
    "a table over several pages": Shape(
        [
            OPENING,
            *table(
                (72, 130, 220, 523),
                [
                    ("No.", "Position", "Comment"),
                    *(
                        (f"9.{item}", "Accepted" if item % 3 else "Noted", f"{HARBOUR} {SCHOOLS}")
                        for item in range(1, 40)
                    ),
                ],
            ),
        ],
        {f"9.{item}": (YES if item % 3 else NO, f"{HARBOUR} {SCHOOLS}", None) for item in range(1, 40)},
    ),
    "two lists, each named in its heading": Shape(
        [
            OPENING,
            heading("Recommendations contained in paragraph 77", 12),
            paragraph(f"Recommendation 1: Accepted. {HARBOUR}"),
            heading("Recommendations contained in paragraph 78", 12),
            paragraph(f"Recommendation 1: Noted. {PRISONS}"),
        ],
        {"77.1": (YES, HARBOUR, "1"), "78.1": (NO, PRISONS, "1")},
    ),
}


def found_in(stated: StatedAnswers) -> dict[str, tuple[Position | None, str | None, str | None]]:
    return {
        r.answers: (r.position, r.comment or r.list_comment, r.place.paragraph) for r in stated.responses if not r.part
    }


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_each_number_has_its_position_comment_and_paragraph(shape: Shape, tmp_path: Path) -> None:
    stated = answers_of(tmp_path, shape.rows)
    assert found_in(stated) == shape.expected
    assert stated.warnings == ()


@pytest.mark.parametrize(
    "name",
    [
        "lists under headings, comments under number headings",
        "position as the first word of the answer",
        "the recommendation printed again, then the response",
        "one paragraph each, in words",
        "themes as headings that name the numbers",
        "a numbered list inside a comment",
    ],
)
def test_paragraphs_need_no_white_space_between_them(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    stated = answers_of(tmp_path, [replace(row, gap=0.0) for row in shape.rows])
    assert found_in(stated) == shape.expected


def test_parts_that_are_answered_apart_are_responses_of_their_own(tmp_path: Path) -> None:
    words = (
        "Freedonia accepts the recommendation regarding free legal aid. "
        "Freedonia cannot accept the recommendation on family courts."
    )

    stated = answers_of(tmp_path, [OPENING, paragraph(f"Recommendation 61.1: {words}")])

    assert [(r.answers, r.part, r.position, r.comment) for r in stated.responses] == [
        ("61.1", "", NO, words),
        ("61.1", "free legal aid", YES, words),
        ("61.1", "family courts", NO, words),
    ]


def test_a_part_named_with_its_number_is_not_the_whole(tmp_path: Path) -> None:
    stated = answers_of(tmp_path, [paragraph("Freedonia accepts recommendations 61.1 and 61.2 (first part).", "1.")])

    assert [(r.answers, r.part, r.position) for r in stated.responses] == [
        ("61.1", "", YES),
        ("61.2", "", NO),
        ("61.2", "first part", YES),
    ]


def test_two_answers_to_one_number_are_noted_and_reported(tmp_path: Path) -> None:
    stated = answers_of(
        tmp_path,
        [
            paragraph("Freedonia accepts recommendations 61.1 and 61.2.", "1."),
            paragraph("Freedonia notes recommendations 61.2 and 61.3.", "2."),
        ],
    )

    assert {r.answers: r.position for r in stated.responses} == {"61.1": YES, "61.2": NO, "61.3": NO}
    assert stated.warnings == (f"{SYMBOL} answers 61.2 in two ways: “accepts” and “notes”; see the document.",)


def test_a_range_that_nobody_can_read_is_reported_with_its_place(tmp_path: Path) -> None:
    stated = answers_of(tmp_path, [paragraph("Freedonia accepts recommendations 61.1 and 61.34-12.", "1.")])

    assert [response.answers for response in stated.responses] == ["61.1"]
    assert stated.warnings == (f"{SYMBOL}, paragraph 1, page 2: “61.34-12” is no range of numbers; see the document.",)


def test_a_comment_that_refers_on_takes_the_position_there(tmp_path: Path) -> None:
    stated = answers_of(
        tmp_path,
        [
            paragraph(f"Recommendation 61.1: Freedonia accepts this recommendation. {HARBOUR}"),
            paragraph("Recommendation 61.2: See recommendation 61.1."),
        ],
    )

    assert {r.answers: (r.position, r.comment) for r in stated.responses}["61.2"] == (YES, "See recommendation 61.1.")


def test_comments_and_positions_are_placed_apart_and_answer_the_report(tmp_path: Path) -> None:
    far = [paragraph("Freedonia thanks all delegations for the dialogue.") for _ in range(40)]
    rows = [paragraph("Freedonia accepts recommendation 61.1.", "1."), *far, heading("61.1", 10), paragraph(HARBOUR)]

    (response,) = answers_of(tmp_path, rows).responses

    assert response.report == "A/HRC/900/1"
    assert response.comment_place is not None
    assert (response.place.page, response.comment_place.page) == (2, 3)


def test_totals_are_handed_on_as_a_check(tmp_path: Path) -> None:
    stated = answers_of(tmp_path, [paragraph("Freedonia accepts 142 recommendations and notes 21.", "1.")])

    assert stated.responses == ()
    assert {(total.count, total.position) for total in stated.totals} == {(142, YES), (21, NO)}


def positions(stated: StatedAnswers) -> dict[str, Position | None]:
    return {response.answers: response.position for response in stated.responses if not response.part}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                heading("Noted recommendations"),
                paragraph("The following recommendations enjoy the support of Freedonia:", "1."),
                paragraph("61.1, 61.2"),
                paragraph(HARBOUR, "2."),
                paragraph("61.3, 61.4"),
                paragraph("Freedonia accepts 142 recommendations.", "3."),
                paragraph("61.5, 61.6"),
            ],
            {"61.1": YES, "61.2": YES, "61.3": YES, "61.4": YES, "61.5": NO, "61.6": NO},
            id="a lead-in holds until the next paragraph that takes a position",
        ),
        pytest.param(
            [
                heading("Accepted recommendations"),
                paragraph(f"61.1 Freedonia cannot accept this recommendation. {HARBOUR}"),
                heading("Noted recommendations"),
                paragraph(f"61.2 Freedonia supports the recommendation as such. {HARBOUR}"),
            ],
            {"61.1": NO, "61.2": NO},
            id="a refusal in a comment outweighs the heading, support in passing does not",
        ),
        pytest.param(
            [
                heading("Accepted: recommendations 61.1 and 61.2"),
                paragraph(f"Recommendation 61.3: {HARBOUR}"),
            ],
            {"61.1": YES, "61.2": YES, "61.3": None},
            id="a heading with numbers answers them and not what stands below",
        ),
        pytest.param(
            [
                heading("Accepted recommendations contained in paragraph 77"),
                paragraph(f"Recommendation 3: {HARBOUR}"),
                paragraph(f"Recommendation 78.4: {HARBOUR}"),
            ],
            {"77.3": YES, "78.4": YES},
            id="a heading that names a list names no recommendation",
        ),
        pytest.param(
            [
                heading("Accepted recommendations"),
                paragraph("61.1 and 61.2 were discussed with the villages.", "1."),
            ],
            {},
            id="a list of numbers in a sentence is not answered by the heading",
        ),
        pytest.param(
            [
                paragraph(f"Recommendation 61.1 (accepted): {HARBOUR}"),
                paragraph(f"Recommendation 61.2 (Norway): {HARBOUR}"),
            ],
            {"61.1": YES, "61.2": None},
            id="only a position in brackets beside the number is one",
        ),
    ],
)
def test_what_holds_for_which_numbers(
    tmp_path: Path, rows: Sequence[Row], expected: dict[str, Position | None]
) -> None:
    assert positions(answers_of(tmp_path, rows)) == expected


def test_a_heading_holds_until_one_of_its_rank(tmp_path: Path) -> None:
    rows = [
        heading("Accepted recommendations", 16.0),
        heading("Schools", 13.0),
        paragraph(f"61.1 {SCHOOLS}"),
        heading("Other matters", 16.0),
        paragraph(f"61.2 {HARBOUR}"),
    ]

    stated = answers_of(tmp_path, rows)

    assert positions(stated) == {"61.1": YES, "61.2": None}
    assert stated.responses[0].position_words == "Accepted"


def test_a_note_that_limits_a_number_limits_its_answer(tmp_path: Path) -> None:
    stated = answers_of(
        tmp_path, [paragraph("Freedonia accepts recommendations 61.1, 61.2 (partially) and 61.3 (Norway).", "1.")]
    )

    assert positions(stated) == {"61.1": YES, "61.2": NO, "61.3": YES}
    assert {r.answers: r.position_words for r in stated.responses}["61.2"] == "accepts … partially"

    stated = answers_of(
        tmp_path,
        [paragraph("Freedonia accepts recommendations 61.1 (except for its deadline) and 61.2 (on huts).", "1.")],
    )
    assert {r.answers: (r.position, r.position_words) for r in stated.responses} == {
        "61.1": (NO, "accepts … except for its deadline"),
        "61.2": (YES, "accepts"),
    }


def test_a_comment_behind_a_list_is_an_aside(tmp_path: Path) -> None:
    rows = [
        heading("Accepted recommendations"),
        paragraph(f"On recommendations 61.1 and 61.2, Freedonia states the following: {HARBOUR}", "1."),
        heading("61.2", 10),
        paragraph(SCHOOLS),
    ]

    stated = answers_of(tmp_path, rows)

    assert {r.answers: r.comment for r in stated.responses} == {"61.1": None, "61.2": SCHOOLS}


def test_words_on_a_list_are_told_apart_from_those_on_one_number(tmp_path: Path) -> None:
    on_list = f"Freedonia accepts recommendations 61.1 and 61.2. {HARBOUR}"
    rows = [
        paragraph(on_list, "1."),
        paragraph(f"Freedonia notes recommendation 61.3. {PRISONS}", "2."),
        heading("61.2", 10),
        paragraph(SCHOOLS),
    ]

    stated = {r.answers: r for r in answers_of(tmp_path, rows).responses}

    assert {number: (r.comment, r.list_comment) for number, r in stated.items()} == {
        "61.1": (None, on_list),
        "61.2": (SCHOOLS, on_list),
        "61.3": (f"Freedonia notes recommendation 61.3. {PRISONS}", None),
    }
    assert [r.list_comment_place.paragraph for r in stated.values() if r.list_comment_place] == ["1", "1"]


def test_a_further_sentence_answers_the_recommendation_that_the_first_names(tmp_path: Path) -> None:
    rows = [
        paragraph(f"Recommendation 61.1 is on the harbour. {HARBOUR} Freedonia supports this recommendation.", "1."),
        paragraph("Recommendations 61.2 and 61.3 are on prisons. These recommendations are not accepted.", "2."),
    ]

    assert positions(answers_of(tmp_path, rows)) == {"61.1": YES, "61.2": NO, "61.3": NO}


def test_paragraphs_of_an_addendum_that_names_dotted_numbers_are_its_own(tmp_path: Path) -> None:
    rows = [
        heading("A. Treaties (61.1–61.3)"),
        paragraph("Freedonia accepts recommendations 61.1 and 61.2. It notes 61.3.", "1."),
        paragraph("It accepts the remaining recommendations on treaties.", "2."),
        heading("B. Women (61.4, 61.5)"),
        paragraph("The recommendations are accepted.", "3."),
        heading("C. Children (61.6)"),
        paragraph("This recommendation is noted.", "4."),
    ]

    assert positions(answers_of(tmp_path, rows)) == {
        "61.1": YES,
        "61.2": YES,
        "61.3": NO,
        "61.4": YES,
        "61.5": YES,
        "61.6": NO,
    }


def test_recommendations_of_a_paragraph_are_answered_as_a_list(tmp_path: Path) -> None:
    rows = [
        paragraph("The recommendations contained in paragraph 61 of the report enjoy the support of Freedonia.", "1."),
        paragraph("Freedonia takes note of the recommendations in paragraph 62, except recommendation 62.3.", "2."),
    ]

    assert positions(answers_of(tmp_path, rows)) == {"61.*": YES, "62.*": NO, "62.3": NO}


@pytest.mark.parametrize(
    "mark", ["61.4:", "No. 61.4:", "R.61.4:", "(61.4)", "[61.4]", "#61.4", "Rec. 61.4 –", "Para. 61.4"]
)
def test_numbers_stand_behind_many_marks(tmp_path: Path, mark: str) -> None:
    rows = [OPENING, paragraph("61.3 Accepted."), paragraph(f"{mark} Not accepted. {PRISONS}")]

    answers = answers_of(tmp_path, rows).responses

    assert [(r.answers, r.position, r.comment) for r in answers] == [("61.3", YES, None), ("61.4", NO, PRISONS)]


def test_a_position_may_stand_before_the_number(tmp_path: Path) -> None:
    rows = [OPENING, paragraph("Accepted: 61.1 Mend huts (Chad);"), paragraph("Noted: 61.2 Close bridges (Peru);")]

    assert positions(answers_of(tmp_path, rows)) == {"61.1": YES, "61.2": NO}


def test_small_letters_behind_a_colon_answer_the_number(tmp_path: Path) -> None:
    rows = [
        paragraph("Recommendation 61.1: accepted.", "1."),
        paragraph("Recommendation 61.2: see the response to recommendation 61.1.", "2."),
        paragraph("Recommendation 61.3 is on huts. They are old. Freedonia accepts the recommendation.", "3."),
    ]

    assert positions(answers_of(tmp_path, rows)) == dict.fromkeys(("61.1", "61.2", "61.3"), YES)
