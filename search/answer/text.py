"""An answer as lines for a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, said_in_marks, said_name, said_of, spoken, spoken_language, to_say
from models.records.discrepancies import discrepancy_in_words
from models.records.places import place_in_words
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from search.answer.editions import edition_of
from search.answer.quotations import words_of
from search.claims.nothing_found import nothing_found, unanswered_requests
from search.claims.positions import position_in_words
from search.datamodel.answer import Answer, Hit, Record
from search.datamodel.strengths import Strength
from search.query.detect_language import read_as

_INDENT = " " * 6
_HOW_SURE: Mapping[Strength, str] = {
    "exact": to_say("exact match"),
    "strong": to_say("on the issue"),
    "likely": to_say("probably on the issue"),
    "possible": to_say("perhaps on the issue"),
    "related": to_say("possibly related"),
    "unrated": to_say("not rated"),
}


def answer_as_text(answer: Answer, state_names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `state_names` are by code."""
    own = _state(answer.own_state or "", state_names)
    lines = [*map(spoken, (*read_as(answer.language), *answer.notes)), _totals(answer, own)]
    if answer.own_state and answer.own_total == 0:
        lines.append(" ".join(map(spoken, nothing_found(answer, own))))
    blocks = [fill(line, width) for line in lines]
    for heading, hits in _groups(answer, own):
        blocks += [*filter(None, [heading]), *(_hit_as_text(hit, state_names, width) for hit in hits)]
    return "\n\n".join(blocks)


def _state(code: str, state_names: Mapping[str, str]) -> StateName:
    return StateName(code, state_names.get(code, code))


def _totals(answer: Answer, own: StateName) -> str:
    if answer.total == 0:
        return said("Nothing was found.")
    total = said("Found: %(count)s", count=answer.total) + _sureness(answer)
    if answer.own_state is None:
        return f"{total}."
    own_perhaps = answer.own_strengths.get("possible", 0)
    others_perhaps = answer.strengths.get("possible", 0) - own_perhaps
    of_own, of_others = answer.own_total - own_perhaps, answer.total - answer.own_total - others_perhaps
    return said(
        "%(total)s; %(state)s: %(own)s, other States: %(others)s.",
        total=total,
        state=own,
        own=_with_perhaps(of_own, own_perhaps),
        others=_with_perhaps(of_others, others_perhaps),
    )


def _with_perhaps(sure: int, perhaps: int) -> str:
    """How many, and how many more are perhaps on an issue, beside those surely or probably."""
    return said("%(count)s (%(more)s more perhaps)", count=sure, more=perhaps) if perhaps else f"{sure:,}"


def _sureness(answer: Answer) -> str:
    """How many are how surely on the issue, where that is a matter of likelihood."""
    sure = [
        said("%(count)s %(what)s", count=count, what=said(_HOW_SURE[strength]))
        for strength, count in answer.strengths.items()
        if count
    ]
    return f" ({', '.join(sure)})" if sure else ""


def _groups(answer: Answer, own: StateName) -> Iterator[tuple[str, Iterable[Hit]]]:
    own_hits = [hit for hit in answer.hits if hit.group == "own"]
    others = [hit for hit in answer.hits if hit.group == "others"]
    if own_hits:
        yield said("%(state)s:", state=own), own_hits
    if others:
        yield said("Other States:") if answer.own_state else "", others
    if answer.related:
        yield said("The nearest, perhaps on something else:"), answer.related


def _hit_as_text(hit: Hit, state_names: Mapping[str, str], width: int) -> str:
    record = hit.record
    head = "  ".join(
        [
            f"{hit.rank:4}. " + said_name(_state(record.state_under_review, state_names)),
            _position(record),
            said(_HOW_SURE[hit.strength]),
            *([said("invented sample")] if hit.invented else []),
        ]
    )
    parts = [_place(record), _quoted(record), *_made_by(hit), *_to_check(hit), _why(hit)]
    wrapped = [fill(part, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for part in parts if part]
    return "\n".join([head, *wrapped])


def _quoted(record: Record) -> str:
    return said_in_marks(words_of(record, spoken_language()).words)


def _place(record: Record) -> str:
    review = said(
        "session %(session)s, cycle %(cycle)s",
        session=str(record.session),
        cycle=str(cycle_of_session(record.session)),
    )
    place = spoken(place_in_words(edition_of(record, spoken_language()).place))
    return said("; ").join([place, review, record.id])


def _why(hit: Hit) -> str:
    words, labels = ", ".join(hit.words_in_common), ", ".join(hit.labels_in_common)
    reasons = [
        said("Words in common: %(words)s", words=words) if words else "",
        said("Issues in common: %(labels)s", labels=labels) if labels else "",
        said("Found by meaning") if hit.by_meaning else "",
    ]
    return said("; ").join(filter(None, reasons))


def _made_by(hit: Hit) -> Iterator[str]:
    """Who made the recommendations of a line, each with all that a citation needs."""
    if hit.requests:
        yield said("%(count)s requests of this paragraph were found:", count=len(hit.requests))
        for request in hit.requests:
            yield _request(request.record)
        yield spoken(unanswered_requests(hit) or "")
        return
    yield _sponsors(hit.record)
    if hit.others:
        states = said_of("%(count)s State", "%(count)s States", len(hit.recommending_states))
        records = said_of("%(count)s recommendation", "%(count)s recommendations", len(hit.members))
        yield said("Nearly the same: %(states)s, %(records)s", states=states, records=records)
    for other in hit.others:
        yield said(": ").join([_place(other.record), f"{_quoted(other.record)} {_sponsors(other.record)}"])


def _request(record: Record) -> str:
    words = edition_of(record, spoken_language()).own_request
    return said("; ").join(
        filter(None, [said_in_marks(words) if words else "", _sponsors(record), _position(record), record.id])
    )


def _position(record: Record) -> str:
    if not isinstance(record, Recommendation):
        return said("voluntary commitment")
    position, to_check = spoken(position_in_words(record)), said("check it")
    return f"{position} ({to_check})" if record.is_to_check else position


def _to_check(hit: Hit) -> Iterator[str]:
    """What makes the positions of a line less sure, each sentence once."""
    records = [one.record for one in (hit, *hit.others) if isinstance(one.record, Recommendation)]
    for discrepancy in dict.fromkeys(discrepancy for record in records for discrepancy in record.discrepancies):
        yield said("Check the position: %(why)s", why=spoken(discrepancy_in_words(discrepancy)))


def _sponsors(record: Record) -> str:
    if not isinstance(record, Recommendation) or not record.sponsors:
        return ""
    # In English as the document prints them.
    names = [said("%(state)s", state=StateName(sponsor.state, sponsor.printed)) for sponsor in record.sponsors]
    return said("Recommended by %(states)s", states=", ".join(names))
