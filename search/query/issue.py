"""How an issue is read: in which language, and with which words the lexical retriever looks for it.

Abbreviations are written out ("FGM" is "female genital mutilation"): the encoder knows few of them, and texts have
either. The texts searched are English. An issue in another language is looked for by its meaning, by the English
rights terms that a glossary knows for its words, and by the names in it that are the same in English.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.vocabularies.abbreviations import RELATED, USUAL, Naming, english_name, namings
from models.vocabularies.instruments import mentions_of_instruments
from models.vocabularies.rights_glossary import english_terms
from models.words import ENGLISH, stem, words_of
from search.query.discriminative_terms import content_words
from search.query.language import READ_LANGUAGES, language_of
from search.query.shape import lexical_weight
from search.ranking_numbers import RARE_SHARE, SENTENCE_WEIGHT


class EnglishTexts(Protocol):
    """The texts searched; a LexicalIndex is one."""

    @property
    def text_count(self) -> int:
        """How many there are."""
        ...

    def frequency(self, stem: str) -> int:
        """How many hold a word."""
        ...


@dataclass(frozen=True, slots=True)
class IssueReading:
    """An issue as both retrievers take it."""

    text: str
    """As the user wrote it."""
    language: str
    """ISO 639-1 code."""
    terms: str
    """English rights terms for it, for one in another language that the glossary knows some for."""
    words: str
    """What the lexical retriever looks for: an English issue itself, a heading in small letters; of another the terms
    and names, which may be none."""
    written_out: str
    """What the encoder reads: the text with abbreviations written out."""
    replaced: tuple[tuple[str, str], ...] = ()
    """The abbreviations that were written out, each with what stands for it now."""
    other_stems: tuple[str, ...] = ()
    """Stems of the abbreviations under which texts name what it names."""

    @property
    def word_weight(self) -> float:
        """The weight of the lexical retriever beside a weight of 1 for the semantic one."""
        # Terms of a glossary are not the user's own words: none of them is a name that texts must hold.
        return SENTENCE_WEIGHT if self.words == self.terms else lexical_weight(self.words)

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language that can be read."""
        return self.language != ENGLISH and self.language in READ_LANGUAGES


def read_issue(text: str, texts: EnglishTexts, written_in: str | None = None) -> IssueReading:
    """Read an issue in the language it is said to be `written_in`, or else in the one it seems to be in."""
    language = written_in or language_of(text)
    named = namings(text, language)
    written_out, replaced = _written_out(text, named, language)
    if language == ENGLISH:
        of_body = any(naming.term.expansions[0][0].isupper() for naming in named)
        words = written_out.lower() if not of_body and _is_heading(text, texts) else written_out
        return IssueReading(text, language, "", words, written_out, replaced, _stems_of_abbreviations(named, texts))
    in_english = dict.fromkeys(english_name(naming.term) for naming in named if naming.abbreviated)
    terms = ", ".join(filter(None, [*in_english, english_terms(text, language)]))
    words = ", ".join([*_names(text, texts), *filter(None, [terms])]) if language in READ_LANGUAGES else text
    return IssueReading(text, language, terms, words, written_out, replaced)


def _written_out(text: str, named: Sequence[Naming], language: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A text in which each term has the name by which it is understood best, and what was replaced by what."""
    in_full = {naming.term for naming in named if not naming.abbreviated}
    parts, replaced, last = [], {}, 0
    for naming in named:
        printed = text[naming.start : naming.end]
        in_words = english_name(naming.term) if language == ENGLISH else naming.term.in_words
        if _needs_words(naming, naming.term in in_full, language):
            replaced[printed] = in_words
            in_words = f"{printed} ({in_words})" if naming.term.kind == RELATED else in_words
            parts += [text[last : naming.start], in_words]
            last = naming.end
    return "".join([*parts, text[last:]]), tuple(replaced.items())


def _needs_words(naming: Naming, is_in_full: bool, language: str) -> bool:
    """Whether a name is written out; `is_in_full`: the text says elsewhere what the abbreviation stands for."""
    if naming.term.kind == USUAL and naming.term.language == language:
        return not naming.abbreviated
    return naming.abbreviated and not is_in_full


def _stems_of_abbreviations(named: Sequence[Naming], texts: EnglishTexts) -> tuple[str, ...]:
    """The stems of the abbreviations of the terms named, as far as texts hold them."""
    stems = (stem(form) for naming in named if naming.term.kind != USUAL for form in naming.term.printed_forms)
    return tuple(dict.fromkeys(each for each in stems if texts.frequency(each)))


def _is_heading(text: str, texts: EnglishTexts) -> bool:
    """Whether capitals say nothing of names: "Child Marriage" is a topic, but "Kampala Convention" has a rare word."""
    words = content_words(text)
    printed = [text[word.start : word.end] for word in words]
    if len(words) < 2 or not all(each[0].isupper() and each[1:].islower() for each in printed):
        return False
    is_rare = min(texts.frequency(word.stem) for word in words) <= RARE_SHARE * texts.text_count
    return not is_rare and not mentions_of_instruments(text)


def _names(text: str, texts: EnglishTexts) -> list[str]:
    """The words with two capitals or a digit that the English texts hold: "CEDAW", "169"."""
    printed = [(text[word.start : word.end], word.stem) for word in words_of(text)]
    return [
        name
        for name, stem in printed
        if (sum(map(str.isupper, name)) > 1 or any(map(str.isdigit, name))) and texts.frequency(stem)
    ]
