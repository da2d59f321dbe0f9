"""What is loaded once is loaded by one thread, and again only if that failed."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.once import once


def test_threads_wait_for_what_one_of_them_loads() -> None:
    loaded: list[str] = []

    @once
    def load(name: str) -> list[str]:
        loaded.append(name)
        time.sleep(0.05)
        return [name]

    with ThreadPoolExecutor(4) as threads:
        given = list(threads.map(load, ["a", "a", "b", "a"]))
    assert sorted(loaded) == ["a", "b"]
    assert given[0] is given[1] is given[3]
    assert given[2] == ["b"]


def test_what_failed_is_tried_again() -> None:
    outcomes = iter([ValueError("not there"), "there"])

    @once
    def load() -> str:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with pytest.raises(ValueError, match="not there"):
        load()
    assert load() == "there"


def test_what_was_freed_while_it_loaded_is_handed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("models.once.hand_back_freed", lambda: done.append("handed back"))

    @once
    def load(name: str) -> None:
        done.append(name)

    load("a")
    load("a")
    assert done == ["a", "handed back"]
