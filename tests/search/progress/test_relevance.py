"""How directly a paragraph reports on a recommendation, from invented evidence."""

import numpy as np
import pytest

from models.records.reported import Stated
from search.catalogue.reported import ReportedTexts
from search.datamodel.logistic import Logistic
from search.datamodel.progress import StatedIn
from search.datamodel.strengths import StrengthBounds
from search.evidence import Evidence
from search.progress.relevance import (
    ProgressNumbers,
    Reports,
    most_direct,
    progress_stages,
    shares_of_words,
    stems_of,
    word_weights,
)
from search.progress.sentence import sentence_that_matters
from search.semantic.vectors_in_folder import VectorsInFolder
from search.stages import passed_through, without
from tests.invented_records import recommendation

SECTION = StatedIn(Stated.HEADING, "Recommendations 1–9", True, False, "only list", 1.0)
POINTER = StatedIn(Stated.FOOTNOTE, "see recommendation 3", False, True, "only list", 1.0)
NOTE = StatedIn(Stated.FOOTNOTE, "recommendation 3", False, False, "only list", 1.0)

NO_VECTORS = np.empty((0, 1), dtype=np.float32)
NO_TEXTS = ReportedTexts((), (), np.empty(0, dtype=np.int64), {}, {})
NOTHING = Reports((), NO_VECTORS, NO_TEXTS, VectorsInFolder(NO_VECTORS))
NUMBERS = ProgressNumbers(0.1, 0.2, 0.3, Logistic({"score": 13.57}, -9.28), StrengthBounds(0.2, 0.45, 0.7))


def test_what_is_stated_and_the_words_add_to_the_meaning() -> None:
    known = ("meaning", "heading", "direct", "words")
    pairs = np.array([[0.4, 0, 0, 0], [0.4, 1, 0, 0], [0.4, 0, 1, 0], [0.4, 0, 0, 0.5]])
    features = dict(zip(known, pairs.T, strict=True))
    found = passed_through(without(progress_stages(NUMBERS), *known), Evidence(NOTHING, features))
    assert found["score"].tolist() == pytest.approx([0.4, 0.5, 0.6, 0.55])
    assert found["relevance"].tolist() == pytest.approx((1 / (1 + np.exp(9.28 - 13.57 * found["score"]))).tolist())


def test_a_text_holds_a_share_of_the_words_and_rare_ones_count_more() -> None:
    asked = [recommendation("Mend all ferries of the harbour"), recommendation("On a to")]
    texts = ["The ferry was mended.", "Ferries sail to the harbour.", "Ferries.", ""]
    shares = shares_of_words(asked, [stems_of(text) for text in texts])
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
    weight_of = word_weights([stems_of(text)])
    assert sentence_that_matters(text, {"ferri", "mend"}, weight_of) == "Two ferries were mended in spring."
    assert sentence_that_matters(text, set(), weight_of) == "The coast is long."


def test_in_a_long_paragraph_the_nearest_sentences_matter() -> None:
    text = "The coast is long. Boats were repaired. Rowers rest. Gulls cry."
    assert sentence_that_matters(text, {"ferri"}, word_weights([]), (0.1, 0.6, 0.9)) == "Rowers rest."


@pytest.mark.parametrize(
    ("nearness", "wanted", "chosen"),
    [
        pytest.param((0.1, 0.9, 0.1), {"ferri"}, "Ferries sank.", id="the second of the nearest pair"),
        pytest.param((0.1, 0.9, 0.1), {"boat"}, "Boats were repaired.", id="the first of the nearest pair"),
        pytest.param((0.9, 0.1, 0.2), set(), "The coast is long.", id="the first of all is in one pair"),
    ],
)
def test_a_sentence_is_as_near_as_the_nearer_of_its_two_pairs(
    nearness: tuple[float, ...], wanted: set[str], chosen: str
) -> None:
    text = "The coast is long. Boats were repaired. Ferries sank. Gulls cry."
    # A word that is one of two counts less than how near a pair is.
    weights = {"ferri": 0.5, "boat": 0.5, "whale": 0.5}
    assert sentence_that_matters(text, wanted and wanted | {"whale"}, weights.__getitem__, nearness) == chosen


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
