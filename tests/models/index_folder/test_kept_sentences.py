"""Sentences kept as English text are found to be those messages that they were made of."""

import pytest

from models.index_folder.kept_sentences import made_of
from models.messages.message import Message
from models.reviews.states import StateTable

MESSAGES = (
    "%(name)s holds no list of recommendations.",
    "%(name)s holds no list of recommendations. %(question)s",
    "Is this the review of %(state)s? Say so with --review %(code)s-1.",
    "There is no index in %(folder)s: make one with `upr index PATH --to %(folder)s`.",
    "%(name)s: %(doubt)s",
)


def state_named(name: str) -> object:
    state = StateTable.built_in().find(name)
    assert state is not None
    return state.in_message


@pytest.mark.parametrize(
    ("message", "values"),
    [
        (0, {"name": "a: b.pdf"}),
        (3, {"folder": "here/and/there"}),
        (2, {"state": state_named("Netherlands"), "code": "NLD"}),
    ],
    ids=["a value with a colon", "a value that stands twice", "a State with its article"],
)
def test_message_and_values_are_found_again(message: int, values: dict[str, str]) -> None:
    kept = str(Message(MESSAGES[message], **values))
    found = made_of(kept, MESSAGES)
    assert isinstance(found, Message)
    assert (found, found.message, found.values) == (kept, MESSAGES[message], values)


def test_a_sentence_within_a_sentence_is_found_too() -> None:
    question = Message(MESSAGES[2], state=state_named("Chad"), code="TCD")
    found = made_of(str(Message(MESSAGES[1], name="b.pdf", question=question)), MESSAGES)
    assert isinstance(found, Message)
    inner = found.values["question"]
    assert isinstance(inner, Message)
    assert (inner.message, inner.values["code"]) == (MESSAGES[2], "TCD")


def test_a_kind_of_document_within_a_sentence_is_found_too() -> None:
    sentence = "%(name)s is a document of the kind “%(kind)s”, which is not read."
    found = made_of(str(Message(sentence, name="minutes", kind="minutes")), (*MESSAGES, sentence, "minutes"))
    assert isinstance(found, Message)
    assert isinstance(found.values["kind"], Message)
    assert not isinstance(found.values["name"], Message)


@pytest.mark.parametrize(
    "words",
    [
        "b.pdf: nothing known begins so",
        "There is no index in here: make one with `upr index PATH --to there`.",
        "b.pdf holds no list of recommendations",
    ],
    ids=["too little is the message's", "one value cannot be two", "not to its end"],
)
def test_what_is_no_message_stays_as_it_is(words: str) -> None:
    assert made_of(words, MESSAGES) == words
    assert not isinstance(made_of(words, MESSAGES), Message)


def test_a_sentence_behind_the_name_of_a_file_is_found() -> None:
    found = made_of("b.pdf: Is this the review of Chad? Say so with --review TCD-1.", MESSAGES)
    assert isinstance(found, Message)
    doubt = found.values["doubt"]
    assert isinstance(doubt, Message)
    assert (found.message, found.values["name"], doubt.message) == (MESSAGES[4], "b.pdf", MESSAGES[2])


def test_a_sentence_of_many_colons_is_looked_at_once() -> None:
    words = "ferry: " * 2_000
    assert made_of(words, MESSAGES) == words


def test_words_of_a_library_within_a_sentence_are_english_alone() -> None:
    sentence = "%(name)s cannot be opened (%(reason)s): check that it may be read."
    known = Message(sentence, name="b.pdf", reason="Permission denied")
    odd = Message(sentence, name="b.pdf", reason="Transport endpoint is not connected")
    messages = (*MESSAGES, sentence, "Permission denied")
    reasons = [made_of(str(each), messages).values["reason"] for each in (known, odd)]
    assert [reason.message for reason in reasons] == ["Permission denied", "%(words_in_english)s"]
    assert reasons[1].values == {"words_in_english": "Transport endpoint is not connected"}
