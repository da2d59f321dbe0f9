"""Merge what a table says of one review with the records that are known: UPR Info's table, or an export of UHRI.

Tables edit what they copy: they split a request in two, merge two, write out names. So an entry is compared with the
requests of each of its recommending States: it *is* a request whose words are nearly its own; else it is *part of* a
request that holds its words, or *holds* requests. Labels go to every request that an entry touches; its position and
action category only where entry and request are one to one. What matches nothing becomes a record of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from indexer.datamodel.source_entries import TableEntry, distinct_sponsors
from indexer.merge.answers import on_request
from indexer.merge.coding_of_tables import action_of, labels_of, place_of
from indexer.merge.languages import preference
from indexer.merge.thresholds import EQUALLY_ALIKE, FOUND_IN_OTHER, SAME_ENTRY, SHORTEST_PART
from models.numbers.paragraph_numbers import resolve_number
from models.records.answers import Answer, join_answers
from models.records.enums import Position
from models.records.permanent_ids import normalised_text, table_recommendation_id, words_digest
from models.records.records import Recommendation, Response, Sponsor, Wording, review_id

UNNAMED = ""
"""Stands for the recommending State of a request that names none."""


@dataclass(frozen=True, slots=True)
class MergedTable:
    """The requests of a review after a table was merged with them."""

    records: tuple[Recommendation, ...]
    """The requests of the report with the table's labels and action categories, in their order."""
    statements: Mapping[str, Response]
    """By id of a request: the position that the table gives it. Also of the records of the table's own."""
    own: tuple[Recommendation, ...]
    """What is known from the table alone, in the order of the table."""
    same_as: Mapping[str, str]
    """Id that an entry has as a record of its own → id of the request that it is."""


@dataclass(frozen=True, slots=True)
class _Match:
    """What one entry is in the report."""

    entry: TableEntry
    whole: frozenset[int]
    """Indices of the requests that it is."""
    partly: frozenset[int]
    """Indices of the requests that it is part of, or that it holds."""
    missing: TableEntry | None
    """The entry for those of its recommending States of whom the report has no such request."""

    @property
    def touched(self) -> frozenset[int]:
        """Indices of all requests to which its labels go."""
        return self.whole | self.partly

    def is_just(self, index: int) -> bool:
        """Whether it is that request and has nothing of another, whoever of its States recommended."""
        return self.whole == {index} and not self.partly


class _Requests:
    """The requests of a report, found by their recommending State."""

    def __init__(self, records: Sequence[Recommendation]) -> None:
        self._texts = [normalised_text(record.text) for record in records]
        self._known_from_table = {
            text: index for index, text in enumerate(self._texts) if records[index].place.paragraph is None
        }
        self._paragraphs = [record.place.paragraph or "" for record in records]
        self._of_state: dict[str, list[int]] = defaultdict(list)
        for index, record in enumerate(records):
            for state in {sponsor.state for sponsor in record.sponsors} or {UNNAMED}:
                self._of_state[state].append(index)

    def match(self, entry: TableEntry) -> _Match:
        """Compare an entry with the requests of each of its recommending States.

        What only tables know is named by its words: the same words are the same record, whoever recommends.
        """
        words = normalised_text(entry.text)
        if words in self._known_from_table:
            return _Match(entry, frozenset({self._known_from_table[words]}), frozenset(), None)
        whole: set[int] = set()
        partly: set[int] = set()
        missing: list[Sponsor | None] = []
        for sponsor in entry.sponsors or (None,):
            candidates = self._candidates(sponsor)
            numbered = [index for index in candidates if self._paragraphs[index] in self._numbered(entry.number)]
            # Twins, two paragraphs of the same words and State, are told apart by the number that the table prints.
            if same := self._same(words, numbered) or self._same(words, candidates):
                whole.update(same)
            elif overlapping := self._overlapping(words, candidates):
                partly.update(overlapping)
            else:
                missing.append(sponsor)
        return _Match(entry, frozenset(whole), frozenset(partly), _missing(entry, missing))

    def _numbered(self, number: str) -> tuple[str, ...]:
        """The paragraphs that a number of a table names; none where it prints none."""
        return resolve_number(number, self._paragraphs) if number else ()

    def _candidates(self, sponsor: Sponsor | None) -> Sequence[int]:
        """Requests that a State may have made; all of them where it is not known who recommended."""
        if sponsor is None:
            return range(len(self._texts))
        return self._of_state.get(sponsor.state, []) + self._of_state.get(UNNAMED, [])

    def _same(self, words: str, candidates: Sequence[int]) -> list[int]:
        """The requests that have nearly these words: the best, and those as good, for a report may repeat itself."""
        likeness = {index: fuzz.ratio(words, self._texts[index], score_cutoff=SAME_ENTRY) for index in candidates}
        best = max(likeness.values(), default=0.0)
        if not best:
            return []
        return [index for index in candidates if likeness[index] >= best - EQUALLY_ALIKE]

    def _overlapping(self, words: str, candidates: Sequence[int]) -> list[int]:
        """Requests that hold the words or are held by them; failing that, the one that shares all words but a few."""
        if len(words) < SHORTEST_PART:
            return []
        long_enough = [index for index in candidates if len(self._texts[index]) >= SHORTEST_PART]
        held = [index for index in long_enough if fuzz.partial_ratio(words, self._texts[index]) >= FOUND_IN_OTHER]
        if held:
            return held
        # UPR Info moves half-sentences about, so that neither text lies in the other though the words are the same.
        likeness = {index: fuzz.token_set_ratio(words, self._texts[index]) for index in long_enough}
        best = max(likeness, key=lambda index: likeness[index], default=None)
        return [best] if best is not None and likeness[best] >= FOUND_IN_OTHER else []


def _missing(entry: TableEntry, sponsors: Sequence[Sponsor | None]) -> TableEntry | None:
    """The entry for these of its recommending States alone; None where there are none."""
    if not sponsors:
        return None
    if len(sponsors) == len(entry.sponsors or (None,)):
        return entry
    return replace(entry, sponsors=tuple(filter(None, sponsors)))


def merge_table_entries(
    state: str, session: int, records: Sequence[Recommendation], entries: Iterable[TableEntry]
) -> MergedTable:
    """Merge the recommendations of a table with the requests of the report of the same review.

    Args:
        state: State under review.
        session: Working Group session.
        records: the requests of the report, none where it is not indexed, and those known from a weightier table.
        entries: what the table says of the review, without pledges.
    """
    requests = _Requests(records)
    matches = [requests.match(entry) for entry in entries]
    review = review_id(state, session)
    missing = _missing_by_id(review, matches)
    own = [_own_record(state, session, of_record) for of_record in missing.values()]
    statements = {record.id: _statement(of_record) for record, of_record in zip(own, missing.values(), strict=True)}
    matches_of = _matches_by_request(matches)
    labelled = []
    for index, record in enumerate(records):
        same = [match.entry for match in matches_of[index] if match.is_just(index)]
        # A position holds for one request only where nothing but that request answers to the rows.
        if len(same) == len(matches_of[index]) and len({entry.position for entry in same}) == 1:
            statements[record.id] = _statement(same)
        labelled.append(_labelled(record, [match.entry for match in matches_of[index]], same))
    same_as = {
        table_recommendation_id(review, match.entry.text): records[min(match.whole)].id
        for match in matches
        if match.whole and not match.missing
    }
    return MergedTable(tuple(labelled), statements, tuple(own), same_as)


def _missing_by_id(review: str, matches: Iterable[_Match]) -> dict[str, list[TableEntry]]:
    """What the report does not have, by the id of the record that it becomes."""
    missing: dict[str, list[TableEntry]] = defaultdict(list)
    for match in matches:
        if match.missing:
            missing[table_recommendation_id(review, match.missing.text)].append(match.missing)
    return missing


def _matches_by_request(matches: Iterable[_Match]) -> Mapping[int, list[_Match]]:
    """Index of a request → what touches it."""
    matches_of: dict[int, list[_Match]] = defaultdict(list)
    for match in matches:
        for index in match.touched:
            matches_of[index].append(match)
    return matches_of


def _statement(entries: Sequence[TableEntry]) -> Response:
    """The response to one text; two rows of the same words that differ are joined as any answers are."""
    answers = [
        Answer(entry.position, entry.response, entry.qualified)
        for entry in entries
        if entry.position not in (None, Position.UNKNOWN)
    ]
    answer = join_answers(answers, "; ", of_record=True) or Answer(Position.UNKNOWN, entries[0].response)
    return on_request(place_of(entries), answer)


def _own_record(state: str, session: int, entries: Sequence[TableEntry]) -> Recommendation:
    first = entries[0]
    record = Recommendation(
        state_under_review=state,
        session=session,
        place=place_of(entries),
        printed_number="",
        clause=1,
        text=first.text,
        quoted=first.text,
        composed=False,
        sponsors=(),
        interim_position=Position.UNKNOWN,
        position=Position.UNKNOWN,
        position_source=None,
        language=first.language,
    )
    return _labelled(record, entries, entries)


def _labelled(record: Recommendation, touching: Sequence[TableEntry], same: Sequence[TableEntry]) -> Recommendation:
    """The record with the labels of all entries that touch it and the category on which those that it is agree.

    Who recommends it is known from its report; where only tables know it, from all of them.
    """
    sponsors = record.sponsors
    if record.place.paragraph is None:
        sponsors = distinct_sponsors([*sponsors, *(sponsor for entry in same for sponsor in entry.sponsors)])
    return replace(
        record,
        sponsors=sponsors,
        labels=labels_of(touching, given=record.labels),
        action=action_of(same) or record.action,
        wordings=(*record.wordings, *_wordings(record, same)),
    )


def _wordings(record: Recommendation, same: Iterable[TableEntry]) -> Iterator[Wording]:
    """What exports in languages that a record has not yet say of it."""
    languages = {record.language, *(wording.language for wording in record.wordings)}
    for entry in same:
        for language, text in entry.wordings:
            if language not in languages:
                languages.add(language)
                yield Wording(language, text, text, False, place_of([entry]))


def distinct_entries(entries: Iterable[TableEntry]) -> tuple[TableEntry, ...]:
    """The entries of all tables of one review; what two tables of one source say alike counts once."""
    distinct: dict[tuple[str, str, str, str], TableEntry] = {}
    for entry in _in_one_language(entries):
        key = entry.source, words_digest(entry.text), entry.response, entry.number
        distinct[key] = _both(distinct[key], entry) if key in distinct else entry
    return tuple(distinct.values())


def _in_one_language(entries: Iterable[TableEntry]) -> Iterator[TableEntry]:
    """What exports in several languages say of one annotation, in the main language, with the others' words."""
    of_annotation: dict[tuple[str, str], list[TableEntry]] = defaultdict(list)
    for entry in entries:
        if entry.annotation:
            of_annotation[entry.source, entry.annotation].append(entry)
        else:
            yield entry
    for same in of_annotation.values():
        first, *others = sorted(same, key=lambda entry: preference(entry.language))
        wordings = {entry.language: entry.text for entry in reversed(others) if entry.language != first.language}
        yield replace(first, wordings=tuple(sorted(wordings.items())))
        yield from (entry for entry in others if entry.language == first.language)


def _both(first: TableEntry, again: TableEntry) -> TableEntry:
    return replace(
        first,
        sponsors=distinct_sponsors(first.sponsors + again.sponsors),
        labels=tuple(dict.fromkeys(first.labels + again.labels)),
        themes=tuple(dict.fromkeys(first.themes + again.themes)),
    )
