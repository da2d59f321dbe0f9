"""Compare ways to match an issue, side by side, on judged issues: `make bench-retrieval`.

    python -m benches.retrieval DATA [--write]

DATA holds corpus.tsv (id, text), queries.tsv (id.language, issue) and qrels.tsv (issue, text id, grade 0-3). Printed
are nDCG@10 (gain 2^grade - 1; Järvelin and Kekäläinen, "Cumulated gain-based evaluation", 2002), plain and over the
judged texts of a ranking only ("condensed"; Sakai, "Alternatives to Bpref", 2007), and the paired bootstrap 90 %
interval of the difference to fusion with weight 0.3. --write puts the table into docs/evaluation.md.

Beside them stand two sets of our own, each a query and a pattern of what its texts hold: names.tsv (treaties,
articles) and weakly_judged_issues.tsv (told issues, with words that most texts on them have). Counted is how many of
the first ten texts, or of as many as there are, match the pattern.

Vectors and lexical index of the corpus are made once (minutes) and stay in build/retrieval.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.classify_issues import issue_classifier
from indexer.classify_texts import classifiers_digest, classify
from indexer.write_lexical import analysis_digest, write_lexical
from models.issue_encoder import load_issue_encoder
from models.multilingual_encoder import MultilingualEncoder, load_multilingual_encoder
from models.narrated_issues import NarratedIssues, narrated_issues
from models.text_encoder import TextEncoder, load_encoder
from search.informative_words import content_stems
from search.label_agreement import TextLabels, distinct_sets
from search.lexical_index import LexicalIndex
from search.lexical_scores import bm25f
from search.match_issue import match_issue
from search.query_encoder import mean_vector
from search.semantic_scores import cosines

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "retrieval"
PAGE = ROOT / "docs" / "evaluation.md"
TABLE_START, TABLE_END = "<!-- table of make bench-retrieval -->\n", "<!-- end of table -->\n"
RANKED = 2_000
"""Texts of a ranking that count; the condensed measure needs more than ten."""
RANK_CONSTANT = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009)."""
BASELINE = "fusion of ranks, weight 0.3 on BM25"
SAMPLES = 10_000
ON_NO_ISSUE = ROOT / "benches" / "sentences_on_no_issue.txt"
PATTERN_SETS = {"names": ROOT / "benches" / "names.tsv", "weak": ROOT / "benches" / "weakly_judged_issues.tsv"}

Scores = NDArray[np.float32]
Scorer = Callable[[str], NDArray[np.floating]]
Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """The texts as match_issue searches them."""

    ids: tuple[str, ...]
    lexical: LexicalIndex
    vectors: Scores
    used_rows: NDArray[np.bool_]
    encoder: "PlainQueries"
    narrated: NarratedIssues | None
    labels: TextLabels | None
    texts: tuple[str, ...]

    def texts_at(self, rows: NDArray[np.intp]) -> list[str]:
        """The texts of these rows."""
        return [self.texts[row] for row in rows.tolist()]


@dataclass(frozen=True, slots=True)
class PlainQueries:
    """The encoder of the texts for queries too."""

    encoder: TextEncoder
    for_told_issues: TextEncoder
    for_other_languages: MultilingualEncoder | None

    def vector(self, text: str) -> Scores:
        """The unit vector of a text."""
        return np.asarray(self.encoder.encode([text])[0], dtype=np.float32)

    def told(self, text: str) -> Scores | None:
        """The unit vector of an issue by what was learnt of how people tell one."""
        return mean_vector(self.for_told_issues.encode, text)

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
    with path.open("rb") as stream:
        folder = BUILD / file_digest(stream, "sha256").hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    encoder = load_encoder()
    lexical = folder / f"lexical-{analysis_digest()[:16]}"
    if not lexical.exists():
        write_lexical(lexical, enumerate(texts.values()), None, lambda _count: None)
    kept = folder / f"vectors-{sha256(repr(encoder.space).encode()).hexdigest()[:16]}.npy"
    if not kept.exists():
        np.save(kept, encoder.encode(list(texts.values())))
    vectors = np.load(kept)
    return Corpus(
        tuple(texts),
        LexicalIndex(lexical, np.ones(len(texts), dtype=bool)),
        vectors,
        np.ones(len(texts), dtype=bool),
        PlainQueries(encoder, load_issue_encoder(), load_multilingual_encoder()),
        narrated_issues(encoder.space),
        distinct_sets(labels_of(list(texts.values()), vectors, folder)),
        tuple(texts.values()),
    )


def labels_of(texts: Sequence[str], vectors: Scores, folder: Path) -> NDArray[np.bool_]:
    """(texts, labels) by the classifier that comes with the program, made where it is missing."""
    path = folder / f"labels-{classifiers_digest()[:16]}-{sha256(vectors).hexdigest()[:16]}.npy"
    if not path.exists():
        names = issue_classifier().labels
        found = [{label.label for label in classes.labels} for classes in classify(texts, vectors)]
        np.save(path, np.array([[name in of_text for name in names] for of_text in found]))
    return np.asarray(np.load(path), dtype=bool)


def variants(corpus: Corpus) -> dict[str, Scorer]:
    """What is compared: one score per text for an issue."""

    def words(text: str) -> Scores:
        return bm25f(corpus.lexical, content_stems(text))

    def meaning(text: str) -> Scores:
        return cosines(corpus.vectors, corpus.encoder.vector(text))

    def fused(text: str, weight: float) -> NDArray[np.float64]:
        lexical, rank = words(text), _rank(words(text))
        return 1 / (RANK_CONSTANT + _rank(meaning(text))) + np.where(lexical > 0, weight / (RANK_CONSTANT + rank), 0)

    unlabelled = replace(corpus, labels=None)
    as_told = replace(unlabelled, narrated=None)
    return {
        "BM25": words,
        "encoder alone": meaning,
        "fusion of ranks, equal weights": lambda text: fused(text, 1.0),
        BASELINE: lambda text: fused(text, 0.3),
        "match, as shipped": lambda text: match_issue(corpus, text).relevance,
        "match without labels": lambda text: match_issue(unlabelled, text).relevance,
        "match without labels and told issues": lambda text: match_issue(as_told, text).relevance,
    }


def _rank(scores: Scores) -> NDArray[np.float64]:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


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
    shares = []
    for query, matching in of_queries.items():
        if wanted := min(10, int(matching.sum())):
            shares.append(matching[np.argsort(-scorer(query), kind="stable")[:wanted]].mean())
    return float(np.mean(shares))


def interval(differences: NDArray[np.float64]) -> tuple[float, float]:
    """The 90 % interval of the mean of paired differences by bootstrap."""
    draws = np.random.default_rng(0).integers(len(differences), size=(SAMPLES, len(differences)))
    low, high = np.quantile(differences[draws].mean(axis=1), (0.05, 0.95))
    return float(low), float(high)


def table(corpus: Corpus, queries: Mapping[str, str], judged: Mapping[str, Grades]) -> list[str]:
    """The lines of a Markdown table; languages other than English in one column, the mean of their means."""
    by_language: dict[str, list[tuple[str, Grades]]] = {}
    for query, text in queries.items():
        issue, _, language = query.partition(".")
        by_language.setdefault(language, []).append((text, judged[issue]))
    scored = {
        name: {language: measures(corpus, scorer, issues) for language, issues in by_language.items()}
        for name, scorer in variants(corpus).items()
    }
    of_sets = [matching_texts(corpus, path) for path in PATTERN_SETS.values()]
    matching = {
        name: [share_matching(scorer, of_queries) for of_queries in of_sets]
        for name, scorer in variants(corpus).items()
    }
    baseline = scored[BASELINE]["en"][:, 0]
    return [
        "| way | nDCG@10 | judged texts only | against the fusion, 90 % interval | other languages | names | weak |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *(_line(name, of_language, baseline, matching[name]) for name, of_language in scored.items()),
    ]


def _line(
    name: str, scored: Mapping[str, NDArray[np.float64]], baseline: NDArray[np.float64], matching: Sequence[float]
) -> str:
    plain, condensed = scored["en"].mean(axis=0)
    low, high = interval(scored["en"][:, 0] - baseline)
    others = [rows[:, 0].mean() for language, rows in scored.items() if language != "en"]
    against = "" if name == BASELINE else f"{low:+.3f} to {high:+.3f}"
    cells = [f"{plain:.3f}", f"{condensed:.3f}", against, f"{np.mean(others) if others else 0:.3f}"]
    return f"| {name} | {' | '.join([*cells, *(f'{share:.3f}' for share in matching)])} |"


def write_table(page: Path, start: str, lines: Sequence[str]) -> None:
    """Put a table into a page, between the mark that says of which bench it is and the next TABLE_END."""
    before, _, rest = page.read_text(encoding="utf-8").partition(start)
    _, _, after = rest.partition(TABLE_END)
    page.write_text(before + start + "\n".join(lines) + "\n" + TABLE_END + after, encoding="utf-8")


def main() -> None:
    """Read the command line, print the table and write it if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="write the table into docs/evaluation.md")
    arguments = parser.parse_args()
    corpus = open_corpus(arguments.data / "corpus.tsv")
    lines = table(corpus, read_pairs(arguments.data / "queries.tsv"), read_grades(arguments.data / "qrels.tsv"))
    print("\n".join(lines))
    if arguments.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
