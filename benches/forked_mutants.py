"""Many faults in one run of pytest, which collects tests once: each in a process of its own, forked from it.

A plugin (`pytest -p benches.forked_mutants`) for benches/mutants.py, which names files in the environment: the mutants,
what is known of the tests that reach them, and what outcomes are added to. Not a file is changed, but the code of the
function that has the fault exchanged. A first process has probes instead: it says which tests reach which functions,
how long each takes, and which fail without a fault. Each fault then meets the tests that reach it.

What happens while modules are imported, and in programs that tests start, has no fault here, and of what a process
keeps only the test that made it is known: a mutant that lives here may yet be killed by the tests of its file.
"""

import gc
import importlib
import json
import os
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryFile
from types import CodeType, FunctionType
from typing import Any

import pytest

from benches.mutations import Mutant

STAGE = "forked"
_PROBE = "__import__('benches.forked_mutants').forked_mutants.reached({})"


@dataclass
class _Seen:
    """What tests of this process did."""

    reached: set[tuple[int, str]] = field(default_factory=set)
    """Numbers of mutants, with the test or the fixture of many tests that called their function."""
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    failed: list[str] = field(default_factory=list)
    test: str = ""
    fixtures: list[str] = field(default_factory=list)
    """Those of many tests that are being made."""


_seen = _Seen()


def reached(number: int) -> None:
    """A probe: the function of a mutant is called."""
    _seen.reached.add((number, _seen.fixtures[0] if _seen.fixtures else _seen.test))


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
    """Remember that a fixture is being made which further tests have without making it."""
    if fixturedef.scope == "function":
        return (yield)
    _seen.fixtures.append(_name_of_fixture(fixturedef))
    try:
        return (yield)
    finally:
        _seen.fixtures.pop()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember how long a test took, with what it needed, and whether it failed."""
    _seen.seconds[report.nodeid] += report.duration
    if report.failed:
        _seen.failed.append(report.nodeid)


def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of running all tests: once with probes, then with each fault those that reach it."""
    gc.unfreeze()  # tests/conftest.py freezes what was collected, and frozen functions are not found
    mutants = [Mutant(**row) for row in json.loads(Path(os.environ["MUTANTS"]).read_text(encoding="utf-8"))]
    known, outcomes = Path(os.environ["REACHED"]), Path(os.environ["OUTCOMES"])
    for path in {mutant.path for mutant in mutants}:
        importlib.import_module(_module(path))
    reaching: Mapping[str, Mapping[str, float]] = (
        json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
    )
    if any(mutant.name not in reaching for mutant in mutants):
        reaching = _in_fork(lambda: _reaching_tests(session, mutants), 7200)
        known.write_text(json.dumps(reaching), encoding="utf-8")
    for mutant in mutants:
        seconds = reaching[mutant.name]
        items = _nearest_first(session, mutant, seconds)
        limit = 30 + int(5 * sum(seconds.values()))
        by = _in_fork(partial(_killer, mutant, items), limit)
        while by and _in_fork(partial(_run_tests, [item for item in items if item.nodeid == by]), limit):
            # Without a fault it passes behind others alone.
            items = [item for item in items if item.nodeid != by]
            by = _in_fork(partial(_killer, mutant, items), limit)
        by = "did not end" if by is None else by
        row = {"mutant": mutant.name, "stage": STAGE, "killed": bool(by), "by": by, "files": len(items)}
        with outcomes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    return True


def _in_fork(work: Callable[[], object], seconds: int) -> Any:
    """What comes of work in a process of its own, of so much processor time; None where it did not come to its end."""
    with TemporaryFile("w+", encoding="utf-8") as file:
        process = os.fork()
        if not process:
            with suppress(BaseException):
                os.setsid()
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
                json.dump(work(), file)
                file.flush()
            os._exit(0)
        until = time.monotonic() + 20 * seconds
        while not os.waitpid(process, os.WNOHANG)[0]:
            if time.monotonic() > until:
                os.kill(process, signal.SIGKILL)
            time.sleep(0.02)
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        file.seek(0)
        text = file.read()
    return json.loads(text) if text else None


def _reaching_tests(session: pytest.Session, mutants: Sequence[Mutant]) -> dict[str, dict[str, float]]:
    """Of each mutant the tests that reach its function and pass without a fault, with their seconds."""
    functions = {(mutant.path, mutant.function, mutant.body): number for number, mutant in enumerate(mutants)}
    for number in functions.values():
        mutant = mutants[number]
        _exchange(mutant, mutant.with_probe(Path(mutant.path).read_bytes(), _PROBE.format(number)))
    _run_tests(session.items, until_failure=False)
    by_number: dict[int, set[str]] = defaultdict(set)
    for number, by in _seen.reached:
        by_number[number].add(by)
    good = [item for item in session.items if item.nodeid not in set(_seen.failed)]
    tests = {
        number: {item.nodeid: _seen.seconds[item.nodeid] for item in good if {item.nodeid, *_fixtures(item)} & found}
        for number, found in by_number.items()
    }
    return {mutant.name: tests.get(functions[mutant.path, mutant.function, mutant.body], {}) for mutant in mutants}


def _killer(mutant: Mutant, items: Sequence[pytest.Item]) -> str:
    """The first test that fails with the fault."""
    return _run_tests(items) if _exchange(mutant, mutant.apply(Path(mutant.path).read_bytes())) else ""


def _run_tests(items: Sequence[pytest.Item], *, until_failure: bool = True) -> str:
    """The first that fails."""
    for item, following in zip_longest(items, items[1:]):
        _seen.test = item.nodeid
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if _seen.failed and until_failure:
            break
    return next(iter(_seen.failed), "")


def _nearest_first(session: pytest.Session, mutant: Mutant, seconds: Mapping[str, float]) -> list[pytest.Item]:
    """File by file, for tests of a file share what takes long to make: those of its folder first, then the quickest."""
    of_file: dict[Path, float] = defaultdict(float)
    items = [item for item in session.items if item.nodeid in seconds]
    for item in items:
        of_file[item.path] += seconds[item.nodeid]
    folder = session.config.rootpath / "tests" / Path(mutant.path).parent

    def place(item: pytest.Item) -> tuple[bool, float, str, float]:
        return item.path.parent != folder, of_file[item.path], str(item.path), seconds[item.nodeid]

    return sorted(items, key=place)


def _name_of_fixture(definition: pytest.FixtureDef[Any]) -> str:
    return f"fixture {definition.argname} of {definition.baseid}"


def _fixtures(item: pytest.Item) -> Iterator[str]:
    """Those that a test names, and those that these name."""
    of_name = getattr(item, "_fixtureinfo", None)
    for definitions in (of_name.name2fixturedefs if of_name else {}).values():
        yield from map(_name_of_fixture, definitions)


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _exchange(mutant: Mutant, source: bytes) -> bool:
    """Give the function of a mutant, wherever it is held, the code that it has in a changed source of its file."""
    file = importlib.import_module(_module(mutant.path)).__file__ or ""
    original = Path(mutant.path).read_bytes()
    line = original[: mutant.body].count(b"\n") + 1
    old, new = _codes_around(original, file, mutant, line), _codes_around(source, file, mutant, line)
    exchanged = False
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename == file:
            name = function.__code__.co_qualname
            if name in old and function.__code__.co_firstlineno == old[name].co_firstlineno:
                with suppress(ValueError):  # it holds other variables of the function around it than before
                    function.__code__ = new[name]
                    exchanged = True
    return exchanged


def _codes_around(source: bytes, file: str, mutant: Mutant, line: int) -> dict[str, CodeType]:
    """The function of a mutant and those around it, by name: of two with one name, as of a property, the one there."""
    found: dict[str, CodeType] = {}
    for code in _codes(compile(source, file, "exec", dont_inherit=True)):
        name = code.co_qualname.replace(".<locals>", "")
        is_around = mutant.function == name or mutant.function.startswith(f"{name}.")
        if is_around and "<" not in name and code.co_firstlineno <= line:
            known = found.get(code.co_qualname)
            if known is None or code.co_firstlineno > known.co_firstlineno:
                found[code.co_qualname] = code
    return found


def _codes(code: CodeType) -> Iterable[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
