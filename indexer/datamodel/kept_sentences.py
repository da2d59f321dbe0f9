"""Sentences as an index keeps them: which message each is and with which values, to be said in any language.

    {"message": "%(name)s is empty; download it again.", "values": {"name": "a.pdf"}}

Words that are no message are kept as they are. So were all in indexes made before December 2026: they stay English.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from models.messages.message import Message, Row, StateName, Value, counted

_OTHER_THAN_PLACES = re.compile(r"%(?!%|\(\w+(?::\w+)?\)s)")
"""What a message never has: an index of a stranger could ask for a value that is a thousand million characters wide."""


def sentence_as_text(sentence: str) -> str:
    """A sentence as a column holds it."""
    return json.dumps(as_kept(sentence), ensure_ascii=False) if isinstance(sentence, Message) else sentence


def sentence_from_text(text: str) -> str:
    """The sentence of `sentence_as_text`; the text itself where it holds none."""
    with suppress(KeyError, RecursionError, TypeError, ValueError):
        sentence = from_kept(json.loads(text))
        if isinstance(sentence, Message):
            return sentence
    return text


def as_kept(value: Value) -> Any:
    """A sentence or a value within it, as JSON has it."""
    match value:
        case Message(message=message, several=several, number=number, values=values):
            counting = {"several": several, "number": number} if several else {}
            return {"message": message, **counting, "values": {name: as_kept(each) for name, each in values.items()}}
        case StateName(code, name):
            return {"state": code, "name": name}
        case Row(parts, between):
            return {"parts": [as_kept(part) for part in parts], "between": between}
    return value


def from_kept(kept: Any) -> Any:
    """What `as_kept` has made JSON.

    Raises:
        KeyError, TypeError, ValueError: it was not made so.
    """
    match kept:
        case {"message": str(one), "several": str(several), "number": int(number), "values": dict(values)}:
            return counted(_with_places(one), _with_places(several), number, **_values_from(values))
        case {"message": str(message), "values": dict(values)}:
            return Message(_with_places(message), **_values_from(values))
        case {"state": code, "name": name}:
            return StateName(code, name)
        case {"parts": parts, "between": between}:
            return Row(tuple(map(from_kept, parts)), between)
        case dict():
            raise ValueError(kept)
    return kept


def _values_from(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: from_kept(value) for name, value in kept.items()}


def _with_places(message: str) -> str:
    if _OTHER_THAN_PLACES.search(message):
        raise ValueError(message)
    return message
