"""What commands say on a terminal: in English, or in the language in which web.spoken lets them speak.

    click.echo(said("The index is sound."))
    click.echo(said_of("%(count)s file read", "%(count)s files read", count))

`make messages` gathers these sentences for the translators, in catalogues of their own: no page shows them. Pages have
a language for each request, and take a Message (models.messages). JSON and the words of documents are never said.
"""

from collections.abc import Callable

from models.messages import Message, Value, counted

ENGLISH = "en"
_speakers: list[tuple[str, Callable[[Message], str]]] = [(ENGLISH, str)]
"""The last one speaks."""


def speak_by(language: str, speaker: Callable[[Message], str]) -> None:
    """Let somebody say all from now on, in a language by its code."""
    _speakers[1:] = [(language, speaker)] if language != ENGLISH else []


def spoken_language() -> str:
    """The code of the language that commands speak."""
    return _speakers[-1][0]


def said(sentence: str, /, **values: Value) -> str:
    """A sentence with its values."""
    return spoken(Message(sentence, **values))


def said_of(one: str, several: str, count: int, /, **values: Value) -> str:
    """The sentence for that many."""
    return spoken(counted(one, several, count, **values))


def to_say(words: str) -> str:
    """Mark words for the translators that are said elsewhere."""
    return words


def to_say_of(one: str, several: str) -> tuple[str, str]:
    """The same of words that are counted."""
    return one, several


def spoken(words: str) -> str:
    """Words that pages show too; English where they are no message."""
    return _speakers[-1][1](words) if isinstance(words, Message) else words
