"""One response from everything that a document says on a number."""

import pytest

from indexer.extract.responses.statements import Rank, Statement, gather_statements
from models.records.answers import Answer
from models.records.enums import Position
from models.records.records import EVERY_OTHER, Place, Response

YES, NO, LATER = Position.SUPPORTED, Position.NOTED, Position.PENDING
REPORT = "A/HRC/900/1"


def place(paragraph: str) -> Place:
    return Place("A/HRC/900/1/Add.1", paragraph, 2)


def gathered(*statements: Statement, answer_expected: bool = False) -> dict[str, Response]:
    responses, _ = gather_statements(statements, REPORT, "en", answer_expected=answer_expected)
    return {response.answers: response for response in responses if not response.part}


@pytest.mark.parametrize(
    ("statements", "position", "words"),
    [
        # a label beside the number outweighs a sentence, a sentence the heading
        (
            [
                Statement("5", Answer(YES, "accepts"), place("1")),
                Statement("5", Answer(NO, "Noted"), place("2"), rank=Rank.LABEL),
                Statement("5", Answer(YES, "Accepted recommendations"), place("3"), rank=Rank.HEADING),
            ],
            NO,
            "Noted",
        ),
        # a sentence that names the number outweighs a label beside a range that holds it
        (
            [
                Statement("5", Answer(YES, "accepts"), place("1")),
                Statement("5", Answer(NO, "Noted"), place("2"), rank=Rank.LABEL, in_range=True),
            ],
            YES,
            "accepts",
        ),
        # a refusal in a comment outweighs the heading above it
        (
            [
                Statement("5", Answer(YES, "Accepted recommendations"), place("1"), rank=Rank.HEADING),
                Statement("5", Answer(NO, "cannot accept"), place("2"), rank=Rank.REFUSAL),
            ],
            NO,
            "cannot accept",
        ),
        # two of one weight: noted, with both words, each once
        (
            [
                Statement("5", Answer(YES, "accepts"), place("1")),
                Statement("5", Answer(NO, "notes"), place("2")),
                Statement("5", Answer(NO, "notes"), place("3")),
            ],
            NO,
            "accepts … notes",
        ),
        # words on a part do not answer the whole where others do
        (
            [
                Statement("5", Answer(NO, "does not accept"), place("1"), part="first part"),
                Statement("5", Answer(YES, "accepts"), place("2")),
            ],
            YES,
            "accepts",
        ),
        # a part alone is no support of the whole, several parts of one position are
        ([Statement("5", Answer(YES, "accepts"), place("1"), part="first part")], NO, "accepts"),
        (
            [
                Statement("5", Answer(YES, "accepts"), place("1"), part="first part"),
                Statement("5", Answer(YES, "supports"), place("2"), part="second part"),
            ],
            YES,
            "accepts",
        ),
        ([Statement("5", None, place("1"), "See above.")], None, ""),
    ],
    ids=["label", "by itself", "refusal", "two ways", "whole", "one part", "all parts", "none"],
)
def test_the_nearest_words_count(statements: list[Statement], position: Position | None, words: str) -> None:
    response = gathered(*statements)["5"]
    assert (response.position, response.position_words) == (position, words)


def test_the_place_is_that_of_the_position_and_the_comment_has_its_own() -> None:
    response = gathered(
        Statement("5", None, place("1"), "The bridge is old."),
        Statement("5", Answer(YES, "accepts"), place("2")),
    )["5"]
    assert response.place == place("2")
    assert response.comment_place == place("1")
    assert gathered(Statement("5", None, place("1"), "Old."))["5"].place == place("1")
    assert gathered(Statement("5", Answer(YES, "accepts"), place("2")))["5"].comment_place is None


def test_asides_are_comments_only_where_no_other_stands_with_the_number() -> None:
    aside = Statement("5", None, place("1"), "Both are old.", aside=True)
    comment = Statement("5", None, place("2"), "The bridge is old.")
    assert gathered(aside, comment)["5"].comment == "The bridge is old."
    assert gathered(aside, aside)["5"].comment == "Both are old."
    assert gathered(comment, Statement("5", None, place("3"), "It is closed."))["5"].comment == (
        "The bridge is old.\nIt is closed."
    )


def test_an_announced_answer_is_noted_where_the_document_is_the_answer() -> None:
    statement = Statement("5", Answer(LATER, "will be examined"), place("1"))
    assert gathered(statement)["5"].position is LATER
    assert gathered(statement, answer_expected=True)["5"].position is NO


def test_a_comment_without_a_position_is_noted_where_most_items_have_one() -> None:
    unclear = Statement("3", None, place("3"), "The bridge is old. It was built in stone.")
    answered = [Statement(number, Answer(YES, "accepts"), place(number), "We agree.") for number in ("1", "2")]
    response = gathered(*answered, unclear, answer_expected=True)["3"]
    assert (response.position, response.position_words) == (NO, "The bridge is old.")
    # one of two answered is no more than half
    assert gathered(answered[0], unclear, answer_expected=True)["3"].position is None
    # a report of others is not expected to answer
    assert gathered(*answered, unclear)["3"].position is None


def test_asides_and_parts_are_no_items() -> None:
    unclear = Statement("3", None, place("3"), "The bridge is old.")
    aside = Statement("1", Answer(YES, "accepts"), place("1"), "We agree.", aside=True)
    part = Statement("2", Answer(YES, "accepts"), place("2"), "We agree.", part="first part")
    assert gathered(aside, part, unclear, answer_expected=True)["3"].position is None


def test_without_comments_nothing_is_unclear() -> None:
    assert gathered(Statement("5", None, place("1")), answer_expected=True)["5"].position is None


def test_a_comment_that_refers_on_takes_the_position_there() -> None:
    other = Statement("24", Answer(YES, "accepts"), place("1"))
    assert gathered(other, Statement("5", None, place("2"), "See recommendation 24."))["5"].position is YES
    own = Statement("5", Answer(NO, "notes"), place("2"), "See recommendation 24.")
    assert gathered(other, own)["5"].position is NO
    unlike = Statement("25", Answer(NO, "notes"), place("3"))
    both = Statement("5", None, place("2"), "See recommendations 24 and 25.")
    assert gathered(other, unlike, both)["5"].position is None
    open_ = Statement("25", None, place("3"), "The bridge is old.")
    assert gathered(open_, Statement("5", None, place("2"), "See recommendation 25."))["5"].position is None


def test_parts_stand_after_their_whole_with_its_comment() -> None:
    statements = [
        Statement("5", None, place("1"), "The bridge is old."),
        Statement("5", Answer(YES, "accepts"), place("2"), part="first part"),
        Statement("6", Answer(YES, "accepts"), place("3")),
    ]
    responses, _ = gather_statements(statements, REPORT, "en")
    assert [(r.answers, r.part, r.position) for r in responses] == [
        ("5", "", NO),
        ("5", "first part", YES),
        ("6", "", YES),
    ]
    assert responses[1].comment == "The bridge is old."
    assert responses[1].place == place("2")


def test_a_comment_on_a_range_takes_no_number_apart_that_is_answered_by_itself() -> None:
    part = Statement("17", Answer(NO, "notes"), place("2"), part="second part", in_range=True)
    by_itself = Statement("17", Answer(YES, "accepts"), place("1"))
    below_heading = Statement("17", Answer(YES, "Accepted"), place("1"), rank=Rank.HEADING)
    assert len(gather_statements([by_itself, part], REPORT, "en")[0]) == 1
    assert len(gather_statements([below_heading, part], REPORT, "en")[0]) == 2


def test_two_answers_are_a_warning_unless_the_nearer_words_decide() -> None:
    two_ways = [Statement("5", Answer(YES, "accepts"), place("1")), Statement("5", Answer(NO, "notes"), place("2"))]
    assert gather_statements(two_ways, REPORT, "en")[1] == (
        "A/HRC/900/1/Add.1 answers 5 in two ways: “accepts” and “notes”; see the document.",
    )
    below_heading = [two_ways[0], Statement("5", Answer(NO, "Noted"), place("2"), rank=Rank.REFUSAL)]
    assert gather_statements(below_heading, REPORT, "en")[1] == ()
    parts = [two_ways[0], Statement("5", Answer(NO, "notes"), place("2"), part="second part")]
    assert gather_statements(parts, REPORT, "en")[1] == ()


def test_numbers_come_in_the_order_in_which_they_are_named() -> None:
    statements = [
        Statement(EVERY_OTHER, Answer(NO, "notes"), place("1")),
        Statement("9", Answer(YES, "accepts"), place("2")),
    ]
    assert [response.answers for response in gather_statements(statements, REPORT, "en")[0]] == [EVERY_OTHER, "9"]
