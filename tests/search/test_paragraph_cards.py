"""On pages the requests of one paragraph make one card; answers for programs know none, and totals count requests."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.records.enums import Position
from models.records.records import Commitment, Place, Recommendation
from search import Filters, IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.claims.nothing_found import unanswered_requests
from search.cli.commands import find, match
from search.datamodel.answer import Answer
from tests.invented_records import documents_of
from tests.search.invented_index import Request, build, records_of

NOTED, UNKNOWN = Position.NOTED, Position.UNKNOWN
PRINTED = "Build shelters for girls (Brenmark); train judges on girls' rights (Upper Tamurin); count girls (France);"
REQUESTS = [
    Request("Build shelters for girls", by=("XAB",), position=NOTED, quoted=PRINTED),
    Request("train judges on girls' rights", by=("XBA",), position=UNKNOWN, quoted=PRINTED),
    Request("count girls", by=("FRA",), position=NOTED, quoted=PRINTED),
    Request("Build shelters for girls", by=("SVN",), position=NOTED),
    Request("Build the shelters for girls", by=("FRA",), position=NOTED),
    Request("Give boats to fishermen", by=("FRA",), position=NOTED),
    Request("Build shelters for girls", session=34, by=("XAB",), position=NOTED),
]
"""Three requests of one paragraph, of which one is worded as two other paragraphs are."""
CARD = ("XAA-20-100.1-1", "XAA-20-100.1-2", "XAA-20-100.1-3")


def _records() -> list[Recommendation]:
    first, second, third, *rest = records_of(REQUESTS)
    later = [replace(other, place=first.place, clause=clause) for clause, other in ((2, second), (3, third))]
    return [first, *later, *rest]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("cards"), _records())


@pytest.fixture(scope="module")
def index(folder: Path) -> SearchIndex:
    return open_index(folder)


def lines(answer: Answer) -> list[set[str]]:
    return [{member.record.id for member in (hit, *hit.others)} for hit in answer.hits]


def test_requests_of_one_paragraph_make_one_card(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("girls", limit=100, by_paragraph=True))

    assert set(CARD) in lines(answer)
    card = next(hit for hit in answer.hits if hit.requests)
    assert [(request.record.id, request.record.position) for request in card.requests] == list(
        zip(CARD, (NOTED, UNKNOWN, NOTED), strict=True)
    )
    assert {hit.record.quoted for hit in card.requests} == {PRINTED}


def test_the_like_of_other_paragraphs_still_stand_in_one_line(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("girls", limit=100, by_paragraph=True))

    assert {"XAA-20-100.4-1", "XAA-20-100.5-1"} in lines(answer)
    assert {"XAA-34-100.1-1"} in lines(answer)  # the same number of another report
    assert [hit.requests for hit in answer.hits if len(hit.members) == 2] == [()]


def test_a_request_found_alone_is_no_card(index: SearchIndex) -> None:
    (hit,) = index.find(KeywordQuestion("judges", limit=100, by_paragraph=True)).hits

    assert (hit.record.id, hit.requests, hit.others) == (CARD[1], (), ())


def test_totals_facets_and_ranks_count_requests(index: SearchIndex) -> None:
    card, flat = (
        index.find(KeywordQuestion("girls", limit=100, grouped=each, by_paragraph=True)) for each in (True, False)
    )

    assert (card.total, card.facets) == (flat.total, flat.facets)
    assert (len(flat.hits), flat.lines) == (6, 6)
    assert (len(card.hits), card.lines) == (3, 3)
    assert sorted(member.rank for hit in card.hits for member in (hit, *hit.others)) == [1, 2, 3, 4, 5, 6]


def test_pages_of_cards_hold_every_request_once(index: SearchIndex) -> None:
    whole = index.match(IssueQuestion("girls", limit=100, by_paragraph=True))
    pages = [
        index.match(IssueQuestion("girls", limit=1, offset=offset, by_paragraph=True)) for offset in range(whole.lines)
    ]

    assert [hit for page in pages for hit in page.hits] == list(whole.hits)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_card_holds_requests_from_far_below_too(index: SearchIndex, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.rank.lines.GROUPED", 1)
        whole = index.find(KeywordQuestion("girls", limit=100, by_paragraph=True))
        pages = [
            index.find(KeywordQuestion("girls", limit=size, offset=offset, by_paragraph=True))
            for offset in range(0, whole.lines, size)
        ]

    assert set(CARD) in lines(whole)
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert [member.rank for hit in whole.hits for member in (hit, *hit.others)] == [1, 2, 3, 4, 5, 6]


def test_without_asking_for_it_no_card_is_made(index: SearchIndex) -> None:
    assert not any(set(CARD) <= line for line in lines(index.find(KeywordQuestion("girls", limit=100))))


def test_an_unknown_answer_beside_others_is_said(index: SearchIndex) -> None:
    card = next(hit for hit in index.find(KeywordQuestion("girls", limit=100, by_paragraph=True)).hits if hit.requests)

    assert unanswered_requests(card) == "The answer to 1 of these 3 requests is unknown; 2 noted."
    assert [unanswered_requests(hit) for hit in index.find(KeywordQuestion("boats", by_paragraph=True)).hits] == [None]


def test_the_terminal_shows_cards_and_json_does_not(folder: Path) -> None:
    asked = ["girls", "--limit", "100", "--index", str(folder)]

    shown = " ".join(CliRunner().invoke(find, asked).output.split())
    assert shown.count(PRINTED) == 1
    assert "3 requests of this paragraph were found:" in shown
    assert (
        "“train judges on girls' rights (Upper Tamurin)”; Recommended by Upper Tamurin; unknown; XAA-20-100.1-2"
        in shown
    )
    assert "The answer to 1 of these 3 requests is unknown; 2 noted." in shown
    for command in (find, match):
        hits = [json.loads(line) for line in CliRunner().invoke(command, [*asked, "--json"]).stdout.splitlines()]
        heads = {hit["id"] for hit in hits}
        assert {"XAA-20-100.1-2", "XAA-20-100.1-3"} <= heads
        assert not any({*CARD[:2]} <= {member["id"] for member in hit["members"]} for hit in hits)


def test_what_has_no_paragraph_of_a_report_makes_no_card(tmp_path: Path) -> None:
    report, *others = documents_of(_records())
    pledges = tuple(
        Commitment("XAA", 20, Place("A/HRC/920/54", paragraph, 19), 1, text)
        for paragraph, text in (("117", "Vellania will count girls in schools"), ("118", "Brides are no longer girls"))
    )
    index = open_index(build(tmp_path, [replace(report, commitments=pledges), *others]))

    found = lines(index.find(KeywordQuestion("girls", filters=Filters(kind=()), limit=100, by_paragraph=True)))
    assert {"XAA-20-c-A.HRC.920.54-117-1"} in found
    assert {"XAA-20-c-A.HRC.920.54-118-1"} in found
    assert set(CARD) in found
