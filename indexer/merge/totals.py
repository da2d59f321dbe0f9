"""Compare the totals that documents state with what was joined: a check that is reported, never an answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.records.positions import Position
from models.records.records import Recommendation, StatedTotal


def unmet_totals(totals: Iterable[StatedTotal], records: Sequence[Recommendation]) -> Iterator[str]:
    """One sentence for each stated total that no count of the joined records meets.

    A document may count paragraphs or single requests, all of the review, those it answers itself, or those on which
    the Working Group report gave the position: any of these counts will do.
    """
    for total in dict.fromkeys(totals):
        counts = list(_counts(total, records))
        if total.count not in counts:
            what = f"as {total.position.value}" if total.position else "in all"
            paragraph = f", paragraph {total.place.paragraph}" if total.place.paragraph else ""
            yield (
                f"{total.place.symbol}{paragraph} counts {total.count} recommendations {what}; {counts[0]} were read: "
                "compare them with the document."
            )


def _counts(total: StatedTotal, records: Sequence[Recommendation]) -> Iterator[int]:
    """What the total may mean, the number of paragraphs of the whole review first."""
    symbol = total.place.symbol
    final = [(record.place.paragraph, record.position) for record in records]
    here = [
        (record.place.paragraph, record.position)
        for record in records
        if record.position_source and record.position_source.symbol == symbol
    ]
    interim = [(record.place.paragraph, record.interim_position) for record in records]
    for requests in (final, here):
        yield from _paragraphs_and_requests(requests, total.position)
    yield from _paragraphs_and_requests(interim, total.position or Position.PENDING)


def _paragraphs_and_requests(
    requests: Sequence[tuple[str | None, Position]], position: Position | None
) -> Iterator[int]:
    """Paragraphs and requests of a position; a paragraph of several requests is supported only if all of them are."""
    paragraphs: dict[str | None, set[Position]] = defaultdict(set)
    for paragraph, of_request in requests:
        paragraphs[paragraph].add(of_request)
    if position is None:
        yield len(paragraphs)
        yield len(requests)
        return
    whole = {position} if position is Position.SUPPORTED else None
    yield sum(found == whole if whole else position in found for found in paragraphs.values())
    yield sum(of_request is position for _, of_request in requests)
