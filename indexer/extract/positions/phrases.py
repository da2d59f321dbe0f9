"""The words of a text that take a position on a recommendation.

A word of support counts where it concerns a recommendation, or is all that a heading or a table cell says: "accepts
refugees" is no position. What denies it, leaves it open or limits it is looked for where it can belong to it: before
it in its clause, and behind it up to where something else begins ("… and will report on all measures except …").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from indexer.extract.positions.patterns import QUALIFIERS, REACHING, LanguagePatterns
from indexer.extract.positions.plain_words import plain_words
from indexer.extract.positions.qualifiers import QualifierReader
from indexer.extract.thresholds import CLOSE_QUALIFIER, REACH_OF_EARLIER, REACH_OF_POSITION
from models.languages.positions import PositionWords, Role
from models.languages.read_languages import READ_LANGUAGES, words_of
from models.records.answers import Answer
from models.records.enums import Position, Qualified
from models.texts.sentences import NOT_ABBREVIATED

_SUPPORT = (Role.SUPPORT, Role.SUPPORT_NOUN)
_SENTENCE_END = re.compile(rf"{NOT_ABBREVIATED}[.;:](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class PositionPhrase:
    """Words of a text that take a position on a recommendation."""

    answer: Answer
    """Its words with what qualifies them, where that stands close by, else behind " … "."""
    start: int
    end: int
    """Where the position itself stands, without what qualifies it."""
    qualifier: tuple[int, int] = (0, 0)
    """Where that stands which qualifies the support."""
    plain_words: str = ""
    """The words without what qualifies them, "" where nothing does."""

    @property
    def unqualified(self) -> "PositionPhrase":
        """The support without what qualifies it."""
        if self.answer.qualified is None:
            return self
        return PositionPhrase(Answer(Position.SUPPORTED, self.plain_words), self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in the forms in which it is looked at, all of one length."""

    printed: str
    plain: str
    limiting: str
    """`plain` without what sounds like a limit and is none ("without reservation", "partly carried out")."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a word begins and ends, as far as it is looked at."""
        near = max(0, start - REACH_OF_POSITION)
        begins = [match.end() for match in _SENTENCE_END.finditer(self.plain, near, start)]
        ends = _SENTENCE_END.search(self.plain, end, end + REACH_OF_POSITION)
        return begins[-1] if begins else near, ends.start() if ends else min(len(self.plain), end + REACH_OF_POSITION)


def position_phrases(text: str, language: str = "en") -> tuple[PositionPhrase, ...]:
    """The phrases of a text that take a position on a recommendation, in order.

    Args:
        text: a sentence, a label, a heading, a cell or a comment.
        language: ISO 639-1 code of its document. The other languages are tried where this one finds nothing: documents
            print several beside each other, and lists of others are in English whatever the language of the texts.
    """
    plain = plain_words(text)
    for reader in _readers(language):
        if phrases := reader.phrases(text, plain):
            return phrases
    return ()


def qualifier_alone(text: str, language: str = "en") -> Qualified | None:
    """What a text says that is nothing but a qualification ("Partially", in a column that says of what)."""
    plain = plain_words(text)
    return next(filter(None, (reader.qualifier_alone(plain) for reader in _readers(language))), None)


def exception_in(sentence: str, language: str = "en") -> re.Match[str] | None:
    """The first words of a sentence that except something."""
    plain = plain_words(sentence)
    return next(filter(None, (reader.exception(plain) for reader in _readers(language))), None)


@cache
def _readers(language: str) -> "tuple[_LanguageReader, ...]":
    codes = dict.fromkeys([words_of(language).code, *READ_LANGUAGES])
    return tuple(map(_reader, codes))


@cache
def _reader(code: str) -> "_LanguageReader":
    return _LanguageReader(words_of(code).positions)


class _LanguageReader:
    """Finds the phrases of one language."""

    def __init__(self, language: PositionWords) -> None:
        self._of = LanguagePatterns(language)
        self._qualifiers = QualifierReader(self._of)

    def phrases(self, text: str, plain: str) -> tuple[PositionPhrase, ...]:
        """The phrases of a text, in order, not overlapping."""
        whole = _Text(text, plain, self._limiting(plain))
        found = [*self._phrases(whole)]
        if not any(phrase.answer.position is Position.SUPPORTED for phrase in found):
            # Beside support, what will be looked into is how to carry it out, or something else.
            found += self._announcements(whole)
        kept: list[PositionPhrase] = []
        for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
            overlaps = bool(kept) and phrase.start < kept[-1].end
            if not overlaps and not self._is_of_earlier_position(plain, phrase):
                kept.append(phrase)
        return tuple(kept)

    def qualifier_alone(self, plain: str) -> Qualified | None:
        """The kind of a qualification that is all of a text."""
        for role, pattern in self._of.qualifying.items():
            if re.fullmatch(rf"\W*(?:{pattern.pattern})\W*", plain, re.I):
                return QUALIFIERS[role]
        return None

    def exception(self, plain: str) -> re.Match[str] | None:
        """The first words that except something, "without exception" aside."""
        return self._of.qualifying[Role.EXCEPTION].search(self._limiting(plain))

    def _limiting(self, plain: str) -> str:
        return self._of.words(Role.UNQUALIFIED, Role.ALREADY_DONE).sub(lambda match: "_" * len(match[0]), plain)

    def _phrases(self, whole: _Text) -> Iterator[PositionPhrase]:
        plain = whole.plain
        for match in self._of.words(*_SUPPORT).finditer(plain):
            if self._concerns_recommendation(plain, match.start(), match.end()):
                yield self._supporting(whole, match.start(), match.end())
        for match in self._of.words(Role.SHARED).finditer(plain):
            if self._has_object(plain, match.end()) or self._has_subject(plain, match.start()):
                yield _phrase(Position.NOTED, whole, match, Qualified.SPIRIT)
        for match in self._of.words(Role.REFUSAL, Role.NOTE).finditer(plain):
            if self._concerns_recommendation(plain, match.start(), match.end()):
                yield _phrase(Position.NOTED, whole, match)
        for match in self._of.words(Role.UNDECIDED).finditer(plain):
            yield _phrase(Position.NOTED, whole, match)
        for match in self._of.words(Role.LATER, Role.OPEN).finditer(plain):
            if self._concerns_recommendation(plain, match.start(), match.end()):
                yield _phrase(Position.PENDING, whole, match)

    def _announcements(self, whole: _Text) -> Iterator[PositionPhrase]:
        """Words such as "will be examined" in a sentence on recommendations."""
        for match in self._of.words(Role.LATER).finditer(whole.plain):
            if self._of.recommendation.search(whole.plain, *whole.sentence(match.start(), match.end())):
                yield _phrase(Position.PENDING, whole, match)

    def _is_of_earlier_position(self, plain: str, phrase: PositionPhrase) -> bool:
        """Whether the phrase tells a position since changed ("not initially supported")."""
        return self._of.earlier.search(plain, max(0, phrase.start - REACH_OF_EARLIER), phrase.end) is not None

    # What a word of support says in the end

    def _supporting(self, whole: _Text, start: int, end: int) -> PositionPhrase:
        """Support, unless it is denied, left open or qualified; the words include what does so."""
        clause = self._qualifiers.clause_before(whole.plain, start)
        is_noun = self._of.words(Role.SUPPORT_NOUN).fullmatch(whole.plain, start, end) is not None
        enjoying = self._of.enjoying.search(whole.plain, clause, start) if is_noun else None
        denial = self._denial(whole.limiting, clause, start)
        hedge = None if denial else self._of.hedge.search(whole.plain, clause, start)
        begin = min(start, *(match.start() if match else start for match in (denial, hedge, enjoying)))
        words = whole.printed[begin:end].strip()
        if denial or (is_noun and self._is_denied_behind(whole, end)):
            return PositionPhrase(Answer(Position.NOTED, words), begin, end)
        if hedge:
            return PositionPhrase(Answer(Position.PENDING, words), begin, end)
        found = self._qualifiers.find(whole.limiting, whole.sentence(start, end), (start, end))
        if found is None:
            return PositionPhrase(Answer(Position.SUPPORTED, words), begin, end)
        qualified, (first, last) = found
        together = _together(whole.printed, (begin, end), (first, last))
        return PositionPhrase(Answer(Position.NOTED, together, qualified), begin, end, (first, last), words)

    def _denial(self, limiting: str, clause: int, start: int) -> re.Match[str] | None:
        """The last word of a clause that denies the word at `start`, a few words before it."""
        denials = [
            match
            for match in self._of.denying.finditer(limiting, clause, start)
            if REACHING.fullmatch(limiting, match.end(), start)
        ]
        return denials[-1] if denials else None

    def _is_denied_behind(self, whole: _Text, end: int) -> bool:
        """ "Acceptance of the recommendation is not possible"."""
        _, last = whole.sentence(end, end)
        return self._of.denied_behind.search(whole.limiting, end, last) is not None

    # Whether a word concerns a recommendation

    def _concerns_recommendation(self, plain: str, start: int, end: int) -> bool:
        """Whether the word from `start` to `end` takes a position on a recommendation, not on refugees."""
        if self._is_label(plain, start, end):
            return True
        if self._of.words(Role.SUPPORT_NOUN).fullmatch(plain, start, end):
            sentence = _sentence_before(plain, start)
            if self._of.enjoying.search(plain, sentence, start) or self._is_given(plain, sentence, start, end):
                return True
            # "The State will provide support for its authors": a noun, unless a subject stands before it.
            if not self._of.noun_is_verb.search(plain, sentence, start):
                return False
        return self._has_object(plain, end) or self._has_subject(plain, start)

    def _has_object(self, plain: str, end: int) -> bool:
        return bool(self._of.object.match(plain, end) or self._of.pronoun.match(plain, end))

    def _has_subject(self, plain: str, start: int) -> bool:
        sentence = _sentence_before(plain, start)
        found = self._of.passive.search(plain, sentence, start) or self._of.relative.search(plain, sentence, start)
        return bool(found) or self._is_of_pronoun(plain, sentence, start)

    def _is_of_pronoun(self, plain: str, sentence: int, start: int) -> bool:
        """Whether a pronoun before the verb stands for recommendations of the sentence ("… et en prend note")."""
        pronoun = self._of.pronoun_before.search(plain, sentence, start)
        return pronoun is not None and self._of.recommendation.search(plain, sentence, pronoun.start()) is not None

    def _is_given(self, plain: str, sentence: int, start: int, end: int) -> bool:
        """ "Support was expressed for recommendation 29", "gives its full support to recommendation 29"."""
        to = self._of.noun_to.match(plain, end)
        if to is None or not self._of.giving.search(plain, sentence, start):
            return False
        return self._of.object.match(plain, to.end()) is not None

    def _is_label(self, plain: str, start: int, end: int) -> bool:
        """Whether the word is what a heading, a table cell or the first sentence says at once ("Accepted.")."""
        before = self._of.label_subject.fullmatch(plain, 0, start)
        if before is None:
            return False
        if self._of.label_rest.match(plain, end):
            return True
        return not before["subject"] and self._of.bare_label_rest.match(plain, end) is not None


def _phrase(
    position: Position, whole: _Text, match: re.Match[str], qualified: Qualified | None = None
) -> PositionPhrase:
    words = whole.printed[match.start() : match.end()].strip()
    answer = Answer(position, words, qualified)
    return PositionPhrase(answer, *match.span(), plain_words=words if qualified else "")


def _together(text: str, support: tuple[int, int], qualifier: tuple[int, int]) -> str:
    """The words of support and what qualifies it, as one quotation where they stand close."""
    (_, end), (start, _) = sorted((support, qualifier))
    if start - end <= CLOSE_QUALIFIER:
        return text[min(support[0], qualifier[0]) : max(support[1], qualifier[1])].strip()
    return " … ".join(text[begin:last].strip() for begin, last in sorted((support, qualifier)))


def _sentence_before(plain: str, start: int) -> int:
    """Where the sentence that holds `start` begins, as far as it is looked at."""
    near = max(0, start - REACH_OF_POSITION)
    ends = [match.end() for match in _SENTENCE_END.finditer(plain, near, start)]
    return ends[-1] if ends else near
