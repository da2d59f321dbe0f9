"""Makes the words of a language of what its file says: each field of models/languages/words.py by its type.

A pattern may go over several lines, broken where no space stands: a break and the spaces around it say nothing.
`{name}` in it is what `name` says in the table `parts`. A list of words is one text, or an array where they have spaces
in them; words and their numbers are written "first=1"; a row of an array has the fields of its type in their order.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

_PART = re.compile(r"\{([a-z_]+)\}")
_OF_EXAMPLES = ("it", "number")
"""Places of examples, which their readers fill."""


def load_words(kind: Any, said: Any, parts: Mapping[str, str], place: str) -> Any:
    """The words that a file says at a place, as the type of their field.

    Raises:
        ValueError: a word is missing, unknown or of another type, or a pattern is none; says the place.
    """
    origin, of_what = get_origin(kind) or kind, get_args(kind)
    if origin is UnionType:  # with None, for what a language may lack
        return load_words(of_what[0], said, parts, place)
    if is_dataclass(origin):
        return _of_fields(origin, said, parts, place)
    if origin in (tuple, frozenset) and isinstance(said, list):
        return origin(load_words(of_what[0], each, parts, f"{place}, {n}") for n, each in enumerate(said, 1))
    try:
        return _of_text(origin, said, parts)
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"{place}: {said!r} is no {origin.__name__} ({error})") from error


def _of_fields(kind: Any, said: Any, parts: Mapping[str, str], place: str) -> Any:
    known = {field.name: field for field in fields(kind)}
    if not isinstance(said, dict | list):
        raise ValueError(f"{place}: {said!r} is no table")
    if len(said) > len(known) and isinstance(said, list):
        raise ValueError(f"{place}: has more than {', '.join(known)}")
    given = dict(zip(known, said, strict=False)) if isinstance(said, list) else said
    for name in given.keys() - known.keys():
        raise ValueError(f"{place}: nothing is called {name}")
    for name in known.keys() - given.keys():
        if known[name].default is MISSING:
            raise ValueError(f"{place}: {name} is missing")
    return kind(
        **{name: load_words(known[name].type, words, parts, f"{place}, {name}") for name, words in given.items()}
    )


def _of_text(kind: Any, said: Any, parts: Mapping[str, str]) -> Any:
    if not isinstance(said, str):
        raise ValueError(f"a {type(said).__name__}")
    if kind in (tuple, frozenset):
        return kind(said.split())
    if kind is Mapping:
        return {word: int(number) for word, _, number in (pair.rpartition("=") for pair in said.split())}
    if issubclass(kind, Enum):
        return kind[said.upper()]
    text = _filled(said, parts)
    return re.compile(text) if kind is re.Pattern else text


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """A text on one line, with what its parts say in place of their names."""
    line = "".join(map(str.strip, text.split("\n"))) if "\n" in text else text
    return _PART.sub(lambda name: name[0] if name[1] in _OF_EXAMPLES else _filled(parts[name[1]], parts), line)
