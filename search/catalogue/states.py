"""States by code or by any name that documents print, and filters against their controlled lists."""

from collections.abc import Collection, Iterable

from models.errors import UnknownFilter, UnknownState
from models.records.enums import ACTION_CATEGORIES, Position
from models.reviews.states import State, StateTable
from search.catalogue.fields import Value
from search.datamodel.question import Filters

KINDS = ("recommendation", "commitment", "observation")


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
            f"“{word[:80]}” names no State: use its English name or its ISO code (Slovenia or SVN, say)."
        )
    return states[code]


def check_filters(filters: Filters, states: StateTable) -> None:
    """Refuse what no answer could ever hold.

    Raises:
        UnknownState: a code that no State has.
        UnknownFilter: a position, kind or action category outside its list.
    """
    for code in (*filters.under_review, *filters.recommending):
        states[code]
    _check("position", filters.position, [position.value for position in Position])
    _check("kind", filters.kind, KINDS)
    _check("action category", filters.action_category, ACTION_CATEGORIES)


def _check(field: str, values: Iterable[Value], known: Collection[Value]) -> None:
    for value in values:
        if value not in known:
            choices = ", ".join(map(str, known))
            raise UnknownFilter(f"There is no {field} “{str(value)[:80]}”: choose from {choices}.")
