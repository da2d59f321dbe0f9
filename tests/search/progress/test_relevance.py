"""How directly a paragraph reports on a recommendation, from invented evidence."""

import numpy as np
import pytest

from models.records.reported import Stated
from search.datamodel.logistic import Logistic
from search.datamodel.progress import StatedIn
from search.datamodel.strengths import StrengthBounds
from search.progress.relevance import (
    Evidence,
    ProgressNumbers,
    WordWeights,
    most_direct,
    probabilities,
    shares_of_words,
    stems_of,
)
from search.progress.sentence import sentence_that_matters
from tests.invented_records import recommendation

SECTION = StatedIn(Stated.HEADING, "Recommendations 1–9", True, False, "only list", 1.0)
POINTER = StatedIn(Stated.FOOTNOTE, "see recommendation 3", False, True, "only list", 1.0)
NOTE = StatedIn(Stated.FOOTNOTE, "recommendation 3", False, False, "only list", 1.0)

NUMBERS = ProgressNumbers(0.1, 0.2, 0.3, Logistic({"score": 13.57}, -9.28), StrengthBounds(0.2, 0.45, 0.7))


def test_what_is_stated_and_the_words_add_to_the_meaning() -> None:
    pair = np.ones((1, 1))
    nothing = 0 * pair
    assert Evidence(0.4 * pair, nothing, nothing, nothing).scores(NUMBERS)[0, 0] == pytest.approx(0.4)
    assert Evidence(0.4 * pair, pair, nothing, nothing).scores(NUMBERS)[0, 0] == pytest.approx(0.5)
    assert Evidence(0.4 * pair, nothing, pair, nothing).scores(NUMBERS)[0, 0] == pytest.approx(0.6)
    assert Evidence(0.4 * pair, nothing, nothing, 0.5 * pair).scores(NUMBERS)[0, 0] == pytest.approx(0.55)


@pytest.mark.parametrize(
    ("score", "expected"),
    [pytest.param(0.4, 0.0208, id="far"), pytest.param(0.7, 0.5546, id="near"), pytest.param(0.9, 0.9495, id="sure")],
)
def test_scores_become_probabilities(score: float, expected: float) -> None:
    assert probabilities(np.array([score]), NUMBERS).tolist() == pytest.approx([expected], abs=0.0001)


def test_a_text_holds_a_share_of_the_words_and_rare_ones_count_more() -> None:
    asked = [recommendation("Mend all ferries of the harbour"), recommendation("On a to")]
    shares = shares_of_words(asked, ["The ferry was mended.", "Ferries sail to the harbour.", "Ferries.", ""])
    assert shares.shape == (2, 4)
    mended, sailing, ferries, nothing = shares[0].tolist()
    # "mend" and "harbour" stand in one text each, "ferri" in three.
    assert mended == pytest.approx(sailing)
    assert ferries < mended - ferries
    assert nothing == 0.0
    assert shares[1].tolist() == [0.0] * 4


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        pytest.param([], None, id="not named"),
        pytest.param([SECTION, POINTER, NOTE], NOTE, id="the paragraph itself"),
        pytest.param([SECTION, POINTER], POINTER, id="a pointer before a section"),
    ],
)
def test_the_most_direct_way_of_naming(named: list[StatedIn], chosen: StatedIn | None) -> None:
    assert most_direct(named) == chosen


def test_the_sentence_with_most_of_the_words_matters() -> None:
    text = "The coast is long. Two ferries were mended\nin spring. Rowers rest."
    weight_of = WordWeights([stems_of(text)])
    assert sentence_that_matters(text, {"ferri", "mend"}, weight_of) == "Two ferries were mended in spring."
    assert sentence_that_matters(text, set(), weight_of) == "The coast is long."


def test_in_a_long_paragraph_the_nearest_sentences_matter() -> None:
    text = "The coast is long. Boats were repaired. Rowers rest. Gulls cry."
    assert sentence_that_matters(text, {"ferri"}, WordWeights([]), (0.1, 0.6, 0.9)) == "Rowers rest."


def test_a_tie_is_told_by_the_order_of_sentences_and_not_of_sets() -> None:
    # Ten tenths are one; added up one by one they are less, by how much hangs on their order.
    tenths = ["apple", "birch", "cedar", "grape", "hazel", "larch", "lemon", "maple", "olive", "peach"]
    first, second = f"Plant {' '.join(tenths)} trees.", "Plant willow trees."
    wanted = {*(stem for name in tenths for stem in stems_of(name)), *stems_of("willow")}
    (willow,) = stems_of("willow")

    def weight_of(stem: str) -> float:
        return 1.0 if stem == willow else 0.1

    assert len(wanted) == 11
    assert sentence_that_matters(f"{first} {second}", wanted, weight_of) == first  # type: ignore[arg-type]
