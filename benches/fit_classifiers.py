"""Fit the classifiers of issue labels and of action categories on UPR Info's table; write their files to indexer/.

    python -m benches.fit_classifiers UPR_INFO/recommendations.csv [--last-session 16]

Learns from the texts of sessions 1 to --last-session: scorers of terms and vectors, and a tuned encoder. Thresholds and
probabilities are set by looking ahead within these: a classifier of sessions 1-8 is tried on the new texts of 9-12, one
of 1-12 on those of 13-16. An encoder is tuned for each of these, too, so that it takes half an hour or more.
docs/classification.md explains the method and why the classifiers that are shipped learn nothing from later sessions.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benches.coded_texts import CodedText, action_matrix, coded_texts, label_matrix, vectors_of
from benches.fit_text_scorer import LEAST_TEXTS, fit_scorer
from benches.fit_tuned_encoder import fit_tuning
from indexer.classify import scorer as score_texts
from indexer.classify import tuned_encoder
from indexer.classify.actions import ACTION_CLASSIFIER
from indexer.classify.issues import ISSUE_CLASSIFIER, IssueClassifier, issue_scores, packed_classifier
from indexer.classify.scorer import Floats, TextScorer
from indexer.classify.terms import VERB_CATEGORIES, request_words, terms_of, terms_of_action
from indexer.classify.tuned_encoder import TUNED_ENCODER, TunedEncoder, Tuning

ISSUE_PENALTY, ACTION_PENALTY = 0.3, 0.6
HALF_LIFE = 8
"""Sessions after which a text counts half for its labels: coders' habits change."""
USUAL_THRESHOLD, PULL = -0.33, 1.0
"""A label's threshold is pulled there, by a distance of 1, as much as PULL / the root of its texts."""
LOOK_AHEAD = 4
"""Sessions that a trial looks ahead."""


def fit_issues(table: Path, last_session: int) -> IssueClassifier:
    """The whole procedure for the sessions 1 to `last_session`."""
    texts = coded_texts(table, range(1, last_session + 1))
    labels = labels_of(texts)
    earlier, later = (look_ahead(table, labels, last_session - LOOK_AHEAD * steps) for steps in (2, 1))
    thresholds = np.asarray((thresholds_of(earlier) + 2 * thresholds_of(later)) / 3, dtype=np.float32)
    sureness, steepness = probabilities_of(later, thresholds)
    return IssueClassifier(labels, scorer_of_issues(texts, labels), thresholds, sureness, steepness)


def labels_of(texts: Sequence[CodedText]) -> tuple[str, ...]:
    """All labels that occur, in the order of the alphabet."""
    return tuple(sorted({label for each in texts for label in each.labels}))


def fit_encoder(table: Path, last_session: int) -> Tuning:
    """The tuning of the encoder, learnt from the sessions 1 to `last_session`."""
    texts = coded_texts(table, range(1, last_session + 1))
    return fit_tuning(texts, labels_of(texts), counts_of(texts))


def scorer_of_issues(texts: Sequence[CodedText], labels: Sequence[str]) -> TextScorer:
    """Scores for each label, learnt from these texts."""
    terms = [terms_of(each.text) for each in texts]
    return fit_scorer(terms, vectors_of(texts), label_matrix(texts, labels), counts_of(texts), ISSUE_PENALTY)


def fit_actions(table: Path, last_session: int) -> TextScorer:
    """Scores for each action category, learnt from the sessions 1 to `last_session`."""
    texts = coded_texts(table, range(1, last_session + 1))
    terms = [terms_of_action(each.text) for each in texts]
    alike = np.ones((len(texts), 1), dtype=np.float32)
    return fit_scorer(terms, vectors_of(texts), action_matrix(texts), alike, ACTION_PENALTY)


def write_verbs(texts: Sequence[CodedText]) -> None:
    """Write which category most recommendations have that a verb opens, for verbs that open some."""
    categories: dict[str, Counter[int]] = defaultdict(Counter)
    for each in texts:
        request = request_words(each.text)
        if request.verb is not None:
            categories[request.stems[request.verb]][each.action_category] += 1
    with VERB_CATEGORIES.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(("verb", "category", "share", "texts"))
        for verb, counted in sorted(categories.items()):
            (category, count), total = counted.most_common(1)[0], counted.total()
            if total >= LEAST_TEXTS:
                table.writerow((verb, category, round(count / total, 2), total))


def counts_of(texts: Sequence[CodedText]) -> Floats:
    """(texts, 1): how much each counts, 1 on average; coders' habits change, so that later ones count more."""
    sessions = np.array([each.session for each in texts])
    counts = 0.5 ** ((sessions.max() - sessions) / HALF_LIFE)
    return np.asarray(counts / counts.mean(), dtype=np.float32)[:, None]


@dataclass(frozen=True)
class Trial:
    """What a classifier of earlier sessions said of new texts: scores, and 1 or -1 for each label."""

    scores: Floats
    targets: Floats


def look_ahead(table: Path, labels: tuple[str, ...], last_session: int) -> Trial:
    """A classifier of the sessions up to one, tried on the new texts of those that follow."""
    known = range(1, last_session + 1)
    texts = coded_texts(table, known)
    later = coded_texts(table, range(last_session + 1, last_session + 1 + LOOK_AHEAD), unseen_in=known)
    learnt = scorer_of_issues(texts, labels).scores([terms_of(each.text) for each in later], vectors_of(later))
    tuning = as_stored(fit_tuning(texts, labels, counts_of(texts)))
    logits = TunedEncoder(tuning).logits([each.text for each in later]).issues
    return Trial(issue_scores(learnt, logits), label_matrix(later, labels))


def as_stored(tuning: Tuning) -> Tuning:
    """A tuning as its file keeps it."""
    return tuned_encoder.unpack(tuned_encoder.pack(tuning))


def thresholds_of(trial: Trial) -> Floats:
    """Per label, where its F1 in a trial is best, pulled to the usual threshold the more the rarer the label."""
    return np.array([_threshold(*column) for column in zip(trial.scores.T, trial.targets.T > 0, strict=True)])


def _threshold(scores: Floats, has_label: NDArray[np.bool_]) -> np.float32:
    candidates = np.linspace(-0.8, 0.2, 101, dtype=np.float32)
    given = scores > candidates[:, None]
    f1 = 2 * (given & has_label).sum(axis=1) / np.maximum(given.sum(axis=1) + has_label.sum(), 1)
    smooth = np.convolve(np.pad(f1, 5, "edge"), np.ones(11) / 11, "valid")
    pull = PULL / np.sqrt(has_label.sum() + 1) * np.abs(candidates - USUAL_THRESHOLD)
    return np.float32(candidates[np.argmax(smooth - pull)])


def probabilities_of(trial: Trial, thresholds: Floats) -> tuple[Floats, float]:
    """What to add to the score of each label, and what to multiply the sum by, for the logit of its probability.

    Fitted to the labels that would be given: only of these is a probability shown.
    """
    from sklearn.linear_model import LogisticRegression

    texts, labels = np.nonzero(trial.scores >= thresholds)
    columns = np.eye(len(thresholds), dtype=np.float32)[labels]
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(
        np.column_stack([trial.scores[texts, labels], columns]), trial.targets[texts, labels] > 0
    )
    steepness, added = float(fitted.coef_[0, 0]), fitted.coef_[0, 1:] + fitted.intercept_[0]
    return np.asarray(added / steepness, dtype=np.float32), steepness


def main() -> None:
    """Read the command line, fit and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--last-session", type=int, default=16)
    arguments = parser.parse_args()
    write_verbs(coded_texts(arguments.table, range(1, arguments.last_session + 1)))
    write(TUNED_ENCODER, tuned_encoder.pack(fit_encoder(arguments.table, arguments.last_session)))
    write(ACTION_CLASSIFIER, score_texts.pack(fit_actions(arguments.table, arguments.last_session)))
    write(ISSUE_CLASSIFIER, packed_classifier(fit_issues(arguments.table, arguments.last_session)))


def write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the file of a classifier and say how large it is."""
    np.savez_compressed(path, allow_pickle=False, **arrays)
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
