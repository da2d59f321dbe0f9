"""Themes and affected persons of the Universal Human Rights Index as filters."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.datamodel.document_extract import DocumentExtract
from models.errors import UnknownFilter
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Label, Observation, ObservationKind, Origin, Place
from search import SearchIndex, open_index
from search.cli.commands import find
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, KeywordQuestion
from tests.search.invented_index import Request, build

FIRST, SECOND, THIRD = (f"XAA-20-100.{number}-1" for number in (1, 2, 3))


def label(scheme: str, name: str) -> Label:
    return Label(scheme, name, Origin.SOURCE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    education, health = label("uhri", "Right to education"), label("uhri", "Right to health")
    requests = [
        Request("Open schools on the coast", labels=(education, label("uhri-persons", "Older persons"))),
        Request("Open wells on the coast", labels=(health, label("upr-info", "Right to health"))),
        Request("Open ports on the coast", labels=(health, education)),
    ]
    told = Observation(
        "XAA",
        "CRC",
        Place("CRC/C/XAA/CO/900", "7", None),
        "",
        ObservationKind.RECOMMENDATION,
        "The State party should open huts on the coast.",
        labels=(label("uhri", "Huts"),),
    )
    export = DocumentIdentity("CRC/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA")
    of_committee = DocumentExtract("co.pdf", "0" * 64, export, observations=(told,))
    return build(tmp_path_factory.mktemp("themes"), [*requests, of_committee])


@pytest.fixture(scope="module")
def index(folder: Path) -> SearchIndex:
    return open_index(folder)


def ids(answer: Answer) -> list[str]:
    return sorted(one.record.id for hit in answer.hits for one in (hit, *hit.others))


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(theme=("Right to health",)), [SECOND, THIRD]),
        (Filters(theme=("Right to health", "Right to education")), [FIRST, SECOND, THIRD]),
        (Filters(theme=("Right to health",), label=("Right to health",)), [SECOND]),
        (Filters(persons=("Older persons",)), [FIRST]),
        (Filters(theme=("Huts",)), []),
    ],
)
def test_filters(index: SearchIndex, filters: Filters, found: list[str]) -> None:
    assert ids(index.find(KeywordQuestion("coast", filters=filters))) == found
    assert ids(index.find(KeywordQuestion("coast", filters=filters, grouped=False))) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('theme:"right to health"', [SECOND, THIRD]),
        ('coast NOT theme:"Right to health"', [FIRST]),
        ("persons:older*", [FIRST]),
        ("theme:Dragons", []),
    ],
)
def test_a_query_can_name_them(index: SearchIndex, query: str, found: list[str]) -> None:
    assert ids(index.find(KeywordQuestion(query))) == found


def test_they_are_counted_without_those_of_treaty_bodies(index: SearchIndex) -> None:
    facets = {facet.field: facet.values for facet in index.find(KeywordQuestion("coast")).facets}
    assert [(value.value, value.count) for value in facets["theme"]] == [
        ("Right to education", 2),
        ("Right to health", 2),
    ]
    assert [(value.value, value.count) for value in facets["persons"]] == [("Older persons", 1)]
    assert index.choices("theme") == ("Right to education", "Right to health")
    assert index.choices("label") == ("Right to health",)


def test_the_theme_in_common_is_told(index: SearchIndex) -> None:
    for answer in (
        index.find(KeywordQuestion('theme:"Right to education"')),
        index.find(KeywordQuestion("coast", filters=Filters(theme=("Right to education",)))),
    ):
        assert {hit.labels_in_common for hit in answer.hits} == {("Right to education",)}


def test_commands_take_them_in_any_case(folder: Path) -> None:
    arguments = ["coast", "--index", str(folder), "--json", "--theme", "right to HEALTH"]
    lines = CliRunner().invoke(find, arguments).output.splitlines()
    assert sorted(json.loads(line)["id"] for line in lines) == [SECOND, THIRD]


def test_a_theme_that_no_recommendation_has_is_told(index: SearchIndex, tmp_path: Path) -> None:
    with pytest.raises(UnknownFilter, match="there is no “Huts” here; choose from Right to education, Right to health"):
        index.known_filters(Filters(theme=("Huts",)))
    without = open_index(build(tmp_path, [Request("Open schools")]))
    with pytest.raises(UnknownFilter, match="Nothing in this index has persons:Girls"):
        without.known_filters(Filters(persons=("Girls",)))


def test_filters_are_known_in_any_case_by_name_and_as_an_earlier_list_wrote_them(index: SearchIndex) -> None:
    given = Filters(
        theme=("right TO health", "Right to health", "Right to education - general"),
        under_review=("vellania",),
        group=("amber coast group", "african group"),
        language=("EN",),
        cycle=(2,),
    )
    assert index.known_filters(given) == Filters(
        theme=("Right to health", "Right to education"),
        under_review=("XAA",),
        group=("Amber Coast Group", "African Group"),
        language=("en",),
        cycle=(2,),
    )
    assert index.known_filters(Filters()) == Filters()


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(label=("Right to helth",)), "there is no “Right to helth” here; choose from Right to health"),
        (Filters(group=("Amber",)), "there is no “Amber” here; choose from African Group, Amber Coast Group"),
        (Filters(language=("xx",)), "Language: there is no “xx” here; choose from ar, en"),
        (Filters(position=("rejected",)), "Position: there is no “rejected” here; choose from supported"),
    ],
)
def test_a_value_that_no_entry_can_have_is_refused(index: SearchIndex, filters: Filters, words: str) -> None:
    with pytest.raises(UnknownFilter, match=words):
        index.known_filters(filters)
