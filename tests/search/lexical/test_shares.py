"""How much of the words asked for a text holds, as arithmetic."""

import pytest

from search.lexical.shares import WeighedWords

WORDS = WeighedWords({"oak": 3.0, "right": 1.0})


@pytest.mark.parametrize(("held", "share"), [({"oak"}, 0.75), ({"right", "elm"}, 0.25), ({"oak", "right"}, 1), ((), 0)])
def test_a_text_holds_the_share_of_their_weight(held: set[str], share: float) -> None:
    assert WORDS.share_in(held) == pytest.approx(share)


def test_shares_of_several_texts_that_may_hold_a_word_twice() -> None:
    assert WORDS.shares(3, {"oak": [0, 0], "right": [0, 2]}.__getitem__).tolist() == pytest.approx([1, 0, 0.25])


def test_without_words_nothing_is_held() -> None:
    assert WeighedWords({}).share_in({"oak"}) == 0
