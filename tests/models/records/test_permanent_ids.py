"""Ids are made from words and places; they must never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.records.permanent_ids import (
    commitment_id,
    normalised_text,
    table_commitment_id,
    table_recommendation_id,
    words_digest,
)


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        pytest.param("Ratify the Convention.", "ratify the convention", id="full stop and capital"),
        pytest.param("women’s  rights", "women s rights", id="typographic apostrophe, two spaces"),
        pytest.param("women's\nrights", "women s rights", id="plain apostrophe, line break"),
        pytest.param("co\u00adoperate", "cooperate", id="soft hyphen"),
        pytest.param("ﬁnd", "find", id="ligature"),
        pytest.param("ÉCOLE", "école", id="accents stay"),
        pytest.param("—;()", "", id="nothing but marks"),
    ],
)
def test_normalised_text(text: str, normalised: str) -> None:
    assert normalised_text(text) == normalised


def test_ids_that_were_given_once_are_given_for_ever() -> None:
    assert words_digest("Plant trees along every road") == "110e158a78"
    assert table_recommendation_id("SVN-20", "Plant trees along every road") == "SVN-20-t110e158a78"
    assert table_commitment_id("SVN-20", "Plant trees along every road") == "SVN-20-ct110e158a78"
    assert commitment_id("SVN-20", "A/HRC/900/1/Add.1", "77(a)", 2) == "SVN-20-c-A.HRC.900.1.Add.1-77(a)-2"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalised_text(text)
    assert normalised_text(once) == once
