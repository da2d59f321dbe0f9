"""Questions that are kept: for a while, up to a bound, and unreadable without the address."""

import gc
import threading
from collections.abc import Callable

import pytest

from web.site.kept_questions import KeptQuestions, MemoryStore, is_key

QUESTION = b"text=Tarnbridge"


class Clock:
    """Shows the time that it is set to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def kept(seconds: float = 3600, clock: Callable[[], float] | None = None, **bounds: int) -> KeptQuestions:
    return KeptQuestions(MemoryStore(seconds, clock=clock or Clock(), **bounds))


def test_a_question_comes_back_under_its_key_as_often_as_wanted() -> None:
    questions = kept()
    key = questions.put(QUESTION)
    assert [questions.get(key), questions.get(key)] == [QUESTION, QUESTION]


def test_no_two_questions_have_one_key_and_a_key_is_too_long_to_be_guessed() -> None:
    questions = kept()
    keys = [questions.put(QUESTION) for _ in range(100)]
    assert len(set(keys)) == 100
    assert len({key.split(".")[0] for key in keys}) == 100
    assert {len(key) for key in keys} == {32 + 1 + 22}


@pytest.mark.parametrize("foreign", ["", "x", "a" * 55, f"{'a' * 32}.{'b' * 22}", "ü" * 55, "../../etc/passwd"])
def test_a_foreign_key_opens_nothing(foreign: str) -> None:
    questions = kept()
    questions.put(QUESTION)
    assert questions.get(foreign) is None
    questions.delete(foreign)


def test_only_what_looks_like_a_key_is_said_to_be_one() -> None:
    key = kept().put(QUESTION)
    assert is_key(key)
    assert not is_key(key + "\n")
    assert not is_key(key[:-1])


def test_a_question_is_forgotten_an_hour_after_its_last_use() -> None:
    clock = Clock()
    questions = kept(3600, clock)
    key = questions.put(QUESTION)
    clock.now = 3599
    assert questions.get(key) == QUESTION
    clock.now = 3599 + 3599
    assert questions.get(key) == QUESTION, "each use counts"
    clock.now = 3599 + 3599 + 3600
    assert questions.get(key) is None


def test_what_nobody_asks_for_again_leaves_memory_too() -> None:
    clock = Clock()
    store = MemoryStore(3600, clock=clock)
    KeptQuestions(store).put(QUESTION)
    clock.now = 3600
    store.forget_unused()
    assert not store._kept
    assert store._bytes == 0


def test_the_longest_unused_goes_where_there_are_too_many() -> None:
    questions = kept(most_questions=2)
    first, second = questions.put(QUESTION), questions.put(QUESTION)
    questions.get(first)
    third = questions.put(QUESTION)
    assert [questions.get(key) is not None for key in (first, second, third)] == [True, False, True]


def test_the_longest_unused_goes_where_they_take_too_much_memory() -> None:
    questions = kept(most_bytes=6_000)
    first, second = questions.put(b"a" * 3_000), questions.put(b"b" * 3_000)
    assert questions.get(first) is None
    assert questions.get(second) == b"b" * 3_000


def test_a_deleted_search_is_forgotten_with_all_its_questions_and_no_others() -> None:
    questions = kept()
    first = questions.put(QUESTION)
    changed = questions.put(b"text=Tarnbridge&position=noted", beside=first)
    other = questions.put(QUESTION)
    questions.delete(changed)
    assert questions.get(first) is None
    assert questions.get(changed) is None
    assert questions.get(other) == QUESTION
    assert questions.store._bytes == len(questions.store._kept[next(iter(questions.store._kept))].ciphertext)


def test_a_question_joins_only_a_search_that_is_kept() -> None:
    questions = kept()
    made_up = f"{'a' * 32}.{'b' * 22}"
    assert not questions.put(QUESTION, beside=made_up).startswith("a" * 32)


def test_who_knows_a_search_but_none_of_its_questions_deletes_nothing() -> None:
    questions = kept()
    key = questions.put(QUESTION)
    questions.delete(f"{key[:32]}.{'b' * 22}")
    assert questions.get(key) == QUESTION


def test_the_store_holds_neither_a_word_of_a_question_nor_a_key() -> None:
    store = MemoryStore(3600)
    key = KeptQuestions(store).put(QUESTION)
    gc.collect()
    held = repr(store._kept).encode()
    assert b"Tarnbridge" not in held
    assert key.encode() not in held
    assert key[:32].encode() not in held


def test_threads_put_get_and_delete_at_once() -> None:
    questions = kept(most_questions=50)
    problems: list[Exception] = []

    def use() -> None:
        try:
            for _ in range(50):
                key = questions.put(QUESTION)
                assert questions.get(key) in (QUESTION, None)
                questions.delete(key)
                assert questions.get(key) is None
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert (len(questions.store._kept), questions.store._bytes) == (0, 0)
