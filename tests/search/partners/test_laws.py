"""Which requests ask for a law."""

import pytest

from search.partners.laws import asks_for_law


@pytest.mark.parametrize(
    "text",
    [
        "Adopt a comprehensive law against trafficking",
        "Bring its national legislation on prisons into line with the Convention",
        "Repeal the provisions of the criminal code on defamation",
        "Amend the Constitution so that judges are independent",
        "Decriminalize defamation",
        "Abolish the death penalty for all crimes",
        "Take legislative and administrative measures against torture",
        "Continue the ongoing review of domestic laws on the family",
    ],
)
def test_asks_for_a_law(text):
    assert asks_for_law(text)


@pytest.mark.parametrize(
    "text",
    [
        "Train law enforcement officers in the prevention of torture",
        "Strengthen the rule of law",
        "Reform the prisons in accordance with international law",
        "Let judges visit prisons in the north",
        "Implement fully the law on asylum",
        "Improve access to lawyers",
    ],
)
def test_names_law_and_asks_for_none(text):
    assert not asks_for_law(text)
