"""Who usually has to act on an issue."""

import pytest

from models.partners.actors import actors_for, actors_to_choose, portfolios_of
from models.plans.plan import ActionType
from models.vocabularies.crosswalk import issues


def test_ministries_of_an_issue():
    assert actors_for("Detention") == (
        "the ministry responsible for justice",
        "the ministry responsible for the interior",
    )


def test_kind_of_action_names_who_acts_before_the_ministries():
    assert actors_for("Right to health", [ActionType.LEGISLATIVE, ActionType.RATIFICATION]) == (
        "the ministry responsible for foreign affairs",
        "parliament, where it must approve treaties",
        "parliament",
        "the ministry responsible for health",
    )
    assert actors_for("Right to health", [ActionType.TRAINING]) == ("the ministry responsible for health",)


def test_each_actor_is_named_once():
    actors = actors_for("", [ActionType.COOPERATION, ActionType.RATIFICATION])
    assert actors == ("the ministry responsible for foreign affairs", "parliament, where it must approve treaties")


def test_nobody_is_named_where_neither_issue_nor_action_is_known():
    assert actors_for("Astrology") == ()


def test_every_issue_has_a_portfolio():
    assert not [name for name in issues() if not portfolios_of(name)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Restore the nationality of those who lost it", "the ministry responsible for the interior"),
        ("Bring drinking water to every settlement", "local authorities"),
        ("Define rape by the lack of consent", "the ministry responsible for justice"),
        ("Enrol married girls in schools", "the ministry responsible for education"),
        ("Ratify the treaty on boats", "the ministry responsible for foreign affairs"),
        ("Set up a national human rights institution", "parliament"),
    ],
)
def test_the_words_of_a_request_say_who_has_to_act(text: str, first: str) -> None:
    assert str(actors_to_choose(text, ["Detention"])[0]) == first


def test_where_the_words_say_nothing_the_issue_does() -> None:
    assert actors_to_choose("Do more", ["Detention"]) == actors_for("Detention")
    assert actors_to_choose("Do more", []) == ()


def test_no_more_than_two_are_offered() -> None:
    actions = [ActionType.LEGISLATIVE, ActionType.RATIFICATION]
    assert len(actors_for("Detention", actions)) > 2
    assert len(actors_to_choose("", ["Detention"], actions)) == 2
