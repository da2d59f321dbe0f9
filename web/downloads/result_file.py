"""What a file of a result holds, whatever its kind: the question as its heading, what was found, and how to read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from search import Answer, Hit, counted, nothing_found, to_or_of
from web.site.served_index import state_name
from web.views.result_page import Chip

_READING = (
    "Each recommendation is quoted as its document prints it. Where a paragraph holds requests of several States, the "
    "one that was found is told apart from the others.",
    "A State under review supports a recommendation or notes it; it cannot reject one. “Unknown” says that its answer "
    "is not in the documents indexed, and is never counted as noted.",
    "What belongs to a question was found by a computer, which compares words and meaning: read before you quote, and "
    "check each quotation against the document named beside it.",
)


@dataclass(frozen=True, slots=True)
class ResultFile:
    """An answer, unfolded, on the way into a file."""

    question: str
    """The user's own words: the heading of the file, and nowhere else in it."""
    answer: Answer
    filters: tuple[Chip, ...]

    @property
    def name(self) -> str:
        """The name of the file, without a word of the question."""
        own = f"-{self.answer.own_state}" if self.answer.own_state else ""
        return f"recommendations{own}"

    def about(self) -> Iterator[str]:
        """What a reader of the file has to know, one paragraph each."""
        if any(hit.invented for hit in self.answer.hits):
            yield "Invented sample: no State or document in this file is real."
        yield self._totals()
        if self.filters:
            yield f"Filters: {'; '.join(f'{chip.legend}: {chip.label}' for chip in self.filters)}."
        yield from _READING

    def groups(self) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Headings with the hits below them: the user's own State, then others."""
        own = self.answer.own_state
        own_hits = tuple(hit for hit in self.answer.hits if hit.group == "own")
        if own is not None:
            yield f"{self._whose} {state_name(own)}", own_hits
        others = tuple(hit for hit in self.answer.hits if hit.group == "others")
        if others:
            yield f"{self._whose} {'other' if own else 'all'} States", others

    def nothing_found(self) -> str:
        """What was searched for the own State where nothing was found."""
        return nothing_found(self.answer, state_name(self.answer.own_state or ""), filtered=bool(self.filters))

    def _totals(self) -> str:
        total, shown = self.answer.total, len(self.answer.hits)
        found = f"{counted(total, self.answer.kinds)} found"
        if self.answer.own_state:
            own_total = self.answer.own_total
            found += f", {own_total:,} {self._whose.lower()} {state_name(self.answer.own_state)}"
        left_out = f" This file holds the first {shown:,} of them, in the order of the result." if shown < total else ""
        return f"{found}.{left_out}"

    @property
    def _whose(self) -> str:
        return to_or_of(self.answer.kinds).capitalize()
