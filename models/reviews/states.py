"""States and other entities that occur in UN documents, and the names that documents give them.

Codes and plain names come from pycountry (ISO 3166-1). Regional groups (regional_groups.csv) follow the UN's lists
for electoral purposes: Israel, Türkiye and the United States are in the Western European and Others Group, Kiribati
in the Asia-Pacific Group. Names that UN documents print, today's and former, long and misspelt, are in
state_names.csv; those in the other five languages of the UN, as its terminology database UNTERM gives them (without
articles), in state_names_in_languages.csv, the short ones of today marked, with former ones of French and Spanish
reports.
"""

import csv
import gettext
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Self

import pycountry
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from models.errors import StateTableError, UnknownState
from models.files.package_tables import table_rows
from models.messages.message import Message, StateName
from models.messages.spoken import saying


class StateKind(StrEnum):
    """Members are reviewed and recommend; observers only recommend; others occur in treaty-body data."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER = "other"


class RegionalGroup(StrEnum):
    """The UN's regional groups of Member States."""

    AFRICA = Message("African Group")
    ASIA_PACIFIC = Message("Asia-Pacific Group")
    EASTERN_EUROPE = Message("Eastern European Group")
    LATIN_AMERICA = Message("Latin American and Caribbean Group")
    WESTERN_EUROPE = Message("Western European and Others Group")


@dataclass(frozen=True, slots=True)
class State:
    """One State or entity."""

    code: str
    """ISO 3166 alpha-3 code; invented States of a sample have codes of their own ("XAA")."""
    name: str
    """Today's short name, for pages ("Türkiye")."""
    kind: StateKind
    regional_group: str | None
    """A RegionalGroup, a group that a sample defines, or None."""
    invented: bool = False
    """True for a sample."""

    @property
    def in_message(self) -> StateName:
        """Its name where a message has it."""
        return StateName(self.code, self.name)


OBSERVERS = ("PSE", "VAT")
OTHER_ENTITIES = ("COK", "EUE", "HKG", "MAC", "NIU", "XKX")
"""ISO 3166 codes, save EUE (reserved there for the European Union) and XKX (user-assigned, as others use it)."""

MAX_SAMPLE_STATES = 1_000
_CODE = re.compile(r"[A-Z]{3}")
_LEADING_THE = re.compile(r"^(?:the)+")
_SAMPLE_COLUMNS = ("code", "name", "regional_group", "names")
NAMES_FOLDED = 8_192
"""Kept: tables are made of the same 2,000 names, and each page with a list of States sorts two hundred."""
_PREFIX = 2
"""Letters by which names are looked up; the shortest name has as many ("UK")."""


def fold_letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text without case and accents, and where in the text each stands.

    Spaces, hyphens, dots, apostrophes and brackets vanish, so that it does not matter where a line was broken;
    "&" becomes "and".
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = "and" if character == "&" else unicodedata.normalize("NFKD", character).casefold()
        kept = [letter for letter in plain if letter.isalnum()]
        letters += kept
        places += [place] * len(kept)
    return "".join(letters), places


@lru_cache(NAMES_FOLDED)
def fold_name(name: str) -> str:
    """What two spellings of one name have in common: its letters, without a leading "the"; folding twice is once."""
    return _LEADING_THE.sub("", fold_letters(name)[0])


class StateTable:
    """All States that a run knows, by code and by any name that documents print."""

    def __init__(self, states: Iterable[State], names: Iterable[tuple[str, str]] = ()) -> None:
        """Take the States and further (code, name) pairs.

        Raises:
            StateTableError: a code occurs twice, a name belongs to two States or to none, or has no letters.
        """
        self._by_code: dict[str, State] = {}
        self._by_name: dict[str, State] = {}
        for state in sorted(states, key=lambda state: state.code):
            if state.code in self._by_code:
                raise _of_two(state.code)
            self._by_code[state.code] = state
            self._add_name(state, state.name)
        self._further_names = tuple(names)
        for code, name in self._further_names:
            self._add_name(self._by_code[code], name)

    def _add_name(self, state: State, name: str) -> None:
        key = fold_name(name)
        if len(key) < _PREFIX:
            raise _no_word_for_a_state(name)
        if self._by_name.setdefault(key, state) is not state:
            raise _of_two(name)

    @staticmethod
    @cache
    def built_in() -> "StateTable":
        """The 193 Member States, the two observer States, and the other entities of OTHER_ENTITIES."""
        rows = table_rows("models.reviews", "state_names.csv")
        today = {row["code"]: row["name"] for row in rows if row["use"] == "today"}
        states = [_built_in_state(code, group, today) for code, group in _kinds_and_groups()]
        printed = [(row["code"], row["name"]) for row in rows]
        return StateTable(states, [*printed, *(pair for state in states for pair in _iso_names(state.code))])

    def extended(self, path_to_csv: Path) -> Self:
        """This table and the invented States of a sample.

        The file is UTF-8 with the columns code, name, regional_group and names (further names, separated by
        semicolons).

        Raises:
            StateTableError: the file cannot be read, lacks a column, or has a code or name that is taken.
        """
        rows = _sample_rows(path_to_csv)
        further = [(row["code"], name) for row in rows for name in row["names"].split(";") if name.strip()]
        try:
            invented = [_invented_state(row) for row in rows]
            return type(self)([*self, *invented], [*self._further_names, *further])
        except StateTableError as error:
            raise StateTableError(saying("%(path)s: %(error)s", path=str(path_to_csv), error=error.sentence)) from error

    @classmethod
    def from_states(cls, states: Iterable[State]) -> Self:
        """A table of exactly these States; those that are not invented keep all their built-in names."""
        known = list(states)
        real = {state.code for state in known if not state.invented}
        return cls(known, [(code, name) for code, name in cls.built_in()._further_names if code in real])

    def with_names_in(self, languages: Iterable[str]) -> Self:
        """This table and its States' names in other languages (codes of ISO 639-1): the UN's, then those of ISO 3166.

        Of "Iran, République islamique d'", the part before the comma counts, of "Bolivie (État plurinational de)" that
        before the bracket too; a name that is taken is left out.
        """
        added: dict[str, tuple[str, str]] = {}
        for language in languages:
            for code, name in (*_names_of_the_un(language), *self._names_of_iso(language)):
                if len(fold_name(name)) >= _PREFIX and code in self._by_code and self.find(name) is None:
                    added.setdefault(fold_name(name), (code, name))
        return type(self)(self, [*self._further_names, *added.values()])

    def _names_of_iso(self, language: str) -> Iterator[tuple[str, str]]:
        catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for state in self:
            for code, name in _iso_names(state.code)[:1]:
                yield code, catalogue.gettext(name).split(",")[0]

    def __iter__(self) -> Iterator[State]:
        """All States in the order of their codes."""
        return iter(self._by_code.values())

    def __len__(self) -> int:
        """How many States the table has."""
        return len(self._by_code)

    def get(self, code: str) -> State | None:
        """The State of an alpha-3 code, or None."""
        return self._by_code.get(code)

    def __getitem__(self, code: str) -> State:
        """The State of an alpha-3 code.

        Raises:
            UnknownState: the table has no such code.
        """
        state = self.get(code)
        if state is None:
            raise UnknownState(
                Message(
                    "There is no State with the code “%(code)s”; use its three-letter ISO code (SVN, say).",
                    code=code[:80],
                )
            )
        return state

    def find(self, printed_name: str) -> State | None:
        """The State of a name as documents print it, today's or former, with any case, accents and line breaks."""
        key = fold_name(printed_name)
        return self._by_name.get(key) or self._by_name.get(key.removesuffix("the"))

    def names_of(self, code: str) -> frozenset[str]:
        """The names of a State, folded."""
        return frozenset(name for name, state in self._by_name.items() if state.code == code)

    def names_at(self, letters: str, start: int) -> Iterator[tuple[State, int]]:
        """The States whose name begins at `start` in folded letters, each with the name's end, longest first."""
        for length in self._lengths_by_prefix.get(letters[start : start + _PREFIX], ()):
            state = self._by_name.get(letters[start : start + length])
            if state is not None and start + length <= len(letters):
                yield state, start + length

    @cached_property
    def _lengths_by_prefix(self) -> dict[str, list[int]]:
        lengths: dict[str, set[int]] = {}
        for name in self._by_name:
            lengths.setdefault(name[:_PREFIX], set()).add(len(name))
        return {prefix: sorted(found, reverse=True) for prefix, found in lengths.items()}

    def find_misspelt(self, printed_name: str) -> State | None:
        """The one State whose name differs from this word by slips of the pen, or None where any doubt is left.

        One slip (a letter too many, missing, wrong or swapped: optimal string alignment) is forgiven in words of six
        to eight letters, two in longer ones. Every other State must be at least two slips further away, and
        the last letter must agree ("Malaysian", "German" and "Argentine" are other words).
        """
        word = fold_name(printed_name)
        if len(word) < 6:
            return self._by_name.get(word)
        allowed = 1 if len(word) <= 8 else 2
        names = self._by_name.keys()
        near = process.extract(word, names, scorer=OSA.distance, score_cutoff=allowed + 1, limit=None)
        if not near:
            return None
        name, malformed, _ = near[0]
        state = self._by_name[name]
        rivals = any(distance < malformed + 2 for other, distance, _ in near if self._by_name[other] is not state)
        return None if rivals or malformed > allowed or name[-1] != word[-1] else state

    def resembles_a_name(self, words: str) -> bool:
        """Whether these words look like the name of a State, even where it cannot be said which.

        They do where the Indel similarity to some name is at least 75 %, from four letters on.
        """
        word, names = fold_name(words), self._by_name.keys()
        return len(word) >= 4 and process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=75) is not None


@cache
def _names_of_the_un(language: str) -> tuple[tuple[str, str], ...]:
    """(code, name) pairs, short and formal, and short ones without what stands in brackets."""
    rows = [row for row in table_rows("models.reviews", "state_names_in_languages.csv") if row["language"] == language]
    return tuple(
        (row["code"], name) for row in rows for name in dict.fromkeys((row["name"], row["name"].split(" (")[0]))
    )


@cache
def short_names_in(language: str) -> Mapping[str, str]:
    """Today's names of States in a language other than English, by code: the UN's short ones, else those of ISO 3166.

    A State that is not among them is called as in English.
    """
    iso = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
    english = [pair for code, _ in _kinds_and_groups() for pair in _iso_names(code)[:1]]
    of_iso = {code: iso.gettext(name) for code, name in english if iso.gettext(name) != name}
    rows = table_rows("models.reviews", "state_names_in_languages.csv")
    return of_iso | {row["code"]: row["name"] for row in rows if (row["language"], row["use"]) == (language, "today")}


def _kinds_and_groups() -> list[tuple[str, RegionalGroup | None]]:
    members = [
        (row["code"], RegionalGroup(row["regional_group"]))
        for row in table_rows("models.reviews", "regional_groups.csv")
    ]
    return [*members, *((code, None) for code in (*OBSERVERS, *OTHER_ENTITIES))]


def _built_in_state(code: str, group: RegionalGroup | None, today: dict[str, str]) -> State:
    kind = StateKind.MEMBER if group else StateKind.OBSERVER if code in OBSERVERS else StateKind.OTHER
    return State(code, today.get(code) or _iso_names(code)[0][1], kind, group)


def _iso_names(code: str) -> list[tuple[str, str]]:
    """(code, name) pairs of ISO 3166-1, the short name first; none for the codes that are not assigned there."""
    country = pycountry.countries.get(alpha_3=code)
    names = (getattr(country, kind, None) for kind in ("name", "common_name", "official_name"))
    return [(code, name) for name in names if name]


def _sample_rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", restkey="")
            columns = reader.fieldnames or ()
            rows = [row for row, _ in zip(reader, range(MAX_SAMPLE_STATES + 1), strict=False)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _no_table(path) from error
    if not set(_SAMPLE_COLUMNS) <= set(columns) or len(rows) > MAX_SAMPLE_STATES:
        raise _no_table(path)
    return rows


def _invented_state(row: dict[str, str]) -> State:
    if not _CODE.fullmatch(row["code"]):
        raise _no_word_for_a_state(row["code"])
    return State(row["code"], row["name"], StateKind.MEMBER, row["regional_group"] or None, invented=True)


def _of_two(word: str) -> StateTableError:
    return StateTableError(
        saying("“%(word)s” stands for two States: give each a code and names of its own.", word=word)
    )


def _no_word_for_a_state(word: str) -> StateTableError:
    return StateTableError(
        saying(
            "“%(word)s” is no name or code of a State: write names in letters, and codes in three capital letters "
            "(XAA, say).",
            word=word,
        )
    )


def _no_table(path: Path) -> StateTableError:
    return StateTableError(
        saying(
            "%(path)s is no table of States: save it as CSV in UTF-8, with the columns %(columns)s and at most "
            "%(most)s States.",
            path=str(path),
            columns=", ".join(_SAMPLE_COLUMNS),
            most=str(MAX_SAMPLE_STATES),
        )
    )
