"""Typing errors in keywords and in names of States."""

from pathlib import Path

import pytest

from models.errors import UnknownState
from search import KeywordQuestion, SearchIndex, open_index
from tests.search.invented_index import Request, build

REQUESTS = [
    Request("Visit every prison in the province"),
    Request("Let children visit prisons"),
    Request("Train judges on discrimination"),
    Request("Outlaw FGM and kafala"),
    Request("Plant trees along the canals", state="XAB"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = build(tmp_path_factory.mktemp("typed") / "index", REQUESTS)
    return open_index(folder)


MENDED = {
    "a letter left out": ("childen", "children"),
    "a letter too many": ("prisonn", "prison"),
    "two letters exchanged": ("childern visit", "children visit"),
    "two letters exchanged in a short word": ("viist", "visit"),
    "the last two of a word of six letters": ("prisno visit", "prison visit"),
    "the first two": ("rpison", "prison"),
    "two words": ("childen prisonns", "children prisons"),
    "capitals and marks about it": ("Visit, (Childen)", "Visit, (children)"),
    "in a phrase": ('"visit prisonns"', '"visit prisons"'),
    "operators stay": ("NOT childen AND visit", "NOT children AND visit"),
    "of a text, not beside a name": ("FGM discrimnation OR prisn", "FGM discrimination OR prison"),
    "a State": ("state:Keyna OR visit", 'state:"Kenya" OR visit'),
}


@pytest.mark.parametrize(("typed", "mended"), MENDED.values(), ids=MENDED)
def test_what_was_meant(index: SearchIndex, typed: str, mended: str) -> None:
    answer = index.find(KeywordQuestion(typed))
    assert answer.did_you_mean == mended
    assert answer.notes[-1] == f"Did you mean {mended}?"


KEPT = {
    "words that texts hold": "children visit prison",
    "stop words": "the prison of",
    "a word that is like none": "zeppelin",
    "the end of a word": "*chilren",
    "another first letter": "brison",
    "a short word": "vis",
    "two errors in a short word": "vsti",
    "two errors in a word of seven letters": "prosoms",
    "two letters exchanged and one left out, in a short word": "prsio",
    "two letters exchanged that do not stand side by side": "vitis",
    "a number": "12345",
    "an abbreviation": "PRIZON",
    "one with small letters": "PriZon",
    "a word that is like a stop word alone": "tthe",
    "what would find nothing either": "childen trees",
    "a beginning": "childr*",
    "what stands for others": "childen~",
    "a name that no text here holds": "CEDAW",
    "what cannot be read": '"childen',
    "a field": "symbol:A/HRC/1",
    "longer than any word": "prison" * 12,
}


@pytest.mark.parametrize("typed", KEPT.values(), ids=KEPT)
def test_nothing_is_proposed(index: SearchIndex, typed: str) -> None:
    assert index.find(KeywordQuestion(typed)).did_you_mean is None


def test_of_words_as_near_the_one_printed_most_is_proposed(tmp_path: Path) -> None:
    texts = ["Open the canal", "Open the canals by night", "Mend canals", "Dig canals"]
    index = open_index(build(tmp_path / "index", [Request(text) for text in texts]))
    assert index.find(KeywordQuestion("cannals")).did_you_mean == "canals"
    assert index.find(KeywordQuestion("canalz")).did_you_mean == "canals"


def test_a_name_that_two_states_are_near_to_says_both(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("state:Slovania"))
    assert answer.did_you_mean is None
    assert answer.notes == ("“Slovania” names no State. Written nearly so: “Slovakia” and “Slovenia”.",)


def test_a_state_of_a_question_that_there_is_not_says_which_is_near(index: SearchIndex) -> None:
    with pytest.raises(UnknownState, match=r"“Keyna” names no State\. Written nearly so: “Kenya”"):
        index.state("Keyna")
    with pytest.raises(UnknownState, match="“Atlantis” names no State: use its name"):
        index.state("Atlantis")
    with pytest.raises(UnknownState, match="use its name"):
        index.state("x" * 5000)


@pytest.mark.parametrize("name", ["Kenia", "كينيا", "Royaume-Uni", "Reino Unido"])
def test_a_state_can_be_named_in_the_languages_of_the_united_nations(index: SearchIndex, name: str) -> None:
    assert index.state(name).code in ("KEN", "GBR")
    answer = index.find(KeywordQuestion(f'state:"{name}"'))
    assert not any("names no State" in note for note in answer.notes)
