"""The words by which submissions ask, in each language whose file has some (`ASKING`), documents in it read or not.

Each is the beginning of words, looked for without case. A heading or a sentence that ends in a colon announces asks
where it has one of `announcing`; a sentence is an ask by itself where it has one of `asking`.
"""

from dataclasses import dataclass

STATES = "<States>"
"""Stands for the names of States in the language, which are looked up where a submission is read."""


@dataclass(frozen=True, slots=True)
class AskingWords:
    """Those of one language, as parts of regular expressions."""

    announcing: tuple[str, ...]
    """In a heading, or before a colon: what follows are asks."""
    asking: tuple[str, ...]
    """In a sentence: it asks."""
    code: str
    """Of the language: ISO 639-1."""
