"""What treaty bodies told a State on an issue that is a label: by theme, or by the words that point to the issue.

A paragraph with a theme of the Universal Human Rights Index that belongs to the issue is on it. One that nobody gave
themes is on it where its words point to it (models.vocabularies.issue_cues), as those of recommendations do that people
gave the label. Meaning tells less here: among dozens of recommendations with a label, something is near to everything.
"""

from collections.abc import Collection

from models.records.label_schemes import THEME_SCHEME
from models.records.records import Observation
from models.texts.words import words_of
from models.vocabularies.issue_cues import issue_profile
from search.catalogue.records import observations_by_id
from search.datamodel.states import IssueObservation
from search.numbers import ANSWERS
from search.query.discriminative_terms import is_content_word
from search.snapshot.snapshot import Snapshot

_TO_STATE = """
SELECT id FROM observation JOIN entry USING (id) WHERE entity = ? ORDER BY coalesce(date, '') DESC, symbol, number
"""


def observations_on_label(
    snapshot: Snapshot, state: str, labels: Collection[str], themes: Collection[str]
) -> tuple[IssueObservation, ...]:
    """What treaty bodies told a State (by code) on UPR Info's issues `labels` and on `themes`, the newest first."""
    ids = [record_id for (record_id,) in snapshot.connection.rows(_TO_STATE, state)]
    records = observations_by_id(snapshot.connection, ids)
    found = []
    for record in (records[each] for each in ids):
        given = [label.label for label in record.labels if label.scheme == THEME_SCHEME]
        common = tuple(theme for theme in given if theme in themes)
        if common or (not given and _points_to(record, labels)):
            found.append(IssueObservation(record, common))
    return tuple(found)


def _points_to(record: Observation, labels: Collection[str]) -> bool:
    """Whether its words, each counted once, point to one of these issues."""
    stems = dict.fromkeys(word.stem for word in words_of(record.text) if is_content_word(word))
    profile = issue_profile(stems)
    return any(profile.get(label, 0.0) >= ANSWERS.cues for label in labels)
