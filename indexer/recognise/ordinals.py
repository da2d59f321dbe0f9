"""Ordinal numbers as English, French and Spanish documents print them, in words and figures."""

import re

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ENGLISH = {word: number for number, word in enumerate((*_UNITS, *_TEENS, "eighteenth", "nineteenth"), 1)} | {
    (f"{ten}y-{unit}" if unit else f"{ten}ieth"): 10 * tens + units
    for tens, ten in enumerate(_TENS, 2)
    for units, unit in enumerate(("", *_UNITS))
}

_FRENCH_UNITS = "unième deuxième troisième quatrième cinquième sixième septième huitième neuvième".split()
_FRENCH_TEENS = (
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième".split()
)
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
_FRENCH = (
    {"premier": 1, "première": 1, "second": 2, "seconde": 2}
    | {word: number for number, word in enumerate((*_FRENCH_UNITS[1:], *_FRENCH_TEENS), 2)}
    | {f"{ten.removesuffix('e')}ième": tens for tens, ten in _FRENCH_TENS.items()}
    | {
        f"{ten}-et-unième" if unit == 1 else f"{ten}-{word}": tens + unit
        for tens, ten in _FRENCH_TENS.items()
        for unit, word in enumerate(_FRENCH_UNITS, 1)
    }
)

_SPANISH_UNITS = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno".split()
_SPANISH_TENS = {10: "décimo", 20: "vigésimo", 30: "trigésimo", 40: "cuadragésimo", 50: "quincuagésimo"}
_SPANISH = (
    {word: number for number, word in enumerate(_SPANISH_UNITS, 1)}
    | {ten: tens for tens, ten in _SPANISH_TENS.items()}
    | {
        f"{ten}-{word}": tens + unit
        for tens, ten in _SPANISH_TENS.items()
        for unit, word in enumerate(_SPANISH_UNITS, 1)
    }
    # In one word an accent and an "o" go ("decimosexto", "vigesimoctavo").
    | {
        (ten.replace("é", "e") + word).replace("oo", "o"): tens + unit
        for tens, ten in _SPANISH_TENS.items()
        for unit, word in enumerate(_SPANISH_UNITS, 1)
    }
    | {"undécimo": 11, "duodécimo": 12}
)
_WORDS = _ENGLISH | _FRENCH | _SPANISH
_SHORTENED = {"primer": "primero", "tercer": "tercero"}
"""Before a noun Spanish drops the ending ("primer período", "vigésimo tercer período")."""
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th|re|ère|er|e|ème|\.?[º°ª])")


def ordinal_number(word: str) -> int | None:
    """The number that an ordinal says: "eighteenth", "Twenty-first", "18th", "vingt et unième", "34e", "20º"."""
    if figures := _FIGURES.fullmatch(word.lower()):
        return int(figures[1])
    printed = re.sub(r"[\s-]+", "-", word.lower())
    for shortened, whole in _SHORTENED.items():
        printed = f"{printed.removesuffix(shortened)}{whole}" if printed.endswith(shortened) else printed
    return _WORDS.get(printed)
