"""What pages show of the tables in models/vocabularies, for translators; Babel calls this, as babel.cfg says."""

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from io import TextIOWrapper
from typing import BinaryIO

_WORD = re.compile(r"[a-z]{2}|[A-Z]{2,} [A-Z]{2,}")
"""Codes and numbers ("CEDAW", "16.b") are the same in all languages; several words in capitals are words."""
LABELS = "issue"
"""The column of UPR Info's labels, of which one is an abbreviation ("NHRI")."""


def extract_messages(
    file: BinaryIO, _keywords: object, _comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """The words in the columns that the option `columns` names, each once: line, no function, words, no comments."""
    seen = set()
    for line, row in enumerate(csv.DictReader(TextIOWrapper(file, encoding="utf-8")), 2):
        for column in options["columns"].split():
            words = row[column]
            if words and (column == LABELS or _WORD.search(words)) and words not in seen:
                seen.add(words)
                yield line, None, words, []
