"""The sets of benches/judged_sets.md can be read and hang together."""

from collections import defaultdict

import numpy as np

from benches.own_state import BENCHES, IN_NGO_LIST
from benches.retrieval import read_pairs
from benches.short_asks import ASKS, both
from benches.strengths_of_stories import Grades, report

LANGUAGES = {"ar", "en", "es", "fr"}


def rows(name: str) -> list[list[str]]:
    """The fields of each line."""
    return [line.split("\t") for line in (BENCHES / name).read_text(encoding="utf-8").splitlines()]


def test_each_hard_story_is_told_in_four_languages_in_two_to_four_sentences() -> None:
    languages = defaultdict(set)
    for query, state, language, text in rows("hard_stories.tsv"):
        stem, _, ending = query.partition(".")
        assert ending == language and stem.startswith(f"{state.lower()}_"), query
        sentences = [part for part in text.split(".") if part.strip()]
        assert 2 <= len(sentences) <= 4, query
        languages[stem].add(language)
    assert len(languages) >= 12
    assert all(told == LANGUAGES for told in languages.values())


def test_each_hard_story_has_recommendations_of_its_state_that_belong_in_the_list() -> None:
    state_of = {query.partition(".")[0]: state for query, state, *_ in rows("hard_stories.tsv")}
    judged = rows("hard_stories_judged.tsv")
    assert len({(stem, record) for stem, record, _ in judged}) == len(judged)
    for stem, record, grade in judged:
        assert record.startswith(f"{state_of[stem]}-") and grade in ("1", "2"), (stem, record)
    assert {stem for stem, _, grade in judged if int(grade) >= IN_NGO_LIST} == set(state_of)


def test_each_short_ask_has_five_to_fifteen_words_and_texts_of_the_pool_that_ask_for_it() -> None:
    asks = read_pairs(ASKS)
    assert all(5 <= len(text.split()) <= 15 for text in asks.values())
    languages = [query.partition(".")[2] for query in asks]
    assert languages.count("en") >= 24 and languages.count("es") >= 16
    pool = {record for (record,) in rows("short_asks_pool.tsv")}
    judged = rows("short_asks_judged.tsv")
    assert len({(ask, record) for ask, record, _ in judged}) == len(judged)
    assert all(record in pool and grade in ("1", "2") for _, record, grade in judged)
    assert {ask for ask, _, grade in judged if grade == "2"} == {query.partition(".")[0] for query in asks}


def test_both_rankings_of_an_ask_are_scored_by_its_grades() -> None:
    by_match, by_vector = np.array([0.9, 0.5, 0.1]), np.array([0.1, 0.5, 0.9])
    assert both(["a", "b", "c"], by_match, by_vector, {"a": 2}) == (1.0, 0.5)


def test_each_story_has_texts_to_other_states_that_were_read_in_every_grade_that_there_is() -> None:
    all_read = rows("hard_stories.tsv") + rows("plain_stories.tsv")
    some_read = rows("own_state_queries.tsv") + rows("told_in_other_languages.tsv")
    state_of = {query.partition(".")[0]: state for query, state, *_ in all_read + some_read}
    judged = rows("stories_elsewhere.tsv")
    assert len({(stem, record) for stem, record, _ in judged}) == len(judged)
    assert {query.partition(".")[0] for query, *_ in all_read} < {stem for stem, *_ in judged} <= set(state_of)
    assert {grade for *_, grade in judged} == {"0", "1", "2"}
    assert not [record for stem, record, _ in judged if record.startswith(f"{state_of[stem]}-")]


def test_ten_judged_stories_are_told_again_in_three_further_languages() -> None:
    state_of = {query.partition(".")[0]: state for query, state, *_ in rows("own_state_queries.tsv")}
    told = defaultdict(set)
    for query, state, language, text in rows("stories_in_further_languages.tsv"):
        stem, _, ending = query.partition(".")
        assert ending == language and state == state_of[stem] and len(text) > 40, query
        told[language].add(stem)
    assert set(told) == {"pt", "ru", "zh"}
    assert all(len(stems) == 10 for stems in told.values())


def test_words_of_strength_are_counted_by_language_and_kind_of_story() -> None:
    grades: Grades = {("fr", "hard", "strong"): [2, 1, 0, 2], ("en", "plain", "likely"): [1]}
    assert list(report(grades)) == [
        "| on the issue (at least partly) of | strong | likely |",
        "|---|---:|---:|",
        "| en plain |  | 0 (1) of 1 |",
        "| fr hard | 2 (3) of 4 |  |",
    ]


def test_each_ask_of_an_ngo_is_written_in_three_languages_beside_one_review() -> None:
    written = defaultdict(set)
    for ask, review, language, text in rows("uptake_asks.tsv"):
        stem, _, ending = ask.partition(".")
        assert ending == language and 5 <= len(text.split()) <= 40, ask
        written[stem, review].add(language)
    assert len(written) >= 40
    assert all(languages == {"en", "es", "fr"} for languages in written.values())


def test_each_recommendation_that_takes_an_ask_up_is_of_the_review_that_it_was_written_for() -> None:
    review_of = {ask.partition(".")[0]: review for ask, review, *_ in rows("uptake_asks.tsv")}
    judged = rows("uptake_judged.tsv")
    assert len({(ask, record) for ask, record, _ in judged}) == len(judged)
    assert all(record.startswith(f"{review_of[ask]}-") and grade in ("1", "2") for ask, record, grade in judged)
    halves = [int(ask[1:]) % 2 for ask, _, grade in judged if grade == "2"]
    assert min(halves.count(0), halves.count(1)) >= 40
