"""What stands under the numbers of an item: recommendation, position, comment, parts."""

import pytest

from indexer.extract.responses.addendum_item import read_item
from models.records.enums import Position
from models.reviews.states import StateTable

YES, NO = Position.SUPPORTED, Position.NOTED
STATES = StateTable.built_in()


@pytest.mark.parametrize(
    ("text", "position", "comment"),
    [
        ("Accepted.", YES, None),
        ("Accepted. The law is in force.", YES, "The law is in force."),
        ("NOTED: The law is in force.", NO, "The law is in force."),
        ("Accepted and already implemented. The law is in force.", YES, "The law is in force."),
        ("Supported in part / noted in part. The law is in force.", NO, "The law is in force."),
        ("Chad accepts the recommendation.", YES, "Chad accepts the recommendation."),
        ("Chad accepts.", YES, "Chad accepts."),
        ("Chad does not accept this. It is clear.", NO, "Chad does not accept this. It is clear."),
        ("The law is in force.", None, "The law is in force."),
        ("Ratify the treaty (Spain);\nThe law is in force.", None, "The law is in force."),
        ("Ratify the treaty (Spain);", None, None),
        ("Ratify the treaty (Spain): Accepted.", YES, None),
        (
            "The treaty was signed in Lisbon (Portugal) in May.",
            None,
            "The treaty was signed in Lisbon (Portugal) in May.",
        ),
        ("Ratify the treaty\nPosition: Accepted\nComment: The law is in force.", YES, "The law is in force."),
        ("Ratify the treaty\nGovernment response: Chad supports it.", YES, "Chad supports it."),
        ("Réponse : Acceptée. La loi est en vigueur.", YES, "La loi est en vigueur."),
        ("", None, None),
        # a label has twelve words at most
        (f"Accepted and {'in ' * 9}implemented. Old.", YES, "Old."),
        (f"Accepted and {'in ' * 10}implemented. Old.", YES, f"Accepted and {'in ' * 10}implemented. Old."),
        # what stands above a label is the recommendation printed again, whatever ends it
        ("Mend the bridge.\nComment: The law is in force.", None, "The law is in force."),
        ("Comment: The law is in force.", None, "The law is in force."),
        ("Partially. The law is in force.", NO, "The law is in force."),
        # a hyphen inside a word ends no label
        ("Accepted-in-part. The law is in force.", NO, "The law is in force."),
        ("Accepted - the law is in force.", YES, "the law is in force."),
        ("Accept to follow up. The law is in force.", YES, "Accept to follow up. The law is in force."),
        ("Not accepted at this time. It is old.", NO, "Not accepted at this time. It is old."),
        # only what the comment says at once is its position, or what it says further down of "this recommendation"
        ("The law is in force. Chad accepts it.", None, "The law is in force. Chad accepts it."),
        ("It is old. Chad accepts this recommendation.", YES, "It is old. Chad accepts this recommendation."),
        ("It is old.\nThe recommendation is not accepted.", NO, "It is old.\nThe recommendation is not accepted."),
        ("Chad notes it. Chad accepts the recommendation.", NO, "Chad notes it. Chad accepts the recommendation."),
        (
            "Elle est là. Le Tchad rejette cette recommandation.",
            NO,
            "Elle est là. Le Tchad rejette cette recommandation.",
        ),
        (
            "It is old. Chad supports the recommendation of Peru.",
            None,
            "It is old. Chad supports the recommendation of Peru.",
        ),
        (
            "It is old. Chad accepts this recommendation 61.4.",
            None,
            "It is old. Chad accepts this recommendation 61.4.",
        ),
    ],
)
def test_position_and_comment(text: str, position: Position | None, comment: str | None) -> None:
    item = read_item(text, STATES)

    assert (item.answer and item.answer.position, item.comment) == (position, comment)


def test_a_position_cell_that_is_not_clear_support_is_noted_with_its_words() -> None:
    item = read_item("", STATES, answer="Already implemented")

    assert (item.answer and (item.answer.position, item.answer.words)) == (NO, "Already implemented")


def test_parts_that_are_named_keep_their_positions() -> None:
    item = read_item(
        "Chad accepts the recommendation regarding free legal aid and notes that it is given.\n"
        "Chad cannot accept the recommendation on family courts. New courts would be slow.",
        STATES,
    )

    assert item.answer is not None
    assert item.answer.position is NO
    assert item.answer.words == "accepts … cannot accept"
    assert [(part.part, part.answer.position) for part in item.parts] == [
        ("free legal aid", YES),
        ("family courts", NO),
    ]


def test_parts_may_be_named_right_behind_their_position() -> None:
    item = read_item(
        "The recommendation is accepted regarding legal aid. The recommendation is not accepted concerning courts.",
        STATES,
    )

    assert [(part.part, part.answer.position) for part in item.parts] == [("legal aid", YES), ("courts", NO)]


def test_a_part_goes_on_behind_an_abbreviation() -> None:
    text = (
        "Chad accepts the recommendation regarding Convention No. 169.\nIt cannot accept the recommendation on courts."
    )
    item = read_item(text, STATES)
    assert [part.part for part in item.parts] == ["Convention No. 169", "courts"]


def test_parts_without_names_are_not_told_apart() -> None:
    item = read_item("Chad accepts the recommendation regarding free legal aid. Chad cannot accept it.", STATES)

    assert (item.answer and (item.answer.position, item.answer.words)) == (NO, "accepts … cannot accept")
    assert [(part.part, part.answer.position) for part in item.parts] == [("", YES), ("", NO)]
    assert read_item("Chad accepts the recommendation regarding legal aid.", STATES).parts == ()


def test_a_label_is_told_from_a_word_of_the_comment() -> None:
    assert read_item("Accepted. Old.", STATES).labelled
    assert not read_item("Chad accepts it.", STATES).labelled
    assert read_item("Old.", STATES, answer="Accepted").labelled
    assert read_item("Accepted. Old.", STATES, answer="Noted").comment == "Accepted. Old."


def test_an_answer_that_is_promised_is_pending() -> None:
    item = read_item("This recommendation is under consideration.", STATES)

    assert (item.answer and (item.answer.position, item.answer.words)) == (Position.PENDING, "under consideration")
