"""Footnote marks in texts that have lost their type."""

import pytest

from indexer.extract.reported.glued_marks import with_glued_marks
from indexer.extract.reported.reported import reported_paragraphs
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument


def lines(*texts: str) -> list[Line]:
    return [Line(text, 1, 0.0, 0.0, 0.0, 0.0, False, False) for text in texts]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(["Ferries1 sail.2 Rest"], [("Ferries sail. Rest", ((7, "1"), (13, "2")))], id="glued"),
        pytest.param(["Bodies1, 2"], [("Bodies", ((6, "1, 2"),))], id="several"),
        pytest.param(["Ferries and", "piers", "1, 2"], [("Ferries and", ()), ("piers", ((5, "1, 2"),))], id="alone"),
        pytest.param(["Bodies ,", "1 2"], [("Bodies", ((6, "1, 2"),))], id="alone without their comma"),
        pytest.param(
            ["21 January1 February", "I. Aims", "1. Ferries1"],
            [("21 January1 February", ()), ("I. Aims", ()), ("1. Ferries", ((10, "1"),))],
            id="a date of the cover",
        ),
        pytest.param(["“Ferries”,1 they said"], [("“Ferries”, they said", ((10, "1"),))], id="behind a quotation"),
        pytest.param(["Done. 1"], [("Done.", ((6, "1"),))], id="apart at the end of a line"),
        pytest.param(["Done in 2016.1"], [("Done in 2016.", ((13, "1"),))], id="behind a year"),
        pytest.param(["Ferries.3 Piers.9"], [("Ferries. Piers.9", ((8, "3"),))], id="too far ahead"),
        pytest.param(["JS1 wrote; A/HRC/1/2; in 1998; 1.5; 1 %"], None, id="no marks"),
        pytest.param(
            ["III. Piers", "1", "2. Ferries"], [("III. Piers", ((10, "1"),)), ("2. Ferries", ())], id="one alone"
        ),
        pytest.param(["III. Piers", "7", "2. Ferries"], None, id="one alone that does not count on"),
        pytest.param(["They sail.", "1", "2. Ferries"], None, id="a page number between paragraphs"),
        pytest.param(["III. Piers and", "1", "ferries"], None, id="a page number between lines"),
        pytest.param(["Page", "1"], None, id="a page number"),
    ],
)
def test_marks(printed: list[str], expected: list[tuple[str, tuple[tuple[int, str], ...]]] | None) -> None:
    found = [(line.text, line.marks) for line in with_glued_marks(lines(*printed))]
    assert found == (expected if expected is not None else [(text, ()) for text in printed])


def test_a_heading_is_linked_by_the_note_that_its_glued_mark_calls() -> None:
    text = (
        "A/HRC/WG.6/40/XAA/2",
        "I. Background",
        "1. This was compiled.",
        "II. Obligations on ferries,",
        "taking into account those on piers",
        "1. Ferries1",
        "2. A committee saw old ferries.2",
        "Notes",
        "1 For relevant recommendations, see A/HRC/70/11, para. 88.3.",
        "2 Submission, p. 4.",
    )
    document = ReadDocument("compilation.txt", "0" * 64, tuple(lines(*text)), 0)
    identity = DocumentIdentity("A/HRC/WG.6/40/XAA/2", DocumentKind.COMPILATION, "en", "XAA", 40)
    _, paragraph = reported_paragraphs(document, identity)
    assert paragraph.headings == ("Obligations on ferries, taking into account those on piers", "Ferries")
    assert paragraph.text == "A committee saw old ferries."
    assert [reference.numbers for reference in paragraph.references] == [("88.3",)]
    assert paragraph.references[0].holds_below
