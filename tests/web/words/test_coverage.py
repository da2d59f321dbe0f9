"""What is said of reviews that are not indexed."""

from datetime import date

import pytest

from tests.web.conftest import site_over
from tests.web.small_index import SmallIndex
from web.words.coverage import coverage, published_at

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    "code, state, indexed, said",
    [
        (
            "JPN",
            "Japan",
            [2],
            "Japan: only the review of 2008 is indexed; 2012, 2017 and 2023 are not here.",
        ),
        (
            "SVN",
            "Slovenia",
            [34, 7, 20],
            "Slovenia: only the reviews of 2010, 2014 and 2019 are indexed; 2025 is not here.",
        ),
        ("SVN", "Slovenia", [7, 20, 34, 48], ""),
        ("SSD", "South Sudan", [26], "South Sudan: only the review of 2016 is indexed; 2022 is not here."),
        ("SSD", "South Sudan", [], "South Sudan: its reviews of 2016 and 2022 are not here."),
        (
            "BLR",
            "Belarus",
            [8, 22, 36],
            "By the calendar it was reviewed in 2025 (session 50) too, which is not indexed either.",
        ),
        ("XAA", "Avaria", [7], ""),
    ],
)
def test_coverage(code: str, state: str, indexed: list[int], said: str) -> None:
    with site_over(SmallIndex()).test_request_context():
        assert coverage(code, state, indexed, TODAY) == said


def test_each_state_has_a_page_of_its_documents() -> None:
    assert published_at("JPN") == "https://www.ohchr.org/en/hr-bodies/upr/jp-index"
    assert published_at("XAA") == "https://www.ohchr.org/en/hr-bodies/upr/documentation"
