"""Near-identical requests make one line, pages of lines hold every entry once, and nothing else changes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from models.records.enums import Position
from search import IssueQuestion, KeywordQuestion, Listing, SearchIndex, open_index
from search.cli.commands import match
from search.datamodel.answer import Answer, Hit
from tests.search.conftest import REQUESTS
from tests.search.invented_index import Request, build

EVERYTHING = 1_000
NOTED, PENDING = Position.NOTED, Position.PENDING
VISITS = [
    Request("Ratify OPCAT on visits to prisons", by=("XAB",)),
    Request("Ratify the OP-CAT on the visits to prisons", by=("XBA", "FRA")),
    Request("Ratify the Optional Protocol to the Convention against Torture on visits to prisons", by=("FRA",)),
    Request("Consider ratifying OPCAT on visits to prisons", by=("SVN",)),
    Request("Ratify OPCAT on visits to prisons", by=("SVN",), position=NOTED),
    Request("Ratify OPCAT on visits to prisons", session=34, by=("SVN",)),
    Request("Ratify OPCAT on visits to prisons", state="XBA", session=20, by=("SVN",)),
    *(Request("Let judges visit prisons that are crowded", by=(by,), position=PENDING) for by in ("XAB", "XBA", "SVN")),
]
"""Three that are one request, and the same words with other content, position, review and State; three equal ones."""


@pytest.fixture(scope="module")
def folding_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("folding") / "index", [*REQUESTS, *VISITS])


@pytest.fixture(scope="module")
def grouping(folding_folder: Path) -> SearchIndex:
    return open_index(folding_folder)


def lines(answer: Answer) -> list[tuple[str, ...]]:
    return [tuple(member.record.id for member in (hit, *hit.others)) for hit in answer.hits]


def entries(answer: Answer) -> list[Hit]:
    return [member for hit in answer.hits for member in (hit, *hit.others)]


def grouped(answer: Answer) -> set[frozenset[str]]:
    return {frozenset(line) for line in lines(answer) if len(line) > 1}


SAME = frozenset({"XAA-20-100.4-1", "XAA-20-100.5-1", "XAA-20-100.6-1"})
CROWDED = frozenset({"XAA-20-100.9-1", "XAA-20-100.10-1", "XAA-20-100.11-1"})


def test_only_the_same_ask_of_one_review_with_one_position_is_folded(grouping: SearchIndex) -> None:
    assert grouped(grouping.match(IssueQuestion("visits to prisons", limit=EVERYTHING))) == {SAME, CROWDED}
    assert grouped(grouping.find(KeywordQuestion("visits prisons", limit=EVERYTHING))) == {SAME, CROWDED}


def test_the_same_goes_for_similar_ones(grouping: SearchIndex) -> None:
    assert grouped(grouping.similar("XAA-34-100.2-1", Listing(limit=EVERYTHING))) == {SAME}


def test_totals_and_facets_count_entries(grouping: SearchIndex) -> None:
    answer, flat = (
        grouping.match(IssueQuestion("visits to prisons", own_state="XAA", limit=EVERYTHING, grouped=each))
        for each in (True, False)
    )
    assert (answer.total, answer.own_total, answer.facets) == (flat.total, flat.own_total, flat.facets)
    assert flat.lines == flat.total == len(flat.hits)
    assert answer.lines == len(answer.hits) == answer.total - 4


def test_a_line_stands_where_its_best_entry_stands(grouping: SearchIndex) -> None:
    answer, flat = (
        grouping.match(IssueQuestion("visits to prisons", own_state="XAA", limit=EVERYTHING, grouped=each))
        for each in (True, False)
    )
    place = {hit.record.id: at for at, hit in enumerate(flat.hits)}
    firsts = [place[line[0]] for line in lines(answer)]
    assert firsts == sorted(firsts)
    assert all(list(line) == sorted(line, key=place.__getitem__) for line in lines(answer))


def test_a_line_counts_states_once(grouping: SearchIndex) -> None:
    answer = grouping.match(IssueQuestion("visits to prisons", limit=EVERYTHING))
    (line,) = (hit for hit in answer.hits if {member.record.id for member in hit.members} == SAME)
    assert sorted(line.recommending_states) == ["FRA", "XAB", "XBA"]
    alone = next(hit for hit in answer.hits if not hit.others)
    assert alone.members == ()


@pytest.mark.parametrize("is_grouped", [True, False], ids=["grouped", "unfolded"])
@given(size=st.sampled_from([2, 7]), own=st.sampled_from([None, "XAA", "XBA"]))
def test_pages_hold_every_entry_once(grouping: SearchIndex, is_grouped: bool, size: int, own: str | None) -> None:
    whole = grouping.match(IssueQuestion("visits to prisons", own_state=own, limit=EVERYTHING, grouped=is_grouped))
    pages = [
        grouping.match(IssueQuestion("visits to prisons", own_state=own, limit=size, offset=offset, grouped=is_grouped))
        for offset in range(0, whole.lines + size, size)
    ]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert all(len(page.hits) == size for page in pages[: whole.lines // size])
    assert [hit.rank for page in pages for hit in entries(page)] == list(range(1, whole.total + 1))
    assert {(page.lines, page.total) for page in pages} == {(whole.lines, whole.total)}


@pytest.mark.parametrize("size", [2, 7])
def test_entries_after_the_folded_ones_stand_alone_and_none_is_lost(grouping: SearchIndex, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.rank.lines.GROUPED", 5)
        whole = grouping.match(IssueQuestion("visits to prisons", own_state="XAA", limit=EVERYTHING))
        pages = [
            grouping.match(IssueQuestion("visits to prisons", own_state="XAA", limit=size, offset=offset))
            for offset in range(0, whole.lines, size)
        ]
    ids = [hit.record.id for hit in entries(whole)]
    assert len(ids) == len(set(ids)) == whole.total
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert all(not hit.others for hit in whole.hits if hit.rank > 5 and hit.group == "own")


def test_a_new_index_is_folded_anew(tmp_path: Path) -> None:
    build(tmp_path, VISITS[:1])
    index = open_index(tmp_path)
    assert index.match(IssueQuestion("visits to prisons")).lines == 1
    build(tmp_path, VISITS[:2])
    answer = index.match(IssueQuestion("visits to prisons"))
    assert (answer.total, answer.lines) == (2, 1)


def test_commands_print_each_of_a_line_with_its_own_citation(folding_folder: Path) -> None:
    command = [*"--limit 100 visits to prisons --index".split(), str(folding_folder)]
    shown = " ".join(CliRunner().invoke(match, command).output.split())
    assert "Nearly the same: 3 States, 3 recommendations" in shown
    for paragraph, states in (("100.4", "Brenmark"), ("100.5", "Upper Tamurin, France"), ("100.6", "France")):
        assert f"paragraph {paragraph}, page 14" in shown
        assert f"Recommended by {states}" in shown


def test_json_lists_all_members_and_a_batch_is_not_folded(folding_folder: Path, tmp_path: Path) -> None:
    batch = tmp_path / "batch.tsv"
    batch.write_text("1\tvisits to prisons\n")
    outputs = [
        CliRunner().invoke(match, [*question, "--limit", "100", "--json", "--index", str(folding_folder)]).stdout
        for question in (["visits to prisons"], ["--batch", str(batch)])
    ]
    grouped_hits, flat_hits = ([json.loads(line) for line in output.splitlines()] for output in outputs)
    members = {frozenset(member["id"] for member in hit["members"]) for hit in grouped_hits if hit["members"]}
    assert members == {SAME, CROWDED}
    assert all(hit["members"] == [] for hit in flat_hits)
    assert [hit["rank"] for hit in flat_hits] == list(range(1, len(grouped_hits) + 5))
