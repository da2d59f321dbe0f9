"""The State that a paragraph of the dialogue, or an item without sponsors, names as its speaker."""

import re

from models.records.records import Sponsor
from models.reviews.states import StateTable

FORMULA = re.compile(
    r"(?:(?:the\s+)?(?:representative|delegation|delegate|ambassador|statement)\s+(?:of|by|from)\s+)", re.I
)
MAX_NAME_WORDS = 9


def find_speaker(words: str, states: StateTable) -> tuple[Sponsor, str] | None:
    """The State that the words begin with, and the words after its name ("The Netherlands noted …")."""
    formula = FORMULA.match(words)
    begin = formula.end() if formula else 0
    tokens = list(re.finditer(r"\S+", words[begin:]))[:MAX_NAME_WORDS]
    for token in reversed(tokens):
        name = words[begin : begin + token.end()].rstrip(",;:")
        state = states.find(name)
        if state:
            return Sponsor(state.code, name), words[begin + token.end() :].lstrip()
    return None
