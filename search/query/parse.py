"""The language of the keyword box, as a tree.

    words               all of them (AND): what people mean by several words in a box, as library catalogues have it
    "a phrase"          these words one after the other
    forc*               any word that begins so
    a OR b, a AND b     in capitals; AND binds tighter, parentheses group
    NOT a               not with that word
    state:Kenya         a field of FIELD_NAMES; quotes around a value of several words

Upper-case operators only, so that "and" and "not" stay words. Stop words outside phrases are passed over.

An abbreviation, or what one stands for, is looked for under all its names (search.query.other_names): FGM as if it were
(FGM OR female genital mutilation). Within quotes it is looked for as it stands there, and nothing else.
"""

import re
from collections.abc import Mapping
from itertools import takewhile

from models.messages import Message
from models.words import fold, words_of
from search.datamodel.question import FILTER_FIELDS
from search.query.discriminative_terms import content_words
from search.query.other_names import under_all_names
from search.query.tree import AllOf, AnyOf, InField, Node, Not, Prefix, Words, joined

MAX_QUERY_CHARACTERS = 1_000
MAX_TERMS = 50
MAX_DEPTH = 20
MIN_PREFIX_LETTERS = 2
MAX_NAME_WORDS = 25
"""The longest title of a treaty has fewer."""

FIELD_NAMES: Mapping[str, str] = {
    **{field.query_name: field.name for field in FILTER_FIELDS.values() if field.query_name},
    "symbol": "symbol",
    "paragraph": "paragraph",
}
"""Fields in a query → their names in the catalogue."""


class QuerySyntaxError(ValueError):
    """A query outside the language; its text completes "The keywords were read as plain words, because ..."."""


_QUOTES = str.maketrans("“”„«»", '"""""')
_TOKEN = re.compile(r'(?P<field>\w+):"(?P<quoted_value>[^"]*)"|"(?P<phrase>[^"]*)"|(?P<mark>[()"])|(?P<word>[^\s()"]+)')
_FIELD_WORD = re.compile(rf"(?P<field>{'|'.join(FIELD_NAMES)}):(?P<value>.+)", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z]+/[\w./-]*\d[\w./-]*", re.IGNORECASE)
_OPERATORS = ("AND", "OR", "NOT")


def parse_query(query: str) -> Node | None:
    """The tree of a query, None where it holds no word to look for.

    Raises:
        QuerySyntaxError: quotes or parentheses that are not closed, an operator without its words, too many terms, or
            too deep.
    """
    return _Parser(query.translate(_QUOTES)).parse()


def is_symbol(text: str) -> bool:
    """Whether a text is nothing but a document symbol ("A/HRC/28/15", "A/HRC/28/15/Add.1")."""
    return _SYMBOL.fullmatch(text.strip()) is not None


def words_alone(query: str) -> Node | None:
    """All the words of a query, whatever else stands in it; at most MAX_TERMS."""
    text = re.sub(rf"\b(?:{'|'.join(_OPERATORS)})\b", " ", query)
    stems = dict.fromkeys(word.stem for word in content_words(text))
    return joined(AllOf, [Words((stem,)) for stem in list(stems)[:MAX_TERMS]])


class _Parser:
    """Recursive descent: query = all (OR all)*, all = part ((AND)? part)*, part = NOT part | "(" query ")" | term."""

    def __init__(self, query: str) -> None:
        self._tokens = list(_TOKEN.finditer(query))
        self._next = 0
        self._terms = 0

    def parse(self) -> Node | None:
        if not self._tokens:
            return None
        tree = self._any_of(0)
        if self._next < len(self._tokens):
            raise QuerySyntaxError(Message("a parenthesis is closed that was never opened"))
        return tree

    def _peek(self) -> str:
        return self._tokens[self._next].group() if self._next < len(self._tokens) else ""

    def _any_of(self, depth: int) -> Node | None:
        parts = [self._all_of(depth)]
        while self._peek() == "OR":
            self._next += 1
            parts.append(self._all_of(depth))
        return joined(AnyOf, parts)

    def _all_of(self, depth: int) -> Node | None:
        parts = [self._name() or self._part(depth)]
        while self._peek() not in ("", ")", "OR"):
            self._next += self._peek() == "AND"
            parts.append(self._name() or self._part(depth))
        return joined(AllOf, parts)

    def _name(self) -> Node | None:
        """The longest name of several plain words that begins here; None, and nothing is read, where none does."""
        run = list(takewhile(_is_plain, (token.group() for token in self._tokens[self._next :][:MAX_NAME_WORDS])))
        for length in range(len(run), 1, -1):
            words = run[:length]
            if node := under_all_names(" ".join(words), joined(AllOf, [_word(word) for word in words])):
                self._next += length
                self._count(length)
                return node
        return None

    def _part(self, depth: int) -> Node | None:
        if depth > MAX_DEPTH:
            raise QuerySyntaxError(Message("its parentheses are nested too deep"))
        word = self._peek()
        if word in ("", ")", "AND", "OR"):
            raise QuerySyntaxError(self._what_is_missing(word))
        token = self._tokens[self._next]
        self._next += 1
        if word == "NOT":
            part = self._part(depth + 1)
            return Not(part) if part is not None else None
        if word == "(":
            return self._group(depth)
        if word == '"':
            raise QuerySyntaxError(Message("a quotation mark is not closed"))
        return self._term(token)

    def _what_is_missing(self, word: str) -> Message:
        before = self._tokens[self._next - 1].group() if self._next else ""
        operator = next((token for token in (before, word) if token in _OPERATORS), None)
        if operator:
            return Message("%(operator)s has no words beside it", operator=operator)
        return Message("a parenthesis holds nothing or is not closed")

    def _group(self, depth: int) -> Node | None:
        tree = self._any_of(depth + 1)
        if self._peek() != ")":
            raise QuerySyntaxError(Message("a parenthesis is not closed"))
        self._next += 1
        return tree

    def _term(self, token: re.Match[str]) -> Node | None:
        self._count(1)
        if token["phrase"] is not None:
            return _phrase(token["phrase"])
        if token["field"] is not None:
            return _in_field(token["field"], token["quoted_value"])
        word = token["word"]
        named = under_all_names(word, _word(word)) if _is_plain(word) else None
        return named or _word(word)

    def _count(self, terms: int) -> None:
        self._terms += terms
        if self._terms > MAX_TERMS:
            raise QuerySyntaxError(Message("it has more than %(count)s terms", count=MAX_TERMS))


def _is_plain(token: str) -> bool:
    """Whether a token is a word and nothing else."""
    special = token in _OPERATORS or token[0] in '()"' or token.endswith("*") or ":" in token
    return not special and not is_symbol(token)


def _word(word: str) -> Node | None:
    field = _FIELD_WORD.fullmatch(word)
    if field:
        return _in_field(field["field"], field["value"])
    if is_symbol(word):
        return InField("symbol", word)
    if word.endswith("*"):
        return _prefix(word.rstrip("*"))
    # "well-being" is two words of the index: they stand together.
    return _phrase(word) if content_words(word) else None


def _in_field(field: str, value: str) -> Node | None:
    """A value in a field; a name before the colon that is no field is a word like others."""
    if field.lower() in FIELD_NAMES:
        return InField(field.lower(), value.strip())
    return joined(AllOf, [_word(field), _phrase(value)])


def _prefix(word: str) -> Node | None:
    """The last word of a term with a star begins so; words before it ("self-determin*") stand as they are."""
    words = list(words_of(word))
    if not words:
        return None
    letters = fold(word[words[-1].start : words[-1].end])
    if len(letters) < MIN_PREFIX_LETTERS:
        raise QuerySyntaxError(Message("%(word)s* would find nearly every word", word=word))
    return joined(AllOf, [*(Words((before.stem,)) for before in words[:-1]), Prefix(letters)])


def _phrase(text: str) -> Node | None:
    stems = tuple(word.stem for word in words_of(text))[:MAX_TERMS]
    return Words(stems) if stems else None
