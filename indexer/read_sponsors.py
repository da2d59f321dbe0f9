"""The parentheses of UN reports that name recommending States: "(Cuba)", "(Algeria, Mexico and the Netherlands)".

Only States count as sponsors: members and observers. "(European Union)" or "(African Union)" is no sponsor
parenthesis, because only States take the floor with recommendations in the Universal Periodic Review.

Names are matched in folded letters (models.states.fold_letters), so brackets, commas and "and" inside a name are
part of it, and a line break may fall anywhere. The text is read once from left to right: a list ends at the first
bracket that belongs to no name, whatever it is, so that time grows with the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from models.records import Sponsor
from models.states import State, StateKind, StateTable, fold_letters


@dataclass(frozen=True, slots=True)
class SponsorParenthesis:
    """One parenthesis of sponsors, or several in a row with nothing but separators between them."""

    start: int
    """Where the first bracket stands in the text."""
    end: int
    """Just after the last bracket (after the last name, where the text lost the bracket)."""
    sponsors: tuple[Sponsor, ...]
    """In printed order, each State once; the name as printed, without article and line-break hyphens."""


_BRACKET = re.compile(r"[()\[\]]")
_OPENING, _CLOSING = "([", ")]"
_FILLER = re.compile(r"(?:[\s,;/&.:*†‡+_–—-]|(?:[Aa]nd|AND|[Tt]he|as well as)(?![a-z]))+")
_GAP = re.compile(r"(?:[\s,;/&.–—-]|and\b){0,12}")
_NOTE = re.compile(
    r"""\(?\s*(?:on\s+behalf\s+of|for\s+the\s+group|among\s+others|inter\s+alia|and\s+others|others\b|etc\b)[^;()\[\]]{0,200}\)?
      | (?:recommendations?|recs?\b|para(?:graph)?s?\b|nos?\b|see\b|§)[^,;()\[\]]{0,60}(?:\([a-z0-9]{1,3}\))?
      | \(\s*the\s*\)
      | (?!(?:19|20)\d\d\b)\d+(?:\.\d+)*""",
    re.VERBOSE | re.IGNORECASE,
)
_SAME_WORD = re.compile(r"(?![A-Z])[^\W\d_]")
"""After a name: letters that make it another word ("Niger|ia"); a capital begins the next name."""
_OF_WHAT = re.compile(r"\s*(?!the\b|and\b)[^\W\d_]")
"""After "Congo, Republic of": the rest of the next name ("Congo, Republic of Korea")."""
_WORDS = re.compile(r"(?:(?!\band\b)[^,;/&()\[\]–—]){1,60}")
_NEXT_ASK = re.compile(r"[;.:]\s*$")
_LINE_BREAK = re.compile(r"\s*[-\u00ad]\s+(?=[a-z])")
_BREAK_AT_HYPHEN = re.compile(r"\s*-\s+")
_MAX_UNOPENED = 400
"""Characters before a bracket that closes nothing in which its list is looked for."""


def find_sponsor_parentheses(text: str, states: StateTable) -> list[SponsorParenthesis]:
    """All parentheses of the text that hold nothing but names of States, in printed order.

    Notes beside a name ("Egypt, on behalf of the African Group", "Norway*", "Spain, among others") are passed over,
    and so is a word that resembles a name too little to be sure of, if another name of the list can be read.
    A bracket that is missing at either end is forgiven. Parentheses in a row are one.
    """
    return _Reader(text, states).parentheses()


@dataclass(frozen=True, slots=True)
class _List:
    """Names read from one position on, and where reading them stopped."""

    sponsors: tuple[Sponsor, ...]
    names_end: int
    """Just after the last name or note."""
    stop: int
    """The bracket or unreadable word that ended it, or the text's length."""


class _Reader:
    """One text, folded once, and the States to look for."""

    def __init__(self, text: str, states: StateTable) -> None:
        self.text = text
        self.states = states
        self.letters, self.places = fold_letters(text)

    def parentheses(self) -> list[SponsorParenthesis]:
        """Every sponsor parenthesis, those in a row joined."""
        joined: list[SponsorParenthesis] = []
        for found in self._single_parentheses():
            if joined and _GAP.fullmatch(self.text, joined[-1].end, found.start):
                last = joined.pop()
                found = SponsorParenthesis(last.start, found.end, _each_once(last.sponsors + found.sponsors))
            joined.append(found)
        return joined

    def _single_parentheses(self) -> Iterator[SponsorParenthesis]:
        position, depth = 0, 0
        while bracket := _BRACKET.search(self.text, position):
            start = bracket.start()
            if bracket[0] in _CLOSING:
                found = None if depth else self._unopened(position, start)
                depth = max(0, depth - 1)
                stop = start + 1
            else:
                read = self._read_list(start + 1)
                found, stop = self._opened(start, read), read.stop
                depth += found is None
            if found:
                found, depth = self._with_doubled_brackets(found, depth)
                yield found
                stop = max(stop, found.end)
            position = max(stop, start + 1)

    def _opened(self, start: int, read: _List) -> SponsorParenthesis | None:
        """The list after an opening bracket, if it is closed or its closing bracket was lost."""
        if not read.sponsors:
            return None
        if self.text[read.stop : read.stop + 1] in tuple(_CLOSING):
            return SponsorParenthesis(start, read.stop + 1, read.sponsors)
        following = _BRACKET.search(self.text, read.stop)
        goes_on = following is not None and following[0] in _CLOSING
        at_end = read.stop == len(self.text) or self.text[read.stop] in _OPENING
        if at_end or (not goes_on and _NEXT_ASK.search(self.text, read.names_end, read.stop)):
            return SponsorParenthesis(start, read.names_end, read.sponsors)
        return None

    def _unopened(self, earliest: int, closing: int) -> SponsorParenthesis | None:
        """The names just before a closing bracket that closes nothing."""
        position = max(earliest, closing - _MAX_UNOPENED)
        word = re.compile(r"[^\W\d_]+")
        while match := word.search(self.text, position, closing):
            read = self._read_list(match.start())
            if read.sponsors and read.stop == closing and match[0][0].isupper():
                return SponsorParenthesis(match.start(), closing + 1, read.sponsors)
            position = max(read.stop if read.sponsors else match.end(), match.end())
        return None

    def _with_doubled_brackets(self, found: SponsorParenthesis, depth: int) -> tuple[SponsorParenthesis, int]:
        """The parenthesis with further opening brackets just before and closing ones just after it."""
        start, end = found.start, found.end
        while depth and start and self.text[start - 1] in _OPENING:
            start, depth = start - 1, depth - 1
            if self.text[end : end + 1] in tuple(_CLOSING):
                end += 1
        return SponsorParenthesis(start, end, found.sponsors), depth

    def _read_list(self, position: int) -> _List:
        """Names, separators and notes from here to the first thing that is none of them."""
        sponsors: list[Sponsor] = []
        names_end = position
        while True:
            if filler := _FILLER.match(self.text, position):
                position = filler.end()
            name = self._name_at(position)
            if name:
                state, end = name
                sponsors.append(Sponsor(state.code, _mended(self.text[position:end])))
            else:
                end = self._skipped_at(position, after_a_name=bool(sponsors))
            if end == position:
                return _List(_each_once(tuple(sponsors)), names_end, position)
            position = names_end = end

    def _name_at(self, position: int) -> tuple[State, int] | None:
        """The State named here and where its name ends, its closing bracket included."""
        if not self.text[position : position + 1].isalpha():
            return None
        first = bisect_left(self.places, position)
        for state, end in self.states.names_at(self.letters, first):
            after = self.places[end - 1] + 1
            goes_on = _OF_WHAT if self.letters.endswith("of", first, end) else _SAME_WORD
            if not goes_on.match(self.text, after):
                return (state, self._past_own_bracket(position, after)) if _is_sponsor(state) else None
        return self._misspelt_name_at(position)

    def _past_own_bracket(self, start: int, end: int) -> int:
        """The end of a name, after the closing bracket that belongs to it ("Iran (Islamic Republic of)")."""
        name = self.text[start:end]
        lacking = sum(map(name.count, _OPENING)) - sum(map(name.count, _CLOSING))
        closing = re.compile(r"(?:\s*the)?\s*[)\]]", re.IGNORECASE).match(self.text, end) if lacking > 0 else None
        return closing.end() if closing else end

    def _misspelt_name_at(self, position: int) -> tuple[State, int] | None:
        words = _WORDS.match(self.text, position)
        if not words or not words[0][0].isupper():
            return None
        name = words[0].rstrip(" .*:-")
        state = self.states.find_misspelt(name)
        return (state, position + len(name)) if state and _is_sponsor(state) else None

    def _skipped_at(self, position: int, *, after_a_name: bool) -> int:
        """Where a note on the name before, or an unreadable name, ends that stands here; here, if there is none."""
        if after_a_name and (note := _NOTE.match(self.text, position)):
            return note.end()
        words = _WORDS.match(self.text, position)
        return words.end() if words and words[0][0].isupper() and self.states.resembles_a_name(words[0]) else position


def _is_sponsor(state: State) -> bool:
    return state.kind is not StateKind.OTHER


def _each_once(sponsors: tuple[Sponsor, ...]) -> tuple[Sponsor, ...]:
    first: dict[str, Sponsor] = {}
    for sponsor in sponsors:
        first.setdefault(sponsor.state, sponsor)
    return tuple(first.values())


def _mended(name: str) -> str:
    """The name on one line: a hyphen before a line break stays only before a capital ("Guinea-Bissau")."""
    return " ".join(_BREAK_AT_HYPHEN.sub("-", _LINE_BREAK.sub("", name)).split())
