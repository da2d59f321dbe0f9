"""The formula on UPR Info's table: better than ranking by who speaks most on the issue."""

from collections.abc import Iterator

import numpy as np
import pytest

from benches.lobbying import Pair, Table, pairs_in, read_table
from tests.paths import SHARED

PATH = SHARED / "upr_info" / "recommendations.csv"
SESSION = 20
FIRST = 10

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not PATH.is_file(), reason=f"UPR Info's table is not at {PATH}"),
]


@pytest.fixture(scope="module")
def table() -> Table:
    return read_table(PATH)


def precisions(table: Table, *, by_formula: bool) -> Iterator[float]:
    """Of the first ten States for each label of a session, the share that then asked."""
    for pair in pairs_in(table, [SESSION]):
        scores = table.rank(pair).promise if by_formula else requests_on_label(table, pair)
        scores[table.names.index(pair[0])] = -1
        first = np.argsort(-scores, kind="stable")[:FIRST]
        yield float(table.who_asked(pair)[first].mean())


def requests_on_label(table: Table, pair: Pair) -> np.ndarray:
    return table.requests.only(table.with_label[pair[2]] & (table.requests.session < pair[1])).made()


def test_formula_finds_more_of_those_that_asked_than_activity_does(table: Table) -> None:
    found = np.mean(list(precisions(table, by_formula=True)))
    assert found > 1.1 * np.mean(list(precisions(table, by_formula=False)))
    assert found > 0.3
