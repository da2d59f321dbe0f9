"""How an issue is read: in which language, and with which words the lexical retriever looks for it.

Abbreviations are written out ("FGM" is "female genital mutilation"): the encoder knows few of them, and texts have
either. The texts searched are English. An issue in another language is looked for by its meaning, by the English
rights terms that a glossary knows for its words, and by the names in it that are the same in English.

The name of the own State says nothing of what an issue in English is about. "What was said to Senegal on this?" is near
to whatever names Senegal, and as a sentence of its own it led the whole story: of the first three States to approach
for 14 stories (benches/hard_stories.tsv) 18 of 42 quoted what is on the issue with such a question at their end, 29
without the name in it. In other languages it does not lead: in French 30 with it and 24 without, in Spanish 26 and 24,
in Arabic 21 and 22.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from models.messages.message import LanguageName, Message
from models.reviews.states import StateTable, fold_name
from models.texts.sentences import sentences_of
from models.texts.words import ENGLISH, stem
from models.vocabularies.abbreviations import RELATED, USUAL, Naming, english_name, namings
from models.vocabularies.instruments import mentions_among
from models.vocabularies.rights_glossary import english_terms
from models.vocabularies.spelled_out import Replacement, abbreviations_alone, with_replacements
from search.numbers import WORDS
from search.query.detect_language import READ_LANGUAGES, language_name, language_of
from search.query.discriminative_terms import CutText
from search.query.shape import lexical_weight, share_of_name

MOST_IN_NAME = 3
"""Words of what may be a name alone: "CEDAW", "OP CAT"."""
MOST_IN_NAME_OF_STATE = 8
""""Bolivia (Plurinational State of)" has five."""
SHORT_NAME_OF_STATE = 3
"""Letters of one that counts in capitals alone: "US" is a State, "us" is not."""
MOST_SENTENCES = 20
"""Of an issue, that are read by themselves; what follows is read with the last of them."""
_WORD = re.compile(r"[^\W_]+")
_NOT_ENGLISH = Message(
    "Hardly any of these words occur in the documents indexed, which are in English. If the issue is written in "
    "another language, say in which; if it is English, try other words."
)


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

    def notes(self, texts: EnglishTexts) -> Iterator[Message]:
        """What the user should know of how it was read, besides its language; `texts` are those searched."""
        if self.is_translated:
            if self.terms:
                yield Message("These terms in English were looked for: %(terms)s.", terms=self.terms)
        elif self.language != ENGLISH:
            yield Message(
                "This seems to be written in %(language)s, which is not read yet: describe the issue in English, or in "
                "one of the languages to choose from.",
                language=LanguageName(self.language, language_name(self.language)),
            )
        elif self.share_unknown_to(texts) > WORDS.mostly_unknown:
            yield _NOT_ENGLISH
        if self.replaced:
            readings = tuple(
                Message("%(printed)s as “%(in_words)s”", printed=printed, in_words=in_words)
                for printed, in_words in self.replaced
            )
            yield Message("Read %(readings)s.", readings=readings)

    def share_unknown_to(self, texts: EnglishTexts) -> float:
        """Share of these stems that none of the texts searched holds."""
        unknown = sum(texts.frequency(stem) == 0 for stem in self.stems)
        return unknown / len(self.stems) if self.stems else 1.0

    @property
    def is_translated(self) -> bool:
        """Whether it is in another language that can be read."""
        return self.language != ENGLISH and self.language in READ_LANGUAGES


def read_told(
    text: str, texts: EnglishTexts, states: StateTable, code: str | None, written_in: str | None = None
) -> IssueReading:
    """Read an issue that was told of the State `code`: where it is English, without the name of that State.

    As all that is asked of an own State is read: its list, what was reported on it, what it was told, its submission.
    """
    language = written_in or language_of(text)
    told = text if code is None or language != ENGLISH else without_own_name(text, code, states)
    return read_issue(told, texts, language)


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


def without_own_name(text: str, code: str, states: StateTable) -> str:
    """The text with every name of a State taken out; as it is where nothing would be left."""
    names = states.names_of(code)
    words = list(_WORD.finditer(text))
    kept, after, number = [], 0, 0
    while number < len(words):
        length = _name_at(text, words[number : number + MOST_IN_NAME_OF_STATE], names)
        if length:
            kept.append(text[after : words[number].start()])
            after = words[number + length - 1].end()
        number += length or 1
    left = "".join((*kept, text[after:]))
    return left if any(map(str.isalnum, left)) else text


def _name_at(text: str, words: list[re.Match[str]], names: frozenset[str]) -> int:
    """How many of these words are a name that begins with the first; 0 where none does."""
    start = words[0].start()
    if text[start].islower() or not any(name.startswith(fold_name(words[0][0])) for name in names):
        return 0
    for length in range(len(words), 0, -1):
        printed = text[start : words[length - 1].end()]
        if fold_name(printed) in names and (len(printed) > SHORT_NAME_OF_STATE or printed.isupper()):
            return length
    return 0
