"""An answer to a recommendation, and what several answers to one recommendation say together.

A State supports a recommendation only where its support is clear; answers that differ leave the whole without it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from models.records.enums import Position, Qualified

BETWEEN = " … "
"""Between words that stand apart in one text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A position and what decided it."""

    position: Position
    words: str
    """The source's own words for the position."""
    qualified: Qualified | None = None
    """The kind of qualified support; of what is pending, PART where a part is supported already; else None."""


def join_answers(
    answers: Iterable[Answer], between: str = BETWEEN, *, on_parts: bool = False, of_record: bool = False
) -> Answer | None:
    """What several answers to one recommendation say together; None where there are none.

    Alike, they say the same. Where one is still to come, so is the whole, save of record: the Council's reading is
    that what does not enjoy support as a whole is noted. Where they differ, the whole is noted: with the kind in which
    all support that falls short does so; or supported in part, where each answers a part.

    Args:
        answers: in the order in which they are given.
        between: what stands between their words.
        on_parts: whether they answer parts of it. Supported here and noted there, the whole is answered in two ways,
            and nobody can say that a part is supported.
        of_record: whether they stand in a list or table of the answers given, to which none follows.

    Source: Human Rights Council resolution 5/1, annex, paragraph 32.
    """
    given = list(dict.fromkeys(answers))
    if not given:
        return None
    words = between.join(dict.fromkeys(answer.words for answer in given if answer.words))
    positions = {answer.position for answer in given}
    if len(positions) == 1:
        kinds = {answer.qualified for answer in given}
        return Answer(given[0].position, given[0].words or words, kinds.pop() if len(kinds) == 1 else None)
    in_part = Qualified.PART if on_parts and Position.SUPPORTED in positions else None
    if Position.PENDING in positions and not of_record:
        return Answer(Position.PENDING, words, in_part)
    kinds = {answer.qualified for answer in given if answer.position is not Position.SUPPORTED}
    return Answer(Position.NOTED, words, (kinds.pop() if len(kinds) == 1 else None) or in_part)
