"""The asks of a submission with the nearest recommendations, as lines for a terminal."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, said_in_marks, spoken, spoken_language
from models.records.records import Recommendation
from search import NEAREST_FIRST, NO_PROOF, AskUptake, Uptake, cited, position_in_words, request_of, to_read

_INDENT = " " * 4


def uptake_as_text(found: Uptake, names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `names` are those of States by code."""
    blocks = [fill(f"{spoken(NEAREST_FIRST)} {spoken(NO_PROOF)}", width)]
    blocks += ["\n".join(_of_ask(of_ask, names, width)) for of_ask in found.asks]
    where = cited(found)
    return "\n\n".join([*blocks, *([fill(spoken(where), width)] if where else [])])


def _of_ask(of_ask: AskUptake, names: Mapping[str, str], width: int) -> Iterator[str]:
    head = said("%(ask)s (%(to_read)s)", ask=f"{of_ask.ask.number}. {of_ask.ask.text}", to_read=spoken(to_read(of_ask)))
    yield fill(head, width, subsequent_indent=_INDENT)
    for record in of_ask.nearest:
        yield from (
            fill(words, width, initial_indent=indent, subsequent_indent=_INDENT * 2)
            for words, indent in ((_facts(record, names), _INDENT), (_quoted(record), _INDENT * 2))
        )


def _facts(record: Recommendation, names: Mapping[str, str]) -> str:
    sponsors = tuple(
        said("%(state)s", state=StateName(sponsor.state, names.get(sponsor.state, sponsor.state)))
        for sponsor in record.sponsors
    )
    states = said("%(states)s", states=sponsors) if sponsors else said("not named")
    facts = said("; ").join([states, spoken(position_in_words(record))])
    return f"{record.id} ({facts})"


def _quoted(record: Recommendation) -> str:
    return said_in_marks(request_of(record, spoken_language()).words)
