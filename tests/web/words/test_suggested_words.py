"""Suggested actors in the language of who reads them."""

from dataclasses import replace

import pytest
from flask import Flask

from models.plans.plan import PlanItem
from web.site.language import prepare_language
from web.site.language_prefix import LANGUAGE
from web.words.suggested_words import left_as_shown, shown_suggestion

ITEM = PlanItem(
    id="AVA-3-1-1",
    kind="recommendation",
    state="AVA",
    citation="",
    quoted="",
    actors="the ministry responsible for justice; local authorities",
    suggested=frozenset({"actors"}),
)


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask("suggestions")
    prepare_language(app)
    return app


def test_a_suggestion_is_shown_in_the_language_of_the_page(app: Flask) -> None:
    with app.test_request_context(environ_overrides={LANGUAGE: "fr"}):
        shown = shown_suggestion(ITEM, "actors")
        assert shown.endswith("les autorités locales")
        assert "ministry" not in shown
        assert left_as_shown(ITEM, "actors", shown)
    with app.test_request_context():
        assert shown_suggestion(ITEM, "actors") == ITEM.actors


def test_what_somebody_wrote_is_shown_as_written(app: Flask) -> None:
    with app.test_request_context(environ_overrides={LANGUAGE: "fr"}):
        assert shown_suggestion(replace(ITEM, suggested=frozenset()), "actors") == ""
        assert shown_suggestion(replace(ITEM, actors="le ministère de la mer ; les tribunaux"), "actors") == ""
        assert not left_as_shown(replace(ITEM, actors="le ministère de la mer"), "actors", "")


@pytest.mark.parametrize(
    ("kept", "in_french"),
    [
        # as plans keep it
        ("before-next-review published 2031-01-20/2031-01-31", "avant le prochain examen (20–31 janvier 2031)"),
        (
            "before-next-review estimated 2031-01-01/2031-02-28",
            "avant le prochain examen (vers janvier\u2009–\u2009février 2031)",
        ),
        # as somebody may have written it: shown as it stands
        ("antes del próximo examen (aproximadamente ene 2031)", ""),
        # as somebody may have changed a file
        ("before-next-review published 2031-02-31/2031-03-01", ""),
        ("before-next-review published 2031-01-20/2031-01-31 or so", ""),
    ],
)
def test_a_timetable_is_a_code_that_each_reads_in_their_language(app: Flask, kept: str, in_french: str) -> None:
    item = replace(ITEM, timetable=kept, suggested=frozenset({"timetable"}))
    with app.test_request_context(environ_overrides={LANGUAGE: "fr"}):
        assert shown_suggestion(item, "timetable") == in_french
        assert shown_suggestion(replace(item, suggested=frozenset()), "timetable") == ""


def test_what_comes_back_in_another_language_is_still_the_suggestion(app: Flask) -> None:
    with app.test_request_context(environ_overrides={LANGUAGE: "ar"}):
        in_arabic = shown_suggestion(ITEM, "actors")
    with app.test_request_context(environ_overrides={LANGUAGE: "es"}):
        assert left_as_shown(ITEM, "actors", in_arabic)
        assert not left_as_shown(ITEM, "actors", f"{in_arabic}!")
