"""The files of tests that a change can touch, by imports: `make test-changed` runs them.

What changed is all that differs from a commit, by default where this branch left `main`. A module touches the tests
that import it, also by way of others, and those of the folder whose conftest.py does. A file that is no module (a
template, a table) touches what the modules of its package do. Tests that import nothing of the program look at its
files: they are run after any change.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import grimp

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "indexer", "search", "web", "samples", "benches", "tools", "tests")


def affected_tests(
    changed: Iterable[str], folder: Path = REPOSITORY, packages: tuple[str, ...] = PACKAGES
) -> list[str]:
    """Of paths in a folder that changed, the files of tests that they can touch; the last of its packages has tests."""
    graph = graph_of(folder, packages)
    tests = {module for module in graph.modules if module.rpartition(".")[2].startswith("test_")}
    known = {module for path in changed for module in modules_touched(path, graph)}
    if not known and not list(changed):
        return []
    touched = known.union(*(graph.find_downstream_modules(module) for module in known))
    of_program = {module for package in packages[:-1] for module in graph.find_descendants(package) | {package}}
    looking_at_files = {test for test in tests if not graph.find_upstream_modules(test) & of_program}
    return sorted(name.replace(".", "/") + ".py" for name in (touched & tests) | looking_at_files)


def graph_of(folder: Path, packages: Iterable[str]) -> grimp.ImportGraph:
    """Who imports whom; a test imports the conftest.py of its folder and of those above."""
    sys.path.insert(0, str(folder))
    try:
        graph = grimp.build_graph(*packages, cache_dir=None)
    finally:
        sys.path.remove(str(folder))
    conftests = [module for module in graph.modules if module.endswith(".conftest")]
    for conftest in conftests:
        for module in graph.find_descendants(conftest.removesuffix(".conftest")) - {conftest}:
            graph.add_import(importer=module, imported=conftest)
    return graph


def modules_touched(path: str, graph: grimp.ImportGraph) -> Iterator[str]:
    """The module of a path; of what is none, all of the package that it lies in."""
    place = PurePosixPath(path)
    module = ".".join(place.with_suffix("").parts).removesuffix(".__init__")
    if place.suffix == ".py" and module in graph.modules:
        yield module
        return
    for parent in place.parents:
        package = ".".join(parent.parts)
        if package in graph.modules:
            yield from {package, *graph.find_descendants(package)}
            return


def changed_since(base: str) -> list[str]:
    """Paths that differ from where this branch left a commit, and those that git does not know yet."""

    def paths(*command: str) -> list[str]:
        output = subprocess.run(["git", *command], cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout  # noqa: S603, S607
        return output.split("\0")

    (left_at, *_) = paths("merge-base", base, "HEAD")
    changed = paths("diff", "--name-only", "-z", left_at.strip())
    return sorted(filter(None, {*changed, *paths("ls-files", "--others", "--exclude-standard", "-z")}))


if __name__ == "__main__":
    print(*affected_tests(changed_since(sys.argv[1] if len(sys.argv) > 1 else "main")), sep="\n")
