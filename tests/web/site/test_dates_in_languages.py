"""Dates, numbers and lists of names in the language of a page."""

from datetime import date

import pytest

from tests.web.speaking import speaking
from web.site.language import (
    by_name_of_language,
    day,
    days_between,
    decimal,
    language_name,
    month,
    months_between,
    months_in_full,
    number,
    signed,
)


def test_months_in_arabic_have_both_names() -> None:
    with speaking("ar"):
        assert "أيار/مايو" in day(date(2031, 5, 7))
        assert "تشرين الثاني/نوفمبر" in month(date(2031, 11, 7))
        assert months_in_full(date(2031, 1, 1), date(2031, 2, 1)).count("/") == 2
    with speaking("fr"):
        assert day(date(2031, 5, 7)) == "7 mai 2031"


def test_months_are_shortened_in_english_alone() -> None:
    with speaking("es"):
        assert month(date(2031, 9, 7)) == "septiembre de 2031"
        assert months_between(date(2031, 2, 1), date(2031, 4, 1)) == "febrero-abril de 2031"
    with speaking(""):
        assert month(date(2031, 2, 7)) == "Feb 2031"


def test_languages_stand_in_the_order_of_their_names_on_the_page() -> None:
    codes = ["ar", "en", "de"]  # in English: Arabic, English, German
    with speaking("fr"):
        assert by_name_of_language(codes) == ["de", "en", "ar"]  # allemand, anglais, arabe


def test_a_minus_stays_before_its_number_in_arabic() -> None:
    with speaking("ar"):
        # After Arabic letters a bare hyphen would be shown on the other side of the digits.
        written = [number(-1), number(-0.5), decimal(-0.1, 1), signed(-3)]
        assert written == ["\u200e−1", "\u200e−0.5", "\u200e−0.1", "\u200e−3"]
        assert [number(1), decimal(0.1, 1)] == ["1", "0.1"]
    with speaking("fr"):
        assert decimal(-0.1, 1) == "−0,1"


def test_english_has_the_name_that_the_united_nations_write_in_arabic() -> None:
    with speaking("ar"):
        assert language_name("en") == "الإنكليزية"
        assert language_name("fr") == "الفرنسية"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        pytest.param("", "20 – 31 Jan 2031", id="English shortens months"),
        pytest.param("fr", "20–31 janvier 2031", id="French, of which the CLDR has no such run"),
        pytest.param("es", "20-31 de enero de 2031", id="Spanish"),
        pytest.param("ar", "20–31 كانون الثاني/يناير 2031", id="Arabic by both names"),
    ],
)
def test_a_run_of_days_has_whole_months(language: str, written: str) -> None:
    with speaking(language):
        assert days_between(date(2031, 1, 20), date(2031, 1, 31)).replace("\u2009", " ") == written


def test_a_run_over_two_months_has_both_whole() -> None:
    with speaking("fr"):
        assert days_between(date(2031, 2, 20), date(2031, 4, 3)).replace("\u2009", " ") == "20 février – 3 avril 2031"


@pytest.mark.parametrize(("language", "written"), [("fr", "1er décembre 2026"), ("es", "1 de diciembre de 2026")])
def test_the_first_of_a_month_is_an_ordinal_in_french(language: str, written: str) -> None:
    with speaking(language):
        assert day(date(2026, 12, 1)) == written
        assert day(date(2026, 12, 11)) == written.replace("1er", "1").replace("1", "11", 1)


def test_a_run_from_the_first_is_an_ordinal_in_french() -> None:
    with speaking("fr"):
        assert days_between(date(2031, 4, 1), date(2031, 4, 11)).replace("\u2009", " ") == "1er–11 avril 2031"
