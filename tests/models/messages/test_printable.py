"""What others wrote is shown, and never speaks to the terminal."""

import json

import pytest

from models.errors import UnreadableDocument
from models.messages.printable import json_line, one_line, printable, without_surrogates


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Été – “Kültür” 2.", "Été – “Kültür” 2.", id="words"),
        pytest.param("a\x1b[2Jb", "a\\x1b[2Jb", id="clear the screen"),
        pytest.param("a\x9b2Jb", "a\\x9b2Jb", id="the same in one character"),
        pytest.param("a\rb\x08\x00\x7f\t", "a\\x0db\\x08\\x00\\x7f\\x09", id="over what stands there"),
        pytest.param("report\u202efdp.exe", "report\\u202efdp.exe", id="letters turned round"),
        pytest.param("\u2066a\u2069\u2028", "\\u2066a\\u2069\\u2028", id="isolates and separators"),
        pytest.param("caf\udce9.pdf", "caf\ufffd.pdf", id="byte of a name that is not UTF-8"),
        pytest.param("\u200fعربي\u200e", "\u200fعربي\u200e", id="marks that Arabic texts need"),
    ],
)
def test_control_characters_are_written_out(text: str, shown: str) -> None:
    assert printable(text) == one_line(text) == shown


def test_lines_stay_or_are_written_out_too() -> None:
    assert printable("a\nb") == "a\nb"
    assert one_line("a\nb") == "a\\x0ab"


def test_json_stays_json() -> None:
    value = {"text": "a\x1b\x9b\u202e\n\udce9é"}
    line = json_line(value)
    assert line == '{"text": "a\\u001b\\u009b\\u202e\\n\\udce9é"}'
    assert json.loads(line) == value


def test_text_that_can_be_written_as_utf_8() -> None:
    assert without_surrogates("a\ud800b\udfff😀").encode() == "a\ufffdb\ufffd😀".encode()


def test_errors_are_one_line() -> None:
    assert str(UnreadableDocument("a\n\x1b[0m.pdf is empty.")) == "a\\x0a\\x1b[0m.pdf is empty."
