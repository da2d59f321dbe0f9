"""Where a text names numbers of recommendations.

    "122.17-18, 122.34- 35"            122.17, 122.18, 122.34, 122.35
    "50.23, 25, 26"                    50.23, 50.25, 50.26
    "recommendations Nos. 3, 4 (b)"    3, 4(b)
    "27 (b), (c), 28 (a)"              27(b), 27(c), 28(a)
    "recommandations 1 à 3"            1, 2, 3

Numbers are read only where a text says that they are numbers of recommendations: after a word such as
"recommendations" or "paragraphs", at the start of a heading or table cell, with an intro paragraph known to number
recommendations, or, in an answer, dotted where a position is taken on them and on nothing else ("we support 100.1 and
100.3"). A range that a person could not read ("122.34-12") is reported, never expanded.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from models.languages.read_languages import any_language
from models.numbers.number_lists import (
    DASHES,
    NUMBER_MARK,
    UNTIL,
    NamedNumbers,
    NumberReference,
    read_list,
)
from models.texts.sentences import BULLETS

_RECOMMENDATION = any_language(lambda words: words.numbers.recommendation)
_PARAGRAPH = any_language(lambda words: words.numbers.paragraph)
_BEFORE_LIST = any_language(lambda words: words.numbers.before_list)
_SINCE = any_language(lambda words: words.numbers.since)
# "recommendations (#", "recommendation No.", "recommandations de 1 à 3"
_CUE = (
    rf"\b(?:(?P<recommendation>{_RECOMMENDATION})|(?P<paragraph>{_PARAGRAPH}))"
    rf"(?:\s|[:(#«\"]|{NUMBER_MARK}|\b{_BEFORE_LIST}\b|\b{_SINCE}\s(?=\d[\d.]*\s*{UNTIL}\s))*+"
)
_START = re.compile(
    rf"{_CUE}(?=\d)|(?P<colon>:)\s*(?=\d)|(?P<bracket>\()(?=\d)|(?<![{DASHES}\w./€$£])(?=\d{{1,3}}\.\d)", re.I
)
_REACH = 250
"""How many characters before a list are looked at."""
_LIST_ANNOUNCED = re.compile(
    rf"\b{any_language(lambda words: words.answers.recommend)}\w*\b[^.;:]{{0,200}}$"
    rf"|\b{any_language(lambda words: words.numbers.answered)}\s*$",
    re.I,
)
_ON_A_SUBJECT = re.compile(
    rf"\b{any_language(lambda words: words.positions.grammar.several)}\s[^.;:()\d]{{1,120}}$", re.I
)
"""Before a list in brackets: "the recommendations on a national commission (16–19)"."""
_OF_ANOTHER_BODY = re.compile(rf"{any_language(lambda words: words.numbers.other_before)}\s*$", re.I)
_OF_ANOTHER_TEXT = re.compile(rf"\s*{any_language(lambda words: words.numbers.other_behind)}", re.I)
_WITHIN = any_language(lambda words: words.numbers.within)
_NAMED_PARAGRAPH = any_language(lambda words: words.numbers.named_paragraph)
_POSITION_BEFORE = re.compile(rf"\b{any_language(lambda words: words.numbers.takes_position)}\s*$", re.I)
_POSITION_BEHIND = re.compile(rf"\s+{any_language(lambda words: words.numbers.position_taken)}\b", re.I)
_LIST_ENDS = re.compile(rf"\s*(?:$|[.,;:)]|(?:{any_language(lambda words: words.numbers.behind_list)})\s+(?!\d))", re.I)
"""Behind numbers that are nothing else: "3.5 per cent" and "12.4 million" go on."""
_OPENS_CLAUSE = any_language(lambda words: words.numbers.opens_clause)
_CLAUSE_BEGINS = re.compile(rf"(?:(?:^|[.,;:(]|\b{_OPENS_CLAUSE}\b)\s*+|\n[^\S\n]*+)$", re.I)
_IN_PARAGRAPH = re.compile(
    r"\)?\s*+(?:[,(]\s*+)?"
    rf"(?:A/HRC/[\d/]+,\s+|(?:{any_language(lambda words: words.numbers.contained)}\s+)?{_WITHIN}\s+)"
    rf"{_NAMED_PARAGRAPH}\s*(\d{{1,3}})(?![\d(]|\.\d|\s\()",
    re.I,
)
_SECTION_OF_NUMBERS = re.compile(
    rf"\b{any_language(lambda words: words.numbers.numbering)}\b[^.;]{{0,80}}"
    rf"\b{_NAMED_PARAGRAPH}\s+(\d{{1,3}})(?![\d.(])"
    rf"|\b{any_language(lambda words: words.positions.grammar.several)}\s+(?:\w+\s+){{0,4}}{_WITHIN}\s+"
    rf"{_NAMED_PARAGRAPH}\s+(\d{{1,3}})(?![\d.(]|\s\()",
    re.I,
)
_BEFORE_FURTHER_LIST = re.compile(rf"[\s,:(]*[^\W\d_]+[\s:.]*(?:{NUMBER_MARK}\s)?", re.I)
_OPENING = re.compile(
    rf"\s*+(?:[A-Z]?\s*[{DASHES}{BULLETS}*]\s*+|\([a-z]\)\s++)?"
    rf"(?:{_CUE}|(?:{NUMBER_MARK}|R\.?|[#(\[])\s*(?=\d{{1,3}}\.\d))?\s*",
    re.I,
)
"""A bullet, the word, or what else may stand before a dotted number ("No. 61.2", "R.61.2", "(61.2)")."""


def numbers_named(text: str, sections: Collection[str] = (), *, answered: bool = False) -> NamedNumbers:
    """All numbers that running text names.

    Args:
        text: what is read.
        sections: intro paragraphs known to number recommendations ("115"): dotted numbers under them count without a
            word before them.
        answered: whether the text answers recommendations, so that dotted numbers on which a position is taken count.
    """
    known = set(sections)
    references: list[NumberReference] = []
    malformed: list[str] = []
    position = 0
    while start := _START.search(text, position):
        cue = _cue_of(start) or _cue_of_list(text, start)
        named = read_list(text, start.end(), cue, strict=False)
        position = max(start.end() + (cue == ""), named.end)
        is_known = _known(named, known) or (answered and _is_answered(text, start, named))
        if not named.end or not (_cued(text, start, named) if cue else is_known):
            continue
        named, position = _with_section_named_after(text, named, position)
        named = _with_section_named_before(text, named, references)
        known.update(reference.intro for reference in named.references if reference.intro)
        references += named.references
        malformed += named.malformed
    return NamedNumbers(tuple(references), tuple(malformed), references[-1].end if references else 0)


def leading_numbers(text: str, section: str | None = None) -> NamedNumbers | None:
    """The list of numbers that a heading, table cell or paragraph begins with, or None.

    `end` of the result is where the words after the list begin. Bare numbers belong to `section` where it is given.
    """
    opening = _OPENING.match(text)
    begin = opening.end() if opening else 0
    named = read_list(text, begin, _cue_of(opening) if opening else "", strict=True)
    if not named.end:
        return None
    if section:
        named = _under_section(named, section)
    return replace(named, end=named.end + len(_closing(text, named.end)))


def number_list(text: str) -> NamedNumbers | None:
    """The numbers of a text that is nothing but a list of numbers ("122.14– 15"), or None."""
    named = leading_numbers(text)
    return named if named is not None and not text[named.end :].strip() else None


def section_named(text: str) -> str | None:
    """The intro paragraph whose list the bare numbers below a text count in, where the text says so.

    "The recommendations contained in paragraph 19 of the report", "the numbers follow the list in paragraph 115".
    """
    match = _SECTION_OF_NUMBERS.search(text)
    return (match[1] or match[2]) if match else None


def _cue_of(match: re.Match[str]) -> str:
    return "recommendation" if match["recommendation"] else "paragraph" if match["paragraph"] else ""


def _cue_of_list(text: str, start: re.Match[str]) -> str:
    """ "The following recommendations are accepted: 1, 3–7", "recommendations on schools (16–19)": the list after the
    colon or in brackets is one of recommendations."""
    announced = _LIST_ANNOUNCED if start["colon"] else _ON_A_SUBJECT if start["bracket"] else None
    is_list = announced and announced.search(text, max(0, start.start() - _REACH), start.start())
    return "recommendation" if is_list else ""


def _cued(text: str, start: re.Match[str], named: NamedNumbers) -> bool:
    """Whether the word before the list speaks of a review, not of another body's recommendation or a treaty's text."""
    is_counted = len(named.references) == 1 and not named.references[0].intro
    if start["colon"] and is_counted and re.match(r"\s*[^\W\d_]", text[named.end :]):
        return False  # "accepted: 12 schools"
    if start["bracket"] and not (text.startswith(")", named.end) and len(named.references) > 1):
        return False  # "most of the recommendations received (134)"
    return not _OF_ANOTHER_BODY.search(
        text, max(0, start.start() - _REACH), start.start()
    ) and not _OF_ANOTHER_TEXT.match(text, named.end)


def _known(named: NamedNumbers, sections: Collection[str]) -> bool:
    """Whether a dotted list without a word before it is one of recommendations."""
    return bool(named.references) and all(reference.intro in sections for reference in named.references)


def _is_answered(text: str, start: re.Match[str], named: NamedNumbers) -> bool:
    """Whether a position is taken on a dotted list ("we support 100.1", "100.4 is noted"), as letters to the Council
    do that never say "recommendation"."""
    before = text[max(0, start.start() - _REACH) : start.start()]
    if not named.references or not all(reference.intro for reference in named.references):
        return False
    if _POSITION_BEHIND.match(text, named.end):
        return _CLAUSE_BEGINS.search(before) is not None
    return _POSITION_BEFORE.search(before) is not None and _LIST_ENDS.match(text, named.end) is not None


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
    if last.cue != "paragraph" or last.intro or last.sub or not _BEFORE_FURTHER_LIST.fullmatch(between):
        return named
    before.pop()
    return _under_section(named, last.item)


def _under_section(named: NamedNumbers, section: str) -> NamedNumbers:
    references = tuple(
        reference if reference.intro else replace(reference, intro=section) for reference in named.references
    )
    return replace(named, references=references)


def _closing(text: str, end: int) -> str:
    closing = re.compile(rf"[{DASHES}\s.:;,)\]]*").match(text, end)
    return closing[0] if closing else ""
