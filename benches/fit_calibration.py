"""Fit a whole calibration for the language model of an index: `make calibration`.

    python -m benches.fit_calibration INDEX DATA [--to FILE] [--stage NAME ...]

INDEX is an index of everything in DATA, built with the model (docs/models.md). Judgments stand beside this file
(own_state_queries.tsv, weakly_judged_issues.tsv, judged_threads.tsv and others); those of DATA are read where DATA has
them: short issues, two more sets of stories, what treaty bodies and reports say. A stage without judgments keeps the
numbers that it has in FILE, or has none: then its answers are an order alone. FILE is by default the one that comes
with the program. Printed is what the numbers are worth, on what they were not fitted on.

A stage is fitted over those before it, as they are by then. Whether a story's sentences count is chosen first, by the
order of all that own States were told, where FILE does not say it.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benches.calibrations import Fitted, in_file, path_of, with_stage, write
from benches.fit_observations import fit_observations
from benches.fit_own_state import fit_own_state
from benches.fit_progress import fit_progress
from benches.fit_relevance import LEARNT_FROM, fit_relevance
from benches.fit_threads import fit_similar, fit_threads
from benches.indexed_texts import IndexedTexts
from benches.own_state import JUDGED, QUERIES, StateIssue, average_precision, read_issues
from benches.threads import Pair, read_pairs
from models.encoders.calibration import Calibration
from models.texts.words import ENGLISH
from search.snapshot.snapshot import Snapshot, open_snapshot

UNFITTED = {"weights": {"score": 10.0}, "intercept": -6.0}
WORDS = {"possible": 0.5, "likely": 0.7, "strong": 0.8}
START: Mapping[str, Fitted] = {
    "relevance": Fitted({"curve": UNFITTED, "lowest_density": 0.0, "longest": 90, "words": WORDS}, ""),
    "feedback": Fitted({"texts": 8, "distinct": 0.95}, "As for the models that come with the program."),
    "own State": Fitted(
        {
            "belongs": {"weights": {"standing_out": 1.0, "near": 4.0}, "intercept": -6.0},
            "listed": 0.135,
            "sure": {"weights": {"near": 6.0}, "intercept": -8.0},
            "words": WORDS,
        },
        "",
    ),
    "observations": Fitted(
        {
            "words": 0.3,
            "together": 0.8,
            "theme": 0.05,
            "part_within": 0.1,
            "field": {"fewest": 15, "mean": 0.0, "deviation": 1.0},
            "curve": None,
            "strengths": WORDS,
        },
        "",
    ),
}
"""What a stage begins with that a calibration has nothing of yet; curves and words are fitted then."""
SENTENCES = Fitted({"weight": 1.0, "best": 5}, "")
"""What is tried where a calibration does not say how a story's sentences count."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what is learnt from stands."""

    snapshot: Snapshot
    data: Path

    def stories(self, calibration: Calibration) -> dict[str, Sequence[StateIssue]]:
        """The English stories whose States were read whole, by set, matched with some numbers."""
        files = {LEARNT_FROM: (QUERIES, JUDGED)}
        for name in ("own_state", "own_state_hard"):
            if (self.data / name).is_dir():
                files[name] = self.data / name / "queries.tsv", self.data / name / "judged.tsv"
        snapshot = replace(self.snapshot, calibration=calibration)
        return {name: read_issues(snapshot, *paths, ENGLISH) for name, paths in files.items()}

    def index(self, calibration: Calibration) -> IndexedTexts:
        """The texts, matched with some numbers."""
        return IndexedTexts(replace(self.snapshot, calibration=calibration))

    def pairs(self) -> list[Pair]:
        """The judged pairs of threads."""
        return read_pairs(self.data / "upr_info" / "recommendations.csv", self.snapshot.encoder.load())

    def have(self, name: str) -> Path | None:
        """A file or folder of judgments, if it is there."""
        path = self.data / name
        return path if path.exists() else None


def with_sentences(sources: Sources, calibration: Calibration) -> Calibration:
    """Whether sentences count, where nothing says it: what orders own States best in the mean over the sets."""
    if calibration.has("sentences"):
        return calibration
    counted = with_stage(calibration, "sentences", SENTENCES)
    order, order_counted = _order(sources, calibration), _order(sources, counted)
    figures = f"order {order_counted:.3f} with sentences, {order:.3f} without"
    print(f"sentences: {figures}")
    chosen = replace(SENTENCES, origin=f"Chosen: {figures}.")
    return with_stage(calibration, "sentences", chosen) if order_counted > order else calibration


def _order(sources: Sources, calibration: Calibration) -> float:
    """The mean over sets of the average precision of the order of all that own States were told."""
    by_set = sources.stories(calibration).values()
    return float(np.mean([np.mean([average_precision(each.nearness(), each.wanted) for each in of]) for of in by_set]))


def fitted_stage(sources: Sources, stage: str, calibration: Calibration) -> Fitted | None:
    """The numbers of one stage, over those of the stages before; None where there are no judgments for it."""
    treaty_bodies, reports = sources.have("treaty_bodies"), sources.have("slovenia/progress_judged.tsv")
    table = sources.have("upr_info/recommendations.csv")
    snapshot = replace(sources.snapshot, calibration=calibration)
    match stage:
        case "relevance":
            stories = sources.stories(calibration)
            return fit_relevance(sources.index(calibration), stories, sources.have("retrieval"))
        case "own State":
            return fit_own_state(sources.index(calibration), sources.stories(calibration))
        case "observations":
            return fit_observations(snapshot, treaty_bodies) if treaty_bodies else None
        case "progress":
            return fit_progress(snapshot, reports) if reports else None
        case "threads":
            return fit_threads(sources.pairs()) if table else None
        case _:
            return fit_similar(sources.pairs()) if table else None


STAGES = ("relevance", "own State", "observations", "progress", "threads", "similar")


def main() -> None:
    """Read the command line, fit, and write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, help="the file to write; by default that of the program")
    parser.add_argument("--stage", action="append", choices=STAGES, help="this one alone (repeatable)")
    arguments = parser.parse_args()
    sources = Sources(open_snapshot(arguments.index, None), arguments.data)
    space = sources.snapshot.manifest.vector_space
    path = arguments.to or path_of(space)
    calibration = in_file(path, space)
    for stage, start in START.items():
        if not calibration.has(stage):
            calibration = with_stage(calibration, stage, start)
    calibration = with_sentences(sources, calibration) if arguments.stage is None else calibration
    for stage in arguments.stage or STAGES:
        if fitted := fitted_stage(sources, stage, calibration):
            print(f"{stage}: {dict(fitted.numbers)}")
            calibration = with_stage(calibration, stage, fitted)
    fitted_stages = {name: stage for name, stage in calibration.stages.items() if stage["from"]}
    write(replace(calibration, stages=fitted_stages), path)


if __name__ == "__main__":
    main()
