"""Every kind of document has all that each part of the program must know of it."""

import pytest

from indexer.sources.extractors import EXTRACTORS
from models.records.documents import Author, DocumentKind

FORMATS_OF_THEIR_OWN = {
    DocumentKind.DECISION: "nothing is read from it",
    DocumentKind.GENERAL_COMMENT: "read from JSON",
    DocumentKind.THEMATIC_LIST: "read from Word",
    DocumentKind.RECOMMENDATION_TABLE: "read from rows",
    DocumentKind.RIGHTS_INDEX_EXPORT: "read from records",
}
"""Kinds that no extractor of running text is asked for, and why."""


@pytest.mark.parametrize("kind", DocumentKind)
def test_each_kind_has_a_reader_and_rules_that_agree(kind: DocumentKind) -> None:
    rules = kind.rules
    assert (kind in EXTRACTORS) != (kind in FORMATS_OF_THEIR_OWN)
    assert rules.has_own_symbol or rules.authority is None
    assert (rules.source_name is not None) == (rules.author is Author.EDITORS)


@pytest.mark.parametrize("kind", EXTRACTORS)
def test_what_answers_has_an_authority_and_what_reports_a_reporter(kind: DocumentKind) -> None:
    rules, extractors = kind.rules, EXTRACTORS[kind]
    assert (rules.authority is not None) == (extractors.answers is not None)
    assert (rules.reporting is not None) == (extractors.reported is not None) == bool(rules.title)
    assert any((extractors.answers, extractors.reported, extractors.observations))


@pytest.mark.parametrize("kind", [DocumentKind.SUMMARY, DocumentKind.COMPILATION, DocumentKind.HRC_SESSION_REPORT])
def test_documents_in_which_others_speak_have_no_commitments_of_the_state(kind: DocumentKind) -> None:
    assert kind.rules.author is not Author.STATE
    assert EXTRACTORS[kind].commitments is None


def test_documents_of_a_session_of_the_working_group_are_told_apart_by_their_number() -> None:
    numbers = [kind.rules.number for kind in DocumentKind if kind.rules.number]
    assert sorted(numbers) == [*range(1, len(numbers) + 1)]


def test_no_two_kinds_have_one_authority_or_one_name() -> None:
    for values in (
        [kind.rules.authority for kind in DocumentKind if kind.rules.authority],
        [kind.rules.source_name for kind in DocumentKind if kind.rules.source_name],
    ):
        assert len(values) == len(set(values))
