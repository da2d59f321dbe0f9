"""Questions for benches/speed.py, drawn from the texts of an index: of many lengths and kinds, each of them once."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.datamodel.question import Filters
from search.query.discriminative_terms import content_words
from search.query.parse import parse_query

Values = Mapping[str, Sequence[Any]]
"""Field of Filters → the values that entries have."""
TEXTS = "SELECT text FROM text ORDER BY sha256 LIMIT 9000"
"""The texts of a catalogue that questions are drawn from."""
_PLAIN = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class KeywordQuestion:
    """One keyword query in the words of each engine, and one filter beside it."""

    ours: str
    fts5: str
    tantivy: str
    filters: Filters
    column: str | None = None
    """Column of `benches.speed_rivals.COLUMNS` that is filtered by, if any."""
    value: str | int = ""


def issues(texts: Sequence[str], draw: random.Random, count: int) -> list[str]:
    """A third a few words, a third a sentence, a third several sentences, as people tell an issue."""
    found = []
    for number in range(count):
        if number % 3 == 0:
            found.append(" ".join(draw.sample([*_plain_words(draw.choice(texts)), "rights"], 2)))
        elif number % 3 == 1:
            found.append(draw.choice(texts)[:400])
        else:
            found.append(" ".join(draw.sample(texts, draw.randint(2, 6))))
    return found


def filters(draw: random.Random, values: Values, count: int) -> list[Filters]:
    """One to three fields of filters, with one to three values each."""
    found = []
    for _ in range(count):
        fields = draw.sample(sorted(values), draw.randint(1, 3))
        chosen = {
            field: tuple(draw.sample(values[field], min(len(values[field]), draw.randint(1, 3)))) for field in fields
        }
        found.append(Filters(**chosen))
    return found


def _some(draw: random.Random, values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(draw.sample(values, min(len(values), draw.randint(1, 3))))


def keyword_questions(
    texts: Sequence[str], draw: random.Random, values: Values, count: int
) -> Iterator[tuple[str, list[KeywordQuestion]]]:
    """The kinds of query that the keyword box knows."""
    some = _texts_with_words(texts, draw)
    yield "words", [_words(draw.sample(next(some), 2)) for _ in range(count)]
    yield "words, with a filter", [_words(draw.sample(next(some), 2), *_filter(draw, values)) for _ in range(count)]
    yield "phrase", [_phrase(draw.choice(texts).split(), draw) for _ in range(count)]
    yield "AND, OR, NOT", [_boolean(draw.sample(next(some), 3), draw.choice(next(some))) for _ in range(count)]
    yield "beginning of a word", [_prefix(draw.choice(next(some)), draw) for _ in range(count)]
    yield (
        "word and field",
        [_in_field(draw.choice(next(some)), draw.choice(values["under_review"])) for _ in range(count)],
    )


def _texts_with_words(texts: Sequence[str], draw: random.Random) -> Iterator[list[str]]:
    """The plain content words of texts that have some."""
    while True:
        words = _plain_words(draw.choice(texts))
        if len(words) >= 3:
            yield words


def _plain_words(text: str) -> list[str]:
    words = (text[word.start : word.end].lower() for word in content_words(text))
    return [word for word in dict.fromkeys(words) if _PLAIN.fullmatch(word)]


def _filter(draw: random.Random, values: Values) -> tuple[str, Any]:
    field = draw.choice(("cycle", "position", "group", "under_review"))
    return field, draw.choice(values[field])


def _words(words: Sequence[str], column: str | None = None, value: Any = "") -> KeywordQuestion:
    filters = Filters(**{column: (value,)}) if column else Filters()
    return KeywordQuestion(" ".join(words), " ".join(words), "+" + " +".join(words), filters, column, value)


def _phrase(words: Sequence[str], draw: random.Random) -> KeywordQuestion:
    length = draw.randint(2, 4)
    start = draw.randrange(max(1, len(words) - length))
    phrase = " ".join(re.sub(r"\W", "", word) for word in words[start : start + length])
    return _same(f'"{phrase}"')


def _boolean(words: Sequence[str], unwanted: str) -> KeywordQuestion:
    one, another, third = words
    return KeywordQuestion(
        f"{one} AND ({another} OR {third}) NOT {unwanted}",
        f"({one} AND ({another} OR {third})) NOT {unwanted}",
        f"+{one} +({another} {third}) -{unwanted}",
        Filters(),
    )


def _prefix(word: str, draw: random.Random) -> KeywordQuestion:
    start = word[: draw.randint(3, max(3, len(word) - 1))]
    return KeywordQuestion(f"{start}*", f"{start}*", f"text:{start}*", Filters())


def _in_field(word: str, state: str) -> KeywordQuestion:
    return KeywordQuestion(f"{word} state:{state}", word, f"+{word}", Filters(), "under_review", state)


def _same(query: str) -> KeywordQuestion:
    parse_query(query)
    return KeywordQuestion(query, query, query, Filters())
