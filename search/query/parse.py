"""The language of the keyword box: Whoosh's parser with plugins of ours, which makes a tree of whoosh.query.

    words               all of them (AND): what people mean by several words in a box, as library catalogues have it
    "a phrase"          these words one after the other; "a phrase"~5: in this order, each up to 5 places on
    forc*, wom*n        any word that begins so; a star or question mark inside stands for letters, for one letter
    word~, word~2       any word that differs by a letter, by two
    a OR b, a AND b     in capitals; AND binds tighter, parentheses group
    NOT a               not with that word
    state:Kenya         a field of FIELD_NAMES; quotes around a value of several words

Upper-case operators only, so that "and" and "not" stay words. Stop words outside phrases are passed over: those of
English, and those of the query's own language ("peine de mort").

An abbreviation, or what one stands for, is looked for under all its names (search.query.other_names): FGM as if it were
(FGM OR female genital mutilation). Within quotes it is looked for as it stands there, and nothing else.
"""

import re
from collections.abc import Sequence
from functools import cache, partial
from itertools import takewhile
from typing import Any

from whoosh.qparser import GroupPlugin, OperatorsPlugin, PhrasePlugin, Plugin, QueryParser, TaggingPlugin, syntax
from whoosh.qparser.common import attach
from whoosh.query import And, FuzzyTerm, NullQuery, Phrase, Prefix, Query, Term, Wildcard

from models.messages.message import Message
from models.texts.words import ENGLISH, FORM_FIELD, TEXT_FIELD, fold, lexical_schema, words_of
from search.datamodel.question import FIELD_NAMES
from search.query.detect_language import language_of
from search.query.discriminative_terms import all_stop_stems, content_words, is_content_word, stop_stems
from search.query.other_names import joined, under_all_names

MAX_QUERY_CHARACTERS = 1_000
MAX_TERMS = 50
MAX_DEPTH = 20
MIN_PREFIX_LETTERS = 2
MIN_FUZZY_LETTERS = 3
MAX_NAME_WORDS = 30
"""The longest title of a treaty has fewer, in any language."""


class QuerySyntaxError(ValueError):
    """A query outside the language; its text completes "The keywords were read as plain words, because ..."."""


_QUOTES = str.maketrans("“”„«»", '"""""')
_FIELD_WORD = re.compile(rf"(?P<field>{'|'.join(FIELD_NAMES)}):(?P<value>.+)", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z]+/(?=[\w./-]*\d)[\w./-]+", re.IGNORECASE)
_NEARLY = re.compile(r"(?P<word>[^*?~]+)~(?P<letters>[12]?)")
_WITH_WILDCARDS = re.compile(r"(?P<words>[\w*?'’-]+?)(?:['’]s)?(?P<star>\*?)[.,;:!?]*")
_PATTERN = re.compile(r"(?<!\w)\w{2,}+(?:[*?]++\w++)+")
_OPERATORS = ("AND", "OR", "NOT")


def parse_query(query: str) -> Query | None:
    """The tree of a query, None where it holds no word to look for.

    Raises:
        QuerySyntaxError: quotes or parentheses that are not closed, an operator without its words, too many terms, or
            too deep.
    """
    tree = _parser(_language_of_stop_words(query)).parse(query.translate(_QUOTES), normalize=False)
    return None if tree is NullQuery else tree


def is_symbol(text: str) -> bool:
    """Whether a text is nothing but a document symbol ("A/HRC/28/15", "A/HRC/28/15/Add.1")."""
    return _SYMBOL.fullmatch(text.strip()) is not None


def words_alone(query: str) -> Query | None:
    """All the words of a query, whatever else stands in it; at most MAX_TERMS."""
    text = re.sub(rf"\b(?:{'|'.join(_OPERATORS)})\b", " ", query)
    passed_over = stop_stems(_language_of_stop_words(query))
    stems = dict.fromkeys(word.stem for word in content_words(text) if word.stem not in passed_over)
    return joined(And, [Term(TEXT_FIELD, stem) for stem in list(stems)[:MAX_TERMS]])


def _language_of_stop_words(query: str) -> str:
    """The language whose stop words a query has beside the English ones; English where it has no other's.

    The classifier of languages is asked only where it can matter, for it takes its time to load.
    """
    has_others = any(word.stem in all_stop_stems() and is_content_word(word) for word in words_of(query))
    return language_of(query) if has_others else ENGLISH


class _Joined:
    """A group of which a single part that looks for something stands alone."""

    nodes: list[Any]
    qclass: type[Query]

    def query(self, parser: QueryParser) -> Query | None:
        return joined(self.qclass, [node.query(parser) for node in self.nodes])


class _AllOf(_Joined, syntax.AndGroup):  # type: ignore[misc]  # Whoosh has no types
    pass


class _AnyOf(_Joined, syntax.OrGroup):  # type: ignore[misc]
    pass


class _Word(syntax.WordNode):  # type: ignore[misc]
    """A word of the text, or several that stand together ("well-being"); a stop word looks for nothing."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.words = tuple(words_of(text))

    def query(self, parser: QueryParser) -> Query | None:
        looks_for = any(is_content_word(word) and word.stem not in parser.passed_over for word in self.words)
        return super().query(parser) if looks_for else None


class _Made(syntax.TextNode):  # type: ignore[misc]
    """What looks for something in another way than by the words of the text."""

    def __init__(self, text: str, query: Query | None) -> None:
        super().__init__(text)
        self._query = query

    def query(self, parser: QueryParser) -> Query | None:
        return attach(self._query, self)


class _FieldValues(TaggingPlugin):  # type: ignore[misc]
    """state:"North Macedonia"; a name before the colon that is no field is a word like others."""

    priority = -1

    def create(self, parser: QueryParser, match: re.Match[str]) -> _Made:
        if match["field"].lower() in FIELD_NAMES:
            return _in_field(match["field"], match["value"])
        return _Made(match.group(), joined(And, [_in_words(match["field"]), _in_words(match["value"])]))


class _OpenQuotes(TaggingPlugin):  # type: ignore[misc]
    """A quotation mark that no other closes."""

    priority = 1

    def create(self, parser: QueryParser, match: re.Match[str]) -> None:
        raise QuerySyntaxError(Message("a quotation mark is not closed"))


class _Words(TaggingPlugin):  # type: ignore[misc]
    """What stands between spaces, quotation marks and parentheses."""

    priority = 2

    def create(self, parser: QueryParser, match: re.Match[str]) -> syntax.TextNode:
        word = match.group()
        field = _FIELD_WORD.fullmatch(word)
        if field:
            return _in_field(field["field"], field["value"])
        if is_symbol(word):
            return _in_field("symbol", word)
        return _beginning(word) or _with_wildcards(word) or _nearly(word) or _Word(word)


class _Limits(Plugin):  # type: ignore[misc]
    """No more terms than MAX_TERMS."""

    def filters(self, parser: QueryParser) -> Sequence[tuple[Any, int]]:
        return [(self.check, -1)]

    def check(self, parser: QueryParser, group: syntax.GroupNode) -> syntax.GroupNode:
        if sum(node.is_text() for node in group) > MAX_TERMS:
            raise QuerySyntaxError(Message("it has more than %(count)s terms", count=MAX_TERMS))
        return group


class _Groups(GroupPlugin):  # type: ignore[misc]
    """Parentheses, of which each must be closed."""

    def do_groups(self, parser: QueryParser, group: syntax.GroupNode) -> syntax.GroupNode:
        stack = [_AllOf()]
        for node in group:
            if isinstance(node, self.OpenBracket):
                _check_depth(len(stack))
                stack.append(_AllOf())
            elif isinstance(node, self.CloseBracket):
                if len(stack) == 1:
                    raise QuerySyntaxError(_UNPAIRED)
                closed = stack.pop()
                stack[-1].append(closed)
            else:
                stack[-1].append(node)
        if len(stack) > 1:
            raise QuerySyntaxError(_UNPAIRED)
        return stack[0]


class _AllNames(Plugin):  # type: ignore[misc]
    """Names under all names: the longest of plain words that begins at each."""

    def filters(self, parser: QueryParser) -> Sequence[tuple[Any, int]]:
        return [(self.name, 510)]  # once spaces are gone

    def name(self, parser: QueryParser, group: syntax.GroupNode) -> syntax.GroupNode:
        named, nodes = _AllOf(), list(group)
        while nodes:
            after_not = bool(named) and _is_operator(named[-1]) and named[-1].text == "NOT"
            run = list(takewhile(_is_plain, nodes[: 1 if after_not else MAX_NAME_WORDS]))
            first, length = self._longest(parser, run) or (nodes[0], 1)
            named.append(self.name(parser, first) if isinstance(first, _AllOf) else first)
            del nodes[:length]
        return named

    def _longest(self, parser: QueryParser, run: Sequence[_Word]) -> tuple[_Made, int] | None:
        for length in range(len(run), 0, -1):
            words = run[:length]
            typed = " ".join(word.text for word in words)
            cut = [each for word in words for each in word.words]
            if named := under_all_names(typed, cut, partial(_all_of, parser, words)):
                return _Made(typed, named).set_range(words[0].startchar, words[-1].endchar), length
        return None


class _Operators(OperatorsPlugin):  # type: ignore[misc]
    """AND, OR and NOT; AND binds tighter than OR, and is what words without an operator mean."""

    def do_operators(self, parser: QueryParser, group: syntax.GroupNode, depth: int = 0) -> syntax.GroupNode:
        if depth and not group:
            raise QuerySyntaxError(_UNPAIRED)
        alternatives = [_AllOf()]
        waiting: list[str] = []
        for node in group:
            if _is_operator(node):
                if node.text != "NOT" and (waiting or not alternatives[-1]):
                    raise _without_words([*waiting, node.text])
                if node.text == "OR":
                    alternatives.append(_AllOf())
                waiting.append(node.text)
            else:
                negations = waiting.count("NOT")
                alternatives[-1].append(self._negated(parser, node, depth + negations, negations))
                waiting = []
        if waiting:
            raise _without_words(waiting)
        return _AnyOf(alternatives)

    def _negated(self, parser: QueryParser, node: syntax.SyntaxNode, depth: int, times: int) -> syntax.SyntaxNode:
        _check_depth(depth)
        if isinstance(node, _AllOf):
            node = self.do_operators(parser, node, depth + 1)
        for _ in range(times):
            node = syntax.NotGroup([node])
        return node


class _Parser(QueryParser):  # type: ignore[misc]
    """With what its plugins give, which Whoosh asks them for at each query: it never changes."""

    def __init__(self, *args: Any, passed_over: frozenset[str], **more: Any) -> None:
        """`passed_over`: stems of stop words of the query's language, which look for nothing by themselves."""
        super().__init__(*args, **more)
        self.passed_over = passed_over
        self._known_taggers: Sequence[Any] = super().taggers()
        self._known_filters: Sequence[Any] = super().filters()

    def taggers(self) -> Sequence[Any]:
        return self._known_taggers

    def filters(self) -> Sequence[Any]:
        return self._known_filters


@cache
def _parser(language: str) -> QueryParser:
    alone = r'(?=[\s()"]|$)'
    plugins = [
        _FieldValues(r'(?P<field>\w+):"(?P<value>[^"]*)"'),
        PhrasePlugin(r'"(?P<text>[^"]*)"(~(?P<slop>[1-9][0-9]{0,2})(?![^\s()"]))?'),
        _OpenQuotes('"'),
        _Words(r'[^\s()"]+'),
        _Limits(),
        _Groups(),
        _AllNames(),
        _Operators([(OperatorsPlugin.OpTagger(rf"(?:AND|OR|NOT){alone}", _AllOf), 0)], clean=True),
    ]
    return _Parser(
        TEXT_FIELD, lexical_schema(), plugins, phraseclass=_phrase, group=_AllOf, passed_over=stop_stems(language)
    )


_UNPAIRED = Message("a parenthesis holds nothing, or another is missing")


def _without_words(operators: Sequence[str]) -> QuerySyntaxError:
    """The last but one of several is what lacks its words."""
    return QuerySyntaxError(Message("%(operator)s has no words beside it", operator=operators[-2:][0]))


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise QuerySyntaxError(Message("its parentheses are nested too deep"))


def _is_operator(node: syntax.SyntaxNode) -> bool:
    return isinstance(node, syntax.Operator)


def _is_plain(node: syntax.SyntaxNode) -> bool:
    """Whether a node is a word and nothing else."""
    return isinstance(node, _Word) and ":" not in node.text


def _all_of(parser: QueryParser, words: Sequence[_Word]) -> Query | None:
    return joined(And, [word.query(parser) for word in words])


def _in_field(field: str, value: str) -> _Made:
    return _Made(value, Term(field.lower(), value.strip()))


def _phrase(field: str, words: Sequence[str], **more: Any) -> Query | None:
    """Words that stand one after the other; a single one is a term."""
    if len(words) < 2:
        return Term(field, words[0]) if words else None
    return Phrase(field, list(words[:MAX_TERMS]), **more)


def _in_words(text: str) -> Query | None:
    return _phrase(TEXT_FIELD, [word.stem for word in words_of(text)])


def _beginning(word: str) -> _Made | None:
    """The last word of a term with a star begins so; words before it ("self-determin*") stand as they are."""
    words = list(words_of(word)) if word.endswith("*") and not _PATTERN.search(word) else []
    if not words:
        return None
    letters = fold(word[words[-1].start : words[-1].end])
    if len(letters) < MIN_PREFIX_LETTERS:
        raise QuerySyntaxError(Message("%(word)s* would find nearly every word", word=word.rstrip("*")))
    before = [Term(TEXT_FIELD, each.stem) for each in words[:-1]]
    return _Made(word, joined(And, [*before, Prefix(FORM_FIELD, letters)]))


def _with_wildcards(word: str) -> _Made | None:
    """A star or question mark inside a word stands for letters; words joined to it stand as they are."""
    found = _WITH_WILDCARDS.fullmatch(word)
    patterns = _PATTERN.findall(found["words"]) if found else []
    if not found or not patterns:
        return None
    if found["words"].endswith(patterns[-1]):
        patterns[-1] += found["star"]
    beside = [Term(TEXT_FIELD, each.stem) for each in words_of(_PATTERN.sub(" ", found["words"]))]
    return _Made(word, joined(And, [*beside, *(Wildcard(FORM_FIELD, fold(pattern)) for pattern in patterns)]))


def _nearly(word: str) -> _Made | None:
    """A word with a tilde stands for all that differ from it by one letter, or by two."""
    found = _NEARLY.fullmatch(word)
    words = list(words_of(found["word"])) if found else []
    if not found or len(words) != 1 or words[0].end - words[0].start < MIN_FUZZY_LETTERS:
        return None
    form = fold(word[words[0].start : words[0].end])
    return _Made(word, FuzzyTerm(FORM_FIELD, form, maxdist=int(found["letters"] or 1)))
