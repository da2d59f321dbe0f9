"""What commands say, for translators: help of commands and options, and sentences that are `said`.

Babel calls this, as commands.cfg says.
"""

import ast
from collections.abc import Container, Iterator
from typing import Any, BinaryIO

from web.spoken import paragraphs_of


def extract_messages(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[Any, ...]]:
    """The messages of a module: line, function, words, no comments."""
    module = ast.parse(file.read())
    yield from _said(module, keywords)
    for line, words in sorted(set(_help(module))):
        yield line, None, words, []


def _said(module: ast.Module, functions: Container[str]) -> Iterator[tuple[Any, ...]]:
    """What these functions are given; Babel's own reader sees no call within an f-string before Python 3.12."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions and node.args:
            literals = (each.value if isinstance(each, ast.Constant) else None for each in node.args)
            yield node.lineno, node.func.id, tuple(literals), []


def _help(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield from ((node.lineno, words) for words in paragraphs_of(ast.get_docstring(node) or ""))
        if isinstance(node, ast.keyword) and node.arg == "help" and isinstance(node.value, ast.Constant):
            yield from ((node.value.lineno, words) for words in paragraphs_of(str(node.value.value)))


def _makes_command(decorator: ast.expr) -> bool:
    """Whether it is `@click.command()`, `@main.command("name")`, `@click.group()`."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in ("command", "group")
