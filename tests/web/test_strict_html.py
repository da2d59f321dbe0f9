"""A page whose HTML is not right by the standard is told from one that is."""

import pytest
import turbohtml

from tests.web.strict_html import NotWellNested, parse

PAGE = '<!doctype html><html lang="en"><head><title>Bridges</title></head><body>{}</body></html>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<br>b &amp; c</p>",
        "<table><tr><td>without its tbody</td></tr></table>",
        '<svg viewBox="0 0 9 9"><rect width="1"/></svg>',
        "<noscript><p>a</p></noscript><p>b</p>",
        "<textarea>\n<b></textarea>",
        "<!-- a -->",
    ],
)
def test_what_is_right(body: str) -> None:
    assert parse(PAGE.format(body)).find("./head/title") is not None


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<div>b</div></p>",
        "<p>a",
        "</div>",
        "<div><span></div></span>",
        "<table><p>a</p></table>",
        "<form><form></form></form>",
        '<a href="/"><a href="/">b</a></a>',
        "<button><button>a</button></button>",
        "<b><p>a</b></p>",
        "<h1><h2>a</h2></h1>",
        "<ul><li>a<li>b</ul>",
    ],
)
def test_what_a_browser_would_move_or_close(body: str) -> None:
    with pytest.raises(NotWellNested):
        parse(PAGE.format(body))


@pytest.mark.parametrize(
    "body", ['<p id="a" id="b"></p>', "<p>&nothing;</p>", "<p/>", "<p a='b'c>d</p>", "<p>\x01</p>"]
)
def test_characters_that_break_the_standard(body: str) -> None:
    with pytest.raises((turbohtml.HTMLParseError, NotWellNested)):
        parse(PAGE.format(body))


def test_text_stands_where_it_stood() -> None:
    paragraph = parse(PAGE.format("<p>a<b>c</b>d<br>e</p>")).find(".//p")
    assert paragraph is not None
    assert "".join(paragraph.itertext()) == "acde"
    assert [child.tail for child in paragraph] == ["d", "e"]
