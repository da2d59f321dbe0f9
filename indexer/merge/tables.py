"""Join what a table says of one review to the records that are known: UPR Info's table, or an export of UHRI.

Tables edit what they copy: they split a request in two, merge two, write out names. So an entry is compared with the
asks of each of its recommending States: it *is* a request whose words are nearly its own; else it is *part of* a
request that holds its words, or *holds* asks. Labels go to every request that an entry touches; its position and action
category only where entry and request are one to one. What matches nothing becomes a record of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from indexer.datamodel.source_entries import TableEntry, distinct_sponsors
from indexer.merge.answers import Statement
from models.records.label_schemes import ISSUE_SCHEME
from models.records.permanent_ids import normalised_text, table_recommendation_id
from models.records.positions import Position
from models.records.records import ActionCategory, Commitment, Label, Origin, Place, Recommendation, Sponsor, review_id

SAME_WORDS = 85.0
"""Likeness in percent (Indel) from which an entry is a request of the same two States."""
EQUALLY_ALIKE = 0.5
"""Percent within which requests are equally like an entry."""
SAME_PART = 90.0
"""Likeness in percent from which one text is found in the other."""
SHORTEST_PART = 10
"""Letters; a shorter text is found anywhere."""
UNNAMED = ""
"""Stands for the recommending State of a request that names none."""
MERGED = "rows of tables were joined to recommendations of a report"
NOT_IN_REPORT = "rows of tables became recommendations of their own, because the report does not have them"
NO_REPORT = "rows of tables became recommendations of their own, because their report is not indexed"
PLEDGE_MERGED = "rows of tables were joined to commitments"
PLEDGE_ALONE = "rows of tables became commitments of their own"


@dataclass(frozen=True, slots=True)
class MergedTable:
    """The requests of a review after a table was joined to them."""

    records: tuple[Recommendation, ...]
    """The requests of the report with the table's labels and action categories, in their order."""
    statements: Mapping[str, Statement]
    """By id of a request: the position that the table gives it. Also of the records of the table's own."""
    own: tuple[Recommendation, ...]
    """What is known from the table alone, in the order of the table."""
    rows: Counter[str]
    """What became of the rows → how many."""
    same_as: Mapping[str, str]
    """Id that an entry has as a record of its own → id of the ask that it is."""


@dataclass(frozen=True, slots=True)
class _Match:
    """What one entry is in the report."""

    entry: TableEntry
    whole: frozenset[int]
    """Places of the requests that it is."""
    partly: frozenset[int]
    """Places of the requests that it is part of, or that it holds."""
    missing: TableEntry | None
    """The entry for those of its recommending States of whom the report has no such request."""


class _Requests:
    """The requests of a report, found by their recommending State."""

    def __init__(self, records: Sequence[Recommendation]) -> None:
        self._texts = [normalised_text(record.text) for record in records]
        self._known_from_table = {
            text: place for place, text in enumerate(self._texts) if records[place].place.paragraph is None
        }
        self._by_state: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(records):
            for state in {sponsor.state for sponsor in record.sponsors} or {UNNAMED}:
                self._by_state[state].append(place)

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
            places = self._of(sponsor)
            same = self._same(words, places)
            touched = same or self._touched(words, places)
            (whole if same else partly).update(touched)
            if not touched:
                missing.append(sponsor)
        return _Match(entry, frozenset(whole), frozenset(partly), _missing(entry, missing))

    def _of(self, sponsor: Sponsor | None) -> Sequence[int]:
        """Places of the requests that a State may have made; of all requests where it is not known who asked."""
        if sponsor is None:
            return range(len(self._texts))
        return self._by_state.get(sponsor.state, []) + self._by_state.get(UNNAMED, [])

    def _same(self, words: str, places: Sequence[int]) -> list[int]:
        likeness = {place: fuzz.ratio(words, self._texts[place], score_cutoff=SAME_WORDS) for place in places}
        best = max(likeness.values(), default=0.0)
        return [place for place in places if best and likeness[place] >= best - EQUALLY_ALIKE]

    def _touched(self, words: str, places: Sequence[int]) -> list[int]:
        """Asks that hold the words or are held by them; failing that, the request that shares all words but a few."""
        long_enough = [place for place in places if min(len(words), len(self._texts[place])) >= SHORTEST_PART]
        held = [place for place in long_enough if fuzz.partial_ratio(words, self._texts[place]) >= SAME_PART]
        likeness = {place: fuzz.token_set_ratio(words, self._texts[place]) for place in long_enough}
        best = max(likeness, key=lambda place: likeness[place], default=None)
        return held or ([best] if best is not None and likeness[best] >= SAME_PART else [])


def _missing(entry: TableEntry, sponsors: Sequence[Sponsor | None]) -> TableEntry | None:
    if not sponsors:
        return None
    if len(sponsors) == len(entry.sponsors or (None,)):
        return entry
    return replace(entry, sponsors=tuple(filter(None, sponsors)), rows=len(sponsors))


def merge_table_entries(
    state: str, session: int, records: Sequence[Recommendation], entries: Iterable[TableEntry]
) -> MergedTable:
    """Join the recommendations of a table to the requests of the report of the same review.

    Args:
        state: State under review.
        session: Working Group session.
        records: the requests of the report, none where it is not indexed, and those known from a weightier table.
        entries: what the table says of the review, without pledges.
    """
    requests = _Requests(records)
    matches = [requests.match(entry) for entry in entries]
    of_request: dict[int, list[_Match]] = defaultdict(list)
    rows: Counter[str] = Counter()
    review = review_id(state, session)
    has_report = any(record.place.paragraph for record in records)
    missing: dict[str, list[TableEntry]] = defaultdict(list)
    for match in matches:
        for place in match.whole | match.partly:
            of_request[place].append(match)
        if match.missing:
            missing[table_recommendation_id(review, match.missing.text)].append(match.missing)
            rows[NOT_IN_REPORT if has_report else NO_REPORT] += match.missing.rows
        rows[MERGED] += match.entry.rows - (match.missing.rows if match.missing else 0)
    own = [_own_record(state, session, same) for same in missing.values()]
    statements = {record.id: _statement(same) for record, same in zip(own, missing.values(), strict=True)}
    labelled = []
    for place, record in enumerate(records):
        touching = of_request[place]
        alone = [match.entry for match in touching if match.whole == {place} and not match.partly]
        if alone and len(alone) == len(touching) and len({entry.position for entry in alone}) == 1:
            statements[record.id] = _statement(alone)
        labelled.append(_labelled(record, [match.entry for match in touching], alone))
    same_as = {
        table_recommendation_id(review, match.entry.text): records[min(match.whole)].id
        for match in matches
        if match.whole and not match.missing
    }
    return MergedTable(tuple(labelled), statements, tuple(own), +rows, same_as)


def _statement(entries: Sequence[TableEntry]) -> Statement:
    """The response to one text; to two rows of the same words that differ, as to a partial support: noted."""
    positions = {entry.position for entry in entries} - {Position.UNKNOWN} or {Position.UNKNOWN}
    position = positions.pop() if len(positions) == 1 else Position.NOTED
    return Statement(_place(entries), position, "; ".join(dict.fromkeys(entry.response for entry in entries)))


def _place(entries: Sequence[TableEntry]) -> Place:
    return Place(entries[0].source, None, None)


def _own_record(state: str, session: int, entries: Sequence[TableEntry]) -> Recommendation:
    first = entries[0]
    record = Recommendation(
        state_under_review=state,
        session=session,
        place=_place(entries),
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


def _labelled(record: Recommendation, touching: Sequence[TableEntry], alone: Sequence[TableEntry]) -> Recommendation:
    """The record with the labels of all entries that touch it and the category on which those that it is agree.

    Who recommends it is known from its report; where only tables know it, from all of them.
    """
    named = (sponsor for entry in alone for sponsor in entry.sponsors)
    return replace(
        record,
        sponsors=record.sponsors if record.place.paragraph else distinct_sponsors((*record.sponsors, *named)),
        labels=_labels(record.labels, touching),
        action=_action(alone) or record.action,
    )


def _labels(given: Iterable[Label], entries: Sequence[TableEntry]) -> tuple[Label, ...]:
    issues = (Label(ISSUE_SCHEME, name, Origin.SOURCE) for entry in entries for name in entry.labels)
    themes = (label for entry in entries for label in entry.themes)
    return tuple(dict.fromkeys([*given, *issues, *themes]))


def _action(entries: Sequence[TableEntry]) -> ActionCategory | None:
    categories = {entry.action_category for entry in entries}
    category = categories.pop() if len(categories) == 1 else None
    return ActionCategory(category, Origin.SOURCE) if category else None


def merge_table_pledges(
    state: str, session: int, commitments: Sequence[Commitment], entries: Sequence[TableEntry]
) -> tuple[tuple[Commitment, ...], Counter[str]]:
    """Join the pledges of a table to the commitments read in the documents of the same review.

    Returns:
        The commitments with the table's labels, those of the table's own after them; what became of the rows.
    """
    texts = [normalised_text(commitment.text) for commitment in commitments]
    of_commitment: dict[int, list[TableEntry]] = defaultdict(list)
    alone: dict[str, list[TableEntry]] = defaultdict(list)
    for entry in entries:
        words = normalised_text(entry.text)
        touched = [place for place, text in enumerate(texts) if _holds(words, text)]
        for place in touched:
            of_commitment[place].append(entry)
        if not touched:
            alone[words].append(entry)
    merged = [
        replace(one, labels=_labels(one.labels, of_commitment[place]), action=_action(of_commitment[place]))
        for place, one in enumerate(commitments)
    ]
    for same in alone.values():
        labels, action = _labels((), same), _action(same)
        first = same[0]
        merged.append(Commitment(state, session, _place(same), 1, first.text, first.language, labels, action))
    kept = sum(entry.rows for same in alone.values() for entry in same)
    total = sum(entry.rows for entry in entries)
    return tuple(merged), +Counter({PLEDGE_MERGED: total - kept, PLEDGE_ALONE: kept})


def _holds(words: str, text: str) -> bool:
    if min(len(words), len(text)) < SHORTEST_PART:
        return words == text
    return fuzz.partial_ratio(words, text) >= SAME_PART
