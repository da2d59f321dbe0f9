"""The memory of a container, not of the machine around it."""

from pathlib import Path

import pytest

from indexer.limits.memory import machine_memory

MIB = 2**20


def system(folder: Path, groups: str, limits: dict[str, str]) -> Path:
    """A folder that looks like the /proc and /sys of a machine."""
    for name, text in {"proc/self/cgroup": groups, **limits}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


V1 = "sys/fs/cgroup/memory"
V2 = "sys/fs/cgroup"


@pytest.mark.parametrize(
    ("groups", "limits"),
    [
        pytest.param("0::/a/b", {f"{V2}/a/b/memory.max": str(64 * MIB)}, id="version 2"),
        pytest.param(
            "0::/a/b",
            {f"{V2}/a/b/memory.max": "max", f"{V2}/a/memory.max": str(64 * MIB)},
            id="version 2, limit of the group around it",
        ),
        pytest.param("0::/../outside", {f"{V2}/memory.max": str(64 * MIB)}, id="version 2, in a container"),
        pytest.param(
            "5:cpu:/x\n4:memory:/a\n0::/",
            {f"{V1}/a/memory.limit_in_bytes": str(64 * MIB), f"{V1}/memory.limit_in_bytes": "9223372036854771712"},
            id="version 1",
        ),
        pytest.param(
            "3:cpu,memory:/out", {f"{V1}/memory.limit_in_bytes": str(64 * MIB)}, id="version 1, in a container"
        ),
    ],
)
def test_limits_of_control_groups(tmp_path: Path, groups: str, limits: dict[str, str]) -> None:
    assert machine_memory(system(tmp_path, groups, limits)) == 64 * MIB


@pytest.mark.parametrize("limits", [{}, {f"{V2}/memory.max": "max"}, {f"{V2}/memory.max": "odd"}])
def test_a_machine_without_limits_has_what_is_built_in(tmp_path: Path, limits: dict[str, str]) -> None:
    built_in = machine_memory(tmp_path / "nothing")
    assert built_in is None or built_in > 64 * MIB
    assert machine_memory(system(tmp_path, "0::/", limits)) == built_in
