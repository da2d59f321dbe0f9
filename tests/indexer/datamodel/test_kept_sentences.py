"""Sentences that an index keeps are the messages again that they were, with their values."""

import json

import pytest

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text, extract_from_text
from indexer.datamodel.kept_sentences import sentence_as_text, sentence_from_text
from models.messages.message import Message, Row, StateName, counted
from models.records.documents import DocumentIdentity, DocumentKind

EMPTY = Message("%(name)s is empty; download it again.", name="a: b.pdf")
CHAD = StateName("TCD", "Chad")
SENTENCES = (
    EMPTY,
    Message("%(name)s: %(doubt)s", name="b.pdf", doubt=Message("Is this of %(state)s?", state=CHAD)),
    counted("%(count)s page is blank in %(share)s.", "%(count)s pages are blank in %(share)s.", 3, share=0.5),
    Message("It says: %(answers)s.", answers=Row((Message("%(count)s noted", count=1_234), "2 unclear"), ", ")),
    Message("The scan is blank."),
)


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_a_sentence_is_the_message_again_that_it_was(sentence: Message) -> None:
    found = sentence_from_text(sentence_as_text(sentence))
    assert isinstance(found, Message)
    assert found == sentence
    assert [found.message, found.several, found.number, found.values] == [
        sentence.message, sentence.several, sentence.number, sentence.values
    ]  # fmt: skip
    assert list(map(type, found.values.values())) == list(map(type, sentence.values.values()))


def test_warnings_of_a_document_are_messages_again() -> None:
    identity = DocumentIdentity("A/HRC/900/7", DocumentKind.WORKING_GROUP_REPORT, "en", "SVN", 20)
    kept = extract_from_text(extract_as_text(DocumentExtract("a.pdf", "0" * 64, identity, warnings=(EMPTY, "Old."))))
    assert kept.warnings == (EMPTY, "Old.")
    assert isinstance(kept.warnings[0], Message)
    assert not isinstance(kept.warnings[1], Message)


@pytest.mark.parametrize(
    "text",
    [
        "a.pdf is empty; download it again.",
        "{a}.pdf is empty; download it again.",
        json.dumps({"message": "%(name)s is a %(kind)s.", "values": {"name": "a"}}),
        json.dumps({"message": "%(name)999999999999s", "values": {"name": "a.pdf"}}),
        "[" * 100_000,
        '{"parts": [' * 900 + "]}" * 900,
        json.dumps({"message": "%(share)x", "values": {"share": "a"}}),
        json.dumps({"message": "%(count)s", "several": "%(count)09s", "number": 2, "values": {}}),
        json.dumps({"state": "TCD", "name": "Chad"}),
    ],
    ids=[
        "of an older index",
        "like JSON",
        "a value less",
        "a wide value",
        "endless lists",
        "sentences within sentences",
        "a number of a name",
        "a wide one",
        "a value alone",
    ],
)
def test_what_is_no_message_stays_as_it_is(text: str) -> None:
    assert sentence_from_text(text) == text
    assert not isinstance(sentence_from_text(text), Message)
