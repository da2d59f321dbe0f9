"""Merge what OHCHR's thematic lists say of one review with the requests of its report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.datamodel.source_entries import THEMATIC_LIST, ListedRecommendation
from indexer.merge.answers import on_request
from models.messages.spoken import saying
from models.numbers.paragraph_numbers import resolve_number
from models.records.records import Label, Place, Recommendation, Response


@dataclass(frozen=True, slots=True)
class MergedLists:
    """The requests of a review after its thematic lists were merged with them."""

    records: tuple[Recommendation, ...]
    """The requests with the lists' labels, in their order."""
    statements: Mapping[str, Response]
    """By id of the request: the position that the lists give its number."""
    warnings: tuple[str, ...]
    """One sentence for each number that fits no recommendation, or more than one."""


def merge_listed(records: Sequence[Recommendation], listed: Sequence[ListedRecommendation]) -> MergedLists:
    """Merge lists with the requests of the report of the same review; a list speaks of whole paragraphs."""
    if not listed:
        return MergedLists(tuple(records), {}, ())
    if not records:
        warning = saying(
            "The report that an %(list)s lists is not indexed: add it to have the list joined.",
            list=THEMATIC_LIST,
        )
        return MergedLists((), {}, (warning,))
    paragraphs = dict.fromkeys(map(_paragraph, records))
    entry_of: dict[str, ListedRecommendation] = {}
    labels_of: dict[str, list[Label]] = defaultdict(list)
    warnings = []
    for entry in listed:
        fitting = resolve_number(entry.number, paragraphs)
        if not fitting:
            warnings.append(
                saying(
                    "The %(list)s has %(number)s, which fits no recommendation indexed, or several.",
                    list=THEMATIC_LIST,
                    number=entry.number,
                )
            )
        for paragraph in fitting:
            entry_of[paragraph] = entry
            labels_of[paragraph] += entry.labels
    merged = tuple(_labelled(record, labels_of[_paragraph(record)]) for record in records)
    in_list = (record for record in records if _paragraph(record) in entry_of)
    statements = {record.id: statement for record in in_list for statement in _statement(entry_of[_paragraph(record)])}
    return MergedLists(merged, statements, tuple(warnings))


def _paragraph(record: Recommendation) -> str:
    return record.place.paragraph or ""


def _labelled(record: Recommendation, labels: Sequence[Label]) -> Recommendation:
    return replace(record, labels=tuple(dict.fromkeys([*record.labels, *labels])))


def _statement(entry: ListedRecommendation) -> Iterator[Response]:
    if entry.answer:
        words = f"{entry.position_words} ({entry.position_source})" if entry.position_source else entry.position_words
        yield on_request(Place(THEMATIC_LIST, entry.number, None), replace(entry.answer, words=words))
