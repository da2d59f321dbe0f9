"""Faults that are drawn to see whether tests notice them."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from benches.mutations import Mutant, draw, mutants_of
from tests.paths import REPOSITORY

SOURCE = b'''"""Tides."""

HOURS = 6


class Tide:
    """A tide."""

    def __repr__(self) -> str:
        return f"tide {1 + 1}"

    def is_high(self, hour: "int" = 3) -> bool:
        """Whether it is."""
        names: list["str"] = ["noon"]
        return hour > 6 and not names
'''


def faults(source: bytes) -> dict[str, str]:
    return {mutant.name: mutant.after for mutant in mutants_of(source, "tides.py")}


def test_faults_stand_in_bodies_of_functions_alone() -> None:
    assert sorted(faults(SOURCE)) == [
        "tides.py Tide.is_high: \"noon\" -> ''",
        "tides.py Tide.is_high: 6 -> 5",
        "tides.py Tide.is_high: 6 -> 7",
        "tides.py Tide.is_high: hour > 6 -> (hour >= 6)",
        "tides.py Tide.is_high: hour > 6 and not names -> (hour > 6 or not names)",
        "tides.py Tide.is_high: not names -> (names)",
        "tides.py Tide.is_high: return hour > 6 and not names -> return None",
    ]


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("hour > 6 -> (hour >= 6)", "        return (hour >= 6) and not names"),
        ("6 -> 7", "        return hour > 7 and not names"),
        ("return hour > 6 and not names -> return None", "        return None"),
    ],
)
def test_a_fault_changes_one_place_and_nothing_else(fault: str, line: str) -> None:
    (mutant,) = (each for each in mutants_of(SOURCE, "tides.py") if each.name.endswith(f": {fault}"))
    before, after = SOURCE.decode().splitlines(), mutant.apply(SOURCE).decode().splitlines()
    assert after == [*before[:-1], line]


def test_a_file_that_changed_since_is_refused() -> None:
    first = next(mutants_of(SOURCE, "tides.py"))
    with pytest.raises(ValueError, match=r"tides.py has changed"):
        first.apply(b"\n" + SOURCE)


def test_a_probe_is_called_first_whatever_the_function_begins_with() -> None:
    source = b"""
def one() -> list[int]: return [0]
def two() -> int:
    @cache
    def of() -> int:
        return 5
    return of()
"""
    for number, mutant in enumerate(mutants_of(source, "tides.py")):
        called: list[int] = []
        functions: dict[str, object] = {"call": called.append, "cache": lambda function: function}
        exec(mutant.with_probe(source, f"call({number})"), functions)  # noqa: S102 - a text of this test
        outer = functions[mutant.function.partition(".")[0]]
        assert callable(outer)
        outer()
        assert called == [number]


def drawn(folder: Path, seed: int) -> list[Mutant]:
    return draw(folder, ["harbour", "coast"], 8, seed)


def test_the_same_seed_draws_the_same_of_each_package(tmp_path: Path) -> None:
    for package in ("harbour", "coast"):
        (tmp_path / package).mkdir()
        functions = [f"def f{number}(tide):\n    return not (tide == {number} and tide)\n" for number in range(10, 30)]
        (tmp_path / package / "tides.py").write_text("\n".join(functions))
    first = drawn(tmp_path, 1)
    assert [mutant.path.partition("/")[0] for mutant in first] == ["harbour", "coast"] * 4
    assert [mutant.kind for mutant in first[::2]] == ["comparison", "and/or", "not", "number"]
    assert drawn(tmp_path, 1) == first
    assert drawn(tmp_path, 2) != first
    # A line more above moves places, and nothing else.
    file = tmp_path / "harbour" / "tides.py"
    file.write_text(f"TIDES = 2\n{file.read_text()}")
    assert [mutant.name for mutant in drawn(tmp_path, 1)] == [mutant.name for mutant in first]


PROGRAM = """
class Tide:
    def __init__(self, hour):
        self.hour = hour

    @property
    def is_high(self):
        return self.hour > 6

    @is_high.setter
    def is_high(self, value):
        self.hour = 7 if value else 0


def heights(count):
    return [(lambda: level * 2)() for level in range(count)]


def wait():
    for _ in iter(lambda: not True, True):
        return 1


def unseen():
    return 5
"""
TESTS = """
import pytest
import tides

made = []


@pytest.fixture(scope="module")
def tide():
    return tides.Tide(7)


def test_made(tide):
    made.append(tide)


def test_that_passes_behind_another_alone():
    assert made and tides.Tide(7).is_high


def test_again(tide):
    tide.is_high = True
    assert tide.is_high


def test_heights():
    assert tides.heights(3) == [0, 2, 4]


def test_waiting():
    assert tides.wait() == 1


def test_failing():
    assert tides.unseen() == 6
"""


@pytest.mark.slow
def test_each_fault_meets_the_tests_that_reach_it_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "tides.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "test_tides.py").write_text(TESTS, encoding="utf-8")
    freezing = "import gc\n\ndef pytest_collection_finish():\n    gc.freeze()\n"
    (tmp_path / "conftest.py").write_text(freezing, encoding="utf-8")
    mutants = list(mutants_of(PROGRAM.encode(), "tides.py"))
    (tmp_path / "mutants.json").write_text(json.dumps([asdict(mutant) for mutant in mutants]), encoding="utf-8")
    files = {"MUTANTS": "mutants.json", "REACHED": "reached.json", "OUTCOMES": "outcomes.jsonl"}
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "benches.forked_mutants", str(tmp_path)],
        cwd=tmp_path, env=os.environ | files | {"PYTHONPATH": f"{REPOSITORY}{os.pathsep}{tmp_path}"}, check=True,
    )  # fmt: skip
    rows = [json.loads(line) for line in (tmp_path / "outcomes.jsonl").read_text(encoding="utf-8").splitlines()]
    by = {row["mutant"].removeprefix("tides.py "): row["by"].removeprefix("test_tides.py::") for row in rows}
    assert by == {
        "Tide.is_high: return self.hour > 6 -> return None": "test_again",
        "Tide.is_high: self.hour > 6 -> (self.hour >= 6)": "",
        "Tide.is_high: 6 -> 7": "test_again",
        "Tide.is_high: 6 -> 5": "",
        "Tide.is_high: 7 -> 8": "",
        "Tide.is_high: 7 -> 6": "test_again",
        "Tide.is_high: 0 -> 1": "",
        "Tide.is_high: 0 -> -1": "",
        "heights: return [(lambda: level * 2)() for level in range(count)] -> return None": "test_heights",
        "heights: 2 -> 3": "test_heights",
        "heights: 2 -> 1": "test_heights",
        "wait: not True -> (True)": "test_waiting",
        "wait: return 1 -> return None": "test_waiting",
        "wait: 1 -> 2": "test_waiting",
        "wait: 1 -> 0": "test_waiting",
        "unseen: return 5 -> return None": "",
        "unseen: 5 -> 6": "",
        "unseen: 5 -> 4": "",
    }
