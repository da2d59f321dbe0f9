"""A translation has the places and the HTML of the English: with a place that has no value no page would be made."""

import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.paths import REPOSITORY

CATALOGUES = sorted((REPOSITORY / "web" / "translations").glob("*/LC_MESSAGES/messages.po"))
PLACE = re.compile(r"%(?:\(\w+(?::[^)]*)?\).)?")
FORM = re.compile(r":[^)]*(?=\))")
"""What a translation asks of a value: the State with its article, in the dative."""
TAG = re.compile(r"</?[a-z][^>]*>")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d)")
"""Separators, which each language has of its own."""
NUMBER = re.compile(r"\d\d+")
"""Of two digits and more: a word may stand for one or two."""
COUNTS = {"%(count)s", "%(shown)s"}
"""What a form for none, one or two may leave out: a word says it."""


def as_forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def places_in(form: str) -> list[str]:
    """The places of a message, without the forms that are asked for."""
    return [FORM.sub("", place) for place in PLACE.findall(form)]


def wrong_forms(english: str | tuple[str, ...], translated: str | tuple[str, ...]) -> list[str]:
    """The forms of a translation that have not the places of a form of the English, or other tags."""
    of_english = [{*places_in(form), *COUNTS} for form in as_forms(english)]
    places = {place for form in as_forms(english) for place in places_in(form)}
    tags = Counter(TAG.findall(as_forms(english)[-1]))
    return [
        form
        for form in as_forms(translated)
        if {*places_in(form), *COUNTS} not in of_english
        or COUNTS & {*places_in(form)} - places
        or Counter(TAG.findall(form)) != tags
    ]


@pytest.mark.parametrize(
    ("english", "translated", "wrong"),
    [
        ("By %(state)s", "Par %(state)s", []),
        ("By %(state)s", "Par %(État)s", ["Par %(État)s"]),
        ("By %(state)s", "Par %(state:the)s", []),
        ("By %(state)s", "Par %(state)", ["Par %(state)"]),
        ("By %(state)s", "Par un État", ["Par un État"]),
        ("None", "%(count)s", ["%(count)s"]),
        ("<em>All</em>", "<em>Tous<em>", ["<em>Tous<em>"]),
        (("once", "%(count)s times"), ("une fois", "%(count)s fois"), []),
        (("%(count)s by %(state)s", "%(count)s by %(state)s"), ("un de %(state)s", "%(count)s"), ["%(count)s"]),
    ],
)
def test_wrong_places_and_tags_are_seen(
    english: str | tuple[str, ...], translated: str | tuple[str, ...], wrong: list[str]
) -> None:
    assert wrong_forms(english, translated) == wrong


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_keep_places_and_tags(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    assert str(catalogue.locale) == path.parts[-3]
    shown = [message for message in catalogue if message.id and not message.fuzzy and all(as_forms(message.string))]
    assert [form for message in shown for form in wrong_forms(message.id, message.string)] == []


def numbers_in(form: str) -> Counter[str]:
    """The numbers of a form, places and tags left out ("12:00" as "12", which French calls 12 heures)."""
    words = re.sub(r"[:.]00\b", "", TAG.sub("", PLACE.sub("", form)))
    return Counter(NUMBER.findall(BETWEEN_DIGITS.sub("", words)))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_have_the_numbers_of_the_english(path: Path) -> None:
    """A figure that was measured anew has to change in each language."""
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id and not message.fuzzy and message.string]
    pairs = [(as_forms(message.id)[-1], as_forms(message.string)[-1]) for message in messages]
    assert any(numbers_in(english) for english, _ in pairs)
    assert [own for english, own in pairs if own and numbers_in(english) != numbers_in(own)] == []
