"""Names stand in the order of the language of the page."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from web.site.collation import place_of

ORDERS = [
    ("en", ["Côte d’Ivoire", "Cuba", "The Gambia", "Georgia", "Türkiye", "Uganda"]),
    ("fr", ["Chypre", "Costa Rica", "Côte d’Ivoire", "Cuba", "Égypte", "El Salvador", "Émirats arabes unis", "Zambie"]),
    ("fr", ["cote", "coté", "côte", "côté", "couler"]),
    ("es", ["Caná", "Canadá", "Caña", "Caoba", "Nubia", "Ñandú", "Omán"]),
    ("ar", ["الاتحاد الروسي", "إثيوبيا", "الأردن", "أرمينيا", "إسبانيا", "أستراليا", "بلجيكا", "زامبيا", "اليمن"]),
]


@pytest.mark.parametrize(("language", "names"), ORDERS)
def test_names_are_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    for given in (names[::-1], sorted(names), sorted(names, key=len)):
        assert sorted(given, key=lambda name: place_of(name, language)) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("", ["Egypt", "Oman", "Spain", "United Arab Emirates"]),
        ("/fr", ["Égypte", "Émirats arabes unis", "Espagne", "Oman"]),
        ("/es", ["Egipto", "Emiratos Árabes Unidos", "España", "Omán"]),
        ("/ar", ["إسبانيا", "الإمارات العربية المتحدة", "عمان", "مصر"]),
    ],
)
def test_a_page_lists_states_so(code: str, names: list[str]) -> None:
    states = ("ESP", "EGY", "ARE", "OMN")
    client: FlaskClient = site_over(InventedIndex(map(recommendation, states))).test_client()
    page = page_of(client.get(f"{code}/"))
    offered = [text_of(option) for option in page.iter("option") if option.get("value") in states]
    assert offered == names
