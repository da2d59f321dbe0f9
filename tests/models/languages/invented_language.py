"""A language invented letter by letter from English, and documents in it: nothing but its table tells how they read.

Every letter of a word becomes another, "recommendation" as well as the "recommend" and the endings of a pattern; what
all languages share stays: symbols of documents, Roman numbers, letters of items, and names of States.
"""

import ast
import re
from pathlib import Path

CODE, NAME = "xf", "fredonian"
_SHIFT = 2
"""With this one, the fewest words become words of English, French or Spanish."""
_LETTERS = {letter: chr((ord(letter) - ord("a") + _SHIFT) % 26 + ord("a")) for letter in map(chr, range(97, 123))}
_LETTERS |= {letter.upper(): other.upper() for letter, other in _LETTERS.items()}
_SHARED = re.compile(
    r"(?P<kept>\\[a-zA-Z]|\(\?P[<=]\w+[>)]|\(\?[aimsx]+[:)]"  # signs of patterns
    r"|\{\w+\}|<States>"  # places of examples and of names
    r"|\b(?:Add|Corr|Rev)\b|\([a-z]{1,4}\)|[A-Z](?![a-z]))"  # symbols, letters of items, Roman numbers
    r"|\[(?P<letters>(?:[^\]\\]|\\.)+)\]|(?P<letter>[a-zA-Z])"
)
_OF_CLASS = re.compile(r"\\.|[^\W\d_]-[^\W\d_]|(?P<letter>[a-zA-Z])")


def _other(found: re.Match[str]) -> str:
    letters = found.groupdict().get("letters")
    if letters is not None:
        is_roman = re.fullmatch(r"[ivxlcIVXLC\\d]+", letters)
        return found[0] if is_roman else f"[{_OF_CLASS.sub(_other, letters)}]"
    return _LETTERS[found[0]] if found["letter"] else found[0]


def in_fredonian(english: str, *names: str) -> str:
    """A pattern or a text, the names of States in it left as they are."""
    if not names:
        return _SHARED.sub(_other, english)
    parts = re.split(f"({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})", english)
    return "".join(part if index % 2 else _SHARED.sub(_other, part) for index, part in enumerate(parts))


class _Translated(ast.NodeTransformer):
    """The strings of a table, its code and name aside."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(in_fredonian(node.value)) if isinstance(node.value, str) else node

    def visit_keyword(self, node: ast.keyword) -> ast.AST:
        return node if node.arg in ("code", "name") else self.generic_visit(node)


_INFINITIVES = r"""InfinitiveWords(
    infinitive=re.compile(rf"(?:{'|'.join(BARE_VERBS.verbs)})(?![\w-])", re.I),
    reported=re.compile(r"recommend(?:s|ed)?\b", re.I),
    beside_verbs=BARE_VERBS.of_stem,
    before_object=BARE_VERBS.of_object,
    before_infinitive=re.compile(r"(?:not\s+)?", re.I),
    addressees=BARE_VERBS.addressees,
)"""
"""Its requests begin with infinitives."""


def write_table(english: Path, folder: Path) -> None:
    """The one file of the language, in a folder that is searched for tables."""
    table = english.read_text(encoding="utf-8")
    for word, other in (
        ("\nimport re\n", "\nimport re\nfrom models.languages.words import InfinitiveWords\n"),
        ("infinitives=None", f"infinitives={_INFINITIVES}"),
        ('code="en"', f'code="{CODE}"'),
        ('name="English"', f'name="{NAME.title()}"'),
        ("\nENGLISH = ", f"\n{NAME.upper()} = "),
    ):
        assert word in table, word
        table = table.replace(word, other)
    tree = _Translated().visit(ast.parse(table))
    (folder / f"{NAME}.py").write_text(ast.unparse(tree), encoding="utf-8")
