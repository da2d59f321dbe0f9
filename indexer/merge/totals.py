"""Compare the totals that documents state with what was merged: a check that is reported, never an answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.records.enums import Position
from models.records.records import Recommendation, StatedTotal


def unmet_totals(totals: Iterable[StatedTotal], records: Sequence[Recommendation]) -> Iterator[str]:
    """One sentence for each stated total that no count of the merged records meets.

    A document may count paragraphs or single requests, all of the review, those it answers itself, or those on which
    the Working Group report gave the position: any of these counts will do.
    """
    for total in dict.fromkeys(totals):
        counts = list(_counts(total, records))
        if total.count not in counts:
            yield _sentence(total, counts[0])


def _sentence(total: StatedTotal, read: int) -> str:
    paragraph = f", paragraph {total.place.paragraph}" if total.place.paragraph else ""
    counted = f"as {total.position.value}" if total.position else "in all"
    return (
        f"{total.place.symbol}{paragraph} counts {total.count} recommendations {counted}; {read} were read: "
        "compare them with the document."
    )


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
