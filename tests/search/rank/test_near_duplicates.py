"""Which asks are near-identical, and above all which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rank.near_duplicates import discriminative_terms

NHRI = "Establish a national human rights institution in accordance with the Paris Principles"
SAME = {
    "an abbreviation": ("Ratify OPCAT", "Ratify the OP-CAT"),
    "a title": ("Ratify OP-CAT", "Ratify the Optional Protocol to the Convention against Torture"),
    "title and abbreviation": (
        "Ratify CRPD",
        "Ratify the Convention on the Rights of Persons with Disabilities (CRPD)",
    ),
    "treaties in another order": ("Sign and ratify CAT and CRPD", "Sign and ratify the CRPD, and the CAT"),
    "capitals and punctuation": ("abolish death penalty.", "Abolish the death penalty"),
    "a word for a word": ("Abolish the death penalty", "Abolish capital punishment"),
    "noun for verb": ("Consider ratifying CED", "Consider the ratification of CED"),
    "consider the possibility": ("Consider ratifying CED", "Consider the possibility of ratifying CED"),
    "accede and become party": ("Accede to CED", "Become a party to CED"),
    "conformity": (NHRI, "Set up an NHRI in conformity with the Paris Principles"),
    "an invitation": (
        "Issue a standing invitation to special procedures",
        "Extend an open and standing invitation to all the special procedures",
    ),
}
OTHER = {
    "another treaty": ("Ratify OPCAT", "Ratify CAT"),
    "another protocol": ("Ratify OP-CRC-AC", "Ratify OP-CRC-SC"),
    "two treaties": ("Ratify CAT", "Ratify CAT and CRPD"),
    "each verb for the other treaty": ("Ratify CAT and sign CRPD", "Sign CAT and ratify CRPD"),
    "who to whom": ("End violence of men against women", "End violence of women against men"),
    "nearly the same letters": ("Ratify CED", "Ratify CRPD"),
    "ratify or consider": ("Ratify OPCAT", "Consider ratifying OPCAT"),
    "sign or ratify": ("Sign OPCAT", "Ratify OPCAT"),
    "sign and ratify or ratify": ("Sign and ratify OPCAT", "Ratify OPCAT"),
    "ratify or accede": ("Ratify OPCAT", "Accede to OPCAT"),
    "ratify or withdraw": ("Ratify CAT", "Withdraw from CAT"),
    "ratify or carry out": ("Ratify CAT", "Implement CAT"),
    "abolish or moratorium": ("Abolish the death penalty", "Establish a moratorium on the death penalty"),
    "abolish or consider": ("Abolish the death penalty", "Consider abolishing the death penalty"),
    "abolish or not": ("Abolish the death penalty", "Do not abolish the death penalty"),
    "one reservation or all": ("Withdraw reservations to CEDAW", "Withdraw the reservation to article 2 of CEDAW"),
    "another number": ("Reduce child poverty by 10 per cent", "Reduce child poverty by 20 per cent"),
    "other persons": ("End violence against women in prisons", "End violence against children in prisons"),
    "by or against": ("End violence against women in prisons", "End violence by women in prisons"),
    "with or without": ("Hold elections with observers from abroad", "Hold elections without observers from abroad"),
    "law or fact": ("Abolish the death penalty in law", "Abolish the death penalty in practice"),
    "another scope": ("Abolish the death penalty", "Abolish the death penalty for minors"),
    "at once": ("Ratify OPCAT", "Ratify OPCAT without delay"),
    "independent": (NHRI, NHRI.replace("a national", "an independent national")),
    "continue": ("Continue to plant oaks on hills", "Plant oaks on hills"),
}
UNSURE = {
    "nothing": "",
    "no object": "Consider, with priority",
    "only words that say nothing": "To and of the",
    "lost its object": "Consider the possibility of expressing its consent to be bound by",
    "marks": "!@#",
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_near_identical_asks_have_the_same_telling_words(one: str, other: str) -> None:
    assert discriminative_terms(one) == discriminative_terms(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_asks_that_differ_in_content_are_kept_apart(one: str, other: str) -> None:
    assert discriminative_terms(one) != discriminative_terms(other)


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_what_says_too_little_is_like_nothing(text: str) -> None:
    assert discriminative_terms(text) == ""


@given(st.permutations(["CAT", "CRPD", "CED", "the Rome Statute"]))
def test_the_order_of_treaties_does_not_count(treaties: list[str]) -> None:
    assert discriminative_terms(f"Ratify {', '.join(treaties)}") == discriminative_terms(
        "Ratify CAT, CED, CRPD and Rome Statute."
    )


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert discriminative_terms(text) == discriminative_terms(f" {text} ")
