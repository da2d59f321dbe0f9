"""The text of an item of an addendum: the recommendation where it is printed again, the position, the comment.

"Accepted. The Government has …"                        position and comment
"Ratify the Convention (Spain). ¶ Response: Noted. …"   recommendation, position, comment
"Slovenia accepts the recommendation and …"             a comment that takes a position
"""

import re
from dataclasses import dataclass

from indexer.extract.grammar.sponsors import find_sponsor_parentheses
from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.phrases import PositionPhrase, position_phrases
from indexer.extract.positions.prose import is_on_this_recommendation, sentences
from indexer.extract.thresholds import LONGEST_LABEL
from models.languages.read_languages import ENGLISH, any_language
from models.languages.words import LanguageWords
from models.records.answers import Answer, join_answers
from models.records.enums import Position, Qualified
from models.reviews.states import StateTable
from models.texts.sentences import ABBREVIATED

_AT_BEGINNING = r"(?:^|(?<=[.;)\n]))[ \t]*"
_ANSWER_LABEL = re.compile(
    rf"{_AT_BEGINNING}(?:{any_language(lambda language: language.answers.label_owner)}\s+)?"
    rf"{any_language(lambda language: language.answers.answer_labels)}"
    rf"(?:\s{any_language(lambda language: language.answers.label_of)}\s[^\n:.]{{2,40}})?\s*[:–—]\s*",
    re.I | re.M,
)
_COMMENT_LABEL = re.compile(
    rf"{_AT_BEGINNING}{any_language(lambda language: language.answers.comment_labels)}\s*[:–—]\s*", re.I | re.M
)
_BARE_LABEL = re.compile(r"\s*((?:[^.:;\n–—-]|(?<=\w)-(?=\w)){2,80}?)\s*(?:(?:[.:;\n–—]|(?<!\w)-|-(?!\w))\s*|$)")
_BESIDE_A_POSITION = re.compile(any_language(lambda language: language.answers.beside_position), re.I)
"""Words that may stand beside "accepted" in a label that is a position and nothing else."""
_NAMED_PART = rf"((?:[^.;]|{ABBREVIATED}\.){{1,1000}})"
_PART = re.compile(
    rf"[^.;]{{0,300}}?\b{any_language(lambda language: language.answers.recommend)}\w*\s+"
    rf"{any_language(lambda language: language.answers.on_part)}\s+{_NAMED_PART}"
    rf"|\s*{any_language(lambda language: language.answers.on_part_alone)}\s+{_NAMED_PART}",
    re.I,
)
"""The part that a position is on; each position of a comment looks for one, so that none looks through it all."""
_END_OF_PART = re.compile(rf"(?<!\s)\s++{any_language(lambda language: language.answers.behind_part)}", re.I)


@dataclass(frozen=True, slots=True)
class AnsweredPart:
    """A named part of a recommendation with its own position."""

    part: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What stands under the numbers of an item."""

    answer: Answer | None
    comment: str | None
    parts: tuple[AnsweredPart, ...] = ()
    labelled: bool = False
    """Whether the position is a label or a cell of its own, not a word of the comment."""


def read_item(text: str, states: StateTable, answer: str = "", language: LanguageWords = ENGLISH) -> ReadItem:
    """Position and comment of an item's text (paragraphs on lines of their own).

    `answer` is the text of a position column, or words in brackets beside the number, "" where there are none.
    """
    if answer:
        label, comment = answer, text
    else:
        label, comment = _without_labels(without_recommendation(text, states, language))
    parts = answered_parts(comment, language.code)
    if label:
        taken: Answer | None = _answer_of_label(label, language.code)
    else:
        of_parts = join_answers((part.answer for part in parts), on_parts=True)
        taken = of_parts or _answer_of_comment(comment, language.code)
    return ReadItem(taken, comment or None, parts, bool(label))


def _answer_of_label(label: str, language: str) -> Answer:
    """What a label says; one that is no known formula ("Under study by Parliament") is no support, hence noted."""
    return read_answer(label, language) or Answer(Position.NOTED, label)


def without_recommendation(text: str, states: StateTable, language: LanguageWords = ENGLISH) -> str:
    """The text without the recommendation, where the addendum prints it again above its answer.

    It ends at a label ("Response:"), or is a paragraph that ends with its sponsors.
    """
    label = _ANSWER_LABEL.search(text) or _COMMENT_LABEL.search(text)
    if label and text[: label.start()].strip():
        return text[label.start() :].strip()
    first, _, rest = text.partition("\n")
    for sponsors in find_sponsor_parentheses(first, states, language):
        behind = first[sponsors.end :].lstrip(" .;,:”\"'’–—-")
        if not behind or _begins_with_label(behind):
            return f"{behind}\n{rest}".strip()
    return text


def _begins_with_label(text: str) -> bool:
    label = _BARE_LABEL.match(text)
    return label is not None and _is_only_a_position(label[1])


def _without_labels(text: str) -> tuple[str, str]:
    """The words of a label that takes the position, "" for none, and the comment without labels."""
    answer = _ANSWER_LABEL.match(text)
    words, rest = _label_apart(text[answer.end() :] if answer else text)
    comment = _COMMENT_LABEL.match(rest)
    return words, (rest[comment.end() :] if comment else rest).strip()


def _label_apart(text: str) -> tuple[str, str]:
    """The first words where they are a position and nothing else, "" where they are not, and what follows them."""
    label = _BARE_LABEL.match(text)
    if label is None or len(label[1].split()) > LONGEST_LABEL or not _is_only_a_position(label[1]):
        return "", text
    return label[1], text[label.end() :]


def _is_only_a_position(words: str) -> bool:
    """Whether words are a position and nothing else ("Partially accepted"), not a sentence ("Chad accepts it")."""
    phrases = position_phrases(words)
    if not phrases:
        return read_answer(words) is not None
    rest = words
    for phrase in phrases:
        spans = [(phrase.start, phrase.end)]
        if phrase.answer.qualified in (Qualified.PART, Qualified.SPIRIT):
            spans.append(phrase.qualifier)
        for start, end in spans:
            rest = rest[:start] + " " * (end - start) + rest[end:]
    return all(_BESIDE_A_POSITION.fullmatch(word) for word in re.findall(r"\w+", rest))


def _answer_of_comment(comment: str, language: str) -> Answer | None:
    """What the comment says at once, else what a further sentence says of "this recommendation".

    Other words further down may be on something else.
    """
    first, *further = sentences(comment) if comment else [""]
    on_it = filter(is_on_this_recommendation, further)
    answers = (read_answer(sentence, language) for sentence in (first, *on_it))
    return next(filter(None, answers), None)


def answered_parts(comment: str, language: str = "en") -> tuple[AnsweredPart, ...]:
    """The parts that a comment accepts and refuses, where it takes both positions.

    `part` is "" where not all are named.
    """
    phrases = position_phrases(comment, language)
    if {phrase.answer.position is Position.SUPPORTED for phrase in phrases} != {True, False}:
        return ()
    names = [_part_after(comment, phrase) for phrase in phrases]
    # One part without a name may be the rest of the whole, or another word on a part that has one: none is told apart.
    are_all_named = all(names)
    return tuple(
        AnsweredPart(name if are_all_named else "", phrase.answer) for name, phrase in zip(names, phrases, strict=True)
    )


def _part_after(comment: str, phrase: PositionPhrase) -> str:
    match = _PART.match(comment, phrase.end)
    if match is None:
        return ""
    words = match[1] or match[2]
    end = _END_OF_PART.search(words)
    return (words[: end.start()] if end else words).strip(" ,")
