"""Which way each number of words turns a result; how far is not said here: a refit is to move no test.

tests/search/golden/ranking.txt holds what they do together.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from search.answer.compose import compose_answer
from search.datamodel.question import Listing
from search.datamodel.strengths import StrengthBounds
from search.match.words import with_names
from search.query.discriminative_terms import CutText
from search.retrieve.found import Found
from search.snapshot.snapshot import Snapshot, open_snapshot

SEARCH = Path(__file__).resolve().parent.parent.parent / "search"
NOT_OF_RANKING = {"ROUNDING", "HALF", "LEAST_DEVIATION", "MOST_SINGLE"}
"""By how much machines round, and when a store reads rows singly."""


def fractions_by_name(source: str) -> Iterator[str]:
    """What a module, or a class in it, gives a fraction to: ranking is tuned by such numbers."""
    for node in ast.walk(ast.parse(source)):
        names = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Constant) and isinstance(value.value, float) and value.value % 1:
            yield from (name.id for name in names if isinstance(name, ast.Name))


def test_numbers_of_ranking_stand_in_data_files_with_where_they_come_from() -> None:
    found = {name for path in SEARCH.rglob("*.py") for name in fractions_by_name(path.read_text(encoding="utf-8"))}
    assert found <= NOT_OF_RANKING


def test_a_fraction_in_code_is_seen() -> None:
    source = "NEAR = 0.35\nclass Stage:\n    share: float = 0.7\n    name = 'labels'\n    count = 3\n"
    assert set(fractions_by_name(source)) == {"NEAR", "share"}


@pytest.fixture(scope="module")
def snapshot(index_folder: Path) -> Snapshot:
    return open_snapshot(index_folder, None)


def shares_of(snapshot: Snapshot, query: str, share_of_name: float) -> np.ndarray:
    before = np.full(len(snapshot.vectors), 0.25, dtype=np.float32)
    return with_names(snapshot.english_words, CutText.of(query), before, share_of_name)


def test_a_few_words_are_looked_for_as_they_stand_and_many_are_not(snapshot: Snapshot) -> None:
    assert (shares_of(snapshot, "child marriage", 0.0) == 1).any()
    assert not (shares_of(snapshot, "end child marriage in rural areas of all our provinces now", 0.0) == 1).any()


def test_texts_must_hold_the_most_of_a_short_name(snapshot: Snapshot) -> None:
    assert (shares_of(snapshot, "Dust, Lung Pact", 1.0) < 0.25).all()
    long = "Dust, Lung, Shaft, Rope, Lamp, Lift, Fan, Belt, Boot, Glove Pact"
    assert (shares_of(snapshot, long, 1.0) == 0.25).all()


def test_what_is_hardly_likely_is_not_even_shown_as_related(snapshot: Snapshot) -> None:
    size = snapshot.catalogue.size
    relevances = np.zeros(size)
    relevances[:4] = [0.01, 0.4, 0.3, 0.02]
    found = Found(np.zeros(size, dtype=bool), relevances, (), StrengthBounds(0.5, 0.7, 0.8))
    answer = compose_answer(snapshot, found, Listing())
    assert [hit.relevance for hit in answer.related] == [0.4, 0.3]
