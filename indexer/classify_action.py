"""UPR Info's action category for texts that no source classifies, with the verb that tells it.

The score of each category is learnt from what coders did (docs/classification.md); the rules for verbs are theirs
(indexer/verbs_of_asks.py). The verb shown is the one whose own weight speaks most for the category: the verb that opens
the ask, or one that names the means.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from indexer.score_texts import Floats, TextScorer, unpack
from indexer.verbs_of_asks import ask_words, terms_of_action
from models.action_categories import ACTION_CATEGORIES
from models.records import ActionCategory, Origin

ACTION_CLASSIFIER = Path(__file__).with_name("action_classifier.npz")


@dataclass(frozen=True, slots=True, eq=False)
class ActionClassifier:
    """Categories from scores."""

    scorer: TextScorer

    def classify(self, texts: Sequence[str], vectors: Floats) -> Iterator[ActionCategory]:
        """The category of each text; `vectors` are those of the default encoder."""
        scores = self.scorer.scores([terms_of_action(text) for text in texts], vectors)
        for text, best in zip(texts, scores.argmax(axis=1), strict=True):
            yield ActionCategory(tuple(ACTION_CATEGORIES)[best], Origin.CLASSIFIER, self._verb(text, int(best)))

    def _verb(self, text: str, category: int) -> str | None:
        """The verb of a text that speaks most for a category, as printed; None where no verb is known."""
        ask = ask_words(text)
        terms = {place: f"means:{ask.stems[place]}" for place in ask.means}
        if ask.verb is not None:
            terms[ask.verb] = f"verb:{ask.stems[ask.verb]}"
        if not terms:
            return None
        return ask.printed[max(sorted(terms), key=lambda place: self._weight(terms[place], category))]

    def _weight(self, term: str, category: int) -> float:
        row = self.scorer.terms.get(term)
        return 0.0 if row is None else float(self.scorer.term_weights[row] * self.scorer.term_scores[row, category])


@cache
def action_classifier() -> ActionClassifier:
    """The classifier that comes with the program."""
    with np.load(ACTION_CLASSIFIER, allow_pickle=False) as stored:
        return ActionClassifier(unpack(stored))
