"""Compare what documents count with what was merged: a check that is reported and shown, never an answer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.records.documents import issue_corrected
from models.records.enums import Position
from models.records.records import Discrepancy, Place, Recommendation, StatedTotal

_IN_LIST = re.compile(r"(\d{1,3})\.(\d{1,3})(?!\d)")
"""A paragraph of a report: the one that introduces the list, and the number in the list."""


def discrepancies(totals: Iterable[StatedTotal], records: Sequence[Recommendation]) -> Iterator[Discrepancy]:
    """What documents state of a review and its records do not meet: totals first, then numbers that lists lack."""
    yield from _unmet_totals(tuple(dict.fromkeys(totals)), records)
    yield from _missing_numbers(records)


def _unmet_totals(totals: Sequence[StatedTotal], records: Sequence[Recommendation]) -> Iterator[Discrepancy]:
    """The stated totals that no count of the records meets, each number of a document once.

    A document may count paragraphs or single requests; all of the review, those it answers itself, those that the
    Working Group report left open, or those on which that report gave the position: any of these counts will do.
    """
    warned: set[tuple[str, int, Position | None]] = set()
    for total in totals:
        counts = list(_counts(total, records))
        is_met = total.count in counts or (_may_be_part(total, totals) and total.count < max(counts))
        what = total.place.symbol, total.count, total.position
        if not is_met and what not in warned:
            warned.add(what)
            doubts = _doubted(total.place.symbol, total.report, records)
            yield Discrepancy(total.place, total.position, total.count, counts[0], words=total.words, doubts=doubts)


def _may_be_part(total: StatedTotal, totals: Iterable[StatedTotal]) -> bool:
    """Whether a total may count some of the recommendations noted, as do those rejected or partly accepted.

    It counts all of them where its sentence divides the whole: "of 229, 175 were supported and 54 noted" (A/HRC/28/2);
    "rejected only 5 of the 97" (A/HRC/14/37) says nothing on those accepted in part.
    """
    if total.position is not Position.NOTED:
        return False
    beside = [other for other in totals if other.words == total.words and other.place == total.place]
    supported = [other.count for other in beside if other.position is Position.SUPPORTED]
    of_all = [other.count for other in beside if other.position is None]
    return not any(total.count + count == whole for count in supported for whole in of_all)


def _counts(total: StatedTotal, records: Sequence[Recommendation]) -> Iterator[int]:
    """What the total may mean, the number of paragraphs of the whole review first."""
    final = [(record.place.paragraph, record.position) for record in records]
    yield from _paragraphs_and_requests(final, total.position)
    answered_here = [
        (record.place.paragraph, record.position)
        for record in records
        if record.position_source and record.position_source.symbol == total.place.symbol
    ]
    yield from _paragraphs_and_requests(answered_here, total.position)
    left_open = [
        (record.place.paragraph, record.position) for record in records if record.interim_position is Position.PENDING
    ]
    yield from _paragraphs_and_requests(left_open, total.position)
    interim = [(record.place.paragraph, record.interim_position) for record in records]
    yield from _paragraphs_and_requests(interim, total.position or Position.PENDING)


def _paragraphs_and_requests(
    requests: Sequence[tuple[str | None, Position]], position: Position | None
) -> Iterator[int]:
    """Paragraphs and requests of a position; a paragraph of several requests is supported only if all of them are."""
    positions_in: dict[str | None, set[Position]] = defaultdict(set)
    for paragraph, of_request in requests:
        positions_in[paragraph].add(of_request)
    if position is None:
        yield len(positions_in)
        yield len(requests)
        return
    if position is Position.SUPPORTED:
        yield sum(found == {position} for found in positions_in.values())
    else:
        yield sum(position in found for found in positions_in.values())
    yield sum(of_request is position for _, of_request in requests)


def _missing_numbers(records: Sequence[Recommendation]) -> Iterator[Discrepancy]:
    """The lists of a report that go on to a number and lack a few before it.

    Items that are no recommendation are left out when a report is read, and have numbers too: a list of which hardly
    any item was read (A/HRC/8/19, paragraph 61, comments of the State) proves nothing.
    """
    lists: dict[tuple[str, str], set[int]] = defaultdict(set)
    for record in records:
        in_list = _IN_LIST.match(record.place.paragraph or "")
        if in_list:
            lists[issue_corrected(record.place.symbol), in_list[1]].add(int(in_list[2]))
    for (symbol, intro), items in lists.items():
        missing = tuple(f"{intro}.{item}" for item in range(1, max(items)) if item not in items)
        if 0 < len(missing) < len(items):
            place, doubts = Place(symbol, intro, None), _doubted(symbol, symbol, records)
            yield Discrepancy(place, None, max(items), len(items), missing, doubts=doubts)


def _doubted(symbol: str, report: str, records: Iterable[Recommendation]) -> str | None:
    """The document whose positions are less sure where its numbers are not met: a report or addendum that gives some.

    A session report counts what addenda and tables answer: then nobody can say whose positions are misread.
    """
    is_of_review = symbol == report or symbol.startswith(f"{report}/")
    answers = any(record.position_source and record.position_source.symbol == symbol for record in records)
    return symbol if is_of_review and answers else None
