"""What a State says on numbers in the Working Group report itself: beside, behind and below the lists."""

import pytest

from indexer.extract.reports.recommendations import extract_recommendations
from indexer.extract.responses.working_group_report import working_group_answers
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.reviews.states import StateTable
from tests.indexer.printed_report import report

IDENTITY = DocumentIdentity("A/HRC/900/4", DocumentKind.WORKING_GROUP_REPORT, "en", "XAA", 7)
NO = Position.NOTED


def conclusions(rest: str) -> str:
    return f"""
59. Albania said that the ferries of the State are old.

II. Conclusions and/or recommendations

60. The following recommendations did not enjoy the support of the State:

{rest}
"""


def answers(text: str) -> list[tuple[str, Position | None, str | None]]:
    stated = working_group_answers(report(text), IDENTITY)
    return [(response.answers, response.position, response.comment) for response in stated.responses]


SEVERAL = conclusions(
    """
    1. Paint the ferries (Peru);

    The State cannot accept the recommendation above, since all
    ferries are painted;

    2. Mend the piers (Chad);

    3. Mend the bridges (Chad);

    The State is not in a position to accept recommendations Nos. 2 and 3 above. It has no piers.

    Boats:

    4. Sell the boats (Mali);

    * Not edited.

    “The last boat was sold in May.”
    """
)
ONE_OF_MANY = conclusions(
    """
    1. Paint the ferries (Peru);

    2. Mend the piers (Chad).

    The State will look after its ferries.
    """
)
ONE_ALONE = conclusions(
    """
    1. Paint the ferries (Peru).

    All ferries are painted.
    """
)
LOST_NUMBER = conclusions(
    """
    1. Paint the ferries (Peru);

    All ferries are painted.

    2. Mend the piers (Chad);

    Mend the bridges (Chad).
    """
)
COMMENTS_AS_ITEMS = conclusions(
    """
    60.1. Paint the ferries (Peru);

    60.2. Mend the piers (Chad).

61. The State offered the following comments:

    61.1. Regarding recommendation No. 60.1, all ferries are painted;

    61.2. Regarding the recommendation to sell the boats (Mali), included in paragraph 59 (b), it has none.
    """
)
ANNOUNCED = conclusions(
    """
    1. Paint the ferries (Peru).

61. With regard to recommendations 59 (b) and 60.1, the State offers the following comments:

    The ferries are painted.
    """
)
ANNOUNCED_WITH_NUMBERS = conclusions(
    """
    1. Paint the ferries (Peru).

61. The State takes note of recommendations 59 (b) and 60.1 and offers the following comments:

    Recommendation 60.1 cannot be accepted. The ferries are painted.
    """
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SEVERAL,
            [
                ("60.1", NO, "The State cannot accept the recommendation above, since all ferries are painted;"),
                *(
                    (
                        number,
                        NO,
                        "The State is not in a position to accept recommendations Nos. 2 and 3 above. It has no piers.",
                    )
                    for number in ("60.2", "60.3")
                ),
                ("60.4", None, "“The last boat was sold in May.”"),
            ],
            id="below items, on the item or on the numbers that they name",
        ),
        pytest.param(ONE_OF_MANY, [], id="what closes a list is on no item for certain"),
        pytest.param(ONE_ALONE, [("60.1", None, "All ferries are painted.")], id="below the one item of a list"),
        pytest.param(LOST_NUMBER, [], id="a request that lost its number is no remark"),
        pytest.param(
            COMMENTS_AS_ITEMS,
            [
                ("60.1", None, "Regarding recommendation No. 60.1, all ferries are painted;"),
                (
                    "61.2",
                    None,
                    "Regarding the recommendation to sell the boats (Mali), included in paragraph 59 (b), it has none.",
                ),
            ],
            id="as items of a list of comments, one of which gives the request",
        ),
        pytest.param(
            ANNOUNCED,
            [("59(b)", None, "The ferries are painted."), ("60.1", None, "The ferries are painted.")],
            id="announced for the numbers of a paragraph",
        ),
        pytest.param(
            ANNOUNCED_WITH_NUMBERS,
            [("60.1", NO, "Recommendation 60.1 cannot be accepted. The ferries are painted.")],
            id="announced, with numbers of its own",
        ),
    ],
)
def test_remarks_without_a_number_of_their_own(
    text: str, expected: list[tuple[str, Position | None, str | None]]
) -> None:
    assert answers(text) == expected


def test_comments_as_items_are_no_recommendations() -> None:
    records = extract_recommendations(report(COMMENTS_AS_ITEMS), IDENTITY, StateTable.built_in())
    assert [(record.place.paragraph, record.text) for record in records] == [
        ("60.1", "Paint the ferries"),
        ("60.2", "Mend the piers"),
        ("61.2", "sell the boats"),
    ]


def test_arguments_are_more_than_a_position() -> None:
    words = "Recommendation 60.1 did not enjoy the support of the State"
    rest = "1. Paint the ferries (Peru).\n\n61. {words}{argued}."
    assert answers(conclusions(rest.format(words=words, argued=""))) == []
    ((number, _, comment),) = answers(
        conclusions(rest.format(words=words, argued=", with these arguments: paint is dear"))
    )
    assert (number, comment) == ("60.1", f"{words}, with these arguments: paint is dear.")
