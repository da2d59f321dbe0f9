"""From a mask and a score per entry to an answer: filters, groups, page, facets, and what to show for nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.messages.message import Message
from models.records.records import Wording
from search.answer.referred_comments import referred_comments
from search.answer.spans import highlight_words, request_in_paragraph_of, words_at
from search.catalogue.entries import Catalogue, Mask
from search.catalogue.records import commitments_by_number, recommendations_by_number
from search.datamodel.answer import Answer, Hit, Record, ReviewSummary
from search.datamodel.question import LABEL_FIELDS, Filters, Listing
from search.datamodel.strengths import Strength
from search.numbers import ANSWERS
from search.rank.filters_and_facets import count_facets, entries_within, masks_by_field
from search.rank.lines import Line, Ranking, page_of_lines, sort_keys
from search.retrieve.found import Found
from search.snapshot.snapshot import Snapshot

RELATED_SHOWN = 5
MAX_LIMIT = 10_000
_NO_RECOMMENDATION = Message("No recommendation is in this index, only what treaty bodies say.")


def compose_answer(snapshot: Snapshot, found: Found, listing: Listing) -> Answer:
    """The answer to a question: its totals and facets count the whole filtered result, no more and no less."""
    catalogue = snapshot.catalogue
    masks = masks_by_field(catalogue, listing.filters)
    shown = entries_within(masks, catalogue.answerable)
    result = found.entries & shown
    to_own = catalogue.of_state(listing.own_state)
    own, others = result & to_own, result & ~to_own
    own_rest = shown & to_own & ~result
    labels = {*found.labels, *_labels_filtered_by(listing.filters)}
    composer = _HitComposer(snapshot, replace(found, labels=labels), to_own, result)
    lines, line_count = page_of_lines(
        replace(composer.ranking, sort_key=sort_keys(catalogue, listing.sort)),
        _listed(listing, own, own_rest, others),
        snapshot.grouping if listing.grouped else None,
        min(max(listing.limit, 0), MAX_LIMIT),
        max(listing.offset, 0),
        by_paragraph=listing.by_paragraph,
    )
    own_strengths, strengths = found.strengths(own, are_own=True), found.strengths(others, are_own=False)
    return Answer(
        total=int(result.sum()),
        own_total=int(own.sum()),
        own_rest=int(own_rest.sum()),
        lists_rest=listing.all_own,
        lines=line_count,
        hits=composer.hits(lines),
        facets=count_facets(catalogue, found.entries & _of_group(listing, catalogue, to_own), masks),
        own_state=listing.own_state,
        own_reviews=_searched(snapshot, listing.own_state),
        related=() if listing.all_own else _related(composer, found, shown & ~result, result, to_own),
        notes=found.notes if catalogue.recommendations.any() else (*found.notes, _NO_RECOMMENDATION),
        own_strengths=own_strengths,
        strengths={strength: own_strengths.get(strength, 0) + count for strength, count in strengths.items()},
        language=found.language,
        kinds=listing.filters.kind,
        filtered=listing.filters != Filters(kind=listing.filters.kind),
        did_you_mean=found.did_you_mean,
    )


def _listed(listing: Listing, own: Mask, own_rest: Mask, others: Mask) -> tuple[Mask, ...]:
    """The groups whose lines the pages of an answer consist of, in their order."""
    of_own = (own, own_rest) if listing.all_own else (own,)
    return {"own": of_own, "others": (others,), None: (*of_own, others)}[listing.group]


def _of_group(listing: Listing, catalogue: Catalogue, to_own: Mask) -> Mask:
    """The entries, found or not, that belong to the group that is listed."""
    return catalogue.answerable & {"own": to_own, "others": ~to_own, None: catalogue.answerable}[listing.group]


def _searched(snapshot: Snapshot, state: str | None) -> tuple[ReviewSummary, ...]:
    """The reviews of a State (by code) whose recommendations are in the index: of one before which documents alone were
    written, nothing can be found here."""
    reviews = snapshot.connection.reviews(state) if state else ()
    return tuple(review for review in reviews if review.recommendations)


def _labels_filtered_by(filters: Filters) -> Iterator[tuple[str, str]]:
    """Scheme and words of the labels chosen as filters."""
    for name, scheme in LABEL_FIELDS.items():
        for label in getattr(filters, name):
            yield scheme, label


def _related(composer: "_HitComposer", found: Found, others: Mask, result: Mask, to_own: Mask) -> tuple[Hit, ...]:
    """The nearest of the `others`, which are not found: of the own State where nothing of it is, else of all States."""
    near = others & (found.relevance >= ANSWERS.related)
    if found.own_bounds:
        # What the list of the own State leaves out is hardly ever so relevant; its nearest are shown all the same.
        near |= others & to_own
    if not result.any():
        groups: tuple[Mask, ...] = (near & to_own, near & ~to_own)
    elif not (result & to_own).any():
        groups = (near & to_own,)
    else:
        return ()
    return composer.hits(page_of_lines(composer.ranking, groups, None, RELATED_SHOWN, 0)[0])


class _HitComposer:
    """Makes hits of entry numbers."""

    def __init__(self, snapshot: Snapshot, found: Found, to_own: Mask, result: Mask) -> None:
        self._snapshot = snapshot
        self._result = result
        self._found = found
        self._to_own = to_own
        self.ranking = Ranking(found.relevance, snapshot.catalogue.tie_order)

    def hits(self, lines: Sequence[Line]) -> tuple[Hit, ...]:
        numbers = [number for line in lines for number in line.numbers]
        if not numbers:
            return ()
        connection, is_recommendation = self._snapshot.connection, self._snapshot.catalogue.recommendations
        pledges = [number for number in numbers if not is_recommendation[number]]
        records: dict[int, Record] = {
            **recommendations_by_number(connection, numbers),
            **(commitments_by_number(connection, pledges) if pledges else {}),
        }
        return tuple(self._line(line, records) for line in lines)

    def _line(self, line: Line, records: Mapping[int, Record]) -> Hit:
        first, *others = (
            self._hit(number, records[number], rank) for rank, number in enumerate(line.numbers, line.rank)
        )
        return replace(first, others=tuple(others))

    def _hit(self, number: int, record: Record, rank: int) -> Hit:
        relevance = float(self._found.relevance[number])
        stems = self._found.stems if self._found.words_in in (None, record.language) else ()
        spans = highlight_words(record.quoted, stems, *request_in_paragraph_of(record), names=self._found.names)
        wording, words = None, words_at(record.quoted, spans)
        if not words:
            wording, words = self._in_further_wording(record)
        shared = {label.label for label in record.labels if (label.scheme, label.label) in self._found.labels}
        return Hit(
            record=record,
            rank=rank,
            group="own" if self._to_own[number] else "others",
            relevance=round(relevance, 4),
            strength=self._strength(number),
            words_in_common=words,
            highlights=spans,
            invented=self._snapshot.catalogue.states[record.state_under_review].invented,
            by_meaning=self._found.by_meaning and not words,
            wording=wording,
            labels_in_common=tuple(sorted(shared)),
            referred=referred_comments(self._snapshot.connection, record),
        )

    def _in_further_wording(self, record: Record) -> tuple[Wording | None, tuple[str, ...]]:
        """The first further wording that holds words that are looked for, and these; else that in the language of the
        question, if there is one."""
        for wording in record.wordings:
            if self._found.words_in in (None, wording.language):
                spans = highlight_words(wording.quoted, self._found.stems, names=self._found.names)
                if words := words_at(wording.quoted, spans):
                    return wording, words
        return next((each for each in record.wordings if each.language == self._found.language), None), ()

    def _strength(self, number: int) -> Strength:
        if not self._result[number]:
            return "related"
        return self._found.strength_of(number, is_own=bool(self._to_own[number]))
