"""Issue labels and action categories for the records of a new catalogue to which no source gives any.

A text is classified once, and never again by the same classifier (indexer.write.cache).
What a source says is never touched.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from indexer.classify.texts import LANGUAGE, Classes, classifiers_digest, classifies, classify
from indexer.progress import Progress
from indexer.write.cache import Cache
from indexer.write.rows import Row, insert_row
from indexer.write.text_rows import texts_of
from models.encoders.text_encoder import VectorSpace
from models.index_folder.folder import CATALOGUE
from models.records.label_schemes import ISSUE_SCHEME

TEXTS_AT_ONCE = 2_000

_CLASSIFIED_KINDS = "entry.kind IN ('recommendation', 'commitment')"
_FROM_NO_SOURCE = f"""
NOT EXISTS (SELECT 1 FROM label WHERE record = entry.id AND scheme = '{ISSUE_SCHEME}' AND origin = 'source')
"""  # noqa: S608
_LACKING = f"""
SELECT DISTINCT text_sha256 FROM entry CROSS JOIN text ON sha256 = text_sha256
WHERE language = ? AND {_CLASSIFIED_KINDS} AND (action_category IS NULL OR {_FROM_NO_SOURCE}) ORDER BY text
"""  # noqa: S608
_GIVE_LABELS = f"""
INSERT INTO label (record, scheme, label, origin, confidence)
SELECT entry.id, '{ISSUE_SCHEME}', classified.key, 'classifier', classified.value
FROM entry JOIN classified_text USING (text_sha256) JOIN json_each(labels) AS classified
WHERE {_CLASSIFIED_KINDS} AND {_FROM_NO_SOURCE}
"""  # noqa: S608
_GIVE_CATEGORIES = f"""
UPDATE entry SET action_category = classified.action_category, action_origin = 'classifier',
action_verb = classified.action_verb
FROM classified_text AS classified WHERE classified.text_sha256 = entry.text_sha256
AND {_CLASSIFIED_KINDS} AND entry.action_category IS NULL
"""  # noqa: S608


def classify_catalogue(building: Path, space: VectorSpace, cache: Cache, progress: Progress) -> None:
    """Classify what lacks classes in a snapshot being built, if its vector space has classifiers (see `classifies`)."""
    if not classifies(space):
        return
    with closing(sqlite3.connect(building / CATALOGUE)) as catalogue, catalogue:
        lacking = [digest for (digest,) in catalogue.execute(_LACKING, [LANGUAGE])]
        for row in cache.classified(classifiers_digest(), lacking):
            insert_row(catalogue, "classified_text", row, conflict="IGNORE")
        _classify(catalogue, lacking, cache, progress)
        catalogue.execute(_GIVE_LABELS)
        catalogue.execute(_GIVE_CATEGORIES)


def _classify(catalogue: sqlite3.Connection, lacking: Sequence[str], cache: Cache, progress: Progress) -> None:
    """Classify those texts that these classifiers have never read."""
    known = {digest for (digest,) in catalogue.execute("SELECT text_sha256 FROM classified_text")}
    unread = [digest for digest in lacking if digest not in known]
    if not unread:
        return
    with progress("Assigning issues", len(unread)) as advance:
        for start in range(0, len(unread), TEXTS_AT_ONCE):
            digests = unread[start : start + TEXTS_AT_ONCE]
            rows = list(_classified_rows(digests, classify(texts_of(catalogue, digests), advance)))
            cache.keep_classified(rows)
            for row in rows:
                insert_row(catalogue, "classified_text", row)


def _classified_rows(digests: Iterable[str], classes: Iterable[Classes]) -> Iterator[Row]:
    for digest, of_text in zip(digests, classes, strict=True):
        yield {
            "text_sha256": digest,
            "classifiers": classifiers_digest(),
            "labels": json.dumps({label.label: label.confidence for label in of_text.labels}),
            "action_category": of_text.action.category,
            "action_verb": of_text.action.verb,
        }
