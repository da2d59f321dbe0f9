"""Which recommendations a heading, a sentence or a note of a report names.

    "Recommendations 22, 31–39"                                     a heading: holds for all below it
    "… , thus implementing recommendation 43."                      a sentence
    "For relevant recommendations, see A/HRC/28/15, paras. 115.22"  a note, on a paragraph or on a heading

Numbers of other documents ("CRC/C/…, para. 12", "JS1, para. 58.4") are none of a review: a paragraph's number counts
only behind the symbol of a report on a review, a bare number only behind the word "recommendation".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from indexer.extract.thresholds import REACH_OF_BODY
from indexer.text.recommendation_numbers import numbers_named
from models.languages.read_languages import ENGLISH, any_language, word_of_any_language
from models.numbers.number_lists import DASHES, NUMBER_MARK, NamedNumbers, NumberReference
from models.records.reported import Stated, StatedReference
from models.texts.sentences import sentences_of

_CUE = rf"\b{any_language(lambda words: words.layout.recommendation)}\b"
_ABBREVIATED = any_language(lambda words: words.numbers.recommendation)
_NAMES = re.compile(rf"{_CUE}|\b{_ABBREVIATED}\s*(?={NUMBER_MARK}|\d)|\bA/HRC/\d+/\d+\b", re.I)
_REPORT = re.compile(r"\bA/HRC/\d+/\d+\b")
_OTHER_SOURCE = re.compile(r"\b(?:CCPR|CERD|CRC|CRPD|CAT|CED|CEDAW|CMW|E/C\.12|E/CN|A/C\.3|S)/[\w./-]+")
"""What numbers behind it belong to, unless a report on a review is named after it."""
_SUBMISSION = re.compile(
    rf"\b(?:JS\s?\d+|[A-Z][\w/-]*[A-Z]|{any_language(lambda words: words.citations.submission)})\b[^;]*$"
)
"""… whose paragraphs have dotted numbers of their own ("JS1, para. 58.4")."""
_BODY = any_language(lambda words: words.citations.other_bodies)
_BODY_BEFORE = re.compile(rf"\b{_BODY}(?:['’]s?)?(?:\s\(\w+\))?\s$", re.I)
_BODY_BEHIND = re.compile(
    rf"(?:,?\s){any_language(lambda words: words.citations.made_by)}(?:[\w-]+\s){{0,3}}{_BODY}\b", re.I
)
_ELSEWHERE = re.compile(any_language(lambda words: words.citations.elsewhere), re.I)
_OF_A_REVIEW = re.compile(any_language(lambda words: words.citations.reviews), re.I)
_OF_A_YEAR = re.compile(rf"\s*{any_language(lambda words: words.citations.of_a_year)}\s+(?:\w+\s+)?(?:19|20)\d\d\b")
_AND_OF_TRANSLATORS = re.compile(
    rf"(?<=\d) {any_language(lambda words: words.citations.left_of_translators)} (?=\d{{1,3}}\s*[),.;])"
)
_NUMBER = r"\d{1,3}\.\d{1,3}"
_WORD_BETWEEN = word_of_any_language(lambda words: (*words.layout.last_joining, *words.layout.to))
_AND = rf"\s*+(?:[{DASHES}]|[,;](?:\s*+{_WORD_BETWEEN})?|{_WORD_BETWEEN})\s*+"
_OF_STATES = r"(?:\s\([^()]{2,80}\))?"
_PARAS = rf"{any_language(lambda words: words.citations.paragraphs)}?"
_LIST_ALONE = re.compile(rf"([(\[]{_PARAS})({_NUMBER}{_OF_STATES}(?:{_AND}{_NUMBER}{_OF_STATES})+)(?=[)\]])", re.I)
_LIST_ALONE_IN_HEADING = re.compile(
    rf"([(\[]{_PARAS})({_NUMBER}{_OF_STATES}(?:{_AND}{_NUMBER}{_OF_STATES})*)(?=[)\]])", re.I
)
"""Some reports name several dotted numbers in brackets and nothing more ("Judicial system (97.88–97.93)"), also with
the States that recommended ("(136.4 (Norway), 136.7 (Chile))")."""
_LEADING = re.compile(rf"^(?=\d{{2,3}}\.)({_NUMBER}(?:{_AND}{_NUMBER})*)(?=\W*[^\W\d])")
"""Mid-term reports print a recommendation with its number as the heading of what was done about it."""
_BEHIND_SYMBOL = re.compile(rf"(\bA/HRC/\d+/\d+(?:/Add\.\d+)?,?\s)(?={_NUMBER}\b)")
"""Summaries print numbers right behind the symbol of the report: "A/HRC/27/11, 113.58, 113.61"."""
_SAID_FOR_IT = f"{ENGLISH.positions.grammar.several}  "
"""Put before such a list; no text has two spaces there."""
_ENDS = re.compile(rf"(\d{{1,3}}\.\s?\d{{1,3}})\s*[{DASHES}]+\s*(\d{{1,3}}\.\s?\d{{1,3}})")
_SLASH = re.compile(rf"(?<=\.)(\d{{1,3}})/(?={_NUMBER})")
_DASH_FOR_DOT = re.compile(rf"\b(\d{{1,3}})(\.\d{{1,3}}\s*[{DASHES}]\s*)\1-(?=\d{{1,3}}\b)")
""" "137.22-137-29" is printed for 137.22-137.29."""
_LAST = word_of_any_language(lambda words: words.layout.last_joining)
_SPACED_NUMBER = re.compile(rf"\b(\d{{1,3}})\. (\d{{1,3}})\b(?=\s*(?:[,;.]|{_LAST}|$|[-–]))")


def references_in_heading(heading: str, *, on_review: bool) -> Iterator[StatedReference]:
    """What a heading names for all paragraphs below it."""
    return _references(heading, Stated.HEADING, heading, on_review=on_review)


def references_in_text(text: str, heading: str, *, on_review: bool) -> Iterator[StatedReference]:
    """What the sentences of a paragraph name; `on_review`: the whole document is on the State's reviews."""
    for sentence in sentences_of(text):
        yield from _references(sentence, Stated.SENTENCE, heading, on_review=on_review)


def references_in_note(
    text: str, heading: str, *, on_review: bool, holds_below: bool = False
) -> Iterator[StatedReference]:
    """What a note names for the paragraph that calls it, or for all below the heading that does."""
    for sentence in sentences_of(text):
        for reference in _references(sentence, Stated.FOOTNOTE, heading, on_review=on_review):
            yield replace(reference, holds_below=holds_below)


def _references(sentence: str, stated: Stated, heading: str, *, on_review: bool) -> Iterator[StatedReference]:
    """One reference for each report whose numbers the sentence names."""
    plain = _readable(sentence, in_heading=stated is Stated.HEADING, on_review=on_review)
    if not _NAMES.search(plain):
        return
    named = numbers_named(plain)
    by_report: dict[str | None, list[str]] = defaultdict(list)
    for number in named.references:
        if _counts(number, plain, on_review=on_review):
            by_report[_report_of(plain, number.start)].append(number.number)
    doubtful: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for words in named.malformed:
        report = _report_of(plain, plain.find(words))
        if report or by_report:
            doubtful[report] += ((ends[1].replace(" ", ""), ends[2].replace(" ", "")) for ends in _ENDS.finditer(words))
    for report in dict.fromkeys((*by_report, *(report for report, ends in doubtful.items() if ends))):
        yield StatedReference(
            stated=stated,
            printed=_printed(plain, named).replace(_SAID_FOR_IT, ""),
            numbers=tuple(dict.fromkeys(by_report.get(report, ()))),
            doubtful=tuple(doubtful.get(report, ())),
            report=report,
            holds_below=stated is Stated.HEADING,
            heading=heading,
            points_elsewhere=_ELSEWHERE.search(plain) is not None,
        )


def _readable(sentence: str, *, in_heading: bool, on_review: bool) -> str:
    """The sentence with misprints mended, and a word put before numbers that stand without one."""
    plain = _SPACED_NUMBER.sub(r"\1.\2", _AND_OF_TRANSLATORS.sub(f" {ENGLISH.layout.last_joining[0]} ", sentence))
    plain = _DASH_FOR_DOT.sub(r"\1\2\1.", _SLASH.sub(r"\1, ", plain))
    plain = _BEHIND_SYMBOL.sub(rf"\1{_SAID_FOR_IT}", plain)
    if on_review:
        plain = (_LIST_ALONE_IN_HEADING if in_heading else _LIST_ALONE).sub(rf"\1{_SAID_FOR_IT}\2", plain)
    return _LEADING.sub(rf"{_SAID_FOR_IT}\1", plain) if on_review and in_heading else plain


def _report_of(sentence: str, position: int) -> str | None:
    """The report named last before a place in a sentence, else the first behind it."""
    reports = list(_REPORT.finditer(sentence))
    before = [report for report in reports if report.start() < position]
    nearest = (before or reports)[-1 if before else 0 :]
    return nearest[0][0] if nearest else None


def _counts(number: NumberReference, sentence: str, *, on_review: bool) -> bool:
    """Whether a number is one of a review's recommendations."""
    before = sentence[: number.start]
    other = [found.end() for found in _OTHER_SOURCE.finditer(before)]
    own = [found.end() for found in _REPORT.finditer(before)]
    if other and (not own or own[-1] < other[-1]):
        return False
    if _OF_A_YEAR.match(sentence, number.end) or _is_of_another_body(sentence, number):
        return False
    if number.intro is not None:
        cited = number.cue == "paragraph" and _SUBMISSION.search(before) is not None
        return bool(own) or number.cue == "recommendation" or (on_review and not cited)
    if number.cue != "recommendation":
        return False
    return on_review or bool(own) or _OF_A_REVIEW.search(sentence) is not None


def _is_of_another_body(sentence: str, number: NumberReference) -> bool:
    """Whether it is one of a committee or an agency: "CEDAW recommendation 4", "recommendation 12 of the Committee"."""
    if number.intro is not None:
        return False
    cues = [found.start() for found in _NAMES.finditer(sentence, 0, number.start)]
    before = cues and _BODY_BEFORE.search(sentence, max(0, cues[-1] - REACH_OF_BODY), cues[-1])
    return bool(before) or _BODY_BEHIND.match(sentence, number.end) is not None


def _printed(sentence: str, named: NamedNumbers) -> str:
    """The words from the first cue to the last number."""
    starts = [found.start() for found in _NAMES.finditer(sentence)]
    return sentence[min(starts, default=0) : max(named.end, 0) or None].strip()
