"""The index that papers are made of, and papers to look into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any, cast

import pytest
from docx import Document

from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Recommendation
from search import ChosenEntry, SearchIndex, open_index
from tests.web.papers.paper_index import PLAN, build_paper_index
from web.papers.kinds import paper_kind
from web.papers.paper import Paper
from web.papers.papers import make_paper, write_paper, write_papers_of_states
from web.papers.write_document import write_sheet

DAY = date(2026, 11, 26)


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build_paper_index(tmp_path_factory.mktemp("papers") / "index"))


class Altered:
    """An index that hands out its recommendations as a test makes them."""

    def __init__(self, index: SearchIndex, alter: Callable[[Recommendation], Recommendation]) -> None:
        self._index, self._alter = index, alter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def chosen(self, ids: Sequence[str]) -> list[ChosenEntry]:
        return [self._altered(entry) for entry in self._index.chosen(ids)]

    def _altered(self, entry: ChosenEntry) -> ChosenEntry:
        if not isinstance(entry.record, Recommendation):
            return entry
        return replace(entry, record=self._alter(entry.record))


def altered(index: SearchIndex, alter: Callable[[Recommendation], Recommendation]) -> SearchIndex:
    return cast(SearchIndex, Altered(index, alter))


def index_for(name: str, index: SearchIndex) -> SearchIndex:
    """The index; for the note on what awaits an answer, one in which the first recommendation of the plan does."""

    def pending(record: Recommendation) -> Recommendation:
        return replace(record, position=Position.PENDING) if record.id == PLAN.items[0].id else record

    return altered(index, pending) if name == "pending-note" else index


@pytest.fixture(scope="session")
def compose(index: SearchIndex) -> Callable[..., Paper]:
    """A paper as its parts; of the usual plan composed once for each choice, so that nobody may change it."""

    def made(name: str, plan: Plan, filled: Mapping[str, str], options: Mapping[str, str]) -> Paper:
        return make_paper(name, plan, index_for(name, index), options, DAY, filled)

    of_plan = cache(lambda name, options: made(name, PLAN, {}, dict(options)))

    def compose(name: str, plan: Plan = PLAN, *, filled: Mapping[str, str] | None = None, **options: str) -> Paper:
        if plan is PLAN and filled is None:
            return of_plan(name, tuple(options.items()))
        return made(name, plan, filled or {}, options)

    return compose


@pytest.fixture(scope="session")
def document(index: SearchIndex) -> Callable[..., Any]:
    """A paper of the plan as Word opens it; the file is written once for each choice."""
    of_plan = cache(lambda name, options: written(name, PLAN, index, dict(options), "docx"))

    def document(name: str, plan: Plan = PLAN, **options: str) -> Any:
        chosen = tuple(options.items())
        file = of_plan(name, chosen) if plan is PLAN else written(name, plan, index, options, "docx")
        return Document(BytesIO(file))

    return document


def written(name: str, plan: Plan, index: SearchIndex, options: dict[str, str], extension: str) -> bytes:
    """A paper as a file."""
    if extension == "zip":
        return write_papers_of_states(name, plan, index, options, DAY)
    return write_paper(make_paper(name, plan, index, options, DAY), extension, paper_kind(name))


def sheet_of(name: str, plan: Plan, index: SearchIndex) -> bytes:
    """What is for its makers alone, as a file."""
    return write_sheet(make_paper(name, plan, index, {}, DAY))


def notes_of(paper: Paper) -> str:
    """What those who hand it on have to know, a line each."""
    return "\n".join("".join(words) for words in paper.notes)


def text_of(paper: Paper) -> str:
    """All that a paper says, a line each; notes left out."""
    return "\n".join("".join(words) for words in paper.words())
