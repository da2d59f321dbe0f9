"""Reading PDFs: what stands on the page, in the order of reading, or one sentence on why not."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from indexer.read import pdf as reader
from indexer.read.pdf import read_pdf
from indexer.read.pdf_layout import plain
from indexer.text.lines import join_lines
from models.errors import UnreadableDocument
from models.records.documents import ReadDocument
from tests.indexer.drawn_pdf import BOLD, ITALIC, image, lines, rule, shown, text, write_pdf

BODY = lines(
    "The delegation thanked all States for their questions and",
    "comments, and said that the plan would be ready in spring.",
    "It would be sent to the Council before its next session.",
)


def read(folder: Path, *pages: str | list[str], rotate: int = 0) -> ReadDocument:
    return read_pdf(write_pdf(folder / "drawn.pdf", pages, rotate=rotate))


def texts(document: ReadDocument, page: int = 1) -> list[str]:
    return [line.text for line in document.lines if line.page == page]


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        pytest.param(
            [text(141, 700, "To adopt the plan"), text(113, 700, "1.")],
            ["1. To adopt the plan"],
            id="number drawn last",
        ),
        pytest.param(
            [text(113, 700, "1."), text(141, 700.4, "To adopt")], ["1. To adopt"], id="baselines a hair apart"
        ),
        pytest.param([text(113, 688, "second"), text(113, 700, "first")], ["first", "second"], id="drawn upwards"),
        pytest.param(
            [text(113, 700, "the 4"), text(133, 703, "th", 6.5), text(143, 700, "meeting")],
            ["the 4th meeting"],
            id="raised letters are text",
        ),
        pytest.param([text(113, 700, "of 261 km"), text(155, 704, "2", 6.5)], ["of 261 km2"], id="a power is text"),
        pytest.param(
            [text(113, 700, "H"), text(120.3, 698, "2", 6.5), text(124, 700, "O")], ["H2O"], id="lowered figure"
        ),
        pytest.param(
            [text(113, 700, "the plan"), text(147, 704, "12", 6.5), text(156, 700, "was ready")],
            ["the plan was ready"],
            id="footnote mark",
        ),
        pytest.param([text(113, 700, "Review"), text(142, 704, "**", 6.5)], ["Review"], id="stars of a title"),
        pytest.param([shown("1 0 0 1 113 700 Tm [(same)-250(sex)] TJ")], ["same sex"], id="a gap in place of a space"),
        pytest.param([shown("1 0 0 1 113 700 Tm [(gov)40(ern)-60(ment)] TJ")], ["government"], id="kerning"),
        pytest.param(
            [shown("1 0 0 1 113 700 Tm [(M)-400(o)-400(r)-400(e)-400( )-400(s)-400(o)] TJ")],
            ["More so"],
            id="spaced type",
        ),
        pytest.param([shown("1 0 0 1 113 700 Tm 3 Tc (More so) Tj")], ["More so"], id="letter spacing"),
        pytest.param(
            # Of 10 points 1.9 are spaced, and 190 thousandths of an em are taken back but where words end.
            [shown("1 0 0 1 113 700 Tm 1.9 Tc [(M)195(o)191(r)188(e)190( s)190(o)] TJ")],
            ["More so"],
            id="letter spacing taken back",
        ),
        pytest.param(
            [shown("1 0 0 1 113 700 Tm (\\201  A first point) Tj")], ["• A first point"], id="unused code: bullet"
        ),
        pytest.param(
            [shown("0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj"), text(113, 700, "text")], ["text"], id="watermark"
        ),
    ],
)
def test_a_printed_line(tmp_path: Path, operators: list[str], expected: list[str]) -> None:
    assert texts(read(tmp_path, [*operators, lines("and so on and so on and so on", top=400)]))[:-1] == expected


def test_a_line_knows_its_place_and_type(tmp_path: Path) -> None:
    document = read(
        tmp_path, [text(113, 700, "Conclusions and recommendations", 14, BOLD), text(120, 650, "(a)", 10, ITALIC)]
    )
    heading, item = document.lines
    assert (heading.page, heading.left, heading.size, heading.bold, heading.italic) == (1, 113, 14, True, False)
    assert (item.left, item.bold, item.italic) == (120, False, True)
    assert 0 < heading.top < item.top < 842
    assert heading.left < heading.right < 400


def test_headers_and_footers_are_taken_out_and_kept_apart(tmp_path: Path) -> None:
    left = [text(56, 790, "A/HRC/900/1", 9), text(56, 80, "2", 9)]
    right = [text(480, 790, "A/HRC/900/1*", 9), text(56, 81, "GE.00-09001", 8), text(530, 80, "3", 9)]
    document = read(tmp_path, BODY, [*left, BODY], [*right, BODY])
    assert texts(document, 1) == texts(document, 2) == texts(document, 3)
    assert set(document.running_headers) == {"A/HRC/900/1", "A/HRC/900/1*", "GE.00-09001 3"}


@pytest.mark.parametrize(
    "header",
    [
        pytest.param([text(480, 790, "A/HRC/900/1"), text(480, 777, "Page {page}")], id="2008: symbol over page"),
        pytest.param([text(480, 790, "A/HRC/900/1"), text(480, 777, "page {page}")], id="small p"),
        pytest.param([text(480, 790, "A/HRC/900/1"), text(480, 777, "página {page}")], id="in Spanish"),
        pytest.param([text(480, 790, "A/HRC/900/1"), text(480, 777, "Merci de recycler")], id="in French"),
        pytest.param([text(200, 800, "INVENTED SAMPLE: no real document")], id="a line on every page"),
    ],
)
def test_a_header_of_several_pages(tmp_path: Path, header: list[str]) -> None:
    pages = [[*(part.format(page=page) for part in header), BODY] for page in range(1, 6)]
    document = read(tmp_path, *pages)
    assert all(texts(document, page) == texts(read(tmp_path, BODY)) for page in range(1, 6))


@pytest.mark.parametrize(
    "last_line",
    ["17", "A/HRC/900/7/Add.1", "Republic);", "of America);"],
    ids=["a number that is not the page's", "another symbol", "end of an item", "end of another"],
)
def test_text_at_the_foot_of_a_page_stays(tmp_path: Path, last_line: str) -> None:
    pages = [[BODY, text(300, 60, str(page), 9)] for page in range(1, 7)]
    pages[3].append(text(113, 90, last_line))
    document = read(tmp_path, *pages)
    assert texts(document, 4)[-1] == last_line
    assert texts(document, 2)[-1].startswith("It would be sent")


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(
            [rule(113, 185, 160), text(113, 148, "1", 6), text(120, 145, "A dispute exists.", 8)], id="rule, mark"
        ),
        pytest.param([rule(113, 185, 160), text(113, 145, "* As received.", 8)], id="rule, small type"),
        pytest.param([rule(113, 185, 160), text(113, 148, "1", 6), text(120, 145, "Full size.")], id="rule, body type"),
        pytest.param([text(113, 148, "1", 5), text(120, 145, "A dispute exists.", 8)], id="no rule, small type, mark"),
    ],
)
def test_footnotes_are_left_out(tmp_path: Path, note: list[str]) -> None:
    assert texts(read(tmp_path, [BODY, *note])) == texts(read(tmp_path, BODY))


@pytest.mark.parametrize(
    "ruled",
    [
        pytest.param([rule(113, 185, 160), text(113, 145, "Text under a rule.")], id="body type without a mark"),
        pytest.param([rule(113, 480, 160), text(113, 145, "A small line.", 8)], id="rule across the page"),
        pytest.param(
            [rule(113, 185, 160), rule(185, 260, 160), text(113, 145, "A cell in small type.", 8)], id="head of a table"
        ),
    ],
)
def test_what_only_looks_like_a_footnote_stays(tmp_path: Path, ruled: list[str]) -> None:
    assert len(texts(read(tmp_path, [BODY, *ruled]))) == 4


def columns(*, by_row: bool) -> list[str]:
    left = ["The State party accepts", "the recommendation and", "will act on it soon."]
    right = ["The law on these matters", "was passed last year, and", "is in force since May."]
    cells = [(113, 700 - 12 * row, words) for row, words in enumerate(left)]
    cells += [(330, 700 - 12 * row, words) for row, words in enumerate(right)]
    return [text(*cell) for cell in (sorted(cells, key=lambda cell: -cell[1]) if by_row else cells)]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    read_as = join_lines(read(tmp_path, columns(by_row=False)).lines)
    assert read_as == (
        "The State party accepts the recommendation and will act on it soon. "
        "The law on these matters was passed last year, and is in force since May."
    )


def test_a_label_stays_with_the_text_beside_it(tmp_path: Path) -> None:
    page = [
        text(113, 700 - 30 * row, f"Rec. {row}") + text(200, 700 - 30 * row, "We accept this at once.")
        for row in range(5)
    ]
    assert texts(read(tmp_path, page)) == [f"Rec. {row} We accept this at once." for row in range(5)]


@pytest.mark.parametrize(
    ("matrix", "step"),
    [
        pytest.param("0 1 -1 0 {x} 100", 12, id="reads upwards"),
        pytest.param("0 -1 1 0 {x} 700", -12, id="reads downwards"),
        pytest.param("-1 0 0 -1 400 {x}", 12, id="upside down"),
    ],
)
def test_turned_text_is_read_in_its_own_direction(tmp_path: Path, matrix: str, step: int) -> None:
    rows = ["The first row of a table", "and the second row of it,", "turned by a quarter or two."]
    page = [shown(f"{matrix.format(x=300 + step * row)} Tm ({words}) Tj") for row, words in enumerate(rows)]
    assert texts(read(tmp_path, page)) == rows


def test_a_page_that_is_shown_turned_is_read_upright(tmp_path: Path) -> None:
    rows = ["The first row of a table", "and the second row of it,", "turned as the page is."]
    page = [shown(f"0 1 -1 0 {300 + 12 * row} 100 Tm ({words}) Tj") for row, words in enumerate(rows)]
    document = read(tmp_path, page, rotate=90)
    assert texts(document) == rows
    assert document.lines[0].top < document.lines[1].top


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ﬁrst eﬀect, oﬃcer", "first effect, officer"),
        ("10\u00a0000\u2009ha", "10 000 ha"),
        ("ill\u2011treatment", "ill-treatment"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\uf0b7 point", "• point"),
        ("Ｆｕｌｌ", "Full"),
        ("Co\u0302te d’Ivoire", "Côte d’Ivoire"),
        ("261 km²", "261 km²"),  # NFKC would make it km2
        ("“Žižek” – …", "“Žižek” – …"),
    ],
)
def test_letters_are_made_plain_and_words_stay_as_printed(printed: str, expected: str) -> None:
    assert plain(printed) == expected


@given(st.text())
def test_making_plain_twice_is_making_plain_once(printed: str) -> None:
    assert plain(plain(printed)) == plain(printed)


def test_letters_without_a_meaning_are_reported(tmp_path: Path) -> None:
    document = read(tmp_path, BODY, [BODY, shown("1 0 0 1 113 500 Tm (\\002) Tj")])
    assert texts(document, 2)[-1] == "(cid:2)"
    assert [warning for warning in document.warnings if "Page 2 " in warning and "1 character" in warning]


def test_a_scanned_page_among_others_is_a_warning(tmp_path: Path) -> None:
    document = read(tmp_path, BODY, image())
    assert document.page_count == 2
    assert ["Page 2 " in warning and "OCR" in warning for warning in document.warnings] == [True]


def test_a_damaged_page_is_a_warning_and_the_others_are_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "drawn.pdf", [BODY, BODY, BODY])
    whole = path.read_bytes()
    start = whole.index(b"\nstream\n", whole.index(b"\nstream\n") + 1) + 20
    path.write_bytes(whole[:start] + b"\xff" * 20 + whole[start + 20 :])
    document = read_pdf(path)
    assert texts(document, 1) == texts(document, 3)
    assert (len(texts(document, 1)), texts(document, 2)) == (3, [])
    assert ["is damaged" in warning and "drawn.pdf" in warning for warning in document.warnings] == [True]


def test_missing_pages_are_a_warning(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "drawn.pdf", [BODY, BODY])
    path.write_bytes(path.read_bytes().replace(b"/Count 2", b"/Count 9"))
    assert ["pages may be missing" in warning for warning in read_pdf(path).warnings] == [True]


def encrypted(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(100, 700, "A text behind a password")
    canvas.save()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda path: None, "cannot be opened", id="missing"),
        pytest.param(lambda path: path.mkdir(), "cannot be opened", id="a folder"),
        pytest.param(lambda path: path.write_bytes(b""), "has no text", id="empty"),
        pytest.param(lambda path: path.write_bytes(b"<html>Not found</html>"), "is damaged or of", id="a web page"),
        pytest.param(lambda path: path.write_bytes(b"%PDF-1.4\n"), "is damaged", id="only a beginning"),
        pytest.param(encrypted, "protected by a password", id="password"),
        pytest.param(lambda path: write_pdf(path, [image(), image()]), "OCR", id="scan"),
        pytest.param(
            lambda path: write_pdf(path, [[image(), text(56, 790, "GE.00-1")]]), "OCR", id="scan with a stamp"
        ),
        pytest.param(lambda path: write_pdf(path, ["", ""]), "no text", id="blank pages"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, make: object, says: str) -> None:
    path = tmp_path / "report.pdf"
    make(path)  # type: ignore[operator]
    with pytest.raises(UnreadableDocument, match=says) as raised:
        read_pdf(path)
    assert "report.pdf" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_end_of_another_file_behind_a_file_is_not_read(tmp_path: Path) -> None:
    """The table at the end, of the other file, knows none of the objects before it."""
    path = write_pdf(tmp_path / "drawn.pdf", [BODY])
    head, rest = path.read_bytes().split(b"\n", 1)
    declared = b"%b\n9 0 obj\n<</Linearized 1/L %06d>>\nendobj\n%b"
    own = declared % (head, len(declared % (head, 0, rest)), rest)
    other = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Root 77 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(own)
    path.write_bytes(own + other)
    document = read_pdf(path)
    assert document.lines == read_pdf(write_pdf(tmp_path / "whole.pdf", [BODY])).lines
    assert document.digest == sha256(own + other).hexdigest()
    path.write_bytes(own.replace(b"/Linearized 1", b"/Whatever 123") + other)
    with pytest.raises(UnreadableDocument, match="is damaged"):
        read_pdf(path)


def test_a_file_that_may_not_be_opened_says_so(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [BODY])
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read_pdf(path)


def test_the_size_of_a_file_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "report.pdf", [BODY, BODY, BODY])
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    with pytest.raises(UnreadableDocument, match="more than 2 pages"):
        read_pdf(path)
    monkeypatch.setattr(reader, "MAX_BYTES", 100)
    with pytest.raises(UnreadableDocument, match=r"report\.pdf is larger"):
        read_pdf(path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_explained(tmp_path: Path, data: st.DataObject) -> None:
    path = write_pdf(tmp_path / "damaged.pdf", [BODY, BODY])
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    try:
        document = read_pdf(path)
    except UnreadableDocument as error:
        assert "damaged.pdf" in str(error)
    else:
        assert document.lines


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.pdf", [BODY])
    assert read_pdf(path) == read_pdf(path)
