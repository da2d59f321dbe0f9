"""The name of the own State is no part of an issue."""

from typing import Any

import pytest

from models.reviews.states import StateTable
from search import IssueQuestion, SearchIndex
from search.match.stages import match_reading
from search.query.issue import IssueReading, without_own_name

STATES = StateTable.built_in()


@pytest.mark.parametrize(
    ("code", "told", "left"),
    [
        ("SEN", "They beg. What was said to Senegal?", "They beg. What was said to ?"),
        ("NLD", "In the Netherlands, cells", "In the , cells"),
        ("CIV", "Cells of Cote d’Ivoire and Ghana", "Cells of  and Ghana"),
        ("GBR", "Prisons of the United Kingdom of Great Britain and Northern Ireland", "Prisons of the "),
        # a pronoun is no State
        ("USA", "They told us that the US holds them", "They told us that the  holds them"),
        # an adjective stays: the law may be called so
        ("JOR", "the Jordanian nationality of my children", "the Jordanian nationality of my children"),
        ("KEN", "Kenya", "Kenya"),
    ],
)
def test_every_name_of_it_is_taken_out(code: str, told: str, left: str) -> None:
    assert without_own_name(told, code, STATES) == left


def test_a_search_is_not_led_by_the_name_of_the_own_state(index: SearchIndex) -> None:
    def found(text: str) -> list[tuple[str, float]]:
        answer = index.match(IssueQuestion(text, own_state="XAA"))
        return [(hit.record.id, hit.relevance) for hit in answer.hits]

    assert found("Girls are married too young in Vellania") == found("Girls are married too young in ")
    assert found("Girls are married too young in Brenmark") != found("Girls are married too young in ")


def test_in_another_language_the_name_stays(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(texts: Any, reading: IssueReading, *rest: Any) -> Any:
        read.append(reading.text.text)
        return match_reading(texts, reading, *rest)

    monkeypatch.setattr("search.retrieve.on_issue.match_reading", noted)
    told = "Les filles sont mariées trop jeunes dans les villages de Vellania, sans leur accord"
    index.match(IssueQuestion(told, own_state="XAA"))
    index.match(IssueQuestion("Girls are married too young in Vellania", own_state="XAA"))
    assert read == [told, "Girls are married too young in "]
