"""How long papers may be, and how words are counted in any script."""

from datetime import date

import pytest

from web.papers.limits import count_in_language, count_words, limit_of, most_in_language


@pytest.mark.parametrize(
    ("paper", "choice", "pace", "words", "pages"),
    [
        ("oral-statement", "debate", "usual", 250, None),
        ("oral-statement", "adoption", "usual", 300, None),
        ("oral-statement", "debate", "slower", 180, None),
        ("oral-statement", "adoption", "slower", 240, None),
        ("written-statement", "special", "", 1500, None),
        ("written-statement", "general", "", 2000, None),
        ("submission", "no", "", 2815, 5),
        ("submission", "yes", "", 5630, 10),
    ],
)
def test_limits_are_those_of_the_sources(paper: str, choice: str, pace: str, words: int, pages: int | None) -> None:
    limit = limit_of(paper, choice, pace)
    assert (limit.words, limit.pages) == (words, pages)
    assert limit.checked >= date(2026, 11, 26)
    assert limit.source
    assert limit.address.startswith("https://")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Judges visit prisons.", 3),
        ("state-run (twice), “well”", 3),  # as word processors count: between spaces
        ("– … ,", 0),
        ("يحصل كل طفل على التعليم", 5),
        ("हर बच्चा स्कूल जाता है", 5),  # vowel signs are no letters of their own
        ("学" * 255, 158),  # no spaces: 255 characters are read as fast as 158 words
        ("UPR 学校需要教师 2031", 6),
    ],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_the_same_time_holds_other_numbers_in_other_languages() -> None:
    # 300 × 195 / 228, 300 × 138 / 228, 300 × 255 / 228
    assert [most_in_language(300, language) for language in ("en", "fr", "ar", "zh")] == [300, 257, 182, 336]


def test_a_language_without_a_rate_has_the_limit_of_english() -> None:
    assert most_in_language(300, "sl") == 300


def test_chinese_is_counted_by_its_characters() -> None:
    assert count_in_language("学校需要教师。", "zh") == 6
    assert count_in_language("Judges visit prisons.", "en") == 3
