"""Words of the program that the site can say in other languages: a message with the values put into it.

Commands and JSON speak English, and take a message for the text that it is. Pages look up what it was made of
(web/site/language.py). `make messages` gathers the first argument of every `Message` and the first two of every
`counted` for the translators: they are literal strings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.messages.names_in_sentences import InForms, StateInSentence, in_english


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language in a message, which pages name in their own."""

    code: str
    """ISO 639-1."""
    in_english: str


@dataclass(frozen=True, slots=True)
class StateName:
    """A State in a message, which pages name in their language."""

    code: str
    """ISO 3166 alpha-3, or that of an invented State."""
    in_english: str


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as texts print it, which stands in quotation marks in a message."""

    name: str
    language: str
    """ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Months:
    """The months of a run of days in a message ("January 2025", "April – May 2025")."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Row:
    """Several in a message that make no sentence ("13-15, 20"; "of cycle 1 nothing; cycle 2: …")."""

    parts: tuple[str, ...]
    """Some of them messages."""
    between: str
    """", " or "; "."""


Listed = str | Months | PrintedName
Value = str | int | float | date | Months | LanguageName | StateName | PrintedName | Row | tuple[Listed, ...]
"""A number that something is counted or measured by is written as the language writes numbers; a number that names
something (a session, a year) is given as a string. A tuple is a list in a sentence: “a, b and c”."""


class Message(str):
    """A text in English that knows what it was made of."""

    message: str
    """With places for the values: "There is no record %(id)s in this index."."""
    several: str
    """The message for another count than 1; "" for one that counts nothing."""
    number: int
    values: dict[str, Value]

    def __new__(cls, message: str, /, **values: Value) -> "Message":
        """The message with its values."""
        return _made(cls, message, "", 1, values)


def counted(one: str, several: str, count: int, /, **values: Value) -> Message:
    """The message for that many, which may name the number: "%(count)s request", "%(count)s requests"."""
    return _made(Message, one, several, count, {"count": count, **values})


def _made(cls: type[Message], one: str, several: str, count: int, values: dict[str, Value]) -> Message:
    message = several if several and count != 1 else one
    made = str.__new__(cls, in_english(message) % InForms(values, _in_english) if values else message)
    made.message, made.several, made.number, made.values = one, several, count, values
    return made


def _in_english(value: Value, form: str) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, LanguageName):
        return value.in_english
    if isinstance(value, StateName):
        return StateInSentence(value.code, "en", value.in_english).form(form)
    if isinstance(value, PrintedName):
        return f"“{value.name}”"
    if isinstance(value, Months):
        return _months_in_english(value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Row):
        return value.between.join(value.parts)
    return listed([_in_english(each, form) for each in value]) if isinstance(value, tuple) else value


def _months_in_english(months: Months) -> str:
    first, last = f"{months.first:%B %Y}", f"{months.last:%B %Y}"
    if first == last:
        return last
    return f"{months.first:%B} – {last}" if months.first.year == months.last.year else f"{first} – {last}"


def listed(words: Sequence[str]) -> str:
    """Words as a list in an English sentence: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
