"""A digest over some of our own code and tables: what was worked out by other code is worked out anew."""

import ast
import hashlib
from collections.abc import Collection, Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

READING = (
    "models.files.digests",
    "models.errors",
    "models.messages.message",
    "models.texts.normal_form",
    "models.files.package_tables",
    "models.messages.printable",
    "models.messages.spoken",
    "models.texts.words",
    "models.texts.sentences",
    "models.texts.ranges",
    "models.records",
    "models.languages",
    "models.numbers",
    "models.reviews",
    "models.vocabularies",
    "models.files.office_archive",
    "models.files.unreadable",
    "models.files.text_encodings",
    "indexer.datamodel",
    "indexer.text",
    "indexer.limits",
    "indexer.read",
    "indexer.recognise",
    "indexer.extract",
    "indexer.sources",
)
"""Modules and packages, with all that lies in them, that decide what a file gives."""
_OWN = "upr-follow-up"
_SENTENCES = frozenset({"Message", "said", "said_of", "saying", "saying_of", "to_say", "to_say_of"})
"""What is called with a sentence to show: its words decide nothing."""


@cache
def code_digest(modules: tuple[str, ...]) -> str:
    """sha256 over what code (.py) of modules does, over their tables (.csv, .toml), and over the versions of the
    libraries that they import, hexadecimal. How a sentence to show is worded, comments and docstrings do not count."""
    whole = hashlib.sha256()
    imported: set[str] = set()
    for module in modules:
        package, _, name = module.rpartition(".")
        for path, file in sorted(_files(resources.files(package), name)):
            content = file.read_bytes()
            if path.endswith(".py"):
                code = ast.parse(content)
                imported.update(_imported(code))
                content = ast.dump(_WithoutSentences().visit(code)).encode()
            whole.update(path.encode() + hashlib.sha256(content).digest())
    whole.update(" ".join(_versions(imported)).encode())
    return whole.hexdigest()


class _WithoutSentences(ast.NodeTransformer):
    """Empties sentences to show and docstrings."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """A text that stands alone is a docstring."""
        return ast.Pass() if _is_text(node.value) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """The texts that are handed over without a name."""
        if isinstance(node.func, ast.Name) and node.func.id in _SENTENCES:
            node.args = [ast.Constant("") if _is_text(argument) else argument for argument in node.args]
        return self.generic_visit(node)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _imported(code: ast.Module) -> Iterator[str]:
    """The packages that code imports from."""
    for node in ast.walk(code):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        yield from (name.partition(".")[0] for name in names)


def _versions(packages: Collection[str]) -> list[str]:
    """Name and version of what is installed for packages; those of Python and our own have none."""
    installed = metadata.packages_distributions()
    names = {name for package in packages for name in installed.get(package, ())}
    return [f"{name} {metadata.version(name)}" for name in sorted(names - {_OWN})]


def _files(folder: Traversable, name: str, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Code and tables of a module or package in a folder, with their paths in it."""
    for entry in folder.iterdir():
        if entry.is_dir() and (not name or entry.name == name):
            yield from _files(entry, "", f"{path}{entry.name}/")
        elif entry.name.endswith((".py", ".csv", ".toml")) and (not name or entry.name == f"{name}.py"):
            yield path + entry.name, entry
