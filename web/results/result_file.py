"""What a file of a result holds, whatever its kind: what was found, how to read it, the question if it is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from search import Answer, Hit, nothing_found
from web.results.kind_words import KindWords, words_of_kinds
from web.results.result_page import Chip
from web.site.language import day, gettext, side_by_side, translated
from web.site.served_index import state_name
from web.words.page_words import READING_NOTES, STRENGTH_WORDS


@dataclass(frozen=True, slots=True)
class ResultFile:
    """An answer, unfolded, on the way into a file."""

    question: str | None
    """The user's own words; None where the user did not ask for them to stand in the file."""
    answer: Answer
    filters: tuple[Chip, ...]
    built: date
    """The day on which the index was built."""
    own_only: bool = False
    """Whether what belongs to other States is left out."""
    not_indexed: tuple[str, ...] = ()
    """Sentences on the reviews that are not indexed."""

    @property
    def listed(self) -> int:
        """How many entries a file without an end would hold."""
        return self.answer.own_total if self.own_only else self.answer.total

    @property
    def name(self) -> str:
        """The name of the file, without a word of the question."""
        own = f"-{self.answer.own_state}" if self.answer.own_state else ""
        return f"recommendations{own}"

    @property
    def title(self) -> str:
        """What it holds, without a word of the question."""
        return side_by_side(self._words.titles)

    @property
    def invented(self) -> bool:
        """Whether it holds anything invented."""
        return any(hit.invented for hit in self.answer.hits)

    def running_head(self) -> str:
        """What stands on each page."""
        own = self.answer.own_state
        return running_head(state_name(own) if own else self.title, self.built)

    def about(self) -> Iterator[str]:
        """What a reader of the file has to know, one paragraph each."""
        if self.invented:
            yield gettext("Invented sample: no document of the United Nations")
        yield self.totals()
        yield from self.not_indexed
        if self.filters:
            yield gettext(": ").join((gettext("Filters"), self.filters_in_words()))
        yield from map(translated, READING_NOTES)

    def filters_in_words(self) -> str:
        """The filters chosen ("Position: Noted; Cycle: Cycle 2")."""
        return gettext("; ").join(gettext(": ").join((chip.legend, chip.label)) for chip in self.filters)

    def groups(self) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Headings with the hits below them: the user's own State, then others."""
        own = self.answer.own_state
        own_hits = tuple(hit for hit in self.answer.hits if hit.group == "own")
        if own is not None:
            yield state_name(own), own_hits
        others = tuple(hit for hit in self.answer.hits if hit.group == "others")
        if others:
            yield gettext("Other States") if own else gettext("All States"), others

    def nothing_found(self) -> str:
        """What was searched for the own State where nothing was found."""
        return " ".join(map(translated, nothing_found(self.answer, state_name(self.answer.own_state or ""))))

    def totals(self) -> str:
        """How much was found, and how much of it is here."""
        shown = len(self.answer.hits)
        sentences = [self._found(), *self._how_sure(), *self._left_out()]
        if shown < self.listed:
            sentences.append(
                gettext("This file holds the first %(count)s of them, in the order of the result.", count=shown)
            )
        return " ".join(sentences)

    def _found(self) -> str:
        total, words = self.answer.total, self._words
        if not self.answer.own_state:
            return f"{words.counted(total)}."
        of_own = words.of_state(self.answer.own_total, state=state_name(self.answer.own_state))
        return f"{of_own}." if self.own_only else gettext(": ").join((words.counted(total), f"{of_own}."))

    def _how_sure(self) -> Iterator[str]:
        counts = self.answer.own_strengths if self.own_only else self.answer.strengths
        if "possible" in counts and self.listed:
            found = {translated(STRENGTH_WORDS[word]): str(count) for word, count in counts.items() if count}
            yield gettext("; ").join(map(gettext(": ").join, found.items())) + "."

    def _left_out(self) -> Iterator[str]:
        others = self.answer.total - self.answer.own_total
        if self.own_only and others:
            yield gettext("%(count)s to other States were found too; they are left out here.", count=others)

    @property
    def _words(self) -> KindWords:
        return words_of_kinds(self.answer.kinds)


def running_head(subject: str, built: date) -> str:
    """What stands on each page of a document: whom or what it is about, and how old it is."""
    return gettext(
        "%(subject)s | Universal Periodic Review | documents indexed on %(day)s", subject=subject, day=day(built)
    )
