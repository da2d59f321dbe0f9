"""Numbers of sessions as languages count them: "20e session", "20º período de sesiones", "الدورة العشرون".

A translation asks for it behind a colon: `%(session:ordinal)s`, or `%(session:ordinal_of)s` where an Arabic one stands
behind a preposition or a noun ("الدورة العشرين"). Babel has no ordinals, and num2words none of these forms.
"""

ORDINALS = ("ordinal", "ordinal_of")
_ARABIC_UNITS = "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة".split()
_ARABIC_TENS = {
    20: "العشرون",
    30: "الثلاثون",
    40: "الأربعون",
    50: "الخمسون",
    60: "الستون",
    70: "السبعون",
    80: "الثمانون",
    90: "التسعون",
}
_NOMINATIVE, _GENITIVE = "ون", "ين"
_ARABIC_FIRST_OF_COMPOUND = "الحادية"
_ARABIC_TENTH, _ARABIC_TEEN = "العاشرة", "عشرة"


def ordinal(number: int, language: str, form: str = "ordinal") -> str:
    """The number as one of a row in one of `ORDINALS`: feminine in French and Arabic, masculine in Spanish.

    As it is where a language (ISO 639-1) is not known here.
    """
    if language == "ar":
        words = _in_arabic(number)
        return words.replace(_NOMINATIVE, _GENITIVE) if form == "ordinal_of" else words
    write = {"fr": _in_french, "es": _in_spanish}.get(language, str)
    return write(number)


def _in_french(number: int) -> str:
    return "1re" if number == 1 else f"{number}e"


def _in_spanish(number: int) -> str:
    shortened = number % 10 in (1, 3) and number % 100 not in (11, 13)
    return f"{number}{'er' if shortened else 'º'}"


def _in_arabic(number: int) -> str:
    """In words, as the Council's documents have it; beyond 99 the number."""
    tens, unit = number - number % 10, number % 10
    if not 0 < number < 100:
        return str(number)
    if number == 10:
        return _ARABIC_TENTH
    if not tens:
        return _ARABIC_UNITS[unit - 1]
    if not unit:
        return _ARABIC_TENS[tens]
    first = _ARABIC_FIRST_OF_COMPOUND if unit == 1 else _ARABIC_UNITS[unit - 1]
    return f"{first} {_ARABIC_TEEN}" if tens == 10 else f"{first} و{_ARABIC_TENS[tens]}"
