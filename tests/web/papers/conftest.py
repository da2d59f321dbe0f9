"""The index that papers are made of, and papers to look into."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from models.plans.plan import Plan
from search import SearchIndex, open_index
from tests.web.papers.paper_index import PLAN, build_paper_index
from web.papers.kinds import PAPERS
from web.papers.paper import Paper
from web.papers.papers import file_name, make_paper, make_paper_for_each, write_files, write_paper
from web.papers.write_document import write_document, write_sheet

DAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build_paper_index(tmp_path_factory.mktemp("papers") / "index"))


@pytest.fixture
def compose(index: SearchIndex) -> Callable[..., Paper]:
    """A paper of the plan as its parts."""

    def compose(name: str, plan: Plan = PLAN, **options: str) -> Paper:
        return make_paper(name, plan, index, options, DAY)

    return compose


@pytest.fixture
def document(index: SearchIndex) -> Callable[..., Any]:
    """A paper of the plan as Word opens it."""

    def document(name: str, plan: Plan = PLAN, **options: str) -> Any:
        return Document(BytesIO(written(name, plan, index, options, "docx")))

    return document


def written(name: str, plan: Plan, index: SearchIndex, options: dict[str, str], extension: str) -> bytes:
    """A paper as a file."""
    if extension == "zip":
        papers = make_paper_for_each(name, plan, index, options, DAY)
        return write_files(
            (f"{file_name(name, plan, paper, code)}.docx", write_document(paper)) for code, paper in papers
        )
    return write_paper(make_paper(name, plan, index, options, DAY), extension, PAPERS.get(name))


def sheet_of(name: str, plan: Plan, index: SearchIndex) -> bytes:
    """What is for its makers alone, as a file."""
    return write_sheet(make_paper(name, plan, index, {}, DAY))


def notes_of(paper: Paper) -> str:
    """What those who hand it on have to know, a line each."""
    return "\n".join("".join(words) for words in paper.notes)


def text_of(paper: Paper) -> str:
    """All that a paper says, a line each; notes left out."""
    return "\n".join("".join(words) for words in paper.words())
