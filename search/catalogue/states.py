"""States by code or by any name that documents print, and filters against their controlled lists."""

from collections.abc import Callable, Collection, Iterable
from functools import cache

from models.errors import UnknownFilter, UnknownState
from models.messages.message import Message
from models.reviews.states import State, StateTable
from search.datamodel.question import FILTER_FIELDS, FilterField, Filters, Value, ValueKind, no_such_choice

NAMED_IN = ("fr", "es", "ar", "ru", "zh")
"""Languages beside English in which States have names: those of the United Nations."""
MIN_LETTERS, MOST_LETTERS = 4, 60
"""Of a word that may be the name of a State with a typing error."""


def known_states(of_index: Iterable[State]) -> StateTable:
    """All States of the built-in table, and the invented ones of an index."""
    return StateTable.from_states([*StateTable.built_in(), *(state for state in of_index if state.invented)])


def state_code(states: StateTable, word: str) -> str | None:
    """The code of a State given by code or name, in any case; None where it names none.

    A name in another language counts where it is none in English ("Slovénie").
    """
    state = states.get(word.strip().upper()) or states.find(word)
    if state is None and (translated := _in_other_languages().find(word)):
        state = states.get(translated.code)
    return state.code if state else None


@cache
def _in_other_languages() -> StateTable:
    """Made when a name is first asked for that is none in English: it takes longer than a search."""
    return StateTable.built_in().with_names_in(NAMED_IN)


def named_state(states: StateTable, word: str) -> State:
    """The State given by code or name.

    Raises:
        UnknownState: the word names no State.
    """
    code = state_code(states, word)
    if code is None:
        raise UnknownState(names_no_state(states, word))
    return states[code]


def names_no_state(states: StateTable, word: str) -> Message:
    """What is said of a word that names no State."""
    if nearest := nearest_states(states, word):
        names = tuple(f"“{name}”" for name in nearest)
        return Message("“%(word)s” names no State. Written nearly so: %(names)s.", word=word, names=names)
    return Message("“%(word)s” names no State: use its name or its ISO code (Slovenia or SVN, say).", word=word[:80])


def nearest_states(states: StateTable, word: str) -> tuple[str, ...]:
    """The names of States that differ from a word by a letter, or else by two; the nearest alone, three at most."""
    from whoosh.spelling import ListCorrector

    word = word.strip().casefold()
    if not MIN_LETTERS <= len(word) <= MOST_LETTERS:
        return ()
    names = {state.name.casefold(): state.name for state in states}
    corrector = ListCorrector(sorted(names))
    found = corrector.suggest(word, limit=3, maxdist=1, prefix=1) or corrector.suggest(word, limit=3, prefix=1)
    return tuple(names[name] for name in found)


def check_filters(filters: Filters, states: StateTable, numbers: Callable[[str], Collection[Value]]) -> None:
    """Refuse what no answer could ever hold.

    `numbers`: those that entries of the index have in a field of numbers.

    Raises:
        UnknownState: a code that no State has.
        UnknownFilter: a value outside the list of its field.
    """
    for field in FILTER_FIELDS.values():
        for value in getattr(filters, field.name):
            if field.kind is ValueKind.STATE:
                states[value]
            elif field.kind in (ValueKind.LISTED, ValueKind.NUMBER):
                choices = field.words if field.kind is ValueKind.LISTED else numbers(field.name)
                if value not in choices:
                    raise unknown_value(field, value, choices)


def unknown_value(field: FilterField, value: Value, choices: Iterable[Value]) -> UnknownFilter:
    """The refusal of a value that no entry has in a field, with those that there are."""
    known = list(choices)
    if not known:
        return UnknownFilter(
            Message("Nothing in this index has %(term)s.", term=f"{field.query_name}:{str(value)[:80]}")
        )
    return UnknownFilter(no_such_choice(field.legend or "Kind", value, known))
