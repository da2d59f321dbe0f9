"""One response per number from everything that one document says on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from indexer.extract.positions.prose import ReadProse, sentences
from models.messages.message import Row
from models.messages.spoken import saying
from models.numbers.references_to_answers import numbers_only_referred_to
from models.records.answers import Answer, join_answers
from models.records.enums import Position, Qualified
from models.records.records import Place, Response, StatedTotal


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

    number: str
    """That of a response; EVERY_OTHER for all recommendations that the document does not name."""
    answer: Answer | None
    """None for a comment that takes no position."""
    place: Place
    comment: str | None = None
    rank: Rank = Rank.SENTENCE
    part: str = ""
    aside: bool = False
    """Whether the comment stands in running text, not with the number: it counts where none does."""
    on_list: bool = False
    """Whether it is on several numbers together."""
    in_range: bool = False
    """Whether the number is named as part of a range ("16-18"), not by itself."""

    @property
    def names_number_itself(self) -> bool:
        """Whether it names the number, and not only a range that holds it."""
        return self.rank >= Rank.SENTENCE and not self.in_range

    @property
    def weight(self) -> tuple[bool, Rank]:
        """What orders answers of one document: one that names the number by itself, then the nearest words."""
        return self.names_number_itself, self.rank


def gather_statements(
    statements: Sequence[Statement], report: str, language: str, *, answer_expected: bool = False
) -> tuple[tuple[Response, ...], tuple[str, ...]]:
    """The responses in the order in which numbers are first named, parts after their whole, and warnings.

    `answer_expected`: the document is the State's answer. What it still leaves open is not supported, hence noted; so
    is a comment without a clear position, if the document otherwise takes positions item by item.
    """
    if answer_expected:
        statements = [_answered(statement) for statement in statements]
    on_number: dict[str, list[Statement]] = {}
    for statement in statements:
        on_number.setdefault(statement.number, []).append(statement)
    wholes = {number: _whole(number, passages, report, language) for number, passages in on_number.items()}
    wholes = {number: _with_position_referred_to(response, wholes) for number, response in wholes.items()}
    if answer_expected and _answers_item_by_item(statements):
        wholes = {number: _unclear_is_noted(response) for number, response in wholes.items()}
    responses: list[Response] = []
    warnings: list[str] = []
    for number, passages in on_number.items():
        responses += (wholes[number], *_parts(wholes[number], passages))
        warnings += _conflicts(number, passages)
    return tuple(responses), tuple(warnings)


def stated_in(prose: ReadProse, place: Place, report: str) -> Iterator[StatedTotal]:
    """The totals that a text states of the recommendations of a report."""
    for counted in prose.totals:
        yield StatedTotal(place, report, counted.count, counted.position, counted.sentence)


def _answered(statement: Statement) -> Statement:
    answer = statement.answer
    if answer is None or answer.position is not Position.PENDING:
        return statement
    return replace(statement, answer=replace(answer, position=Position.NOTED))


def _whole(number: str, statements: Sequence[Statement], report: str, language: str) -> Response:
    """The response on a number as a whole, from all that a document says on it."""
    positioned = _positioned(statements)
    answer = _answer(positioned)
    commented = _commented([statement for statement in statements if not statement.on_list])
    on_list = [statement for statement in statements if statement.on_list and statement.comment]
    return Response(
        place=[*positioned, *commented, *on_list, *statements][0].place,
        report=report,
        answers=number,
        position=answer.position if answer else None,
        position_words=answer.words if answer else "",
        qualified=answer.qualified if answer and answer.position is Position.NOTED else None,
        comment=_in_lines(commented),
        comment_place=commented[0].place if commented else None,
        list_comment=_in_lines(on_list),
        list_comment_place=on_list[0].place if on_list else None,
        language=language,
    )


def _in_lines(commented: Sequence[Statement]) -> str | None:
    """Different comments, each on a line."""
    return "\n".join(dict.fromkeys(statement.comment for statement in commented if statement.comment)) or None


def _positioned(statements: Sequence[Statement]) -> list[Statement]:
    """The statements whose position counts: the nearest on the whole, or else on parts of it."""
    positioned = [statement for statement in statements if statement.answer]
    on_whole = [statement for statement in positioned if not statement.part]
    return _nearest(on_whole or positioned)


def _nearest(statements: Sequence[Statement]) -> list[Statement]:
    best = max((statement.weight for statement in statements), default=None)
    return [statement for statement in statements if statement.weight == best]


def _answer(positioned: Sequence[Statement]) -> Answer | None:
    """The answer of statements of one weight."""
    answers = (statement.answer for statement in positioned if statement.answer)
    answer = join_answers(answers, on_parts=any(statement.part for statement in positioned))
    if answer and len(positioned) == 1 and positioned[0].part:
        # "accepts the first part of 5" and nothing on the rest
        return Answer(Position.NOTED, answer.words, Qualified.PART)
    return answer


def _commented(statements: Sequence[Statement]) -> list[Statement]:
    """The statements whose comment counts: asides only where no comment stands with the number itself."""
    commented = [statement for statement in statements if statement.comment]
    return [statement for statement in commented if not statement.aside] or commented


def _parts(whole: Response, statements: Sequence[Statement]) -> Iterator[Response]:
    """The named parts that are answered apart, each with the comment on the whole."""
    on_whole = (statement for statement in statements if statement.answer and not statement.part)
    answered_by_itself = any(statement.names_number_itself for statement in on_whole)
    for statement in statements:
        if not statement.part or statement.answer is None:
            continue
        # What a comment on "16-18" takes apart does not concern 17, where 17 is answered by itself.
        if statement.in_range and answered_by_itself:
            continue
        yield replace(whole, place=statement.place, part=statement.part).with_answer(statement.answer)


def _with_position_referred_to(response: Response, wholes: dict[str, Response]) -> Response:
    """ "See recommendation 24" takes the position of 24 where the document gives no other."""
    comment = response.comment or response.list_comment
    if response.position or not comment:
        return response
    referred_to = [wholes[number] for number in numbers_only_referred_to(comment) if number in wholes]
    positions = {other.position for other in referred_to}
    answer = referred_to[0].answer if len(positions) == 1 else None
    return response.with_answer(answer) if answer else response


def _answers_item_by_item(statements: Sequence[Statement]) -> bool:
    """Whether the document takes positions item by item, so that an item without one is an unclear answer."""
    commented = [statement for statement in statements if statement.comment and _is_on_item(statement)]
    answered = [statement for statement in commented if statement.answer]
    return 2 * len(answered) > len(commented)


def _is_on_item(statement: Statement) -> bool:
    return not statement.part and not statement.aside


def _unclear_is_noted(response: Response) -> Response:
    """An answer that is not clear support is noted, with its first sentence as the words."""
    comment = response.comment or response.list_comment
    if response.position or not comment:
        return response
    return response.with_answer(Answer(Position.NOTED, next(sentences(comment), "")))


def _conflicts(number: str, statements: Sequence[Statement]) -> Iterator[str]:
    """A warning where a document answers a number in two ways that are not named parts of it."""
    plain = [statement for statement in statements if _answers_plainly(statement)]
    answers = [statement.answer for statement in plain if statement.answer]
    if len({answer.position for answer in answers}) > 1:
        words = tuple(dict.fromkeys(saying("“%(words)s”", words=answer.words) for answer in answers))
        yield saying(
            "%(symbol)s answers %(number)s in two ways: %(words)s; see the document.",
            symbol=plain[0].place.symbol,
            number=number,
            words=Row(words, " and "),
        )


def _answers_plainly(statement: Statement) -> bool:
    """Whether it takes a position on the whole of a number, in a sentence or label that stands with it."""
    return statement.answer is not None and not statement.part and statement.rank >= Rank.SENTENCE
