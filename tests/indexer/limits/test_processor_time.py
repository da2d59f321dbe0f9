"""Work that takes too long is stopped wherever it is, and nothing else is printed of it."""

import gc
import time
import weakref
from collections.abc import Callable

import pytest

from indexer.limits.processor_time import ProcessorTime


def _work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


class _SlowToEnd:
    def __del__(self) -> None:
        _work(0.3)


class _Forgotten:
    """What a weak reference can be to."""


def _collect() -> None:
    def slow(phase: str, info: dict[str, int]) -> None:
        _work(0.3)

    gc.callbacks.append(slow)
    try:
        gc.collect()
    finally:
        gc.callbacks.remove(slow)


def _end_an_object() -> None:
    _SlowToEnd()


def _forget_an_object() -> None:
    forgotten = _Forgotten()
    kept = weakref.ref(forgotten, lambda reference: _work(0.3))
    del forgotten
    assert kept() is None


@pytest.mark.parametrize("elsewhere", [_collect, _end_an_object, _forget_an_object])
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_work_is_stopped_after_a_call_whose_exceptions_python_only_prints(
    elsewhere: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(TimeoutError), ProcessorTime(0.1).step():
        elsewhere()
        _work(30)
    assert capfd.readouterr().err == ""


def test_work_in_time_is_not_stopped() -> None:
    limit = ProcessorTime(0.2)
    with limit.step():
        _work(0.05)
    with limit.step(more=10):
        _work(0.3)


def test_steps_share_their_time() -> None:
    limit = ProcessorTime(0.3)
    with limit.step():
        _work(0.2)
    with pytest.raises(TimeoutError), limit.step():
        _work(30)
