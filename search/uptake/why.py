"""Why a recommendation is shown with an ask: the words, persons and instruments that both name, as it prints them."""

from collections.abc import Mapping

from models.vocabularies.instruments import instruments, mentions_of_instruments
from models.words import words_of
from search.datamodel.uptake import Why
from search.threads.words import RequestWords, Verb, concept_of, person_of, read_request

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
        demand=_printed(text, {concept: weight for concept, weight in shared.items() if weight >= 1}),
        groups=_groups(text, ask.persons & request.persons),
        instruments=tuple(instruments()[code].title if code in instruments() else code for code in codes),
        weaker=_only_considers(text) and ask.verb != Verb.CONSIDER,
    )


def _printed(text: str, concepts: Mapping[str, float]) -> tuple[str, ...]:
    """The first printed word of each concept, but of those that name persons."""
    found: dict[str, str] = {}
    for word in words_of(text):
        concept = concept_of(word.stem)
        if concept in concepts and person_of(word.stem) is None:
            found.setdefault(concept, text[word.start : word.end])
    return tuple(found.values())[:MOST_WORDS]


def _groups(text: str, persons: frozenset[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for word in words_of(text):
        person = person_of(word.stem)
        if person in persons and person is not None:
            found.setdefault(person, text[word.start : word.end])
    return tuple(found.values())


def _only_considers(text: str) -> bool:
    return read_request(" ".join(text.split()[:OPENING])).verb == Verb.CONSIDER
