"""What treaty bodies told a State: found by meaning, with the sub-paragraph, the newest first."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from indexer.datamodel.document_extract import DocumentExtract
from models.errors import UnknownFilter, UnknownRecord, UnknownState
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Label, Observation, ObservationKind, Origin, Place
from search import ParagraphsWanted, SearchIndex, open_index
from search.answer.as_json import observation_hit_as_json
from search.calendar.compose import state_calendar
from search.catalogue.observations import ObservationParagraph, Observations
from search.cli.observations import observations
from search.datamodel.logistic import Logistic
from search.datamodel.observations import ObservationAnswer, ObservationHit, ObservingDocument
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion
from search.datamodel.strengths import StrengthBounds
from search.evidence import Evidence
from search.observations import find
from search.observations.find import observations_on_record
from search.observations.groups_of_persons import groups_named, is_on_another_group
from search.observations.passages import passages_of
from search.observations.relevance import (
    AskedAbout,
    Field,
    ObservationNumbers,
    Paragraphs,
    observation_stages,
)
from search.observations.text import observations_as_text
from search.stages import passed_through, without
from tests.calibrations import LETTERS
from tests.invented_records import TODAY
from tests.paths import SHARED
from tests.search.invented_index import Request, build

TEN = ParagraphsWanted(10)
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
    told = [
        Request(SHELTERS, labels=(Label("upr-info", "Right to education", Origin.SOURCE),)),
        Request("Let ferries sail on time", state="XAB"),
        concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012),
        concluding_observations("CRC/C/XAA/CO/901", "XAA", 2021),
        concluding_observations("CRC/C/XBA/CO/902", "XBA", 2021),
    ]
    return open_index(build(tmp_path_factory.mktemp("observations"), told))


@pytest.mark.parametrize(("written_in", "strength"), [("en", "strong"), ("fr", "possible")])
def test_nothing_is_called_surer_than_the_language_of_the_issue_allows(
    index: SearchIndex, written_in: str, strength: str
) -> None:
    answer = index.observations(SHELTERS, "XAA", written_in=written_in)
    assert answer.total and {hit.strength for hit in answer.hits} == {strength}


def test_the_name_of_the_state_that_was_told_is_no_part_of_an_issue(index: SearchIndex) -> None:
    def told(text: str) -> list[tuple[str, float]]:
        return [(hit.record.id, hit.relevance) for hit in index.observations(text, "XAA").hits]

    assert told("Marriage in Vellania") == told("Marriage in ") != told("Marriage in Brenmark")


def test_on_a_recommendation(index: SearchIndex) -> None:
    answer = observations_on_record(index.snapshot, "XAA-20-100.1-1", TEN)
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
    assert {hit.themes_in_common for hit in observations_on_record(index.snapshot, "XAA-20-100.1-1", TEN).hits} == {
        ("Right to education",)
    }
    assert {hit.themes_in_common for hit in index.observations(SHELTERS, "XAA").hits} == {()}


def test_on_an_issue(index: SearchIndex) -> None:
    answer = index.observations(SHELTERS, "Vellania", limit=2)
    assert {hit.record.place.paragraph for hit in answer.hits} == {"10"}
    assert [hit.record.date.year for hit in answer.hits if hit.record.date] == [2021, 2012]
    assert all(hit.since_review is None for hit in answer.hits)


def test_a_paragraph_as_likely_as_the_bound_is_on_the_issue(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    likely: list[np.ndarray] = []

    def noted(*arguments: Any) -> Any:
        reached = passed_through(*arguments)
        likely.append(reached["relevance"])
        return reached

    monkeypatch.setattr(find, "passed_through", noted)
    index.observations(SHELTERS, "XAA")
    assert likely[0].min() < likely[0].max()
    numbers = LETTERS.numbers("observations", ObservationNumbers)
    at_least = replace(numbers, strengths=replace(numbers.strengths, possible=float(likely[0].max())))
    monkeypatch.setattr(find, "observation_numbers", lambda _: at_least)
    assert index.observations(SHELTERS, "XAA").total == np.count_nonzero(likely[0] == likely[0].max())


def test_pages_hold_every_paragraph_once(index: SearchIndex) -> None:
    """Paragraph 10 of both documents; what is told to all States is not repeated."""
    whole = index.observations(SHELTERS, "XAA")
    pages = [index.observations(SHELTERS, "XAA", 1, offset) for offset in (0, 1, 2)]
    assert [page.total for page in pages] == [2, 2, 2]
    assert [len(page.hits) for page in pages] == [1, 1, 0]
    assert {hit.record.id for page in pages for hit in page.hits} == {hit.record.id for hit in whole.hits}
    later = observations_on_record(index.snapshot, "XAA-20-100.1-1", ParagraphsWanted(1, 1))
    assert {hit.record.id for hit in later.hits} < {hit.record.id for hit in whole.hits}


def test_an_answer_to_match_can_have_them_too(index: SearchIndex) -> None:
    assert index.match(IssueQuestion(SHELTERS, own_state="XAA", observed=2)).observed == index.observations(
        SHELTERS, "XAA", limit=2
    )
    assert index.match(IssueQuestion(SHELTERS, own_state="XAA")).observed is None
    assert index.match(IssueQuestion("A/HRC/900/1", own_state="XAA", observed=2)).observed is None, (
        "a symbol is no issue"
    )


def test_it_says_what_was_searched(index: SearchIndex) -> None:
    documents = index.observations("ferries", "XAA").documents
    assert [(one.symbol, one.observations) for one in documents] == [("CRC/C/XAA/CO/901", 2), ("CRC/C/XAA/CO/900", 2)]


@pytest.mark.parametrize("text", ["", " ?! "])
def test_no_words_find_nothing(index: SearchIndex, text: str) -> None:
    assert index.observations(text, "XAA").hits == ()


def test_a_state_that_was_told_nothing(index: SearchIndex) -> None:
    answer = observations_on_record(index.snapshot, "XAB-20-100.1-1", TEN)
    assert (answer.documents, answer.total, answer.hits) == ((), 0, ())


def test_observations_are_no_recommendations(index: SearchIndex) -> None:
    assert {hit.record.id for hit in index.match(IssueQuestion("ferries and shelters")).hits} <= {
        "XAA-20-100.1-1",
        "XAB-20-100.1-1",
    }


def test_no_kind_stands_for_the_kinds_that_match_can_show(index: SearchIndex) -> None:
    assert {hit.record.id for hit in index.match(IssueQuestion(SHELTERS, filters=Filters(kind=()))).hits} <= {
        "XAA-20-100.1-1"
    }


def test_observations_cannot_be_chosen_in_a_match(index: SearchIndex) -> None:
    with pytest.raises(UnknownFilter, match="choose from recommendation, commitment"):
        index.match(IssueQuestion(SHELTERS, filters=Filters(kind=("observation",))))


def test_a_state_that_was_only_told_something_is_not_counted_as_reviewed(index: SearchIndex) -> None:
    assert index.observations("ferries", "XBA").documents
    assert index.overview().states_under_review == 2


def test_unknown_names(index: SearchIndex) -> None:
    with pytest.raises(UnknownState):
        index.observations("ferries", "Atlantis")
    with pytest.raises(UnknownRecord):
        observations_on_record(index.snapshot, "CRC.C.XAA.CO.900-10", TEN)


CURVE = Logistic({"standing_out": 2.0, "score": 9.0, "nearest": 6.0, "of_issue": 1.5}, intercept=-13.0)
REAL = SHARED
OBSERVATIONS = REAL / "treaty_bodies" / "concluding_observations"
REPORT = REAL / "working_group_reports" / "namibia2011.pdf"


@pytest.mark.real_data
@pytest.mark.long
@pytest.mark.encoder
@pytest.mark.skipif(not REPORT.is_file(), reason="the real documents are not beside the checkout")
def test_real_recommendations_lead_to_what_the_committee_said(tmp_path: Path) -> None:
    from indexer.gather.gather_documents import Sources
    from indexer.runs.build_index import build_index

    build_index(Sources((REPORT, OBSERVATIONS), None, 2), tmp_path / "index")
    index = open_index(tmp_path / "index")
    expected = {
        "NAM-10-99.1-1": ("10", "criminalised conduct"),
        "NAM-10-97.3-1": ("8", "the ombudsman"),
        "NAM-10-96.45-1": ("33", "prisons"),
    }
    for record, (paragraph, what) in expected.items():
        assert paragraph in {
            hit.record.place.paragraph for hit in observations_on_record(index.snapshot, record, TEN).hits
        }, what
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


def test_general_comments_are_told_apart_and_belong_to_no_state(tmp_path: Path) -> None:
    norm = general_comment({str(number): f"{SHELTERS} {'!' * number}" for number in range(1, 6)})
    told = [Request(SHELTERS), concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012), norm]
    index = open_index(build(tmp_path, told))
    for answer in (observations_on_record(index.snapshot, "XAA-20-100.1-1", TEN), index.observations(SHELTERS, "XAA")):
        assert [hit.record.id for hit in answer.general_comments] == [f"CRC.C.GC.900-no900-{n}" for n in (1, 2, 3)]
        assert {hit.record.entity for hit in answer.hits} == {"XAA"}
        assert not any(hit.invented for hit in answer.general_comments)
    without_state = index.observations(SHELTERS, None)
    assert (without_state.state, without_state.hits, len(without_state.general_comments)) == (None, (), 3)
    assert index.observations(SHELTERS, "FRA").hits == ()
    assert [state.state.code for state in index.snapshot.states_in_index if state.received or state.reviews] == ["XAA"]
    assert index.match(IssueQuestion(SHELTERS)).total == 1


def test_of_many_documents_searched_the_newest_are_named() -> None:
    documents = tuple(ObservingDocument("CRC", f"CRC/C/XAA/CO/{number}", None, 1) for number in range(900, 912))
    shown = observations_as_text(ObservationAnswer("XAA", documents), "Vellania", 1000)
    assert " ".join(shown.split()).startswith(
        "Nothing on this was found in the documents of treaty bodies and special procedures on Vellania indexed: "
        "CRC/C/XAA/CO/900"
    )
    assert shown.endswith("CRC/C/XAA/CO/909 and 2 more.")


@pytest.mark.parametrize(("paragraph", "shown"), [("10", "paragraph 10 (a), (b)"), (None, "paragraph (a), (b)")])
def test_sub_paragraphs_are_named_behind_their_paragraph(paragraph: str | None, shown: str) -> None:
    record = Observation(
        "XAA", "CRC", Place("CRC/C/XAA/CO/900", paragraph, None), "Care", ObservationKind.BOTH, SHELTERS, None
    )
    hit = ObservationHit(record, ("a", "b"), 0.9, "strong", (), None, invented=True)
    documents = (ObservingDocument("CRC", "CRC/C/XAA/CO/900", None, 1),)
    lines = observations_as_text(ObservationAnswer("XAA", documents, 1, (hit,)), "Vellania", 1000).split("\n")
    assert f"      CRC/C/XAA/CO/900, {shown}; under “Care”" in lines


def test_one_observation_by_its_id(index: SearchIndex) -> None:
    one = index.observation("CRC.C.XAA.CO.900-10")
    assert (one.text, one.place.paragraph, one.entity) == (PARAGRAPHS["10"], "10", "XAA")
    for wrong in ("XAA-20-100.1-1", "CRC.C.XAA.CO.900-99"):
        with pytest.raises(UnknownRecord):
            index.observation(wrong)


def test_an_index_of_observations_alone_answers(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, [concluding_observations("CRC/C/XAA/CO/900", "XAA", 2012)]))
    assert (index.overview().recommendations, index.overview().observations) == (0, 2)
    assert index.observations(SHELTERS, "XAA").total == 1
    assert index.match(IssueQuestion(SHELTERS)).hits == index.find(KeywordQuestion("shelters")).hits == ()
    assert index.choices("label") == ()


def test_words_of_treaty_bodies_do_not_change_what_is_found(tmp_path: Path) -> None:
    requests = [
        Request("Open shelters for girls"),
        Request("Let ferries sail on time"),
        Request("Give boots to all workers"),
    ]
    alone = open_index(build(tmp_path / "alone", requests))
    # Rare in recommendations, common in what committees say.
    norm = general_comment({str(number): f"shelters and ferries {number}" for number in range(1, 60)})
    beside = open_index(build(tmp_path / "beside", [*requests, norm]))
    for question in ("shelters", "ferries sail", "girls who need boots"):
        hits = [
            [(hit.record.id, hit.relevance) for hit in one.match(IssueQuestion(question)).hits]
            for one in (alone, beside)
        ]
        assert hits[0] == hits[1]
        assert alone.find(KeywordQuestion(question)).hits == beside.find(KeywordQuestion(question)).hits


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
    index = open_index(build(tmp_path, [*requests, document]))
    (hit,) = observations_on_record(index.snapshot, "XAA-20-100.1-1", TEN).hits
    assert hit.parts == ("b",)
    # Not the ferries of (a), nor a name that no recommendation has.
    assert hit.additional == ("judges", "train")
    assert index.observations("Open shelters for girls", "XAA").hits[0].additional == ()


def together(*paragraphs: tuple[str, str, ObservationKind]) -> list[list[int]]:
    """Passages of (symbol, heading, kind)."""
    return passages_of(
        [ObservationParagraph(f"p{place}", "CRC", *paragraph) for place, paragraph in enumerate(paragraphs)]
    )


CONCERN, ASKS, BOTH, OTHER = (
    ObservationKind.CONCERN,
    ObservationKind.RECOMMENDATION,
    ObservationKind.BOTH,
    ObservationKind.OTHER,
)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param([("a", "Huts", CONCERN), ("a", "Huts", ASKS)], [[0, 1]], id="a pair"),
        pytest.param([("a", "Huts", CONCERN), ("a", "Lakes", ASKS)], [[0], [1]], id="another heading"),
        pytest.param([("a", "", CONCERN), ("a", "", ASKS)], [[0], [1]], id="no heading"),
        pytest.param([("a", "Huts", CONCERN), ("b", "Huts", ASKS)], [[0], [1]], id="another document"),
        pytest.param(
            [("a", "Huts", OTHER), ("a", "Huts", CONCERN), ("a", "Huts", ASKS), ("a", "Huts", ASKS)],
            [[0, 1, 2, 3]],
            id="several of each",
        ),
        pytest.param(
            [("a", "Huts", CONCERN), ("a", "Huts", ASKS), ("a", "Huts", CONCERN), ("a", "Huts", ASKS)],
            [[0, 1], [2, 3]],
            id="several pairs under one heading",
        ),
        pytest.param([("a", "Huts", BOTH), ("a", "Huts", BOTH)], [[0], [1]], id="each says both"),
        pytest.param(
            [("a", "Concerns", CONCERN)] * 7, [[0], [1], [2], [3], [4], [5], [6]], id="a list of all concerns"
        ),
        pytest.param([("a", "Concerns", CONCERN)] * 6, [[0, 1, 2, 3, 4, 5]], id="six at most"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_a_concern_and_the_recommendation_on_it_belong_together(
    paragraphs: list[tuple[str, str, ObservationKind]], expected: list[list[int]]
) -> None:
    assert together(*paragraphs) == expected


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A concern that says what the request says, and a recommendation in other words; then another pair."""
    texts = {
        "10": (CONCERN, f"The Committee regrets that nobody wants to {SHELTERS.lower()}."),
        "11": (ASKS, "Quarry workers lack helmets, boots, gloves."),
        "12": (CONCERN, "Bridges rust."),
    }
    told = tuple(
        Observation("XAA", "CRC", Place("CRC/C/XAA/CO/900", number, 3), "Care", kind, text)
        for number, (kind, text) in texts.items()
    )
    identity = DocumentIdentity("CRC/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA")
    document = DocumentExtract("observations.pdf", "c0ffee", identity, observations=told)
    return build(tmp_path_factory.mktemp("paired"), [Request(SHELTERS), document])


def test_a_recommendation_is_found_by_the_concern_that_it_answers(paired: Path) -> None:
    answer = observations_on_record(open_index(paired).snapshot, "XAA-20-100.1-1", TEN)
    assert [(hit.record.place.paragraph, hit.passage) for hit in answer.hits] == [
        ("10", ("CRC.C.XAA.CO.900-10", "CRC.C.XAA.CO.900-11")),
        ("11", ("CRC.C.XAA.CO.900-10", "CRC.C.XAA.CO.900-11")),
    ]
    assert observation_hit_as_json(answer.hits[1])["passage"] == ["CRC.C.XAA.CO.900-10", "CRC.C.XAA.CO.900-11"]


KNOWN = ("meaning", "words")
NUMBERS = ObservationNumbers(0.3, 0.8, 0.05, Field(15, 0.3, 0.1), 0.1, CURVE, StrengthBounds(0.16, 0.3, 0.5))


def told_in_one_document(index: SearchIndex, passages: Sequence[Sequence[int]]) -> Paragraphs:
    """So many paragraphs as the passages hold, beside an issue of which nothing but features is known."""
    count = sum(map(len, passages))
    observations = Observations(
        paragraphs=tuple(ObservationParagraph(str(n), "CRC", "a", "", OTHER) for n in range(count)),
        documents=np.zeros(count, dtype=np.int64),
        owners=np.arange(count),
        parts=("",) * count,
        rows=np.arange(count),
    )
    asked = AskedAbout(np.zeros(1, dtype=np.float32), (), frozenset(), is_issue=True)
    lexical = index.snapshot.english_words
    return Paragraphs(
        asked, observations, np.zeros((count, 1), dtype=np.float32), lexical, passages, np.zeros(count, bool)
    )


def test_the_score_of_a_paragraph_as_arithmetic(index: SearchIndex) -> None:
    pairs = told_in_one_document(index, [[0, 1], *([n] for n in range(2, 16))])
    meaning, share = np.linspace(0.7, 0.1, 16), np.linspace(0.5, 0.0, 16)
    own = meaning + 0.3 * share
    score = own.copy()
    score[1] = 0.8 * own[0] + 0.2 * own[1]
    log_odds = 2.0 * (score - score.mean()) / score.std() + 9.0 * score + 6.0 * 0.7 + 1.5 - 13.0
    known = Evidence(pairs, {"meaning": meaning, "words": share})
    found = passed_through(without(observation_stages(NUMBERS), *KNOWN), known)
    np.testing.assert_allclose(found["relevance"], 1 / (1 + np.exp(-log_odds)))


def test_where_a_state_was_told_little_the_usual_scores_are_its_field(index: SearchIndex) -> None:
    pairs = told_in_one_document(index, [[n] for n in range(14)])
    known = Evidence(pairs, {"meaning": np.full(14, 0.5), "words": np.zeros(14)})
    found = passed_through(without(observation_stages(NUMBERS), *KNOWN), known)
    assert found["standing_out"][0] == pytest.approx((0.5 - 0.3) / 0.1)


@pytest.mark.parametrize(
    ("title", "text", "asked", "is_other"),
    [
        pytest.param("Liberty", "Psychiatric hospitals and disability.", "crowded prisons", True, id="disability"),
        pytest.param("Liberty", "Prisons, also psychiatric ones.", "crowded prisons", False, id="one in a list"),
        pytest.param("Police", "A company is a business.", "military police", True, id="companies"),
        pytest.param("Rights of indigenous children", "Work.", "child labour", False, id="a narrower group"),
        pytest.param("Older women", "Care.", "migrant workers", True, id="by its title"),
        pytest.param("Persons with disabilities", "Women and girls.", "women in politics", True, id="title and text"),
        pytest.param("Humane treatment", "Cells.", "crowded prisons", False, id="no group"),
    ],
)
def test_what_is_on_another_group_of_persons(title: str, text: str, asked: str, is_other: bool) -> None:
    assert is_on_another_group(title, text, groups_named(asked)) == is_other


def test_general_comments_are_ranked_before_their_paragraphs(tmp_path: Path) -> None:
    """One paragraph of a comment on ferries is as near as those of the comment on shelters."""
    shelters = general_comment({str(number): f"{SHELTERS} {'!' * number}" for number in range(2, 4)})
    ferries = general_comment({"1": SHELTERS, "2": "Let ferries sail.", "3": "Paint the ferries."})
    renamed = [
        replace(one, place=replace(one.place, symbol="CRC/C/GC/800"), heading="General comment No. 800: ferries")
        for one in ferries.observations
    ]
    identity = DocumentIdentity("CRC/C/GC/800", DocumentKind.GENERAL_COMMENT, "en")
    other = DocumentExtract("ferries.json", "beef", identity, observations=tuple(renamed))
    index = open_index(build(tmp_path, [Request(SHELTERS), shelters, other]))
    found = [
        hit.record.place.symbol
        for hit in observations_on_record(index.snapshot, "XAA-20-100.1-1", TEN).general_comments
    ]
    assert found == ["CRC/C/GC/900", "CRC/C/GC/900", "CRC/C/GC/800"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Give either a text"),
        (["--on", "XAA-20-100.1-1", "ferries"], "Give either a text"),
        (["--on", "XAA-20-100.1-1", "--state", "XAA"], "--on takes no --state"),
    ],
)
def test_the_command_takes_a_text_or_a_recommendation(arguments: list[str], says: str) -> None:
    run = CliRunner().invoke(observations, [*arguments, "--index", "nowhere"])
    assert (run.exit_code, says in run.output) == (2, True)


def test_the_command_on_a_recommendation(paired: Path) -> None:
    run = CliRunner().invoke(observations, ["--on", "XAA-20-100.1-1", "--json", "--index", str(paired)])
    assert [json.loads(line)["paragraph"] for line in run.stdout.splitlines()] == ["10", "11"]
    shown = CliRunner().invoke(observations, ["--on", "XAA-20-100.1-1", "--index", str(paired)]).stdout
    assert " ".join(shown.split()).startswith(
        "2 on this in the documents of treaty bodies and special procedures on Vellania indexed: CRC/C/XAA/CO/900."
    )


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committee and a special rapporteur say the same to a State, and the latter to all."""
    told = [
        Observation("XAA", "CRC", Place("CRC/C/XAA/CO/900", "10", None), "Care", ASKS, SHELTERS),
        Observation("XAA", "SR huts", Place("A/HRC/935/25/Add.1", "80", None), "Care", ASKS, f"{SHELTERS} soon"),
        Observation(None, "SR huts", Place("A/HRC/935/25", "90", None), "", ASKS, SHELTERS),
    ]
    identity = DocumentIdentity("Universal Human Rights Index", DocumentKind.RIGHTS_INDEX_EXPORT, "en")
    export = DocumentExtract("export.json", "c0ffee", identity, observations=tuple(told))
    return build(tmp_path_factory.mktemp("visited"), [Request(SHELTERS), export])


@pytest.mark.parametrize(
    ("mechanism", "symbols", "to_all"),
    [
        (None, ["A/HRC/935/25/Add.1", "CRC/C/XAA/CO/900"], ["A/HRC/935/25"]),
        ("treaty body", ["CRC/C/XAA/CO/900"], []),
        ("special procedure", ["A/HRC/935/25/Add.1"], ["A/HRC/935/25"]),
    ],
)
def test_special_procedures_speak_beside_treaty_bodies(
    visited: Path, mechanism: str | None, symbols: list[str], to_all: list[str]
) -> None:
    index = open_index(visited)
    for answer in (
        index.observations(SHELTERS, "XAA", mechanism=mechanism),
        observations_on_record(index.snapshot, "XAA-20-100.1-1", ParagraphsWanted(10, mechanism=mechanism)),
    ):
        assert sorted(hit.record.place.symbol for hit in answer.hits) == symbols
        assert sorted(document.symbol for document in answer.documents) == symbols
        assert answer.total == len(symbols)
        assert [hit.record.place.symbol for hit in answer.general_comments] == to_all


def test_what_a_special_procedure_says_names_it_and_its_report(visited: Path) -> None:
    command = ["--on", "XAA-20-100.1-1", "--mechanism", "special procedure", "--index", str(visited)]
    shown = CliRunner().invoke(observations, command).stdout
    assert "Special Rapporteur on huts, country visit, no date" in shown
    assert "Special Rapporteur on huts, thematic report, no date" in shown
    lines = [json.loads(line) for line in CliRunner().invoke(observations, [*command, "--json"]).stdout.splitlines()]
    assert [(line["mechanism"], line["report"], line["state"]) for line in lines] == [
        ("special procedure", "country visit", "XAA"),
        ("special procedure", "thematic report", None),
    ]


def test_the_calendar_names_treaty_bodies_alone(visited: Path) -> None:
    events = state_calendar(open_index(visited).snapshot, "XAA", TODAY)
    assert "SR huts" not in {event.committee for event in events}
