"""The grammar of a list of numbers of recommendations: ranges, sub-paragraphs, notes, bare numbers that inherit.

Where in a document such lists stand is told by indexer/text/recommendation_numbers.py, in a comment by
references_to_answers.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.languages.read_languages import any_language, word_of_any_language

MAX_RANGE = 400
"""No list of recommendations is longer; a range that would be is a slip."""

DASHES = "-\u2010-\u2015\u2212"
UNTIL = rf"(?:[{DASHES}]+|\b{any_language(lambda words: words.numbers.until)}\b)"
"""Between the ends of a range."""
BETWEEN = rf"\b{any_language(lambda words: words.numbers.between)}\b"
"""Words between two numbers of a list."""
NUMBER_MARK = rf"\b{any_language(lambda words: words.numbers.mark)}"
_RANGE_MARK = re.compile(rf"\s*+(?:\.\s*+)?{UNTIL}\s*", re.I)
_JOINT = re.compile(rf"\s*(?:(?:[,;&.]|{BETWEEN})\s*)*(?:{NUMBER_MARK}\s*)?", re.I)
_DOTTED = re.compile(r"(\d{1,3})\.(\d{1,3})(?!\d)(?!\.\d+(?!\.?\d)|\.\d{4}|[%‰/]\d?|[A-Za-z]{2})")
_SPACED = re.compile(r"(\d{1,3})\s?\.\s?(\d{1,3})(?!\d)")
_BARE = re.compile(r"(\d{1,3})(?![\d%‰/]|[A-Za-z]{2}|\.\d)")
_COMMA_FOR_DOT = re.compile(r"(\d{1,3}),(\d{1,3})(?!\d)")
_LETTER = r"(?:[a-z]|[ivx]{2,4})"
_AND = word_of_any_language(lambda words: words.layout.last_joining)
_TO = word_of_any_language(lambda words: words.layout.to)
_BETWEEN_LETTERS = re.compile(rf"(?<!\s)\s*+(?:,|&|{_AND})\s*")
_SUBS = re.compile(
    rf"\s?\(?({_LETTER})\)|\s?\(({_LETTER}(?:(?:{_BETWEEN_LETTERS.pattern}|\s*[{DASHES}]\s*){_LETTER})+)\)"
)
_NESTED = re.compile(r"\s?\(([ivx]{1,4})\)")
_SUB_RANGE = re.compile(rf"\s*(?:[{DASHES}]|{_TO})\s*\(?([a-z])\)")
_NOTE = re.compile(
    rf"\s*\((?![a-z]\)|[ivx]+\)|\d|A/HRC/|{any_language(lambda words: words.numbers.paragraph)})([^()]{{3,200}})\)"
    rf"|,\s*({any_language(lambda words: words.numbers.note)})\b",
    re.I,
)
_MONTH = word_of_any_language(lambda words: words.cover.months)
_IN_DATES = any_language(lambda words: words.cover.in_dates)
_QUANTITY = any_language(lambda words: words.numbers.quantities)
_A_QUANTITY = re.compile(rf"\s*(?:%|km|{_QUANTITY}|(?:{_IN_DATES}\s)?{_MONTH})", re.I)


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
    in_range: bool = False
    """Whether the text names it as part of a range ("16-18"), not by itself."""

    @property
    def number(self) -> str:
        """A number in the form that records have: "115.12", "77.7(a)", "27(b)", "18"."""
        return f"{self.intro}.{self.item}{self.sub}" if self.intro else f"{self.item}{self.sub}"


@dataclass(frozen=True, slots=True)
class NamedNumbers:
    """The numbers of one text or list, in the order named, and what could not be read."""

    references: tuple[NumberReference, ...] = ()
    malformed: tuple[str, ...] = ()
    """Ranges as printed that no person could expand with certainty."""
    end: int = 0
    """Where the last number ends."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as records write them."""
        return tuple(reference.number for reference in self.references)


def read_list(text: str, position: int, cue: str, *, strict: bool) -> NamedNumbers:
    """The list that begins at `position`; `end` is 0 where there is none.

    `strict`: the text is known to be a list, so that "5. 6. 7." is three numbers.
    """
    references: list[NumberReference] = []
    malformed: list[str] = []
    previous: NumberReference | None = None
    end = 0
    while first := _numbers_at(text, position, previous):
        named = _range_from(text, first)
        if named is None:
            last = _end_of_range(text, first)
            malformed.append(text[first[0].start : last.end].strip())
            end, previous = last.end, first[-1]
        else:
            references += named
            end, previous = named[-1].end, named[-1]
        joint = _JOINT.match(text, end)
        position = joint.end() if joint else end
        if not _list_goes_on(text, end, position, previous, strict=strict):
            break
    named_with_cue = tuple(replace(reference, cue=cue) for reference in references)
    return NamedNumbers(named_with_cue, tuple(malformed), end)


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
    for part in _BETWEEN_LETTERS.split(listed):
        ends = [end.strip() for end in re.split(f"[{DASHES}]", part)]
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
    return [replace(last, item=item, start=begin.start, in_range=True) for item in items]
