"""Which document's answer counts for which request, and what becomes of the others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.answers import collect_answers, on_request, with_final_position
from models.records.answers import Answer
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position, Qualified
from models.records.records import (
    EVERY_OTHER,
    Conflict,
    Place,
    Recommendation,
    Response,
    StatedAnswers,
    every_of_list,
)
from tests.invented_records import recommendation

REPORT = "A/HRC/900/1"
ADDENDUM = f"{REPORT}/Add.1"
COUNCIL = "A/HRC/900/2"
SUPPORTED, NOTED, PENDING, UNKNOWN = Position.SUPPORTED, Position.NOTED, Position.PENDING, Position.UNKNOWN
KINDS = {REPORT: DocumentKind.WORKING_GROUP_REPORT, COUNCIL: DocumentKind.HRC_SESSION_REPORT}

TREES = recommendation("Plant trees along every road", "100.1", position=PENDING)
BRIDGES = recommendation("Mend the bridges", "100.2", position=PENDING, sponsors=["PER"])
FERRIES = recommendation("Run more ferries", "100.2", 2, position=PENDING, sponsors=["MLI"])
SCHOOLS = recommendation("Open more schools", "101.1", position=SUPPORTED)


def answer(
    number: str,
    position: Position | None,
    words: str = "",
    *,
    comment: str | None = None,
    part: str = "",
    symbol: str = ADDENDUM,
    paragraph: str = "3",
) -> Response:
    place = Place(symbol, paragraph, 2)
    return Response(place, REPORT, number, position, words, comment, place if comment else None, part)


def document(*responses: Response, symbol: str = ADDENDUM) -> DocumentExtract:
    identity = DocumentIdentity(symbol, KINDS.get(symbol, DocumentKind.ADDENDUM), "en")
    return DocumentExtract("answers.pdf", "0" * 64, identity, answers=StatedAnswers(responses))


def final(
    records: Sequence[Recommendation], *documents: DocumentExtract, adopted: bool = True
) -> dict[str, Recommendation]:
    """Final records by paragraph and clause ("100.2-1")."""
    answers = collect_answers(records, documents)
    merged = [with_final_position(record, answers.statements[record.id], adopted) for record in records]
    return {record.id.removeprefix("SVN-20-"): record for record in merged}


def positions(records: Sequence[Recommendation], *documents: DocumentExtract) -> dict[str, Position]:
    return {name: record.position for name, record in final(records, *documents).items()}


def test_the_addendum_answers_what_the_report_left_open() -> None:
    record = final([TREES], document(answer("100.1", SUPPORTED, "accepts", comment="We like trees.")))["100.1-1"]
    assert (record.position, record.position_words) == (SUPPORTED, "accepts")
    assert record.position_source == record.comment_source == Place(ADDENDUM, "3", 2)
    assert record.comment == "We like trees."
    assert (record.interim_position, record.conflicts) == (PENDING, ())


def test_a_kind_of_document_without_authority_answers_nothing() -> None:
    spoken = document(answer("100.1", SUPPORTED, "accepts", comment="We like trees."))
    identity = DocumentIdentity("A/HRC/WG.6/20/SVN/1", DocumentKind.NATIONAL_REPORT, "en")
    record = final([TREES], replace(spoken, identity=identity))["100.1-1"]
    assert (record.position, record.comment) == (UNKNOWN, None)


def test_the_report_itself_answers_where_nothing_later_does() -> None:
    record = final([SCHOOLS])["101.1-1"]
    assert (record.position, record.position_source) == (SUPPORTED, SCHOOLS.position_source)


@pytest.mark.parametrize(("adopted", "position"), [(True, UNKNOWN), (False, PENDING)])
def test_without_any_answer_the_position_depends_on_the_adoption(adopted: bool, position: Position) -> None:
    record = final([TREES], document(answer("100.1", None, comment="We think.")), adopted=adopted)["100.1-1"]
    assert (record.position, record.position_source, record.comment) == (position, None, "We think.")


@pytest.mark.parametrize(
    ("symbols", "winner"),
    [
        pytest.param([ADDENDUM, COUNCIL], COUNCIL, id="session report over addendum"),
        pytest.param([ADDENDUM, f"{ADDENDUM}/Rev.1"], f"{ADDENDUM}/Rev.1", id="revision over first issue"),
        pytest.param([ADDENDUM, f"{ADDENDUM}/Corr.1"], f"{ADDENDUM}/Corr.1", id="corrigendum over first issue"),
        pytest.param(
            [f"{ADDENDUM}/Rev.1/Corr.1", f"{ADDENDUM}/Rev.1"],
            f"{ADDENDUM}/Rev.1/Corr.1",
            id="corrigendum of a revision",
        ),
        pytest.param([ADDENDUM, f"{REPORT}/Add.2"], f"{REPORT}/Add.2", id="second addendum over first"),
        pytest.param([f"{REPORT}/Add.10", f"{REPORT}/Add.9"], f"{REPORT}/Add.10", id="numbers, not letters, order"),
        pytest.param([f"{ADDENDUM}/Rev.10", f"{ADDENDUM}/Rev.9"], f"{ADDENDUM}/Rev.10", id="those of revisions too"),
        pytest.param([REPORT, ADDENDUM], ADDENDUM, id="addendum over report"),
    ],
)
def test_the_weightier_document_wins_in_any_order_and_the_other_is_kept(symbols: list[str], winner: str) -> None:
    documents = [
        document(
            answer("100.1", SUPPORTED if symbol == winner else NOTED, "as said there", symbol=symbol), symbol=symbol
        )
        for symbol in symbols
    ]
    for order in (documents, documents[::-1]):
        record = final([TREES], *order)["100.1-1"]
        assert (record.position, record.position_source) == (SUPPORTED, Place(winner, "3", 2))
        (loser,) = set(symbols) - {winner}
        assert record.conflicts == (Conflict(Place(loser, "3", 2), NOTED, "as said there"),)


def test_only_a_document_that_speaks_on_the_number_counts() -> None:
    spoken = document(answer("101.1", NOTED, symbol=COUNCIL), symbol=COUNCIL)
    assert positions([TREES, SCHOOLS], spoken, document(answer("100.1", SUPPORTED))) == {
        "100.1-1": SUPPORTED,
        "101.1-1": NOTED,
    }


def test_a_statement_that_agrees_is_no_conflict() -> None:
    assert final([SCHOOLS], document(answer("101.1", SUPPORTED)))["101.1-1"].conflicts == ()


def test_the_comment_of_an_earlier_document_stays_where_the_winner_has_none() -> None:
    later = document(answer("100.1", SUPPORTED, symbol=COUNCIL), symbol=COUNCIL)
    record = final([TREES], document(answer("100.1", NOTED, comment="Not yet.")), later)["100.1-1"]
    assert (record.position, record.comment, record.comment_source) == (SUPPORTED, "Not yet.", Place(ADDENDUM, "3", 2))


@pytest.mark.parametrize(
    ("number", "merged"),
    [
        pytest.param("100.1", True, id="itself"),
        pytest.param("2", False, id="no such item"),
        pytest.param("1", False, id="bare number that fits two lists"),
        pytest.param("100.3", False, id="not in the report"),
    ],
)
def test_a_number_that_fits_none_or_several_stays_unjoined(number: str, merged: bool) -> None:
    response = answer(number, SUPPORTED, paragraph="102")
    answers = collect_answers([TREES, SCHOOLS], [document(response)])
    assert answers.unmerged == (() if merged else (response,))


def test_the_report_itself_means_the_list_above_by_a_bare_number() -> None:
    roads = recommendation("Mend the roads", "102.1", position=PENDING)
    remark = answer("1", None, comment="Schools are open.", symbol=REPORT, paragraph="102")
    answers = collect_answers([TREES, SCHOOLS, roads], [document(remark, symbol=REPORT)])
    assert answers.unmerged == ()
    assert [id for id, known in answers.statements.items() if any(one.comment for one in known)] == [SCHOOLS.id]


class TestBareNumbersBeforeTheCouncil:
    """The State answers what the report left open."""

    @pytest.mark.parametrize(
        ("others", "answered"),
        [
            pytest.param([SCHOOLS], ["SVN-20-100.1-1"], id="the only list left open"),
            pytest.param([replace(SCHOOLS, interim_position=PENDING)], [], id="one of two left open"),
            pytest.param(
                [SCHOOLS, recommendation("Mend the roads", "102.2", position=PENDING)], [], id="two left open"
            ),
        ],
    )
    def test_they_name_items_of_the_only_list_left_open(
        self, others: list[Recommendation], answered: list[str]
    ) -> None:
        spoken = document(answer("1", NOTED, symbol=COUNCIL), symbol=COUNCIL)
        statements = collect_answers([TREES, *others], [spoken]).statements
        found = [id for id, known in statements.items() if any(one.position is NOTED for one in known)]
        assert found == answered

    def test_a_number_that_the_list_left_open_lacks_is_not_joined(self) -> None:
        roads = recommendation("Mend the roads", "102.7", position=SUPPORTED)
        bridges = recommendation("Mend the bridges", "103.7", position=SUPPORTED)
        answers = collect_answers(
            [TREES, roads, bridges], [document(answer("7", NOTED, symbol=COUNCIL), symbol=COUNCIL)]
        )
        assert len(answers.unmerged) == 1


def test_an_answer_to_a_paragraph_answers_all_its_asks() -> None:
    assert positions([BRIDGES, FERRIES], document(answer("100.2", SUPPORTED))) == {
        "100.2-1": SUPPORTED,
        "100.2-2": SUPPORTED,
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("PER", "MLI", id="by the recommending State"),
        pytest.param("mend bridges", "more ferries", id="by words of the ask"),
    ],
)
def test_named_parts_keep_their_own_positions(first: str, second: str) -> None:
    parts = [answer("100.2", SUPPORTED, "accepts", part=first), answer("100.2", NOTED, "declines", part=second)]
    merged = final([BRIDGES, FERRIES], document(*parts))
    assert [record.position for record in merged.values()] == [SUPPORTED, NOTED]
    assert [record.position_words for record in merged.values()] == ["accepts", "declines"]


@pytest.mark.parametrize(
    ("parts", "position", "words"),
    [
        pytest.param(
            [("the oaks", SUPPORTED, "accepts"), ("the elms", NOTED, "declines")],
            NOTED,
            "accepts (the oaks); declines (the elms)",
            id="one part supported, one not",
        ),
        pytest.param(
            [("the oaks", SUPPORTED, "accepts"), ("the elms", SUPPORTED, "agrees")],
            SUPPORTED,
            "accepts (the oaks); agrees (the elms)",
            id="all parts supported",
        ),
        pytest.param([("the oaks", SUPPORTED, "accepts")], NOTED, "accepts (the oaks)", id="only one part answered"),
        pytest.param([("", SUPPORTED, "accepts"), ("", NOTED, "declines")], NOTED, "accepts; declines", id="both said"),
    ],
)
def test_an_ask_is_supported_only_if_all_its_parts_are(
    parts: list[tuple[str, Position, str]], position: Position, words: str
) -> None:
    responses = [answer("100.1", given, word, part=part) for part, given, word in parts]
    record = final([TREES], document(*responses))["100.1-1"]
    assert (record.position, record.position_words) == (position, words)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        pytest.param(("the oaks", "the elms"), Qualified.PART, id="named parts"),
        pytest.param(("", ""), None, id="the whole in two ways"),
    ],
)
def test_only_parts_that_are_named_make_support_in_part(parts: tuple[str, str], kind: Qualified | None) -> None:
    given = zip(parts, (SUPPORTED, NOTED), ("accepts", "declines"), strict=True)
    responses = [answer("100.1", position, words, part=part) for part, position, words in given]
    assert final([TREES], document(*responses))["100.1-1"].qualified is kind


def test_a_part_that_names_no_ask_for_certain_is_said_of_all() -> None:
    likely_both = answer("100.2", SUPPORTED, "accepts", part="in the towns")
    assert positions([BRIDGES, FERRIES], document(likely_both)) == {"100.2-1": NOTED, "100.2-2": NOTED}


@pytest.mark.parametrize(
    ("part", "noted"),
    [
        pytest.param("plant many oaks", [False, True], id="found in one alone"),
        pytest.param("plant many trees", [True, True], id="found in both"),
        pytest.param("plant nothing at all here", [True, True], id="found in neither"),
    ],
)
def test_the_words_of_a_part_must_be_clearly_those_of_one_request(part: str, noted: list[bool]) -> None:
    texts = ["Plant many trees on the coast", "Plant many trees and plant many oaks in the hills"]
    requests = [recommendation(text, "100.2", clause, position=PENDING) for clause, text in enumerate(texts, 1)]
    merged = final(requests, document(answer("100.2", NOTED, "declines", part=part)))
    assert [record.position is NOTED for record in merged.values()] == noted


def test_a_sweeping_sentence_speaks_only_for_numbers_that_nothing_answers() -> None:
    sweeping = answer(EVERY_OTHER, NOTED, "takes note of all others")
    addendum = document(answer("100.1", SUPPORTED), sweeping)
    assert positions([TREES, BRIDGES, SCHOOLS], addendum) == {
        "100.1-1": SUPPORTED,  # named in the same document
        "100.2-1": NOTED,
        "101.1-1": SUPPORTED,  # answered in the report
    }


def test_lists_and_tables_count_only_where_the_documents_are_silent() -> None:
    listed = on_request(Place("OHCHR thematic list", "100.1", None), Answer(NOTED, "Noted"))
    spoken = collect_answers([TREES], [document(answer("100.1", SUPPORTED))]).statements[TREES.id]
    assert with_final_position(TREES, [listed], adopted=True).position is NOTED
    record = with_final_position(TREES, [listed, *spoken], adopted=True)
    assert record.position is SUPPORTED
    assert record.conflicts == (Conflict(listed.place, NOTED, "Noted"),)


def test_the_comment_beside_the_position_that_counts_goes_with_it() -> None:
    """Before the Council a State may speak of a recommendation again without taking a position."""
    answered = document(answer("100.1", SUPPORTED, "accepts", comment="We planted ten."))
    remarked = document(answer("100.1", None, comment="Trees are dear to us.", symbol=COUNCIL), symbol=COUNCIL)
    record = final([TREES], answered, remarked)["100.1-1"]
    assert (record.position, record.comment) == (SUPPORTED, "We planted ten.")
    assert record.comment_source == Place(ADDENDUM, "3", 2)


def test_without_one_the_latest_comment_is_kept_with_its_own_source() -> None:
    explained = document(answer("100.1", None, comment="Trees need rain.", symbol=REPORT), symbol=REPORT)
    answered = document(answer("100.1", SUPPORTED, "accepts"))
    remarked = document(answer("100.1", None, comment="Trees are dear to us.", symbol=COUNCIL), symbol=COUNCIL)
    record = final([TREES], explained, answered, remarked)["100.1-1"]
    assert (record.comment, record.comment_source) == ("Trees are dear to us.", Place(COUNCIL, "3", 2))
    assert record.position_source == Place(ADDENDUM, "3", 2)


def test_words_on_a_list_stand_beside_those_on_the_recommendation() -> None:
    of_report = replace(TREES, list_comment="All this is done.", list_comment_source=Place(REPORT, "100", 9))
    silent = final([of_report], document(answer("100.1", None, comment="We planted ten.")))["100.1-1"]
    assert (silent.comment, silent.list_comment) == ("We planted ten.", "All this is done.")
    assert silent.list_comment_source == Place(REPORT, "100", 9)
    on_list = replace(
        answer("100.1", SUPPORTED, "accepts"), list_comment="Much is done.", list_comment_place=Place(ADDENDUM, "4", 3)
    )
    record = final([of_report], document(on_list))["100.1-1"]
    assert (record.comment, record.list_comment) == (None, "Much is done.")
    assert record.list_comment_source == Place(ADDENDUM, "4", 3)


def test_a_part_whose_words_are_not_those_of_a_request_is_said_of_all() -> None:
    requests = [replace(BRIDGES, sponsors=()), replace(FERRIES, sponsors=())]
    part = document(answer("100.2", SUPPORTED, "accepts", part="the mending of old bridges"))
    assert positions(requests, part) == {"100.2-1": NOTED, "100.2-2": NOTED}


def test_an_answer_to_one_of_the_states_that_made_the_only_request_is_one_to_a_part() -> None:
    several = recommendation("Plant trees", "100.1", position=PENDING, sponsors=["FRA", "PER"])
    one = recommendation("Plant trees", "100.1", position=PENDING, sponsors=["FRA"])
    answered = document(answer("100.1", SUPPORTED, "accepts", part="the recommendation of FRA"))
    assert positions([several], answered) == {"100.1-1": NOTED}
    assert positions([one], answered) == {"100.1-1": SUPPORTED}


def test_a_position_stands_where_it_is_given_and_not_at_a_comment_before_it() -> None:
    remarked = answer("100.1", None, comment="We like trees.", paragraph="3")
    answered = answer("100.1", SUPPORTED, "accepts", paragraph="9")
    record = final([TREES], document(remarked, answered))["100.1-1"]
    assert record.position_source == Place(ADDENDUM, "9", 2)
    assert record.comment_source == Place(ADDENDUM, "3", 2)


@pytest.mark.parametrize(
    ("spoken", "counts"),
    [
        pytest.param(NOTED, (NOTED, date(2015, 3, 12)), id="spoken at a meeting"),
        pytest.param(None, (SUPPORTED, None), id="commented at a meeting, answered in writing"),
    ],
)
def test_the_day_is_that_of_the_answer_that_counts(
    spoken: Position | None, counts: tuple[Position, date | None]
) -> None:
    at_meeting = replace(answer("100.1", spoken, comment="We think.", symbol=COUNCIL), answered_on=date(2015, 3, 12))
    documents = document(answer("100.1", SUPPORTED, "accepts")), document(at_meeting, symbol=COUNCIL)
    (merged,) = final([TREES], *documents).values()
    assert (merged.position, merged.answered_on) == counts


def test_recommendations_of_a_paragraph_are_its_whole_list_and_no_item_of_that_number() -> None:
    item_100 = recommendation("Paint the ferries", "99.100", position=PENDING)
    records = [item_100, TREES, BRIDGES, FERRIES, SCHOOLS]
    accepted = document(answer(every_of_list("100"), SUPPORTED, "accepts"))
    assert positions(records, accepted) == {
        "99.100-1": UNKNOWN,
        "100.1-1": SUPPORTED,
        "100.2-1": SUPPORTED,
        "100.2-2": SUPPORTED,
        "101.1-1": SUPPORTED,
    }


def test_a_number_of_the_list_may_have_its_own_position_or_comment() -> None:
    trees = answer("100.1", None, comment="Trees grow slowly.")
    bridges = answer("100.2", NOTED, "notes")
    accepted = answer(every_of_list("100"), SUPPORTED, "accepts")
    records = final([TREES, BRIDGES], document(trees, bridges, accepted))
    assert [(r.position, r.comment) for r in records.values()] == [(SUPPORTED, "Trees grow slowly."), (NOTED, None)]
    explained = answer(every_of_list("100"), SUPPORTED, "accepts", comment="All are dear to us.")
    record = final([BRIDGES], document(bridges, explained))["100.2-1"]
    assert (record.position, record.position_words, record.comment) == (NOTED, "notes", "All are dear to us.")


def test_recommendations_of_a_paragraph_of_the_dialogue_are_its_parts() -> None:
    parts = [recommendation(f"Mend road {letter}", f"27({letter})", position=PENDING) for letter in "ab"]
    accepted = document(answer(every_of_list("27"), SUPPORTED, "accepts"))
    assert set(positions([*parts, TREES], accepted).values()) == {SUPPORTED, UNKNOWN}
    unknown = answer(every_of_list("28"), SUPPORTED, "accepts")
    assert collect_answers(parts, [document(unknown)]).unmerged == (unknown,)
