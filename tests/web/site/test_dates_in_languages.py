"""Dates, numbers and lists of names in the language of a page."""

from datetime import date

from flask import Flask
from flask_babel import force_locale

from web.site.language import (
    by_name_of_language,
    day,
    decimal,
    language_name,
    month,
    months_between,
    months_in_full,
    number,
    prepare_language,
    signed,
)


def test_months_in_arabic_have_both_names() -> None:
    app = Flask(__name__)
    prepare_language(app)
    with app.app_context(), force_locale("ar"):
        assert "أيار/مايو" in day(date(2031, 5, 7))
        assert "تشرين الثاني/نوفمبر" in month(date(2031, 11, 7))
        assert months_in_full(date(2031, 1, 1), date(2031, 2, 1)).count("/") == 2
    with app.app_context(), force_locale("fr"):
        assert day(date(2031, 5, 7)) == "7 mai 2031"


def test_months_are_shortened_in_english_alone() -> None:
    app = Flask(__name__)
    prepare_language(app)
    with app.app_context(), force_locale("es"):
        assert month(date(2031, 9, 7)) == "septiembre de 2031"
        assert months_between(date(2031, 2, 1), date(2031, 4, 1)) == "febrero-abril de 2031"
    with app.app_context(), force_locale("en_GB"):
        assert month(date(2031, 2, 7)) == "Feb 2031"


def test_languages_stand_in_the_order_of_their_names_on_the_page() -> None:
    app = Flask(__name__)
    prepare_language(app)
    codes = ["ar", "en", "de"]  # in English: Arabic, English, German
    with app.app_context(), force_locale("fr"):
        assert by_name_of_language(codes) == ["de", "en", "ar"]  # allemand, anglais, arabe


def test_a_minus_stays_before_its_number_in_arabic() -> None:
    app = Flask(__name__)
    prepare_language(app)
    with app.app_context(), force_locale("ar"):
        # After Arabic letters a bare hyphen would be shown on the other side of the digits.
        written = [number(-1), number(-0.5), decimal(-0.1, 1), signed(-3)]
        assert written == ["\u200e−1", "\u200e−0.5", "\u200e−0.1", "\u200e−3"]
        assert [number(1), decimal(0.1, 1)] == ["1", "0.1"]
    with app.app_context(), force_locale("fr"):
        assert decimal(-0.1, 1) == "−0,1"


def test_english_has_the_name_that_the_united_nations_write_in_arabic() -> None:
    app = Flask(__name__)
    prepare_language(app)
    with app.app_context(), force_locale("ar"):
        assert language_name("en") == "الإنكليزية"
        assert language_name("fr") == "الفرنسية"
