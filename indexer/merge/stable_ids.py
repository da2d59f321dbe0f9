"""Ids never change meaning: the records of a review that is read again keep the ids they were given before.

Records are the requests of a review, or its commitments. A request is known again by its words and sponsors, or, in the
same paragraph, by words that are nearly the same, in any of its languages; or by its sponsors, where it was known in
other languages than now. It keeps its id as long as its paragraph keeps its number; another
request in that paragraph gets a number never given there. An id that no record has any more leads to the record that
holds its request now, or is withdrawn; when the request comes back, so does its id.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from rapidfuzz import fuzz

from indexer.merge.thresholds import SAME_AS_EARLIER, SAME_ITEM
from models.records.permanent_ids import normalised_text, words_digest
from models.records.records import Commitment, Recommendation
from models.texts.words import ENGLISH

Record = TypeVar("Record", bound=Recommendation | Commitment)


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
    language: str = ENGLISH
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Language → its text in further languages."""

    @property
    def texts(self) -> dict[str, str]:
        """Language → its text."""
        return {} if self.text is None else {self.language: self.text, **self.wordings}

    @property
    def meanings(self) -> list[str]:
        """Its own, then those of its further wordings."""
        return [self.meaning, *(meaning_of(text, self.sponsors) for text in self.wordings.values())]


@dataclass(frozen=True, slots=True)
class Alias:
    """An id that was given once and that no record has now."""

    old_id: str
    id: str | None
    """The id of the same request; None when withdrawn."""
    meaning: str


def meaning_of(text: str, sponsors: Iterable[str]) -> str:
    """What makes two requests of one review the same: their words and who recommended."""
    return words_digest(f"{text} {' '.join(sorted(sponsors))}")


def known_request(record: Recommendation) -> KnownRequest:
    """A request of a document as one that is known by the id it has there."""
    sponsors = _sponsors(record)
    return KnownRequest(
        record.id, meaning_of(record.text, sponsors), paragraph_in(record.id), record.text, sponsors, record.language
    )


def names_commitment(record_id: str) -> bool:
    """Whether an id is one of a commitment."""
    return record_id.split("-", 2)[2].startswith("c")


def pair_ids(
    records: Sequence[Record],
    known: Sequence[KnownRequest],
    aliases: Sequence[Alias],
    same_as: Mapping[str, str] | None = None,
    *,
    renumbered: bool = False,
) -> tuple[list[Record], list[Alias]]:
    """Give the requests, or the commitments, of one review their ids; all arguments are of that review and kind.

    Args:
        records: requests or commitments, with the ids that they would have if none had been given before.
        known: those of the previous snapshot.
        aliases: ids given before that had no record then.
        same_as: id that a request had as long as only a table knew it → its id in `records`.
        renumbered: see `pair_requests`.

    Returns:
        The records, with another number where their id was given to another request, and the new aliases.
    """
    withdrawn = [
        KnownRequest(alias.old_id, alias.meaning, paragraph_in(alias.old_id)) for alias in aliases if not alias.id
    ]
    pairs = pair_requests(records, [*known, *withdrawn], renumbered=renumbered)
    earlier_ids = {index: [request.id, *_ids_leading_to(request.id, aliases)] for index, request in pairs.items()}
    meanings = {request.id: request.meaning for request in known} | {alias.old_id: alias.meaning for alias in aliases}
    named = _named(records, earlier_ids, given=set(meanings))
    renamed = {record.id: name.id for record, name in zip(records, named, strict=True)}
    current = {record.id for record in named}
    gone = [request for request in known if request.id not in current]
    leads = dict(_held(gone, named)) | {old_id: renamed[new_id] for old_id, new_id in (same_as or {}).items()}
    return named, _aliases(named, earlier_ids, meanings, leads)


def _ids_leading_to(record_id: str, aliases: Iterable[Alias]) -> list[str]:
    return [alias.old_id for alias in aliases if alias.id == record_id]


class _Pairs:
    """Which record is which known request."""

    def __init__(self, known: Sequence[KnownRequest]) -> None:
        self.of_record: dict[int, KnownRequest] = {}
        """Index of a record → the known request that it is."""
        self._free = {request.id: request for request in known}

    def free(self) -> list[KnownRequest]:
        """The requests without a record, in their order."""
        return list(self._free.values())

    def is_free(self, request: KnownRequest) -> bool:
        """Whether a request has no record yet."""
        return request.id in self._free

    def add(self, index: int, request: KnownRequest) -> None:
        """Pair a record and a request, unless one of them has a partner."""
        if index not in self.of_record and request.id in self._free:
            self.of_record[index] = self._free.pop(request.id)


def pair_requests(
    records: Sequence[Record], known: Sequence[KnownRequest], *, renumbered: bool = False
) -> dict[int, KnownRequest]:
    """Index of a record → the known request that it is: the surest pairs first.

    `renumbered`: whether a report in its final edition took the place of a draft, so that requests whose words were
    edited have other numbers as well.
    """
    pairs = _Pairs(known)
    meanings = [_meanings(record) for record in records]
    in_paragraph = [
        [(paragraph_in(record.id), meaning) for meaning in of_record]
        for record, of_record in zip(records, meanings, strict=True)
    ]
    _pair_equal(pairs, in_paragraph, lambda request: [(request.paragraph, meaning) for meaning in request.meanings])
    # A report that was issued again may have numbered its paragraphs anew.
    _pair_equal(pairs, meanings, lambda request: request.meanings)
    if not renumbered:
        _pair_alike(pairs, records, _likeness)
    else:
        _pair_alike(pairs, records, _likeness_in_other_list, SAME_ITEM)
        _pair_alike(pairs, records, _likeness_anywhere)
    _pair_across_languages(pairs, records)
    return pairs.of_record


def _pair_equal(
    pairs: _Pairs, keys: Sequence[Sequence[Hashable]], keys_of: Callable[[KnownRequest], Sequence[Hashable]]
) -> None:
    """Pair, in order, what has a key in common and no partner yet."""
    free: dict[Hashable, list[KnownRequest]] = defaultdict(list)
    for request in pairs.free():
        for key in keys_of(request):
            free[key].append(request)
    for index, of_record in enumerate(keys):
        candidates = (request for key in of_record for request in free[key] if pairs.is_free(request))
        same = next(candidates, None)
        if same and index not in pairs.of_record:
            pairs.add(index, same)


def _pair_alike(
    pairs: _Pairs,
    records: Sequence[Record],
    likeness_of: Callable[[Record, KnownRequest], float],
    least: float = SAME_AS_EARLIER,
) -> None:
    """Pair what has nearly the same words and no partner yet, the most alike first."""
    alike: list[tuple[float, int, KnownRequest]] = []
    for index, record in enumerate(records):
        if index in pairs.of_record:
            continue
        likenesses = ((likeness_of(record, request), request) for request in pairs.free())
        alike += [(likeness, index, request) for likeness, request in likenesses if likeness >= least]
    for _, index, request in sorted(alike, key=lambda pair: (-pair[0], pair[1])):
        pairs.add(index, request)


def _pair_across_languages(pairs: _Pairs, records: Sequence[Record]) -> None:
    """Pair what has no language in common, and in one paragraph the same sponsors or else the same place: a report that
    was indexed in French alone, and is now in English alone."""
    for has_same_place in (False, True):
        for index, record in enumerate(records):
            if index in pairs.of_record:
                continue
            same = (request for request in pairs.free() if _is_in_other_language(record, request, has_same_place))
            if request := next(same, None):
                pairs.add(index, request)


def _is_in_other_language(record: Record, request: KnownRequest, has_same_place: bool) -> bool:
    paragraph = paragraph_in(record.id)
    if not paragraph or paragraph != request.paragraph or not request.texts or request.texts.keys() & _texts(record):
        return False
    return (
        record.id == request.id if has_same_place else bool(request.sponsors) and request.sponsors == _sponsors(record)
    )


def _likeness(record: Record, request: KnownRequest) -> float:
    """0 to 100; 0 for requests of other paragraphs or with no sponsor in common, where both have one."""
    return _likeness_anywhere(record, request) if paragraph_in(record.id) == request.paragraph else 0.0


def _likeness_in_other_list(record: Record, request: KnownRequest) -> float:
    """0 to 100; 0 unless all States are the same and the item has its number, in whichever list: 6.14 becomes 48.14."""
    same_item = paragraph_in(record.id).rpartition(".")[2] == request.paragraph.rpartition(".")[2]
    return _likeness_anywhere(record, request) if same_item and _sponsors(record) == request.sponsors else 0.0


def _likeness_anywhere(record: Record, request: KnownRequest) -> float:
    if request.text is None:
        return 0.0
    sponsors = _sponsors(record)
    if sponsors and request.sponsors and not sponsors & request.sponsors:
        return 0.0
    own = _texts(record)
    in_common = request.texts.keys() & own
    ratios = (fuzz.ratio(normalised_text(own[key]), normalised_text(request.texts[key])) for key in in_common)
    return max(ratios, default=0.0)


def _named(records: Sequence[Record], earlier_ids: Mapping[int, Sequence[str]], given: Iterable[str]) -> list[Record]:
    """The records, each under an id of its own request, or one that was never given."""
    named = []
    taken = set(given)
    for index, record in enumerate(records):
        if not paragraph_in(record.id):
            named.append(record)  # its id is made of its own words
            continue
        name = _under_earlier_id(record, earlier_ids.get(index, ())) or _under_new_id(record, taken)
        taken.add(name.id)
        named.append(name)
    return named


def _under_earlier_id(record: Record, earlier_ids: Iterable[str]) -> Record | None:
    """The record under the first of its ids that names its paragraph of today."""
    paragraph = paragraph_in(record.id)
    for earlier_id in earlier_ids:
        if paragraph_in(earlier_id) == paragraph:
            return _numbered(record, _number(earlier_id))
    return None


def _under_new_id(record: Record, taken: Collection[str]) -> Record:
    candidates = (_numbered(record, number) for number in count(_number(record.id)))
    return next(candidate for candidate in candidates if candidate.id not in taken)


def _aliases(
    named: Sequence[Record],
    earlier_ids: Mapping[int, Sequence[str]],
    meanings: Mapping[str, str],
    leads: Mapping[str, str],
) -> list[Alias]:
    """Every id given before that no record has now: where its request is today."""
    of_same_request = {old_id: named[index].id for index, old_ids in earlier_ids.items() for old_id in old_ids}
    of_same_words = {_meaning(record): record.id for record in reversed(named)}
    current = {record.id for record in named}
    aliases = []
    for old_id, meaning in meanings.items():
        if old_id not in current:
            new_id = of_same_request.get(old_id) or leads.get(old_id) or of_same_words.get(meaning)
            aliases.append(Alias(old_id, new_id, meaning))
    return aliases


def _held(known: Iterable[KnownRequest], named: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """Ids of known requests with that of the one record of their paragraph that holds all their words and States:
    requests that were brought together before, and are read as their sentence prints them now."""
    for request in known:
        words = set(normalised_text(request.text or "").split())
        holding = [
            record.id
            for record in named
            if paragraph_in(record.id) == request.paragraph
            and request.sponsors <= _sponsors(record)
            and words <= set(normalised_text(record.text).split())
        ]
        if words and request.sponsors and len(holding) == 1:
            yield request.id, holding[0]


def _meaning(record: Record) -> str:
    return meaning_of(record.text, _sponsors(record))


def _meanings(record: Record) -> list[str]:
    """That of the record, then those of its further wordings."""
    return [meaning_of(text, _sponsors(record)) for text in _texts(record).values()]


def _texts(record: Record) -> dict[str, str]:
    """Language → what the record says in it."""
    return {record.language: record.text, **{wording.language: wording.text for wording in record.wordings}}


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
