"""Which recommendations to one State are on an issue: the list that an NGO must be able to rely on.

Which texts of all States are best is another question than which of the 60 to 500 that one State was told belong to an
issue. Here each is seen beside the others of its State:

- Requests of one paragraph belong together, and a fragment ("provide greater guarantees to them") takes its subject
  from the paragraph: each gains PARAGRAPH_SHARE of what the best of its paragraph is ahead.
- The highest scored say how this State is spoken to about the issue (feedback; Rocchio, "Relevance Feedback in
  Information Retrieval", 1971): near = score + cosine with the mean of the FEEDBACK highest scored.
- The list holds what is likely enough to belong to it, by how far it stands out among all that the State was told, and
  how near it is (Platt, "Probabilistic Outputs for Support Vector Machines", 1999):

      log odds = STANDING_OUT * (near - mean) / deviation + NEARNESS * near + OWN_INTERCEPT

- How sure it is that it is on the issue does not follow from standing out: something does in every State, though it was
  never told anything on the issue. So relevance is a curve over nearness alone, fitted on such States too, and the list
  holds nothing of hardly any.

benches/fit_own_state.py fits the numbers; docs/evaluation.md says on what, and what they are worth on others.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.encoders.unit_vectors import unit
from search.catalogue.fields import Mask
from search.ranking_numbers import (
    FEEDBACK,
    LISTED,
    NEARNESS,
    OWN_INTERCEPT,
    OWN_STATE,
    PARAGRAPH_SHARE,
    STANDING_OUT,
    SURE_INTERCEPT,
    SURE_NEARNESS,
)
from search.semantic.vectors import Vectors

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class OwnStateList:
    """What a State was told, beside an issue."""

    listed: Mask
    """(recommendations): which are in the list."""
    relevance: Scores
    """(recommendations): the probability, 0 to 1, that each is on the issue; the list has the highest."""


def own_state_list(scores: NDArray[np.float32], vectors: Vectors, paragraphs: NDArray[np.int64]) -> OwnStateList:
    """The list of one State; of each recommendation, in one order, the score of search.match.match_issue and more.

    `vectors` (recommendations, dimension) are the unit vectors of the texts, `paragraphs` numbers that recommendations
    of one paragraph share, -1 for none.
    """
    near = nearness(scores, vectors, paragraphs)
    log_odds = STANDING_OUT * standing_out(near) + NEARNESS * near + OWN_INTERCEPT
    relevance = _probability(SURE_NEARNESS * near + SURE_INTERCEPT)
    return OwnStateList((_probability(log_odds) >= LISTED) & (relevance >= OWN_STATE.possible), relevance)


def nearness(scores: NDArray[np.float32], vectors: Vectors, paragraphs: NDArray[np.int64]) -> Scores:
    """How near each recommendation is to the issue: its score with its paragraph's, and feedback."""
    lifted = scores.astype(np.float64)
    _, group, sizes = np.unique(paragraphs, return_inverse=True, return_counts=True)
    best_of_group = np.full(len(sizes), -np.inf)
    np.maximum.at(best_of_group, group, lifted)
    together = (sizes[group] > 1) & (paragraphs >= 0)
    lifted[together] += PARAGRAPH_SHARE * (best_of_group[group] - lifted)[together]
    best = np.argsort(-lifted, kind="stable")[:FEEDBACK]
    return np.asarray(lifted + vectors @ unit(vectors[best].mean(axis=0)), dtype=np.float64)


def standing_out(near: Scores) -> Scores:
    """How many standard deviations each is nearer than the mean of its State."""
    return np.asarray((near - near.mean()) / max(float(near.std()), 1e-9))


def _probability(log_odds: Scores) -> Scores:
    return np.asarray(1 / (1 + np.exp(-log_odds)))
