"""Which ask of a printed paragraph a record is."""

from dataclasses import replace

import pytest

from models.records.records import Sponsor
from search.answer.spans import request_in_paragraph_of
from tests.search.invented_index import Request, records_of

SEVERAL = "Plant oaks (France); plant oaks and pines (Iran (Islamic Republic of)); plant oaks (Brenmark), by the sea;"
CASES = {
    "the only ask, with its States": ("Plant oaks", "Plant oaks (Brenmark);", "Plant oaks (Brenmark)"),
    "each State in parentheses of its own (A/HRC/43/15)": (
        "Plant oaks",
        "Plant oaks (France) (Brenmark); dig",
        "Plant oaks (France) (Brenmark)",
    ),
    "marks of a list between the States (A/HRC/63/12)": (
        "Plant oaks",
        "Plant oaks (Brenmark); (Brenmark), (Brenmark); (a) Dig (France)",
        "Plant oaks (Brenmark); (Brenmark), (Brenmark)",
    ),
    "one of several": ("plant oaks and pines", SEVERAL.replace("Brenmark", "X"), "plant oaks and pines"),
    "printed several times: the States tell which": ("plant oaks", SEVERAL, "plant oaks (Brenmark)"),
    "the full stop comes before the States": ("Plant oaks.", "Plant oaks. (Brenmark)", "Plant oaks. (Brenmark)"),
    "a name with parentheses": ("Dig", "Plant (X); Dig (Iran (Islamic Republic of), Brenmark)", None),
    "printed several times, by others": ("Plant", "Plant (France); Plant (Spain);", "Plant (France); Plant (Spain);"),
    "taken from the dialogue": ("recommended planting", "Brenmark recommended (a) planting; (b) digging.", "planting"),
    "not printed so": ("Plant pines", "Plant oaks (Brenmark);", "Plant oaks (Brenmark);"),
    "marks of a pattern in the ask": ("Plant (a+) oaks", "Dig; Plant (a+) oaks", "Plant (a+) oaks"),
    "no words": ("", "Plant oaks", "Plant oaks"),
}


@pytest.mark.parametrize(("text", "quoted", "shown"), CASES.values(), ids=CASES)
def test_the_ask_of_a_record_is_told_from_the_others(text: str, quoted: str, shown: str | None) -> None:
    (record,) = records_of([Request(text, quoted=quoted)])
    start, end = request_in_paragraph_of(record)
    assert quoted[start:end] == (shown or quoted[quoted.index(text) :])


def test_a_composed_ask_stands_nowhere() -> None:
    (record,) = records_of([Request("Plant oaks", quoted="Consider planting/plant oaks (Brenmark);")])
    composed = replace(record, composed=True, sponsors=(Sponsor("XAB", "Brenmark"),))
    assert request_in_paragraph_of(composed) == (0, len(record.quoted))
