"""What sentences say on numbered recommendations: positions, sweeping statements, and totals.

"accepts recommendations 1 to 8 and notes recommendation 9"     1-8 supported, 9 noted
"Recommendations 1 and 2 are accepted, 3 is not"                1, 2 supported ("3" is no number beyond doubt)
"All other recommendations are noted"                           every number not named: noted
"accepts all recommendations, except 122.5"                     every other: supported; 122.5: noted
"The Government accepts 142 recommendations"                    a total
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from indexer.extract.positions.phrases import PositionPhrase, exception_in, position_phrases
from indexer.extract.positions.plain_words import plain_words
from indexer.extract.positions.totals import CountedRecommendations, stated_totals
from indexer.extract.thresholds import LONGEST_ABBREVIATION, LONGEST_SENTENCE
from indexer.text.recommendation_numbers import numbers_named
from models.languages.positions import Grammar, Role
from models.languages.read_languages import any_language, word_of_any_language
from models.numbers.number_lists import BETWEEN, NUMBER_MARK, NumberReference
from models.records.answers import Answer
from models.records.enums import Position, Qualified
from models.texts.sentences import ABBREVIATIONS

_ABBREVIATION = re.compile(rf"(?:{ABBREVIATIONS}|\b[A-Z]|\d)\.$", re.I)
_NEXT = re.compile(r"\s{0,3}(\S)")
_SENTENCE_END = re.compile(r"[.;!?][\"”’)]*(?=\s)|\n")
_BETWEEN_NUMBERS = re.compile(rf"[\s,;.&]*(?:(?:{BETWEEN}|{NUMBER_MARK})[\s.,]*)*", re.I)
_PARAGRAPH = re.compile(rf"\b{any_language(lambda language: language.numbers.paragraph)}", re.I)
_SEVERAL = any_language(lambda words: words.positions.grammar.several)


def _every(grammar: Grammar) -> str:
    return rf"\b(?:{grammar.every})\s+{grammar.several}(?=\s*(?:$|[.,;:]|{grammar.unrestricted}))"


_EVERY = re.compile(any_language(lambda words: _every(words.positions.grammar)), re.I)
"""All recommendations, and nothing behind them that narrows them down ("on women's rights", "made by Algeria")."""
_ONE_OF_SEVERAL = re.compile(rf"\s+{any_language(lambda words: words.positions.grammar.one_of_several)}(?!s)\b", re.I)
"""After a position on several numbers at once: it holds for one of them, and nobody can say for which."""
_ON_THIS = re.compile(
    rf"\b(?:{any_language(lambda words: words.positions.grammar.one_of_several)}"
    rf"|{any_language(lambda words: words.answers.these)}\s+"
    rf"{any_language(lambda words: words.positions.grammar.several)})"
    rf"(?!\w|\s+{any_language(lambda words: words.positions.grammar.of)}\b)",
    re.I,
)
"""The recommendation that is answered, not one of another body ("the recommendation of the Committee")."""
_POINTS_ON = re.compile(rf":\s*$|\b{any_language(lambda words: words.positions.grammar.points_on)}\b", re.I)
_PART_OF = re.compile(
    rf"\b(?:({any_language(lambda words: words.positions.grammar.part)})\s+"
    rf"{any_language(lambda words: words.positions.grammar.of)}"
    rf"|({any_language(lambda words: words.positions.alternatives(Role.PART))}))\s+"
    rf"(?:\w{{1,4}}\s+)?(?:{any_language(lambda words: words.positions.grammar.recommendation)}\s+)?$",
    re.I,
)
"""Before a number: "accepts 61.1, 61.2 and the first part of 61.3", "accepts 61.1 and in part 61.2"."""
_IN_RECOMMENDATION = re.compile(
    rf"\b{any_language(lambda language: language.answers.recommend)}\w*\s+"
    rf"(?:(?!{any_language(lambda language: language.answers.explained)})[\w-]+\s+){{0,6}}$",
    re.I,
)
_AND = word_of_any_language(lambda words: words.layout.last_joining)
_WHOLE_LIST = re.compile(
    rf"(?<!\w){any_language(lambda words: words.numbers.whole_list)}\s+(?:\d+\s+)?{_SEVERAL}\s+"
    rf"(?:{any_language(lambda words: words.numbers.contained)}\s+)?"
    rf"{any_language(lambda words: words.numbers.within)}\s+{any_language(lambda words: words.numbers.paragraph)}\s*$",
    re.I,
)
"""Before the number of a list: "the 12 recommendations contained in paragraph"."""
_OF_SEVERAL = re.compile(
    rf"\b{_SEVERAL}\b(?:(?!\b{any_language(lambda words: words.answers.recommend)})[^.;:])*$", re.I
)
"""Before it too, but perhaps of some alone: "most of the recommendations on women in paragraph"."""
_BEHIND_LIST = re.compile(
    rf"\s*(?:$|[.,;:]|{any_language(lambda words: words.positions.grammar.unrestricted)}"
    rf"|{_AND}\b)",
    re.I,
)
"""Nothing that narrows "the recommendations in paragraph 61" down."""


@dataclass(frozen=True, slots=True)
class ProseAnswer:
    """A position that one sentence takes on one number, or on every number it does not name."""

    reference: NumberReference | None
    """None for every recommendation that the document does not name."""
    answer: Answer
    on_list: bool = False
    """Whether the number is the paragraph of a list, every recommendation of which is answered."""


@dataclass(frozen=True, slots=True)
class ReadProse:
    """What a text says on recommendations."""

    answers: tuple[ProseAnswer, ...] = ()
    totals: tuple[CountedRecommendations, ...] = ()
    malformed: tuple[str, ...] = ()
    points_on: Answer | None = None
    """The answer of a sentence that says "the following": they hold for what stands below."""


def read_prose(text: str, sections: Collection[str] = (), language: str = "en") -> ReadProse:
    """Positions, totals and lead-ins of a text; `sections` are the intro paragraphs of the review's lists."""
    answers: list[ProseAnswer] = []
    totals: list[CountedRecommendations] = []
    malformed: list[str] = []
    points_on = None
    for sentence in sentences(text):
        named = numbers_named(sentence, sections, answered=True)
        phrases = position_phrases(_without_notes(sentence, named.references), language)
        malformed += named.malformed
        answers_here = list(_answers(sentence, _lists(sentence, named.references), phrases, language))
        answers += answers_here
        if not answers_here:
            totals += stated_totals(sentence)
        if phrases and not named.references and _POINTS_ON.search(plain_words(sentence)):
            points_on = phrases[0].answer
    return ReadProse(tuple(answers), tuple(totals), tuple(malformed), points_on)


def is_on_this_recommendation(sentence: str) -> bool:
    """Whether a sentence beside a number speaks of the recommendation that is answered, and of no other."""
    return _ON_THIS.search(plain_words(sentence)) is not None and not numbers_named(sentence).references


def _without_notes(sentence: str, references: Collection[NumberReference]) -> str:
    """The sentence with spaces for what stands in brackets behind a number: it speaks of that one alone."""
    for note in {f"({reference.note})" for reference in references if reference.note}:
        sentence = sentence.replace(note, " " * len(note))
    return sentence


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; "No. 5" and "122.14. 122.15" do not end one."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match[0] and _goes_on(text, start, match):
            continue
        yield from _pieces(text[start : match.end()])
        start = match.end()
    yield from _pieces(text[start:])


def _pieces(sentence: str) -> Iterator[str]:
    """The sentence; in pieces where it is longer than any list of recommendations."""
    for start in range(0, len(sentence), LONGEST_SENTENCE):
        if piece := sentence[start : start + LONGEST_SENTENCE].strip():
            yield piece


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a stop is one of an abbreviation, or stands inside a list of numbers."""
    following = _NEXT.match(text, end.end())
    first = following[1] if following else ""
    if end[0] == ";":
        return first.isdigit()
    stop = text[max(start, end.end() - LONGEST_ABBREVIATION) : end.end()]
    return _ABBREVIATION.search(stop.rstrip('"”’)')) is not None and not first.isupper()


def _lists(sentence: str, references: Collection[NumberReference]) -> list[list[NumberReference]]:
    """The references, those that stand in one list together; bare numbers of other paragraphs left out."""
    lists: list[list[NumberReference]] = []
    for reference in references:
        if _is_of_another_paragraph(sentence, reference):
            continue
        if lists and _is_next_in_list(sentence, lists[-1][-1], reference):
            lists[-1].append(reference)
        else:
            lists.append([reference])
    return lists


def _is_next_in_list(sentence: str, last: NumberReference, reference: NumberReference) -> bool:
    """Whether nothing but separators parts two references; the numbers of a range overlap, for they are one word."""
    if reference.start <= last.end:
        return True
    return _BETWEEN_NUMBERS.fullmatch(sentence[last.end : reference.start]) is not None


def _is_of_another_paragraph(sentence: str, reference: NumberReference) -> bool:
    """ "As explained in paragraph 12 above" names no recommendation; "recommendations in paragraph 12" does."""
    if reference.cue != "paragraph" or reference.intro or reference.sub:
        return False
    *before_each_mention, _ = _PARAGRAPH.split(sentence[: reference.start])
    return not any(_IN_RECOMMENDATION.search(words) for words in before_each_mention)


def _answers(
    sentence: str, lists: list[list[NumberReference]], phrases: tuple[PositionPhrase, ...], language: str
) -> Iterator[ProseAnswer]:
    """The answer on every number not named, then that on each number of each list."""
    if not phrases:
        return
    exception = exception_in(sentence, language)
    excepted = _excepted_numbers(lists, exception, phrases)
    every_other = _on_every_recommendation(sentence, phrases)
    if excepted or every_other:
        # What is excepted are numbers, not a part of those accepted.
        phrases = tuple(map(_without_exception, phrases))
        every_other = every_other and _without_exception(every_other)
    if every_other and every_other.answer.position is not Position.PENDING:
        yield ProseAnswer(None, every_other.answer)
    for references in lists:
        phrase = _phrase_on_list(sentence, references, phrases, lists)
        on_list = _are_whole_lists(sentence, references)
        if phrase and on_list:
            phrase = _phrase_on_whole_list(sentence, references, phrase)
        if phrase is None or on_list is None:
            continue
        answer = phrase.answer
        if exception and _is_excepted(references, exception, phrases):
            answer = Answer(Position.NOTED, f"{phrase.answer.words} … {sentence[slice(*exception.span())]}")
        for reference in _without_excepted(references, excepted, exception):
            yield ProseAnswer(reference, _on_part(sentence, reference, answer), on_list)


def _are_whole_lists(sentence: str, references: Sequence[NumberReference]) -> bool | None:
    """Whether numbers are paragraphs whose every recommendation is answered; None where only some in them may be.

    "The recommendations in paragraph 61 are accepted", but "most recommendations in paragraph 61 are".
    """
    before = sentence[: references[0].start]
    if any(reference.cue != "paragraph" or reference.intro or reference.sub for reference in references):
        return False
    if _WHOLE_LIST.search(before) and _BEHIND_LIST.match(sentence, references[-1].end):
        return True
    return None if _OF_SEVERAL.search(before) else False


def _phrase_on_whole_list(
    sentence: str, references: Sequence[NumberReference], phrase: PositionPhrase
) -> PositionPhrase | None:
    """The phrase, where it is said of all in the list: not behind "and" ("welcomes the recommendations in paragraph 61
    and accepts 61.4"), nor but for some that only what stands below a colon may name."""
    end = references[-1].end
    if re.search(_AND, sentence[end : max(phrase.start, end)], re.I):
        return None
    if phrase.answer.qualified is Qualified.EXCEPTION:
        return phrase.unqualified if sentence.rstrip().endswith(":") else None
    return phrase


def _on_part(sentence: str, reference: NumberReference, answer: Answer) -> Answer:
    """The answer, in part where words before the number name a part of it."""
    part = _PART_OF.search(plain_words(sentence[: reference.start]))
    if part is None or answer.position is not Position.SUPPORTED:
        return answer
    return Answer(
        Position.NOTED, f"{answer.words} … {sentence[slice(*part.span(part.lastindex or 0))]}", Qualified.PART
    )


def _without_exception(phrase: PositionPhrase) -> PositionPhrase:
    return phrase.unqualified if phrase.answer.qualified is Qualified.EXCEPTION else phrase


def _without_excepted(
    references: list[NumberReference], excepted: Collection[str], exception: re.Match[str] | None
) -> Iterator[NumberReference]:
    """ "accepts 1 to 8, except 5": the range names 5 as well, but what counts is said behind "except"."""
    for reference in references:
        if reference.number not in excepted or _is_behind(reference, exception):
            yield reference


def _is_behind(reference: NumberReference, exception: re.Match[str] | None) -> bool:
    return exception is not None and reference.start >= exception.end()


def _excepted_numbers(
    lists: list[list[NumberReference]], exception: re.Match[str] | None, phrases: tuple[PositionPhrase, ...]
) -> set[str]:
    """The numbers right behind "except"; with a position between, something else is excepted."""
    if exception is None:
        return set()
    excepted = [references for references in lists if _is_excepted(references, exception, phrases)]
    return {reference.number for references in excepted for reference in references}


def _is_excepted(
    references: list[NumberReference], exception: re.Match[str], phrases: tuple[PositionPhrase, ...]
) -> bool:
    """ "accepts all, except 5" leaves 5 noted; "except 5, …" may also give 5 a position of its own before it."""
    return _is_behind(references[0], exception) and not _phrase_between(phrases, exception, references)


def _on_every_recommendation(sentence: str, phrases: tuple[PositionPhrase, ...]) -> PositionPhrase | None:
    """The phrase that stands directly beside "all recommendations"."""
    every = _EVERY.search(plain_words(sentence))
    if every is None:
        return None
    return next((phrase for phrase in phrases if _is_beside(sentence, phrase, every)), None)


def _is_beside(sentence: str, phrase: PositionPhrase, every: re.Match[str]) -> bool:
    """Whether five words at most, and no punctuation, part the phrase from "all recommendations"."""
    is_before = phrase.end <= every.start()
    between = sentence[phrase.end : every.start()] if is_before else sentence[every.end() : phrase.start]
    return re.fullmatch(r"\s*(?:\w+(?:\s+|$)){0,5}", between) is not None


def _phrase_on_list(
    sentence: str,
    references: list[NumberReference],
    phrases: tuple[PositionPhrase, ...],
    lists: list[list[NumberReference]],
) -> PositionPhrase | None:
    """The phrase that takes a position on a list, None where that is another's."""
    is_active = phrases[0].start < lists[0][0].start
    phrase = _nearest_phrase(phrases, references[0].start, references[-1].end, is_active=is_active)
    if len(references) > 1 and _ONE_OF_SEVERAL.match(plain_words(sentence), phrase.end):
        return None
    return None if _speaks_of_others(sentence, phrase, references[0], lists) else phrase


def _nearest_phrase(phrases: tuple[PositionPhrase, ...], start: int, end: int, *, is_active: bool) -> PositionPhrase:
    """The phrase that a list belongs to.

    In the active voice the last one before it ("accepts 1 to 8"), in the passive the next ("1 to 8 are accepted").
    """
    before = [phrase for phrase in phrases if phrase.start < start]
    after = [phrase for phrase in phrases if phrase.start >= end]
    if before and (is_active or not after):
        return before[-1]
    return after[0] if after else phrases[0]


def _speaks_of_others(
    sentence: str, phrase: PositionPhrase, first: NumberReference, lists: list[list[NumberReference]]
) -> bool:
    """Whether the phrase has recommendations of its own ("accepted most of the recommendations, it …, as to 36–39").

    It has, where the word stands more often between phrase and list than lists of numbers explain.
    """
    if phrase.end > first.start:
        return False
    exception = exception_in(sentence[: first.start])
    exception = exception if exception and exception.start() >= phrase.end else None
    # "accepts all recommendations, except recommendations 5 and 6": the first word is not said of others.
    between = sentence[exception.end() if exception else phrase.end : first.start]
    if _POINTS_ON.search(plain_words(between)):
        return False
    lists_between = sum(phrase.end < references[0].start <= first.start for references in lists)
    return len(re.findall(_SEVERAL, plain_words(between), re.I)) > lists_between


def _phrase_between(
    phrases: tuple[PositionPhrase, ...], exception: re.Match[str], references: list[NumberReference]
) -> bool:
    return any(exception.end() <= phrase.start < references[0].start for phrase in phrases)
