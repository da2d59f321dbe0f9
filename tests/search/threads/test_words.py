"""Requests taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.threads.words import Verb, read_request

STAGES = {
    "considering": ("Consider ratifying the OP-CAT", Verb.CONSIDER),
    "considering in other words": ("Give favourable consideration to acceding to the CED", Verb.CONSIDER),
    "possibility": ("Look into the possibility of a law on quarries", Verb.CONSIDER),
    "review": ("Review the rules on quarries with a view to mending them", Verb.CONSIDER),
    "joining": ("Ratify the OP-CAT", Verb.CREATE),
    "adopting": ("Speedily adopt the pending law on quarries", Verb.CREATE),
    "carrying out": ("Fully implement the law on quarries", Verb.CARRY_OUT),
    "abolishing goes further than suspending": ("Abolish the death penalty", Verb.CARRY_OUT),
    "a moratorium with an aim": ("Establish a moratorium with a view to abolishing the death penalty", Verb.CREATE),
    "only the opening counts": (
        "Train the inspectors of quarries and mines so that they know and can always apply the law",
        None,
    ),
    "efforts": ("Continue its efforts against dust in quarries", Verb.TRY),
    "an act wins over efforts": ("Strengthen and fully implement the law on quarries", Verb.CARRY_OUT),
    "neither": ("Water the roads of quarries", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("text", "stage"), STAGES.values(), ids=STAGES)
def test_how_far_a_request_goes(text: str, stage: Verb | None) -> None:
    assert read_request(text).verb == stage


def test_words_of_any_request_weigh_little_and_verbs_nothing() -> None:
    request = read_request("Adopt further measures against dust in quarries")
    assert request.concepts == {"adopt": 0.0, "measur": 0.2, "dust": 1.0, "quarri": 1.0}
    assert request.weight == pytest.approx(2.2)


def test_words_of_a_family_are_one_concept() -> None:
    inmates, detainees = read_request("Feed the inmates"), read_request("Feed all detainees")
    assert inmates.shared_weight(detainees) == pytest.approx(inmates.weight)


def test_instruments_are_not_counted_as_words() -> None:
    request = read_request("Ratify the Convention on the Elimination of All Forms of Discrimination against Women")
    assert request.instruments == {"CEDAW"}
    assert "discrimin" not in request.concepts


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_two_requests_share_is_the_same_from_both_sides_and_never_more_than_either(one: str, other: str) -> None:
    first, second = read_request(one), read_request(other)
    assert first.shared_weight(second) == pytest.approx(second.shared_weight(first))
    assert first.shared_weight(second) <= min(first.weight, second.weight) + 1e-9
    assert first.shared_weight(first) == pytest.approx(first.weight)
