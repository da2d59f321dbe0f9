"""What commands say, for translators: help of commands and options, and sentences that are `said`.

Babel calls this, as commands.cfg says.
"""

import ast
from collections.abc import Iterator
from typing import Any, BinaryIO

from babel.messages.extract import extract_python

from web.spoken import paragraphs_of


def extract_messages(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[Any, ...]]:
    """The messages of a module: line, function, words, no comments."""
    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    for line, words in sorted(set(_help(ast.parse(file.read())))):
        yield line, None, words, []


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
