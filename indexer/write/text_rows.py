"""Which row of the vectors and of the lexical folder each distinct text has.

A text that is only shown has none: that of an observation, which is searched by its passages.
"""

import sqlite3

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
