"""What is said of the reviews of a State that are not indexed."""

from datetime import date

import pytest

from models.records.enums import Position
from models.reviews.states import State, StateKind, StateTable
from search import StateCoverage, what_is_missing
from search.datamodel.answer import IndexedDocument
from search.datamodel.coverage import ReviewCoverage
from search.snapshot.coverage import coverage_of, published_at
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.site.language import translated
from web.words.coverage_words import documents_before, not_indexed_in_words, superseded_and_how_to_get

TODAY = date(2026, 6, 1)
REPORT = "working group report"


def coverage(code: str, *sessions: int, kind: str = REPORT, today: date = TODAY, coded: int = 0):
    states = StateTable.built_in()
    state = states.get(code) or State(code, "Avaria", StateKind.MEMBER, None, invented=True)
    document = IndexedDocument("A/HRC/900/1", kind, None)
    indexed = [
        ReviewCoverage(session, documents=(document,), positions={Position.NOTED: 3}, coded=coded)
        for session in sessions
    ]
    return coverage_of(state, indexed, today)


def missing(held: StateCoverage) -> str:
    return " ".join(map(translated, what_is_missing(held)))


@pytest.mark.parametrize(
    "code, sessions, said",
    [
        ("JPN", [2], "Japan: its reviews of 2012, 2017 and 2023 are not here."),
        ("SVN", [7, 20, 34], "Slovenia: its review of 2025 is not here."),
        ("SVN", [7, 20, 34, 48], ""),
        ("SSD", [26], "South Sudan: its review of 2022 is not here."),
        ("SSD", [], "South Sudan: its reviews of 2016 and 2022 are not here."),
        # Of session 52, seven States alone are known.
        (
            "NER",
            [10, 24, 38],
            "By the timetable it was reviewed in 2026 (session 52) too: no source here says whether it was, "
            "and nothing is indexed.",
        ),
        ("XAA", [7], ""),
    ],
)
def test_what_is_missing(code: str, sessions: list[int], said: str) -> None:
    with site_over(InventedIndex()).test_request_context():
        assert missing(coverage(code, *sessions)).startswith(said)
        assert bool(said) == bool(missing(coverage(code, *sessions)))


def test_positions_that_are_a_coding_are_said_to_be_no_answer() -> None:
    with site_over(InventedIndex()).test_request_context():
        assert (
            missing(coverage("SSD", 26, 40, coded=2))
            == "Where no answer is indexed, positions of 2016 and 2022 are UPR Info’s coding: it counts as noted also "
            "what was never answered."
        )
        assert not missing(coverage("XAA", 7, coded=2)), "of a sample nothing is to be looked for"


def test_reviews_that_tables_alone_give() -> None:
    with site_over(InventedIndex()).test_request_context():
        assert (
            missing(coverage("SVN", 7, 20, 34, 48, kind="recommendation table"))
            == "The reviews of 2010, 2014, 2019 and 2025 are known from tables alone: their reports are not here, and "
            "there may be more."
        )


@pytest.mark.parametrize(
    "code, sessions, said",
    [
        ("JPN", [2], ("Japan was reviewed again in …",)),
        (
            "JPN",
            [14],
            ("Japan was reviewed again in …", "Japan: its review of 2008 is not here."),
        ),
        ("JPN", [2, 14, 28, 42], ()),
        ("SSD", [], ("South Sudan: its reviews of 2016 and 2022 are not here.",)),
    ],
)
def test_each_review_that_is_missing_is_said_to_be_once(code: str, sessions: list[int], said: tuple[str, ...]) -> None:
    with site_over(InventedIndex()).test_request_context():
        found = not_indexed_in_words(coverage(code, *sessions))
    assert len(found) == len(said)
    for sentence, beginning in zip(found, said, strict=True):
        assert sentence.startswith(beginning.removesuffix("…"))


@pytest.mark.parametrize(
    "code, sessions, said",
    [
        (
            "SVN",
            [7, 20, 34],
            "Slovenia was reviewed again in January 2025. That report is not in this index; get it first. Get it by "
            "“upr fetch documents --state SVN --session 48”, or from https://www.ohchr.org/en/hr-bodies/upr/si-index",
        ),
        (
            "KEN",
            [8],
            "Kenya was reviewed again in January 2015, January 2020 and April – May 2025. Those reports are not in "
            "this index; get them first. Get it by “upr fetch documents --state KEN --session 21 --session 35 "
            "--session 49”, or from https://www.ohchr.org/en/hr-bodies/upr/ke-index",
        ),
        ("SVN", [48], ""),
        ("SVN", [], ""),
        (
            "NER",
            [24],
            "The Niger was reviewed again in May 2021, and by the timetable in May 2026 too, of which no source here "
            "says whether it was held. What was published of these reviews is not in this index; get it first. Get it "
            "by “upr fetch documents --state NER --session 38 --session 52”, or from "
            "https://www.ohchr.org/en/hr-bodies/upr/ne-index",
        ),
        (
            "NER",
            [38],
            "By the timetable the Niger was reviewed again in May 2026. No source here says whether it was, and "
            "no report is in this index; look for it first. Get it by “upr fetch documents --state NER --session "
            "52”, or from https://www.ohchr.org/en/hr-bodies/upr/ne-index",
        ),
    ],
)
def test_later_review_is_said(code: str, sessions: list[int], said: str) -> None:
    with site_over(InventedIndex()).test_request_context():
        assert superseded_and_how_to_get(coverage(code, *sessions)) == said


def test_documents_before_a_review_do_not_make_it_searched() -> None:
    found = coverage_of(
        StateTable.built_in()["BRA"],
        [ReviewCoverage(13, positions={Position.NOTED: 170}), ReviewCoverage(41)],
        TODAY,
    )
    assert [review.session for review in found.searched] == [13]
    assert [review.session for review in found.later] == [27, 41]


def test_each_state_has_a_page_of_its_documents() -> None:
    assert published_at("JPN") == "https://www.ohchr.org/en/hr-bodies/upr/jp-index"
    assert published_at("XAA") == "https://www.ohchr.org/en/hr-bodies/upr/documentation"


def test_documents_before_a_review_that_are_indexed_are_not_said_to_be_missing() -> None:
    held = [
        ReviewCoverage(13, positions={Position.NOTED: 170}),
        ReviewCoverage(41, documents=(IndexedDocument("A/HRC/WG.6/41/BRA/2", "compilation", None),)),
    ]
    found = coverage_of(StateTable.built_in()["BRA"], held, TODAY)
    review = found.review(41)
    assert review is not None
    assert documents_before(found, review) == (
        ("A/HRC/WG.6/41/BRA/1", "https://undocs.org/A/HRC/WG.6/41/BRA/1"),
        ("A/HRC/WG.6/41/BRA/3", "https://undocs.org/A/HRC/WG.6/41/BRA/3"),
    )
