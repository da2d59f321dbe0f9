import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from web.words.safe_text import direction, folded, marked, number_ranges, visible


@st.composite
def marked_texts(draw):
    """A text, where its request stands, and spans in it, ascending and apart."""
    text = draw(st.text(st.sampled_from("ab <>&\"'\u202e;("), max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    first, last = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, (first, last), spans


@given(marked_texts())
def test_without_its_tags_the_paragraph_is_as_printed(case):
    text, request, spans = case
    html = str(marked(text, [request], spans))
    assert unescape(re.sub(r"</?mark>|<span class=\"rest\">|</span>", "", html)) == visible(text)


@given(marked_texts())
def test_exactly_the_spans_are_marked(case):
    text, request, spans = case
    found = "".join(re.findall(r"<mark>(.*?)</mark>", str(marked(text, [request], spans)), re.DOTALL))
    assert unescape(found) == visible("".join(text[start:end] for start, end in spans))


@pytest.mark.parametrize(
    ("quoted", "place", "spans", "html"),
    [
        pytest.param("Plant oaks (X);", (0, 10), [], 'Plant oaks<span class="rest"> (X);</span>', id="ask"),
        pytest.param("Plant oaks", (0, 10), [(6, 10)], "Plant <mark>oaks</mark>", id="highlight"),
        pytest.param(
            "A b c",
            (2, 5),
            [(0, 3)],
            '<span class="rest"><mark>A </mark></span><mark>b</mark> c',
            id="highlight across the edge of the ask",
        ),
        pytest.param("<b>&", (0, 4), [(0, 3)], "<mark>&lt;b&gt;</mark>&amp;", id="markup in the text"),
        pytest.param("", (0, 0), [], "", id="empty"),
    ],
)
def test_marks(quoted, place, spans, html):
    assert marked(quoted, [place], spans) == html


BEFORE, REQUEST, AFTER = f"Mend {'all ' * 20}ferries (X); ", "plant oaks (Y)", f"; dig {'deep ' * 20}wells (Z)."


@pytest.mark.parametrize(
    ("before", "after", "folds"),
    [
        pytest.param(BEFORE, AFTER, (True, True), id="a request between others"),
        pytest.param("", AFTER, (False, True), id="the first"),
        pytest.param(BEFORE, ".", (True, False), id="the last"),
        pytest.param("Mend ferries (X); ", "; dig wells (Z).", (False, False), id="short ones beside it"),
    ],
)
def test_what_stands_far_from_the_request_is_folded_and_nothing_is_lost(before, after, folds):
    start = len(before)
    parts = folded(before + REQUEST + after, [(start, start + len(REQUEST))], [(start, start + 5)])
    assert (bool(parts.before), bool(parts.after)) == folds
    assert "<mark>plant</mark> oaks (Y)" in parts.shown
    assert unescape(re.sub(r"<[^>]*>", "", parts.before + parts.shown + parts.after)) == before + REQUEST + after


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb\u202c", "ab"),  # right-to-left override
        ("a\u2067b\u2069", "ab"),  # isolate
        ("a\x00\x07\x9fb", "ab"),
        ("a\tb\nc", "a\tb\nc"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),  # marks that right-to-left scripts need
    ],
)
def test_controls_are_not_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(("language", "expected"), [("ar", "rtl"), ("en", "ltr"), ("ru", "ltr")])
def test_direction(language, expected):
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([7], "7"), ([1, 2, 3], "1-3"), ([1, 2, 3, 7, 20, 21], "1-3, 7, 20-21"), ([7, 20, 34], "7, 20, 34")],
)
def test_runs_are_drawn_together(numbers, words):
    assert number_ranges(numbers) == words


def test_what_is_html_already_is_not_escaped_again():
    html = Markup("For the label “{}”").format("Women's \u202erights")
    assert escape(visible(html)) == "For the label “Women&#39;s rights”"
    assert escape(visible("<b>")) == "&lt;b&gt;"
