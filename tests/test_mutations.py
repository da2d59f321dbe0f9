"""Faults that are drawn to see whether tests notice them."""

from pathlib import Path

import pytest

from benches.mutations import Mutant, draw, mutants_of

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
