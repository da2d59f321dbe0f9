"""Whether a database gives the answers of the folder it was copied from, and in which time.

    python -m benches.stores INDEX postgresql://… ISSUES.tsv [OWN_STATE.tsv]

Prints the share of the ten first others that both give (overlap@10), for how many issues totals, facets and whole
answers are equal, how many of the own States' lists are, and the times of both on the machine at hand, side by side.
ISSUES has lines of id and text, OWN_STATE of id, State, language and text.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from models.index_database.address import index_place
from search import Answer, IssueQuestion, KeywordQuestion, SearchIndex, open_index

LISTED = 10_000
Asked = tuple[Answer, Answer]


def lines_of(path: str, columns: int) -> list[list[str]]:
    """The columns of a table without a header."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.count("\t") == columns - 1]


def timed(indexes: Sequence[SearchIndex], ask: Callable[[SearchIndex], Any], seconds: list[list[float]]) -> Any:
    """The answers of both; the times are put with those before."""
    answers = []
    for index, of_index in zip(indexes, seconds, strict=True):
        started = time.perf_counter()
        answers.append(ask(index))
        of_index.append(time.perf_counter() - started)
    return answers


def ids_of(answer: Answer, count: int = LISTED) -> list[str]:
    """The ids of its entries in their order."""
    return [entry.record.id for hit in answer.hits for entry in (hit, *hit.others)][:count]


def report(indexes: Sequence[SearchIndex], issues: str, own_state: str | None) -> Iterator[str]:
    """What was found, a line each."""
    seconds: list[list[float]] = [[], []]
    texts = [text for _, text in lines_of(issues, 2)]
    for index in indexes:
        index.match(IssueQuestion(texts[0]))
    pairs: list[Asked] = [timed(indexes, partial(_match, text), seconds) for text in texts]
    tens = [[set(ids_of(answer, 10)) for answer in pair] for pair in pairs]
    overlaps = [len(first & second) / max(1, len(first)) for first, second in tens]
    yield f"{len(pairs)} issues: overlap@10 {np.mean(overlaps):.4f}, least {min(overlaps):.2f}"
    parts: dict[str, Callable[[Answer], Any]] = {
        "totals": lambda answer: answer.total,
        "facets": lambda answer: answer.facets,
        "first 50 in their order": ids_of,
        "whole answers": lambda answer: answer,
    }
    for what, of_answer in parts.items():
        equal = sum(of_answer(first) == of_answer(second) for first, second in pairs)
        yield f"  equal {what}: {equal}"
    yield f"  entries found in all: {sum(a.total for a, _ in pairs)} by the folder, {sum(b.total for _, b in pairs)}"
    yield f"  match: {_spread(seconds)}"
    if own_state is not None:
        yield from _own_lists(indexes, own_state)
    found = {text: ids_of(first, 1)[0] for text, (first, _) in zip(texts, pairs, strict=True) if first.hits}
    others: dict[str, Callable[[SearchIndex, str], Any]] = {
        "find": lambda index, text: index.find(KeywordQuestion(" OR ".join(text.split()[:4]))),
        "similar": lambda index, text: index.similar(found[text]),
        "record": lambda index, text: index.record(found[text]),
    }
    for name, ask in others.items():
        seconds = [[], []]
        equal = 0
        for text in found:
            first, second = timed(indexes, partial(_ask, ask, text), seconds)
            equal += first == second
        yield f"{name}: {equal} of {len(found)} equal; {_spread(seconds)}"


def _ask(ask: Callable[[SearchIndex, str], Any], text: str, index: SearchIndex) -> Any:
    return ask(index, text)


def _own_lists(indexes: Sequence[SearchIndex], own_state: str) -> Iterator[str]:
    seconds: list[list[float]] = [[], []]
    pairs = [timed(indexes, partial(_own_list, text, state), seconds) for _, state, _, text in lines_of(own_state, 4)]
    lists = [[[hit for hit in answer.hits if hit.group == "own"] for answer in pair] for pair in pairs]
    yield f"{len(lists)} own States' lists, equal in order, relevance and words: {sum(a == b for a, b in lists)}"
    yield f"  match for an own State, all shown: {_spread(seconds)}"


def _match(text: str, index: SearchIndex) -> Answer:
    return index.match(IssueQuestion(text, limit=50, grouped=False))


def _own_list(text: str, state: str, index: SearchIndex) -> Answer:
    return index.match(IssueQuestion(text, own_state=state, limit=LISTED))


def _spread(seconds: Sequence[Sequence[float]]) -> str:
    return "; ".join(
        f"{name} p50 {1000 * np.median(of_index):.0f}, p95 {1000 * np.quantile(of_index, 0.95):.0f} ms"
        for name, of_index in zip(("folder", "database"), seconds, strict=True)
    )


if __name__ == "__main__":
    folder, database, *tables = sys.argv[1:]
    opened = [open_index(index_place(place)) for place in (folder, database)]
    for line in report(opened, tables[0], tables[1] if tables[1:] else None):
        print(line, flush=True)
