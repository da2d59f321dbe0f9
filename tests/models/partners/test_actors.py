"""Who usually has to act on an issue."""

from models.partners.actors import actors_for, portfolios_of
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
