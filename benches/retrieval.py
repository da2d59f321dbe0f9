"""Compare the match with plainer ways to rank, side by side, on judged issues: `make bench-retrieval`.

    python -m benches.retrieval DATA INDEX [QUERIES JUDGED] [--write]

DATA holds corpus.tsv (id, text), queries.tsv (id.language, issue) and qrels.tsv (issue, text id, grade 0-3). Printed
are nDCG@10 (gain 2^grade - 1; Järvelin and Kekäläinen, "Cumulated gain-based evaluation", 2002), plain and over the
judged texts of a ranking only ("condensed"; Sakai, "Alternatives to Bpref", 2007), the paired bootstrap 90 % interval
of the difference to the encoder with feedback, and how much the worst issue lies below the encoder alone.

INDEX holds the States of own_state_queries.tsv, and of QUERIES and JUDGED, files of the same kind that nothing was
fitted on: of both the average precision of the order of all that the State was told (benches/own_state.py).

Beside them stand two sets of our own, each a query and a pattern of what its texts hold: names.tsv (treaties,
articles) and weakly_judged_issues.tsv (example issues, with words that most texts on them have). Counted is how many of
the first ten texts, or of as many as there are, match the pattern. --write puts the table into docs/models.md.

Vectors and lexical index of the corpus are made once (minutes) and stay in build/retrieval.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.own_state import JUDGED, QUERIES, StateIssue, average_precision, read_issues
from indexer.classify.texts import classifiers_digest, classify
from indexer.classify.tuned_encoder import tuning
from indexer.code_digest import code_digest
from indexer.write.lexical import write_lexical
from models.encoders.calibration import known_calibration
from models.encoders.example_issues import example_issues
from models.encoders.load_encoder import load_encoder, load_issue_encoder
from models.encoders.multilingual_encoder import MAPS, MultilingualEncoder, load_multilingual_encoder
from models.encoders.text_encoder import TextEncoder
from models.encoders.unit_vectors import mean_direction, unit
from models.files.digests import sha256_of_file
from models.index_folder.lexical_folder import open_lexical
from models.texts.words import ENGLISH
from search.lexical.bm25 import bm25f
from search.lexical.index import LexicalIndex
from search.lexical.stored_words import StoredWords
from search.match.labels import distinct_sets
from search.match.stages import match_issue
from search.match.state import SearchedTexts
from search.query.discriminative_terms import content_stems
from search.semantic.encoder import QueryEncoder, mean_vectors
from search.semantic.vectors import cosines
from search.semantic.vectors_in_folder import VectorsInFolder
from search.snapshot.snapshot import Snapshot, open_snapshot

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "retrieval"
PAGE = ROOT / "docs" / "models.md"
TABLE_START, TABLE_END = "<!-- table of make bench-retrieval -->\n", "<!-- end of table -->\n"
WORDS_MADE_BY = (
    "models.texts",
    "models.index_folder.lexical_folder",
    "indexer.write.lexical",
    "indexer.write.posting_lists",
)
RANKED = 2_000
"""Texts of a ranking that count; the condensed measure needs more than ten."""
FEEDBACK_TEXTS, FEEDBACK_SHARE = 8, 0.4
"""Of the baseline: the mean of so many nearest texts, and what it counts."""
BASELINE, ALONE = "encoder with feedback from the texts", "encoder alone"
SAMPLES = 10_000
ON_NO_ISSUE = ROOT / "benches" / "sentences_on_no_issue.txt"
PATTERN_SETS = {"names": ROOT / "benches" / "names.tsv", "weak": ROOT / "benches" / "weakly_judged_issues.tsv"}

Scores = NDArray[np.float32]
Scorer = Callable[[str], NDArray[np.floating]]
Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus(SearchedTexts):
    """The texts as match_issue searches them."""

    encoder: "PlainQueries"
    ids: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class PlainQueries(QueryEncoder):
    """The encoder of the texts for queries too."""

    encoder: TextEncoder
    for_example_issues: TextEncoder
    for_other_languages: MultilingualEncoder | None

    def vector(self, text: str) -> Scores:
        """The unit vector of a text."""
        return np.asarray(self.encoder.encode([text])[0], dtype=np.float32)

    def vectors(self, texts: Sequence[str]) -> Scores:
        """The unit vectors of texts."""
        return mean_vectors(self.encoder.encode, texts)

    def issue_vectors(self, sentences: Sequence[str]) -> Scores | None:
        """The unit vectors of the sentences of an issue by what was learnt of how people tell one."""
        return mean_vectors(self.for_example_issues.encode, sentences)

    def multilingual(self) -> MultilingualEncoder | None:
        """The encoder for issues in other languages."""
        return self.for_other_languages


def read_pairs(path: Path) -> dict[str, str]:
    """The lines of a file of ids and texts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {key: text for key, _, text in (line.partition("\t") for line in lines)}


def read_grades(path: Path) -> dict[str, dict[str, int]]:
    """Per issue the grade of each judged text."""
    grades: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        issue, text, grade = line.split()
        grades.setdefault(issue, {})[text] = int(grade)
    return grades


def open_corpus(path: Path) -> Corpus:
    """The corpus with its index and vectors, made where they are missing."""
    texts = read_pairs(path)
    folder = BUILD / sha256_of_file(path)[:16]
    folder.mkdir(parents=True, exist_ok=True)
    encoder = load_encoder()
    lexical = folder / f"lexical-{code_digest(WORDS_MADE_BY)[:16]}"
    if not lexical.exists():
        write_lexical(lexical, texts.values(), lambda _count: None)
    kept = folder / f"vectors-{sha256(repr(encoder.space).encode()).hexdigest()[:16]}.npy"
    if not kept.exists():
        np.save(kept, encoder.encode(list(texts.values())))
    vectors = np.load(kept)
    return Corpus(
        english_words=LexicalIndex(StoredWords(open_lexical(lexical)), np.ones(len(texts), dtype=bool)),
        vectors=VectorsInFolder(vectors),
        encoder=PlainQueries(encoder, load_issue_encoder(), load_multilingual_encoder(MAPS)),
        calibration=known_calibration(encoder.space),
        examples=example_issues(encoder.space),
        labels=distinct_sets(labels_of(list(texts.values()), folder)),
        ids=tuple(texts),
        texts=tuple(texts.values()),
    )


def labels_of(texts: Sequence[str], folder: Path) -> NDArray[np.bool_]:
    """(texts, labels) by the classifier that comes with the program, made where it is missing."""
    digest = sha256("\n".join([classifiers_digest(), *texts]).encode()).hexdigest()
    path = folder / f"labels-{digest[:16]}.npy"
    if not path.exists():
        names = tuning().labels
        found = [{label.label for label in classes.labels} for classes in classify(texts)]
        np.save(path, np.array([[name in of_text for name in names] for of_text in found]))
    return np.asarray(np.load(path), dtype=bool)


def variants(texts: Corpus | Snapshot) -> dict[str, Scorer]:
    """What is compared: one score per text for an issue."""
    all_vectors = texts.vectors[np.arange(len(texts.vectors))]

    def meaning(text: str) -> Scores:
        return cosines(all_vectors, texts.encoder.vector(text))

    def with_feedback(text: str) -> Scores:
        best = np.argsort(-meaning(text), kind="stable")[:FEEDBACK_TEXTS]
        centre = mean_direction(all_vectors[best])
        query = (1 - FEEDBACK_SHARE) * texts.encoder.vector(text) + FEEDBACK_SHARE * centre
        return cosines(all_vectors, unit(query))

    return {
        "BM25": lambda text: bm25f(texts.english_words, content_stems(text)),
        ALONE: meaning,
        BASELINE: with_feedback,
        "match, as shipped": lambda text: match_issue(texts, text).scores,
    }


def ndcg(ranking: Sequence[str], grades: Grades) -> float:
    """nDCG@10 of a ranking of text ids."""
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(text, 0) for text in ranking]) / max(_gain(best), 1e-9)


def _gain(grades: Sequence[int]) -> float:
    return float(sum((2.0**grade - 1) / np.log2(place + 2) for place, grade in enumerate(grades[:10])))


def measures(corpus: Corpus, scorer: Scorer, issues: Sequence[tuple[str, Grades]]) -> NDArray[np.float64]:
    """(issues, 2): plain and condensed nDCG@10."""
    rows = []
    for text, grades in issues:
        order = np.argsort(-scorer(text), kind="stable")[:RANKED]
        ranking = [corpus.ids[row] for row in order]
        rows.append((ndcg(ranking, grades), ndcg([known for known in ranking if known in grades], grades)))
    return np.array(rows)


def matching_texts(corpus: Corpus, patterns: Path) -> dict[str, NDArray[np.bool_]]:
    """Per query of a file, which texts match its pattern."""
    return {
        query: np.array([bool(re.search(pattern, text)) for text in corpus.texts])
        for query, pattern in read_pairs(patterns).items()
    }


def share_matching(scorer: Scorer, of_queries: Mapping[str, NDArray[np.bool_]]) -> float:
    """How many of each query's first ten texts match its pattern, or of as many as there are."""
    known = {query: matching for query, matching in of_queries.items() if matching.any()}
    return float(np.mean([matching_of_first(scorer(query), matching) for query, matching in known.items()]))


def matching_of_first(scores: NDArray[np.floating], matching: NDArray[np.bool_]) -> float:
    """How many of the first ten texts match a pattern, or of as many as there are."""
    wanted = min(10, int(matching.sum()))
    return float(matching[np.argsort(-scores, kind="stable")[:wanted]].mean())


def interval(differences: NDArray[np.float64]) -> tuple[float, float]:
    """The 90 % interval of the mean of paired differences by bootstrap."""
    draws = np.random.default_rng(0).integers(len(differences), size=(SAMPLES, len(differences)))
    low, high = np.quantile(differences[draws].mean(axis=1), (0.05, 0.95))
    return float(low), float(high)


OwnStates = Mapping[str, tuple[Snapshot, Sequence[StateIssue]]]
"""Own-State issues by the name of their set."""


def table(corpus: Corpus, queries: Mapping[str, str], judged: Mapping[str, Grades], own_states: OwnStates) -> list[str]:
    """The lines of a Markdown table, for English."""
    issues = [(text, judged[query.partition(".")[0]]) for query, text in queries.items() if query.endswith(".en")]
    scored = {name: measures(corpus, scorer, issues) for name, scorer in variants(corpus).items()}
    of_sets = [matching_texts(corpus, path) for path in PATTERN_SETS.values()]
    lines = [
        f"| way | nDCG@10 | judged texts only | against feedback, 90 % interval | worst issue against the encoder | "
        f"names | weak |{''.join(f' {name} |' for name in own_states)}",
        "|---|---:|---:|---:|---:|---:|---:|" + "---:|" * len(own_states),
    ]
    for name, scorer in variants(corpus).items():
        plain, condensed = scored[name].mean(axis=0)
        low, high = interval(scored[name][:, 0] - scored[BASELINE][:, 0])
        worst = (scored[name] - scored[ALONE])[:, 0].min()
        cells = [
            f"{plain:.3f}",
            f"{condensed:.3f}",
            f"{low:+.3f} to {high:+.3f}" if name != BASELINE else "",
            f"{worst:+.2f}",
        ]
        cells += [f"{share_matching(scorer, of_queries):.3f}" for of_queries in of_sets]
        cells += [f"{own_order(name, *of_set):.3f}" for of_set in own_states.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def own_order(way: str, snapshot: Snapshot, issues: Sequence[StateIssue]) -> float:
    """Mean average precision, over English issues, of all that the own State was told, in the order of one way."""
    scorer = variants(snapshot)[way]
    english = [issue for issue in issues if issue.language == ENGLISH]
    found = [average_precision(scorer(issue.text)[issue.rows].astype(np.float64), issue.wanted) for issue in english]
    return float(np.mean(found))


def write_table(page: Path, start: str, lines: Sequence[str]) -> None:
    """Put a table into a page, between the mark that says of which bench it is and the next TABLE_END."""
    before, _, rest = page.read_text(encoding="utf-8").partition(start)
    _, _, after = rest.partition(TABLE_END)
    page.write_text(before + start + "\n".join(lines) + "\n" + TABLE_END + after, encoding="utf-8")


def main() -> None:
    """Read the command line, print the table and write it if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("index", type=Path)
    parser.add_argument("kept_apart", type=Path, nargs="*", help="queries and judgments of own-State issues")
    parser.add_argument("--write", action="store_true", help="write the table into docs/models.md")
    arguments = parser.parse_args()
    corpus, snapshot = open_corpus(arguments.data / "corpus.tsv"), open_snapshot(arguments.index, None)
    files = {"own State, 25 issues": (QUERIES, JUDGED)}
    if arguments.kept_apart:
        files["own State, kept apart"] = tuple(arguments.kept_apart)
    own_states = {name: (snapshot, read_issues(snapshot, *paths)) for name, paths in files.items()}
    queries, judged = read_pairs(arguments.data / "queries.tsv"), read_grades(arguments.data / "qrels.tsv")
    lines = table(corpus, queries, judged, own_states)
    print("\n".join(lines))
    if arguments.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
