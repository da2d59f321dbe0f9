"""From numbers that a later document names to the recommendations of the review before it.

A dotted number names itself. A bare number ("22") needs its basis, the paragraph whose list it counts in: the one that
the document names ("numbered as in paragraph 115"); else the report's only list; else, where a report has two lists
that a document counts through as one (122.1-157 first, then 121.1-58), the order in which the words of the headings
agree best with the recommendations that their numbers would mean. What fits no list stays without a link.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from indexer.merge.thresholds import CLEAR_MARGIN, LETTERS_OF_STEM, MOST_LISTS
from indexer.text.recommendation_numbers import section_named
from models.records.reported import ReportedParagraph, StatedReference

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Basis:
    """How bare numbers of one document are read."""

    lists: tuple[str, ...]
    """Intro paragraphs, in the order in which the document counts through their lists; empty where that cannot
    be told."""
    said: str
    """How it is known: "stated", "only list", "by the words of headings", "unknown"."""
    certainty: float
    """0 to 1."""


PRINTED = Basis((), "printed", 1.0)
"""Of dotted numbers, which name themselves."""


@dataclass(frozen=True, slots=True)
class StatedLink:
    """A recommendation that a document names for one of its paragraphs."""

    reported: str
    """Id of the paragraph."""
    recommendation: str
    order: int
    """Which of the paragraph's references it is, from 1."""
    reference: StatedReference
    basis: str
    certainty: float


@dataclass(frozen=True, slots=True)
class ReportNumbers:
    """The numbered recommendations of one report, by paragraph."""

    symbol: str
    texts: Mapping[str, str]
    """Paragraph ("115.22", "77.7(a)") → words of its recommendations."""

    @property
    def lists(self) -> tuple[str, ...]:
        """The intro paragraphs, in the order of the report."""
        return tuple(dict.fromkeys(paragraph.split(".")[0] for paragraph in self.texts if "." in paragraph))

    def paragraphs_of(self, number: str) -> tuple[str, ...]:
        """The paragraph of a dotted number, or its sub-paragraphs; empty where the report has none."""
        if number in self.texts:
            return (number,)
        return tuple(paragraph for paragraph in self.texts if paragraph.split("(")[0] == number)

    def counted(self, lists: Sequence[str]) -> list[str]:
        """Numbers of lists, one list behind the other, as a reader counts through them."""
        numbers: list[str] = []
        for intro in lists:
            of_list = (paragraph.split("(")[0] for paragraph in self.texts if paragraph.split(".")[0] == intro)
            numbers += sorted(dict.fromkeys(of_list), key=lambda number: int(number.split(".")[1]))
        return numbers


def basis_of(paragraphs: Sequence[ReportedParagraph], report: ReportNumbers) -> Basis:
    """How the bare numbers of a document are read."""
    if len(report.lists) == 1:
        return Basis(report.lists, "only list", 1.0)
    named = [section for paragraph in paragraphs if (section := section_named(paragraph.text)) in report.lists]
    if named:
        return Basis((named[0],), "stated", 1.0)
    if not report.lists or len(report.lists) > MOST_LISTS:
        return Basis((), "unknown", 0.0)
    return _basis_by_words(paragraphs, report)


def _basis_by_words(paragraphs: Sequence[ReportedParagraph], report: ReportNumbers) -> Basis:
    """The order of lists under which the words of headings agree best with the recommendations."""
    orders = [order for size in range(1, len(report.lists) + 1) for order in permutations(report.lists, size)]
    bare = {
        (reference.heading, number)
        for paragraph in paragraphs
        for reference in paragraph.references
        for number in reference.numbers
        if "." not in number
    }
    if not bare:
        return Basis((), "unknown", 0.0)
    agreements = sorted(((_agreement(bare, report, order), order) for order in orders), reverse=True)
    (best, order), (second, _) = agreements[0], agreements[1]
    if best <= 0 or best < CLEAR_MARGIN * second:
        return Basis((), "unknown", 0.0)
    return Basis(order, "by the words of headings", 1 - second / best)


def _agreement(bare: Iterable[tuple[str, str]], report: ReportNumbers, order: Sequence[str]) -> float:
    """Mean share of a heading's words among those of the recommendations meant; a number beyond the lists counts 0."""
    counted = report.counted(order)
    shares = []
    for heading, number in bare:
        place = int(number.split("(")[0]) - 1
        words = _words(heading)
        meant = (
            " ".join(report.texts[each] for each in report.paragraphs_of(counted[place]))
            if place < len(counted)
            else ""
        )
        shares.append(len(words & _words(meant)) / len(words) if words else 0.0)
    return sum(shares) / len(shares)


def _words(text: str) -> set[str]:
    return {word.lower()[:LETTERS_OF_STEM] for word in _WORD.findall(text)}


def has_bare_numbers(reference: StatedReference) -> bool:
    """Whether it names recommendations by numbers that a list must be known for ("22")."""
    return any("." not in number for number in reference.numbers)


def linked_paragraphs(reference: StatedReference, report: ReportNumbers, basis: Basis) -> tuple[str, ...]:
    """The paragraphs of the report that a reference names; what the report does not hold is passed over."""
    if reference.report is not None and reference.report != report.symbol:
        return ()
    found: dict[str, None] = {}
    for number in (*reference.numbers, *_mended(reference.doubtful, report)):
        found.update(dict.fromkeys(_of_number(number, report, basis)))
    return tuple(found)


def _of_number(number: str, report: ReportNumbers, basis: Basis) -> tuple[str, ...]:
    if "." in number:
        return report.paragraphs_of(number)
    if not basis.lists:
        return ()
    item, sub = re.fullmatch(r"(\d+)(.*)", number).groups()  # type: ignore[union-attr] # numbers are read as such
    if len(basis.lists) == 1:
        return report.paragraphs_of(f"{basis.lists[0]}.{item}{sub}") or report.paragraphs_of(f"{basis.lists[0]}.{item}")
    counted = report.counted(basis.lists)
    return report.paragraphs_of(counted[int(item) - 1]) if int(item) <= len(counted) else ()


def _mended(doubtful: Iterable[tuple[str, str]], report: ReportNumbers) -> list[str]:
    """Ranges with one misprinted end ("151.119–115.127"): both items are counted in the list of the end that exists."""
    numbers: list[str] = []
    for first, last in doubtful:
        intros = [end.split(".")[0] for end in (first, last) if end.split(".")[0] in report.lists]
        start, end = int(first.split(".")[1]), int(last.split(".")[1])
        if len(set(intros)) == 1 and start < end and report.paragraphs_of(f"{intros[0]}.{end}"):
            numbers += [f"{intros[0]}.{item}" for item in range(start, end + 1)]
    return numbers
