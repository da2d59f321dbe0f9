"""HTML as a reader sees it, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.read.html_lines import html_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one<br>two<BR/>three", ["one", "two", "three"]),
        ("<p class='a'>one <b>and</b>\n  two</p><p> </p><td>three</td>", ["one and two", "three"]),
        ("huts &amp; lakes&nbsp;&lt;b&gt;", ["huts & lakes <b>"]),  # an entity makes no tag
        ("a < b > c, x<5", ["a < b > c, x<5"]),  # no tags
        ("one<!-- > <p>hidden</p> -->two", ["onetwo"]),
        ("one<!-- never closed <p>two</p>", ["one"]),
        ("<script>if (a<b) { '</p>' }</script><style>p {}</style>seen", ["seen"]),
        ("<script>never closed <p>two</p>", []),
        ("<!DOCTYPE html><?xml version='1'?><html><title>t</title><body>one", ["one"]),
        ("", []),
    ],
    ids=str,
)
def test_lines(text: str, expected: list[str]) -> None:
    assert html_lines(text) == expected


def test_line_breaks_of_the_source_count_where_they_are_wanted() -> None:
    assert html_lines("one\ntwo<b>\n</b>three", breaks=True) == ["one", "two", "three"]


@pytest.mark.parametrize("piece", ["<a ", "<p x='", "<!--", "<script>", "</", "&", "<?", "<"])
def test_what_is_never_closed_is_read_in_one_go(piece: str) -> None:
    # A reader that begins anew at each of these would not end while anybody waits.
    assert len(html_lines(piece * 300_000)) <= 1


@given(st.lists(st.sampled_from(["word", "&", "other"]), min_size=1))
def test_text_without_tags_stays_as_it_is(words: list[str]) -> None:
    assert html_lines(" ".join(words)) == [" ".join(words)]
