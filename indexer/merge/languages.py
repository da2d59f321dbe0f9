"""One set of records from documents of one review in several languages.

Numbers are the same in all languages of a report, so a paragraph is known again by its number, and in it a request by
its recommending States, else by its place among as many. The record is in English where the report is there in English,
else in the first language by its code; what the others say are its further wordings. Neither the number of a paragraph
nor that of a request in it depends on the language, so ids stay what they are when another language is added or taken
away.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.merge.thresholds import MOST_NAMED
from models.languages.read_languages import READ_LANGUAGES
from models.messages.spoken import saying
from models.records.places import place_in_words
from models.records.records import Commitment, Place, Recommendation
from models.texts.words import ENGLISH

_Place = tuple[str, str | None]
"""Symbol and paragraph."""


@dataclass(frozen=True, slots=True)
class MergedRecords:
    """Records of one or more reviews, and what did not fit."""

    recommendations: tuple[Recommendation, ...]
    commitments: tuple[Commitment, ...]
    warnings: tuple[str, ...]
    """One sentence each."""


def preference(language: str) -> tuple[bool, str]:
    """What orders languages, the main one first: English, then by code."""
    return language != ENGLISH, language


def join_languages(recommendations: Iterable[Recommendation], commitments: Iterable[Commitment]) -> MergedRecords:
    """Bring together what a review's documents hold, in the printed order of the main language; what only another has
    stands where that prints it. The warnings say in what the languages differ."""
    of_language: dict[str, list[Recommendation]] = defaultdict(list)
    for record in recommendations:
        of_language[record.language].append(record)
    ordered = [of_language[language] for language in sorted(of_language, key=preference)]
    warnings: list[str] = []
    joined: Sequence[Recommendation] = ordered[0] if ordered else ()
    for further in ordered[1:]:
        warnings += _differences(ordered[0], further)
        joined = _with_further(joined, further)
    pledged = _Commitments(commitments)
    return MergedRecords(tuple(joined), tuple(pledged.joined()), (*warnings, *pledged.differences()))


def _by_paragraph(records: Iterable[Recommendation]) -> dict[str, list[Recommendation]]:
    paragraphs: dict[str, list[Recommendation]] = defaultdict(list)
    for record in records:
        paragraphs[record.place.paragraph or ""].append(record)
    return paragraphs


def _with_further(records: Sequence[Recommendation], further: Sequence[Recommendation]) -> list[Recommendation]:
    """The records with the wordings of a further language; what it alone has stands behind the paragraph before it."""
    known, added = _by_paragraph(records), _by_paragraph(further)
    order = list(known)
    # Behind its last paragraph that both have; before the first where none is before it.
    place = next((order.index(paragraph) for paragraph in added if paragraph in known), len(order))
    for paragraph in added:
        if paragraph in known:
            place = order.index(paragraph) + 1
        else:
            order.insert(place, paragraph)
            place += 1
    return [
        record
        for paragraph in order
        for record in (_worded(known[paragraph], added[paragraph]) if paragraph in known else added[paragraph])
    ]


def _worded(requests: Sequence[Recommendation], further: Sequence[Recommendation]) -> Iterator[Recommendation]:
    """The requests of one paragraph, each with its wording in a further language, if that has the paragraph.

    A request that cannot be told there has the whole paragraph as its wording.
    """
    pairs = _pairs(requests, further)
    for index, request in enumerate(requests):
        if not further:
            yield request
            continue
        other = further[pairs[index]] if index in pairs else replace(further[0], text=further[0].quoted, composed=False)
        yield replace(request, wordings=(*request.wordings, other.wording))


def _pairs(requests: Sequence[Recommendation], further: Sequence[Recommendation]) -> dict[int, int]:
    """Index of a request → index of the same in the other language."""
    if len(requests) == len(further) == 1:
        return {0: 0}
    pairs: dict[int, int] = {}
    states, others = [_states(each) for each in requests], [_states(each) for each in further]
    for index, of_request in enumerate(states):
        if states.count(of_request) == others.count(of_request) == 1:
            pairs[index] = others.index(of_request)
    left = [index for index in range(len(requests)) if index not in pairs]
    free = [index for index in range(len(further)) if index not in pairs.values()]
    return pairs | dict(zip(left, free, strict=True)) if len(left) == len(free) else pairs


def _states(record: Recommendation) -> frozenset[str]:
    return frozenset(sponsor.state for sponsor in record.sponsors)


def _differences(main: Sequence[Recommendation], further: Sequence[Recommendation]) -> Iterator[str]:
    """In what one report differs between two languages: it is for a person to see which is right."""
    known, added = _by_paragraph(main), _by_paragraph(further)
    numbers = list(dict.fromkeys((*known, *added)))
    differing = [number for number in numbers if _compared(known.get(number)) != _compared(added.get(number))]
    if differing:
        yield saying(
            "%(symbol)s was read otherwise in %(other)s than in %(language)s at %(numbers)s: compare numbers, "
            "recommending States and positions with the document. What both have is used as in %(language)s.",
            symbol=main[0].place.symbol,
            other=_name(further[0].language),
            language=_name(main[0].language),
            numbers=", ".join((*differing[:MOST_NAMED], *(["…"] if len(differing) > MOST_NAMED else []))),
        )


def _compared(requests: Iterable[Recommendation] | None) -> object:
    """What is compared of the requests of a paragraph; None where it is lacking."""
    if requests is None:
        return None
    return (
        frozenset[str]().union(*map(_states, requests)),
        frozenset(request.interim_position for request in requests),
    )


class _Commitments:
    """The commitments of each place, by language."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._commitments = list(commitments)
        self._at_place: dict[_Place, dict[str, list[Commitment]]] = defaultdict(dict)
        for commitment in self._commitments:
            self._at_place[_place_of(commitment)].setdefault(commitment.language, []).append(commitment)

    def joined(self) -> Iterator[Commitment]:
        """Those of the main language of each place in their order, with the wordings of languages that have as many."""
        for commitment in self._commitments:
            of_language = self._at_place[_place_of(commitment)]
            if commitment.language != min(of_language, key=preference):
                continue
            of_main = of_language[commitment.language]
            index = of_main.index(commitment)
            further = [of_language[language] for language in sorted(of_language, key=preference)[1:]]
            wordings = tuple(each[index].wording for each in further if len(each) == len(of_main))
            yield replace(commitment, wordings=wordings)

    def differences(self) -> Iterator[str]:
        """A sentence for each place where one language has more commitments than another."""
        for (symbol, paragraph), of_language in self._at_place.items():
            if len({len(each) for each in of_language.values()}) > 1:
                yield saying(
                    "%(place)s was read with more voluntary commitments in one language than in another: compare them "
                    "with the document.",
                    place=place_in_words(Place(symbol, paragraph, None)),
                )


def _place_of(commitment: Commitment) -> _Place:
    return commitment.place.symbol, commitment.place.paragraph


def _name(language: str) -> str:
    return READ_LANGUAGES[language].name if language in READ_LANGUAGES else language
