"""Drafts of a report: which is used, what the final report makes of one, and what became of each request."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text, extract_from_text
from indexer.merge.copies import Candidate, Choice, choose_documents, contents_of
from indexer.merge.drafts import replaced_draft, replacement_in_words
from indexer.merge.review import merge_documents, merge_review
from models.records.documents import DocumentIdentity, DocumentKind, Draft, draft_in
from models.records.enums import Position
from models.records.records import Recommendation
from tests.invented_records import recommendation

TODAY = date(2026, 11, 1)
REPORT = DocumentIdentity("A/HRC/910/7", DocumentKind.WORKING_GROUP_REPORT, "en", "XAA", 52, date(2026, 7, 1))
DRAFT = replace(REPORT, date=date(2026, 5, 12), is_draft=True)


def request(text: str, paragraph: str, *states: str, position: Position = Position.SUPPORTED) -> Recommendation:
    made = recommendation(text, paragraph, state="XAA", session=52, sponsors=states or ("FRA",), position=position)
    place = replace(made.place, symbol="A/HRC/910/7")
    return replace(made, place=place, position_source=place if made.position_source else None)


def document(name: str, identity: DocumentIdentity, *requests: Recommendation) -> DocumentExtract:
    """Its digest is its name."""
    return DocumentExtract(name, name, identity, requests)


def choose(*extracts: DocumentExtract) -> Choice:
    contents = {extract.digest: contents_of([extract]) for extract in extracts}
    candidates = [Candidate(extract.digest, extract.name, extract.identity, True) for extract in extracts]
    return choose_documents(candidates, TODAY, contents.__getitem__)


def names(choice: Choice) -> tuple[list[str], list[tuple[str, str]]]:
    """The files used, and what replaces each draft."""
    replaced = [(copy.file.name, copy.used.name) for copy in choice.replaced]
    return sorted(file.name for file in choice.used), sorted(replaced)


FERRIES = request("Mend all ferries of the outer islands before winter", "6.1")
QUAYS = request("Light the quays of every harbour in the north", "6.2", "PER", "FJI")
SAILS = request("Teach every child to sail in all schools of the coast", "7.1", position=Position.PENDING)
WHOLE = (FERRIES, QUAYS, SAILS)


def test_the_final_report_replaces_a_draft_however_full_that_is() -> None:
    draft, final = document("draft.docx", DRAFT, *WHOLE), document("final.pdf", REPORT, FERRIES)
    assert names(choose(draft, final)) == (["final.pdf"], [("draft.docx", "final.pdf")])
    assert choose(draft, final).copies == ()


def test_a_draft_without_a_symbol_is_of_the_same_report() -> None:
    cut = document("list.docx", replace(DRAFT, symbol="XAA-52/draft report"), *WHOLE)
    assert names(choose(cut, document("final.pdf", REPORT, *WHOLE))) == (["final.pdf"], [("list.docx", "final.pdf")])


def test_the_draft_of_another_review_stays() -> None:
    other = document("other.docx", replace(DRAFT, session=51, symbol="A/HRC/909/7"), *WHOLE)
    assert names(choose(other, document("final.pdf", REPORT, *WHOLE))) == (["final.pdf", "other.docx"], [])


def test_of_several_drafts_the_latest_is_used_and_the_final_report_replaces_all() -> None:
    early, late = document("early.docx", DRAFT, *WHOLE), document("late.docx", _saved(19), FERRIES, SAILS)
    assert names(choose(early, late)) == (["late.docx"], [("early.docx", "late.docx")])
    final = document("final.pdf", REPORT, *WHOLE)
    replaced = [("early.docx", "final.pdf"), ("late.docx", "final.pdf")]
    assert names(choose(final, early, late)) == (["final.pdf"], replaced)


def _saved(day: int) -> DocumentIdentity:
    return replace(DRAFT, date=None, saved=date(2026, 5, day))


def test_a_later_file_with_a_part_of_the_draft_does_not_replace_it() -> None:
    early, part = document("early.docx", DRAFT, *WHOLE), document("part.docx", _saved(19), FERRIES)
    assert names(choose(early, part)) == (["early.docx"], [("part.docx", "early.docx")])


def test_a_draft_that_is_given_again_under_its_name_counts_as_it_is_now() -> None:
    before = replace(document("the greater digest", DRAFT, *WHOLE), name="draft.docx")
    now = replace(document("a", DRAFT, FERRIES, QUAYS, request("Close the schools", "7.1")), name="draft.docx")
    contents = {extract.digest: contents_of([extract]) for extract in (before, now)}
    candidates = [
        Candidate(extract.digest, extract.name, extract.identity, extract is now) for extract in (before, now)
    ]
    choice = choose_documents(candidates, TODAY, contents.__getitem__)
    assert [file.digest for file in choice.used] == ["a"]
    assert [(copy.file.digest, copy.used.digest) for copy in choice.replaced] == [("the greater digest", "a")]


def test_an_amended_draft_that_says_the_same_adds_nothing() -> None:
    choice = choose(document("early.docx", DRAFT, *WHOLE), document("late.docx", _saved(19), *WHOLE))
    assert names(choice) == (["late.docx"], [])
    assert [skipped.reason for skipped in choice.left_out] == [
        "early.docx adds nothing to late.docx, which is used instead."
    ]


def became(before: Sequence[Recommendation], now: Sequence[Recommendation]) -> list[tuple[str | None, str]]:
    """Of each request the number of today, and what changed."""
    replaced = replaced_draft("draft.docx", Draft(None), before, now)
    return [
        (None if each.index is None else now[each.index].place.paragraph, " ".join(each.changed))
        for each in replaced.requests
    ]


def moved(record: Recommendation, paragraph: str, text: str = "", **changes: object) -> Recommendation:
    place = replace(record.place, paragraph=paragraph)
    return replace(record, place=place, text=text or record.text, **changes)  # type: ignore[arg-type]


EDITED = "Light the quays of all harbours in the north and the south"
CASES = {
    "another number": (moved(QUAYS, "48.2"), ("48.2", "number")),
    "other words under the same item": (moved(QUAYS, "48.2", EDITED), ("48.2", "number words")),
    "a State more": (moved(QUAYS, "48.2", sponsors=(*QUAYS.sponsors, *FERRIES.sponsors)), ("48.2", "number States")),
    "another position": (moved(QUAYS, "49.1", interim_position=Position.NOTED), ("49.1", "number position")),
    "a full stop less": (moved(QUAYS, "6.2", QUAYS.text + ";"), ("6.2", "")),
    "other words of other States": (moved(QUAYS, "48.2", EDITED, sponsors=FERRIES.sponsors), (None, "")),
    "another request of the same States": (moved(QUAYS, "48.2", "Ban plastic bags in shops"), (None, "")),
}


@pytest.mark.parametrize(("now", "expected"), CASES.values(), ids=CASES)
def test_what_a_request_became(now: Recommendation, expected: tuple[str | None, str]) -> None:
    final = [moved(FERRIES, "48.1"), now, moved(SAILS, "50.1")]
    assert became(WHOLE, final) == [("48.1", "number"), expected, ("50.1", "number")]


def test_equal_words_are_paired_before_the_same_item() -> None:
    """A recommendation that was taken out moves all after it."""
    final = [moved(QUAYS, "48.1"), moved(SAILS, "49.1")]
    assert became(WHOLE, final) == [(None, ""), ("48.1", "number"), ("49.1", "number")]


def replacement(*now: Recommendation, identity: DocumentIdentity = REPORT) -> str:
    draft = replace(document("draft.docx", DRAFT, *WHOLE), copy_of="final.pdf")
    merged = merge_review("XAA", 52, [draft, document("final.pdf", identity, *now)], TODAY)
    (replaced,) = merged.replaced
    assert len(merged.recommendations) == len(now)
    files = {"draft": "draft.docx", "used": "final.pdf"}
    return replacement_in_words(replaced, files, "XAA-52")


def test_a_run_says_what_a_report_made_of_the_draft() -> None:
    beginning = "XAA-52: final.pdf replaces the draft of 12 May 2026 (draft.docx). Of its 3 recommendations "
    rest = "changed in number, words, States or position and"
    end = "`upr draft XAA-52` says which became which."
    assert replacement(*WHOLE) == f"{beginning}0 {rest} 0 are gone; 0 are new. {end}"
    new = request("Plant trees along all roads", "48.9")
    assert replacement(moved(FERRIES, "48.1"), moved(QUAYS, "48.2", EDITED), new) == (
        f"{beginning}2 {rest} 1 are gone; 1 are new. {end}"
    )


def test_what_a_draft_says_otherwise_is_no_conflict() -> None:
    draft = replace(document("draft.docx", DRAFT, moved(SAILS, "6.1")), copy_of="final.pdf")
    final = document("final.pdf", REPORT, FERRIES)
    (record,) = merge_review("XAA", 52, [draft, final], TODAY).recommendations
    assert record.conflicts == ()


@pytest.mark.parametrize(
    ("identity", "draft"),
    [
        (DRAFT, Draft(date(2026, 5, 12))),
        (_saved(19), Draft(date(2026, 5, 19), is_printed=False)),
        (replace(DRAFT, date=None), Draft(None)),
        (REPORT, None),
    ],
)
def test_records_of_a_draft_say_of_when_it_is(identity: DocumentIdentity, draft: Draft | None) -> None:
    read = extract_from_text(extract_as_text(document("draft.docx", identity, FERRIES)))
    (record,) = merge_documents([read], TODAY).recommendations
    assert record.place.draft == draft
    assert record.position_source is not None
    assert record.position_source.draft == draft
    assert draft is None or draft_in(draft.as_text) == draft
