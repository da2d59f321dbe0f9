"""Nothing is said to be absent that was not searched, and nothing sure where nothing is known."""

import pytest

from search import Extent, Uptake
from search.datamodel.uptake import Wording
from web.words.uptake_words import figures_in_words, nobody_in_words, wording_in_words


def uptake(extent: Extent, *, rated: bool) -> Uptake:
    return Uptake("SVN", 20, extent, rated, asks=())


@pytest.mark.parametrize(
    ("extent", "rated", "said"),
    [
        (Extent.FULL, True, "No recommendation of this review was found to take it up."),
        (Extent.PART, True, "None was found, but the report of this review is not indexed: there may be more."),
        (Extent.FULL, False, "These are only the nearest: how sure they are is not known."),
    ],
)
def test_that_nobody_took_an_ask_up_is_said_only_of_what_was_searched(extent: Extent, rated: bool, said: str) -> None:
    assert nobody_in_words(uptake(extent, rated=rated)) == said


def test_no_figures_are_given_where_grades_are_not_known() -> None:
    assert figures_in_words(uptake(Extent.FULL, rated=False)).startswith("How surely a recommendation takes an ask up")


@pytest.mark.parametrize(
    ("wording", "begins"),
    [
        (Wording(("Mend roads", "Plant oaks"), True, True), ["It asks for 2 things; one thing in each ask"]),
        (Wording(("Mend roads",), False, True), ["It names neither whom it is for nor who has to act."]),
        (Wording(("Mend roads",), True, False), ["Nothing in it could be seen to be done"]),
        (Wording(("Mend roads",), True, True), []),
    ],
    ids=["two in one", "of nobody", "not measurable", "good"],
)
def test_what_may_be_mended_in_an_ask(wording: Wording, begins: list[str]) -> None:
    lines = wording_in_words(wording)
    assert [line[: len(begin)] for line, begin in zip(lines, begins, strict=True)] == begins
