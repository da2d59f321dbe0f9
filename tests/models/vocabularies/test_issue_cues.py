"""Words that point to issues."""

from models.vocabularies.issue_cues import issue_profile


def test_a_cue_points_to_its_issue() -> None:
    profile = issue_profile(["prison", "overcrowd"])
    assert max(profile, key=lambda issue: profile[issue]) == "Detention"


def test_words_of_any_ask_point_nowhere() -> None:
    assert issue_profile(["take", "measur", "continu", "qzx"]) == {}


def test_cues_add_up() -> None:
    both, one = issue_profile(["children", "tortur"]), issue_profile(["children"])
    assert both["Rights of the Child"] == one["Rights of the Child"]
    assert both["Torture and other CID treatment"] > 0


def test_cues_of_one_issue_add_up() -> None:
    assert round(issue_profile(["prison", "overcrowd"])["Detention"], 2) == 0.91 + 0.97
