"""What a State says on numbers in the Working Group report itself: beside, behind and below the lists."""

import pytest

from indexer.extract.responses.working_group_report import working_group_answers
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
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

    Boats

    4. Sell the boats (Mali);

    The last boat was sold in May.
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
                ("60.4", None, "The last boat was sold in May."),
            ],
            id="below items, on the item or on the numbers that they name",
        ),
        pytest.param(ONE_OF_MANY, [], id="what closes a list is on no item for certain"),
        pytest.param(ONE_ALONE, [("60.1", None, "All ferries are painted.")], id="below the one item of a list"),
        pytest.param(LOST_NUMBER, [], id="a request that lost its number is no remark"),
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


def test_arguments_are_more_than_a_position() -> None:
    words = "Recommendation 60.1 did not enjoy the support of the State"
    rest = "1. Paint the ferries (Peru).\n\n61. {words}{argued}."
    assert answers(conclusions(rest.format(words=words, argued=""))) == []
    ((number, _, comment),) = answers(
        conclusions(rest.format(words=words, argued=", with these arguments: paint is dear"))
    )
    assert (number, comment) == ("60.1", f"{words}, with these arguments: paint is dear.")
