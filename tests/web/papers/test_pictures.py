"""Papers as LibreOffice lays them out: every page holds something, and what is to be one page is one.

All are converted in one call, for LibreOffice takes seconds to start.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer
from PIL import Image

from search import SearchIndex
from tests.web.papers.conftest import written
from tests.web.papers.paper_index import PLAN
from web.papers.kinds import PAPERS

OFFICE, PICTURES = shutil.which("soffice"), shutil.which("pdftoppm")
MARGINS = (0.08, 0.08, 0.92, 0.92)
"""What is looked at of a page, as shares of its width and height: without head and page number."""

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(PICTURES is None, reason="pdftoppm (poppler-utils) is not installed"),
]


@pytest.fixture(scope="module")
def converted(index: SearchIndex, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every paper as PDF, and its pages as pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, kind in PAPERS.items():
        if name == "pending-note":  # nothing on the plan awaits an answer
            continue
        for extension in {"docx", "xlsx"} & set(kind.extensions):
            (folder / f"{name}-{extension}.{extension}").write_bytes(written(name, PLAN, index, {}, extension))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    files = sorted(file for file in folder.iterdir() if file.is_file())
    command = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for paper in sorted(folder.glob("*.pdf")):
        subprocess.run([PICTURES, "-r", "40", "-gray", "-png", paper, paper.with_suffix("")], check=True)
    return folder


def pages_of(paper: Path) -> list[str]:
    return [
        "".join(element.get_text() for element in page if isinstance(element, LTTextContainer))
        for page in extract_pages(paper)
    ]


def test_every_paper_can_be_opened(converted: Path) -> None:
    tables = {name for name, kind in PAPERS.items() if "xlsx" in kind.extensions}
    expected = {f"{name}-docx" for name in PAPERS if name != "pending-note"} | {f"{name}-xlsx" for name in tables}
    assert {paper.stem for paper in converted.glob("*.pdf")} == expected


def test_no_page_is_empty(converted: Path) -> None:
    pictures = sorted(converted.glob("*.png"))
    assert len(pictures) > 20
    for picture in pictures:
        with Image.open(picture) as page:
            left, top, right, bottom = MARGINS
            body = page.convert("L").crop(
                (int(left * page.width), int(top * page.height), int(right * page.width), int(bottom * page.height))
            )
            darkest, _ = body.getextrema()
            assert darkest < 128, picture.name


def test_a_brief_is_one_page(converted: Path) -> None:
    page, *_ = pages_of(converted / "embassy-brief-docx.pdf")
    assert "Vellania: brief for Brenmark" in page
    assert "Next review: about" in " ".join(page.split())  # what stands last


@pytest.mark.parametrize("name", ["public-summary", "oral-statement", "press-release"])
def test_what_is_for_one_page_is_one_page(converted: Path, name: str) -> None:
    first, *_ = pages_of(converted / f"{name}-docx.pdf")
    assert "Page 1 of" in first
    assert {"public-summary": "What you can do", "press-release": "Background"}.get(name, "I thank you.") in first
