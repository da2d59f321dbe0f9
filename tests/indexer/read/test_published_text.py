"""Documents published as plain text: what is left out of their lines."""

from pathlib import Path

import pytest

from indexer.read.published_text import read_published_text


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        pytest.param(
            ("II. Piers", "9", "1. They", "2", "", "A/HRC/WG.6/28/XAA/2", "stand."),
            ("II. Piers", "9", "1. They", "A/HRC/WG.6/28/XAA/2", "stand."),
            id="a mark below its heading",
        ),
        pytest.param(("1. They", "", "2", "stand."), ("1. They", "stand."), id="at the head of a page"),
        pytest.param(
            ("1. They", "2", "stand", "3", "here."), ("1. They", "stand", "here."), id="no page is seen to end"
        ),
        pytest.param(
            ("A/HRC/WG.6/28/XAA/2", "1. They", "2", "A/HRC/WG.6/28/XAA/2", "stand", "7", "here."),
            ("A/HRC/WG.6/28/XAA/2", "1. They", "stand", "7", "here."),
            id="before a header",
        ),
    ],
)
def test_page_numbers_alone_are_left_out(tmp_path: Path, printed: tuple[str, ...], kept: tuple[str, ...]) -> None:
    file = tmp_path / "compilation.txt"
    file.write_text("\n".join(printed), encoding="utf-8")
    assert tuple(line.text for line in read_published_text(file).lines) == kept
