"""One response per number from everything that one document says on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from indexer.extract.grammar.positions_in_prose import sentences
from models.numbers.references_to_answers import numbers_only_referred_to
from models.records.positions import Position
from models.records.records import EVERY_OTHER, Place, Response


class Rank(IntEnum):
    """How near the words of a position stand to the number; the nearest count."""

    HEADING = 1
    """In the heading or lead-in above it, or support in passing in a comment."""
    REFUSAL = 2
    """A comment that declines or limits, whatever the heading says."""
    SENTENCE = 3
    """A sentence that names the number ("accepts recommendations 1 to 8"), or a list of numbers under a position."""
    LABEL = 4
    """A label or table cell of its own beside the number."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One passage on one number."""

    number: str | None
    """None for every recommendation that the document does not name."""
    position: Position | None
    words: str
    place: Place
    comment: str | None = None
    rank: Rank = Rank.SENTENCE
    part: str = ""
    aside: bool = False
    """Whether the comment is of a paragraph that names several numbers: it counts where none stands with the number."""
    in_range: bool = False
    """Whether the number is named as part of a range ("16-18"), not by itself."""

    @property
    def weight(self) -> tuple[bool, Rank]:
        """What orders answers of one document: one that names the number by itself, then the nearest words."""
        return self.rank >= Rank.SENTENCE and not self.in_range, self.rank


def gather_statements(
    statements: Sequence[Statement], report: str, language: str, *, answer_expected: bool = False
) -> tuple[tuple[Response, ...], tuple[str, ...]]:
    """The responses in the order in which numbers are first named, parts after their whole, and warnings.

    `answer_expected`: the document is the State's answer. What it still leaves open is not supported, hence noted; so
    is a comment without a clear position, if the document otherwise takes positions item by item.
    """
    if answer_expected:
        statements = [_answered(statement) for statement in statements]
    by_number: dict[str, list[Statement]] = {}
    for statement in statements:
        by_number.setdefault(statement.number or EVERY_OTHER, []).append(statement)
    wholes = {number: _whole(number, said, report, language) for number, said in by_number.items()}
    wholes = {number: _referred_on(response, wholes) for number, response in wholes.items()}
    if answer_expected and _answers_item_by_item(statements):
        wholes = {number: _unclear_is_noted(response) for number, response in wholes.items()}
    parts = {number: list(_parts(wholes[number], said)) for number, said in by_number.items()}
    responses = tuple(response for number in wholes for response in (wholes[number], *parts[number]))
    return responses, tuple(_conflict(number, said) for number, said in by_number.items() if _is_conflict(said))


def _answered(statement: Statement) -> Statement:
    return replace(statement, position=Position.NOTED) if statement.position is Position.PENDING else statement


def _whole(number: str, said: Sequence[Statement], report: str, language: str) -> Response:
    positioned = _nearest([statement for statement in said if statement.position and not statement.part])
    if not positioned:
        positioned = _nearest([statement for statement in said if statement.position])
    position, words = _position(positioned)
    if position and all(statement.part for statement in positioned):
        position = Position.NOTED if len(positioned) == 1 else position
    commented = [statement for statement in said if statement.comment and not statement.aside]
    commented = commented or [statement for statement in said if statement.comment]
    comments = "\n".join(dict.fromkeys(statement.comment or "" for statement in commented)) or None
    place = (positioned or commented or list(said))[0].place
    return Response(
        place=place,
        report=report,
        answers=number,
        position=position,
        position_words=words,
        comment=comments,
        comment_place=commented[0].place if commented else None,
        language=language,
    )


def _nearest(said: list[Statement]) -> list[Statement]:
    best = max((statement.weight for statement in said), default=None)
    return [statement for statement in said if statement.weight == best]


def _position(said: Sequence[Statement]) -> tuple[Position | None, str]:
    positions = {statement.position for statement in said}
    words = " … ".join(dict.fromkeys(statement.words for statement in said))
    if not positions:
        return None, ""
    return (said[0].position, said[0].words) if len(positions) == 1 else (Position.NOTED, words)


def _parts(whole: Response, said: Sequence[Statement]) -> Iterator[Response]:
    """The named parts that are answered apart, each with the comment on the whole.

    What a comment on a range takes apart is not said of a number that is answered by itself.
    """
    by_itself = any(statement.position and not statement.part and statement.weight[0] for statement in said)
    for statement in said:
        if statement.part and statement.position and not (statement.in_range and by_itself):
            yield replace(
                whole,
                place=statement.place,
                position=statement.position,
                position_words=statement.words,
                part=statement.part,
            )


def _referred_on(response: Response, wholes: dict[str, Response]) -> Response:
    """ "See recommendation 24" takes the position of 24 where the document gives no other."""
    comment = response.comment
    if response.position or not comment:
        return response
    named = [wholes[number] for number in numbers_only_referred_to(comment) if number in wholes]
    positions = {other.position for other in named}
    if len(positions) != 1 or None in positions:
        return response
    return replace(response, position=named[0].position, position_words=named[0].position_words)


def _answers_item_by_item(statements: Sequence[Statement]) -> bool:
    """Whether the document takes positions item by item, so that an item without one is an unclear answer."""
    commented = [one for one in statements if one.comment and not one.part and not one.aside]
    answered = [statement for statement in commented if statement.position]
    return 2 * len(answered) > len(commented)


def _unclear_is_noted(response: Response) -> Response:
    """An answer that is not clear support is noted, with its first sentence as the words."""
    if response.position or not response.comment:
        return response
    return replace(response, position=Position.NOTED, position_words=next(sentences(response.comment), ""))


def _is_conflict(said: Sequence[Statement]) -> bool:
    """Whether a document answers a number in two ways that are not named parts of it."""
    return len({statement.position for statement in _plain(said)}) > 1


def _plain(said: Sequence[Statement]) -> list[Statement]:
    return [one for one in said if one.position and not one.part and one.rank >= Rank.SENTENCE]


def _conflict(number: str, said: Sequence[Statement]) -> str:
    words = " and ".join(dict.fromkeys(f"“{statement.words}”" for statement in _plain(said)))
    return f"{said[0].place.symbol} answers {number} in two ways: {words}; see the document."
