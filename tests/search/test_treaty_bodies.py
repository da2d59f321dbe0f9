"""What treaty bodies told a State: found by meaning, with the sub-paragraph, the newest first."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build.build_index import index_extracts
from indexer.datamodel.document_extract import DocumentExtract
from models.encoders.text_encoder import TEST_ENCODER
from models.errors import UnknownFilter, UnknownRecord, UnknownState
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Label, Observation, ObservationKind, Origin, Place
from search import SearchIndex, open_index
from search.datamodel.observations import ObservationAnswer, ObservingDocument
from search.datamodel.question import Filters
from search.observations.text import observations_as_text
from tests.invented_records import TODAY, documents_of
from tests.paths import SHARED
from tests.search.invented_index import STATES, Request, records_of

SHELTERS = "Open shelters for girls who flee an early marriage"
PARAGRAPHS = {
    "10": f"The State party should:\n(a) Publish the timetable of ferries;\n(b) {SHELTERS}.",
    "11": "Quarry workers lack helmets, boots, gloves.",
}


def concluding_observations(symbol: str, state: str, year: int) -> DocumentExtract:
    issued = datetime.date(year, 5, 7)
    themes = (Label("uhri", "Right to education", Origin.SOURCE),)
    observations = tuple(
        Observation(state, "CRC", Place(symbol, number, 3), "Care", ObservationKind.BOTH, text, issued, labels=themes)
        for number, text in PARAGRAPHS.items()
    )
    identity = DocumentIdentity(symbol, DocumentKind.CONCLUDING_OBSERVATIONS, "en", state, None, issued)
    return DocumentExtract(
        f"{symbol.replace('/', '_')}.pdf", symbol.encode().hex(), identity, observations=observations
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("observations") / "index"
    shelters, *others = records_of([Request(SHELTERS), Request("Let ferries sail on time", state="XAB")])
    labelled = replace(shelters, labels=(Label("upr-info", "Right to education", Origin.SOURCE),))
    documents = [
        *documents_of([labelled, *others]),
        concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012),
        concluding_observations("CRC/C/XAA/CO/901", "XAA", 2031),
        concluding_observations("CRC/C/XBA/CO/902", "XBA", 2031),
    ]
    index_extracts(documents, folder, TEST_ENCODER, STATES, TODAY)
    return open_index(folder)


def test_on_a_recommendation(index: SearchIndex) -> None:
    answer = index.observations_on("XAA-20-100.1-1")
    assert [hit.record.id for hit in answer.hits if hit.record.place.paragraph == "10"] == [
        "CRC.C.XAA.CO.901-10",
        "CRC.C.XAA.CO.900-10",
    ]
    newest = answer.hits[0]
    assert newest.parts == ("b",)
    assert newest.record.text == PARAGRAPHS["10"]
    assert newest.record.place == Place("CRC/C/XAA/CO/901", "10", 3)
    assert (newest.since_review, answer.hits[-1].since_review) == (True, False)


def test_a_label_has_a_theme_of_the_index_in_common(index: SearchIndex) -> None:
    assert {hit.themes_in_common for hit in index.observations_on("XAA-20-100.1-1").hits} == {("Right to education",)}
    assert {hit.themes_in_common for hit in index.observations(SHELTERS, "XAA").hits} == {()}


def test_on_an_issue(index: SearchIndex) -> None:
    answer = index.observations(SHELTERS, "Vellania", limit=2)
    assert {hit.record.place.paragraph for hit in answer.hits} == {"10"}
    assert [hit.record.date.year for hit in answer.hits if hit.record.date] == [2031, 2012]
    assert all(hit.since_review is None for hit in answer.hits)


def test_an_answer_to_match_can_have_them_too(index: SearchIndex) -> None:
    assert index.match(SHELTERS, "XAA", observed=2).observed == index.observations(SHELTERS, "XAA", limit=2)
    assert index.match(SHELTERS, "XAA").observed is None
    assert index.match("A/HRC/900/1", "XAA", observed=2).observed is None, "a symbol is no issue"


def test_it_says_what_was_searched(index: SearchIndex) -> None:
    documents = index.observations("ferries", "XAA").documents
    assert [(one.symbol, one.observations) for one in documents] == [("CRC/C/XAA/CO/901", 2), ("CRC/C/XAA/CO/900", 2)]


@pytest.mark.parametrize("text", ["", " ?! "])
def test_no_words_find_nothing(index: SearchIndex, text: str) -> None:
    assert index.observations(text, "XAA").hits == ()


def test_a_state_that_was_told_nothing(index: SearchIndex) -> None:
    answer = index.observations_on("XAB-20-100.1-1")
    assert (answer.documents, answer.total, answer.hits) == ((), 0, ())


def test_observations_are_no_recommendations(index: SearchIndex) -> None:
    assert {hit.record.id for hit in index.match("ferries and shelters").hits} <= {"XAA-20-100.1-1", "XAB-20-100.1-1"}


def test_no_kind_stands_for_the_kinds_that_match_can_show(index: SearchIndex) -> None:
    assert {hit.record.id for hit in index.match(SHELTERS, filters=Filters(kind=())).hits} <= {"XAA-20-100.1-1"}


def test_observations_cannot_be_chosen_in_a_match(index: SearchIndex) -> None:
    with pytest.raises(UnknownFilter, match="choose from recommendation, commitment"):
        index.match(SHELTERS, filters=Filters(kind=("observation",)))


def test_a_state_that_was_only_told_something_is_not_counted_as_reviewed(index: SearchIndex) -> None:
    assert index.observations("ferries", "XBA").documents
    assert index.overview().states_under_review == 2


def test_unknown_names(index: SearchIndex) -> None:
    with pytest.raises(UnknownState):
        index.observations("ferries", "Atlantis")
    with pytest.raises(UnknownRecord):
        index.observations_on("CRC.C.XAA.CO.900-10")


REAL = SHARED
OBSERVATIONS = REAL / "treaty_bodies" / "concluding_observations"
REPORT = REAL / "working_group_reports" / "namibia2011.pdf"


@pytest.mark.real_data
@pytest.mark.encoder
@pytest.mark.skipif(not REPORT.is_file(), reason="the real documents are not beside the checkout")
def test_real_recommendations_lead_to_what_the_committee_said(tmp_path: Path) -> None:
    from indexer.build.build_index import build_index
    from indexer.build.gather import Sources

    build_index(Sources((REPORT, OBSERVATIONS), None, 2), tmp_path / "index")
    index = open_index(tmp_path / "index")
    expected = {
        "NAM-10-99.1-1": ("10", "criminalised conduct"),
        "NAM-10-97.3-1": ("8", "the ombudsman"),
        "NAM-10-96.45-1": ("33", "prisons"),
    }
    for record, (paragraph, what) in expected.items():
        assert paragraph in {hit.record.place.paragraph for hit in index.observations_on(record).hits}, what
    widows = index.observations("Relatives of a dead man take the property of his widow", "NAM")
    assert "11" in {hit.record.place.paragraph for hit in widows.hits}


def general_comment(paragraphs: dict[str, str]) -> DocumentExtract:
    symbol, title = "CRC/C/GC/900", "General comment No. 900: mountain huts"
    observations = tuple(
        Observation(None, "CRC", Place(symbol, number, None), title, ObservationKind.GENERAL_COMMENT, text)
        for number, text in paragraphs.items()
    )
    identity = DocumentIdentity(symbol, DocumentKind.GENERAL_COMMENT, "en")
    return DocumentExtract("huts.json", "c0ffee", identity, observations=observations)


def index_of(folder: Path, *documents: DocumentExtract) -> SearchIndex:
    index_extracts(documents, folder, TEST_ENCODER, STATES, TODAY)
    return open_index(folder)


def test_general_comments_are_told_apart_and_belong_to_no_state(tmp_path: Path) -> None:
    norm = general_comment({str(number): f"{SHELTERS} {'!' * number}" for number in range(1, 6)})
    report = documents_of(records_of([Request(SHELTERS)]))
    index = index_of(tmp_path, *report, concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012), norm)
    for answer in (index.observations_on("XAA-20-100.1-1"), index.observations(SHELTERS, "XAA")):
        assert [hit.record.id for hit in answer.general_comments] == [f"CRC.C.GC.900-no900-{n}" for n in (1, 2, 3)]
        assert {hit.record.entity for hit in answer.hits} == {"XAA"}
        assert not any(hit.invented for hit in answer.general_comments)
    without_state = index.observations(SHELTERS, None)
    assert (without_state.state, without_state.hits, len(without_state.general_comments)) == (None, (), 3)
    assert index.observations(SHELTERS, "FRA").hits == ()
    assert [state.state.code for state in index.states() if state.received or state.reviews] == ["XAA"]
    assert index.match(SHELTERS).total == 1


def test_of_many_documents_searched_the_newest_are_named() -> None:
    documents = tuple(ObservingDocument("CRC", f"CRC/C/XAA/CO/{number}", None, 1) for number in range(900, 912))
    shown = observations_as_text(ObservationAnswer("XAA", documents), "Vellania", 1000)
    assert shown.startswith("Nothing on this in the concluding observations on Vellania indexed: CRC/C/XAA/CO/900, ")
    assert shown.endswith("CRC/C/XAA/CO/909 and 2 more.")


def test_one_observation_by_its_id(index: SearchIndex) -> None:
    one = index.observation("CRC.C.XAA.CO.900-10")
    assert (one.text, one.place.paragraph, one.entity) == (PARAGRAPHS["10"], "10", "XAA")
    for wrong in ("XAA-20-100.1-1", "CRC.C.XAA.CO.900-99"):
        with pytest.raises(UnknownRecord):
            index.observation(wrong)


def test_an_index_of_observations_alone_answers(tmp_path: Path) -> None:
    index = index_of(tmp_path, concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012))
    assert (index.overview().recommendations, index.overview().observations) == (0, 2)
    assert index.observations(SHELTERS, "XAA").total == 1
    assert index.match(SHELTERS).hits == index.find("shelters").hits == ()
    assert index.labels() == ()


def test_words_of_treaty_bodies_do_not_change_what_is_found(tmp_path: Path) -> None:
    requests = [
        Request("Open shelters for girls"),
        Request("Let ferries sail on time"),
        Request("Give boots to all workers"),
    ]
    alone = index_of(tmp_path / "alone", *documents_of(records_of(requests)))
    # Rare in recommendations, common in what committees say.
    norm = general_comment({str(number): f"shelters and ferries {number}" for number in range(1, 60)})
    beside = index_of(tmp_path / "beside", *documents_of(records_of(requests)), norm)
    for question in ("shelters", "ferries sail", "girls who need boots"):
        hits = [[(hit.record.id, hit.relevance) for hit in one.match(question).hits] for one in (alone, beside)]
        assert hits[0] == hits[1]
        assert alone.find(question).hits == beside.find(question).hits


def test_what_it_says_beyond_the_recommendation(tmp_path: Path) -> None:
    requests = [
        Request("Open shelters for girls"),
        Request("Train judges on forced weddings"),
        Request("Let ferries sail on time"),
    ]
    told = Observation(
        "XAA",
        "CRC",
        Place("CRC/C/XAA/CO/900", "10", 3),
        "",
        ObservationKind.RECOMMENDATION,
        "The State party should:\n(a) Let ferries sail;\n(b) Open shelters for girls and train judges, also the judge "
        "of Xyzzytown (art. 3).",
    )
    identity = DocumentIdentity("CRC/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA")
    document = DocumentExtract("observations.pdf", "c0ffee", identity, observations=(told,))
    index = index_of(tmp_path, *documents_of(records_of(requests)), document)
    (hit,) = index.observations_on("XAA-20-100.1-1").hits
    assert hit.parts == ("b",)
    # Not the ferries of (a), nor a name that no recommendation has.
    assert hit.additional == ("judges", "train")
    assert index.observations("Open shelters for girls", "XAA").hits[0].additional == ()
