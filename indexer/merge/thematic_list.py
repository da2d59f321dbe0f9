"""Join what OHCHR's thematic lists say of one review to the requests of its report."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.datamodel.source_entries import THEMATIC_LIST, ListedRecommendation
from indexer.merge.answers import Statement
from models.numbers.recommendation_numbers import resolve_number
from models.records.records import Label, Place, Recommendation

MERGED = "numbers of thematic lists were joined to recommendations of a report"
LEFT_OUT = "numbers of thematic lists were left out, because they fit no recommendation indexed, or several"


@dataclass(frozen=True, slots=True)
class MergedLists:
    """The requests of a review after its thematic lists were joined to them."""

    records: tuple[Recommendation, ...]
    """The requests with the lists' labels, in their order."""
    statements: Mapping[str, Statement]
    """By id of the request: the position that the lists give its number."""
    numbers: Counter[str]
    """What became of the numbers of the lists → how many."""
    remarks: tuple[str, ...]
    """One sentence for each number that fits no recommendation, or more than one."""


def merge_listed(records: Sequence[Recommendation], listed: Sequence[ListedRecommendation]) -> MergedLists:
    """Join lists to the requests of the report of the same review; a list speaks of whole paragraphs."""
    paragraphs = dict.fromkeys(record.place.paragraph or "" for record in records)
    of_paragraph: dict[str, ListedRecommendation] = {}
    labels: dict[str, list[Label]] = defaultdict(list)
    remarks = []
    if listed and not records:
        remarks.append(f"The report that an {THEMATIC_LIST} lists is not indexed: add it to have the list joined.")
    for entry in listed if records else ():
        fitting = resolve_number(entry.number, paragraphs)
        if not fitting:
            remarks.append(f"The {THEMATIC_LIST} has {entry.number}, which fits no recommendation indexed, or several.")
        for paragraph in fitting:
            of_paragraph[paragraph] = entry
            labels[paragraph] += entry.labels
    merged = [
        replace(record, labels=tuple(dict.fromkeys([*record.labels, *labels[record.place.paragraph or ""]])))
        for record in records
    ]
    statements = {
        record.id: _statement(of_paragraph[paragraph])
        for record in records
        if (paragraph := record.place.paragraph or "") in of_paragraph
    }
    distinct = len({entry.number for entry in listed})
    merged_numbers = len({entry.number for entry in of_paragraph.values()})
    numbers = Counter({MERGED: merged_numbers, LEFT_OUT: distinct - merged_numbers})
    return MergedLists(tuple(merged), statements, +numbers, tuple(remarks))


def _statement(entry: ListedRecommendation) -> Statement:
    words = f"{entry.position_words} ({entry.position_source})" if entry.position_source else entry.position_words
    return Statement(Place(THEMATIC_LIST, entry.number, None), entry.position, words)
