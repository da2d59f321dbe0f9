"""Which paragraphs of a review's lists a number names."""

from collections.abc import Iterable


def resolve_number(number: str, paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The paragraphs of a review's lists that `number` names; empty where none or more than one fits.

    "115.12" names itself; "18" names the one paragraph whose item is 18 in any list ("115.18"); a number whose
    paragraph was split into sub-paragraphs names them all ("77.7": "77.7(a)", "77.7(b)").
    """
    known = list(dict.fromkeys(paragraphs))
    fitting = [paragraph for paragraph in known if paragraph == number or _without_intro(paragraph) == number]
    if fitting:
        return tuple(fitting) if len(fitting) == 1 else ()
    wholes = {paragraph: paragraph.split("(")[0] for paragraph in known if "(" in paragraph}
    split = [paragraph for paragraph, whole in wholes.items() if number in (whole, _without_intro(whole))]
    return tuple(split) if len({wholes[paragraph] for paragraph in split}) == 1 else ()


def _without_intro(paragraph: str) -> str:
    return paragraph.split(".", 1)[-1]
