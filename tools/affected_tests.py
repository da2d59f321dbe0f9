"""The files of tests that a change can touch, by imports: `make test-changed` runs them.

What changed is all that differs from a commit, by default where this branch left `main`. A module touches the tests
that import it, also by way of others, and those of the folder whose conftest.py does. A module that is named in a text
(a command that is loaded by its name, a program that a test starts) counts as imported there. A file that is no module
(a template, a table, a catalogue) touches what the modules of its package do. Of tests that look at files of the
repository, those are run that name the file, its outermost folder or its ending. What is loaded only because it lies
in the same package is left out: it can fail others only where it cannot be imported at all, which its own tests say.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import grimp

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "indexer", "search", "web", "samples", "benches", "tools", "tests")
PATHS = "tests.paths"
"""The module by whose REPOSITORY tests find files."""
_DOTTED = re.compile(r"\b[a-z_]\w*(?:\.[a-z_]\w*)+")


def affected_tests(
    changed: Iterable[str], folder: Path = REPOSITORY, packages: tuple[str, ...] = PACKAGES, paths: str = PATHS
) -> list[str]:
    """Of paths in a folder that changed, the files of tests that they can touch.

    Args:
        changed: relative to the folder.
        folder: of the repository.
        packages: all that are its own.
        paths: the module by whose REPOSITORY tests find files.
    """
    changed = list(changed)
    if not changed:
        return []
    graph = graph_of(folder, packages)
    tests = {module for module in graph.modules if module.rpartition(".")[2].startswith("test_")}
    known = {module for path in changed for module in modules_touched(path, graph)}
    touched = known.union(*(graph.find_downstream_modules(module) for module in known))
    looking_at_files = {test for test in tests if names_imported(graph, test, paths, "REPOSITORY")}
    texts = {test: " ".join(texts_of(test, folder)) for test in looking_at_files}
    touched = touched.union(*(tests_naming(PurePosixPath(path), texts) for path in changed))
    return sorted(name.replace(".", "/") + ".py" for name in tests & touched)


def tests_naming(path: PurePosixPath, texts: Mapping[str, str]) -> set[str]:
    """The tests in whose texts a file, its outermost folder or its ending stands; of a file that none names, all."""
    names = (path.name, path.parts[0], f"*{path.suffix or path.name}")
    return {test for test, text in texts.items() if any(name in text for name in names)} or set(texts)


def graph_of(folder: Path, packages: Iterable[str]) -> grimp.ImportGraph:
    """Who imports or names whom; a test imports the conftest.py of its folder and of those above."""
    sys.path.insert(0, str(folder))
    try:
        graph = grimp.build_graph(*packages, cache_dir=None)
    finally:
        sys.path.remove(str(folder))
    conftests = [module for module in graph.modules if module.endswith(".conftest")]
    for conftest in conftests:
        for module in graph.find_descendants(conftest.removesuffix(".conftest")) - {conftest}:
            graph.add_import(importer=module, imported=conftest)
    for module in graph.modules:
        for loaded in modules_loaded(module, folder, graph):
            graph.add_import(importer=module, imported=loaded)
    return graph


def names_imported(graph: grimp.ImportGraph, importer: str, module: str, name: str) -> bool:
    """Whether a module imports that name of another."""
    return any(name in found["line_contents"] for found in graph.get_import_details(importer=importer, imported=module))


def modules_loaded(module: str, folder: Path, graph: grimp.ImportGraph) -> Iterator[str]:
    """Those whose dotted names stand in texts of a module, its descriptions left out; all of its package where it looks
    through that (languages: whichever files there are)."""
    nodes = ast.walk(parsed(module, folder))
    if any(isinstance(node, ast.Attribute) and node.attr == "iter_modules" for node in nodes):
        yield from graph.find_descendants(module.rpartition(".")[0])
    for text in texts_of(module, folder):
        for name in _DOTTED.findall(text):
            # "indexer.runs.build_index.fill_catalogue" names a function of a module.
            yield from graph.modules & {name, name.rpartition(".")[0]}


def texts_of(module: str, folder: Path) -> Iterator[str]:
    """The texts in a module, its descriptions left out."""
    nodes = list(ast.walk(parsed(module, folder)))
    descriptions = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in descriptions:
            yield node.value


def parsed(module: str, folder: Path) -> ast.Module:
    """A module as Python reads it; a folder that is only there holds nothing."""
    place = folder.joinpath(*module.split("."))
    files = (place.with_suffix(".py"), place / "__init__.py")
    return ast.parse(b"".join(file.read_bytes() for file in files if file.exists()))


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
