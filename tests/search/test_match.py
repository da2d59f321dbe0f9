"""Matching an issue, over the invented index and the letters encoder."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from models.errors import UnknownFilter, UnknownState
from search import SearchIndex, open_index
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion, Listing
from search.snapshot.snapshot import open_snapshot
from tests.calibrations import LETTERS, curve, use
from tests.search.conftest import REQUESTS
from tests.search.invented_index import Request, build

ISSUE = "Girls are pushed into early marriage before they are eighteen years old"
EVERYTHING = 1_000


def ids(answer: Answer) -> list[str]:
    return [hit.record.id for hit in answer.hits]


def test_the_own_state_comes_first_and_ranks_run_on(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion("child marriage", own_state="XBA", limit=EVERYTHING))
    groups = [hit.group for hit in answer.hits]
    assert groups[0] == "own"
    assert groups == sorted(groups, key=["own", "others"].index)
    assert [hit.rank for hit in answer.hits] == list(range(1, answer.total + 1))
    assert {hit.record.state_under_review for hit in answer.hits if hit.group == "own"} == {"XBA"}


def test_within_a_group_relevance_falls(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion(ISSUE, own_state="XAA", limit=EVERYTHING))
    for group in ("own", "others"):
        relevances = [hit.relevance for hit in answer.hits if hit.group == group]
        assert relevances == sorted(relevances, reverse=True)


def test_by_meaning_is_said_where_no_word_is_shared(index: SearchIndex) -> None:
    answer = index.similar("XAA-20-100.2-1", Listing(limit=EVERYTHING))
    hits = [*answer.hits, *answer.related, *index.match(IssueQuestion(ISSUE)).hits]
    assert {hit.by_meaning for hit in hits} == {True, False}
    assert all(hit.by_meaning is not bool(hit.words_in_common) for hit in hits)


def test_the_own_state_groups_and_never_filters(index: SearchIndex) -> None:
    of_no_state = index.match(IssueQuestion("child marriage", limit=EVERYTHING))
    for own in ("XAA", "XAB", "SVN"):
        answer = index.match(IssueQuestion("child marriage", own_state=own, limit=EVERYTHING))
        others = [hit.record.id for hit in answer.hits if hit.group == "others"]
        assert others == [hit.record.id for hit in of_no_state.hits if hit.record.state_under_review != own]


def test_the_result_is_what_is_at_least_possible(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion(ISSUE, limit=EVERYTHING))
    assert 0 < answer.total < len(REQUESTS)
    assert all(hit.relevance >= 0.52 and hit.strength != "related" for hit in answer.hits)


def test_the_answer_counts_how_sure_its_matches_are(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion(ISSUE, own_state="XAB", limit=EVERYTHING))
    assert dict(answer.strengths) == {
        word: sum(hit.strength == word for hit in answer.hits) for word in ("strong", "likely", "possible")
    }
    assert sum(answer.strengths.values()) == answer.total
    assert index.find(KeywordQuestion("marriage")).strengths == {}, (
        "what holds the words asked for is no matter of likelihood"
    )


def test_one_text_said_to_two_states_is_equally_relevant(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion("end child marriage in rural areas", limit=EVERYTHING))
    relevances = {hit.record.id: hit.relevance for hit in answer.hits}
    assert relevances["XAB-7-100.1-1"] == relevances["XBA-33-100.2-1"]
    assert ids(answer)[:2] == ["XBA-33-100.2-1", "XAB-7-100.1-1"], "the later session first"


def test_finding_nothing_says_what_was_searched_and_shows_the_nearest(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion("OPCAT", own_state="XBA"))
    assert answer.own_total == 0
    assert [(review.session, review.cycle, review.recommendations) for review in answer.own_reviews] == [(33, 3, 4)]
    assert all(review.symbols for review in answer.own_reviews)
    assert {hit.record.state_under_review for hit in answer.related} <= {"XBA"}
    assert {hit.strength for hit in answer.related} <= {"related"}
    assert answer.hits[0].record.id == "XAA-20-100.3-1"


@pytest.fixture(scope="module")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index in which Vellania was told six things, two of them on child marriage, and Brenmark only these two."""
    near = [Request(f"End child marriage in {place}") for place in ("rural areas", "the hills of the north")]
    others = ("Plant trees along rivers", "Publish the budget of the navy", "Pave roads to the quarries")
    far = [Request(text) for text in (*others, "Lower the price of electric power")]
    folder = tmp_path_factory.mktemp("told")
    return build(folder, [*near, *far, *(replace(request, state="XAB") for request in near)])


@pytest.fixture(scope="module")
def told(told_folder: Path) -> SearchIndex:
    return open_index(told_folder)


def test_with_all_the_rest_of_the_own_state_follows_what_is_found(told: SearchIndex) -> None:
    found, everything = (
        told.match(IssueQuestion("End child marriage", own_state="XAA", limit=EVERYTHING, all_own=all_))
        for all_ in (0, 1)
    )
    assert (found.own_total, found.own_rest) == (2, 4)
    assert (everything.own_total, everything.own_rest, everything.total) == (2, 4, found.total), "the same is found"
    assert [hit.record.state_under_review for hit in everything.hits] == ["XAA"] * 6 + ["XAB"] * 2
    assert [hit.strength == "related" for hit in everything.hits] == [False] * 2 + [True] * 4 + [False] * 2
    assert [hit.rank for hit in everything.hits] == list(range(1, 9))
    assert (found.related, everything.related) == ((), ())


def test_filters_hold_for_the_rest_of_the_own_state(told: SearchIndex) -> None:
    noted = told.match(
        IssueQuestion("End child marriage", own_state="XAA", filters=Filters(position=("noted",)), all_own=True)
    )
    assert (noted.own_total, noted.own_rest, noted.hits) == (0, 0, ())


def test_what_the_own_state_was_told_is_counted_by_how_sure_it_is(told: SearchIndex) -> None:
    answer = told.match(IssueQuestion("End child marriage", own_state="XAA", limit=EVERYTHING))
    own = [hit.strength for hit in answer.hits if hit.group == "own"]
    assert dict(answer.own_strengths) == {word: own.count(word) for word in ("strong", "likely", "possible")}
    assert sum(answer.own_strengths.values()) == answer.own_total


def test_where_the_list_of_the_own_state_is_empty_its_nearest_are_shown(
    told_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, LETTERS.changed("own State", sure=curve(-50.0, near=6.71)))  # nothing is relevant
    answer = open_index(told_folder).match(IssueQuestion("End child marriage", own_state="XAA"))
    assert answer.own_total == 0
    assert len(answer.related) == 5
    assert {(hit.record.state_under_review, hit.strength) for hit in answer.related} == {("XAA", "related")}
    assert "marriage" in answer.related[0].record.text


def test_what_an_issue_in_a_language_that_is_not_read_finds_is_never_said_to_be_likely(
    told_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By these curves all would be strong.
    of_all = LETTERS.changed("relevance", curve=curve(50.0, score=12.0, density=0.0, length=0.0))
    use(monkeypatch, of_all.changed("own State", sure=curve(50.0, near=6.71)))
    swahili = "Wasichana wetu wanaozeshwa wakiwa na miaka kumi na mitatu, na hakuna anayeshtakiwa. End child marriage."
    answer = open_index(told_folder).match(IssueQuestion(swahili, own_state="XAA", limit=EVERYTHING))
    assert answer.language == "sw"
    assert answer.hits
    assert {hit.strength for hit in answer.hits} == {"possible"}
    assert (answer.own_strengths["strong"], answer.own_strengths["likely"]) == (0, 0)


def test_what_a_symbol_stands_for_is_surely_found(told: SearchIndex) -> None:
    symbol = told.match(IssueQuestion("child marriage", own_state="XAB")).own_reviews[0].symbols[0]
    answer = told.match(IssueQuestion(symbol, own_state="XAB"))
    assert (answer.own_total, answer.related, answer.own_strengths) == (2, (), {})


def test_a_state_without_a_review_here_has_none_to_name(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion(ISSUE, own_state="KEN"))
    assert (answer.own_state, answer.own_total, answer.own_reviews) == ("KEN", 0, ())


@pytest.mark.parametrize("name", ["xaa", "Vellania", "VELLANIA"])
def test_the_own_state_by_name(index: SearchIndex, name: str) -> None:
    assert index.match(IssueQuestion(ISSUE, own_state=name)).own_state == "XAA"


def test_words_in_common_are_marked_in_the_quoted_text(index: SearchIndex) -> None:
    hit = index.match(IssueQuestion("child marriage", own_state="XAB")).hits[0]
    marked = [hit.record.quoted[start:end] for start, end in hit.highlights]
    assert marked == ["child", "marriage"] == list(hit.words_in_common)
    assert hit.invented


FILTERS = {
    "position": Filters(position=("noted",)),
    "two positions": Filters(position=("noted", "supported")),
    "cycle": Filters(cycle=(1, 3)),
    "session": Filters(session=(33,)),
    "State under review": Filters(under_review=("XAB", "XBA")),
    "recommending State": Filters(recommending=("XAB",)),
    "group": Filters(group=("Amber Coast Group",)),
    "language": Filters(language=("en",)),
    "two fields": Filters(position=("noted",), cycle=(1,)),
    "nothing left": Filters(cycle=(1,), session=(34,)),
    "every kind": Filters(kind=()),
}


@pytest.mark.parametrize("filters", FILTERS.values(), ids=FILTERS)
@pytest.mark.parametrize("text", [ISSUE, "child marriage", "prisons"])
def test_a_filter_never_changes_the_order_nor_the_relevance_of_what_it_keeps(
    index: SearchIndex, text: str, filters: Filters
) -> None:
    whole = index.match(IssueQuestion(text, own_state="XAA", limit=EVERYTHING))
    kept = index.match(IssueQuestion(text, own_state="XAA", filters=filters, limit=EVERYTHING))
    within = set(ids(kept))
    assert [(hit.record.id, hit.relevance) for hit in whole.hits if hit.record.id in within] == [
        (hit.record.id, hit.relevance) for hit in kept.hits
    ]
    assert kept.total == sum(passes(hit.record, filters) for hit in whole.hits)


def passes(record: object, filters: Filters) -> bool:
    """Whether a record is what the filters ask for, read off the record itself."""
    groups = {"XAA": "Amber Coast Group", "XAB": "Amber Coast Group", "XBA": "High Plateau Group"}
    state = record.state_under_review  # type: ignore[attr-defined]
    values = {
        "under_review": {state},
        "recommending": {sponsor.state for sponsor in record.sponsors},  # type: ignore[attr-defined]
        "group": {groups[state]},
        "cycle": {{7: 1, 20: 2, 21: 2, 33: 3, 34: 3}[record.session]},  # type: ignore[attr-defined]
        "session": {record.session},  # type: ignore[attr-defined]
        "position": {record.position.value},  # type: ignore[attr-defined]
        "kind": {"recommendation"},
        "language": {record.language},  # type: ignore[attr-defined]
    }
    wanted = {each.name: set(getattr(filters, each.name)) for each in fields(filters)}
    return all(not wanted[name] or wanted[name] & values[name] for name in wanted)


ODD = {
    "operator": "AND",
    "null byte": "\0",
    "stop words": "the of and",
    "letters without sense": "qzx wvk jjq",
    "right-to-left": "تُختن الفتيات في سن السابعة ولم يُحاكم أحد قط.",
    "Chinese": "法官由总统任免，按他的意愿作出裁决。",
    "emoji": "👩🏽‍🤝‍👩🏻",
    "half of a surrogate pair": "prison \ud800",
    "one letter ten thousand times": "a" * 10_000,
    "markup": "<b>prison</b> & {{ 7*7 }}",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_answered_and_never_fail(index: SearchIndex, text: str) -> None:
    answer = index.match(IssueQuestion(text, own_state="XAA"))
    assert answer.total >= answer.own_total >= 0
    assert all(0 <= hit.relevance <= 1 for hit in (*answer.hits, *answer.related))


@pytest.mark.parametrize("text", ["", " \n ", "*", "!@#", '"'])
def test_a_text_without_words_finds_nothing_and_says_so(index: SearchIndex, text: str) -> None:
    answer = index.match(IssueQuestion(text, own_state="XAA"))
    assert (answer.total, answer.own_total, answer.related) == (0, 0, ())
    assert answer.notes[0].startswith("There is no word")


def test_a_document_symbol_finds_its_recommendations(index: SearchIndex) -> None:
    symbol = index.record("XBA-33-100.1-1").place.symbol
    answer = index.match(IssueQuestion(f" {symbol} ", own_state="XBA"))
    assert (answer.total, answer.own_total) == (4, 4)


def test_a_long_text_is_cut_with_a_note(index: SearchIndex) -> None:
    long = "Child marriage is common in rural areas. " * 1_000
    answer = index.match(IssueQuestion(long))
    assert answer.total > 0
    assert answer.notes == ("Only the first 10,000 characters were searched.",)


REFUSED = {
    "own State": (lambda index: index.match(IssueQuestion(ISSUE, own_state="Atlantis")), UnknownState),
    "State under review": (
        lambda index: index.match(IssueQuestion(ISSUE, filters=Filters(under_review=("QQQ",)))),
        UnknownState,
    ),
    "recommending State": (
        lambda index: index.find(KeywordQuestion("x", filters=Filters(recommending=("Kenya",)))),
        UnknownState,
    ),
    "position": (
        lambda index: index.match(IssueQuestion(ISSUE, filters=Filters(position=("accepted",)))),
        UnknownFilter,
    ),
    "kind": (lambda index: index.find(KeywordQuestion("x", filters=Filters(kind=("pledge",)))), UnknownFilter),
    "session before the first": (
        lambda index: index.find(KeywordQuestion("x", filters=Filters(session=(-1,)))),
        UnknownFilter,
    ),
    "cycle of which nothing is here": (
        lambda index: index.find(KeywordQuestion("x", filters=Filters(cycle=(9,)))),
        UnknownFilter,
    ),
}


@pytest.mark.parametrize(("ask", "error"), REFUSED.values(), ids=REFUSED)
def test_values_outside_their_lists_are_refused(index: SearchIndex, ask: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        ask(index)  # type: ignore[operator]


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (-5, 0), (5, 10_000), (3, -1)])
def test_limits_out_of_range_give_a_page_without_failing(index: SearchIndex, limit: int, offset: int) -> None:
    answer = index.match(IssueQuestion(ISSUE, limit=limit, offset=offset))
    assert answer.total > 0
    assert len(answer.hits) <= max(0, limit)


def test_texts_that_no_entry_has_any_more_are_never_found(tmp_path: Path) -> None:
    build(tmp_path, [Request("Close the old quarry"), *REQUESTS])
    build(tmp_path, REQUESTS)
    snapshot = open_snapshot(tmp_path, None)
    assert len(snapshot.vectors) == len({ask.text for ask in REQUESTS})
    assert not snapshot.english_words.rows_with("old").any()
    answer = open_index(tmp_path).match(IssueQuestion("Close the old quarry"))
    assert all("old" not in hit.record.text for hit in (*answer.hits, *answer.related))


@pytest.mark.parametrize(
    ("text", "written_in", "language", "note"),
    [
        ("Les filles sont mariées trop tôt", None, "fr", "These terms in English were looked for: "),
        ("tortura", "es", "es", "These terms in English were looked for: torture."),
        (
            "Mädchen werden viel zu früh verheiratet",
            None,
            "de",
            "For an issue in this language",
        ),
        ("Wasichana wanaolewa wakiwa wadogo", None, "sw", "This seems to be written in Swahili, which is not read yet"),
    ],
)
def test_the_answer_says_how_the_text_was_read(
    index: SearchIndex, text: str, written_in: str | None, language: str, note: str
) -> None:
    answer = index.match(IssueQuestion(text, written_in=written_in))
    assert answer.language == language
    assert (answer.notes or ("",))[0].startswith(note)


def test_english_is_read_without_a_word(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion("Girls are married before they finish school", written_in="en"))
    assert (answer.language, answer.notes) == ("en", ())


def test_a_language_that_is_not_read_cannot_be_chosen(index: SearchIndex) -> None:
    with pytest.raises(UnknownFilter):
        index.match(IssueQuestion("Wasichana", written_in="sw"))
    with pytest.raises(UnknownFilter):
        index.observations("Wasichana", "XAA", written_in="sw")
