"""A language invented letter by letter from English, and documents in it: nothing but its table tells how they read.

Every letter of a word becomes another, "recommendation" as well as the "recommend" and the endings of a pattern; what
all languages share stays: symbols of documents, Roman numbers, letters of items, and names of States.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CODE, NAME = "xf", "fredonian"
_SHIFT = 2
"""With this one, the fewest words become words of English, French or Spanish."""
_LETTERS = {letter: chr((ord(letter) - ord("a") + _SHIFT) % 26 + ord("a")) for letter in map(chr, range(97, 123))}
_LETTERS |= {letter.upper(): other.upper() for letter, other in _LETTERS.items()}
_SHARED = re.compile(
    r"(?P<kept>\\[a-zA-Z]|\(\?P[<=]\w+[>)]|\(\?[aimsx]+[:)]"  # signs of patterns
    r"|\{\w+\}|<States>"  # places of examples and of names
    r"|\b(?:Add|Corr|Rev)\b|\([a-z]{1,4}\)|[A-Z](?![a-z]))"  # symbols, letters of items, Roman numbers
    r"|\[(?P<letters>(?:[^\]\\]|\\.)+)\]|(?P<letter>[a-zA-Z])"
)
_OF_CLASS = re.compile(r"\\.|[^\W\d_]-[^\W\d_]|(?P<letter>[a-zA-Z])")


def _other(found: re.Match[str]) -> str:
    letters = found.groupdict().get("letters")
    if letters is not None:
        is_roman = re.fullmatch(r"[ivxlcIVXLC\\d]+", letters)
        return found[0] if is_roman else f"[{_OF_CLASS.sub(_other, letters)}]"
    return _LETTERS[found[0]] if found["letter"] else found[0]


def in_fredonian(english: str, *names: str) -> str:
    """A pattern or a text, the names of States in it left as they are."""
    if not names:
        return _SHARED.sub(_other, english)
    parts = re.split(f"({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})", english)
    return "".join(part if index % 2 else _SHARED.sub(_other, part) for index, part in enumerate(parts))


def write_table(english: Path, folder: Path) -> None:
    """The one file of the language, in a folder that is searched for files. Its requests begin with infinitives."""
    table = tomllib.loads(english.read_text(encoding="utf-8"))
    verbs = table.pop("bare_verbs")
    table["infinitives"] = {
        "infinitive": rf"(?i)(?:{'|'.join(verbs['verbs'].split())})(?![\w-])",
        "reported": r"(?i)recommend(?:s|ed)?\b",
        "beside_verbs": verbs["of_stem"],
        "before_object": verbs["of_object"],
        "before_infinitive": r"(?i)(?:not\s+)?",
        "addressees": verbs["addressees"],
    }
    translated = {**_translated(table), "code": CODE, "name": NAME.title()}
    roles = [role for role, *_ in table["positions"]["rows"]]
    rows = translated["positions"]["rows"]
    translated["positions"]["rows"] = [[role, *row[1:]] for role, row in zip(roles, rows, strict=True)]
    (folder / f"{NAME}.toml").write_text("\n".join(_as_toml(translated)), encoding="utf-8")


def _translated(said: Any) -> Any:
    if isinstance(said, str):
        return in_fredonian(said)
    if isinstance(said, dict):
        return {name: _translated(each) for name, each in said.items()}
    return [_translated(each) for each in said]


def _as_toml(table: dict[str, Any], *names: str) -> Iterator[str]:
    """Texts and arrays of a table, then the tables in it."""
    if names:
        yield f"[{'.'.join(names)}]"
    yield from (f"{name} = {json.dumps(said)}" for name, said in table.items() if not isinstance(said, dict))
    for name, said in table.items():
        if isinstance(said, dict):
            yield from _as_toml(said, *names, name)
