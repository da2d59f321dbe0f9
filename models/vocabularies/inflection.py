"""Which words of French, Spanish, Russian and Arabic may be forms of one word.

A word has keys, and may be found by any of them. Its *stem* is Snowball's (M. Porter, "Snowball", 2001): a noun shares
it with verbs, and with much that only sounds alike: "deporte" (sport) with "deportar". Its *form* is cut by number,
gender and case alone, as light stemmers do (J. Savoy, "Light stemming approaches for the French, Portuguese, German and
Hungarian languages", 2006): "deportes" with "deporte". A stem of fewer than four letters tells no word from others
("sido", been, and "sida", AIDS), and roots of Arabic have three ("مثلي", gay, and "مثل", such as): there only forms
count.
"""

import re
from collections.abc import Iterator

import Stemmer

FRENCH, SPANISH, RUSSIAN, ARABIC = "fr", "es", "ru", "ar"
INFLECTED = (FRENCH, SPANISH, RUSSIAN, ARABIC)
TELLING = 4
"""Letters of a stem that tells a word from others."""

_SNOWBALL = {FRENCH: "french", SPANISH: "spanish", RUSSIAN: "russian"}
_FRENCH_PLURAL = re.compile(r"(?<=\w{2}[aiou])s$")
"""One that Snowball takes for a part of the word: "détenus"."""
_THEY = re.compile(r"(?<=\w{5})ent$")
"""The French ending of what several do, which Snowball leaves: "dénoncent"."""
_SMALL = {FRENCH: (re.compile(r"(?<=\w{4})ettes?$"), "e"), SPANISH: (re.compile(r"(?<=\w{3})c?it(?=[ao]s?$)"), "")}
"""What says that something is small, and what stands for it: "fillettes" is "fille", "viejitos" is "viejos"."""
_FRENCH_GENDERS = (
    (re.compile("(?:trice|teur)$"), "teu"),
    (re.compile("(?:euse|eur)$"), "eu"),
    (re.compile("au$"), "al"),
    (re.compile("ière$"), "ier"),
    (re.compile("ive$"), "if"),
    (re.compile("elle$"), "el"),
    (re.compile("(?<=[eo]n)ne$"), ""),
    (re.compile(r"(?<=[éiu])e$|(?<=nt)e$"), ""),
)
_RUSSIAN_CASES = re.compile(
    r"(?<=\w{3})(?:ями|ами|ьми)$|(?<=\w{4})(?:ыми|ими|его|ого|ему|ому)$"
    r"|(?<=\w{3})(?:ах|ях|ам|ям|ом|ем|ой|ей|ов|ев|ою|ею)$"
    r"|(?<=\w{4})(?:ый|ий|ая|яя|ое|ее|ые|ым|им|ых|их|ую|юю)$|(?<=\w{3})[аяоеиыуюьй]$"
)
_ACUTE = str.maketrans("áéíóú", "aeiou")
_ALEF = str.maketrans("أإآٱى", "ااااي")
_AND = re.compile(r"^[وف](?=\w{3})")
_THE = re.compile(r"^(?:ال|[بك]ال|لل)(?=\w{2})")
_TO = re.compile(r"^[بل](?=\w{3})")
_PRONOUN = re.compile(r"(?<=\w{3})(?:هما|هم|هن|ها|نا|كم|كن|ه|ك|ي)$")
_INDEFINITE = re.compile(r"(?<=\w{3})(?:وا|ا)$|(?<=\w{4})[تن]$")
"""Endings of verbs, and of nouns without article and preposition."""
_NOMINATIVE = re.compile(r"(?<=\w{3})(?:تان|ون|ان)$")
"""Endings that no noun has after a preposition."""
_ARABIC_ENDING = re.compile(r"(?<=\w{3})(?:تين|ين)$|(?<=\w{4})ة$")
_PLURAL_OF_FEMININE = re.compile(r"(?<=\w{3})ات$")
_ARABIC_SINGULAR = re.compile(r"(?<=\w{4})(?:ين|ون|وا|ا)$|(?<=ي)ة$")


def keys_of_text(word: str, language: str) -> frozenset[str]:
    """What a word of a text, in small letters, may be found by."""
    if language == ARABIC:
        return frozenset(_arabic_readings(word.translate(_ALEF)))
    form = _FORMS[language]
    keys = {_by_stem(_stem(word, language)), form(word)}
    if language == FRENCH and _THEY.search(word):
        keys.add(_by_stem(_stem(_THEY.sub("er", word), language)))
    if language in _SMALL:
        # By its form alone: "violette" is small, but no "viol".
        ending, base = _SMALL[language]
        keys.add(form(ending.sub(base, word)))
    return frozenset(keys)


def keys_of_term(word: str, language: str, by_stem: bool) -> frozenset[str]:
    """What a word of a term is found by: its form, and where it is to be found `by_stem` and that tells, its stem."""
    if language == ARABIC:
        bare = _THE.sub("", word.translate(_ALEF))
        return frozenset({bare, _ARABIC_SINGULAR.sub("", bare)} if by_stem else {bare})
    form, stem = _FORMS[language](word), _stem(word, language)
    return frozenset({form, _by_stem(stem)} if by_stem and len(stem) >= TELLING else {form})


def _stem(word: str, language: str) -> str:
    one = _FRENCH_PLURAL.sub("", word) if language == FRENCH else word
    return str(Stemmer.Stemmer(_SNOWBALL[language], 0).stemWord(one))


def _by_stem(stem: str) -> str:
    """A key that is no form."""
    return f"{stem}*"


def _french_form(word: str) -> str:
    one = re.sub(r"(?<=\w{2})[sx]$", "", word)
    for ending, base in _FRENCH_GENDERS:
        if ending.search(one):
            return ending.sub(base, one)
    return one


def _spanish_form(word: str) -> str:
    return re.sub(r"(?<=\w{4})e$", "", word.translate(_ACUTE).removesuffix("s"))


def _russian_form(word: str) -> str:
    return _RUSSIAN_CASES.sub("", word)


_FORMS = {FRENCH: _french_form, SPANISH: _spanish_form, RUSSIAN: _russian_form}


def _arabic_readings(word: str) -> Iterator[str]:
    """A word without what is joined before and after it: and, to, the; his, their; two, several."""
    for head in {word, _AND.sub("", word)}:
        yield from _singulars(head)
        yield from _singulars(_INDEFINITE.sub("", head))
        yield from _singulars(_NOMINATIVE.sub("", head))
        yield from _without_owner(head)
        if article := _THE.match(head):
            named = head[article.end() :]
            yield from _singulars(named)
            yield from _singulars(_NOMINATIVE.sub("", named))
            if article.group() == "لل":
                yield from _singulars(head[1:])
        elif _TO.match(head):
            yield from _singulars(head[1:])
            yield from _without_owner(head[1:])


def _singulars(word: str) -> Iterator[str]:
    yield word
    yield _ARABIC_ENDING.sub("", word)
    yield _PLURAL_OF_FEMININE.sub("ة", word)
    # "المدرسه": the dots of the last letter are often left out.
    yield re.sub("ه$", "ة", word)


def _without_owner(word: str) -> Iterator[str]:
    if _PRONOUN.search(word):
        owned = _PRONOUN.sub("", word)
        yield owned
        # "زوجته", "حبسوهم": the last letter of a noun, of several who do it, is written otherwise before an owner.
        yield re.sub("ت$", "ة", owned)
        yield re.sub(r"(?<=\w{3})و$", "", owned)
