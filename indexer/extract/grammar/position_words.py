"""The documents' words for a position, in English, French and Spanish, as supported, noted or pending.

A clear word of support ("accepts", "recueillent l'adhésion", "gozan del apoyo") is supported; every other answer is
noted: a refusal, "takes note", and support of a part only, in principle or in a mixed statement. An announcement of a
later answer ("will be examined") is pending. A word counts only where it concerns a recommendation, or is all that a
heading or a table cell says: "accepts refugees" is no position.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.extract.grammar import position_vocabulary as vocabulary
from models.records.enums import Position


@dataclass(frozen=True, slots=True)
class PositionPhrase:
    """Words of a text that take a position on a recommendation."""

    position: Position
    words: str
    start: int
    end: int


def map_position_words(text: str) -> tuple[Position, str] | None:
    """The position that a text takes and the words that take it; None where it takes none.

    Support beside a refusal is noted, with both words ("accepts … cannot accept").
    """
    phrases = position_phrases(text)
    if not phrases:
        # "Partially": a table cell beside a column that says of what.
        partial = vocabulary.ONLY_PARTIAL.fullmatch(text)
        return (Position.NOTED, partial[1]) if partial else None
    positions = {phrase.position for phrase in phrases}
    if len(positions) == 1:
        return phrases[0].position, phrases[0].words
    words = " … ".join(dict.fromkeys(phrase.words for phrase in phrases))
    # A part that is still examined leaves the whole open, whatever the State says of the rest.
    return Position.PENDING if Position.PENDING in positions else Position.NOTED, words


def position_phrases(text: str) -> tuple[PositionPhrase, ...]:
    """The phrases of a text that take a position on a recommendation, in order."""
    plain = vocabulary.NUMBERS.sub(lambda match: "#" + " " * (len(match[0]) - 1), text)
    kept: list[PositionPhrase] = []
    for phrase in sorted(_phrases(text, plain), key=lambda phrase: (phrase.start, -phrase.end)):
        overlaps = bool(kept) and phrase.start < kept[-1].end
        if not overlaps and not _is_of_earlier_position(plain, phrase):
            kept.append(phrase)
    return tuple(kept)


def _is_of_earlier_position(plain: str, phrase: PositionPhrase) -> bool:
    """Whether the phrase tells a position since changed ("not initially supported")."""
    return vocabulary.EARLIER.search(plain, max(0, phrase.start - 30), phrase.end) is not None


def _phrases(text: str, plain: str) -> Iterator[PositionPhrase]:
    """The phrases of each kind, which may overlap ("does not accept … will be considered")."""
    for match in vocabulary.SUPPORT.finditer(plain):
        if _concerns_recommendation(plain, match.start(), match.end()):
            yield _support(text, plain, match.start(), match.end())
    for pattern in (vocabulary.REFUSE, vocabulary.NOTE):
        for match in pattern.finditer(plain):
            if _concerns_recommendation(plain, match.start(), match.end()):
                yield _phrase(Position.NOTED, text, match)
    for match in vocabulary.UNDECIDED.finditer(plain):
        yield _phrase(Position.NOTED, text, match)
    for match in vocabulary.LATER.finditer(plain):
        if _announces_answer(plain, match):
            yield _phrase(Position.PENDING, text, match)


def _phrase(position: Position, text: str, match: re.Match[str]) -> PositionPhrase:
    return PositionPhrase(position, text[match.start() : match.end()], match.start(), match.end())


def _support(text: str, plain: str, start: int, end: int) -> PositionPhrase:
    """Support, unless it is denied or limited; the words include what denies or limits it."""
    clause = _clause_before(plain, start)
    denial = _denial(plain, clause, start)
    limit_before = vocabulary.PARTIAL_BEFORE.search(plain, clause, start)
    limit_after = vocabulary.PARTIAL_AFTER.match(plain, end)
    is_noun = vocabulary.SUPPORT_AS_NOUN.fullmatch(plain, start, end)
    enjoying = vocabulary.ENJOYING.search(plain, clause, start) if is_noun else None
    begin = min(start, *(match.start() if match else start for match in (denial, limit_before, enjoying)))
    end = limit_after.end() if limit_after else end
    is_clear = not (denial or limit_before or limit_after)
    position = Position.SUPPORTED if is_clear else Position.NOTED
    return PositionPhrase(position, text[begin:end].strip(), begin, end)


def _denial(plain: str, clause: int, start: int) -> re.Match[str] | None:
    """The last word of a clause that denies the word at `start`, a few words before it."""
    denials = [
        match
        for match in vocabulary.NEGATION.finditer(plain, clause, start)
        if vocabulary.REACHING.fullmatch(plain, match.end(), start)
    ]
    return denials[-1] if denials else None


def _clause_before(plain: str, start: int) -> int:
    """Where the clause that holds `start` begins."""
    begin = max(0, start - 200)
    breaks = [match.end() for match in vocabulary.CLAUSE_BREAK.finditer(plain, begin, start)]
    return breaks[-1] if breaks else begin


def _concerns_recommendation(plain: str, start: int, end: int) -> bool:
    """Whether the word from `start` to `end` takes a position on a recommendation, not on refugees."""
    if _is_label(plain, start, end):
        return True
    sentence = _sentence_before(plain, start)
    if vocabulary.SUPPORT_AS_NOUN.fullmatch(plain, start, end):
        enjoyed = vocabulary.ENJOYING.search(plain, sentence, start)
        if enjoyed or _is_expressed(plain, sentence, start, end):
            return True
        # "The State will provide support for the recommendations' authors": a noun, unless a subject stands before it.
        if not vocabulary.SUPPORTING.search(plain, sentence, start):
            return False
    has_object = vocabulary.OBJECT.match(plain, end) or vocabulary.PRONOUN.match(plain, end)
    has_subject = vocabulary.PASSIVE.search(plain, sentence, start) or vocabulary.RELATIVE.search(
        plain, sentence, start
    )
    return bool(has_object or has_subject or _is_of_pronoun(plain, sentence, start))


def _is_of_pronoun(plain: str, sentence: int, start: int) -> bool:
    """Whether a pronoun before the verb stands for recommendations that the sentence names ("… et en prend note")."""
    pronoun = vocabulary.PRONOUN_BEFORE.search(plain, sentence, start)
    return (
        pronoun is not None
        and re.search(vocabulary.RECOMMENDATION, plain[sentence : pronoun.start()], re.I) is not None
    )


def _sentence_before(plain: str, start: int) -> int:
    """Where the sentence that holds `start` begins, as far as it is looked at."""
    near = max(0, start - vocabulary.REACH)
    return max(near, *(plain.rfind(mark, near, start) + 1 for mark in ".;:"))


def _is_expressed(plain: str, sentence: int, start: int, end: int) -> bool:
    """ "Support was expressed for recommendation 29"."""
    supported = vocabulary.SUPPORT_FOR.match(plain, end)
    if supported is None or not vocabulary.EXPRESSING.search(plain, sentence, start):
        return False
    return vocabulary.OBJECT.match(plain, supported.end()) is not None


def _is_label(plain: str, start: int, end: int) -> bool:
    """Whether the word is what a heading, a table cell or the first sentence says at once ("Accepted.")."""
    before = vocabulary.LABEL_SUBJECT.fullmatch(plain, 0, start)
    if before is None:
        return False
    if vocabulary.LABEL_REST.match(plain, end):
        return True
    return not before["subject"] and vocabulary.BARE_LABEL_REST.match(plain, end) is not None


def _announces_answer(plain: str, match: re.Match[str]) -> bool:
    """Whether words such as "will be examined" are a label, or stand in a sentence on recommendations."""
    after = vocabulary.TO_SENTENCE_END.match(plain, match.end())
    end = after.end() if after else match.end()
    sentence = plain[_sentence_before(plain, match.start()) : end]
    names_them = re.search(vocabulary.RECOMMENDATION, sentence, re.I)
    return names_them is not None or _is_label(plain, match.start(), match.end())
