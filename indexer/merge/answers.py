"""From the answers of all documents to one position and one comment for each request.

The order of authority: a report of the Human Rights Council's session, where it names the number, then the addendum
(a corrigendum or revision before the first issue), then the Working Group report itself; where these are silent,
OHCHR's thematic list, then UPR Info. Overridden statements that differ are kept as conflicts. Nothing is guessed: an
answer whose number fits no recommendation, or more than one, is handed back unmerged.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.thresholds import CLEARLY_MORE, PART_OF_REQUEST
from models.numbers.paragraph_numbers import resolve_number
from models.records.answers import Answer, join_answers
from models.records.documents import Authority
from models.records.enums import Position, Qualified
from models.records.permanent_ids import normalised_text
from models.records.records import EVERY_OTHER, Conflict, Place, Recommendation, Response, list_answered

GIVEN = (Position.SUPPORTED, Position.NOTED)
"""Positions that are answers; pending is none."""


def issue_of(symbol: str) -> tuple[int, int, int, str]:
    """What orders the issues of one document: number of its addendum, revision and corrigendum, then the symbol."""
    numbers = {suffix: int(number) for suffix, number in re.findall(r"/(Add|Rev|Corr)\.(\d{1,4})", symbol)}
    return numbers.get("Add", 0), numbers.get("Rev", 0), numbers.get("Corr", 0), symbol


@dataclass(frozen=True, slots=True)
class Answers:
    """What the UN's documents say on the requests of one review."""

    statements: Mapping[str, Sequence[Response]]
    """By id of the request, one of each document, the authoritative last."""
    unmerged: tuple[Response, ...]
    """Answers whose number fits no recommendation, or more than one, and those of a corrigendum that name none."""


def authority_of(document: DocumentExtract) -> Authority | None:
    """That of its kind; None for one that answers no recommendation, or is no document of the UN."""
    return document.identity.kind.rules.authority


def collect_answers(records: Sequence[Recommendation], documents: Iterable[DocumentExtract]) -> Answers:
    """What the Working Group report and the documents after it say on each request of one review.

    Documents without authority say nothing; of two that have the same and are one issue, the latter given counts.
    """
    requests: dict[str, list[Recommendation]] = defaultdict(list)
    for record in records:
        requests[record.place.paragraph or ""].append(record)
    statements = {record.id: _interim_statement(record) for record in records}
    unmerged: list[Response] = []
    for document in sorted(filter(authority_of, documents), key=_weight):
        answers_of: dict[str, list[Response]] = defaultdict(list)
        for response in document.answers.responses:
            answered = _paragraphs_answered(response, document, requests)
            for paragraph in answered:
                answers_of[paragraph].append(response)
            if not answered:
                unmerged.append(response)
        for paragraph, of_paragraph in requests.items():
            spoken = _on_requests(_without_overridden(answers_of[paragraph]), of_paragraph)
            for request, statement in zip(of_paragraph, spoken, strict=True):
                known = statements[request.id]
                if statement is not None:
                    known.append(statement)
                elif answers_of[EVERY_OTHER] and not _is_answered(known):
                    known.append(_statement(answers_of[EVERY_OTHER]))
    return Answers(statements, tuple(unmerged))


def _weight(document: DocumentExtract) -> tuple[int, tuple[int, int, int, str]]:
    return authority_of(document) or 0, issue_of(document.identity.symbol)


def _is_answered(statements: Iterable[Response]) -> bool:
    return any(statement.position in GIVEN for statement in statements)


def _interim_statement(record: Recommendation) -> list[Response]:
    """What the Working Group report says beside the recommendation itself."""
    if record.interim_position not in GIVEN:
        return []
    answer = Answer(record.interim_position, record.position_words or "", record.qualified)
    statement = on_request(record.position_source or record.place, answer)
    return [replace(statement, answered_on=record.answered_on)]


def on_request(place: Place, answer: Answer) -> Response:
    """What a source says that answers a request itself, and no number."""
    return Response(place, "", "", answer.position, answer.words, qualified=answer.qualified)


def _paragraphs_answered(
    response: Response, document: DocumentExtract, paragraphs: Mapping[str, Sequence[Recommendation]]
) -> tuple[str, ...]:
    """The paragraphs of the report that a response answers, or EVERY_OTHER; none where its number is in doubt."""
    if response.answers == EVERY_OTHER:
        # A corrigendum changes what it names alone.
        _, _, is_corrigendum, _ = issue_of(document.identity.symbol)
        return () if is_corrigendum else (EVERY_OTHER,)
    if paragraph := list_answered(response.answers):
        in_list = tuple(number for number in paragraphs if number.partition(".")[0] == paragraph and "." in number)
        return in_list or resolve_number(paragraph, [number for number in paragraphs if "." not in number])
    return (
        resolve_number(response.answers, paragraphs)
        or _in_list_above(response, document, paragraphs)
        or _in_list_left_open(response, document, paragraphs)
    )


def _without_overridden(responses: Sequence[Response]) -> list[Response]:
    """The responses to a paragraph; what is said of its whole list takes no position where the number has its own."""
    on_number = [response for response in responses if list_answered(response.answers) is None]
    if not any(response.position for response in on_number):
        return list(responses)
    return [
        response if response in on_number else replace(response, position=None, position_words="", qualified=None)
        for response in responses
    ]


def _in_list_above(response: Response, document: DocumentExtract, paragraphs: Iterable[str]) -> tuple[str, ...]:
    """What a bare number names that the report itself uses after its lists: an item of the nearest list above.

    Reports of 2008 to 2010 have several lists that each start at "1.", and remark on items of a list below it.
    """
    speaks_at = response.place.paragraph or ""
    if authority_of(document) is not Authority.WORKING_GROUP_REPORT or not speaks_at.isdecimal():
        return ()
    items_of_list: dict[int, list[str]] = defaultdict(list)
    for paragraph in paragraphs:
        intro = paragraph.partition(".")[0]
        if intro.isdecimal() and int(intro) < int(speaks_at):
            items_of_list[int(intro)].append(paragraph)
    if not items_of_list:
        return ()
    return resolve_number(response.answers, items_of_list[max(items_of_list)])


def _in_list_left_open(
    response: Response, document: DocumentExtract, paragraphs: Mapping[str, Sequence[Recommendation]]
) -> tuple[str, ...]:
    """What a bare number that fits several lists names before the Council: an item of the only list left open.

    El Salvador "had accepted recommendations 1 to 19" (A/HRC/14/37, paragraph 447): of the two lists of A/HRC/14/5 that
    begin at 1, the report itself gives the position on the first. An addendum may comment on any list.
    """
    if authority_of(document) is not Authority.HRC_SESSION_REPORT:
        return ()
    left_open = [
        paragraph
        for paragraph, requests in paragraphs.items()
        if any(request.interim_position not in GIVEN for request in requests)
    ]
    lists = {paragraph.partition(".")[0] for paragraph in left_open}
    return resolve_number(response.answers, left_open) if len(lists) == 1 else ()


def _on_requests(responses: Sequence[Response], requests: Sequence[Recommendation]) -> list[Response | None]:
    """One document's answer to one paragraph, for each request of the paragraph; None where it is silent on the
    request."""
    of_request: dict[int, list[Response]] = defaultdict(list)
    of_all: list[Response] = []
    for response in responses:
        meant = _requests_meant(response.part, requests)
        if not meant:
            of_all.append(response)
        for index in meant:
            of_request[index].append(replace(response, part=""))
    spoken = [of_request[index] or of_all for index in range(len(requests))]
    return [_statement(answers) if answers else None for answers in spoken]


def _requests_meant(part: str, requests: Sequence[Recommendation]) -> list[int]:
    """The requests that the named part of a paragraph is; empty for the whole paragraph, or a part of its only
    request."""
    if not part:
        return []
    words = normalised_text(part)
    named = [index for index, request in enumerate(requests) if _names_sponsor(words, request)]
    if len(requests) == 1:
        # The name of one of several States that made the only request means no more than a part of it.
        return named if len(requests[0].sponsors) == 1 else []
    return named or _most_alike(words, requests)


def _names_sponsor(words: str, request: Recommendation) -> bool:
    return any(f" {normalised_text(sponsor.printed)} " in f" {words} " for sponsor in request.sponsors)


def _most_alike(words: str, requests: Sequence[Recommendation]) -> list[int]:
    """The one request in which words are found, where no other is nearly as like."""
    likeness = [fuzz.partial_ratio(words, normalised_text(request.text)) for request in requests]
    *_, second, best = sorted(likeness)
    if best < PART_OF_REQUEST or best - second < CLEARLY_MORE:
        return []
    return [likeness.index(best)]


def _statement(responses: Sequence[Response]) -> Response:
    """Answers of one document to the same words: support only where every one, and every part, is supported."""
    given = [response for response in responses if response.position is not None]
    comments = [response for response in responses if response.comment]
    on_list = [response for response in responses if response.list_comment]
    first = (given or responses)[0]
    statement = replace(
        first,
        answers=responses[0].answers,
        part="",
        comment=_in_lines(response.comment for response in comments),
        comment_place=comments[0].comment_place if comments else None,
        list_comment=_in_lines(response.list_comment for response in on_list),
        list_comment_place=on_list[0].list_comment_place if on_list else None,
    )
    answer = _answer_of_all(given)
    return statement.with_answer(answer) if answer else statement


def _in_lines(comments: Iterable[str | None]) -> str | None:
    """Different comments of one document, each on a line."""
    return "\n".join(dict.fromkeys(filter(None, comments))) or None


def _answer_of_all(given: Sequence[Response]) -> Answer | None:
    """What all answers say together; noted, where only a part is supported and nothing is said of the rest."""
    answers = [replace(response.answer, words=_words(response)) for response in given if response.answer]
    answer = join_answers(answers, on_parts=any(response.part for response in given))
    if answer is None:
        return None
    words = "; ".join(dict.fromkeys(filter(None, map(_words, given))))
    if len(given) == 1 and given[0].part and answer.position is Position.SUPPORTED:
        return Answer(Position.NOTED, words, Qualified.PART)
    return replace(answer, words=words)


def _words(response: Response) -> str:
    return f"{response.position_words} ({response.part})" if response.part else response.position_words


def with_final_position(
    record: Recommendation, statements: Sequence[Response], adopted: bool, of_copies: Sequence[Conflict] = ()
) -> Recommendation:
    """The request with the position and the comment that count.

    Args:
        record: a request as its source gives it.
        statements: what all sources say on it, the authoritative last.
        adopted: whether the Human Rights Council has adopted the review; then an answer still missing is unknown.
        of_copies: what files say that are not used; it can never count.
    """
    given = [statement for statement in statements if statement.position in GIVEN]
    winner = given[-1] if given else None
    commented = [statement for statement in statements if statement.comment]
    on_list = [statement for statement in statements if statement.list_comment]
    # A comment beside the position that counts goes with it, even where a later document comments without a position.
    explanation = winner if winner and winner.comment else commented[-1] if commented else None
    is_announced = record.interim_position is Position.PENDING
    unanswered = Position.PENDING if is_announced and not adopted else Position.UNKNOWN
    position = winner.position if winner and winner.position else unanswered
    others = (*as_conflicts(reversed(statements)), *reversed(of_copies))
    return replace(
        record,
        position=position,
        position_source=winner.place if winner else None,
        position_words=(winner.position_words or None) if winner else None,
        qualified=winner.qualified if winner else None,
        answered_on=winner.answered_on if winner else None,
        comment=explanation.comment if explanation else None,
        comment_source=explanation.comment_place if explanation else None,
        list_comment=on_list[-1].list_comment if on_list else record.list_comment,
        list_comment_source=on_list[-1].list_comment_place if on_list else record.list_comment_source,
        conflicts=tuple(conflict for conflict in others if conflict.position is not position),
    )


def as_conflicts(statements: Iterable[Response]) -> Iterator[Conflict]:
    """What statements become where another position counts than the one that they give."""
    for statement in statements:
        if statement.position in GIVEN:
            yield Conflict(statement.place, statement.position, statement.position_words)
