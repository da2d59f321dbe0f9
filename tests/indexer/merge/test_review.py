"""All that is known of one review, joined: repeatable in any order, twice the same, nothing lost unsaid."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import UHRI, ListedRecommendation, TableEntry
from indexer.merge.review import MergedReview, is_adopted, merge_documents, merge_review
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Confidence, Position
from models.records.records import (
    EVERY_OTHER,
    Commitment,
    Label,
    Origin,
    Place,
    Recommendation,
    Response,
    Sponsor,
    StatedAnswers,
    StatedTotal,
)
from tests.invented_records import TODAY, recommendation

REPORT, ADDENDUM, COUNCIL = "A/HRC/900/1", "A/HRC/900/1/Add.1", "A/HRC/900/2"
SUPPORTED, NOTED, PENDING, UNKNOWN = Position.SUPPORTED, Position.NOTED, Position.PENDING, Position.UNKNOWN
TREES = recommendation("Plant trees along every road", "100.1", position=PENDING)
BRIDGES = recommendation("Mend the bridges of the capital", "100.2", position=PENDING)
SCHOOLS = recommendation("Open more schools in the mountains", "101.1", position=SUPPORTED)
FORESTS = Label("uhri", "Forests", Origin.SOURCE)


def parts(
    kind: DocumentKind,
    symbol: str,
    *,
    recommendations: tuple[Recommendation, ...] = (),
    commitments: tuple[Commitment, ...] = (),
    answers: Sequence[tuple[str, Position | None]] = (),
    totals: Sequence[tuple[int, Position | None]] = (),
    listed: tuple[ListedRecommendation, ...] = (),
    entries: tuple[TableEntry, ...] = (),
    digest: str = "",
) -> DocumentExtract:
    place = Place(symbol, "3", 2)
    return DocumentExtract(
        name=symbol,
        digest=digest or symbol,
        identity=DocumentIdentity(symbol, kind, "en", "SVN", 20),
        recommendations=recommendations,
        commitments=commitments,
        answers=StatedAnswers(
            tuple(Response(place, REPORT, number, position, str(position)) for number, position in answers),
            tuple(StatedTotal(place, REPORT, count, position, "a sentence") for count, position in totals),
        ),
        listed=listed,
        entries=entries,
    )


def listed(number: str, position: Position) -> ListedRecommendation:
    return ListedRecommendation(number, position, position.capitalize(), "", (FORESTS,))


def entry(text: str, position: Position | None, *sponsors: str) -> TableEntry:
    named = tuple(Sponsor(code, code) for code in sponsors)
    return TableEntry("SVN", 20, text, "Noted", position, named, 4, ("Environment",))


def report(*records: Recommendation, symbol: str = REPORT) -> DocumentExtract:
    return parts(DocumentKind.WORKING_GROUP_REPORT, symbol, recommendations=records)


def copy_of(document: DocumentExtract, answers: Sequence[tuple[str, Position | None]]) -> DocumentExtract:
    """Another file with the symbol of a document, which is not used."""
    other = parts(document.identity.kind, document.identity.symbol, answers=answers, digest="copy")
    return replace(other, name="scans/copy.pdf", copy_of="from the UN/addendum.pdf")


PLEDGE = Commitment("SVN", 20, Place(REPORT, "103", 21), 1, "Slovenia will plant more forests")
EVERYTHING = [
    parts(DocumentKind.WORKING_GROUP_REPORT, REPORT, recommendations=(TREES, BRIDGES, SCHOOLS), commitments=(PLEDGE,)),
    parts(DocumentKind.ADDENDUM, ADDENDUM, answers=[("100.1", SUPPORTED), ("2", NOTED)], totals=[(7, SUPPORTED)]),
    parts(DocumentKind.ADDENDUM, f"{ADDENDUM}/Corr.1", answers=[("100.1", NOTED), ("1", NOTED)]),
    parts(DocumentKind.HRC_SESSION_REPORT, COUNCIL, answers=[("101.1", NOTED)], totals=[(40, None)]),
    parts(DocumentKind.THEMATIC_LIST, "list", listed=(listed("100.1", SUPPORTED), listed("100.9", NOTED))),
    parts(
        DocumentKind.RECOMMENDATION_TABLE,
        "table",
        entries=(
            entry("Plant trees along every road.", SUPPORTED, "FRA"),
            entry("Build a lighthouse on the shore", NOTED, "PER", "MLI"),
            entry("Slovenia will plant more forests.", None),
        ),
    ),
    parts(
        DocumentKind.RECOMMENDATION_TABLE,
        "the same table saved as another file",
        entries=(
            entry("Build a lighthouse on the shore", NOTED, "MLI", "PER"),
            entry("Plant trees along every road.", SUPPORTED, "FRA"),
        ),
    ),
]


def join(documents: Sequence[DocumentExtract]) -> MergedReview:
    return merge_review("SVN", 20, documents, TODAY)


def by_id(merged: MergedReview) -> dict[str, Recommendation]:
    return {record.id.removeprefix("SVN-20-"): record for record in merged.recommendations}


@given(st.permutations([*EVERYTHING, *EVERYTHING[:3]]))
def test_the_order_of_files_and_files_given_twice_change_nothing(documents: list[DocumentExtract]) -> None:
    assert join(documents) == join(EVERYTHING)


def test_all_sources_in_the_order_of_authority() -> None:
    merged = join(EVERYTHING)
    records = by_id(merged)
    assert list(records)[:3] == ["100.1-1", "100.2-1", "101.1-1"]
    trees = records["100.1-1"]
    assert (trees.position, trees.position_source) == (NOTED, Place(f"{ADDENDUM}/Corr.1", "3", 2))
    assert [conflict.place.symbol for conflict in trees.conflicts] == [ADDENDUM, "OHCHR thematic list", "UPR Info"]
    assert [label.label for label in trees.labels] == ["Forests", "Environment"]
    assert records["100.2-1"].position is NOTED  # "2" is the second item of one list only
    assert records["101.1-1"].position_source == Place(COUNCIL, "3", 2)
    (own,) = merged.recommendations[3:]
    assert (own.text, own.position, own.place.symbol) == ("Build a lighthouse on the shore", NOTED, "UPR Info")
    assert [[label.label for label in pledge.labels] for pledge in merged.commitments] == [["Environment"]]


def test_documents_are_merged_review_by_review() -> None:
    merged = merge_documents(EVERYTHING[:2], TODAY)
    assert [record.id for record in merged.recommendations] == ["SVN-20-100.1-1", "SVN-20-100.2-1", "SVN-20-101.1-1"]
    assert [commitment.text for commitment in merged.commitments] == ["Slovenia will plant more forests"]


def test_what_does_not_fit_is_said() -> None:
    assert join(EVERYTHING).warnings == (
        "A/HRC/900/1/Add.1/Corr.1, paragraph 3 answers 1 (noted): not joined, for no recommendation of A/HRC/900/1 "
        "fits, or more than one.",
        "The OHCHR thematic list has 100.9, which fits no recommendation indexed, or several.",
        "A/HRC/900/1/Add.1, paragraph 3: the document counts 7 as supported; the program read 0.",
        "A/HRC/900/2, paragraph 3: the document counts 40 in all; the program read 3.",
    )


def test_numbers_of_one_paragraph_that_do_not_fit_are_said_in_one_sentence() -> None:
    answering = parts(DocumentKind.ADDENDUM, ADDENDUM, answers=[("7", NOTED), ("8", SUPPORTED)])
    assert join([report(TREES), answering]).warnings == (
        "A/HRC/900/1/Add.1, paragraph 3 answers 7 (noted), 8 (supported): not joined, for no recommendation of "
        "A/HRC/900/1 fits, or more than one.",
    )


def test_a_list_without_its_report_says_so_once() -> None:
    (warning,) = join(EVERYTHING[4:5]).warnings
    assert warning == "The report that an OHCHR thematic list lists is not indexed: add it to have the list joined."


def test_a_report_issued_again_replaces_the_paragraphs_that_it_has() -> None:
    again = recommendation("Plant two trees along every road", "100.1", position=PENDING)
    merged = join([report(TREES, BRIDGES), report(again, symbol=f"{REPORT}/Rev.1")])
    assert [record.text for record in merged.recommendations] == [again.text, BRIDGES.text]


def test_without_a_report_only_the_table_is_known() -> None:
    merged = join(EVERYTHING[1:])
    assert {record.place.symbol for record in merged.recommendations} == {"UPR Info"}
    assert len({record.id for record in merged.recommendations}) == len(merged.recommendations) == 2
    assert any("answers 100.1" in warning for warning in merged.warnings)


def test_the_id_known_from_a_table_leads_to_the_ask_when_its_report_comes() -> None:
    (alone, _) = join([EVERYTHING[5]]).recommendations
    assert join(EVERYTHING).same_as[alone.id] == "SVN-20-100.1-1"


@pytest.mark.parametrize(
    ("today", "position"),
    [
        pytest.param(date(2014, 12, 1), PENDING, id="a month after the session"),
        pytest.param(date(2015, 7, 1), PENDING, id="eight months after"),
        pytest.param(date(2015, 8, 8), PENDING, id="the last day of nine months after"),
        pytest.param(date(2015, 9, 1), UNKNOWN, id="ten months after"),
    ],
)
def test_no_answer_is_pending_until_the_review_is_adopted(today: date, position: Position) -> None:
    (record,) = merge_review("SVN", 20, [report(TREES)], today).recommendations
    assert (record.position, is_adopted(20, today)) == (position, position is UNKNOWN)


POSITIONS = st.sampled_from([SUPPORTED, NOTED])
NUMBERS = st.sampled_from(["100.1", "100.2", "101.1", "2", "999"])


@given(st.lists(st.tuples(NUMBERS, POSITIONS), max_size=6), st.lists(st.tuples(NUMBERS, POSITIONS), max_size=6))
def test_no_answer_is_invented_and_none_vanishes(
    first: list[tuple[str, Position]], second: list[tuple[str, Position]]
) -> None:
    documents = [
        report(TREES, BRIDGES, SCHOOLS),
        parts(DocumentKind.ADDENDUM, ADDENDUM, answers=first),
        parts(DocumentKind.ADDENDUM, f"{REPORT}/Add.2", answers=second),
    ]
    records = by_id(join(documents))
    for name, numbers in {"100.1-1": {"100.1"}, "100.2-1": {"100.2", "2"}, "101.1-1": {"101.1"}}.items():
        said = [{position for number, position in answers if number in numbers} for answers in (first, second)]
        interim = {SUPPORTED} if name == "101.1-1" else set()
        last = next((given for given in (*said[::-1], interim) if given), set())
        expected = UNKNOWN if not last else NOTED if len(last) > 1 else next(iter(last))
        assert records[name].position is expected
        shown = {records[name].position, *(conflict.position for conflict in records[name].conflicts)}
        assert set().union(*said, interim) <= shown | ({SUPPORTED} if any(len(given) > 1 for given in said) else set())
    assert Counter(record.place.symbol for record in records.values()) == {TREES.place.symbol: 3}


def of_uhri(text: str, position: Position, *sponsors: str) -> TableEntry:
    return replace(entry(text, position, *sponsors), source=UHRI, labels=(), action_category=None)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (("table", "uhri"), "Universal Human Rights Index"),
        (("table", "uhri", "list"), "OHCHR thematic list"),
        (("table",), "UPR Info"),
    ],
    ids=["over UPR Info", "under the list", "alone"],
)
def test_where_uhri_stands(sources: tuple[str, ...], expected: str) -> None:
    trees = recommendation("Plant trees along every road", "100.1", position=PENDING)
    export, table = DocumentKind.RIGHTS_INDEX_EXPORT, DocumentKind.RECOMMENDATION_TABLE
    known = {
        "uhri": parts(export, "uhri", entries=(of_uhri("Plant trees along every road", SUPPORTED, "FRA"),)),
        "table": parts(table, "table", entries=(entry("Plant trees along every road", NOTED, "FRA"),)),
        "list": parts(DocumentKind.THEMATIC_LIST, "list", listed=(listed("100.1", NOTED),)),
    }
    merged = join([report(trees), *(known[name] for name in sources)])
    (record,) = merged.recommendations
    assert record.position_source
    assert record.position_source.symbol == expected


def test_what_both_tables_know_is_one_recommendation() -> None:
    lighthouse = of_uhri("Build a lighthouse on the shore", SUPPORTED, "PER")
    export = parts(DocumentKind.RIGHTS_INDEX_EXPORT, "uhri", entries=(lighthouse,))
    (record,) = join([export, EVERYTHING[-1]]).recommendations[:1]
    assert (record.position, record.place.symbol) == (SUPPORTED, "Universal Human Rights Index")
    assert {sponsor.state for sponsor in record.sponsors} == {"PER", "MLI"}
    assert len(join([export, EVERYTHING[-1]]).recommendations) == 2  # the other one is on trees


FULL = parts(DocumentKind.ADDENDUM, ADDENDUM, answers=[("100.1", SUPPORTED), ("100.2", NOTED)])


def test_a_copy_decides_nothing_and_what_it_says_otherwise_is_a_conflict() -> None:
    copy = copy_of(FULL, [("100.1", NOTED), ("100.2", NOTED), ("101.1", NOTED)])
    records = by_id(join([report(TREES, BRIDGES, SCHOOLS), FULL, copy]))
    assert [record.position for record in records.values()] == [SUPPORTED, NOTED, SUPPORTED]
    (conflict,) = records["100.1-1"].conflicts
    assert (conflict.position, conflict.place.symbol, conflict.file, conflict.file_used) == (
        NOTED,
        ADDENDUM,
        "copy.pdf",
        "addendum.pdf",
    )
    assert records["100.2-1"].conflicts == ()
    assert [conflict.file for conflict in records["101.1-1"].conflicts] == ["copy.pdf"]


def test_what_only_a_copy_answers_stays_open_and_is_shown() -> None:
    copy = copy_of(FULL, [("101.2", SUPPORTED)])
    bare = recommendation("Light the piers", "101.2", position=PENDING)
    record = by_id(join([report(TREES, BRIDGES, bare), FULL, copy]))["101.2-1"]
    assert (record.position, record.position_source) == (UNKNOWN, None)
    assert [(conflict.position, conflict.file) for conflict in record.conflicts] == [(SUPPORTED, "copy.pdf")]


def test_a_copy_that_differs_makes_a_position_less_sure() -> None:
    copy = copy_of(FULL, [("100.1", NOTED)])
    trees, bridges = by_id(join([report(TREES, BRIDGES), FULL, copy])).values()
    assert (trees.position_confidence, bridges.position_confidence) == (Confidence.MEDIUM, Confidence.HIGH)


def test_nothing_else_of_a_copy_becomes_a_record() -> None:
    other = recommendation("Sell the harbour", "100.9")
    copy = parts(
        DocumentKind.WORKING_GROUP_REPORT,
        REPORT,
        recommendations=(replace(TREES, interim_position=NOTED), other),
        commitments=(PLEDGE,),
        totals=[(99, SUPPORTED)],
        digest="copy",
    )
    copy = replace(copy, copy_of="report.pdf", warnings=("A page of the copy could not be read.",))
    alone = join([report(TREES, BRIDGES)])
    merged = join([report(TREES, BRIDGES), copy])
    assert [record.id for record in merged.recommendations] == [record.id for record in alone.recommendations]
    assert (merged.commitments, merged.warnings, merged.discrepancies) == ((), (), ())
    assert [conflict.position for conflict in merged.recommendations[0].conflicts] == [NOTED]


def test_a_corrigendum_changes_what_it_names_alone() -> None:
    sweeping = [("100.1", NOTED), (EVERY_OTHER, NOTED)]
    corrigendum = parts(DocumentKind.ADDENDUM, f"{ADDENDUM}/Corr.1", answers=sweeping)
    first = parts(DocumentKind.ADDENDUM, ADDENDUM, answers=[("100.1", SUPPORTED)])
    merged = join([report(TREES, BRIDGES, SCHOOLS), first, corrigendum])
    assert [record.position for record in merged.recommendations] == [NOTED, UNKNOWN, SUPPORTED]
    assert any("answers all others (noted)" in warning for warning in merged.warnings)


@pytest.mark.parametrize("issue", [f"{ADDENDUM}/Rev.1", f"{ADDENDUM}/Corr.1", "A/HRC/900/1/Add.2"])
def test_a_later_issue_counts_for_its_numbers_and_leaves_the_others_standing(issue: str) -> None:
    later = parts(DocumentKind.ADDENDUM, issue, answers=[("100.1", NOTED)])
    records = by_id(join([report(TREES, BRIDGES), later, FULL]))
    assert (records["100.1-1"].position, records["100.2-1"].position) == (NOTED, NOTED)
    assert records["100.2-1"].position_source == Place(ADDENDUM, "3", 2)
    assert [conflict.place.symbol for conflict in records["100.1-1"].conflicts] == [ADDENDUM]


def test_an_addendum_to_a_report_that_was_issued_again_finds_its_review() -> None:
    revised = report(TREES, BRIDGES, symbol=f"{REPORT}/Rev.1")
    merged = merge_documents([revised, FULL], TODAY)
    assert [record.position for record in merged.recommendations] == [SUPPORTED, NOTED]
    assert merged.warnings == ()
