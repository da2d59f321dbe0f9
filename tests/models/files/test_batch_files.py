"""Files of texts, a line for each, as editors and spreadsheets save them."""

from pathlib import Path

import pytest

from models.errors import UnusableBatch
from models.files.batch_files import Batch, read_pairs, read_texts

TEXTS = [("a", "mend the huts"), ("b", "paint the fences")]
AS_TEXT = "a\tmend the huts\nb\tpaint the fences\n"


def of(folder: Path, content: bytes) -> Batch:
    path = folder / "texts.tsv"
    path.write_bytes(content)
    return read_texts(path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(AS_TEXT.encode(), id="as editors save it"),
        pytest.param(AS_TEXT.rstrip().encode(), id="no last line end"),
        pytest.param(AS_TEXT.replace("\n", "\r\n").encode(), id="Windows"),
        pytest.param(AS_TEXT.replace("\n", "\r").encode(), id="old Macintosh"),
        pytest.param(AS_TEXT.encode("utf-8-sig"), id="with its mark"),
        pytest.param(AS_TEXT.replace("\n", "\r\n").encode("utf-16"), id="Unicode text of a spreadsheet"),
        pytest.param(AS_TEXT.replace("\n", "\n\n \n").encode(), id="empty lines"),
    ],
)
def test_each_line_is_a_text_whoever_saved_the_file(tmp_path: Path, content: bytes) -> None:
    assert of(tmp_path, content) == Batch(TEXTS, [])


def test_what_is_no_line_end_stays_in_the_text(tmp_path: Path) -> None:
    content = "a\tmend\tthe\u2028huts\x0b\x85 now\n"
    assert of(tmp_path, content.encode()).lines == [("a", "mend\tthe\u2028huts\x0b\x85 now")]


def test_windows_letters_are_read_and_said_to_be(tmp_path: Path) -> None:
    read = of(tmp_path, "a\tréparer les cabanes\n".encode("latin-1"))
    assert read.lines == [("a", "réparer les cabanes")]
    assert [str(remark) for remark in read.remarks] == [
        f"{tmp_path}/texts.tsv is not in UTF-8 and was read as Windows-1252: where letters are wrong, give it in UTF-8."
    ]


@pytest.mark.parametrize("content", [b"a\tmend\0 huts\n", b"\xff\xfea\0\t", "a\tmend\n".encode("utf-16-le")])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnusableBatch, match="is no text that is read"):
        of(tmp_path, content)


def test_a_line_of_another_form_is_named_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(UnusableBatch, match="line 3 has too few or too many tabs"):
        of(tmp_path, b"a\tmend\n\nhuts\n")


def test_nothing_is_nothing(tmp_path: Path) -> None:
    assert of(tmp_path, b"").lines == []


def test_texts_that_are_cut_are_said(tmp_path: Path) -> None:
    read = of(tmp_path, f"a\tmend\nb\t{'h' * 10_001}\nc\t{'h' * 10_001}\n".encode())
    assert [len(text) for _, text in read.lines] == [4, 10_000, 10_000]
    assert [str(remark).removeprefix(f"{tmp_path}/") for remark in read.remarks] == [
        "texts.tsv: only the first 10,000 characters were read of lines 2, 3."
    ]


def test_pairs_have_two_texts_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(b"a\tmend\tmend all\rb\t\t\r")
    assert read_pairs(path).lines == [("a", "mend", "mend all"), ("b", "", "")]
    path.write_bytes(b"a\tmend\tmend all\tnow\n")
    with pytest.raises(UnusableBatch, match="line 1 has too few or too many tabs"):
        read_pairs(path)
