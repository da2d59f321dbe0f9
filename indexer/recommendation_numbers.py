"""The numbers of recommendations that a text names: lists, ranges, parts, and bare numbers that inherit their section.

    "122.17-18, 122.34- 35"            122.17, 122.18, 122.34, 122.35
    "50.23, 25, 26"                    50.23, 50.25, 50.26
    "recommendations Nos. 3, 4 (b)"    3, 4(b)
    "27 (b), (c), 28 (a)"              27(b), 27(c), 28(a)
    "recommandations 1 à 3"            1, 2, 3

Numbers are read only where a text says that they are numbers of recommendations: after a word such as
"recommendations" or "paragraphs", at the start of a heading or table cell, or with an intro paragraph known to
number recommendations. A range that a person could not read ("122.34-12") is reported, never expanded.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

MAX_RANGE = 400
"""No list of recommendations is longer; a range that would be is a slip."""

_DASHES = "-\u2010-\u2015\u2212"
_RANGE_MARK = re.compile(
    rf"\s*\.?\s*(?:[{_DASHES}]+|\b(?:to|through|until|up to|à|au|al|a la|a|hasta(?: la| el)?)\b)\s*", re.I
)
_JOINT = re.compile(
    r"\s*(?:(?:[,;&.]|\b(?:and|or|et|ou|y|o|as well as|ainsi que|así como)\b)\s*)*"
    r"(?:\b(?:Nos?|n[oº°]s?|núms?)\b\.?\s*)?",
    re.I,
)
_DOTTED = re.compile(r"(\d{1,3})\.(\d{1,3})(?!\d)(?!\.\d+(?!\.?\d)|\.\d{4}|[%‰/]\d?|[A-Za-z]{2})")
_SPACED = re.compile(r"(\d{1,3})\s?\.\s?(\d{1,3})(?!\d)")
_BARE = re.compile(r"(\d{1,3})(?![\d%‰/]|[A-Za-z]{2}|\.\d)")
_COMMA_FOR_DOT = re.compile(r"(\d{1,3}),(\d{1,3})(?!\d)")
_LETTER = r"(?:[a-z]|[ivx]{2,4})"
_SUBS = re.compile(rf"\s?\(?({_LETTER})\)|\s?\(({_LETTER}(?:\s*(?:,|&|and|et|y|[{_DASHES}])\s*{_LETTER})+)\)")
_NESTED = re.compile(r"\s?\(([ivx]{1,4})\)")
_SUB_RANGE = re.compile(rf"\s*(?:[{_DASHES}]|\b(?:to|à|a)\b)\s*\(?([a-z])\)")
_NOTE = re.compile(
    r"\s*\((?![a-z]\)|[ivx]+\)|\d)([^()]{3,200})\)"
    r"|,\s*((?:the\s+)?(?:first|second|third|last|latter|former)\s+(?:part|sentence|half))\b",
    re.I,
)
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril"
    "|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    "|septiembre|octubre|noviembre|diciembre"
)
_A_QUANTITY = re.compile(
    r"\s*(?:%|per\s?cent\b|pour\s?cent\b|por\s?ciento\b|(?:million|billion|thousand|times|year|month|week|day|hour|hectare|km"
    r"|recommendation|recommandation|recomendacion|state|état|estado|countr|delegation|member|other|persons?|people"
    r"|of (?:which|them|these)|dont\b|de las cuales)"
    rf"|(?:de\s)?(?:{_MONTH})\b)",
    re.I,
)
_CUE = (
    r"(?P<cue>\b(?:recommendations?|recs?\b\.?|recommandations?|recomendaci[oó]n(?:es)?"
    r"|paragraph(?:e?s)?|paragraphe|paras?\b\.?|párrafos?))"
    r"(?:\s|[:(#«\"]|\b(?:Nos?|n[oº°]s?|núms?)\b\.?[oº°]?|\bn[º°]|\b(?:numbers?|numbered|numéros?|números?|following|suivantes?|siguientes?)\b"
    rf"|\b(?:from|de la|du|del|de)\s(?=\d[\d.]*\s*(?:[{_DASHES}]|to|à|au|al|a|through)\s))*"
)
_START = re.compile(rf"{_CUE}(?=\d)|(?P<colon>:)\s*(?=\d)|(?<![{_DASHES}\w./€$£])(?=\d{{1,3}}\.\d)", re.I)
_LIST_ANNOUNCED = re.compile(r"\b(?:recommend|recommand|recomend)\w*\b[^.;:]{0,200}$", re.I)
_OF_ANOTHER_BODY = re.compile(r"(?:\bgeneral|\bILO|\bUNESCO|\bECRI|\bFATF|\barticles? \d+,?)\s*$", re.I)
_OF_ANOTHER_TEXT = re.compile(
    r"\s*(?:above\s|below\s)?of (?:the )?(?:annex|article|constitution|convention|covenant|protocol|resolution"
    r"|general assembly|human rights council resolution|council resolution)",
    re.I,
)
_IN_PARAGRAPH = re.compile(
    r"\s*[,(]?\s*(?:(?:as\s)?(?:contained|listed|set out|mentioned|found|figurant|contenidas?|que figuran)\s+)?"
    r"(?:in|of|under|from|au|du|del|en el)\s+(?:the\s)?(?:paragraph|para\.|paragraphe|párrafo)\s*"
    r"(\d{1,3})(?![\d(]|\.\d|\s\()",
    re.I,
)
_OPENING = re.compile(rf"\s*(?:[A-Z]\s*[{_DASHES}]\s*)?(?:{_CUE})?\s*", re.I)


@dataclass(frozen=True, slots=True)
class NumberReference:
    """One number that a text names."""

    intro: str | None
    """The intro paragraph ("115"), None for a bare number."""
    item: str
    """Number in the list of the intro paragraph, or of a paragraph of the dialogue ("27" of "27 (b)")."""
    sub: str
    """Sub-paragraphs with their parentheses ("(a)", "(b)(ii)"), "" for none."""
    note: str
    """Words printed with the number ("first sentence", "Spain"), "" for none."""
    start: int
    """Where the number, or the range that holds it, begins in the text."""
    end: int
    cue: str = ""
    """The word that introduces the list: "recommendation" or "paragraph" in any language, "" for none."""

    @property
    def number(self) -> str:
        """As records write it: "115.12", "77.7(a)", "27(b)", "18"."""
        return f"{self.intro}.{self.item}{self.sub}" if self.intro else f"{self.item}{self.sub}"


@dataclass(frozen=True, slots=True)
class NamedNumbers:
    """The numbers of one text or list, in the order named, and what could not be read."""

    references: tuple[NumberReference, ...] = ()
    slips: tuple[str, ...] = ()
    """Ranges as printed that no person could expand with certainty."""
    end: int = 0
    """Where the last number ends."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as records write them."""
        return tuple(reference.number for reference in self.references)


def numbers_named(text: str, sections: Collection[str] = ()) -> NamedNumbers:
    """All numbers that running text names.

    `sections` are intro paragraphs known to number recommendations ("115"): dotted numbers under them count
    without a word before them.
    """
    known = set(sections)
    references: list[NumberReference] = []
    slips: list[str] = []
    position = 0
    while start := _START.search(text, position):
        cue = _kind_of_cue(start["cue"]) or _cue_of_colon(text, start)
        named = _read_list(text, start.end(), cue, strict=False)
        position = max(start.end() + (cue == ""), named.end)
        if not named.end or not (_cued(text, start, named) if cue else _known(named, known)):
            continue
        named, position = _with_section_named_after(text, named, position)
        named = _with_section_named_before(text, named, references)
        known.update(reference.intro for reference in named.references if reference.intro)
        references += named.references
        slips += named.slips
    return NamedNumbers(tuple(references), tuple(slips), references[-1].end if references else 0)


def leading_numbers(text: str, section: str | None = None) -> NamedNumbers | None:
    """The list of numbers that a heading, table cell or paragraph begins with, or None.

    `end` of the result is where the words after the list begin. Bare numbers belong to `section` where it is given.
    """
    opening = _OPENING.match(text)
    begin = opening.end() if opening else 0
    named = _read_list(text, begin, _kind_of_cue(opening["cue"] if opening else None), strict=True)
    if not named.end:
        return None
    if section:
        named = _under_section(named, section)
    return replace(named, end=named.end + len(_closing(text, named.end)))


def number_list(text: str, section: str | None = None) -> NamedNumbers | None:
    """The numbers of a text that is nothing but a list of numbers ("122.14– 15"), or None."""
    named = leading_numbers(text, section)
    return named if named is not None and not text[named.end :].strip() else None


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


def _kind_of_cue(word: str | None) -> str:
    if not word:
        return ""
    return "paragraph" if word.lower().startswith(("par", "pár")) else "recommendation"


def _cue_of_colon(text: str, start: re.Match[str]) -> str:
    """ "The following recommendations are accepted: 1, 3–7": the list after the colon is one of recommendations."""
    return "recommendation" if start["colon"] and _LIST_ANNOUNCED.search(text, 0, start.start()) else ""


def _cued(text: str, start: re.Match[str], named: NamedNumbers) -> bool:
    """Whether the word before the list speaks of a review, not of another body's recommendation or a treaty's text."""
    if start["colon"] and re.match(r"\s*[^\W\d_]", text[named.end :]) and len(named.references) == 1:
        return False
    return not _OF_ANOTHER_BODY.search(text, 0, start.start()) and not _OF_ANOTHER_TEXT.match(text, named.end)


def _known(named: NamedNumbers, sections: Collection[str]) -> bool:
    """Whether a dotted list without a word before it is one of recommendations."""
    return bool(named.references) and all(reference.intro in sections for reference in named.references)


def _with_section_named_after(text: str, named: NamedNumbers, position: int) -> tuple[NamedNumbers, int]:
    """ "recommendations 39 and 40 in paragraph 95": 95.39 and 95.40."""
    after = _IN_PARAGRAPH.match(text, named.end)
    if not after or any(reference.intro or reference.cue != "recommendation" for reference in named.references):
        return named, position
    return _under_section(named, after[1]), after.end()


def _with_section_named_before(text: str, named: NamedNumbers, before: list[NumberReference]) -> NamedNumbers:
    """ "paragraph 95, recommendations 39 and 40": 95.39 and 95.40; the paragraph itself is then no number."""
    if not before or not named.references or named.references[0].cue != "recommendation" or named.references[0].intro:
        return named
    last = before[-1]
    between = text[last.end : named.references[0].start]
    if (
        last.cue != "paragraph"
        or last.intro
        or last.sub
        or not re.fullmatch(r"[\s,:(]*[a-zé]+[\s:.]*(?:nos?\.?\s)?", between, re.I)
    ):
        return named
    before.pop()
    return _under_section(named, last.item)


def _under_section(named: NamedNumbers, section: str) -> NamedNumbers:
    references = tuple(
        reference if reference.intro else replace(reference, intro=section) for reference in named.references
    )
    return replace(named, references=references)


def _closing(text: str, end: int) -> str:
    closing = re.compile(rf"[{_DASHES}\s.:;,)]*").match(text, end)
    return closing[0] if closing else ""


def _read_list(text: str, position: int, cue: str, *, strict: bool) -> NamedNumbers:
    """The list that begins at `position`; `end` is 0 where there is none.

    `strict`: the text is known to be a list, so that "5. 6. 7." is three numbers.
    """
    references: list[NumberReference] = []
    slips: list[str] = []
    previous: NumberReference | None = None
    end = 0
    while first := _numbers_at(text, position, previous):
        named = _range_from(text, first)
        if named is None:
            last = _end_of_range(text, first)
            slips.append(text[first[0].start : last.end].strip())
            end, previous = last.end, first[-1]
        else:
            references += named
            end, previous = named[-1].end, named[-1]
        joint = _JOINT.match(text, end)
        position = joint.end() if joint else end
        if not _list_goes_on(text, end, position, previous, strict=strict):
            break
    named_with_cue = tuple(replace(reference, cue=cue) for reference in references)
    return NamedNumbers(named_with_cue, tuple(slips), end)


def _list_goes_on(text: str, end: int, position: int, previous: NumberReference, *, strict: bool) -> bool:
    """Spaces or a full stop alone part numbers only where the next one is of the same list beyond doubt."""
    if re.sub(r"[\s.]", "", text[end:position]):
        return True
    dotted = _DOTTED.match(text, position)
    if dotted:
        return previous.intro is not None or strict
    after_part = re.match(r"(\d{1,3})\s*[,;(]", text[position : position + 8]) if previous.sub else None
    if after_part and int(after_part[1]) > int(previous.item):
        return True  # "43 (g), (h) 56, 79 (a)": a comma forgotten after a sub-paragraph
    return strict or bool(_SUBS.match(text, position))


def _numbers_at(text: str, position: int, previous: NumberReference | None) -> list[NumberReference]:
    """The number at `position`, once for each of its sub-paragraphs; empty where there is none."""
    if previous and (subs := _subs_at(text, position, previous.sub))[0]:
        return _with_note(text, [replace(previous, sub=sub, start=position, end=subs[1]) for sub in subs[0]])
    head = _dotted_at(text, position, previous) or _bare_at(text, position, previous)
    if head is None:
        return []
    subs = _subs_at(text, head.end, "")
    return _with_note(text, [replace(head, sub=sub, end=subs[1]) for sub in subs[0]] or [head])


def _dotted_at(text: str, position: int, previous: NumberReference | None) -> NumberReference | None:
    match = _DOTTED.match(text, position)
    if match is None and previous and previous.intro:
        spaced = _SPACED.match(text, position)
        match = spaced if spaced and spaced[1] == previous.intro else None
        match = match or _comma_typed_for_dot(text, position, previous)
    if match is None or _A_QUANTITY.match(text, match.end()) or not int(match[2]):
        return None
    return NumberReference(str(int(match[1])), str(int(match[2])), "", "", position, match.end())


def _comma_typed_for_dot(text: str, position: int, previous: NumberReference) -> re.Match[str] | None:
    """ "122.16, 122,17" names 122.17; but after 122.121, "122,123" are the two next items."""
    match = _COMMA_FOR_DOT.match(text, position)
    if not match or match[1] != previous.intro or int(previous.item) == int(match[1]) - 1:
        return None
    return match


def _bare_at(text: str, position: int, previous: NumberReference | None) -> NumberReference | None:
    match = _BARE.match(text, position)
    if match is None or _A_QUANTITY.match(text, match.end()) or not int(match[1]):
        return None
    intro = previous.intro if previous else None
    return NumberReference(intro, str(int(match[1])), "", "", position, match.end())


def _subs_at(text: str, position: int, before: str) -> tuple[list[str], int]:
    """The sub-paragraphs at `position` ("(a)", "(b) (ii)", "(a, d)", "(a)-(c)") and where they end."""
    match = _SUBS.match(text, position)
    if match is None:
        return [], position
    if match[2]:
        return [f"({letter})" for letter in _letters(match[2])], match.end()
    if _is_roman_after(match[1], before):
        return [f"({before[1]})({match[1]})"], match.end()
    if nested := _NESTED.match(text, match.end()):
        return [f"({match[1]})({nested[1]})"], nested.end()
    if (last := _SUB_RANGE.match(text, match.end())) and match[1] < last[1]:
        return [f"({letter})" for letter in _alphabet(match[1], last[1])], last.end()
    return [f"({match[1]})"], match.end()


def _is_roman_after(letter: str, before: str) -> bool:
    """Whether "(ii)" or "(v)" counts under the letter before it, rather than being a letter of its own."""
    return bool(before) and (len(letter) > 1 or (")(" in before and letter in "ivx"))


def _letters(listed: str) -> Iterator[str]:
    parts = re.split(r"\s*(?:,|&|\band\b|\bet\b|\by\b)\s*", listed)
    for part in parts:
        ends = re.split(rf"\s*[{_DASHES}]\s*", part)
        yield from _alphabet(ends[0], ends[-1]) if len(ends) == 2 else [part]


def _alphabet(first: str, last: str) -> list[str]:
    return [chr(code) for code in range(ord(first[0]), ord(last[0]) + 1)]


def _with_note(text: str, references: list[NumberReference]) -> list[NumberReference]:
    end = references[-1].end
    match = _NOTE.match(text, end)
    if match is None:
        return references
    note = (match[1] or match[2]).strip()
    return [replace(reference, note=note, end=match.end()) for reference in references]


def _end_of_range(text: str, first: list[NumberReference]) -> NumberReference:
    """The last number of the range that begins with `first`, or the number itself where no range follows."""
    mark = _RANGE_MARK.match(text, first[-1].end)
    last = _numbers_at(text, mark.end(), replace(first[-1], sub="")) if mark else []
    return last[-1] if last else first[-1]


def _range_from(text: str, first: list[NumberReference]) -> list[NumberReference] | None:
    """`first`, or the numbers of the range it begins; None for a range that cannot be read."""
    last = _end_of_range(text, first)
    if last is first[-1]:
        return first
    begin = first[-1]
    length = int(last.item) - int(begin.item)
    if last.intro != begin.intro or begin.sub or last.sub or not 0 < length <= MAX_RANGE:
        return None
    items = [str(item) for item in range(int(begin.item), int(last.item) + 1)]
    return [replace(last, item=item, start=begin.start) for item in items]
