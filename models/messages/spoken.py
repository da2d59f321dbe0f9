"""What commands say on a terminal: in English, or in the language in which web.spoken lets them speak.

    click.echo(said("The index is sound."))
    click.echo(said_of("%(count)s file read", "%(count)s files read", count))

`make messages` gathers these sentences for the translators, in catalogues of their own: no page shows them. Pages have
a language for each request, and take a Message. JSON and the words of documents are never said.
"""

from collections.abc import Callable

from models.messages.message import Message, StateName, Value, counted

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
    return spoken(saying(sentence, **values))


def said_of(one: str, several: str, count: int, /, **values: Value) -> str:
    """The sentence for that many."""
    return spoken(saying_of(one, several, count, **values))


def saying(sentence: str, /, **values: Value) -> Message:
    """A sentence that is said later, of an error or a warning: in English until it is `spoken`."""
    return Message(sentence, **values)


def saying_of(one: str, several: str, count: int, /, **values: Value) -> Message:
    """The sentence for that many, which is said later: in English until it is `spoken`."""
    return counted(one, several, count, **values)


def to_say(words: str) -> str:
    """Mark words for the translators that are said elsewhere."""
    return words


def to_say_of(one: str, several: str) -> tuple[str, str]:
    """Mark the two sentences of what is counted for the translators; they are said elsewhere."""
    return one, several


def system_words(reason: str | None) -> Message:
    """Why the system or a library refused: what people meet is said in their words, all else as the English it is."""
    words = str(reason)
    return Message(words) if words in SYSTEM_WORDS else Message("%(words_in_english)s", words_in_english=words)


def why_it_failed(error: BaseException) -> Message:
    """The reason that an error gives, in a sentence: ours, or words of the system or of a library."""
    first = error.args[0] if error.args else None
    if isinstance(first, Message):
        return first
    return system_words((error.strerror if isinstance(error, OSError) else None) or str(error))


def said_name(state: StateName) -> str:
    """The name of a State as lists and headings have it; in a sentence a message says it, with its article."""
    return said("%(name)s", name=state)


def said_in_marks(quotation: str) -> str:
    """A quotation in the marks of the language."""
    return said("“%(words)s”", words=quotation)


def said_decimal(value: float, places: int) -> str:
    """A number with that many decimal places, which French and Spanish write behind a comma."""
    written = f"{value:,.{places}f}"
    return (
        written if spoken_language() == ENGLISH else written.replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")
    )


def spoken(words: str) -> str:
    """Words that pages show too; English where they are no message."""
    return _speakers[-1][1](words) if isinstance(words, Message) else words


SYSTEM_WORDS = (
    Message("Address already in use"),
    Message("Broken pipe"),
    Message("Cannot allocate memory"),
    Message("Cannot assign requested address"),
    Message("Connection refused"),
    Message("Connection reset by peer"),
    Message("Connection timed out"),
    Message("Device or resource busy"),
    Message("Directory not empty"),
    Message("Disk quota exceeded"),
    Message("File exists"),
    Message("File name too long"),
    Message("File too large"),
    Message("Input/output error"),
    Message("Invalid argument"),
    Message("Is a directory"),
    Message("No space left on device"),
    Message("No such file or directory"),
    Message("Not a directory"),
    Message("Operation not permitted"),
    Message("Permission denied"),
    Message("Read-only file system"),
    Message("Stale file handle"),
    Message("Too many levels of symbolic links"),
    Message("Too many open files"),
    Message("attempt to write a readonly database"),
    Message("database disk image is malformed"),
    Message("database is locked"),
    Message("database or disk is full"),
    Message("disk I/O error"),
    Message("file is not a database"),
    Message("unable to open database file"),
)
"""Pages say these too, where the file of plans cannot be used; those in small letters are SQLite's."""
