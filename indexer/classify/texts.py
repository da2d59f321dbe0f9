"""What the classifier says of texts: issue labels and action category."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np

from indexer.classify import tuned_encoder, verbs
from indexer.classify.tuned_encoder import TUNED_ENCODER
from indexer.classify.verbs import VERB_CATEGORIES, deciding_verb
from indexer.progress import Advance, Progress, silent
from models.encoders import low_rank_changes
from models.encoders.text_encoder import TEST_ENCODER, Vectors, VectorSpace
from models.languages.read_languages import BARE_VERBS
from models.records.enums import ACTION_CATEGORIES
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import ActionCategory, Commitment, Label, Origin, Recommendation
from models.texts import words

LANGUAGE = "en"
"""Of the texts that the classifier learnt from; texts in other languages are not classified."""
LEAST_LIKELY = 0.43
"""From which probability a label is given: half of the F1 that is aimed at as the mean of labels, because F1 is highest
where labels are given from half of its highest value on (Lipton et al., "Optimal Thresholding of Classifiers to
Maximize F1 Measure", 2014)."""
SUREST = 0.99
"""The highest probability that is told: nobody is told to be wholly sure."""
Record = TypeVar("Record", Recommendation, Commitment)


@dataclass(frozen=True, slots=True)
class Classes:
    """What one text is about and what it asks for."""

    labels: tuple[Label, ...]
    """The surest first; none where none is likely enough."""
    action: ActionCategory


def classify(texts: Sequence[str], advance: Advance | None = None) -> list[Classes]:
    """The classes of texts; `advance` gets the number of texts just read.

    Raises:
        EncoderError: the default encoder is not installed.
    """
    logits = tuned_encoder.tuned_encoder().logits(texts, advance)
    likely = 1 / (1 + np.exp(-logits.issues))
    return [
        Classes(_labels(of_labels), _action(text, of_categories))
        for text, of_labels, of_categories in zip(texts, likely, logits.actions, strict=True)
    ]


def _labels(likely: Vectors) -> tuple[Label, ...]:
    """The labels that are likely enough, each with the probability that UPR Info's coders agree."""
    names = tuned_encoder.tuning().labels
    surest_first = sorted(np.flatnonzero(likely >= LEAST_LIKELY).tolist(), key=lambda number: -likely[number])
    return tuple(
        Label(ISSUE_SCHEME, names[number], Origin.CLASSIFIER, round(min(float(likely[number]), SUREST), 3))
        for number in surest_first
    )


def _action(text: str, logits: Vectors) -> ActionCategory:
    category = tuple(ACTION_CATEGORIES)[int(logits.argmax())]
    return ActionCategory(category, Origin.CLASSIFIER, deciding_verb(text, category))


def classify_texts(texts: Sequence[str], progress: Progress = silent) -> list[Classes]:
    """The classes of texts, which somebody waits for.

    Raises:
        EncoderError: the default encoder is not installed.
    """
    with progress("Reading texts", len(texts)) as advance:
        return classify(texts, advance) if texts else []


def classify_records(records: Sequence[Record], progress: Progress = silent) -> list[Record]:
    """The records with labels and a category where they are in English and no source gives any.

    Raises:
        EncoderError: the default encoder is not installed.
    """
    texts = list({record.text: None for record in records if record.language == LANGUAGE})
    classes = dict(zip(texts, classify_texts(texts, progress), strict=True))
    return [_classified(record, classes[record.text]) if record.language == LANGUAGE else record for record in records]


def _classified(record: Record, classes: Classes) -> Record:
    known = any(label.scheme == ISSUE_SCHEME and label.origin is Origin.SOURCE for label in record.labels)
    labels = record.labels if known else (*record.labels, *classes.labels)
    return replace(record, labels=labels, action=record.action or classes.action)


def classifies(space: VectorSpace) -> bool:
    """Whether an index of these vectors gets classes; that of the encoder of tests does not, to be made at once."""
    return space.id != TEST_ENCODER


@cache
def classifiers_digest() -> str:
    """Digest of the classifier's files, code and verbs: what another one said of a text is not taken over."""
    modules = (tuned_encoder, low_rank_changes, verbs, words)
    code = [Path(__file__), *(Path(str(module.__file__)) for module in modules)]
    known_verbs = " ".join(sorted(BARE_VERBS.verbs)).encode()
    contents = (*(path.read_bytes() for path in (TUNED_ENCODER, VERB_CATEGORIES, *code)), known_verbs)
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()
