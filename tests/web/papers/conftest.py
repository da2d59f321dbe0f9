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
from web.papers.paper import Paper
from web.papers.papers import PAPERS, write_paper
from web.papers.plan_in_index import PlanInIndex

DAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build_paper_index(tmp_path_factory.mktemp("papers") / "index"))


@pytest.fixture
def compose(index: SearchIndex) -> Callable[..., Paper]:
    """A paper of the plan as its parts."""

    def compose(name: str, plan: Plan = PLAN, **options: str) -> Paper:
        kind = PAPERS[name]
        defaults = {key: option.default for key, option in kind.options.items()}
        return kind.compose(PlanInIndex(plan, index, DAY), defaults | options)

    return compose


@pytest.fixture
def document(index: SearchIndex) -> Callable[..., Any]:
    """A paper of the plan as Word opens it."""

    def document(name: str, plan: Plan = PLAN, **options: str) -> Any:
        return Document(BytesIO(write_paper(name, plan, index, options, "docx", DAY)))

    return document


def notes_of(paper: Paper) -> str:
    """What those who hand it on have to know, a line each."""
    return "\n".join("".join(words) for words in paper.notes)


def text_of(paper: Paper) -> str:
    """All that a paper says, a line each; notes left out."""
    return "\n".join("".join(words) for words in paper.words())
