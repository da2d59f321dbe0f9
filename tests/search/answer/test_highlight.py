"""Words in common between query and record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.texts.words import words_of
from search.answer.spans import highlight_words, words_at

CASES = {
    "other forms of a word": ("Ending marriages, early", "early marriage", ("marriages", "early")),
    "once, whatever the capitals": ("Prison by prison", "prisons", ("Prison",)),
    "an apostrophe belongs to its word": ("Women’s rights", "women", ("Women’s",)),
    "no word shared": ("Close the quarry", "child marriage", ()),
    "stop words of a phrase": ("Uphold the rule of law in the islands", "the rule of law", ("rule", "law")),
    "words of every issue": ("Uphold the human rights of women", "rights of women", ("women",)),
    "words of every issue, and no other": ("Uphold the human rights of women", "human rights", ("human", "rights")),
    "words of every issue, where the others are not there": ("Uphold human rights", "rights of women", ()),
    "letters within a word are no word": ("Childhood", "child", ()),
}


@pytest.mark.parametrize(("quoted", "query", "words"), CASES.values(), ids=CASES)
def test_words_in_common_are_as_the_record_prints_them(quoted: str, query: str, words: tuple[str, ...]) -> None:
    stems = {word.stem for word in words_of(query)}
    assert words_at(quoted, highlight_words(quoted, stems)) == words


def test_words_of_another_ask_are_no_reason() -> None:
    quoted = "Close prisons (X); free children (Y)"
    start = quoted.index("free")
    assert words_at(quoted, highlight_words(quoted, {"prison", "free"}, start, len(quoted))) == ("free",)


@given(st.text(max_size=80), st.data())
def test_marks_can_be_stripped_again(quoted: str, data: st.DataObject) -> None:
    stems = data.draw(st.sets(st.sampled_from(sorted({word.stem for word in words_of(quoted)}) or ["x"])))
    pieces, end = [], 0
    for start, stop in highlight_words(quoted, stems):
        assert end <= start < stop
        pieces += [quoted[end:start], "<mark>", quoted[start:stop], "</mark>"]
        end = stop
    marked = "".join([*pieces, quoted[end:]])
    assert "<mark>" in quoted or marked.replace("<mark>", "").replace("</mark>", "") == quoted
