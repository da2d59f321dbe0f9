"""Filter fields: one table that commands, pages, API, queries and facets follow."""

import json

import pytest
from click.testing import CliRunner

from search import SearchIndex
from search.cli.commands import find
from search.datamodel.question import FILTER_FIELDS, Filters, KeywordQuestion
from search.query.parse import FIELD_NAMES
from web.api.questions import FindQuestion

OF_NUMBERS = ["cycle", "session", "action_category"]


def test_every_field_is_a_facet(index: SearchIndex) -> None:
    assert [facet.field for facet in index.find(KeywordQuestion("NOT airtight")).facets] == [*FILTER_FIELDS]


@pytest.mark.parametrize("name", FILTER_FIELDS)
def test_every_field_is_one_of_the_api(name: str) -> None:
    value: object = 1 if name in OF_NUMBERS else "x"
    question = FindQuestion.model_validate_json(json.dumps({"text": "x", "filters": {name: [value]}}))
    assert getattr(question.filters, name) == (value,)


def test_fields_of_queries_are_told_in_the_help() -> None:
    told = CliRunner().invoke(find, ["--help"]).output
    assert all(f"{name}:" in told for name in FIELD_NAMES)


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("cycle", 2, "Cycle 2"),
        ("session", 20, "Session 20"),
        ("action_category", 5, "5 specific"),
        ("position", "noted", "noted"),
        ("qualified", "part", "supports in part"),
        ("language", "fr", "fr"),
        ("group", "Amber Coast Group", "Amber Coast Group"),
    ],
)
def test_labels_of_values_in_answers(name: str, value: str | int, label: str) -> None:
    assert FILTER_FIELDS[name].label_of(value) == label


def test_recommendations_are_searched_unless_another_kind_is_named() -> None:
    assert Filters() == Filters(kind=("recommendation",))
