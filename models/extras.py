"""Libraries that some commands alone need: how to add them, whatever way the program was installed.

They are named by their own names: the program is on no package index, where a stranger could take its name.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, requires

PROGRAM = "upr-follow-up"
_OF_EXTRA = re.compile(r"^([^;]*[^;\s])\s*;\s*extra\s*==\s*[\"'](.+)[\"']$")


def line_to_add(extra: str) -> str:
    """The line that adds the libraries of an extra of pyproject.toml to the environment that the program runs in."""
    return " ".join([sys.executable, "-m pip install", *(f'"{each}"' for each in _libraries_of(extra))])


def _libraries_of(extra: str) -> list[str]:
    try:
        declared = requires(PROGRAM) or []
    except PackageNotFoundError:
        declared = []  # run out of a folder, without being installed
    found = (_OF_EXTRA.match(each.replace('"', "'")) for each in declared)
    return [each[1].replace("'", "") for each in found if each and each[2] == extra] or [f".[{extra}]"]
