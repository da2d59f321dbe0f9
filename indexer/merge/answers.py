"""From the answers of all documents to one position and one comment for each request.

The order of authority: a report of the Human Rights Council's session, where it names the number, then the addendum
(a corrigendum or revision before the first issue), then the Working Group report itself; where these are silent,
OHCHR's thematic list, then UPR Info. Statements that lose and differ are kept as conflicts. Nothing is guessed: an
answer whose number fits no recommendation, or more than one, is handed back unjoined.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from rapidfuzz import fuzz

from models.numbers.recommendation_numbers import resolve_number
from models.records.permanent_ids import normalised_text
from models.records.positions import Position
from models.records.records import EVERY_OTHER, Conflict, Place, Recommendation, Response

GIVEN = (Position.SUPPORTED, Position.NOTED)
"""Positions that are answers; pending is none."""
SAME_PART = 85.0
"""Likeness in percent from which the words of a part are found in a request."""
CLEARLY_MORE = 5.0
"""Percent by which a part must be more like one request than like every other."""


class Authority(IntEnum):
    """The UN's documents that answer, the authoritative last."""

    WORKING_GROUP_REPORT = 1
    ADDENDUM = 2
    HRC_SESSION_REPORT = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says on one request."""

    place: Place
    position: Position | None
    words: str
    """The source's own words for the position."""
    comment: str | None = None
    comment_place: Place | None = None
    answers: str = ""
    """The number that a document names, "" for a list, a table, or the report's own intro paragraph."""


@dataclass(frozen=True, slots=True)
class AnsweringDocument:
    """A UN document with answers to the recommendations of one review."""

    authority: Authority
    symbol: str
    responses: tuple[Response, ...]


def issue_of(symbol: str) -> tuple[int, int, int, str]:
    """What orders the issues of one document: number of its addendum, revision and corrigendum, then the symbol."""
    numbers = {part: int(number) for part, number in re.findall(r"/(Add|Rev|Corr)\.(\d{1,4})", symbol)}
    add, revision, corrigendum = (numbers.get(part, 0) for part in ("Add", "Rev", "Corr"))
    return add, revision, corrigendum, symbol


@dataclass(frozen=True, slots=True)
class Answers:
    """What the UN's documents say on the requests of one review."""

    statements: Mapping[str, Sequence[Statement]]
    """By id of the request, the authoritative last."""
    unmerged: tuple[Response, ...]
    """Answers whose number fits no recommendation, or more than one."""


def _in_list_above(response: Response, document: AnsweringDocument, paragraphs: Iterable[str]) -> tuple[str, ...]:
    """What a bare number names that the report itself uses after its lists: an item of the nearest list above."""
    speaks_at = response.place.paragraph or ""
    if document.authority is not Authority.WORKING_GROUP_REPORT or not speaks_at.isdecimal():
        return ()
    lists = {paragraph: int(intro) for paragraph in paragraphs if (intro := paragraph.split(".")[0]).isdecimal()}
    nearest = max((intro for intro in lists.values() if intro < int(speaks_at)), default=None)
    return resolve_number(response.answers, [paragraph for paragraph, intro in lists.items() if intro == nearest])


def collect_answers(records: Sequence[Recommendation], documents: Iterable[AnsweringDocument]) -> Answers:
    """What the Working Group report and the documents after it say on each request of one review."""
    requests: dict[str, list[Recommendation]] = defaultdict(list)
    statements: dict[str, list[Statement]] = {record.id: _interim_statement(record) for record in records}
    for record in records:
        requests[record.place.paragraph or ""].append(record)
    unmerged: list[Response] = []
    for document in sorted(documents, key=lambda one: (one.authority, issue_of(one.symbol))):
        named, sweeping = defaultdict(list), []
        for response in document.responses:
            paragraphs = resolve_number(response.answers, requests) or _in_list_above(response, document, requests)
            if response.answers == EVERY_OTHER:
                sweeping.append(response)
            elif not paragraphs:
                unmerged.append(response)
            for paragraph in paragraphs:
                named[paragraph].append(response)
        for paragraph, of_paragraph in requests.items():
            for request, statement in zip(of_paragraph, _on_requests(named[paragraph], of_paragraph), strict=True):
                known = statements[request.id]
                if statement is not None:
                    known.append(statement)
                elif sweeping and not any(earlier.position in GIVEN for earlier in known):
                    known.append(_statement(sweeping))
    return Answers(statements, tuple(unmerged))


def _interim_statement(record: Recommendation) -> list[Statement]:
    """What the Working Group report says beside the recommendation itself."""
    if record.interim_position not in GIVEN:
        return []
    return [Statement(record.position_source or record.place, record.interim_position, record.position_words or "")]


def _on_requests(responses: Sequence[Response], requests: Sequence[Recommendation]) -> list[Statement | None]:
    """One document's answer to one paragraph, for each request of the paragraph; None where it is silent on the
    request."""
    of_request: dict[int, list[Response]] = defaultdict(list)
    of_all: list[Response] = []
    for response in responses:
        meant = _requests_meant(response.part, requests)
        for request in meant:
            of_request[request].append(replace(response, part=""))
        if not meant:
            of_all.append(response)
    spoken = [of_request[request] or of_all for request in range(len(requests))]
    return [_statement(answer) if answer else None for answer in spoken]


def _requests_meant(part: str, requests: Sequence[Recommendation]) -> list[int]:
    """The requests that the named part of a paragraph is; empty for the whole paragraph, or a part of the only ask."""
    if not part:
        return []
    words = f" {normalised_text(part)} "
    by_sponsor = [
        place
        for place, request in enumerate(requests)
        if any(f" {normalised_text(sponsor.printed)} " in words for sponsor in request.sponsors)
    ]
    if by_sponsor and (len(requests) > 1 or len(requests[0].sponsors) == 1):
        return by_sponsor
    if len(requests) == 1:
        return []
    likeness = [fuzz.partial_ratio(words.strip(), normalised_text(request.text)) for request in requests]
    best = max(range(len(requests)), key=lambda place: likeness[place])
    clear = all(likeness[best] - other >= CLEARLY_MORE for place, other in enumerate(likeness) if place != best)
    return [best] if likeness[best] >= SAME_PART and clear else []


def _statement(responses: Sequence[Response]) -> Statement:
    """Answers of one document to the same words: support only where every one, and every part, is supported."""
    given = [response for response in responses if response.position is not None]
    positions = {response.position for response in given}
    position = positions.pop() if len(positions) == 1 else Position.NOTED if positions else None
    if position is Position.SUPPORTED and len(given) == 1 and given[0].part:
        position = Position.NOTED
    words = (f"{one.position_words} ({one.part})" if one.part else one.position_words for one in given)
    comments = dict.fromkeys(one.comment for one in responses if one.comment)
    comment_place = next((one.comment_place for one in responses if one.comment), None)
    return Statement(
        place=(given or responses)[0].place,
        position=position,
        words="; ".join(dict.fromkeys(filter(None, words))),
        comment="\n".join(filter(None, comments)) or None,
        comment_place=comment_place,
        answers=responses[0].answers,
    )


def with_final_position(record: Recommendation, statements: Sequence[Statement], adopted: bool) -> Recommendation:
    """The request with the position and the comment that count.

    Args:
        record: a request as its source gives it.
        statements: what all sources say on it, the authoritative last.
        adopted: whether the Human Rights Council has adopted the review; then an answer still missing is unknown.
    """
    given = [statement for statement in statements if statement.position in GIVEN]
    commented = [statement for statement in statements if statement.comment]
    if given and given[-1].comment:
        commented = given[-1:]
    unanswered = Position.UNKNOWN if adopted else Position.PENDING
    winner = given[-1] if given else None
    return replace(
        record,
        position=(winner and winner.position) or unanswered,
        position_source=winner.place if winner else None,
        position_words=(winner.words or None) if winner else None,
        comment=commented[-1].comment if commented else None,
        comment_source=commented[-1].comment_place if commented else None,
        conflicts=tuple(
            Conflict(loser.place, loser.position, loser.words)
            for loser in reversed(given)
            if loser.position is not None and loser.position is not given[-1].position
        ),
    )
