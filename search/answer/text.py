"""An answer as lines for a terminal, and a hit as a flat JSON object."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import Any

from models.records.as_json import classes_as_json, commitment_as_json, place_as_json, recommendation_as_json
from models.records.enums import Position
from models.records.records import Commitment, Recommendation
from models.reviews.sessions import cycle_of_session
from search.answer.request_span import request_in_paragraph
from search.datamodel.answer import Answer, Hit, Record, ReferredComment
from search.datamodel.strengths import Strength
from search.query.language import read_as

_INDENT = " " * 6
_WORDS: dict[tuple[str, ...], tuple[str, str]] = {
    ("recommendation",): ("recommendation", "to"),
    ("commitment",): ("voluntary commitment", "of"),
}

_SURENESS: Mapping[Strength, str] = {
    "strong": "on the issue",
    "likely": "probably on it",
    "possible": "possibly on it",
}


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with rank, group, relevance, strength, why, members."""
    return {
        "rank": hit.rank,
        "group": hit.group,
        "relevance": hit.relevance,
        "strength": hit.strength,
        "words_in_common": list(hit.words_in_common),
        "labels_in_common": list(hit.labels_in_common),
        "by_meaning": hit.by_meaning,
        **record_as_json(hit.record),
        "referred_comments": [referred_comment_as_json(each) for each in hit.referred],
        "members": [record_as_json(member.record) for member in hit.members],
    }


def referred_comment_as_json(referred: ReferredComment) -> dict[str, Any]:
    """A comment that another refers to: the records that have it, their paragraphs, the words and where they stand."""
    return {
        "records": [record.id for record in referred.records],
        "paragraphs": list(referred.paragraphs),
        "comment": referred.comment,
        "comment_source": place_as_json(referred.place),
    }


def record_as_json(record: Record) -> dict[str, Any]:
    """The record as `upr extract --classify --json` prints it."""
    plain = commitment_as_json(record) if isinstance(record, Commitment) else recommendation_as_json(record)
    return plain | classes_as_json(record)


def answer_as_text(answer: Answer, state_names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `state_names` are by code."""
    own_name = state_names.get(answer.own_state or "", answer.own_state or "")
    lines = [*read_as(answer.language), *answer.notes, _totals(answer, own_name)]
    if answer.own_state and answer.own_total == 0:
        lines.append(_nothing_in(answer, own_name))
    blocks = [fill(line, width) for line in lines]
    for heading, hits in _groups(answer, own_name):
        blocks += [heading, *(_hit_as_text(hit, state_names, width) for hit in hits)]
    return "\n\n".join(blocks)


def _totals(answer: Answer, own_name: str) -> str:
    noun, whose = _words_for(answer)
    if answer.total == 0:
        return f"No {noun} was found."
    total = f"{answer.total:,} {noun if answer.total == 1 else noun + 's'} found{_sureness(answer)}"
    if answer.own_state is None:
        return f"{total}."
    others = answer.total - answer.own_total
    return f"{total}: {answer.own_total:,} {whose} {own_name}, {others:,} {whose} other States."


def _sureness(answer: Answer) -> str:
    """How many are how surely on the issue, where that is a matter of likelihood."""
    sure = [f"{count:,} {_SURENESS[strength]}" for strength, count in answer.strengths.items() if count]
    return f" ({', '.join(sure)})" if sure else ""


def _words_for(answer: Answer) -> tuple[str, str]:
    """What the entries asked for are called, and how they belong to a State."""
    return _WORDS.get(answer.kinds, ("record", "of"))


def _nothing_in(answer: Answer, own_name: str) -> str:
    """Finding nothing says what was searched."""
    if not answer.own_reviews:
        return f"No review of {own_name} is in this index."
    sessions = ", ".join(str(review.session) for review in answer.own_reviews)
    symbols = ", ".join(symbol for review in answer.own_reviews for symbol in review.symbols)
    searched = f"sessions {sessions}; documents indexed: {symbols}"
    return f"No recommendation on this was found in the reviews of {own_name} ({searched})."


def _groups(answer: Answer, own_name: str) -> Iterator[tuple[str, Iterable[Hit]]]:
    noun, whose = _words_for(answer)
    own = [hit for hit in answer.hits if hit.group == "own"]
    others = [hit for hit in answer.hits if hit.group == "others"]
    if own:
        yield f"{whose.title()} {own_name}:", own
    if others:
        yield f"{whose.title()} other States:" if answer.own_state else f"{noun.capitalize()}s:", others
    if answer.related:
        yield "The nearest, perhaps on something else:", answer.related


def _hit_as_text(hit: Hit, state_names: Mapping[str, str], width: int) -> str:
    record = hit.record
    head = "  ".join(
        [
            f"{hit.rank:4}. {state_names.get(record.state_under_review, record.state_under_review)}",
            record.position.value if isinstance(record, Recommendation) else "voluntary commitment",
            f"{hit.strength} match" if hit.strength != "related" else "related",
            *(["invented sample"] if hit.invented else []),
        ]
    )
    parts = [_place(record), f"“{record.quoted}”", *_made_by(hit), _why(hit)]
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
        yield unanswered_request(hit) or ""
        return
    yield _sponsors(hit.record)
    if hit.others:
        yield f"Nearly the same: {len(hit.recommending_states)} States, {len(hit.members)} recommendations"
    for other in hit.others:
        yield f"{_place(other.record)}: “{other.record.quoted}” {_sponsors(other.record)}"


def _request(record: Record) -> str:
    position = record.position.value if isinstance(record, Recommendation) else "voluntary commitment"
    words = request_in_paragraph(record)
    return "; ".join(filter(None, [f"“{words}”" if words else "", _sponsors(record), position, record.id]))


def unanswered_request(hit: Hit) -> str | None:
    """Says of a card that some of its requests were answered and others were not, in the documents indexed."""
    positions = [request.record.position for request in hit.requests if isinstance(request.record, Recommendation)]
    unknown = positions.count(Position.UNKNOWN)
    if unknown in (0, len(positions)):
        return None
    answered = " and ".join(
        f"{positions.count(position)} {position.value}"
        for position in (Position.SUPPORTED, Position.NOTED, Position.PENDING)
        if position in positions
    )
    return f"The answer to {unknown} of these {len(positions)} requests is unknown; {answered}."


def _sponsors(record: Record) -> str:
    if isinstance(record, Commitment):
        return ""
    names = ", ".join(sponsor.printed for sponsor in record.sponsors)
    return f"Recommended by {names}" if names else ""
