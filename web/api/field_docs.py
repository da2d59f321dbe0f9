"""What is said of fields: the docstrings below them and those of properties, of a type or of what it tells of."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, get_args, get_origin

from models.records.shown_as_json import AnswerPart, At, sources_of, type_at


def field_docs(kind: type) -> dict[str, str]:
    """By name, what a class says of its fields and properties, and what those say that it extends."""
    docs: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        docs |= _docs_of_module(base.__module__).get(base.__name__, {})
    if issubclass(kind, AnswerPart):
        docs = {name: doc for name, at in sources_of(kind).items() if (doc := _doc_at(at))} | docs
    return docs


def _doc_at(at: At) -> str | None:
    """What is said of a field where it comes from; of a list on the way there, what is said of this."""
    kind: Any = at.noun
    for attribute in at.path:
        doc = field_docs(kind).get(attribute)
        found = type_at(kind, (attribute,))
        if get_origin(found) is tuple:
            break
        kind = next(iter(get_args(found)), found)  # of "Place | None", Place
    return doc


@cache
def _docs_of_module(name: str) -> Mapping[str, dict[str, str]]:
    """By class of a module, what stands below its fields."""
    if name == "builtins":
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {part.name: dict(_docs(part)) for part in tree.body if isinstance(part, ast.ClassDef)}


def _docs(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise([*definition.body, ast.Pass()]):
        if isinstance(field, ast.FunctionDef) and (said := ast.get_docstring(field)):
            yield field.name, said
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield ast.unparse(field.target), inspect.cleandoc(str(below.value.value))
