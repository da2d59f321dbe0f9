"""Lists and ordinals as the language of a page writes them."""

import pytest

from tests.web.speaking import speaking
from web.site.language import OneOf, either, gettext, listed, name_of_state
from web.site.ordinals import ordinal


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["España", "Irlanda"], "España e Irlanda"),
        (["España", "Italia", "Hungría"], "España, Italia y Hungría"),  # h with another vowel
        (["agua", "hierro"], "agua y hierro"),  # the diphthong ie
        (["madres", "hijas"], "madres e hijas"),
        (["Trinidad y Tabago", "India"], "Trinidad y Tabago e India"),
        (["Irlanda"], "Irlanda"),
    ],
)
def test_spanish_and_before_its_own_sound(names: list[str], written: str) -> None:
    with speaking("es"):
        assert listed(names) == written


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["España", "Omán"], "España u Omán"),
        (["Cuba", "Honduras"], "Cuba u Honduras"),
        (["7", "8"], "7 u 8"),
        (["10", "11"], "10 u 11"),
        (["Omán", "España"], "Omán o España"),
        (["1", "110"], "1 o 110"),
    ],
)
def test_spanish_or_before_its_own_sound(names: list[str], written: str) -> None:
    with speaking("es"):
        assert either(names) == written


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("fr", 1, "1re"),
        ("fr", 21, "21e"),
        ("es", 1, "1er"),
        ("es", 13, "13º"),
        ("es", 23, "23er"),
        ("es", 20, "20º"),
        ("ar", 1, "الأولى"),
        ("ar", 10, "العاشرة"),
        ("ar", 11, "الحادية عشرة"),
        ("ar", 20, "العشرون"),
        ("ar", 48, "الثامنة والأربعون"),
        ("ar", 112, "112"),
        ("sw", 20, "20"),
    ],
)
def test_ordinals(language: str, number: int, written: str) -> None:
    assert ordinal(number, language) == written


def test_arabic_ordinals_behind_a_preposition() -> None:
    assert ordinal(48, "ar", "ordinal_of") == "الثامنة والأربعين"


def test_sessions_are_counted_in_words_of_the_language() -> None:
    message = "%(year)s (session %(session)s)"
    for code, said in (("fr", "2014 (20e session)"), ("es", "2014 (20º período de sesiones)")):
        with speaking(code):
            assert gettext(message, year="2014", session="20") == said


def test_alternatives_take_the_form_of_their_place() -> None:
    message = "by %(state)s"
    with speaking("fr"):
        states = OneOf((name_of_state("SVN", "Slovenia"), name_of_state("CHL", "Chile")))
        assert gettext(message, state=states) == "par la Slovénie ou le Chili"
