"""The default encoder finds an issue that shares hardly a word with what was recommended."""

from pathlib import Path

import pytest

from models.encoders.model_files import LIGHT_MODEL
from search import IssueQuestion, open_index
from tests.search.invented_index import Request, build

ISSUE = "In our rural districts girls of thirteen are still married off by their families"
ON_IT = [
    Request("Raise the lowest age of marriage to 18 for girls and boys, without exception", state="XAA"),
    Request("Bring the practice of marrying off girls in rural areas to an end", state="XAB"),
    Request("Step up the fight against early marriage of girls", state="XBA"),
]
NOT_ON_IT = [
    Request("Build secondary schools with dormitories in remote valleys", state="XAA"),
    Request("Train village midwives and equip rural health posts", state="XAA"),
    Request("Repeal the law that punishes insults to the head of State", state="XAB"),
    Request("Give prisoners clean water and a doctor", state="XAB"),
    Request("Register the land of women farmers in their own names", state="XBA"),
    Request("Accede to the convention on the protection of migrant workers", state="XBA"),
    Request("Let independent monitors into police stations", state="XBA"),
    Request("Pay old people who live alone a pension that feeds them", state="XAB"),
    Request("Stop dumping of mine waste in the river", state="XAA"),
]


@pytest.mark.encoder
def test_child_marriage_told_in_other_words(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, [*NOT_ON_IT, *ON_IT], LIGHT_MODEL))
    answer = index.match(IssueQuestion(ISSUE, own_state="XAB", limit=20))
    assert [hit.record.text for hit in answer.hits][:2] == [ON_IT[1].text, ON_IT[2].text]
    assert [hit.group for hit in answer.hits][:2] == ["own", "others"]
    assert answer.own_total == 1
    assert answer.total <= len(ON_IT)


@pytest.mark.encoder
def test_nothing_on_the_issue_shows_the_nearest_as_related(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, [*NOT_ON_IT, *ON_IT], LIGHT_MODEL))
    answer = index.match(IssueQuestion(ISSUE, own_state="XAA", limit=20))
    told = [hit for hit in (*answer.hits, *answer.related) if hit.group == "own"]
    assert told[0].record.text == ON_IT[0].text
    assert index.match(IssueQuestion("How do I get a cheap flight to Lisbon?", own_state="XAA")).total == 0
