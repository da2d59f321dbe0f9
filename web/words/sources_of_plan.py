"""What the index says now of what a plan is made of: records by the ids of its items, and quotations of its evidence.

A plan remembers words, places and answers, and its makers, or whoever made its file, can change them. Nothing of that
is printed as a source's: what pages, files and papers quote and cite of a plan comes from here, and where the plan
remembers it otherwise, that is shown as a difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from models.errors import UnknownState
from models.messages.message import Message
from models.messages.printable import as_written
from models.plans.plan import Evidence, PlanItem
from models.records.records import Recommendation
from search import POSITION_IN_SENTENCE, ChosenEntry, Quotation, SearchIndex, in_each_edition
from web.site.language import gettext, in_each_language, listed, side_by_side, translated
from web.site.served_index import name_of
from web.words.editions import words_shown
from web.words.record_in_short import record_citation


@dataclass(frozen=True, slots=True)
class Difference:
    """What a plan remembers of a record and the index says otherwise."""

    what: str
    """A key of DIFFERENCES."""
    remembered: str
    """What the plan says."""

    @property
    def heading(self) -> Message:
        """What the plan has otherwise, under or behind `OTHERWISE`."""
        return DIFFERENCES[self.what]


OTHERWISE = Message("What your plan has otherwise")
DIFFERENCES: Mapping[str, Message] = {
    "words": Message("Words"),
    "citation": Message("Source"),
    "position": Message("Position"),
    "state": Message("State"),
    "kind": Message("Kind"),
}


class SourcesOfPlan:
    """The records behind a plan, looked up at once when the first is asked for, and others one by one."""

    def __init__(self, index: SearchIndex | None, items: Sequence[PlanItem] = ()) -> None:
        """Without an index nothing is known of any record."""
        self.index = index
        self._items = items

    @cached_property
    def _entries(self) -> dict[str, ChosenEntry]:
        ids = [item.id for item in self._items]
        ids += [evidence.record for item in self._items for evidence in item.evidence if evidence.record]
        return {entry.asked_for: entry for entry in self._look_up(list(dict.fromkeys(ids)))}

    def _look_up(self, ids: Sequence[str]) -> Sequence[ChosenEntry]:
        if self.index is None:
            return [ChosenEntry(record_id, record_id, "", None, None) for record_id in ids]
        return self.index.chosen(ids) if ids else ()

    def entry(self, record_id: str) -> ChosenEntry:
        """What an id stands for today."""
        if record_id not in self._entries:
            (self._entries[record_id],) = self._look_up([record_id])
        return self._entries[record_id]

    def words(self, record_id: str) -> Quotation | None:
        """The paragraph of a record, as printed; None where the index does not hold it."""
        record = self.entry(record_id).record
        return words_shown(record) if record else None

    def citation(self, record_id: str) -> str:
        """Where a record stands, in one line; "" where the index does not hold it."""
        return citation_of(self.entry(record_id), self.index) if self.index else ""

    def recommendation(self, record_id: str) -> Recommendation | None:
        """The recommendation; None for what is none, and where the index does not hold it."""
        record = self.entry(record_id).record
        return record if isinstance(record, Recommendation) else None

    def position(self, record_id: str) -> str:
        """The answer to a recommendation; "" for what has none, and where the index does not hold it."""
        record = self.recommendation(record_id)
        return str(record.position) if record else ""

    def quoted(self, evidence: Evidence) -> Quotation | None:
        """The words of the document that evidence was taken from; None where it has other words, or was taken from
        none that the index holds: then it is the organisation's own."""
        record = self.entry(evidence.record).record if evidence.record else None
        editions = in_each_edition(record) if record else ()
        return next(filter(None, (words.passage(evidence.text) for words in editions)), None)

    def name(self, item_id: str) -> str:
        """What an item is called; "" is the plan as a whole."""
        return (self.citation(item_id) or item_id) if item_id else gettext("The plan")

    def in_words(self, value: Any) -> str:
        """What a column holds; several pieces of evidence are lines."""
        match value:
            case None:
                return ""
            case StrEnum():
                return gettext(value.value)
            case Evidence():
                return self._evidence_in_words(value)
            case (Evidence(), *_):
                return "\n".join(map(self.in_words, value))
            case tuple():
                return listed(list(map(self.in_words, value)))
        return str(value)

    def _evidence_in_words(self, evidence: Evidence) -> str:
        """In one line: of words that a document has, its citation; of what was taken from one and changed, none.

        What the organisation wrote itself has the source that it gave.
        """
        quoted = self.quoted(evidence)
        if quoted:
            parts: tuple[str, ...] = (quoted.words, self.citation(evidence.record))
        elif evidence.record:
            parts = (evidence.text,)
        else:
            parts = (evidence.text, evidence.when, evidence.document, evidence.link)
        return " · ".join(filter(None, parts))

    def differences(self, item: PlanItem) -> tuple[Difference, ...]:
        """What the plan remembers of the record and the index says otherwise; nothing of one that it does not hold."""
        return tuple(Difference(what, remembered) for what, remembered in self._differing(item))

    def _differing(self, item: PlanItem) -> Iterator[tuple[str, str]]:
        entry = self.entry(item.id)
        if entry.record is None or self.index is None:
            return
        # A plan keeps the words of the edition that the page showed on which it was made.
        editions = (_in_one_line(words.words) for words in in_each_edition(entry.record))
        if item.quoted and _in_one_line(item.quoted) not in editions:
            yield "words", item.quoted
        if item.citation and not _is_citation_of(entry, item.citation, self.index):
            yield "citation", item.citation
        if item.position != self.position(item.id):
            yield "position", translated(POSITION_IN_SENTENCE.get(item.position, item.position)) or gettext("nothing")
        if item.state != (entry.state or ""):
            yield "state", self._state_name(item.state) or gettext("nothing")
        if item.kind != entry.kind:
            yield "kind", item.kind or gettext("nothing")

    def _state_name(self, code: str) -> str:
        if self.index:
            with suppress(UnknownState):
                return name_of(self.index.state(code))
        return code


def citation_of(entry: ChosenEntry, index: SearchIndex) -> str:
    """Where a record stands, in one line, so that a plan can be read without an index; "" where there is none."""
    if entry.record is None:
        return ""
    state = index.state(entry.state) if entry.state else None
    citation = record_citation(entry.record, name_of(state) if state else "")
    return side_by_side((citation, gettext("Invented sample"))) if state and state.invented else citation


def _is_citation_of(entry: ChosenEntry, words: str, index: SearchIndex) -> bool:
    """Whether words are the citation of a record in any language: a plan keeps that of the page it was made on."""
    return any(
        _in_one_line(words) == _in_one_line(made) for made in in_each_language(lambda: citation_of(entry, index))
    )


def _in_one_line(words: str) -> str:
    return " ".join(as_written(words).split())
