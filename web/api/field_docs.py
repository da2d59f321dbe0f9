"""What is said of fields: the docstrings below them and those of properties, of a type or of what it tells of."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import get_args, get_type_hints

from pydantic import AliasPath

from models.records.as_json import AnswerPart


def field_docs(kind: type) -> dict[str, str]:
    """By name, what a class says of its fields and properties, and what those say that it extends."""
    docs: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        docs |= _docs_elsewhere(base) | _docs_of_module(base.__module__).get(base.__name__, {})
    return docs


def _docs_elsewhere(kind: type) -> dict[str, str]:
    """What is said of the fields of a type of answers where they come from."""
    if not issubclass(kind, AnswerPart) or kind.subject is None:
        return {}
    docs = {}
    for name in inspect.get_annotations(kind):
        field = kind.model_fields[name]
        path = field.validation_alias.path if isinstance(field.validation_alias, AliasPath) else [name]
        if field.description is None and (doc := _doc_at(kind.subject, path)):
            docs[name] = doc
    return docs


def _doc_at(kind: type, path: Sequence[str | int]) -> str | None:
    *way, name = map(str, path)
    for part in way:
        hint = get_type_hints(kind).get(part)
        kind = hint if isinstance(hint, type) else next(iter(get_args(hint)), object)  # of "Place | None", Place
    return field_docs(kind).get(name)


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
