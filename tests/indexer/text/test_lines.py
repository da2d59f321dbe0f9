"""Lines of a paragraph become its text; hyphens at line ends go or stay on the evidence of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.lines import BREAK, join_lines, mark_broken_words
from models.records.documents import Line


def lines(*texts: str) -> list[Line]:
    return [Line(text, 1, 113, 480, 100 + 12 * row, 10, False, False) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        pytest.param(["Adopt the plan", "in full"], "Adopt the plan in full", id="a space for a line's end"),
        pytest.param(["the rights of same-", "sex couples"], "the rights of same-sex couples", id="real hyphen"),
        pytest.param([f"the govern{BREAK}", "ment"], "the government", id="broken word"),
        pytest.param(["the period 2011-", "2015"], "the period 2011-2015", id="years"),
        pytest.param(["the period 2011–", "2015"], "the period 2011–2015", id="years, en dash"),
        pytest.param(["pre-", "and post-war"], "pre- and post-war", id="suspended hyphen"),
        pytest.param(["the plan -", "not ready"], "the plan - not ready", id="dash between spaces"),
        pytest.param(["and/", "or the law"], "and/or the law", id="slash"),
        pytest.param(["(A/HRC/WG.6/20/", "XAA/1)"], "(A/HRC/WG.6/20/XAA/1)", id="broken symbol"),
        pytest.param(["women", ", children", "(Spain)", ";"], "women, children (Spain);", id="no space before marks"),
        pytest.param(["the plan (Spain) ;"], "the plan (Spain) ;", id="a space that is printed stays"),
        pytest.param([], "", id="nothing"),
        pytest.param(["the last word is bro" + BREAK], "the last word is bro", id="break at the end"),
    ],
)
def test_join_lines(printed: list[str], text: str) -> None:
    assert join_lines(lines(*printed)) == text


@pytest.mark.parametrize(
    ("printed", "broken"),
    [
        pytest.param(["the govern-", "ment was asked;", "the government said"], True, id="the whole word is printed"),
        pytest.param(["the same-", "sex couples;", "of same-sex couples"], False, id="the hyphen is printed"),
        pytest.param(["on child-", "marriage"], False, id="neither"),
        pytest.param(["under-", "represented women, underrepresented"], False, id="prefix, printed without hyphen"),
        pytest.param(["over-", "crowding; overcrowding, crowding, over"], False, id="both halves are words"),
        pytest.param(["Law 42-", "00 and others"], False, id="figures"),
        pytest.param(["the plan -", "ready"], False, id="dash"),
        pytest.param(["a govern-"], False, id="last line"),
    ],
)
def test_which_hyphens_mark_a_break(printed: list[str], broken: bool) -> None:
    marked = mark_broken_words(lines(*printed))
    assert (marked[0].text[-1] == BREAK) is broken
    assert [line.text for line in marked[1:]] == printed[1:]


def test_a_document_set_with_hyphenation_breaks_words_that_it_prints_but_once() -> None:
    printed = [
        "the govern-",
        "ment and the parlia-",
        "ment; government, parliament; the indus-",
        "try of non-",
        "members",
    ]
    assert join_lines(mark_broken_words(lines(*printed))) == (
        "the government and the parliament; government, parliament; the industry of nonmembers"
    )


def test_a_document_set_without_hyphenation_keeps_hyphens_of_words_that_it_prints_but_once() -> None:
    printed = ["same-", "sex, self-", "made; same-sex, self-made; child-", "marriage"]
    assert join_lines(mark_broken_words(lines(*printed))) == "same-sex, self-made; same-sex, self-made; child-marriage"


WORDS = st.lists(st.from_regex(r"[a-z]{1,8}(-[a-z]{2,8})?", fullmatch=True), min_size=1)


@given(WORDS)
def test_words_come_through_whole(words: list[str]) -> None:
    assert join_lines(mark_broken_words(lines(*words))).split() == words


@given(st.lists(st.text("abc-­ ;/", max_size=6)))
def test_marking_changes_nothing_but_hyphens_at_line_ends(texts: list[str]) -> None:
    marked = mark_broken_words(lines(*texts))
    assert [line.text.rstrip(BREAK + "-") for line in marked] == [text.rstrip(BREAK + "-") for text in texts]
