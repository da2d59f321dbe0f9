"""Sentences that an index keeps as their English text: which message each was made of, to say it in other languages.

made_of("a.pdf is empty; download it again.", ["%(name)s is empty; download it again.", …])
"""

import re
from collections.abc import Iterable

from models.messages.message import Message, Value
from models.messages.spoken import known_messages, spoken
from models.reviews.states import StateTable

_PLACE = re.compile(r"%\((\w+)(?::\w+)?\)s")
_REASONS = ("error", "reason")
"""Values that are words of the system or of a library, where they are none of ours."""
LEAST_LITERAL = 20
"""Characters beside its values of a message that is looked for: "%(name)s: %(doubt)s" would be found in anything."""


def spoken_again(words: str) -> str:
    """A sentence of this run, or of an earlier one, of which an index keeps the English text alone."""
    return spoken(words if isinstance(words, Message) else made_of(words, known_messages()))


def made_of(words: str, messages: Iterable[str]) -> str:
    """The message with its values that says most of a sentence; the sentence as it is where it is none of these."""
    messages = tuple(messages)
    if whole := _message(words, messages):
        return whole
    # A sentence behind the name of the file that it is about.
    name, _, rest = words.partition(": ")
    doubt = _message(rest, messages)
    return Message("%(name)s: %(doubt)s", name=name, doubt=doubt) if doubt else words


def _message(words: str, messages: tuple[str, ...]) -> Message | None:
    found = [(_literal(message), made) for message in messages if (made := _read(words, message, messages))]
    return max(found, key=lambda each: len(each[0]))[1] if found else None


def _literal(message: str) -> str:
    return _PLACE.sub("", message)


def _read(words: str, message: str, messages: tuple[str, ...]) -> Message | None:
    literals = _PLACE.split(message)[::2]
    if len(_literal(message)) < LEAST_LITERAL or not all(literal in words for literal in literals):
        return None
    names = _PLACE.findall(message)
    pattern = re.escape(literals[0])
    for at, (name, literal) in enumerate(zip(names, literals[1:], strict=True)):
        again = name in names[:at]
        pattern += (f"(?P={name})" if again else f"(?P<{name}>.+?)") + re.escape(literal)
    found = re.fullmatch(pattern, words, re.DOTALL)
    if found is None:
        return None
    return Message(message, **{name: _value(name, value, messages) for name, value in found.groupdict().items()})


def _value(name: str, words: str, messages: tuple[str, ...]) -> Value:
    """A sentence within a sentence, or the State or kind of document that it names."""
    if name == "state":
        state = StateTable.built_in().find(words.removeprefix("the "))
        return state.in_message if state else words
    if name == "kind" and words in messages:
        return Message(words)
    made = made_of(words, messages)
    if name in _REASONS and not isinstance(made, Message):
        return Message(words) if words in messages else Message("%(words_in_english)s", words_in_english=words)
    return made
