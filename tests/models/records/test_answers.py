"""What several answers to one recommendation say together."""

import pytest

from models.records.answers import Answer, join_answers
from models.records.enums import Position, Qualified

SUPPORTED = Answer(Position.SUPPORTED, "supports it")
NOTED = Answer(Position.NOTED, "takes note of it")
ON_CONDITION = Answer(Position.NOTED, "supports it if the law allows", Qualified.CONDITION)
IN_PRINCIPLE = Answer(Position.NOTED, "supports it in principle", Qualified.SPIRIT)


@pytest.mark.parametrize(
    ("answers", "on_parts", "kind"),
    [
        pytest.param([SUPPORTED, NOTED], False, None, id="the whole, in two ways"),
        pytest.param([SUPPORTED, NOTED], True, Qualified.PART, id="each on a part"),
        pytest.param([SUPPORTED, ON_CONDITION], False, Qualified.CONDITION, id="once with a condition"),
        pytest.param([SUPPORTED, ON_CONDITION], True, Qualified.CONDITION, id="a part with a condition"),
        pytest.param([SUPPORTED, ON_CONDITION, NOTED], False, None, id="with a condition and not at all"),
        pytest.param([ON_CONDITION, IN_PRINCIPLE], False, None, id="two kinds"),
        pytest.param([NOTED, NOTED], True, None, id="no part is supported"),
    ],
)
def test_answers_that_differ_are_noted_with_a_kind_only_where_one_is_known(
    answers: list[Answer], on_parts: bool, kind: Qualified | None
) -> None:
    joined = join_answers(answers, on_parts=on_parts)
    assert joined is not None
    assert (joined.position, joined.qualified) == (Position.NOTED, kind)


PENDING = Answer(Position.PENDING, "will answer on it later")


@pytest.mark.parametrize("other", [SUPPORTED, NOTED, ON_CONDITION])
@pytest.mark.parametrize("in_order", [True, False])
def test_beside_an_answer_still_to_come_the_whole_is_open(other: Answer, in_order: bool) -> None:
    joined = join_answers([other, PENDING] if in_order else [PENDING, other])
    assert joined is not None
    assert (joined.position, joined.qualified) == (Position.PENDING, None)


@pytest.mark.parametrize(
    ("other", "on_parts", "kind"),
    [
        pytest.param(SUPPORTED, False, None, id="the whole, in two ways"),
        pytest.param(SUPPORTED, True, Qualified.PART, id="a part, the rest later"),
        pytest.param(NOTED, True, None, id="no part is supported"),
    ],
)
@pytest.mark.parametrize("in_order", [True, False])
def test_of_record_it_is_noted(other: Answer, on_parts: bool, kind: Qualified | None, in_order: bool) -> None:
    answers = [other, PENDING] if in_order else [PENDING, other]
    joined = join_answers(answers, on_parts=on_parts, of_record=True)
    assert joined is not None
    assert (joined.position, joined.qualified) == (Position.NOTED, kind)


def test_alone_it_stays_to_come_in_a_record() -> None:
    joined = join_answers([PENDING, PENDING], of_record=True)
    assert joined is not None
    assert joined.position is Position.PENDING


def test_no_answers_say_nothing() -> None:
    assert join_answers([]) is None
