"""What the records of the Universal Human Rights Index say: observations of treaty bodies and of others, and
recommendations of reviews.

A value that was never seen is counted and mapped by no guess: the record is used without it, or left out where
nothing can be said without it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, cached_property

import pycountry

from indexer.datamodel.source_entries import UHRI, TableEntry, distinct_sponsors
from indexer.extract.grammar.split_requests import split_requests, tidy
from indexer.extract.observations import is_left_out, observation_kind
from indexer.extract.positions.answers import read_answer
from indexer.read.html_lines import html_lines
from indexer.sources.uhri_export import UhriRecord
from indexer.sources.uhri_text import UhriParagraph, uhri_paragraphs
from indexer.text.language import text_language
from indexer.text.symbols import parse_symbol
from models.messages.spoken import saying
from models.records.answers import Answer, join_answers
from models.records.enums import Position
from models.records.records import Label, Observation, ObservationKind, Origin, Place, Sponsor
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State, StateKind, StateTable
from models.vocabularies.crosswalk import current_name
from models.vocabularies.mechanisms import Mechanism, mechanism_of
from models.vocabularies.treaty_bodies import TREATY_BODIES, committee_of_symbol

NO_REQUEST = saying("they hold no recommendation to a State and no observation on one")
UNPLACED = saying("they do not say of which State, body, document or review they are")
CONCERNS, RECOMMENDATIONS = "concerns/observations", "recommendations"
_REVIEWS = frozenset(("upr", "universal periodic review"))
_FIRST_EXCEL_DAY = date(1899, 12, 30)
_LAST_EXCEL_DAY = 100_000
_SERIAL = re.compile(r"\d{4,6}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\b", re.IGNORECASE)
_SESSION = re.compile(
    r"\bsession\s+(?:no\.?\s*)?(\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)?\s+session\b|^(\d{1,2})(?:st|nd|rd|th)?\b(?!\s+cycle)",
    re.IGNORECASE,
)
"""Beside it may stand the cycle, the month and the year ("41st session - November 2022", "Cycle 4 - Session 41")."""
_NUMBER_OF_REQUEST = re.compile(
    r"(?:(?:[Rr]ecommendations?|[Rr]ecs?\b\.?|R(?=[\s.\d])\.?)\s*+(?:(?:[Nn]os?\b\.?|n[°º]|#)\s*+)?(?::\s*+)?)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*+)\s*+(?:[.:)]\s*+)?(?:[-–—]\s*+)?(?:\([a-z]\)\s*+)?(?=[^\W\d]|[(“\"‘'])"
)
_RESPONSE = re.compile(
    r"\s*(?:The\s+)?(?:response|reply|replies|responses|answer)\s+(?:of|by|from)\s+(?:the\s+)?[A-Z]", re.I
)
"""Begins what a State answered, which the Index keeps among the recommendations."""
_BETWEEN_NAMES = re.compile(r"(?<!\s)\s*+[;,/|]\s*(?:and\s+)?")
_AND = re.compile(r"(?<!\s)\s++and\s+")
_IN_BRACKETS = re.compile(r" ?\([^()]*+\)$")
LONGEST_REQUEST = 20_000
"""Characters of a record of a review."""


_OF_PROTOCOL = re.compile(r"-OP-\w+$")
"""The Index counts what the CRC says on its optional protocols as of bodies of their own ("CRC-OP-AC")."""


class LeftOut(ValueError):
    """Why a record cannot be used."""


class UhriReader:
    """Maps records; `unknown` counts the values that are not known, each with what it stands for."""

    def __init__(self, states: StateTable) -> None:
        """Entities are looked up by name among `states`."""
        self.unknown: Counter[str] = Counter()
        self._states = states
        self._entity = cache(self._find_entity)
        # The same few hundred labels stand in all records: each is one object.
        self._label = cache(lambda scheme, name: Label(scheme, current_name(scheme, name), Origin.SOURCE))

    def read(self, record: UhriRecord) -> Iterator[Observation] | Iterator[TableEntry]:
        """The observations of a record (one per paragraph), or the recommendations of a review that it holds.

        Raises:
            LeftOut: it cannot be used; the reason is the error's text.
        """
        lines = html_lines(record.text, breaks=True)
        if not any(character.isalpha() for line in lines for character in line):
            raise LeftOut(NO_REQUEST)
        if _REVIEWS & {body.lower() for body in record.bodies}:
            return self._recommendations(record, " ".join(lines))
        return self._observations(record, lines)

    def _observations(self, record: UhriRecord, lines: Sequence[str]) -> Iterator[Observation]:
        symbol = _symbol(record)
        committee = _committee(record.bodies, symbol)
        entities = self._entities(record, symbol, committee)
        paragraphs = [paragraph for paragraph in uhri_paragraphs(lines) if not is_left_out(paragraph.heading)]
        if not paragraphs:
            raise LeftOut(NO_REQUEST)
        issued, labels = self._date(record.published), self._labels(record)
        return (
            Observation(
                entity=entity,
                committee=committee,
                place=Place(symbol, paragraph.number, None),
                heading=paragraph.heading,
                kind=self._kind(record.types, paragraph),
                text=paragraph.text,
                date=issued,
                language=text_language(paragraph.text),
                labels=labels,
            )
            for entity in entities
            for paragraph in paragraphs
        )

    def _recommendations(self, record: UhriRecord, text: str) -> Iterator[TableEntry]:
        if len(text) > LONGEST_REQUEST:
            raise LeftOut(NO_REQUEST)
        state = self._state_under_review(record.countries)
        session = _session(record)
        if not record.recommending and RECOMMENDATIONS not in {name.lower() for name in record.types}:
            raise LeftOut(NO_REQUEST)
        if _RESPONSE.match(text):
            raise LeftOut(NO_REQUEST)
        answer = self._answer(record.positions)
        number = _NUMBER_OF_REQUEST.match(text)
        listed = self._sponsors(record.recommending)
        requests = self._requests(text, listed)
        return (
            TableEntry(
                state_under_review=state,
                session=session,
                text=text,
                response="; ".join(record.positions),
                position=answer.position if answer else Position.UNKNOWN,
                qualified=answer.qualified if answer else None,
                sponsors=sponsors,
                action_category=None,
                labels=(),
                source=UHRI,
                themes=self._labels(record),
                language=text_language(text),
                number=number["number"] if number else "",
                annotation=f"{record.annotation} {place}" if record.annotation else "",
            )
            for place, (text, sponsors) in enumerate(requests)
        )

    def _requests(self, text: str, listed: tuple[Sponsor, ...]) -> list[tuple[str, tuple[Sponsor, ...]]]:
        """The requests of a text with their sponsors; one, with all those listed, where the two do not fit together."""
        number = _NUMBER_OF_REQUEST.match(text)
        whole = text[number.end() :] if number else text
        requests = split_requests(whole, self._in_spanish if text_language(whole) == "es" else self._states)
        named = distinct_sponsors(sponsor for request in requests for sponsor in request.sponsors)
        if any(request.composed for request in requests):
            # An entry is shown as it stands, and nobody printed a composed text.
            return [(tidy(whole), listed or named)]
        if len(requests) == 1:
            return [(requests[0].text, listed or requests[0].sponsors)]
        all_named = all(request.sponsors for request in requests)
        if all_named and (not listed or _states_of(listed) == _states_of(named)):
            return [(request.text, request.sponsors) for request in requests]
        return [(tidy(whole), listed or named)]

    def _entities(self, record: UhriRecord, symbol: str, committee: str) -> list[str] | list[None]:
        """Whom a record speaks to: as it says, else as the symbol of the document says.

        A special procedure that names nobody speaks to all States (None).
        """
        codes: dict[str, None] = {}
        for name in record.countries:
            if entity := self._entity(name):
                codes[entity.code] = None
            else:
                self._count("country", name)
        if codes:
            return list(codes)
        parsed = parse_symbol(symbol)
        of_symbol = self._states.get(parsed.state or "") if parsed else None
        if of_symbol is not None:
            return [of_symbol.code]
        if record.countries or mechanism_of(committee) is not Mechanism.SPECIAL_PROCEDURE:
            raise LeftOut(UNPLACED)
        return [None]

    def _state_under_review(self, countries: tuple[str, ...]) -> str:
        state = self._entity(countries[0]) if len(countries) == 1 else None
        if state is None or state.kind is not StateKind.MEMBER:
            raise LeftOut(UNPLACED)
        return state.code

    def _find_entity(self, name: str) -> State | None:
        """By name, with or without what stands in brackets or a mark behind it, or by its ISO code."""
        name = name.rstrip(" *†")
        country = pycountry.countries.get(alpha_2=name) if len(name) == 2 and name.isupper() else None
        code = country.alpha_3 if country else name
        if state := self._states.get(code):
            return state
        tables = (self._states, self._in_spanish)
        named = (table.find(words) for table in tables for words in (name, _IN_BRACKETS.sub("", name)))
        return next(filter(None, named), None)

    @cached_property
    def _in_spanish(self) -> StateTable:
        """The States with the names that the export in Spanish has."""
        return self._states.with_names_in(["es"])

    def _sponsors(self, names: Iterable[str]) -> tuple[Sponsor, ...]:
        sponsors = []
        for name in names:
            for one in self._names_in(name):
                if entity := self._entity(one):
                    sponsors.append(Sponsor(entity.code, one.rstrip(" *†") if len(one) > 2 else entity.name))
                else:
                    self._count("recommending State", one)
        return distinct_sponsors(sponsors)

    def _names_in(self, value: str) -> list[str]:
        """The names of a value that lists several States ("Chile; Peru"); the value itself where one is not known."""
        if self._entity(value):
            return [value]
        parts = _BETWEEN_NAMES.split(value)
        # "Chile and Peru", but "Bosnia and Herzegovina".
        names = [name for part in parts for name in ([part] if self._entity(part) else _AND.split(part))]
        return names if all(map(self._entity, names)) else [value]

    def _answer(self, words: tuple[str, ...]) -> Answer | None:
        """What the values say together; None where there is none, or one that is not known."""
        answers = [read_answer(word, of_record=True) for word in words]
        for word, answer in zip(words, answers, strict=True):
            if answer is None:
                self._count("position", word)
        if None in answers:
            return None
        return join_answers(filter(None, answers), of_record=True)

    def _kind(self, types: tuple[str, ...], paragraph: UhriParagraph) -> ObservationKind:
        """What the record is said to be; under “Concerns/Observations” stands also what is no concern."""
        names = {name.lower() for name in types}
        for name in types or ("",):
            if name.lower() not in (CONCERNS, RECOMMENDATIONS):
                self._count("type", name)
        if names >= {CONCERNS, RECOMMENDATIONS}:
            return ObservationKind.BOTH
        if RECOMMENDATIONS in names:
            return ObservationKind.RECOMMENDATION
        says = observation_kind(paragraph.text)
        is_concern = CONCERNS in names and says in (ObservationKind.CONCERN, ObservationKind.BOTH)
        return ObservationKind.CONCERN if is_concern else ObservationKind.OTHER

    def _labels(self, record: UhriRecord) -> tuple[Label, ...]:
        return tuple(dict.fromkeys(self._label(scheme, name) for scheme, name in record.labels))

    def _date(self, published: str) -> date | None:
        found = day_of(published)
        if found is None:
            self._count("date", published)
        return found

    def _count(self, field: str, value: str) -> None:
        self.unknown[f"{field} “{value[:60]}”" if value else f"no {field}"] += 1


def day_of(printed: str) -> date | None:
    """An ISO date or the number that Excel has for a day; None for what is neither."""
    try:
        if _SERIAL.fullmatch(printed) and int(printed) < _LAST_EXCEL_DAY:
            return _FIRST_EXCEL_DAY + timedelta(days=int(printed))
        return date.fromisoformat(printed[:10])
    except ValueError:
        return None


def _committee(bodies: Sequence[str], symbol: str) -> str:
    """The code of a treaty body, or the name that the Index gives another body."""
    named = next(iter(bodies), "")
    committee = _OF_PROTOCOL.sub("", named)
    found = (committee if committee in TREATY_BODIES else named) or committee_of_symbol(symbol)
    if not found:
        raise LeftOut(UNPLACED)
    return found


def _symbol(record: UhriRecord) -> str:
    if not record.symbol:
        raise LeftOut(UNPLACED)
    parsed = parse_symbol(record.symbol)
    return parsed.text if parsed else record.symbol[:100]


def _session(record: UhriRecord) -> int:
    """The Working Group session, which must fit the cycle where both are given."""
    session = _first_number(map(_SESSION.search, record.sessions)) or 0
    cycle = _first_number(map(_ORDINAL.search, record.cycles))
    try:
        cycle_of_its_session = cycle_of_session(session)
    except ValueError as error:
        raise LeftOut(UNPLACED) from error
    if cycle not in (None, cycle_of_its_session):
        raise LeftOut(UNPLACED)
    return session


def _first_number(found: Iterable[re.Match[str] | None]) -> int | None:
    return next((int(number[number.lastindex or 1]) for number in found if number), None)


def _states_of(sponsors: Iterable[Sponsor]) -> set[str]:
    return {sponsor.state for sponsor in sponsors}
