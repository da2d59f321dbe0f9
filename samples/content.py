"""Reads samples/content/*.toml and samples/states.csv: what the invented documents say.

In an item the sponsors stand in braces, by code: "Ratify the Convention {XAB, XDC.1}; abolish the offence {XBE}"
is printed "Ratify the Convention (Brenmark, Eastern Republic of …); abolish the offence (Zhemria)". "XDC.1" prints
the first of the State's further names. Each run of braces ends one ask. Words before a "|" lead in to an ask and
are no part of it: "That Vellania | separate children from adults". Where the asks cannot be told from the braces,
the item is a table with the words printed and the asks that they hold.
"""

import csv
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CODE = re.compile(r"\b(X[A-E][A-E])(?:\.(\d))?")
SPONSORS = re.compile(r"((?:\s*\{[^}]*\})+)")
NOTE = re.compile(r"\[\^.*?\]")
SESSIONS = {
    3: ("third", "1 to 15 December 2008"),
    7: ("seventh", "8 to 19 February 2010"),
    11: ("eleventh", "2 to 13 May 2011"),
    17: ("seventeenth", "21 October to 1 November 2013"),
    20: ("twentieth", "27 October to 7 November 2014"),
    24: ("twenty-fourth", "18 to 29 January 2016"),
    30: ("thirtieth", "7 to 18 May 2018"),
    34: ("thirty-fourth", "4 to 15 November 2019"),
    37: ("thirty-seventh", "18 to 29 January 2021"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """One ask of an item, as this sample defines it."""

    text: str
    sponsors: tuple[str, ...]
    composed: bool = False
    """True where its words had to be brought together from a sentence that it shares with others."""


@dataclass(frozen=True)
class States:
    """The invented States: code → names, today's name first."""

    names: dict[str, list[str]]

    def printed(self, text: str) -> str:
        """A text with its codes replaced by names and its braces by parentheses."""
        named = CODE.sub(lambda code: self.names[code[1]][int(code[2] or 0)], text)
        return named.replace("{", "(").replace("}", ")").replace(" | ", " ")


def read_states() -> States:
    """The table samples/states.csv."""
    with (HERE / "states.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return States({row["code"]: [row["name"], *filter(None, row["names"].split(";"))] for row in rows})


Item = str | dict[str, Any]


def words_of_item(item: Item) -> str:
    """An item with its codes and braces, without the mark that closes it."""
    return item if isinstance(item, str) else str(item["printed"])


def requests_of(item: Item) -> list[Request]:
    """The asks of an item: those it names, or else the words before each run of sponsors."""
    if not isinstance(item, str):
        return [Request(text, tuple(sponsors), item.get("composed", False)) for text, sponsors in item["asks"]]
    parts = SPONSORS.split(NOTE.sub("", item))
    return [
        Request(request_text(text), tuple(code for code, _ in CODE.findall(sponsors)))
        for text, sponsors in zip(parts[::2], parts[1::2], strict=False)
    ]


def request_text(words: str) -> str:
    """The words of an ask without those that lead in to it or join it to the one before."""
    return words.split("|")[-1].strip(" ;.,").removeprefix("and ")


@dataclass(frozen=True)
class Report:
    """One Working Group report and its addendum, numbered."""

    raw: dict[str, Any]
    states: States

    @property
    def state(self) -> str:
        """Code of the State under review."""
        return str(self.raw["state"])

    @property
    def name(self) -> str:
        """Name of the State under review."""
        return self.states.names[self.state][0]

    @property
    def symbol(self) -> str:
        """Symbol of the Working Group report."""
        return str(self.raw["symbol"])

    @property
    def dialogue(self) -> list[dict[str, Any]]:
        """The paragraphs of the interactive dialogue."""
        return [{"text": entry} if isinstance(entry, str) else entry for entry in self.raw["dialogue"]]

    @property
    def conclusions(self) -> list[dict[str, Any]]:
        """The paragraphs of the conclusions, with their items."""
        return list(self.raw["conclusions"])

    @cached_property
    def paragraphs(self) -> dict[str, int]:
        """Number of each paragraph that the content names by a key, and of the parts of the report."""
        presentation = 5
        dialogue = presentation + len(self.raw["presentation"])
        conclusions = dialogue + len(self.dialogue)
        keyed = {entry["key"]: dialogue + k for k, entry in enumerate(self.dialogue) if "key" in entry}
        keyed |= {entry["key"]: conclusions + k for k, entry in enumerate(self.conclusions) if "key" in entry}
        last = conclusions + len(self.conclusions) - 1
        return keyed | {"presentation": presentation, "dialogue": dialogue, "conclusions": conclusions, "last": last}

    def numbered(self, text: str) -> str:
        """A text with {key} replaced by the number of that paragraph."""
        return re.sub(r"\{([a-z]+|[A-Z])\}", lambda key: str(self.paragraphs[key[1]]), text)

    def printed_number(self, key: str, item: int) -> str:
        """The number of an item as this report prints it."""
        return str(self.raw.get("numbers", "{item}.")).format(paragraph=self.paragraphs[key], item=item)

    @property
    def addendum(self) -> dict[str, Any]:
        """The content of the State's replies."""
        return dict(self.raw["addendum"])

    @property
    def addendum_symbol(self) -> str:
        """Symbol of the State's replies."""
        return f"{self.symbol}/Add.1"

    def paragraph_of(self, key: str, item: int) -> str:
        """The number of an item as records name it: "21.3"."""
        return f"{self.paragraphs[key]}.{item}"

    def answered_number(self, key: str, item: int) -> str:
        """The number of an item as the addendum prints it."""
        pattern = str(self.addendum.get("numbers", "{paragraph}.{item}"))
        return pattern.format(paragraph=self.paragraphs[key], item=item)


def expand(numbers: str) -> list[tuple[str, int]]:
    """ "P1 P3-5" → [("P", 1), ("P", 3), ("P", 4), ("P", 5)]."""
    expanded = []
    for key, first, last in re.findall(r"([A-Z])(\d+)(?:-(\d+))?", numbers):
        expanded += [(key, number) for number in range(int(first), int(last or first) + 1)]
    return expanded


def read_reports(states: States) -> Sequence[Report]:
    """All reports of samples/content, oldest review first within each State."""
    raws = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "content").glob("*.toml"))]
    return [Report(raw, states) for raw in sorted(raws, key=lambda raw: (raw["state"], raw["session"]))]
