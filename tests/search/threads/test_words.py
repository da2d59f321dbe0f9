"""Requests taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.threads.words import Act, Object, read_request

ACTS = {
    "joining": ("Ratify the OP-CAT", {"join"}, "", False),
    "joining in other words": ("Become a party to the OP-CAT", {"join"}, "", False),
    "who ratifies has signed": ("Sign and ratify the OP-CAT", {"join"}, "", False),
    "signing alone": ("Sign the OP-CAT", {"sign"}, "", False),
    "considering": ("Consider ratifying the OP-CAT", {"join"}, "considered", False),
    "considering in other words": ("Look into the possibility of a law on quarries", set(), "considered", False),
    "drafting is not adopting": ("Draft a law on quarries", {"draft"}, "", False),
    "adopting": ("Speedily adopt the pending law on quarries", {"adopt"}, "", False),
    "carrying out": ("Carry out the law on quarries", {"apply"}, "", False),
    "a phrase for a verb": ("Step up the fight against dust", {"try"}, "", False),
    "more and less are two acts": ("Reduce the budget for quarries", {"lower"}, "", False),
    "an act wins over efforts": ("Strengthen and fully implement the law on quarries", {"apply"}, "", False),
    "continuing": ("Continue its efforts against dust in quarries", {"try"}, "continued", False),
    "a purpose is not asked for": (
        "Establish a moratorium on executions with a view to abolishing the death penalty",
        {"adopt"},
        "",
        False,
    ),
    "American spelling": ("Criminalize harmful fishing", {"criminalise"}, "", False),
    "its contrary": ("Decriminalize defamation", {"decriminalise"}, "", False),
    "not": ("Do not open quarries", set(), "", True),
    "without delay says how soon": ("Ratify the OP-CAT without delay", {"join"}, "", False),
    "nothing": ("", set(), "", False),
}


@pytest.mark.parametrize(("text", "verbs", "how", "is_negated"), ACTS.values(), ids=ACTS)
def test_which_act_a_request_wants(text: str, verbs: set[str], how: str, is_negated: bool) -> None:
    expected = Act(frozenset(verbs), how == "considered", how == "continued", is_negated)
    assert read_request(text).act == expected


OBJECTS = {
    "a treaty under any of its names": ("Ratify the OP-CAT", "Accede to the Optional Protocol to the CAT", True),
    "treaties by their numbers": (
        "Ratify the ILO Convention No. 169",
        "Ratify the ILO Convention No. 189",
        False,
    ),
    "how soon": ("Open shelters as soon as possible", "Promptly open shelters", True),
    "other persons": ("Open shelters for women", "Open shelters for girls", False),
    "one thing more": ("Open shelters for women", "Open shelters for women and train judges", False),
    "a law and a plan": ("Adopt a law on quarries", "Adopt a plan on quarries", False),
    "other years": ("Close quarries by 2030", "Close quarries by 2035", False),
}


@pytest.mark.parametrize(("one", "other", "is_same"), OBJECTS.values(), ids=OBJECTS)
def test_what_it_is_done_to(one: str, other: str, is_same: bool) -> None:
    assert (read_request(one).object == read_request(other).object) == is_same


def test_words_of_any_request_name_no_object() -> None:
    request = read_request("Continue its efforts to promote and protect human rights")
    assert request.object == Object(frozenset(), frozenset(), frozenset(), frozenset())
    assert not request.object.is_named


def test_words_of_any_request_weigh_little_and_verbs_nothing() -> None:
    request = read_request("Adopt further measures against dust in quarries")
    assert request.concepts == {"adopt": 0.0, "measur": 0.2, "dust": 1.0, "quarri": 1.0}
    assert request.weight == pytest.approx(2.2)


def test_words_of_a_family_are_one_concept() -> None:
    inmates, detainees = read_request("Feed the inmates"), read_request("Feed all detainees")
    assert inmates.shared_weight(detainees) == pytest.approx(inmates.weight)


def test_instruments_are_not_counted_as_words() -> None:
    request = read_request("Ratify the Convention on the Elimination of All Forms of Discrimination against Women")
    assert request.instruments == request.object.instruments == {"CEDAW"}
    assert "discrimin" not in {*request.concepts, *request.object.words}


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_two_requests_share_is_the_same_from_both_sides_and_never_more_than_either(one: str, other: str) -> None:
    first, second = read_request(one), read_request(other)
    assert first.shared_weight(second) == pytest.approx(second.shared_weight(first))
    assert first.shared_weight(second) <= min(first.weight, second.weight) + 1e-9
    assert first.shared_weight(first) == pytest.approx(first.weight)
