"""What the classifiers say of texts: issue labels and action category."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from indexer.classify import actions as classify_action
from indexer.classify import issues as classify_issues
from indexer.classify import scorer as score_texts
from indexer.classify import terms as terms
from indexer.classify import tuned_encoder
from indexer.classify.actions import ACTION_CLASSIFIER, action_classifier
from indexer.classify.issues import ISSUE_CLASSIFIER, issue_classifier
from indexer.classify.scorer import Floats
from indexer.classify.terms import VERB_CATEGORIES
from indexer.progress import Advance, Progress, silent
from models.encoders import low_rank_changes
from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import TEST_ENCODER, TextEncoder, VectorSpace, default_space
from models.languages.read_languages import BARE_VERBS
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import ActionCategory, Commitment, Label, Origin, Recommendation
from models.texts import words as lexical_schema
from models.vocabularies import instruments

LANGUAGE = "en"
"""Of the texts that the classifiers learnt from; texts in other languages are not classified."""
Record = TypeVar("Record", Recommendation, Commitment)
_CODE = (
    classify_action,
    classify_issues,
    score_texts,
    tuned_encoder,
    low_rank_changes,
    terms,
    instruments,
    lexical_schema,
)


@dataclass(frozen=True, slots=True)
class Classes:
    """What one text is about and what it asks for."""

    labels: tuple[Label, ...]
    """The surest first; none where none is likely enough."""
    action: ActionCategory


def classify(texts: Sequence[str], vectors: Floats, advance: Advance | None = None) -> list[Classes]:
    """The classes of texts whose vectors in the space of the default encoder are known.

    Raises:
        EncoderError: the default encoder is not installed.
    """
    tuned = tuned_encoder.tuned_encoder().logits(texts, advance)
    labels = issue_classifier().classify(texts, vectors, tuned.issues)
    actions = action_classifier().classify(texts, vectors, tuned.actions)
    return [Classes(of_text, action) for of_text, action in zip(labels, actions, strict=True)]


def classify_texts(
    texts: Sequence[str], progress: Progress = silent, encoder: TextEncoder | None = None
) -> list[Classes]:
    """The classes of texts, read by the default encoder and by the tuned one; raises what `classify` does.

    `encoder` is the default one, where it is loaded already.
    """
    encoder = encoder or load_encoder()
    with progress("Reading texts", 2 * len(texts)) as advance:
        return classify(texts, encoder.encode(texts, advance), advance)


def classify_records(records: Sequence[Record], progress: Progress = silent) -> list[Record]:
    """The records with labels and a category where they are in English and no source gives any.

    Raises: as `classify_texts`.
    """
    texts = list({record.text: None for record in records if record.language == LANGUAGE})
    classes = dict(zip(texts, classify_texts(texts, progress) if texts else [], strict=True))
    return [_classified(record, classes[record.text]) if record.language == LANGUAGE else record for record in records]


def _classified(record: Record, classes: Classes) -> Record:
    known = any(label.scheme == ISSUE_SCHEME and label.origin is Origin.SOURCE for label in record.labels)
    labels = record.labels if known else (*record.labels, *classes.labels)
    return replace(record, labels=labels, action=record.action or classes.action)


def knows_vectors(space: VectorSpace) -> bool:
    """Whether vectors are those that the classifiers learnt from; otherwise texts are read once more for them."""
    return space == default_space()


def classifies(space: VectorSpace) -> bool:
    """Whether an index of these vectors gets classes; that of the encoder of tests does not, to be made at once."""
    return space.id != TEST_ENCODER


@cache
def classifiers_digest() -> str:
    """Digest of the classifiers' files, code and verbs: what another one said of a text is not taken over."""
    learnt = [ACTION_CLASSIFIER, ISSUE_CLASSIFIER, tuned_encoder.TUNED_ENCODER, VERB_CATEGORIES]
    files = [*learnt, *(Path(str(module.__file__)) for module in _CODE)]
    verbs = " ".join(sorted(BARE_VERBS.verbs)).encode()
    contents = (*(path.read_bytes() for path in files), verbs)
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()
