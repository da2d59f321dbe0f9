"""The recommending States that UN reports name: in parentheses, or as the speaker.

    "(Cuba)", "(Algeria, Mexico and the Netherlands)"       a sponsor parenthesis
    "The representative of Mexico recommended that …"       a speaker

Only States count as sponsors: members and observers. "(European Union)" or "(African Union)" is no sponsor
parenthesis, because only States take the floor with recommendations in the Universal Periodic Review.

Names are matched in folded letters (models.reviews.states.fold_letters), so brackets, commas and "and" inside a name
are part of it, and a line break may fall anywhere. The text is read once from left to right: a list ends at the first
bracket that belongs to no name, whatever it is, so that time grows with the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.thresholds import LONGEST_SPEAKER, REACH_OF_BRACKET
from models.languages.read_languages import ENGLISH
from models.languages.words import DialogueWords, LanguageWords
from models.records.records import Sponsor
from models.reviews.states import State, StateKind, StateTable, fold_letters


@dataclass(frozen=True, slots=True)
class SponsorParenthesis:
    """One parenthesis of sponsors, or several in a row with nothing but separators between them."""

    start: int
    """Where the first bracket stands in the text."""
    end: int
    """Just after the last bracket (after the last name, where the text lost the bracket)."""
    sponsors: tuple[Sponsor, ...]
    """In printed order, each State once; the name as printed, without article and line-break hyphens."""


_OPENING, _CLOSING = ("(", "["), (")", "]")
_BRACKET = re.compile(r"[()\[\]]")
_LETTER = r"[^\W\d_]"
_NEXT_LETTER = re.compile(rf"[\s'’‘‟`-]*(?={_LETTER})")
_STRAY_BRACKET = re.compile(r"[(\[]\s*")
_WORDS_WITH_BRACKET = re.compile(r"[^,;/()\[\]–—\d]{1,40}\([^,;/()\[\]–—\d]{1,40}\)")
_WORDS_WITH_AND = re.compile(r"[^,;/()\[\]–—\d]{1,80}")
_LINE_BREAK = re.compile(r" ?(?:[-‐‑] |\u00ad ?)(?=[a-z])")
_BREAK_AT_HYPHEN = re.compile(r" ?([-‐‑]) ")
_SEPARATOR = re.compile(r"[,;.:]")
_BETWEEN_NAMES = re.compile(r"[;/]")
"""What stands in no name."""
_WORD_WITH_CAPITAL = re.compile(rf"(?<!\w)(?![a-z]){_LETTER}")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands around names of States in one language."""

    filler: re.Pattern[str]
    """What may stand between two names of a list ("And-" begins a broken Andorra)."""
    gap: re.Pattern[str]
    """What may stand between two parentheses in a row."""
    note: re.Pattern[str]
    """What may stand beside a name; a bare number is a footnote mark, a year is none ("Beijing, 1995")."""
    joining_word: re.Pattern[str]
    may_go_on: re.Pattern[str]
    """After a name: what may begin a second half of it that is misspelt ("Trinidad an", "Venezuela (Bolavarian")."""
    words: re.Pattern[str]
    """What may be a misspelt name."""
    own_bracket: re.Pattern[str]
    """The closing bracket of a name ("Gambia (Republic of the)")."""
    end_of_request: re.Pattern[str]


@cache
def _patterns(language: LanguageWords) -> _Patterns:
    last = language.layout.last_joining[0]
    return _Patterns(
        filler=re.compile(rf"(?:[\s,;/&.:*†‡+_–—-]|(?:{language.joining})(?![a-zà-ÿ-]))*"),
        gap=re.compile(rf"(?:[\s,;/&.–—-]|{last}\b){{0,12}}"),
        note=re.compile(
            rf"""(?P<bracket>\(\s*)?
                (?: (?:{language.notes})[^;()\[\]]{{0,200}}
                  | (?:{language.references})[^,;()\[\]]{{0,60}}(?:\([a-z0-9]{{1,3}}\))?
                  | (?!(?:19|20)\d\d\b)\d+(?:\.\d+)*
                  | (?(bracket)(?:{language.articles})|(?!)) )
                (?(bracket)\s*\))""",
            re.VERBOSE | re.IGNORECASE,
        ),
        joining_word=re.compile(rf"(?:{language.joining})\b", re.IGNORECASE),
        may_go_on=re.compile(rf"\s*(?:{last}\b|[&(\[])", re.IGNORECASE),
        words=re.compile(rf"(?:(?!\b{last}\b)[^,;/&()\[\]–—\d]){{1,80}}"),
        own_bracket=re.compile(rf"(?:\s*(?:{language.articles}))?\s*[)\]]", re.IGNORECASE),
        end_of_request=re.compile(rf"\s*(?:[;.,:/()\[\]]|{last}\b|$)"),
    )


def find_sponsor_parentheses(
    text: str, states: StateTable, language: LanguageWords = ENGLISH
) -> list[SponsorParenthesis]:
    """All parentheses of the text that hold nothing but names of States, in printed order.

    Notes beside a name ("Egypt, on behalf of the African Group", "Norway*", "Spain, among others") are passed over,
    and so is a word that resembles a name too little to be sure of, if another name of the list can be read.
    A bracket that is missing at either end is forgiven. Parentheses in a row are one.
    """
    return _ParenthesisReader(text, states, _patterns(language)).parentheses()


@dataclass(frozen=True, slots=True)
class _Name:
    """A State's name in the text: the State, and where the name ends, its own closing bracket included."""

    state: State
    end: int


@dataclass(frozen=True, slots=True)
class _List:
    """Names read from one position on, and where reading them stopped."""

    sponsors: tuple[Sponsor, ...]
    names_end: int
    """Just after the last name or note."""
    stop: int
    """The bracket or unreadable word that ended it, or the text's length."""


class _ParenthesisReader:
    """One text, folded once, and the States to look for."""

    def __init__(self, text: str, states: StateTable, patterns: _Patterns) -> None:
        self.text = text
        self.states = states
        self.patterns = patterns
        self.letters, self.positions = fold_letters(text)

    def parentheses(self) -> list[SponsorParenthesis]:
        """Every sponsor parenthesis, those in a row joined."""
        joined: list[SponsorParenthesis] = []
        for found in self._single_parentheses():
            if joined and self.patterns.gap.fullmatch(self.text, joined[-1].end, found.start):
                last = joined.pop()
                found = SponsorParenthesis(last.start, found.end, distinct_sponsors(last.sponsors + found.sponsors))
            joined.append(found)
        return joined

    def _single_parentheses(self) -> Iterator[SponsorParenthesis]:
        position = unread = 0
        depth = 0  # brackets that hold something else than sponsors and are not closed yet
        while bracket := _BRACKET.search(self.text, position):
            start, position = bracket.start(), bracket.end()
            found = None
            if bracket[0] in _OPENING:
                names = self._read_list(position)
                found = self._opened(start, names)
                position = max(position, names.stop)
                depth += found is None
            elif depth:
                depth -= 1
            else:
                # Nothing is open here: the bracket before the names was lost ("… of children Chad, Peru)").
                found = self._unopened(unread, start)
                unread = position
            if found:
                found, depth = self._with_doubled_brackets(found, depth)
                yield found
                position = unread = max(position, found.end)

    def _opened(self, start: int, names: _List) -> SponsorParenthesis | None:
        """The list after an opening bracket, if it is closed or its closing bracket was lost."""
        if not names.sponsors:
            return None
        if self.text.startswith(_CLOSING, names.stop):
            # "[Chad] has one already" is the editors' insertion; a sponsor ends a request.
            is_inserted = self.text[start] == "[" and not self.patterns.end_of_request.match(self.text, names.stop + 1)
            return None if is_inserted else SponsorParenthesis(start, names.stop + 1, names.sponsors)
        if self._lacks_closing(names):
            return SponsorParenthesis(start, names.names_end, names.sponsors)
        return None

    def _lacks_closing(self, names: _List) -> bool:
        """Whether a list ends as one does whose closing bracket was lost ("(Chad, Peru; train judges …").

        "(Chad has one already)" does not: its bracket is closed, behind other words.
        """
        is_last = names.stop == len(self.text) or self.text.startswith(_OPENING, names.stop)
        is_separated = _SEPARATOR.search(self.text, names.names_end, names.stop) is not None
        return (is_last or is_separated) and not self._closed_after(names.stop)

    def _closed_after(self, position: int) -> bool:
        """Whether a bracket that is open here is closed further on."""
        depth = 0
        for bracket in _BRACKET.finditer(self.text, position, position + REACH_OF_BRACKET):
            depth += 1 if bracket[0] in _OPENING else -1
            if depth < 0:
                return True
        return False

    def _unopened(self, earliest: int, closing: int) -> SponsorParenthesis | None:
        """The names just before a closing bracket that closes nothing."""
        position = max(earliest, closing - REACH_OF_BRACKET)
        while match := _WORD_WITH_CAPITAL.search(self.text, position, closing):
            names = self._read_list(match.start())
            if names.sponsors and names.stop == closing:
                return SponsorParenthesis(match.start(), closing + 1, names.sponsors)
            position = max(names.stop, match.end())
        return None

    def _with_doubled_brackets(self, found: SponsorParenthesis, depth: int) -> tuple[SponsorParenthesis, int]:
        """The parenthesis with further opening brackets just before and closing ones just after it."""
        start, end, doubled = found.start, found.end, 0
        while depth and self.text.endswith(_OPENING, 0, start):
            start, depth, doubled = start - 1, depth - 1, doubled + 1
        while self.text.startswith(_CLOSING, end) and (doubled or not depth):
            end, doubled = end + 1, max(0, doubled - 1)
        return SponsorParenthesis(start, end, found.sponsors), depth

    def _read_list(self, position: int) -> _List:
        """Names, separators and notes from here to the first thing that is none of them."""
        sponsors: list[Sponsor] = []
        names_end = position
        while True:
            position = self._past_filler(position, after_a_name=bool(sponsors))
            name = self._name_at(position)
            if name:
                sponsors.append(Sponsor(name.state.code, _mended(self.text[position : name.end])))
            end = name.end if name else self._skipped_at(position, after_a_name=bool(sponsors))
            if end == position:
                return _List(distinct_sponsors(sponsors), names_end, position)
            position = names_end = end

    def _past_filler(self, position: int, *, after_a_name: bool) -> int:
        """Where the next name or other word begins, after an opening bracket too many ("France (Lithuania")."""
        filler = self.patterns.filler.match(self.text, position)
        position = filler.end() if filler else position
        stray = _STRAY_BRACKET.match(self.text, position) if after_a_name else None
        return stray.end() if stray and self._exact_name_at(stray.end()) else position

    def _name_at(self, position: int) -> _Name | None:
        """The sponsor named here. "Trinidad an Tobago" is no list that begins with Trinidad."""
        exact = self._exact_name_at(position)
        if exact and not self.patterns.may_go_on.match(self.text, exact.end):
            return exact
        misspelt = self._misspelt_name_at(position)
        if exact is None:
            return misspelt
        is_longer = misspelt is not None and misspelt.state is exact.state and misspelt.end > exact.end
        return misspelt if is_longer else exact

    def _exact_name_at(self, position: int) -> _Name | None:
        """The longest name that begins here and does not go on into other words."""
        if not self.text[position : position + 1].isalpha():
            return None
        first = bisect_left(self.positions, position)
        named = list(self.states.names_at(self.letters, first))
        for state, last in named:
            end = self.positions[last - 1] + 1
            is_one_name = not _BETWEEN_NAMES.search(self.text, position, end) and not self._runs_into_next(named, last)
            if is_one_name and state.kind is not StateKind.OTHER and not self._goes_on(end):
                return _Name(state, self._past_own_bracket(position, end))
        return None

    def _runs_into_next(self, named: Sequence[tuple[State, int]], last: int) -> bool:
        """Whether a shorter name ends before these letters do, and the next one ends among the words behind them.

        "Congo, Republic of Korea" are two States, and so are "Moldova, Republic of the Fiji Islands", though there is
        a Congo, Republic of, and a Moldova, Republic of.
        """
        if not _NEXT_LETTER.match(self.text, self.positions[last - 1] + 1):
            return False
        shorter = (end for _, end in named if end < last)
        next_ends = (end for start in shorter for _, end in self.states.names_at(self.letters, start))
        return any(end > last and self._ends_word(end) for end in next_ends)

    def _ends_word(self, last: int) -> bool:
        behind = self.positions[last - 1] + 1
        return not self.text[behind : behind + 1].isalpha()

    def _goes_on(self, end: int) -> bool:
        """Whether the words that follow belong to the same name or sentence: neither a note nor another name."""
        following = _NEXT_LETTER.match(self.text, end)
        if not following:
            return False
        start = following.end()
        if start == end and self.text[start].islower():
            return True
        if self.patterns.joining_word.match(self.text, start) or self.patterns.note.match(self.text, start):
            return False
        return next(self.states.names_at(self.letters, bisect_left(self.positions, start)), None) is None

    def _past_own_bracket(self, start: int, end: int) -> int:
        """The end of a name, after the closing bracket that belongs to it ("Iran (Islamic Republic of)")."""
        name = self.text[start:end]
        lacking = sum(map(name.count, _OPENING)) - sum(map(name.count, _CLOSING))
        closing = self.patterns.own_bracket.match(self.text, end) if lacking > 0 else None
        return closing.end() if closing else end

    def _misspelt_name_at(self, position: int) -> _Name | None:
        if not self.text[position : position + 1].isupper():
            return None
        for pattern in (_WORDS_WITH_BRACKET, _WORDS_WITH_AND, self.patterns.words):
            words = pattern.match(self.text, position)
            name = words[0].rstrip(" \n.*:-") if words else ""
            state = self.states.find_misspelt(name)
            if state and state.kind is not StateKind.OTHER:
                return _Name(state, position + len(name))
        return None

    def _skipped_at(self, position: int, *, after_a_name: bool) -> int:
        """Where a note on the name before, or an unreadable name, ends that stands here; here, if there is none."""
        note = self.patterns.note.match(self.text, position) if after_a_name else None
        if note:
            return note.end()
        words = self.patterns.words.match(self.text, position)
        if words is None or not words[0][0].isupper():
            return position
        return words.end() if self.states.resembles_a_name(words[0]) else position


def find_speaker(words: str, states: StateTable, language: LanguageWords = ENGLISH) -> tuple[Sponsor, str] | None:
    """The State that the words begin with, and the words after its name ("The Netherlands noted …").

    Paragraphs of the dialogue begin so, and items of the first sessions that have no sponsor parenthesis.
    """
    formula = language.speaker.match(words)
    begin = formula.end() if formula else 0
    tokens = list(re.finditer(r"\S+", words[begin:]))[:LONGEST_SPEAKER]
    for token in reversed(tokens):  # the longest name: "Guinea-Bissau said" before "Guinea"
        name = words[begin : begin + token.end()].rstrip(",;:")
        state = states.find(name)
        if state:
            return Sponsor(state.code, name), words[begin + token.end() :].lstrip()
    return None


def find_speaker_within(words: str, states: StateTable, dialogue: DialogueWords) -> Sponsor | None:
    """The first State that the words say to ask or recommend something ("Noting its report, Mexico recommended …")."""
    for verb in dialogue.speaks.finditer(words):
        tokens = words[max(0, verb.start() - REACH_OF_BRACKET) : verb.start()].split()[-LONGEST_SPEAKER:]
        for first in range(len(tokens)):  # the longest name first
            name = " ".join(tokens[first:])
            if state := states.find(name):
                return Sponsor(state.code, dialogue.article.sub("", name))
    return None


def _mended(name: str) -> str:
    """The name on one line: a hyphen before a line break stays only before a capital ("Guinea-Bissau")."""
    return _BREAK_AT_HYPHEN.sub(r"\1", _LINE_BREAK.sub("", " ".join(name.split())))
