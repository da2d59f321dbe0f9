"""What a reader of a Word file would see printed."""

from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from indexer.read.word import read_word_document
from tests.indexer.invented_word import WORDS, numbered, with_numbering, word_file, xml

RUN = "<w:r><w:t>{}</w:t></w:r>"
MOVED = '<w:{} w:id="1" w:author="A"><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:{}>'
BOX = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def printed(folder: Path, *paragraphs: str) -> list[str]:
    return [line.text for line in read_word_document(word_file(folder, paragraphs)).lines]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ('<w:p><w:ins w:id="1"><w:r><w:t>Mend ferries</w:t></w:r></w:ins></w:p>', "Mend ferries"),
        ('<w:p><w:r><w:t>Mend</w:t></w:r><w:del w:id="1"><w:r><w:delText> no</w:delText></w:r></w:del></w:p>', "Mend"),
        (f"<w:p>{RUN.format('Mend')}{MOVED.format('moveFrom', ' away', 'moveFrom')}</w:p>", "Mend"),
        (f"<w:p>{RUN.format('Mend')}{MOVED.format('moveTo', ' here', 'moveTo')}</w:p>", "Mend here"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:t>Mend</w:t></w:r></w:p>", "Mend"),
        ("<w:p><w:r><w:t>low</w:t><w:noBreakHyphen/><w:t>lying</w:t></w:r></w:p>", "low-lying"),
        ("<w:p><w:r><w:t>low\u2011ly\u200bi\u00adng\u00a0isle</w:t></w:r></w:p>", "low-lying isle"),
        ("<w:p><w:r><w:t>Mend</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", "Mend"),
    ],
    ids=["inserted", "deleted", "moved away", "moved here", "hidden", "hyphen", "invisible letters", "footnote"],
)
def test_words_of_a_paragraph(tmp_path: Path, paragraph: str, expected: str) -> None:
    assert printed(tmp_path, paragraph) == [expected]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Mend </w:t></w:r></w:p>'
    assert printed(tmp_path, first, "ferries", "Paint them") == ["Mend ferries", "Paint them"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    boxed = (
        f"<w:p {COMPATIBLE}><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice>"
        f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert printed(tmp_path, boxed) == ["Beside", "In a box"]


def test_a_number_in_a_cell_of_its_own_goes_with_the_next(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:p>{RUN.format(words)}</w:p></w:tc>" for words in ("6.1", "Mend ferries (Peru);"))
    assert printed(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["6.1 Mend ferries (Peru);"]


@pytest.mark.parametrize("rows", [False, True], ids=["by paragraph", "by row"])
def test_a_row_whose_deletion_is_tracked_is_not_printed(tmp_path: Path, *, rows: bool) -> None:
    kept, gone = (f"<w:tc><w:p>{RUN.format(words)}</w:p></w:tc>" for words in ("Mend ferries", "Sell ferries"))
    mark = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    path = word_file(tmp_path, [f"<w:tbl><w:tr>{kept}</w:tr><w:tr>{mark}{gone}</w:tr></w:tbl>"])
    assert [line.text for line in read_word_document(path, rows=rows).lines] == ["Mend ferries"]


def numbers(
    folder: Path, levels: list[tuple[str, str]], starts: list[dict[int, int]], rows: list[tuple[int, int]]
) -> str:
    """The numbers before paragraphs, each given by its list (from 0) and level."""
    document = docx.Document()
    lists = with_numbering(document, levels, starts)
    body = document.element.body
    for of_list, level in rows:
        body.insert(len(body) - 1, xml(numbered("x", lists[of_list], level)))
    path = folder / "numbered.docx"
    document.save(str(path))
    return " ".join(line.text.removesuffix(" x") for line in read_word_document(path).lines)


def test_numbers_that_word_counts(tmp_path: Path) -> None:
    levels = [("decimal", "6.%1")]
    assert numbers(tmp_path, levels, [{}], [(0, 0)] * 3) == "6.1 6.2 6.3"


def test_lists_of_one_form_count_on_unless_one_begins_anew(tmp_path: Path) -> None:
    levels = [("decimal", "%1.")]
    assert numbers(tmp_path, levels, [{}, {}], [(0, 0), (1, 0)]) == "1. 2."
    assert numbers(tmp_path, levels, [{}, {0: 1}], [(0, 0), (0, 0), (1, 0), (1, 0)]) == "1. 2. 1. 2."
    assert numbers(tmp_path, levels, [{}, {0: 7}], [(0, 0), (1, 0), (1, 0)]) == "1. 7. 8."


def test_a_level_shows_those_above_it(tmp_path: Path) -> None:
    levels = [("decimal", "%1."), ("decimal", "%1.%2")]
    assert numbers(tmp_path, levels, [{0: 6}], [(0, 0), (0, 1), (0, 1), (0, 0), (0, 1)]) == "6. 6.1 6.2 7. 7.1"


def test_headers_footers_and_the_title_are_kept(tmp_path: Path) -> None:
    document = read_word_document(word_file(tmp_path, ["Mend"], header="A/HRC/910/7", title="A/HRC/910/8"))
    assert (document.running_headers, document.title) == (("A/HRC/910/7",), "A/HRC/910/8")


NOTE = '<w:r><w:{}Reference w:id="{}"/></w:r>'


def with_parts(path: Path, **parts: str) -> Path:
    """The file with further parts: footnotes, endnotes, comments, as XML."""
    document = docx.Document(str(path))
    for name, words in parts.items():
        content = f"<?xml version='1.0'?><w:{name} {WORDS}>{words}</w:{name}>".encode()
        part = Part(PackURI(f"/word/{name}.xml"), "application/xml", content, document.part.package)
        document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}")
    document.save(str(path))
    return path


def note(kind: str, number: int, *paragraphs: str) -> str:
    return f'<w:{kind} w:id="{number}">' + "".join(f"<w:p>{RUN.format(w)}</w:p>" for w in paragraphs) + f"</w:{kind}>"


def test_footnotes_are_counted_as_they_are_printed(tmp_path: Path) -> None:
    deleted = f'<w:del w:id="8">{NOTE.format("footnote", 3)}</w:del>'
    path = word_file(
        tmp_path,
        [
            f"<w:p>{RUN.format('Mend')}{NOTE.format('footnote', 7)}{RUN.format(' ferries')}{deleted}</w:p>",
            f"<w:p>{RUN.format('Paint')}{NOTE.format('footnote', 2)}{NOTE.format('endnote', 5)}</w:p>",
        ],
    )
    notes = (
        note("footnote", 2, "See ports.") + note("footnote", 3, "Gone.") + note("footnote", 7, "See boats.", "More.")
    )
    document = read_word_document(with_parts(path, footnotes=notes, endnotes=note("endnote", 5, "At the end.")))
    assert [(line.text, line.marks) for line in document.lines] == [
        ("Mend ferries", ((4, "1"),)),
        ("Paint", ((5, "2"), (5, "i"))),
    ]
    assert [(line.text, line.marks) for line in document.notes] == [
        ("See boats.", ((0, "1"),)),
        ("More.", ()),
        ("See ports.", ((0, "2"),)),
        ("At the end.", ((0, "i"),)),
    ]


def test_comments_are_not_printed(tmp_path: Path) -> None:
    marks = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    path = word_file(tmp_path, [f"<w:p>{marks[0]}{RUN.format('Mend')}{marks[1]}</w:p>"])
    document = read_word_document(with_parts(path, comments=note("comment", 4, "No, paint them")))
    assert ([line.text for line in document.lines], document.notes) == (["Mend"], ())


def test_the_day_on_which_a_file_was_saved(tmp_path: Path) -> None:
    path = word_file(tmp_path, ["Mend"])
    document = docx.Document(str(path))
    document.core_properties.modified = datetime(2026, 5, 19, 13, 10)
    document.save(str(path))
    assert read_word_document(path).saved == date(2026, 5, 19)


FORMS = {
    "letters of its own level": ('<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/>', "6.1 6.2 (a) (b)"),
    "digits for letters above": (
        '<w:numFmt w:val="upperRoman"/><w:isLgl/><w:lvlText w:val="7.%1"/>',
        "6.1 6.2 7.1 7.2",
    ),
}


@pytest.mark.parametrize(("form", "expected"), FORMS.values(), ids=FORMS)
def test_a_list_may_have_a_form_of_its_own(tmp_path: Path, form: str, expected: str) -> None:
    document = docx.Document()
    lists = with_numbering(document, [("decimal", "6.%1")], [{}, {}])
    of_second = document.part.numbering_part.element[-1]
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}</w:lvl>'
    of_second.append(xml(f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'))
    for of_list in (0, 0, 1, 1):
        document.element.body.insert(-1, xml(numbered("x", lists[of_list])))
    path = tmp_path / "numbered.docx"
    document.save(str(path))
    assert " ".join(line.text.removesuffix(" x") for line in read_word_document(path).lines) == expected
