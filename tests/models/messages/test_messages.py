"""A message is its text in English, and knows what a page needs to say it in another language."""

import json
import pickle

from models.messages.message import LanguageName, Message, counted


def test_message_is_its_text_in_english() -> None:
    message = Message("Only the first %(count)s words of session %(session)s count.", count=5_000, session="20")
    assert message == "Only the first 5,000 words of session 20 count."
    assert json.dumps(message) == '"Only the first 5,000 words of session 20 count."'


def test_what_is_measured_has_the_places_that_it_needs() -> None:
    assert [Message("%(points)s points", points=points) for points in (1.33, 2.0, -1.0)] == [
        "1.33 points",
        "2 points",
        "-1 points",
    ]


def test_message_knows_what_it_was_made_of() -> None:
    message = Message("There is no record %(id)s.", id="SVN-20-1")
    assert (message.message, message.several, message.values) == ("There is no record %(id)s.", "", {"id": "SVN-20-1"})


def test_message_without_values_may_hold_any_sign() -> None:
    assert Message("100 % of {everything} %(so)s") == "100 % of {everything} %(so)s"


def test_values_that_look_like_places_stay_words() -> None:
    assert Message("No “%(word)s”.", word="%(count)s") == "No “%(count)s”."


def test_what_is_counted_stands_in_the_number_that_english_has() -> None:
    messages = [counted("%(count)s request", "%(count)s requests", count) for count in (0, 1, 1_234)]
    assert messages == ["0 requests", "1 request", "1,234 requests"]
    assert [message.number for message in messages] == [0, 1, 1_234]


def test_lists_and_languages_in_a_message() -> None:
    names = ("a", "b", counted("%(count)s more", "%(count)s more", 2))
    assert Message("See %(names)s.", names=names) == "See a, b and 2 more."
    assert Message("See %(names)s.", names=("a", "b")) == "See a and b."
    assert Message("See %(names)s.", names=("a",)) == "See a."
    assert Message("Read as %(language)s.", language=LanguageName("fr", "French")) == "Read as French."


def test_message_keeps_what_it_knows_between_processes() -> None:
    message = counted("%(count)s of {one}", "%(count)s of {many}", 2)
    again = pickle.loads(pickle.dumps(message))  # noqa: S301 - our own bytes
    assert (again, again.message, again.several, again.number) == (message, message.message, message.several, 2)
