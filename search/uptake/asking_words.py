"""The words by which submissions ask, in the languages that the United Nations publish in and Portuguese: one table.

Each is the beginning of words, looked for without case. A heading or a sentence that ends in a colon announces asks
where it has one of `announcing`; a sentence is an ask by itself where it has one of `asking`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from models.reviews.states import StateTable, short_names_in


@dataclass(frozen=True, slots=True)
class AskingWords:
    """Those of one language, as parts of regular expressions."""

    announcing: tuple[str, ...]
    """In a heading, or before a colon: what follows are asks."""
    asking: tuple[str, ...]
    """In a sentence: it asks."""


_STATES = "<States>"
"""Stands for the names of States in the language, which are looked up where a submission is read."""
ASKING_WORDS: Mapping[str, AskingWords] = {
    "en": AskingWords(
        ("recommend", "call on", "calls on", "call upon", "calls upon", "our asks", "demands", "urge"),
        (
            r"(?:we|our organi[sz]ations?|the authors?|the coalition|the submitting organi[sz]ations?)\s+"
            r"(?:\w+\s+)?(?:recommend|urge|call|ask|request|propose|encourage)",
            "recommends that",
            "recommend that",
            r"calls? (?:up)?on the (?:government|state|authorities)",
            r"urges? the (?:government|state|authorities)",
            r"(?:the government|the state|the authorities|parliament|<States>)\s+(?:should|must|needs? to)",
        ),
    ),
    "fr": AskingWords(
        ("recommand", "nos demandes", "appelle", "appelons", "exhort"),
        (
            r"(?:nous|notre organisation|nos organisations|les auteurs|la coalition)\s+"
            r"(?:\w+\s+)?(?:recommand|demand|appel|exhort|propos|encourag|invit)",
            "recommande(?:nt)? (?:que|de|à|au)",
            r"(?:appelle|exhorte|prie|invite)(?:nt)? (?:le gouvernement|l['’]état|les autorités)",
            r"(?:gouvernement|état|autorités|parlement|<States>)\s+(?:devrai(?:t|ent)|doi(?:t|vent))",
        ),
    ),
    "es": AskingWords(
        ("recomend", "recomiend", "nuestras peticiones", "exhort", "instamos", "pedimos"),
        (
            r"(?:nosotros|nuestra organización|nuestras organizaciones|los autores|la coalición)\s+"
            r"(?:\w+\s+)?(?:recom|ped|pid|exhort|inst|solicit|propon|alent)",
            r"(?:recomendamos|pedimos|solicitamos|exhortamos|instamos|proponemos)\b",
            "recomiendan? (?:que|a|al)",
            r"(?:gobierno|estado|autoridades|parlamento|<States>)\s+(?:deber(?:ía|ían)|deben?)",
        ),
    ),
    "pt": AskingWords(
        ("recomenda", "os nossos pedidos", "exortamos", "instamos"),
        (r"(?:recomendamos|pedimos|solicitamos|exortamos|instamos|propomos)\b", "recomendam? (?:que|ao|a)"),
    ),
    "ar": AskingWords(
        ("توصيات", "التوصيات", "نوصي", "توصي", "مطالب", "ندعو", "نطالب"),
        ("نوصي", "توصي المنظم", "ندعو", "نطالب", "نحث"),
    ),
    "ru": AskingWords(
        ("рекоменд", "призываем", "предлагаем"),
        ("мы рекомендуем", "рекомендуем", "призываем", "рекомендует(?:ся)? "),
    ),
    "zh": AskingWords(("建议", "呼吁"), ("我们建议", "建议政府", "呼吁")),
}


@cache
def announcing() -> re.Pattern[str]:
    """What a heading, or what stands before a colon, announces asks by."""
    return _any_of(word for words in ASKING_WORDS.values() for word in words.announcing)


@cache
def asking() -> re.Pattern[str]:
    """What a sentence asks by."""
    return _any_of(
        word.replace(_STATES, _states_in(language)) if _STATES in word else word
        for language, words in ASKING_WORDS.items()
        for word in words.asking
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){word}" for word in words), re.IGNORECASE)


def _states_in(language: str) -> str:
    """The names of States in a language, as an alternative of regular expressions."""
    names = (
        {*short_names_in(language).values()} if language != "en" else {state.name for state in StateTable.built_in()}
    )
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
