"""Join what OHCHR's thematic lists say of one review to the asks of its report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.join_answers import Statement
from indexer.recommendation_numbers import resolve_number
from indexer.source_entries import THEMATIC_LIST, ListedRecommendation
from models.records import Label, Place, Recommendation


@dataclass(frozen=True, slots=True)
class JoinedLists:
    """The asks of a review after its thematic lists were joined to them."""

    records: tuple[Recommendation, ...]
    """The asks with the lists' labels, in their order."""
    statements: Mapping[str, Statement]
    """By id of the ask: the position that the lists give its number."""
    remarks: tuple[str, ...]
    """One sentence for each number that fits no recommendation, or more than one."""


def join_listed(records: Sequence[Recommendation], listed: Sequence[ListedRecommendation]) -> JoinedLists:
    """Join lists to the asks of the report of the same review; a list speaks of whole paragraphs."""
    paragraphs = dict.fromkeys(record.place.paragraph or "" for record in records)
    of_paragraph: dict[str, ListedRecommendation] = {}
    labels: dict[str, list[Label]] = defaultdict(list)
    remarks = []
    for entry in listed:
        fitting = resolve_number(entry.number, paragraphs)
        if not fitting:
            remarks.append(f"The {THEMATIC_LIST} has {entry.number}, which fits no recommendation indexed, or several.")
        for paragraph in fitting:
            of_paragraph[paragraph] = entry
            labels[paragraph] += entry.labels
    joined = [
        replace(record, labels=tuple(dict.fromkeys([*record.labels, *labels[record.place.paragraph or ""]])))
        for record in records
    ]
    statements = {
        record.id: _statement(of_paragraph[paragraph])
        for record in records
        if (paragraph := record.place.paragraph or "") in of_paragraph
    }
    return JoinedLists(tuple(joined), statements, tuple(remarks))


def _statement(entry: ListedRecommendation) -> Statement:
    words = f"{entry.position_words} ({entry.position_source})" if entry.position_source else entry.position_words
    return Statement(Place(THEMATIC_LIST, entry.number, None), entry.position, words)
