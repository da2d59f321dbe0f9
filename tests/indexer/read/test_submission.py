"""Submissions are read from bytes alone, whatever people hand in."""

from io import BytesIO

import docx
import pytest

from indexer.read.submission import submission_paragraphs, text_paragraphs
from models.errors import UnreadableDocument

WRAPPED = """Recommendations

1. Open a shelter in each of the regions of the north, and pay for
all of them out of its own budget;
2. Train judges.
Names of the authors are not given here, since they would be in danger
Another Heading
12
"""


def test_lines_of_one_paragraph_are_joined_and_items_stand_alone() -> None:
    assert text_paragraphs(WRAPPED) == (
        "Recommendations",
        "1. Open a shelter in each of the regions of the north, and pay for all of them out of its own budget;",
        "2. Train judges.",
        "Names of the authors are not given here, since they would be in danger Another Heading",
    )


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Recommendations", 1)
    document.add_paragraph("Open shelters", style="List Bullet")
    document.add_paragraph("Train judges", style="List Number")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_keeps_its_numbers_and_bullets() -> None:
    assert submission_paragraphs("ours.docx", word_file()) == ("Recommendations", "• Open shelters", "1. Train judges")


def test_a_pdf_file_is_read_by_its_lines() -> None:
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    for place, line in enumerate(
        ["Recommendations", "1. Open shelters in each region of the north", "2. Train judges"]
    ):
        canvas.drawString(72, 700 - 20 * place, line)
    canvas.save()
    assert submission_paragraphs("ours.pdf", stream.getvalue()) == (
        "Recommendations",
        "1. Open shelters in each region of the north",
        "2. Train judges",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_as_editors_save_it(encoding: str) -> None:
    assert submission_paragraphs("ours.txt", "Protéger les réfugiés".encode(encoding)) == ("Protéger les réfugiés",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"PK\x03\x04 broken",
        b"%PDF-1.4 broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        b"\xff\x00\x80",
        b"a\0b",
    ],
    ids=["empty", "blank", "broken zip", "broken PDF", "old Word", "no text", "zeros"],
)
def test_what_cannot_be_read_is_refused_with_the_next_step(content: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"ours|The file"):
        submission_paragraphs("ours", content)


def test_a_text_far_longer_than_a_submission_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="far longer"):
        submission_paragraphs("ours.txt", b"Open it.\n\n" * 6000)


def test_what_would_speak_to_a_terminal_is_taken_out() -> None:
    assert submission_paragraphs("ours.txt", "Open\x1b[2J \u202eit".encode()) == ("Open[2J it",)
