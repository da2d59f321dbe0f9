"""How much memory this machine has for a process: what is built in, or less where a container is given less."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

NEEDED_MEMORY = 2**30
"""Bytes of address space for each process where several read at once. A report of a hundred pages needs 200 MiB."""
_V1, _V2 = ("sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("sys/fs/cgroup", "memory.max")
"""Where the two versions of Linux control groups are mounted, and the file that says how much memory one may use."""


def machine_memory(root: Path = Path("/")) -> int | None:
    """Bytes that the processes of this program may use together; None where the system does not say (Windows).

    Args:
        root: where /proc and /sys of Linux are looked for.
    """
    try:
        built_in = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    except (AttributeError, ValueError, OSError):
        built_in = []
    return min([*built_in, *_group_limits(root)], default=None)


def _group_limits(root: Path) -> Iterator[int]:
    """The limits of the control groups that this process is in, and of those around them (cgroups(7))."""
    try:
        groups = (root / "proc/self/cgroup").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in groups:
        _, _, controllers_and_path = line.partition(":")
        controllers, _, path = controllers_and_path.partition(":")
        if controllers and "memory" not in controllers.split(","):
            continue
        mount, file = _V1 if controllers else _V2
        group = PurePosixPath(path.lstrip("/"))
        # In a container the path may be that outside, which is not there: the mounted root is then its own group.
        for folder in (group, *group.parents):
            yield from _limit(root / mount / folder / file)


def _limit(file: Path) -> Iterator[int]:
    """The limit that a file of a control group holds; nothing for none ("max")."""
    try:
        text = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return
    if text.isdecimal():
        yield int(text)
