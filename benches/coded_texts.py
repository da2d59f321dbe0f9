"""UPR Info's coded recommendations as distinct texts, to fit and to test classifiers on."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.encoders.text_encoder import Vectors
from models.records.enums import ACTION_CATEGORIES


@dataclass(frozen=True)
class CodedText:
    """One text, however many States recommended it."""

    text: str
    session: int
    """The last in which it was recommended."""
    labels: frozenset[str]
    """Those that at least half of its rows have."""
    action_category: int
    """The most frequent of its rows."""


def same_words(text: str) -> str:
    """Texts of the same letters and digits are one text."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower()))


def coded_texts(table: Path, sessions: Collection[int], unseen_in: Collection[int] = ()) -> list[CodedText]:
    """The distinct texts of these sessions, without those that occur in the sessions `unseen_in`."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    by_words: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if int(row["Session"]) in sessions:
            by_words[same_words(row["Text"])].append(row)
    seen = {same_words(row["Text"]) for row in rows if int(row["Session"]) in unseen_in}
    return [_coded_text(of_text) for words, of_text in by_words.items() if words not in seen]


def _coded_text(rows: Sequence[dict[str, str]]) -> CodedText:
    labels = Counter(label for row in rows for label in {each.strip() for each in row["Issue"].split(",")} - {""})
    actions = Counter(int(row["Action"]) for row in rows)
    return CodedText(
        text=rows[-1]["Text"],
        session=max(int(row["Session"]) for row in rows),
        labels=frozenset(label for label, count in labels.items() if count * 2 >= len(rows)),
        action_category=actions.most_common(1)[0][0],
    )


def label_matrix(texts: Sequence[CodedText], labels: Sequence[str]) -> Vectors:
    """(texts, labels): 1 where a text has a label, -1 where not."""
    return np.array([[1 if label in text.labels else -1 for label in labels] for text in texts], dtype=np.float32)


def action_matrix(texts: Sequence[CodedText]) -> Vectors:
    """(texts, 5): 1 in the column of a text's action category, -1 elsewhere."""
    categories = [[1 if text.action_category == each else -1 for each in ACTION_CATEGORIES] for text in texts]
    return np.array(categories, dtype=np.float32)
