"""Words of a source: made by the index alone, out of what it holds at the moment of showing.

Whatever stands between quotation marks, with a symbol and a paragraph behind it, is one of these. What a user typed,
changed or brought along in a file never becomes one: search/answer/quotations.py makes them of records, and there is no
other way. Shorter ones come of longer ones, so that what is cut is the source's own text.
"""

import re
from dataclasses import InitVar, dataclass
from typing import final

from models.messages.printable import as_written
from models.records.records import Place
from models.texts.sentences import sentence_spans

CUT = " […]"
"""Stands where words were left out at the end."""
_END = re.compile(r"(?<![\s;,.:])[\s;,.:]++$")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[A-Z]\w?|\w\.\w)\.$")
"""Ends in "No.", "St." or "U.N.": no end of a sentence."""


@final
class _Index:
    """Who makes quotations."""


BY_THE_INDEX = _Index()


@final
@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source as it prints them, and where they stand."""

    words: str
    place: Place | None
    """None where the source of a comment is not known."""
    made_by: InitVar[_Index]

    def __post_init__(self, made_by: _Index) -> None:
        """Refuse whoever else makes one."""
        if made_by is not BY_THE_INDEX:
            raise TypeError("words of a source come out of an index alone")

    def shortened(self, most: int) -> "Quotation":
        """The quotation in one line, cut between words to so many characters, with a mark where it is cut."""
        return Quotation(shortened(self.words, most), self.place, BY_THE_INDEX)

    def ended_at_clause(self, most: int) -> "Quotation":
        """The quotation in one line; where that is longer than so many characters, to a full stop or semicolon of it.

        That is the last one within them, else the first: a request is never cut before what it asks for, so that one
        long sentence stands whole.
        """
        words = _in_one_line(self.words)
        if len(words) <= most:
            return Quotation(words, self.place, BY_THE_INDEX)
        ends = [end for end in _clause_ends(words) if words.count("(", 0, end) == words.count(")", 0, end)]
        end = max((end for end in ends if end <= most), default=min(ends, default=len(words)))
        cut = words if end == len(words) else f"{words[:end].rstrip(' ;')}{CUT}"
        return Quotation(cut, self.place, BY_THE_INDEX)

    def passage(self, words: str) -> "Quotation | None":
        """These words as the source has them; None where they are not the whole of it, or whole sentences on end.

        White space does not count. Part of a sentence is none of the source's: "was ill-treated" stands in "no prisoner
        was ill-treated".
        """
        printed, wanted = _in_one_line(self.words), _in_one_line(words)
        if wanted in (printed, ""):
            return self if wanted else None
        starts, ends = map(set, zip(*sentence_spans(printed), strict=True))
        for found in re.finditer(re.escape(wanted), printed):
            if found.start() in starts and found.end() in ends:
                return Quotation(wanted, self.place, BY_THE_INDEX)
        return None


def shortened(words: str, most: int) -> str:
    """Any text in one line, cut between words to so many characters, with a mark where it is cut."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return _END.sub("", words[:most].rsplit(" ", 1)[0]) + CUT


def _clause_ends(words: str) -> list[int]:
    """Where sentences end, and behind each semicolon."""
    sentences = [end for _, end in sentence_spans(words) if not _ABBREVIATED.search(words, endpos=end)]
    return [*sentences, *(found.end() for found in re.finditer(r";(?=\s)", words))]


def _in_one_line(words: str) -> str:
    return " ".join(as_written(words).split())
