"""One store of kept questions for several processes."""

import time
from multiprocessing import get_context

from web.shared_store import SharedStore, forgetting, shared
from web.site.kept_questions import KeptQuestions, MemoryStore


def use(store: SharedStore, key: str) -> None:
    """In a process of its own: read the question of the first, answer with another beside it, delete nothing."""
    questions = KeptQuestions(store.connected())
    assert questions.get(key) == b"text=girls"
    assert questions.get("x") is None
    questions.put(b"text=boys", beside=key)


def delete(store: SharedStore, key: str) -> None:
    KeptQuestions(store.connected()).delete(key)


def run(*arguments: object) -> None:
    process = get_context("spawn").Process(target=arguments[0], args=arguments[1:])
    process.start()
    process.join(30)
    assert process.exitcode == 0


def test_another_process_reads_keeps_and_deletes_in_the_store_of_the_first() -> None:
    store = MemoryStore(3600)
    questions = KeptQuestions(store)
    key = questions.put(b"text=girls")
    with shared(store) as for_others:
        run(use, for_others, key)
        assert len(store._kept) == 2
        run(delete, for_others, key)
    assert not store._kept
    assert questions.get(key) is None


def test_what_nobody_uses_is_forgotten_though_nobody_asks() -> None:
    store = MemoryStore(0.01)
    KeptQuestions(store).put(b"text=girls")
    with forgetting(store, seconds=0.01):
        for _ in range(200):
            if not store._kept:
                break
            time.sleep(0.01)
    assert not store._kept
