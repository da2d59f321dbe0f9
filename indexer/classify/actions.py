"""UPR Info's action category for texts that no source classifies, with the verb that tells it.

The score of each category is learnt from what coders did (docs/classification.md); the rules for verbs are theirs
(indexer/classify/terms.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from indexer.classify.scorer import Floats, TextScorer, unpack
from indexer.classify.terms import request_words, terms_of_action, verb_categories
from models.records.enums import ACTION_CATEGORIES
from models.records.records import ActionCategory, Origin

ACTION_CLASSIFIER = Path(__file__).with_name("action_classifier.npz")


@dataclass(frozen=True, slots=True, eq=False)
class ActionClassifier:
    """Categories from scores."""

    scorer: TextScorer

    def classify(self, texts: Sequence[str], vectors: Floats, logits: Floats) -> Iterator[ActionCategory]:
        """The category of each text.

        `vectors` are those of the default encoder, `logits` (texts, categories) those of the tuned one.
        """
        scores = action_scores(self.scorer.scores([terms_of_action(text) for text in texts], vectors), logits)
        for text, best in zip(texts, scores.argmax(axis=1).tolist(), strict=True):
            category = tuple(ACTION_CATEGORIES)[best]
            yield ActionCategory(category, Origin.CLASSIFIER, deciding_verb(text, category))


def action_scores(learnt: Floats, logits: Floats) -> Floats:
    """(texts, categories): about 1 where a category fits, about -1 where not, by a scorer and by the tuned encoder."""
    odds = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    probabilities = odds / odds.sum(axis=1, keepdims=True)
    return np.asarray((learnt + 2 * probabilities - 1) / 2)


def deciding_verb(text: str, category: int) -> str | None:
    """The verb of a text that tells its category, as printed; None where no verb is known.

    It is the opening verb, unless another category is usual for that one and this category for a verb of the means or
    of the aim.
    """
    request = request_words(text)
    verbs = [*([] if request.verb is None else [request.verb]), *request.means, *request.aims]
    usual = verb_categories()
    discriminative = [index for index in verbs if usual.get(request.stems[index]) == category]
    return request.printed[[*discriminative, *verbs][0]] if verbs else None


@cache
def action_classifier() -> ActionClassifier:
    """The classifier that comes with the program."""
    with np.load(ACTION_CLASSIFIER, allow_pickle=False) as stored:
        return ActionClassifier(unpack(stored))
