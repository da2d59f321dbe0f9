"""What a file of a result holds, whatever its kind: the question as its heading, what was found, and how to read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from search import Answer, Hit
from web.site.language import gettext
from web.site.served_index import state_name
from web.views.result_page import Chip
from web.words.citation import source_name
from web.words.kind_words import KindWords, words_of_kinds
from web.words.page_words import READING_NOTES
from web.words.sessions import year_and_session


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
            yield gettext("Invented sample: no State or document in this file is real.")
        yield self._totals()
        if self.filters:
            chosen = "; ".join(f"{chip.legend}: {chip.label}" for chip in self.filters)
            yield gettext("Filters: %(filters)s.", filters=chosen)
        yield from map(str, READING_NOTES)

    def groups(self) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Headings with the hits below them: the user's own State, then others."""
        own, words = self.answer.own_state, self._words
        own_hits = tuple(hit for hit in self.answer.hits if hit.group == "own")
        if own is not None:
            yield words.state_heading % {"state": state_name(own)}, own_hits
        others = tuple(hit for hit in self.answer.hits if hit.group == "others")
        if others:
            yield str(words.others_heading if own else words.all_heading), others

    def nothing_found(self) -> str:
        """What was searched for the own State where nothing was found."""
        reviews = self.answer.own_reviews
        own = state_name(self.answer.own_state or "")
        if not reviews:
            return gettext("No review of %(state)s is indexed.", state=own)
        sessions = ", ".join(year_and_session(review.session) for review in reviews)
        symbols = ", ".join(source_name(symbol) for review in reviews for symbol in review.symbols)
        if not symbols:
            known = gettext("Known from a table, no document indexed.")
        else:
            known = gettext("Documents indexed: %(symbols)s.", symbols=symbols)
        searched = gettext("Searched: %(sessions)s.", sessions=sessions)
        return " ".join([self._words.none_in_reviews % {"state": own}, searched, known])

    def _totals(self) -> str:
        total, shown, words = self.answer.total, len(self.answer.hits), self._words
        sentences = [f"{words.found(total)}."]
        if self.answer.own_state:
            of_own = words.of_state(self.answer.own_total, state=state_name(self.answer.own_state))
            sentences = [f"{words.found(total)}: {of_own}."]
        if shown < total:
            sentences.append(
                gettext("This file holds the first %(count)s of them, in the order of the result.", count=shown)
            )
        return " ".join(sentences)

    @property
    def _words(self) -> KindWords:
        return words_of_kinds(self.answer.kinds)
