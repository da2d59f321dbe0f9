"""What a browser posts about a submission, as one typed value: its asks, the State and review, what is ticked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from models.errors import UnknownState
from models.messages.printable import as_written
from models.reviews.states import State
from search import MOST_ASK_CHARACTERS, MOST_ASKS, Ask, UptakeQuestion
from search.uptake.cut_asks import numbered
from web.site.served_index import served_index

NEXT = "next"
"""Stands for the review that is still to come."""
MOST_WORDS_BESIDE = 2_000
"""Characters of the names of the submission and of the States approached."""
MOST_DIGITS = 3
_BETWEEN_PARTS = re.compile(r"\n\s*\n")
_BETWEEN_NAMES = re.compile(r"[,;،؛\n]")


@dataclass(frozen=True, slots=True)
class UptakeForm:
    """A submission on the pages of the site."""

    asks: tuple[Ask, ...] = ()
    """Those ticked as asks, which are compared, and those that are not."""
    state: str = ""
    session: str = ""
    """Of the review, `NEXT`, or "" where none is chosen yet."""
    written_in: str | None = None
    cited_as: str = ""
    approached: str = ""
    """Names or codes of the States that were approached, as typed."""
    ticked: frozenset[tuple[int, str]] = frozenset()
    """Numbers of asks with ids of the recommendations that the user ticked beside them."""
    more: frozenset[int] = frozenset()
    """Numbers of the asks of which more than the nearest are wanted."""

    @classmethod
    def from_form(cls, form: MultiDict[str, str]) -> "UptakeForm":
        """What was posted, or kept, with what it changes in the list of asks carried out."""
        return cls(
            asks=numbered(list(_changed_asks(form))[:MOST_ASKS]),
            state=form.get("state", ""),
            session=form.get("review", ""),
            written_in=form.get("written_in") or None,
            cited_as=form.get("cited_as", "")[:MOST_WORDS_BESIDE],
            approached=form.get("approached", "")[:MOST_WORDS_BESIDE],
            ticked=frozenset(filter(None, map(_pair, form.getlist("count")))),
            more=frozenset(map(int, filter(_is_number, form.getlist("nearest")))),
        )

    @property
    def is_before(self) -> bool:
        """Whether it is about a review to come."""
        return self.session == NEXT

    @property
    def review(self) -> str:
        """The id of the review."""
        return f"{self.state}-{self.session}"

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """The form as it is kept, and as a form of a page carries it on."""
        yield from self.fields_unticked
        yield from (("count", f"{number}:{record}") for number, record in sorted(self.ticked))

    @property
    def fields_unticked(self) -> Iterator[tuple[str, str]]:
        """All fields but what is ticked, which a page posts from where it is ticked."""
        yield from (("state", self.state), ("review", self.session), ("written_in", self.written_in or ""))
        yield from (("cited_as", self.cited_as), ("approached", self.approached), ("chosen", "1"))
        for ask in self.asks:
            yield from (("ask", ask.text), ("heading", ask.heading))
            if ask.asks:
                yield "keep", str(ask.number)
        yield from (("nearest", str(number)) for number in sorted(self.more))

    def question(self) -> UptakeQuestion:
        """What is put to the index."""
        return UptakeQuestion(
            tuple(ask for ask in self.asks if ask.asks),
            review="" if self.is_before else self.review,
            state=self.state,
            written_in=self.written_in,
            ticked=self.ticked,
            more=self.more,
            cited_as=tuple(_names(self.cited_as)),
        )

    def approached_states(self) -> tuple[tuple[State, ...], tuple[str, ...]]:
        """The States approached, each once, and the words that name none."""
        states, unknown = dict[str, State](), list[str]()
        for words in _names(self.approached):
            try:
                state = served_index().state(words)
                states[state.code] = state
            except UnknownState:
                unknown.append(words)
        return tuple(states.values()), tuple(unknown)


def _changed_asks(form: MultiDict[str, str]) -> Iterator[Ask]:
    """The asks as posted, ticked or not: an empty line parts one, and one to be joined goes to the one above."""
    joined, kept = (set(form.getlist(name)) for name in ("merge", "keep"))
    headings = form.getlist("heading")
    asks: list[Ask] = []
    for place, text in enumerate(form.getlist("ask")):
        number, heading = str(place + 1), headings[place] if place < len(headings) else ""
        if number in joined and asks:
            asks[-1] = replace(asks[-1], text=_cut(f"{asks[-1].text} {text}"))
            continue
        asks += _parts(text, heading, asks=number in kept or form.get("chosen") != "1")
    yield from asks
    yield from _parts(form.get("more", ""), "")


def _parts(text: str, heading: str, *, asks: bool = True) -> list[Ask]:
    parts = [_cut(part) for part in _BETWEEN_PARTS.split(as_written(text))]
    return [Ask(0, part, _cut(heading)[:200], asks) for part in parts if part]


def _cut(text: str) -> str:
    return " ".join(as_written(text).split())[:MOST_ASK_CHARACTERS]


def _names(words: str) -> list[str]:
    return [name for name in (" ".join(as_written(part).split()) for part in _BETWEEN_NAMES.split(words)) if name]


def _pair(value: str) -> tuple[int, str] | None:
    number, _, record = value.partition(":")
    return (int(number), record) if _is_number(number) and record else None


def _is_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= MOST_DIGITS
