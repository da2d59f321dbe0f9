"""An answer as lines for a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

from models.records.discrepancies import discrepancy_in_words
from models.records.position_words import position_in_words
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search.answer.editions import edition_of
from search.answer.words import (
    STRENGTH_WORDS,
    count_in_words,
    nothing_found,
    noun,
    sponsors_as_printed,
    to_or_of,
    unanswered_requests,
)
from search.datamodel.answer import Answer, Hit, Record
from search.query.language import read_as

_INDENT = " " * 6


def answer_as_text(answer: Answer, state_names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `state_names` are by code."""
    own_name = state_names.get(answer.own_state or "", answer.own_state or "")
    lines = [*read_as(answer.language), *answer.notes, _totals(answer, own_name)]
    if answer.own_state and answer.own_total == 0:
        lines.append(nothing_found(answer, own_name))
    blocks = [fill(line, width) for line in lines]
    for heading, hits in _groups(answer, own_name):
        blocks += [heading, *(_hit_as_text(hit, state_names, width) for hit in hits)]
    return "\n\n".join(blocks)


def _totals(answer: Answer, own_name: str) -> str:
    if answer.total == 0:
        return f"No {noun(1, answer.kinds)} was found."
    total = f"{count_in_words(answer.total, answer.kinds)} found{_sureness(answer)}"
    if answer.own_state is None:
        return f"{total}."
    own_perhaps = answer.own_strengths.get("possible", 0)
    others_perhaps = answer.strengths.get("possible", 0) - own_perhaps
    whose = to_or_of(answer.kinds)
    own = _counted(answer.own_total, own_perhaps, f"{whose} {own_name}")
    others = _counted(answer.total - answer.own_total, others_perhaps, f"{whose} other States")
    return f"{total}: {own}, {others}."


def _counted(total: int, perhaps: int, whose: str) -> str:
    """How many are surely or probably on an issue, and how many more perhaps: too much of these is not."""
    more = f" ({perhaps:,} more perhaps)" if perhaps else ""
    return f"{total - perhaps:,} {whose}{more}"


def _sureness(answer: Answer) -> str:
    """How many are how surely on the issue, where that is a matter of likelihood."""
    sure = [f"{count:,} {STRENGTH_WORDS[strength]}" for strength, count in answer.strengths.items() if count]
    return f" ({', '.join(sure)})" if sure else ""


def _groups(answer: Answer, own_name: str) -> Iterator[tuple[str, Iterable[Hit]]]:
    whose = to_or_of(answer.kinds)
    own_hits = [hit for hit in answer.hits if hit.group == "own"]
    others = [hit for hit in answer.hits if hit.group == "others"]
    if own_hits:
        yield f"{whose.title()} {own_name}:", own_hits
    if others:
        yield f"{whose.title()} other States:" if answer.own_state else f"{noun(2, answer.kinds).capitalize()}:", others
    if answer.related:
        yield "The nearest, perhaps on something else:", answer.related


def _hit_as_text(hit: Hit, state_names: Mapping[str, str], width: int) -> str:
    record = hit.record
    head = "  ".join(
        [
            f"{hit.rank:4}. {state_names.get(record.state_under_review, record.state_under_review)}",
            _position(record),
            f"{hit.strength} match" if hit.strength != "related" else "related",
            *(["invented sample"] if hit.invented else []),
        ]
    )
    parts = [_place(record), f"“{record.quoted}”", *_made_by(hit), *_to_check(hit), _why(hit)]
    wrapped = [fill(part, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for part in parts if part]
    return "\n".join([head, *wrapped])


def _place(record: Record) -> str:
    place = record.place
    paragraph = f", paragraph {place.paragraph}" if place.paragraph else ""
    page = f", page {place.page}" if place.page else ""
    return (
        f"{place.symbol}{paragraph}{page}; session {record.session}, cycle {cycle_of_session(record.session)}; "
        f"{record.id}"
    )


def _why(hit: Hit) -> str:
    words = [f"Words in common: {', '.join(hit.words_in_common)}"] if hit.words_in_common else []
    labels = [f"Issues in common: {', '.join(hit.labels_in_common)}"] if hit.labels_in_common else []
    return "; ".join([*words, *labels, *(["Found by meaning"] if hit.by_meaning else [])])


def _made_by(hit: Hit) -> Iterator[str]:
    """Who made the recommendations of a line, each with all that a citation needs."""
    if hit.requests:
        yield f"{len(hit.requests)} requests of this paragraph were found:"
        for request in hit.requests:
            yield _request(request.record)
        yield unanswered_requests(hit) or ""
        return
    yield _sponsors(hit.record)
    if hit.others:
        yield f"Nearly the same: {len(hit.recommending_states)} States, {len(hit.members)} recommendations"
    for other in hit.others:
        yield f"{_place(other.record)}: “{other.record.quoted}” {_sponsors(other.record)}"


def _request(record: Record) -> str:
    words = edition_of(record).own_request
    return "; ".join(filter(None, [f"“{words}”" if words else "", _sponsors(record), _position(record), record.id]))


def _position(record: Record) -> str:
    if isinstance(record, Recommendation):
        return f"{position_in_words(record)}{' (check it)' if record.discrepancies else ''}"
    return noun(1, ("commitment",))


def _to_check(hit: Hit) -> Iterator[str]:
    """What makes the positions of a line less sure, each sentence once."""
    records = [one.record for one in (hit, *hit.others) if isinstance(one.record, Recommendation)]
    for discrepancy in dict.fromkeys(discrepancy for record in records for discrepancy in record.discrepancies):
        yield f"Check the position: {discrepancy_in_words(discrepancy)}"


def _sponsors(record: Record) -> str:
    sponsors = sponsors_as_printed(record)
    return f"Recommended by {sponsors}" if sponsors else ""
