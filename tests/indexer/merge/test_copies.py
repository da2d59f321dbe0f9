"""Of several files with one symbol the fullest is used, whatever the order in which they come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.copies import (
    Candidate,
    Choice,
    Contents,
    choose_documents,
    contents_of,
    copy_in_words,
    overwritten_in_words,
)
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Observation, ObservationKind, Place, Response, StatedAnswers
from tests.invented_records import recommendation

TODAY = date(2026, 1, 1)
REPORT = "A/HRC/900/1"
ADDENDUM = DocumentIdentity(f"{REPORT}/Add.1", DocumentKind.ADDENDUM, "en", "XAA", date=date(2015, 3, 1))
YES, NO = Position.SUPPORTED, Position.NOTED


def addendum(
    name: str,
    answers: Sequence[Position | None],
    *,
    comment: str | None = None,
    page: int = 2,
    identity: DocumentIdentity = ADDENDUM,
) -> DocumentExtract:
    """An addendum that answers 100.1, 100.2, …; its digest is its name."""
    place = Place(identity.symbol, "3", page)
    responses = (
        Response(place, REPORT, f"100.{number}", position, f"{position}", comment)
        for number, position in enumerate(answers, 1)
    )
    return DocumentExtract(name, name, identity, answers=StatedAnswers(tuple(responses)))


def candidate(extract: DocumentExtract) -> Candidate:
    return Candidate(extract.digest, extract.name, extract.identity, given_now=True)


def choose(*extracts: DocumentExtract) -> Choice:
    of_digest = {extract.digest: contents_of([extract]) for extract in extracts}
    return choose_documents(map(candidate, extracts), TODAY, of_digest.__getitem__)


def used(choice: Choice) -> list[str]:
    return [file.name for file in choice.used]


FULL = addendum("full.pdf", [YES, YES, NO])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            addendum("scan.pdf", [NO, NO], identity=replace(ADDENDUM, date=date(2025, 1, 1))),
            id="a scan with fewer pages, of a later date",
        ),
        pytest.param(
            addendum("zz.pdf", [NO, NO, YES], identity=replace(ADDENDUM, date=date(2014, 1, 1))),
            id="as full and of an earlier date",
        ),
        pytest.param(
            addendum("zz.pdf", [NO, NO, YES], identity=replace(ADDENDUM, date=None)),
            id="as full and without a date",
        ),
        pytest.param(
            addendum("a.pdf", [NO, NO, YES]),
            id="nothing tells them apart",
        ),
    ],
)
def test_the_file_that_is_used(other: DocumentExtract) -> None:
    for extracts in ([FULL, other], [other, FULL]):
        choice = choose(*extracts)
        (copy,) = choice.copies
        assert (used(choice), copy.file.name, choice.left_out) == (["full.pdf"], other.name, ())


def test_of_as_many_numbers_the_one_with_comments_is_used() -> None:
    silent = addendum("zz.pdf", [NO, YES, NO])
    commented = addendum("a.pdf", [YES, YES, NO])
    more = replace(
        commented,
        answers=StatedAnswers(
            (
                *commented.answers.responses,
                replace(commented.answers.responses[0], position=None, comment="We like it."),
            )
        ),
    )
    choice = choose(silent, more)
    assert used(choice) == ["a.pdf"]


def test_a_difference_is_told_with_the_state_and_both_directions() -> None:
    forged = addendum("forged.pdf", [NO, NO, YES, YES])
    (copy,) = choose(addendum("full.pdf", [YES, YES, NO, NO, NO]), forged).copies
    assert copy_in_words(copy) == (
        "forged.pdf (A/HRC/900/1/Add.1, XAA) and full.pdf have one symbol and differ: "
        "4 numbers say something else (4 another position), 0 are in the first alone, 1 in the second. The second is "
        "used: it is the fuller, or as full and no older. What the first answers otherwise is kept as conflicts. "
        "Compare both with the UN's; take out the one that is not, and index again with --fresh."
    )


def test_another_comment_is_told_too() -> None:
    (copy,) = choose(addendum("a.pdf", [YES], comment="We built it."), addendum("b.pdf", [YES], comment="No.")).copies
    assert "differ: 1 numbers say something else (0 another position)" in copy_in_words(copy)


def test_a_file_that_says_the_same_is_left_out_by_name_though_its_pages_differ() -> None:
    choice = choose(FULL, addendum("again.pdf", [YES, YES, NO], page=9))
    assert (used(choice), choice.copies) == (["full.pdf"], ())
    (left_out,) = choice.left_out
    assert (left_out.name, left_out.digest, left_out.lasting) == ("again.pdf", "again.pdf", False)
    assert left_out.reason == "again.pdf adds nothing to full.pdf, which is used instead."


def test_of_two_languages_the_same_numbers_are_said_to_be_the_same() -> None:
    report = replace(ADDENDUM, symbol="A/HRC/WG.6/90/XAA/1", kind=DocumentKind.NATIONAL_REPORT)
    in_english = addendum("english.pdf", [YES, NO], identity=report)
    in_french = addendum("french.pdf", [YES, NO], identity=replace(report, language="fr"))
    (left_out,) = choose(in_english, in_french).left_out
    assert left_out.reason == "french.pdf adds nothing to english.pdf, which is used instead."


FILES = [
    FULL,
    addendum("scan.pdf", [NO, NO]),
    addendum("scan again.pdf", [NO, NO]),
    addendum("forged.pdf", [NO, NO, NO]),
    addendum("undated.pdf", [NO, YES, NO], identity=replace(ADDENDUM, date=None)),
    addendum("other.pdf", [YES], identity=replace(ADDENDUM, symbol=f"{REPORT}/Add.2")),
]


def _as_sets(choice: Choice) -> tuple[object, ...]:
    copies = {(copy.file.name, copy.used.name) for copy in choice.copies}
    return set(used(choice)), copies, {file.name for file in choice.left_out}


@given(st.permutations(FILES))
def test_the_order_of_files_changes_nothing(files: list[DocumentExtract]) -> None:
    assert _as_sets(choose(*files)) == _as_sets(choose(*FILES))


@given(st.sets(st.sampled_from([file.name for file in FILES])))
def test_what_was_given_in_earlier_runs_changes_nothing(earlier: set[str]) -> None:
    of_digest = {file.digest: contents_of([file]) for file in FILES}
    candidates = [replace(candidate(file), given_now=file.name not in earlier) for file in FILES]
    choice = choose_documents(candidates, TODAY, of_digest.__getitem__)
    assert _as_sets(choice) == _as_sets(choose(*FILES))


def given_again(before: DocumentExtract, now: DocumentExtract) -> Choice:
    """What is chosen where a file that an earlier run read is given again, and is another now."""
    of_digest = {extract.digest: contents_of([extract]) for extract in (before, now)}
    earlier = replace(candidate(before), given_now=False)
    return choose_documents([earlier, candidate(now)], TODAY, of_digest.__getitem__)


BEFORE = replace(addendum("the greater digest", [YES, NO, YES]), name="add.1.pdf")


def test_a_file_that_is_given_again_under_its_name_counts_as_it_is_now() -> None:
    now = replace(addendum("a", [YES, YES, YES], comment="We do."), name="add.1.pdf")
    choice = given_again(BEFORE, now)
    assert ([file.digest for file in choice.used], choice.copies, choice.left_out) == (["a"], (), ())
    (changed,) = choice.overwritten
    assert overwritten_in_words(changed) == (
        "add.1.pdf (A/HRC/900/1/Add.1, XAA) is another file than when it was indexed before, and counts as it is "
        "now: 3 numbers say something else (1 another position), 0 are gone, 0 new. If you did not change it, compare "
        "it with the UN's."
    )


def test_other_bytes_that_say_the_same_need_no_word() -> None:
    choice = given_again(BEFORE, replace(addendum("a", [YES, NO, YES], page=9), name="add.1.pdf"))
    assert ([file.digest for file in choice.used], choice.left_out, choice.overwritten) == (["a"], (), ())


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(replace(addendum("a", [YES, YES]), name="add.1.pdf"), id="a part of it"),
        pytest.param(addendum("another name.pdf", [YES, YES, YES]), id="another name"),
        pytest.param(
            replace(
                addendum("a", [YES, YES, YES], identity=replace(ADDENDUM, symbol=f"{REPORT}/Add.2")), name="add.1.pdf"
            ),
            id="another document",
        ),
    ],
)
def test_what_is_not_that_file_overwrites_nothing(now: DocumentExtract) -> None:
    choice = given_again(BEFORE, now)
    assert BEFORE.digest in {file.digest for file in choice.used}
    assert choice.overwritten == ()


def test_a_file_in_another_language_overwrites_nothing() -> None:
    council = replace(ADDENDUM, symbol="A/HRC/900/2", kind=DocumentKind.HRC_SESSION_REPORT)
    english = addendum("x", [YES, NO], identity=council)
    french = replace(addendum("zz", [YES, YES], identity=replace(council, language="fr")), name="x")
    assert [file.digest for file in given_again(english, french).used] == ["x"]


def test_of_two_files_of_a_name_that_are_given_at_once_the_fullest_counts() -> None:
    """Two folders may have files of one name."""
    fuller, other = (
        replace(addendum(digest, answers), name="a.pdf") for digest, answers in (("z", [YES, NO]), ("a", [NO]))
    )
    assert [file.digest for file in choose(fuller, other).used] == ["z"]


def test_a_document_of_a_day_to_come_is_refused_and_the_next_day_is_not() -> None:
    today, tomorrow = (replace(ADDENDUM, date=day) for day in (TODAY, date(2026, 1, 2)))
    choice = choose(FULL, addendum("forged.pdf", [NO, NO, NO, NO], identity=tomorrow))
    assert (used(choice), choice.copies) == (["full.pdf"], ())
    assert [file.reason for file in choice.left_out] == [
        "forged.pdf (A/HRC/900/1/Add.1, XAA) bears the date 2026-01-02, which is still to come, and is not used: "
        "check where it is from, and get the document from the UN."
    ]
    assert used(choose(addendum("of today.pdf", [NO], identity=today))) == ["of today.pdf"]


def test_one_document_in_two_languages_differs_by_numbers_and_answers_alone() -> None:
    council = replace(ADDENDUM, symbol="A/HRC/900/2", kind=DocumentKind.HRC_SESSION_REPORT)
    english = addendum("en.pdf", [YES, NO], comment="We do.", identity=council)
    french = addendum("zz.pdf", [YES, NO], comment="Oui.", identity=replace(council, language="fr"))
    choice = choose(french, english)
    assert (used(choice), choice.copies, [file.name for file in choice.left_out]) == (["en.pdf"], (), ["zz.pdf"])
    other = addendum("zz.pdf", [NO, NO], identity=replace(council, language="fr"))
    (copy,) = choose(other, english).copies
    assert copy.used.name == "en.pdf"


def test_a_report_and_an_addendum_are_used_in_each_language() -> None:
    french = addendum("fr.pdf", [NO], identity=replace(ADDENDUM, language="fr"))
    assert sorted(used(choose(FULL, french))) == ["fr.pdf", "full.pdf"]


@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.THEMATIC_LIST,
        DocumentKind.RECOMMENDATION_TABLE,
        DocumentKind.RIGHTS_INDEX_EXPORT,
        DocumentKind.GENERAL_COMMENT,
    ],
)
def test_of_what_has_no_symbol_of_its_own_every_file_is_used(kind: DocumentKind) -> None:
    identity = replace(ADDENDUM, kind=kind)
    assert used(choose(addendum("a", [YES], identity=identity), addendum("b", [NO], identity=identity))) == ["a", "b"]


def test_the_contents_of_a_file_that_is_alone_are_not_asked_for() -> None:
    def never(_digest: str) -> Contents:
        raise AssertionError

    asked: Callable[[str], Contents] = never
    assert used(choose_documents([candidate(FULL)], TODAY, asked)) == ["full.pdf"]


def test_recommendations_answers_and_observations_make_a_file_full() -> None:
    place = Place(REPORT, "3", 2)
    observation = Observation("SVN", "CRC", place, "", ObservationKind.OTHER, "Slow lifts.")
    extract = DocumentExtract(
        "report.pdf",
        "digest",
        ADDENDUM,
        recommendations=(recommendation("Plant trees"), recommendation("Mend bridges", "100.2")),
        answers=StatedAnswers((Response(place, REPORT, "100.1", NO, "notes"),)),
        observations=(observation, replace(observation, place=replace(place, paragraph="4"))),
    )
    contents = contents_of([extract])
    assert contents.completeness == (5, 5)
    assert contents.positions == {"100.1": YES, "100.2": YES, f"{REPORT} 100.1": NO}
