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
        assert shown_suggestion(replace(ITEM, actors="le parlement ; les tribunaux"), "actors") == ""
        assert not left_as_shown(replace(ITEM, actors="le parlement"), "actors", "")
