"""Ids never change meaning: the records of a review that is read again keep the ids they were given before.

Records are the requests of a review, or its commitments. A request is known again by its words and sponsors, or, in the
same paragraph, by words that are nearly the same. It keeps its id as long as its paragraph keeps its number; another
request in that paragraph gets a number never given there. An id that no record has any more leads to the record that
holds its ask now, or is withdrawn; when the request comes back, so does its id.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from rapidfuzz import fuzz

from models.records.permanent_ids import normalised_text, words_digest
from models.records.records import Commitment, Recommendation

Record = TypeVar("Record", bound=Recommendation | Commitment)

SAME_WORDS = 90.0
"""Likeness in percent (Indel) from which two texts of one paragraph and sponsor are one request, read better."""


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """A request to which an id was given before."""

    id: str
    meaning: str
    """See `meaning_of`."""
    paragraph: str
    text: str | None = None
    """None for one that was withdrawn."""
    sponsors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alias:
    """An id that was given once and that no record has now."""

    old_id: str
    id: str | None
    """The id of the same request; None when withdrawn."""
    meaning: str


def meaning_of(text: str, sponsors: Iterable[str]) -> str:
    """What makes two requests of one review the same: their words and who asked."""
    return words_digest(f"{text} {' '.join(sorted(sponsors))}")


def names_commitment(record_id: str) -> bool:
    """Whether an id is one of a commitment."""
    return record_id.split("-", 2)[2].startswith("c")


def pair_ids(
    records: Sequence[Record],
    known: Sequence[KnownRequest],
    aliases: Sequence[Alias],
    same_as: Mapping[str, str] | None = None,
) -> tuple[list[Record], list[Alias]]:
    """Give the requests, or the commitments, of one review their ids; all arguments are of that review and kind.

    Args:
        records: asks or commitments, with the ids that they would have if none had been given before.
        known: those of the previous snapshot.
        aliases: ids given before that had no record then.
        same_as: id that a request had as long as only a table knew it → its id in `records`.

    Returns:
        The records, with another number where their id was given to another request, and the new aliases.
    """
    withdrawn = [
        KnownRequest(alias.old_id, alias.meaning, paragraph_in(alias.old_id)) for alias in aliases if not alias.id
    ]
    pairs = _pair(records, [*known, *withdrawn])
    followers = defaultdict(list)
    for alias in aliases:
        followers[alias.id].append(alias.old_id)
    own_ids = {place: [request.id, *followers[request.id]] for place, request in pairs.items()}
    meanings = {request.id: request.meaning for request in known} | {alias.old_id: alias.meaning for alias in aliases}
    named = _named(records, own_ids, given=set(meanings))
    renamed = {record.id: name.id for record, name in zip(records, named, strict=True)}
    leads = {old_id: renamed[new_id] for old_id, new_id in (same_as or {}).items()}
    return named, _aliases(named, own_ids, meanings, leads)


def _pair(records: Sequence[Record], known: Sequence[KnownRequest]) -> dict[int, KnownRequest]:
    """Place of a record → the known ask that it is."""
    pairs: dict[int, KnownRequest] = {}
    meanings = [_meaning(record) for record in records]
    in_paragraph = [(paragraph_in(record.id), meaning) for record, meaning in zip(records, meanings, strict=True)]
    _pair_equal(pairs, in_paragraph, {request.id: (request.paragraph, request.meaning) for request in known}, known)
    _pair_equal(pairs, meanings, {request.id: request.meaning for request in known}, known)
    _pair_alike(pairs, records, known)
    return pairs


def _pair_equal(
    pairs: dict[int, KnownRequest],
    keys: Sequence[Hashable],
    known_keys: Mapping[str, Hashable],
    known: Sequence[KnownRequest],
) -> None:
    """Pair, in order, what has the same key and no partner yet."""
    taken = {request.id for request in pairs.values()}
    free: dict[Hashable, list[KnownRequest]] = defaultdict(list)
    for request in known:
        if request.id not in taken:
            free[known_keys[request.id]].append(request)
    for place, key in enumerate(keys):
        if place not in pairs and free[key]:
            pairs[place] = free[key].pop(0)


def _pair_alike(pairs: dict[int, KnownRequest], records: Sequence[Record], known: Sequence[KnownRequest]) -> None:
    """Pair what has nearly the same words in one paragraph and no partner yet, the most alike first."""
    taken = {request.id for request in pairs.values()}
    free = [request for request in known if request.id not in taken]
    alike = [
        (likeness, -place, request)
        for place, record in enumerate(records)
        if place not in pairs
        for request in free
        if (likeness := _likeness(record, request)) >= SAME_WORDS
    ]
    for _, place, request in sorted(alike, key=lambda pair: pair[:2], reverse=True):
        if -place not in pairs and request.id not in taken:
            pairs[-place] = request
            taken.add(request.id)


def _likeness(record: Record, request: KnownRequest) -> float:
    """0 to 100; 0 for requests of other paragraphs or with no sponsor in common, where both have one."""
    if request.text is None or paragraph_in(record.id) != request.paragraph:
        return 0.0
    sponsors = _sponsors(record)
    if sponsors and request.sponsors and not sponsors & request.sponsors:
        return 0.0
    return fuzz.ratio(normalised_text(record.text), normalised_text(request.text))


def _named(records: Sequence[Record], own_ids: Mapping[int, Sequence[str]], given: set[str]) -> list[Record]:
    """The records, each under an id of its own request, or one that was never given."""
    named = []
    taken = set(given)
    for place, record in enumerate(records):
        paragraph = paragraph_in(record.id)
        if not paragraph:
            named.append(record)  # its id is made of its own words
            continue
        again = next((old for old in own_ids.get(place, ()) if paragraph_in(old) == paragraph), None)
        if again is not None:
            named.append(_numbered(record, _number(again)))
            continue
        numbers = (_numbered(record, number) for number in count(_number(record.id)))
        named.append(next(candidate for candidate in numbers if candidate.id not in taken))
        taken.add(named[-1].id)
    return named


def _aliases(
    named: Sequence[Record],
    own_ids: Mapping[int, Sequence[str]],
    meanings: Mapping[str, str],
    leads: Mapping[str, str],
) -> list[Alias]:
    """Every id given before that no record has now: where its request is today."""
    owner = {old_id: named[place].id for place, old_ids in own_ids.items() for old_id in old_ids}
    by_meaning = {_meaning(record): record.id for record in reversed(named)}
    current = {record.id for record in named}
    return [
        Alias(old_id, owner.get(old_id) or leads.get(old_id) or by_meaning.get(meaning), meaning)
        for old_id, meaning in meanings.items()
        if old_id not in current
    ]


def _meaning(record: Record) -> str:
    return meaning_of(record.text, _sponsors(record))


def _sponsors(record: Record) -> frozenset[str]:
    sponsors = record.sponsors if isinstance(record, Recommendation) else ()
    return frozenset(sponsor.state for sponsor in sponsors)


def _numbered(record: Record, number: int) -> Record:
    if isinstance(record, Recommendation):
        return replace(record, clause=number)
    return replace(record, order=number)


def paragraph_in(record_id: str) -> str:
    """What an id says before its last number: a paragraph ("115.12" of "SVN-20-115.12-1"), for a commitment with its
    document; "" for an id made of words."""
    return record_id.split("-", 2)[2].rpartition("-")[0]


def _number(record_id: str) -> int:
    return int(record_id.rpartition("-")[2])
