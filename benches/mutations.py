"""Small faults that can be put into a function: a comparison turned, `and` for `or`, a number one off, and the like."""

import ast
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

_TURNED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_Node = ast.expr | ast.stmt
_InFunction = tuple[str, _Node, tuple[int, int]]
KINDS = ("comparison", "and/or", "not", "number", "text", "return")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Mutant:
    """One fault: what stands in a file between two places, and what it becomes."""

    path: str
    function: str
    """Its name, behind those of what it stands in."""
    body: int
    """Where its first statement begins, in bytes."""
    start: int
    end: int
    kind: str
    before: str
    after: str

    @property
    def name(self) -> str:
        """What tells it from all others, and stays when lines above are added."""
        return f"{self.path} {self.function}: {_on_one_line(self.before)} -> {_on_one_line(self.after)}"

    def apply(self, source: bytes) -> bytes:
        """The file with the fault in it."""
        if source[self.start : self.end] != self.before.encode():
            raise ValueError(f"{self.path} has changed since faults were drawn")
        return source[: self.start] + self.after.encode() + source[self.end :]

    def with_probe(self, source: bytes, call: str) -> bytes:
        """The file with a call as the first statement of the function."""
        before = source[: self.body]
        indent = before.rpartition(b"\n")[2]
        # A line of its own, but where the function is one line: `def area(): return 4`.
        separator = b"; " if indent.strip() else b"\n" + indent
        return before + call.encode() + separator + source[self.body :]


def draw(folder: Path, packages: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Faults, equally many of each package and within it of each kind: by chance alone most would be texts emptied.

    Each fault has a number by the seed and its name, and the lowest are drawn: of code that has changed a little,
    nearly the same faults.
    """
    found = {package: _in_package(folder, package) for package in packages}
    piles = [_drawn(found[package], kind, seed) for kind in KINDS for package in packages]
    return [mutant for row in zip_longest(*piles) for mutant in row if mutant][:count]


def _in_package(folder: Path, package: str) -> list[Mutant]:
    files = sorted((folder / package).rglob("*.py"))
    found = [mutant for file in files for mutant in mutants_of(file.read_bytes(), file.relative_to(folder).as_posix())]
    # Of two places in a function that read the same, the first.
    return list({mutant.name: mutant for mutant in reversed(found)}.values())


def _drawn(mutants: Sequence[Mutant], kind: str, seed: int) -> list[Mutant]:
    """Those of one kind, in the order in which they are drawn."""
    of_kind = [mutant for mutant in mutants if mutant.kind == kind]
    return sorted(of_kind, key=lambda mutant: hashlib.sha256(f"{seed} {mutant.name}".encode()).digest())


def mutants_of(source: bytes, path: str) -> Iterator[Mutant]:
    """All faults that can be put into a file, in the order of its lines."""
    line_starts = [0]
    for line in source.splitlines(keepends=True):
        line_starts.append(line_starts[-1] + len(line))

    def place(line: int, column: int) -> int:
        return line_starts[line - 1] + column

    for function, node, body in _nodes(ast.parse(source)):
        for kind, new in _faults(node):
            start, end = place(node.lineno, node.col_offset), place(node.end_lineno or 0, node.end_col_offset or 0)
            before, after = source[start:end].decode(), ast.unparse(new)
            # In brackets, what is put in binds as what stood there, and may stand at the end of a line.
            after = f"({after})" if kind in ("comparison", "and/or", "not") else after
            yield Mutant(path, function, place(*body), start, end, kind, before, after)


def _nodes(module: ast.Module) -> Iterator[_InFunction]:
    """Each node of each function with its name and where its body begins; no docstrings, annotations and f-strings."""

    def inside(node: ast.AST, names: tuple[str, ...], body: tuple[int, int] | None) -> Iterator[_InFunction]:
        if isinstance(node, ast.JoinedStr):
            return  # before Python 3.12, nodes in it do not know where they stand
        if isinstance(node, _FUNCTIONS):
            statements = _without_docstring(node.body)
            if node.name == "__repr__" or not statements:
                return
            names = (*names, node.name)
            for statement in statements:
                yield from inside(statement, names, _beginning(statements[0]))
            return
        if body and isinstance(node, _Node):
            yield ".".join(names), node, body
        if isinstance(node, ast.ClassDef):
            names = (*names, node.name)
        annotation = getattr(node, "annotation", None)
        for child in ast.iter_child_nodes(node):
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if child is not annotation and not is_docstring:
                yield from inside(child, names, body)

    yield from inside(module, (), None)


def _beginning(statement: ast.stmt) -> tuple[int, int]:
    decorators = getattr(statement, "decorator_list", ())
    if decorators:
        return decorators[0].lineno, decorators[0].col_offset - len("@")
    return statement.lineno, statement.col_offset


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0]
    return body[1:] if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else body


def _faults(node: _Node) -> Iterator[tuple[str, _Node]]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=comparators):
            yield "comparison", ast.Compare(left, [_TURNED[type(op)]()], comparators)
        case ast.BoolOp(op=op, values=values):
            yield "and/or", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", operand
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            yield "number", ast.Constant(number + 1)
            yield "number", ast.Constant(number - 1)
        case ast.Constant(value=str(text)) if text:
            yield "text", ast.Constant("")
        case ast.Return(value=value) if value and not (isinstance(value, ast.Constant) and value.value is None):
            yield "return", ast.Return(ast.Constant(None))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
