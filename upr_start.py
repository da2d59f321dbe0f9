"""Where the command `upr` begins: under a name that no other distribution has.

The packages of this program are called models, indexer, search and web. Another distribution in the same environment
may have one of these names (web.py has `web`), and Python then imports that one, or a mixture of both.
"""

import sys
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("models", "indexer", "search", "web")
OURS = {"models": "errors.py", "indexer": "code_digest.py", "search": "search_index.py", "web": "command_line.py"}
"""A file of each package that no other has beside its own."""
PROGRAM = "upr-follow-up"


def main() -> None:
    """Run the command `upr`."""
    try:
        from web.command_line import main as upr

        upr()
    except ImportError:
        sentence = foreign_packages()
        if sentence is None:
            raise
        sys.exit(f"Error: {sentence}")


def foreign_packages() -> str | None:
    """One sentence on packages of others that stand in the way, with the next step; None where none does."""
    found = {name: find_spec(name) for name in PACKAGES}
    foreign = [name for name, spec in found.items() if spec is None or not _is_ours(name, spec.origin)]
    mixed = {name: set(packages_distributions().get(name, ())) - {PROGRAM} for name in PACKAGES}
    if not foreign and not any(mixed.values()):
        return None
    name = next(iter(foreign), "") or next(name for name, others in mixed.items() if others)
    whose = f" of {', '.join(sorted(mixed[name]))}" if mixed[name] else ""
    where = f" (in {Path(spec.origin).parent})" if (spec := found[name]) is not None and spec.origin else ""
    return (
        f"Another package called “{name}”{whose}{where} stands in the way of this program's: install UPR Follow-up "
        "into an environment of its own (pipx, uv or python3 -m venv; docs/installing.md)."
    )


def _is_ours(name: str, origin: str | None) -> bool:
    return origin is not None and (Path(origin).parent / OURS[name]).exists()
