"""Dates as the language of the page writes them."""

from datetime import date

import pytest

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.site.language import day, days_between


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
    with site_over(InventedIndex()).test_request_context(environ_overrides={"upr.language": language}):
        assert days_between(date(2031, 1, 20), date(2031, 1, 31)).replace("\u2009", " ") == written


def test_a_run_over_two_months_has_both_whole() -> None:
    with site_over(InventedIndex()).test_request_context(environ_overrides={"upr.language": "fr"}):
        assert days_between(date(2031, 2, 20), date(2031, 4, 3)).replace("\u2009", " ") == "20 février – 3 avril 2031"


@pytest.mark.parametrize(("language", "written"), [("fr", "1er décembre 2026"), ("es", "1 de diciembre de 2026")])
def test_the_first_of_a_month_is_an_ordinal_in_french(language: str, written: str) -> None:
    with site_over(InventedIndex()).test_request_context(environ_overrides={"upr.language": language}):
        assert day(date(2026, 12, 1)) == written
        assert day(date(2026, 12, 11)) == written.replace("1er", "1").replace("1", "11", 1)


def test_a_run_from_the_first_is_an_ordinal_in_french() -> None:
    with site_over(InventedIndex()).test_request_context(environ_overrides={"upr.language": "fr"}):
        assert days_between(date(2031, 4, 1), date(2031, 4, 11)).replace("\u2009", " ") == "1er–11 avril 2031"
