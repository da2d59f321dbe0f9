"""What is said of the words of an ask."""

import pytest

from search.query.issue import read_issue
from search.uptake.wording import wording_of


class Texts:
    text_count = 100

    def frequency(self, stem: str) -> int:
        return 0


@pytest.mark.parametrize(
    ("text", "parts", "is_of_someone", "is_measurable"),
    [
        ("Adopt a law against torture by 2027", 1, False, True),
        ("Let monitors visit every mill and publish what they see", 2, False, False),
        ("Ensure that the Ministry of Health trains nurses; abolish fees for women", 2, True, True),
        ("Strengthen efforts to promote rights", 1, False, False),
    ],
)
def test_parts_persons_and_measures_are_told(text: str, parts: int, is_of_someone: bool, is_measurable: bool) -> None:
    wording = wording_of(read_issue(text, Texts(), "en"))
    assert wording is not None
    assert (len(wording.parts), wording.is_of_someone, wording.is_measurable) == (parts, is_of_someone, is_measurable)


def test_nothing_is_said_of_words_in_another_language() -> None:
    assert wording_of(read_issue("Adopter une loi contre la torture", Texts(), "fr")) is None
