"""What a file of words says, as the types that readers ask for; a slip in it is said with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from models.languages.load_words import load_words
from models.languages.positions import Role
from models.languages.read_languages import READ_LANGUAGES
from models.languages.words import LanguageWords


@dataclass(frozen=True)
class Row:
    role: Role
    words: str


@dataclass(frozen=True)
class Harbour:
    pattern: re.Pattern[str]
    boats: frozenset[str]
    days: tuple[str, ...]
    counted: tuple[tuple[str, ...], ...]
    numbers: Mapping[str, int]
    rows: tuple[Row, ...]
    bridge: Row | None = None


SAID = {
    "pattern": "(?i)the \n  (?:{boat})\n  |ferry ",
    "boats": "ketch\nyawl  sloop",
    "days": ["first of May", "Sunday"],
    "counted": ["one 1st", "two"],
    "numbers": "first=1 twenty-first=21",
    "rows": [["support_noun", "{it} by {number}"]],
}
PARTS = {"boat": "{small}|ship", "small": "dinghy\n  |skiff"}


def harbour(**said: Any) -> Any:
    return load_words(Harbour, {**SAID, **said}, PARTS, "harbour.toml")


def test_each_text_has_the_type_of_its_field() -> None:
    assert harbour() == Harbour(
        pattern=re.compile("(?i)the(?:dinghy|skiff|ship)|ferry"),
        boats=frozenset(("ketch", "yawl", "sloop")),
        days=("first of May", "Sunday"),
        counted=(("one", "1st"), ("two",)),
        numbers={"first": 1, "twenty-first": 21},
        rows=(Row(Role.SUPPORT_NOUN, "{it} by {number}"),),
    )
    assert harbour(bridge=["note", " a b "]).bridge == Row(Role.NOTE, " a b ")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"boat": "ketch"}, "harbour.toml: nothing is called boat"),
        ({"rows": [["support"]]}, "harbour.toml, rows, 1: words is missing"),
        ({"rows": [["support", "a", "b"]]}, "harbour.toml, rows, 1: has more than role, words"),
        ({"rows": [["note", "a"], ["applause", "b"]]}, "harbour.toml, rows, 2, role: 'applause' is no Role"),
        ({"bridge": {"role": "note", "words": 3}}, "harbour.toml, bridge, words: 3 is no str"),
        ({"bridge": "note"}, "harbour.toml, bridge: 'note' is no table"),
        ({"pattern": "(a"}, "harbour.toml, pattern: '(a' is no Pattern"),
        ({"pattern": "{ship}"}, "harbour.toml, pattern: '{ship}' is no Pattern ('ship')"),
        ({"numbers": "first"}, "harbour.toml, numbers: 'first' is no Mapping"),
        ({"days": 3}, "harbour.toml, days: 3 is no tuple"),
    ],
)
def test_a_slip_is_said_with_its_place(said: dict[str, Any], error: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(error)}"):
        harbour(**said)


def test_a_missing_word_is_said() -> None:
    with pytest.raises(ValueError, match=r"^harbour\.toml: days is missing$"):
        load_words(Harbour, {name: said for name, said in SAID.items() if name != "days"}, PARTS, "harbour.toml")


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_language_says_how_its_requests_begin(code: str) -> None:
    words = READ_LANGUAGES[code]
    given = {name: getattr(words, name) for name in words.__slots__}
    other = READ_LANGUAGES["fr" if code == "en" else "en"]
    with pytest.raises(ValueError, match="has to have either infinitives or bare_verbs"):
        LanguageWords(**{**given, "infinitives": None, "bare_verbs": None})
    with pytest.raises(ValueError, match="has to have either infinitives or bare_verbs"):
        LanguageWords(
            **{
                **given,
                "infinitives": words.infinitives or other.infinitives,
                "bare_verbs": words.bare_verbs or other.bare_verbs,
            }
        )
