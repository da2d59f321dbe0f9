"""Remarks on numbers in paragraphs: which sentences are on which recommendations."""

import pytest

from indexer.extract.responses.remarks import after_lead_in, explanations_of_numbers, remarks_on_numbers
from models.records.enums import Position
from models.records.records import Place

YES, NO = Position.SUPPORTED, Position.NOTED
PLACE = Place("A/HRC/900/2", "40", 9)


def remarks(text: str) -> list[tuple[str, Position | None, str | None]]:
    return [(r.number, r.answer and r.answer.position, r.comment) for r in remarks_on_numbers(text, PLACE)]


def explanations(text: str) -> list[tuple[list[str], str]]:
    return [([r.number for r in references], words) for references, words, _ in explanations_of_numbers(text)]


BRIDGE = "On recommendation 61.4, the bridge is old."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a passage goes on until others are spoken of
        (f"{BRIDGE} It is closed.", [("61.4", None, f"{BRIDGE} It is closed.")]),
        (
            f"{BRIDGE} On recommendation 61.5, the school is new.",
            [("61.4", None, BRIDGE), ("61.5", None, "On recommendation 61.5, the school is new.")],
        ),
        (
            f"{BRIDGE} Recommendation 61.4 was discussed.",
            [("61.4", None, f"{BRIDGE} Recommendation 61.4 was discussed.")],
        ),
        (f"{BRIDGE} Most recommendations are on schools. They are new.", [("61.4", None, BRIDGE)]),
        (
            f"{BRIDGE} These recommendations were discussed.",
            [("61.4", None, f"{BRIDGE} These recommendations were discussed.")],
        ),
        # what stands before the first number is on none
        (f"The river is wide. {BRIDGE}", [("61.4", None, BRIDGE)]),
        ("The river is wide, as said in paragraph 12.", []),
        # but where a conclusion is drawn from it
        (f"The river is wide. Therefore, {BRIDGE}", [("61.4", None, f"The river is wide. Therefore, {BRIDGE}")]),
        (
            f"{BRIDGE} Hence, recommendation 61.5 is useless.",
            [("61.4", None, BRIDGE), ("61.5", None, "Hence, recommendation 61.5 is useless.")],
        ),
        # a paragraph beside parts of others is one of the dialogue as a whole
        (
            "The recommendations in paragraphs 26 (e), 29 (Peru) and 49 (b) are on boats.",
            [
                (number, None, "The recommendations in paragraphs 26 (e), 29 (Peru) and 49 (b) are on boats.")
                for number in ("26(e)", "29.*", "49(b)")
            ],
        ),
        # numbers in brackets
        ("The recommendations on bridges (4 and 6) were discussed.", [("4", None, None), ("6", None, None)]),
        ("The recommendations on bridges (4) were discussed.", []),
        ("The recommendations on bridges (4 and 6 of them) were discussed.", []),
        ("The recommendations were discussed. All boats (4, 6) are old.", []),
        # the position of the sentence that names the number, else of one beside that points back
        ("The State accepts recommendation 61.4. It notes this recommendation too.", [("61.4", YES, None)]),
        (f"{BRIDGE} The State accepts this recommendation.", [("61.4", YES, None)]),
        ("The State notes the following. They include recommendation 61.4 on bridges.", [("61.4", None, None)]),
        ("It noted three recommendations. They include recommendation 61.4.", [("61.4", NO, None)]),
        (f"The State accepts three recommendations. {BRIDGE}", [("61.4", None, BRIDGE)]),
        ("The State accepts all recommendations.", [("*", YES, None)]),
    ],
)
def test_remarks(text: str, expected: list[tuple[str, Position | None, str | None]]) -> None:
    found = remarks(text)
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    assert all(want is None or have == want for (*_, have), (*_, want) in zip(found, expected, strict=True))


def test_a_passage_on_some_of_the_numbers_before_goes_on() -> None:
    text = "On recommendations 61.4 and 61.5, the bridge is old. Recommendation 61.5 is on carts."
    assert remarks(text) == [("61.4", None, text), ("61.5", None, text)]


def test_a_remark_on_some_of_the_numbers_before_is_on_these_alone() -> None:
    both, carts = "Recommendations 61.4 and 61.5 were discussed.", "As regards recommendation 61.5, carts are old."
    assert remarks(f"{both} {carts} So are boats.") == [
        ("61.4", None, both),
        ("61.5", None, both),
        ("61.5", None, f"{carts} So are boats."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recommendations 4 and 5 are noted.", []),
        ("The bridge is old. Therefore, recommendations 4 and 5 are noted.", [(["4", "5"], None)]),
        ("The bridge is old. Recommendations 4 and 5 are noted.", []),
        ("Recommendations 4 and 5 are noted. The bridge is old.", [(["4", "5"], None)]),
        ("Regarding recommendation 4, the bridge is old.", [(["4"], None)]),
        (
            "Recommendation 4 is accepted, for the following reasons: the bridge is old.",
            [(["4"], "the bridge is old.")],
        ),
        ("On recommendation 4, the Government states the following.", []),
        ("On recommendation 4, the Government states the following. It is old.", [(["4"], "It is old.")]),
        ("Recommendation 4 is noted. The Government accepts the following recommendations:", []),
    ],
)
def test_explanations_say_more_than_the_position(text: str, expected: list[tuple[list[str], str | None]]) -> None:
    assert explanations(text) == [(numbers, words or text) for numbers, words in expected]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("4 and wishes to say: it is old.", "it is old."),
        ("4, as follows: it is old.", "it is old."),
        ("4: it is old.", None),
        ("4 states the following.", ""),
        ("4 gives the following reasons.", ""),
        ("4 gives the following many good reasons.", None),
        ("4 states the following; it is old.", None),
        ("4 states the following", ""),
        ("4 is old.", None),
        ("4 and states the following. It is old.", "It is old."),
        ("4 following a consultation with the churches.", None),
        ("4, three steps have been taken: a law, a court, a harbour.", None),
        ("4 et apporte les précisions suivantes : les navires", "les navires"),
        ("4 y expone lo siguiente.", ""),
        ("4 y desea facilitar la siguiente información:", ""),
    ],
)
def test_a_lead_in_only_announces(text: str, rest: str | None) -> None:
    assert after_lead_in(text, 1) == rest


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Recommendation 61.4 is on bridges. Chad accepts this recommendation.", YES),
        ("Recommendations 61.4 and 61.5 are on bridges. These recommendations are not accepted.", NO),
        ("Recommendation 61.4 is on bridges. It is old.", None),
        ("Recommendation 61.4 is on bridges. Chad accepts the recommendation.", YES),
        ("Recommendation 61.4 is on bridges. That recommendation, which was new, had been accepted.", YES),
        ("Recommendation 61.4 is on bridges. Chad accepts the recommendation of the Committee.", None),
        # which of several numbers "the recommendation" is nobody can say
        ("Recommendations 61.4 and 61.5 are on bridges. Chad accepts the recommendation.", None),
        # what the sentence with the number says counts before it
        ("Chad notes recommendation 61.4. It may support this recommendation later.", None),
    ],
)
def test_an_explanation_has_the_position_that_it_gives_to_this_recommendation(
    text: str, position: Position | None
) -> None:
    ((_, _, answer),) = explanations_of_numbers(text)
    assert (answer and answer.position) == position
