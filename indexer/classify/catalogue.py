"""Issue labels and action categories for the records of a new catalogue to which no source gives any.

A text is classified once, and never again by the same classifier: table classified_text goes from snapshot to snapshot.
What a source says is never touched.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from indexer.classify.texts import LANGUAGE, Classes, classifiers_digest, classifies, classify
from indexer.progress import Progress
from indexer.write.checkpoint import UnfinishedWork
from indexer.write.previous_snapshot import PreviousSnapshot
from indexer.write.rows import Row, insert_row
from models.encoders.text_encoder import VectorSpace
from models.index_folder.folder import CATALOGUE
from models.records.label_schemes import ISSUE_SCHEME

TEXTS_AT_ONCE = 2_000

_CLASSIFIED_KINDS = "entry.kind IN ('recommendation', 'commitment')"
_FROM_NO_SOURCE = f"""
NOT EXISTS (SELECT 1 FROM label WHERE record = entry.id AND scheme = '{ISSUE_SCHEME}' AND origin = 'source')
"""  # noqa: S608
_LACKING = f"""
CREATE TEMP TABLE lacking AS SELECT DISTINCT entry.text_sha256 FROM entry
LEFT JOIN recommendation ON recommendation.id = entry.id
LEFT JOIN commitment ON commitment.id = entry.id
CROSS JOIN text ON sha256 = entry.text_sha256
WHERE language = ? AND {_CLASSIFIED_KINDS}
AND (coalesce(recommendation.action_category, commitment.action_category) IS NULL OR {_FROM_NO_SOURCE})
"""  # noqa: S608
_CLASSIFIED_BEFORE = """
INSERT INTO classified_text (text_sha256, classifiers, labels, action_category, action_verb)
SELECT text_sha256, classifiers, labels, action_category, action_verb
FROM lacking JOIN previous.classified_text USING (text_sha256) WHERE classifiers = :classifiers
"""
_NEVER_CLASSIFIED = """
SELECT text_sha256, text FROM lacking JOIN text ON sha256 = text_sha256
WHERE text_sha256 NOT IN (SELECT text_sha256 FROM classified_text) ORDER BY text
"""
_GIVE_LABELS = f"""
INSERT INTO label (record, scheme, label, origin, confidence)
SELECT entry.id, '{ISSUE_SCHEME}', classified.key, 'classifier', classified.value
FROM entry JOIN classified_text USING (text_sha256) JOIN json_each(labels) AS classified
WHERE {_CLASSIFIED_KINDS} AND {_FROM_NO_SOURCE}
"""  # noqa: S608
_GIVE_CATEGORIES = """
UPDATE {table} SET action_category = classified.action_category, action_origin = 'classifier',
action_verb = classified.action_verb
FROM entry JOIN classified_text AS classified USING (text_sha256)
WHERE entry.id = {table}.id AND {table}.action_category IS NULL
"""


def classify_catalogue(
    building: Path,
    space: VectorSpace,
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
    progress: Progress,
) -> None:
    """Classify what lacks classes in a snapshot being built, if its vector space has classifiers (see `classifies`)."""
    if not classifies(space):
        return
    with closing(sqlite3.connect(building / CATALOGUE, uri=True)) as catalogue, catalogue:
        catalogue.execute(_LACKING, [LANGUAGE])
        if previous is not None:
            previous.attach_to(catalogue)
            catalogue.execute(_CLASSIFIED_BEFORE, {"classifiers": classifiers_digest()})
        _take_over(catalogue, unfinished)
        _classify(catalogue, unfinished, progress)
        catalogue.execute(_GIVE_LABELS)
        for table in ("recommendation", "commitment"):
            catalogue.execute(_GIVE_CATEGORIES.format(table=table))


def _take_over(catalogue: sqlite3.Connection, unfinished: UnfinishedWork) -> None:
    """Write what an interrupted run had classified."""
    lacking = {digest for (digest,) in catalogue.execute("SELECT text_sha256 FROM lacking")}
    for row in unfinished.kept("classified_text"):
        if row["classifiers"] == classifiers_digest() and row["text_sha256"] in lacking:
            insert_row(catalogue, "classified_text", row, conflict="IGNORE")


def _classify(catalogue: sqlite3.Connection, unfinished: UnfinishedWork, progress: Progress) -> None:
    """Classify the texts that lack classes and were never classified by this classifier."""
    lacking = catalogue.execute(_NEVER_CLASSIFIED).fetchall()
    if not lacking:
        return
    with progress("Assigning issues", len(lacking)) as advance:
        for start in range(0, len(lacking), TEXTS_AT_ONCE):
            digests, texts = zip(*lacking[start : start + TEXTS_AT_ONCE], strict=True)
            classes = classify(texts, advance)
            classified = list(_classified_rows(digests, classes))
            for row in classified:
                insert_row(catalogue, "classified_text", row)
            unfinished.keep_classified(classified)


def _classified_rows(digests: Iterable[str], classes: Iterable[Classes]) -> Iterator[Row]:
    for digest, of_text in zip(digests, classes, strict=True):
        yield {
            "text_sha256": digest,
            "classifiers": classifiers_digest(),
            "labels": json.dumps({label.label: label.confidence for label in of_text.labels}),
            "action_category": of_text.action.category,
            "action_verb": of_text.action.verb,
        }
