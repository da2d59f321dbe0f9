"""Write the table of packages in THIRD_PARTY.md anew: which the program uses, and under which licences.

`make licences` runs it. What the page says of weights and tables, above that table, is kept by hand. Which packages
there are, and which versions, say requirements/*.txt; their licences are what the installed ones say of themselves.
Those for Windows alone and for browsers are left out, as the lock is for Linux and macOS.
"""

import re
from collections.abc import Iterator
from importlib.metadata import metadata

from tools.lock import FOLDER, REPOSITORY

FILE = REPOSITORY / "THIRD_PARTY.md"
KINDS = ("light", "full", "mcp", "postgresql")
"""What users install; the tools of developers are not passed on."""
_PACKAGE = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+))?", re.M)
_ELSEWHERE = re.compile(r"sys_platform == '(?:win32|emscripten)'")
_LONGEST = 60
"""Letters of what names a licence; more is its text."""
HEAD = "| package | version | licence | install |\n|---|---|---|---|\n"


def write_notices() -> None:
    """Write the table at the end of the page; what stands above it is kept.

    Raises:
        importlib.metadata.PackageNotFoundError: a package is not installed, so that nothing is known of it.
    """
    rows = {
        (name, version): f"| {name} | {version} | {_licence(name)} | {kind} |\n"
        for kind in reversed(KINDS)  # the smallest kind that has a package is named
        for name, version in _packages(kind)
    }
    above, head, _ = FILE.read_text(encoding="utf-8").partition(HEAD)
    FILE.write_text(above + head + "".join(rows[key] for key in sorted(rows)), encoding="utf-8")


def _packages(kind: str) -> Iterator[tuple[str, str]]:
    for found in _PACKAGE.finditer((FOLDER / f"{kind}.txt").read_text(encoding="utf-8")):
        if not _ELSEWHERE.search(found["marker"] or ""):
            yield found["name"], found["version"]


def _licence(name: str) -> str:
    """By the expression of its metadata, else what it says in words, else how it is classed."""
    about = metadata(name)
    words = about["License"].strip() if "License" in about else ""
    if "License-Expression" in about:
        return about["License-Expression"]
    if 0 < len(words) <= _LONGEST and words != "UNKNOWN":
        return words
    classes = [value.split(" :: ")[-1] for value in about.get_all("Classifier") or () if value.startswith("License")]
    return ", ".join(classes) or "not said"


if __name__ == "__main__":
    write_notices()
