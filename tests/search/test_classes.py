"""Issue labels and action categories as filters, facets, query fields and JSON."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.errors import UnknownFilter
from models.records.records import ActionCategory, Label, Origin
from search import SearchIndex, open_index
from search.cli.commands import find
from search.datamodel.question import Filters, KeywordQuestion
from tests.search.invented_index import Request, build

JUSTICE, TORTURE = (Label("upr-info", name, Origin.SOURCE) for name in ("Justice", "Torture"))
LIKELY_TORTURE = Label("upr-info", "Torture", Origin.CLASSIFIER, 0.8)
THEME = Label("uhri", "Prisons", Origin.SOURCE)
TRAIN = ActionCategory(5, Origin.CLASSIFIER, "train")
REQUESTS = [
    Request("Train judges in prisons", labels=(JUSTICE, TORTURE), action=TRAIN),
    Request("Visit prisons", labels=(LIKELY_TORTURE, THEME), action=ActionCategory(4, Origin.SOURCE)),
    Request("Mend the prisons"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("classes"), REQUESTS)


@pytest.fixture(scope="module")
def classes(folder: Path) -> Iterator[SearchIndex]:
    yield open_index(folder)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param(Filters(label=("Torture",)), {1, 2}, id="by a source or by the classifier"),
        pytest.param(Filters(label=("Justice",)), {1}, id="one"),
        pytest.param(Filters(label=("Justice", "Torture")), {1, 2}, id="either"),
        pytest.param(Filters(label=("Prisons",)), set(), id="a theme is no issue label"),
        pytest.param(Filters(action_category=(5,)), {1}, id="category"),
        pytest.param(Filters(action_category=(4, 5)), {1, 2}, id="either category"),
        pytest.param(Filters(label=("Torture",), action_category=(4,)), {2}, id="both fields"),
    ],
)
def test_filters(classes: SearchIndex, filters: Filters, found: set[int]) -> None:
    hits = classes.find(KeywordQuestion("prisons", filters=filters)).hits
    assert {hit.record.id for hit in hits} == {f"XAA-20-100.{number}-1" for number in found}


@pytest.mark.parametrize(
    ("query", "total"),
    [("label:torture", 2), ("action:5", 1), ("prisons NOT action:5", 2), ("action:six", 0), ("label:just*", 1)],
)
def test_fields_of_a_query(classes: SearchIndex, query: str, total: int) -> None:
    assert classes.find(KeywordQuestion(query)).total == total


def test_facets_count_labels_and_categories(classes: SearchIndex) -> None:
    facets = {facet.field: facet.values for facet in classes.find(KeywordQuestion("prisons")).facets}
    assert [(value.value, value.count) for value in facets["label"]] == [("Torture", 2), ("Justice", 1)]
    assert [(value.value, value.label) for value in facets["action_category"]] == [
        ("4", "4 general"),
        ("5", "5 specific"),
    ]


def test_a_category_that_does_not_exist_is_refused(classes: SearchIndex) -> None:
    with pytest.raises(UnknownFilter, match="Kind of action: there is no “6” here; choose from 1, 2, 3, 4, 5"):
        classes.find(KeywordQuestion("prisons", filters=Filters(action_category=(6,))))


def test_a_record_says_who_gave_its_classes(classes: SearchIndex) -> None:
    assert classes.record("XAA-20-100.1-1").action == TRAIN
    assert set(classes.record("XAA-20-100.2-1").labels) == {LIKELY_TORTURE, THEME}


def test_command_takes_labels_in_any_case_and_prints_classes(folder: Path) -> None:
    result = CliRunner().invoke(
        find, ["prisons", "--label", "TORTURE", "--action", "4", "--json", "--index", str(folder)]
    )
    line = json.loads(result.stdout)
    assert line["labels"] == [
        {"scheme": "uhri", "label": "Prisons", "origin": "source", "confidence": 1.0},
        {"scheme": "upr-info", "label": "Torture", "origin": "classifier", "confidence": 0.8},
    ]
    assert line["action_category"] == {"category": 4, "verb": None, "origin": "source"}
