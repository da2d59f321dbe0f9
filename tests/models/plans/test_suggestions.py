"""Kinds of action by the verbs of invented requests."""

import pytest

from models.plans.plan import ActionType
from models.plans.suggestions import suggested_action_types

CASES = [
    ("Ratify the Convention on Ferries", "ratification"),
    ("Consider acceding to the second Protocol on Oaks", "ratification"),
    ("Become a party to the Treaty of Lanterns", "ratification"),
    ("Lift all remaining reservations to the Covenant", "ratification"),
    # Names of treaties and courts say nothing of the kind of action.
    ("Ratify the Statute of the International Lantern Court", "ratification"),
    ("Accede to the Convention on the Prevention and Punishment of Piracy", "ratification"),
    ("Amend the Family Code", "legislative"),
    ("Enact a law against early marriage", "legislative"),
    ("Repeal the decree on lanterns", "legislative"),
    ("Decriminalise the singing of ballads", "legislative"),
    ("Criminalize the theft of nets", "legislative"),
    ("Abolish the punishment of rowing", "legislative judicial"),
    ("Incorporate the treaty into domestic order", "legislative"),
    # Not every law is made.
    ("Let law enforcement officers wear name tags", ""),
    ("Uphold the rule of law on the islands", ""),
    ("Investigate the sinking of the ferry", "judicial"),
    ("Bring those who sank it to justice", "judicial"),
    ("See that all wrecks are investigated and those at fault brought to justice", "judicial"),
    ("Allocate more money to village schools", "allocation of resources"),
    ("Give the ombudsman sufficient human and financial resources", "administrative allocation of resources"),
    ("Increase the budget of the lighthouse", "allocation of resources"),
    ("Train lighthouse keepers in first aid", "training"),
    ("Provide capacity-building to fishers", "training"),
    ("Raise awareness of the tides", "awareness"),
    ("Run a campaign against the wearing of lanterns", "awareness"),
    ("Collect disaggregated data on fishers", "data and research"),
    ("Carry out a study of the reef", "data and research"),
    ("Extend a standing invitation to all mandate holders", "international cooperation"),
    ("Seek technical assistance from other islands", "international cooperation"),
    ("Declare a moratorium on whaling", "political"),
    ("Establish an independent institution for fishers", "administrative"),
    ("Adopt a national plan on storms", "administrative"),
    # What nearly every request holds counts only where nothing else is found.
    ("Take measures to protect fishers", "administrative"),
    ("Take measures to train fishers", "training"),
    ("Enact a law and train the police", "legislative training"),
    ("Train the police after the law is enacted", "training legislative"),
    ("Continue its efforts", ""),
    ("", ""),
]


@pytest.mark.parametrize(("request_text", "kinds"), CASES, ids=[text[:40] for text, _ in CASES])
def test_kinds_of_action_are_told_by_verbs_and_what_they_are_about(request_text: str, kinds: str) -> None:
    assert " ".join(suggested_action_types(request_text)) == kinds


def test_no_more_than_three_are_suggested() -> None:
    everything = "Enact a law, train judges, allocate funds, run a campaign and collect data"
    assert suggested_action_types(everything) == (ActionType.LEGISLATIVE, ActionType.TRAINING, ActionType.JUDICIAL)


def test_every_kind_can_be_suggested() -> None:
    assert {kind for request_text, _ in CASES for kind in suggested_action_types(request_text)} == set(ActionType)


def test_a_long_request_takes_no_time() -> None:
    assert suggested_action_types("sign the " + "a " * 50_000) == ()
