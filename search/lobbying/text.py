"""A list of States to approach as lines for a terminal."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, said_in_marks, said_name, spoken, spoken_language
from search.answer.quotations import words_of
from search.claims.approach import (
    BACK_TEST,
    NEAREST_QUOTED,
    counts_found,
    looked_through,
    parts_of,
    reasons,
    recommended_to,
)
from search.datamodel.lobbying import LobbyingList, LobbyingTarget, Order

_INDENT = " " * 6


def lobbying_list_as_text(listed: LobbyingList, order: Order, names: Mapping[str, str], limit: int, width: int) -> str:
    """One of the two orders for reading, wrapped at `width` columns, at most `limit` States in each part.

    `names` are those of States by code.
    """
    blocks = [fill(" ".join(map(spoken, (counts_found(listed), looked_through(listed), NEAREST_QUOTED))), width)]
    if order == "likely":
        blocks.append(fill(spoken(BACK_TEST), width))
    for heading, targets in parts_of(listed, order):
        blocks.append(f"{spoken(heading)}:")
        blocks += [
            "\n".join(_lines(place, target, listed.state.in_message, names, width))
            for place, target in enumerate(targets[:limit], 1)
        ]
    return "\n\n".join(blocks)


def _lines(place: int, target: LobbyingTarget, state: StateName, names: Mapping[str, str], width: int) -> Iterator[str]:
    yield f"{place:4}. {said_name(target.state.in_message)}"

    def indented(words: str) -> str:
        return fill(words, width, initial_indent=_INDENT, subsequent_indent=_INDENT)

    record = target.nearest.record
    code = record.state_under_review
    yield indented(f"{said_in_marks(words_of(record, spoken_language()).words)} ({record.id})")
    yield indented(spoken(recommended_to(record, StateName(code, names.get(code, code)))))
    yield indented(said("; ").join(spoken(words) for words, _ in reasons(target, state)))
