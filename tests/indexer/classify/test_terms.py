"""Words, pairs, and names of instruments as one word."""

import pytest

from indexer.classify.terms import terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        pytest.param("Protect children", ["protect", "children", "protect children"], id="words and their pairs"),
        pytest.param("", [], id="nothing"),
        pytest.param("Ratify CRPD", ["ratifi", "§CRPD", "ratifi §CRPD"], id="an abbreviation"),
        pytest.param(
            "Ratify the Convention on the Rights of Persons with Disabilities now",
            ["ratifi", "the", "§CRPD", "now", "ratifi the", "the §CRPD", "§CRPD now"],
            id="the same instrument by its title",
        ),
        pytest.param("CAT, CEDAW", ["§CAT", "§CEDAW", "§CAT §CEDAW"], id="two instruments"),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms
