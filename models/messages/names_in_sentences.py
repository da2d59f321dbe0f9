"""Names of States as sentences need them: "the Philippines", "à la Slovénie", "au Chili", "del Brasil".

A message or its translation asks for a form of a value behind a colon, `%(state:to)s`:

    the                 with its article: the Gambia, la Gambie, el Brasil
    to                  who is told or asked: à la Gambie, au Chili, aux Fidji; al Brasil; لغامبيا
    of                  whose it is: de la Gambie, du Chili, d’Oman; del Brasil
    The, To, Of         the same at the beginning of a sentence
    أوصت|أوصى           in Arabic one of two words, where the State is feminine or masculine
    a|ont               in French and Spanish one of two, where it is one or several ("les Philippines ont")

Messages in English need not ask: `in_english` sees by what stands around a value whether it takes the article.

names_in_sentences.csv has the articles, and names that lists turn round ("Iran (Islamic Republic of)"), from the UN's
terminology database UNTERM; a State that it lacks takes no article, but for an English name that a noun makes ("the
Czech Republic"). Arabic rows name the masculine States.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from models.files.package_tables import table_rows

_WITH_ARTICLE = {
    ("fr", "to"): {"le ": "au ", "les ": "aux ", "": "à "},
    ("fr", "of"): {"le ": "du ", "les ": "des ", "": "de "},
    ("es", "to"): {"el ": "al ", "": "a "},
    ("es", "of"): {"el ": "del ", "": "de "},
}
"""What a preposition and an article are together; "" stands for any other beginning of the name."""
_ARABIC_ARTICLE = "ال"
_PLURAL_ARTICLES = ("les", "los", "las")
_VOWEL = re.compile(r"[AEIOUYÉÈÎÂÔ]|Haï")
"""Before which French "de" is "d’": names without an article ("Oman", "Haïti")."""
_NAMED_BY_A_NOUN = re.compile(r"\b(?:Republic|Kingdom|Federation|States?|Union|Jamahiriya)\b")
"""What makes an English name take its article: "the Czech Republic", yet "Czechia"; of old and printed names, too."""
_PRINTED_ARTICLE = re.compile(r"^the | \(the\)$", re.I)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
"""What a name begins with to which an Arabic prefix is not joined: «لـ Tavurin»."""
_TAKES_ARTICLE = re.compile(r"%\((\w+)\)s")
_ENDS_IN_WORD = re.compile(r"[A-Za-z\d] $|[A-Za-z)], $|\)s $")
"""What stands before a name within a sentence: "to …", "In 2010, …", "In %(year)s …"."""
_BEGINS_IN_WORD = re.compile(r" [a-z]")
_SENTENCE_END = re.compile(r"[.!?] $")


class StateInSentence(str):
    """The name of a State as lists have it, which knows its forms in sentences."""

    __slots__ = ("code", "language")
    code: str
    language: str

    def __new__(cls, code: str, language: str, name: str) -> "StateInSentence":
        """The name that a language (ISO 639-1) has for a State."""
        made = str.__new__(cls, name)
        made.code, made.language = code, language
        return made

    def form(self, form: str) -> str:
        """The name in a form of this module's head, or as it is for "".

        Raises:
            KeyError: there is no such form.
        """
        if not form:
            return self
        if form in ("The", "To", "Of"):
            begun = self.form(form.lower())
            return begun[0].upper() + begun[1:]
        row = _row(self.code, self.language)
        if "|" in form:
            usual, other = form.split("|")
            return other if row.get("gender") == "m" or row.get("article") in _PLURAL_ARTICLES else usual
        article, name = row.get("article", ""), row.get("name") or str(self)
        if self.language == "en":
            name = _PRINTED_ARTICLE.sub("", name)
            article = article or ("the" if _NAMED_BY_A_NOUN.search(name) or name != str(self) else "")
        with_article = f"{article}{'' if article.endswith('’') or not article else ' '}{name}"
        if form not in ("the", "to", "of"):
            raise KeyError(form)
        return with_article if form == "the" else _after_preposition(form, self.language, with_article)


def _after_preposition(form: str, language: str, name: str) -> str:
    if language == "ar":
        if form == "of" or name.startswith(_ARABIC_ARTICLE):
            return name if form == "of" else f"ل{name[1:]}"
        return f"{'لـ ' if _LATIN.match(name) else 'ل'}{name}"
    if (language, form) == ("fr", "of") and _VOWEL.match(name):
        return f"d’{name}"
    together = _WITH_ARTICLE.get((language, form), {"": f"{form} "})
    article = next((article for article in together if article and name.startswith(article)), "")
    return together[article] + name.removeprefix(article)


class InForms:
    """Values of a message as `%` takes them, each in the form that its place asks for."""

    def __init__(self, values: Mapping[str, Any], written: Callable[[Any, str], Any]) -> None:
        """Take the values, and what writes one in a form ("" for none)."""
        self._values, self._written = values, written

    def __getitem__(self, place: str) -> Any:
        """The value of a place ("state", "state:to")."""
        name, _, form = place.partition(":")
        return self._written(self._values[name], form)


@cache
def in_english(message: str) -> str:
    """An English message that asks for the article of each value that stands within a sentence.

    Not of one that stands alone or in a list ("%(state)s, UPR 2019", "Dates: %(state)s").
    """

    def with_form(place: re.Match[str]) -> str:
        before, after = message[: place.start()], message[place.end() :]
        if not before or _SENTENCE_END.search(before):
            return f"%({place[1]}:The)s" if _BEGINS_IN_WORD.match(after) else place[0]
        within = (_ENDS_IN_WORD.search(before) and not before.endswith((", ", ")s "))) or _BEGINS_IN_WORD.match(after)
        return f"%({place[1]}:the)s" if within else place[0]

    return _TAKES_ARTICLE.sub(with_form, message)


def _row(code: str, language: str) -> Mapping[str, str]:
    return _rows().get((code, language), {})


@cache
def _rows() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(row["code"], row["language"]): row for row in table_rows("models.messages", "names_in_sentences.csv")}
