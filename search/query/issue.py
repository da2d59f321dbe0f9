"""How an issue is read: in which language, and with which words the lexical retriever looks for it.

Abbreviations are written out ("FGM" is "female genital mutilation"): the encoder knows few of them, and texts have
either. The texts searched are English. An issue in another language is looked for by its meaning, by the English
rights terms that a glossary knows for its words, and by the names in it that are the same in English.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from models.texts.sentences import sentences_of
from models.texts.words import ENGLISH, stem
from models.vocabularies.abbreviations import RELATED, USUAL, Naming, english_name, namings
from models.vocabularies.instruments import mentions_among
from models.vocabularies.rights_glossary import english_terms
from models.vocabularies.spelled_out import Replacement, abbreviations_alone, with_replacements
from search.numbers import WORDS
from search.query.detect_language import READ_LANGUAGES, language_of
from search.query.discriminative_terms import CutText
from search.query.shape import lexical_weight, share_of_name

MOST_IN_NAME = 3
"""Words of what may be a name alone: "CEDAW", "OP CAT"."""
MOST_SENTENCES = 20
"""Of an issue, that are read by themselves; what follows is read with the last of them."""


class EnglishTexts(Protocol):
    """The texts searched; a LexicalIndex is one."""

    @property
    def text_count(self) -> int:
        """How many there are."""
        ...

    def frequency(self, stem: str) -> int:
        """How many hold a word."""
        ...


@dataclass(frozen=True)
class IssueReading:
    """An issue as both retrievers take it."""

    text: CutText
    """What the user wrote."""
    language: str
    """ISO 639-1 code."""
    terms: str
    """English rights terms for it, for one in another language that the glossary knows some for."""
    words: CutText
    """What the lexical retriever looks for: an English issue itself, a heading in small letters; of another the terms
    and names, which may be none."""
    written_out: str
    """What the encoder reads: the text with abbreviations written out."""
    replaced: tuple[tuple[str, str], ...] = ()
    """The abbreviations that were written out, each with what stands for it now."""
    other_stems: tuple[str, ...] = ()
    """Stems of the abbreviations under which texts name what it names."""

    @cached_property
    def word_weight(self) -> float:
        """The weight of the lexical retriever beside a weight of 1 for the semantic one."""
        # Terms of a glossary are not the user's own words: none of them is a name that texts must hold.
        return WORDS.sentence_weight if self.words.text == self.terms else lexical_weight(self.words)

    @cached_property
    def share_of_name(self) -> float:
        """How much of it is a name, 0 to 1; the rest is told in sentences."""
        return share_of_name(self.word_weight)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that encoders read by themselves."""
        each = sentences_of(self.written_out)
        last = " ".join(each[MOST_SENTENCES - 1 :])
        return (*each[: MOST_SENTENCES - 1], *([last] if last else []))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The distinct stems of its content words, and of abbreviations for what it names."""
        return tuple(dict.fromkeys((*self.words.content_stems, *self.other_stems)))

    def share_unknown_to(self, texts: EnglishTexts) -> float:
        """Share of these stems that none of the texts searched holds."""
        unknown = sum(texts.frequency(stem) == 0 for stem in self.stems)
        return unknown / len(self.stems) if self.stems else 1.0

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language that can be read."""
        return self.language != ENGLISH and self.language in READ_LANGUAGES


def read_issue(text: str, texts: EnglishTexts, written_in: str | None = None) -> IssueReading:
    """Read an issue in the language it is said to be `written_in`, or else in the one it seems to be in."""
    language = written_in or language_of(text)
    cut = CutText.of(text)
    named = namings(text, language, cut.words)
    replacements = _replacements(text, named, language)
    written_out = with_replacements(text, replacements)
    replaced = tuple({text[place.start : place.end]: name for place, name in replacements.items()}.items())
    if language == ENGLISH:
        of_body = any(naming.term.expansions[0][0].isupper() for naming in named)
        words = written_out.lower() if not of_body and _is_heading(cut, texts) else written_out
        stems = _stems_of_abbreviations(named, texts)
        return IssueReading(cut, language, "", _cut(words, cut), written_out, replaced, stems)
    in_english = dict.fromkeys(english_name(naming.term) for naming in named if naming.abbreviated)
    terms = ", ".join(filter(None, [*in_english, english_terms(text, language)]))
    words = ", ".join([*_names(cut, texts), *filter(None, [terms])]) if language in READ_LANGUAGES else text
    return IssueReading(cut, language, terms, _cut(words, cut), written_out, replaced)


def _cut(text: str, before: CutText) -> CutText:
    """A text in its words, which are known where it is the one that was cut before."""
    return before if text == before.text else CutText.of(text)


def _replacements(text: str, named: Sequence[Naming], language: str) -> dict[Replacement, str]:
    """What is written out of the names of an issue, each with the name by which it is understood best."""
    alone = abbreviations_alone(named)
    replacements: dict[Replacement, str] = {}
    for naming in named:
        # "HIV" is its plain name: there the long one is replaced by it.
        is_usual = naming.term.kind == USUAL and naming.term.language == language
        if naming.abbreviated if is_usual else naming not in alone:
            continue
        name = english_name(naming.term) if language == ENGLISH else naming.term.in_words
        # Names that are only related each say something that the other does not.
        words = f"{text[naming.start : naming.end]} ({name})" if naming.term.kind == RELATED else name
        replacements[Replacement(naming.start, naming.end, words)] = name
    return replacements


def _stems_of_abbreviations(named: Sequence[Naming], texts: EnglishTexts) -> tuple[str, ...]:
    """The stems of the abbreviations of the terms named, as far as texts hold them."""
    stems = (stem(form) for naming in named if naming.term.kind != USUAL for form in naming.term.printed_forms)
    return tuple(dict.fromkeys(stem for stem in stems if texts.frequency(stem)))


def _is_heading(cut: CutText, texts: EnglishTexts) -> bool:
    """Whether capitals say nothing of names: "Child Marriage" is a topic, but "Kampala Convention" has a rare word."""
    printed = [cut.printed(word) for word in cut.content]
    capitalised = [word for word in printed if word[0].isupper() and word[1:].islower()]
    if len(printed) < 2 or len(capitalised) < len(printed):
        return False
    is_rare = min(texts.frequency(word.stem) for word in cut.content) <= WORDS.rare_share * texts.text_count
    return not is_rare and not mentions_among(cut.words)


def _names(cut: CutText, texts: EnglishTexts) -> list[str]:
    """The words with two capitals or a digit that the English texts hold: "CEDAW", "169"."""
    printed = [cut.printed(word) for word in cut.words]
    # Of an issue that is typed in capitals as a whole they tell no names.
    by_capitals = len(printed) <= MOST_IN_NAME or any(map(str.islower, printed))
    return [
        cut.printed(word)
        for word in cut.words
        if _is_name(cut.printed(word), by_capitals) and texts.frequency(word.stem)
    ]


def _is_name(printed: str, by_capitals: bool) -> bool:
    return (by_capitals and sum(map(str.isupper, printed)) > 1) or any(map(str.isdigit, printed))
