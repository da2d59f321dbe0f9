"""What documents count and the reading does not meet, in words: where the count stands, and what was read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.messages.message import Message, Value, counted
from models.records.enums import Position
from models.records.places import place_in_words
from models.records.records import Discrepancy
from models.texts.ranges import runs


def discrepancy_in_words(discrepancy: Discrepancy) -> Message:
    """One sentence ("A/HRC/28/2, paragraph 779: the document counts 175 as supported; the program read 173.")."""
    where: Value = place_in_words(replace(discrepancy.place, page=None))
    if discrepancy.missing:
        ranges = tuple(_ranges(discrepancy.missing))
        return counted(
            "%(where)s: of its list up to number %(stated)s, number %(numbers)s was not read.",
            "%(where)s: of its list up to number %(stated)s, numbers %(numbers)s were not read.",
            len(discrepancy.missing),
            where=where,
            stated=f"{discrepancy.place.paragraph}.{discrepancy.stated}",
            numbers=ranges,
        )
    values: dict[str, Value] = {"where": where, "stated": discrepancy.stated, "read": discrepancy.read}
    if discrepancy.position is Position.SUPPORTED:
        return Message("%(where)s: the document counts %(stated)s as supported; the program read %(read)s.", **values)
    if discrepancy.position is Position.NOTED:
        return Message("%(where)s: the document counts %(stated)s as noted; the program read %(read)s.", **values)
    return Message("%(where)s: the document counts %(stated)s in all; the program read %(read)s.", **values)


def _ranges(numbers: Sequence[str]) -> Iterator[str]:
    """Numbers of one list with runs as ranges: "6.43", "6.50-6.52"."""
    paragraph, dot, _ = numbers[0].rpartition(".")
    for first, last in runs(int(number.rpartition(".")[2]) for number in numbers):
        yield paragraph + dot + (str(first) if first == last else f"{first}-{paragraph}{dot}{last}")
