"""Which numbers a State's answer refers on to, in English, French and Spanish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.numbers.references_to_answers import numbers_referred_to


@pytest.mark.parametrize(
    ("comment", "numbers"),
    [
        ("See recommendation 105.", ("105",)),
        ("see response to 105", ("105",)),
        ("(cf. answer to recommendation 12 above)", ("12",)),
        ("See recommendations 53 and 71.", ("53", "71")),
        ("See also recommendations 53, 71 and 77", ("53", "71", "77")),
        ("See information on recommendations 6–9.", ("6", "7", "8", "9")),
        ("Harbours are open. On ferries, see also recommendation 71. Oaks are planted.", ("71",)),
        ("See recommendation 53 and the response to 77.", ("53", "77")),
        ("See recommendation 53. See recommendation 53.", ("53",)),
        ("See recommendations 122.15 – 122.17.", ("122.15", "122.16", "122.17")),
        ("See 115.105.", ("115.105",)),
        ("See 105 above.", ("105",)),
        ("Please refer to the comments on recommendation No. 7.", ("7",)),
        ("The same response as for recommendation 12.", ("12",)),
        ("As explained in the response to recommendation 12 of this report, oaks grow.", ("12",)),
        ("Voir la réponse à la recommandation 105.", ("105",)),
        ("Voir aussi les recommandations nos 3 à 5.", ("3", "4", "5")),
        ("Se reporter aux commentaires concernant la recommandation 8.", ("8",)),
        ("Même réponse que pour la recommandation 8.", ("8",)),
        ("Véase la recomendación 105.", ("105",)),
        ("Véase la respuesta a las recomendaciones 4 y 5.", ("4", "5")),
        ("Ver 4 a 6.", ("4", "5", "6")),
        # What is no recommendation of this review.
        ("See paragraph 12 of the national report.", ()),
        ("See article 4.", ()),
        ("See recommendation 25 of the Committee.", ()),
        ("See general recommendation 25.", ()),
        ("As in 12 countries, oaks grow.", ()),
        ("See A/HRC/900/1, paragraph 12.", ()),
        ("Recommendation 12 is accepted.", ()),
        ("We see 12 oaks.", ()),
        ("", ()),
    ],
)
def test_only_numbers_of_recommendations_are_referred_to(comment: str, numbers: tuple[str, ...]) -> None:
    assert numbers_referred_to(comment) == numbers


@given(st.lists(st.sampled_from(["See ", "the ", "response ", "to ", "recommendations ", "1", ", ", "-", "and ", "."])))
def test_no_text_is_too_strange(words: list[str]) -> None:
    numbers = numbers_referred_to("".join(words))
    assert len(numbers) == len(set(numbers))


def test_a_long_text_is_read_in_no_time() -> None:
    assert numbers_referred_to("see the " * 20_000 + "see recommendation 4.") == ("4",)
