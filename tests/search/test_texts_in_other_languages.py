"""Texts in other languages beside English ones: what their words find, and what they must not find."""

from pathlib import Path

import pytest

from models.texts.words import stem
from search import IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.match.stages import match_issue
from search.query.issue import read_issue
from tests.search.invented_index import Request, build

FRENCH = "Garantir que les enfants du pays apprennent à lire; ne plus vendre le pain des pauvres"
SPANISH = "Abrir escuelas nocturnas para los pescadores de la costa"
ARABIC = "فتح مدارس ليلية للصيادين على الساحل"
CHINESE = "在沿海地区为渔民开办夜校，暂停执行死刑"
REQUESTS = [
    Request("Let employers pay women what they pay men"),
    Request("Teach fishermen to read, and sell bread to the poor at a low price"),
    Request("Open more wells in the hills"),
    Request(FRENCH, language="fr"),
    Request(SPANISH, language="es"),
    Request(ARABIC, language="ar"),
    Request(CHINESE, language="zh"),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("languages") / "index", REQUESTS))


def texts(index: SearchIndex, query: str) -> list[str]:
    return [hit.record.text for hit in index.find(KeywordQuestion(query)).hits]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        pytest.param("enfants pays", FRENCH, id="French words"),
        pytest.param('"les enfants du pays"', FRENCH, id="French phrase"),
        pytest.param("pauvr*", FRENCH, id="beginning of a French word"),
        pytest.param("escuela nocturna", SPANISH, id="Spanish singular"),
        pytest.param("مدارس ليلية", ARABIC, id="Arabic words"),
        pytest.param("死刑", CHINESE, id="Chinese word"),
        pytest.param("渔民 夜校", CHINESE, id="two Chinese words"),
        pytest.param('"为渔民开办夜校"', CHINESE, id="Chinese phrase"),
    ],
)
def test_a_text_is_found_by_its_own_words(index: SearchIndex, query: str, text: str) -> None:
    answer = index.find(KeywordQuestion(query))
    assert [hit.record.text for hit in answer.hits] == [text]
    assert answer.hits[0].words_in_common


def test_characters_of_a_chinese_word_are_highlighted_together(index: SearchIndex) -> None:
    (hit,) = index.find(KeywordQuestion("死刑 渔民")).hits
    assert hit.words_in_common == ("渔民", "死刑")


@pytest.mark.parametrize("query", ["民渔", '"开办渔民"'], ids=["turned round", "in another order"])
def test_characters_in_another_order_are_another_word(index: SearchIndex, query: str) -> None:
    assert texts(index, query) == []


def test_words_that_look_alike_find_nothing_for_an_english_issue(index: SearchIndex) -> None:
    snapshot = index.snapshot
    matched = match_issue(snapshot, "They pay us late and our pain is plus for them", "en")
    rows = dict(zip(texts_of(snapshot), matched.relevance, strict=True))
    assert "pay" in matched.reading.stems
    assert snapshot.english_words.frequency("pay") == 1
    assert snapshot.all_words.frequency("pay") == 2
    assert rows[FRENCH] < 0.5
    assert read_issue("Qwx", snapshot.english_words, "en").share_unknown_to(snapshot.english_words) == 1


def texts_of(snapshot: object) -> list[str]:
    rows = snapshot.catalogue.rows.tolist()  # type: ignore[attr-defined]
    of_rows = snapshot.connection.texts(rows)  # type: ignore[attr-defined]
    return [of_rows[row] for row in rows]


def test_nothing_is_highlighted_in_a_text_that_has_no_word_of_the_issue_in_common(index: SearchIndex) -> None:
    answer = index.match(IssueQuestion(f"{FRENCH}. {REQUESTS[1].text}", limit=20, written_in="en"))
    by_text = {hit.record.text: hit for hit in (*answer.hits, *answer.related)}
    assert by_text[FRENCH].highlights == ()
    assert by_text[FRENCH].by_meaning
    assert "bread" in by_text[REQUESTS[1].text].words_in_common


def test_words_of_other_languages_are_no_sign_that_an_issue_is_english(index: SearchIndex) -> None:
    lexical = index.snapshot.english_words
    for word in ("enfants", "escuelas", "مدارس", "死"):
        assert lexical.frequency(stem(word)) == 0
    assert lexical.frequency("fishermen") == 1
    assert index.match(IssueQuestion("Les enfants du pays doivent apprendre à lire et à écrire")).language == "fr"


def test_an_index_in_one_language_is_held_once(tmp_path: Path) -> None:
    snapshot = open_index(build(tmp_path / "index", REQUESTS[:3])).snapshot
    assert snapshot.all_words is snapshot.english_words


def test_an_index_without_an_english_text_answers(tmp_path: Path) -> None:
    index = open_index(build(tmp_path / "index", REQUESTS[3:]))
    assert [hit.record.text for hit in index.find(KeywordQuestion("死刑")).hits] == [CHINESE]
    assert index.match(IssueQuestion("bread", written_in="en")).total >= 0


def test_similar_asks_of_one_language_show_their_words(tmp_path: Path) -> None:
    again = f"{FRENCH} au marché"
    index = open_index(build(tmp_path / "index", [*REQUESTS, Request(again, session=7, language="fr")]))
    first = next(hit for hit in index.find(KeywordQuestion("enfants pays marché")).hits)
    answer = index.similar(first.record.id)
    assert answer.hits[0].record.text == FRENCH
    assert "pays" in answer.hits[0].words_in_common
