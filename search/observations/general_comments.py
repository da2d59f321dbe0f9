"""How near general comments are to a question: each as a whole, and each of its paragraphs.

    near    = cosine of the question and the nearest of what is searched of a paragraph
    comment = mean of near of the comment's nearest paragraphs + TITLE * share - NARROWER_GROUP * other groups

The share is of the question's words, by stems and inverse document frequency, that the title of the comment holds.
Other groups are those of persons that the title names and the question does not ("indigenous children").
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search.datamodel.logistic import Floats
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.evidence import Evidence, Feature, WeightedSum
from search.lexical.shares import WeighedWords
from search.observations.groups_of_persons import groups_of_norm
from search.observations.relevance import ToldBeside, best_of_paragraphs, stems_asked
from search.stages import Stage

TITLES_KEPT = 512
"""Titles of general comments whose stems are kept: more than all committees have adopted."""


@dataclass(frozen=True, slots=True)
class GeneralCommentNumbers:
    """What speaks for general comments."""

    of_issue: StrengthBounds
    """Example issues lie further from the words of committees than recommendations do."""
    of_record: StrengthBounds
    """Of cosines."""
    paragraphs: int
    """The nearest of a general comment, by which it is ranked."""
    title: float
    """All words of the question in the title of a general comment, beside the nearness of its paragraphs."""
    narrower_group: float
    """What a general comment loses for each group in its title that was not asked about."""


UNCALIBRATED_COMMENTS = GeneralCommentNumbers(UNRATED, UNRATED, paragraphs=3, title=0.0, narrower_group=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class GeneralComments(ToldBeside):
    """What all general comments tell all States."""

    groups: frozenset[str]
    """Of persons that the question names."""

    def by_comment(self, value: Callable[[NDArray[np.intp]], float]) -> Floats:
        """Of each paragraph, a value of its comment, whose paragraphs are given by number."""
        values = np.zeros(len(self.observations.paragraphs))
        for inside in self.documents:
            values[inside] = value(inside)
        return values

    def title(self, inside: NDArray[np.intp]) -> str:
        """Of the comment of some paragraphs."""
        return self.observations.paragraphs[int(inside[0])].heading


def general_comment_stages(numbers: GeneralCommentNumbers) -> tuple[Stage[Evidence[GeneralComments]], ...]:
    """From what general comments say to how "near" each paragraph is, and how near its "comment" is as a whole."""
    weights = {"nearest": 1.0, "words": numbers.title, "other groups": -numbers.narrower_group}
    return (
        Feature("near", lambda found: best_of_paragraphs(found.pairs.of_rows, found.pairs.observations)),
        Feature("nearest", lambda found: _nearest(found, numbers.paragraphs)),
        Feature("words", _words_of_title),
        Feature("other groups", _other_groups),
        WeightedSum("comment", weights),
    )


def _nearest(found: Evidence[GeneralComments], count: int) -> Floats:
    near = found["near"]
    return found.pairs.by_comment(lambda inside: float(np.sort(near[inside])[-count:].mean()))


def _words_of_title(found: Evidence[GeneralComments]) -> Floats:
    pairs = found.pairs
    words = WeighedWords.among(pairs.english_words, pairs.asked.stems)
    return pairs.by_comment(lambda inside: words.share_in(_stems_of_title(pairs.title(inside))))


def _other_groups(found: Evidence[GeneralComments]) -> Floats:
    pairs = found.pairs
    return pairs.by_comment(lambda inside: len(groups_of_norm(pairs.title(inside)) - pairs.groups))


@lru_cache(TITLES_KEPT)
def _stems_of_title(title: str) -> frozenset[str]:
    return stems_asked(title)
