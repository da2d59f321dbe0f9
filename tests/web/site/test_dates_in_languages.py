"""Dates and lists of names in the language of a page."""

from datetime import date

from flask import Flask
from flask_babel import force_locale

from web.site.language import by_name_of_language, day, month, months_between, months_in_full, prepare_language


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
        assert months_between(date(2031, 2, 1), date(2031, 4, 1)) == "febrero–abril de 2031"
    with app.app_context(), force_locale("en_GB"):
        assert month(date(2031, 2, 7)) == "Feb 2031"


def test_languages_stand_in_the_order_of_their_names_on_the_page() -> None:
    app = Flask(__name__)
    prepare_language(app)
    codes = ["ar", "en", "de"]  # in English: Arabic, English, German
    with app.app_context(), force_locale("fr"):
        assert by_name_of_language(codes) == ["de", "en", "ar"]  # allemand, anglais, arabe
