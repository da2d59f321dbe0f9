"""Why a recommendation is shown with an ask: the words, persons and instruments that both name, as it prints them."""

from collections.abc import Callable, Set

from models.vocabularies.instruments import instruments, mentions_of_instruments
from models.words import words_of
from search.datamodel.uptake import Why
from search.threads.words import RequestWords, concept_of, person_of, read_request

MOST_WORDS = 6
OPENING = 3
"""Words of a request that say whether it only wants something considered."""


def why(ask: RequestWords, text: str, request: RequestWords) -> Why:
    """What an ask and a recommendation have in common: its text, and that taken apart."""
    shared = {
        concept: min(weight, ask.concepts[concept])
        for concept, weight in request.concepts.items()
        if concept in ask.concepts
    }
    named = ask.instruments & request.instruments
    mentions = mentions_of_instruments(text) if named else ()
    codes = dict.fromkeys(mention.code for mention in mentions if mention.code in named)
    return Why(
        demand=_demand(text, {concept for concept, weight in shared.items() if weight >= 1}),
        groups=tuple(_first_printed(text, ask.persons & request.persons, person_of).values()),
        instruments=tuple(instruments()[code].title if code in instruments() else code for code in codes),
        weaker=_only_considers(text) and not ask.act.is_considered,
    )


def _demand(text: str, concepts: Set[str]) -> tuple[str, ...]:
    """The first printed word of each concept, but of those that name persons."""
    found = _first_printed(text, concepts, lambda word: None if person_of(word) else concept_of(word))
    return tuple(found.values())[:MOST_WORDS]


def _first_printed(text: str, wanted: Set[str], meaning: Callable[[str], str | None]) -> dict[str, str]:
    """By what stems mean, the first printed word of each meaning that is wanted."""
    found: dict[str, str] = {}
    for word in words_of(text):
        if (meant := meaning(word.stem)) in wanted and meant is not None:
            found.setdefault(meant, text[word.start : word.end])
    return found


def _only_considers(text: str) -> bool:
    return read_request(" ".join(text.split()[:OPENING])).act.is_considered
