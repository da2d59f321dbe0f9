"""Distinct texts: which row of the vectors and of the lexical folder each has, and its words by its digest.

A text that is only shown has none: that of an observation, which is searched by its passages.
"""

import json
import sqlite3
from collections.abc import Sequence

_NUMBER = """
INSERT INTO text_vector (text_sha256, row) SELECT sha256, row_number() OVER (ORDER BY rowid) - 1 FROM text
WHERE sha256 IN (
    SELECT text_sha256 FROM entry WHERE kind <> 'observation' UNION SELECT text_sha256 FROM wording
    UNION SELECT text_sha256 FROM observation_passage UNION SELECT text_sha256 FROM reported_passage
)
"""


def number_texts(catalogue: sqlite3.Connection) -> int:
    """Fill text_vector: number the texts that are searched in the order in which they were written; how many."""
    return catalogue.execute(_NUMBER).rowcount


def texts_of(catalogue: sqlite3.Connection, digests: Sequence[str]) -> list[str]:
    """The texts of these digests, in their order."""
    query = "SELECT sha256, text FROM text WHERE sha256 IN (SELECT value FROM json_each(?))"
    text_of = dict(catalogue.execute(query, [json.dumps(digests)]))
    return [text_of[digest] for digest in digests]
