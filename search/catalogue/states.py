"""States by code or by any name that documents print, and filters against their controlled lists."""

from collections.abc import Iterable

from models.errors import UnknownFilter, UnknownState
from models.messages import Message
from models.reviews.states import State, StateTable
from search.datamodel.question import FILTER_FIELDS, Filters, ValueKind


def known_states(of_index: Iterable[State]) -> StateTable:
    """All States of the built-in table, and the invented ones of an index."""
    return StateTable.from_states([*StateTable.built_in(), *(state for state in of_index if state.invented)])


def state_code(states: StateTable, word: str) -> str | None:
    """The code of a State given by code or name, in any case; None where it names none."""
    state = states.get(word.strip().upper()) or states.find(word)
    return state.code if state else None


def named_state(states: StateTable, word: str) -> State:
    """The State given by code or name.

    Raises:
        UnknownState: the word names no State.
    """
    code = state_code(states, word)
    if code is None:
        raise UnknownState(
            Message(
                "“%(word)s” names no State: use its English name or its ISO code (Slovenia or SVN, say).",
                word=word[:80],
            )
        )
    return states[code]


def check_filters(filters: Filters, states: StateTable) -> None:
    """Refuse what no answer could ever hold.

    Raises:
        UnknownState: a code that no State has.
        UnknownFilter: a value outside the list of its field.
    """
    for field in FILTER_FIELDS.values():
        for value in getattr(filters, field.name):
            if field.kind is ValueKind.STATE:
                states[value]
            elif field.kind is ValueKind.LISTED and value not in field.words:
                known = {"value": str(value)[:80], "choices": ", ".join(map(str, field.words))}
                raise UnknownFilter(Message(field.unknown, **known))
