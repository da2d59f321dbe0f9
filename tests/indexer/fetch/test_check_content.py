"""What a file is, by its own bytes."""

import pytest

from indexer.fetch.check_content import check_file
from indexer.fetch.failures import NotUsable, WebPage
from indexer.fetch.wanted_file import Content


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (Content.DOCUMENT, b"%PDF-1.4\n1 0 obj\n%%EOF"),
        (
            Content.DOCUMENT,
            b"\r\n\r\n%PDF-1.4\n1 0 obj\n%%EOF\r\n" + b"\0" * 1_500,
        ),  # blank lines and padding around it
        (Content.JSON, b"\xef\xbb\xbf \n[{}]\n"),
        (Content.JSON, b'{"a": 1}'),
    ],
)
def test_files_that_are_what_they_should_be(tmp_path, content, body):
    path = tmp_path / "file"
    path.write_bytes(body)
    check_file(path, content)


@pytest.mark.parametrize(
    ("content", "body", "reason"),
    [
        (Content.DOCUMENT, b"%PDF-1.4\n1 0 obj", "the PDF or Word file that the server sends is cut off"),
        (Content.DOCUMENT, b"%PDF-1.4\n%%EOF" + b"\0" * 3_000, "the PDF or Word file that the server sends is cut off"),
        (Content.DOCUMENT, b"[1]", "what the server sends is no PDF or Word file"),
        (Content.JSON, b'[{"a": 1}, {"b"', "the JSON file that the server sends is cut off"),
        (Content.JSON, b"%PDF-1.4\n%%EOF", "what the server sends is no JSON file"),
        (Content.JSON, b"", "what the server sends is no JSON file"),
    ],
)
def test_files_that_are_not(tmp_path, content, body, reason):
    path = tmp_path / "file"
    path.write_bytes(body)
    with pytest.raises(NotUsable) as raised:
        check_file(path, content)
    assert str(raised.value) == reason


@pytest.mark.parametrize("content", Content)
@pytest.mark.parametrize("page", [b"<html>", b"\xef\xbb\xbf\n<!doctype html>", b"<?xml version='1.0'?>"])
def test_a_page_in_place_of_a_file(tmp_path, content, page):
    path = tmp_path / "file"
    path.write_bytes(page)
    with pytest.raises(WebPage):
        check_file(path, content)


def test_a_title_speaks_to_no_terminal_and_is_short(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"<title>\x1b]0;" + b"long " * 50 + b"</title>")
    with pytest.raises(WebPage) as raised:
        check_file(path, Content.DOCUMENT)
    assert str(raised.value).startswith("the server sends a web page (“\\x1b]0;long long")
    assert len(str(raised.value)) < 140
