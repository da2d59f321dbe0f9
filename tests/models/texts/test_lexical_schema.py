"""Which words are the same word to the index."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.texts.words import (
    FORM_FIELD,
    TEXT_FIELD,
    forms_and_stems,
    lexical_schema,
    stem,
    words_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("discriminated", "discriminating", id="endings"),
        pytest.param("women", "Women", id="case"),
        pytest.param("children's", "children", id="possessive"),
        pytest.param("State’s", "states", id="typographic apostrophe"),
        pytest.param("Côte", "cote", id="accents"),
        pytest.param("OP-CAT", "OPCAT", id="optional protocol with and without hyphen"),
        pytest.param("libert\u00e9s", "liberte\u0301s", id="accent as a character of its own"),
        pytest.param("تجرّم", "تجرم", id="Arabic with and without a vowel sign"),
        pytest.param("CAT-OP", "op-cat", id="optional protocol named last"),
        pytest.param("OP\u2011CAT", "OP-CAT", id="non-breaking hyphen"),
        pytest.param("OP-CRC-SC", "OPCRC-SC", id="optional protocol of three parts"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    assert [word.stem for word in words_of(one)] == [word.stem for word in words_of(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("international", "internal", id="Porter's classic mistake"),
        pytest.param("OP-CAT", "CAT", id="the optional protocol is not the convention"),
        pytest.param("OP-CAT", "OP-CRC", id="two optional protocols"),
        pytest.param("1325", "1324", id="numbers"),
    ],
)
def test_different_words(one: str, other: str) -> None:
    assert [word.stem for word in words_of(one)] != [word.stem for word in words_of(other)]


def test_each_character_of_chinese_is_a_word() -> None:
    words = [word.stem for word in words_of("废除死刑, 2030年 CEDAW公约")]
    assert words == [*"废除死刑", "2030", "年", "cedaw", *"公约"]


def test_words_stand_where_they_stand_in_the_text() -> None:
    text = "Ratify OP-CAT; children’s rights, HIV/AIDS."
    assert [text[word.start : word.end] for word in words_of(text)] == [
        "Ratify",
        "OP-CAT",
        "children’s",
        "rights",
        "HIV",
        "AIDS",
    ]


def test_the_index_cuts_texts_as_words_of_does() -> None:
    text = "Children's rights: ratify the OP-CAT, end child-labour in Côte d’Ivoire"
    forms, stems = forms_and_stems(text)
    assert stems == [word.stem for word in words_of(text)]
    assert forms[:5] == ["children's", "rights", "ratify", "the", "opcat"]


def test_the_fields_of_the_schema_cut_texts_alike() -> None:
    text = "Visited the prison's OP-CAT cell"
    fields = lexical_schema()
    assert list(fields[TEXT_FIELD].process_text(text)) == ["visit", "the", "prison", "opcat", "cell"]
    assert list(fields[FORM_FIELD].process_text(text)) == ["visited", "the", "prison's", "opcat", "cell"]


@given(st.one_of(st.text(max_size=40), st.text("aéB-'’ OoPpsé\u0301٪死1 \u2011", max_size=20)))
def test_any_text_is_cut_alike_by_the_schema(text: str) -> None:
    tokens = [
        (token.text, token.startchar, token.endchar)
        for token in lexical_schema()[TEXT_FIELD].tokenize(text, chars=True)
    ]
    assert tokens == list(words_of(text))


def test_threads_stem_alike() -> None:
    words = ["discriminated", "ratifying", "international", "families"] * 200
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem, words)) == [stem(word) for word in words]
