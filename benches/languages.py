"""Compare ways to read issues in other languages, on judged issues: `make bench-languages`.

    python -m benches.languages DATA

DATA is as for benches.retrieval. Printed is nDCG@10 for each language, the mean of the languages, the same with the
texts that nobody judged graded as in proposed_judgments.tsv, and for the 70 issues of
weakly_judged_in_other_languages.tsv how many of the first ten texts match the pattern of the English issue. How issues
are read was chosen by these 70 alone.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import (
    PATTERN_SETS,
    ROOT,
    Corpus,
    Grades,
    Scorer,
    matching_texts,
    measures,
    open_corpus,
    read_grades,
    read_pairs,
    share_matching,
)
from models.encoders.multilingual_encoder import MultilingualEncoder
from models.texts.words import ENGLISH
from search.match.stages import match_issue, match_reading
from search.query.detect_language import language_name
from search.query.discriminative_terms import CutText
from search.query.issue import read_issue

PROPOSED = ROOT / "benches" / "proposed_judgments.tsv"
WEAK = ROOT / "benches" / "weakly_judged_in_other_languages.tsv"


def ways(corpus: Corpus, language: str) -> dict[str, Scorer]:
    """What is compared: one score per text for an issue in this language."""
    both = corpus.encoder.for_other_languages
    first = MultilingualEncoder(both.encoders[:1]) if both else None
    of_one = replace(corpus, encoder=replace(corpus.encoder, for_other_languages=first))

    def by_terms(text: str) -> NDArray[np.float64]:
        terms = read_issue(text, corpus.english_words, language).terms
        return match_issue(corpus, terms or text, ENGLISH).relevance

    def by_meaning(text: str, searched: Corpus) -> NDArray[np.float64]:
        reading = read_issue(text, corpus.english_words, language)
        return match_reading(searched, replace(reading, terms="", words=CutText.of(""))).relevance

    return {
        "as if it were English": lambda text: match_issue(corpus, text, ENGLISH).relevance,
        "by the glossary alone": by_terms,
        "without the glossary, one encoder": lambda text: by_meaning(text, of_one),
        "without the glossary": lambda text: by_meaning(text, corpus),
        "as shipped, one encoder": lambda text: match_issue(of_one, text, language).relevance,
        "as shipped": lambda text: match_issue(corpus, text, language).relevance,
    }


def table(corpus: Corpus, queries: Mapping[str, str], judged: Mapping[str, Grades]) -> list[str]:
    """The lines of a Markdown table: ways, languages, the means of the languages, and the share of the weak issues."""
    issues: dict[str, list[tuple[str, str]]] = {}
    for query, text in queries.items():
        issue, _, language = query.partition(".")
        if language != ENGLISH:
            issues.setdefault(language, []).append((text, issue))
    languages = sorted(issues, key=language_name)
    proposed = read_grades(PROPOSED)
    with_proposed = {issue: {**proposed.get(issue, {}), **grades} for issue, grades in judged.items()}
    weak = weak_issues(corpus)
    lines = [
        f"| way | {' | '.join(map(language_name, languages))} | mean | with our readings | invented issues |",
        "|---|" + "---:|" * (len(languages) + 3),
    ]
    for name in ways(corpus, ENGLISH):
        scorers = {language: ways(corpus, language)[name] for language in languages}
        row = [_ndcg(corpus, scorers[language], issues[language], judged) for language in languages]
        read = [_ndcg(corpus, scorers[language], issues[language], with_proposed) for language in languages]
        matching = np.mean([share_matching(scorers[language], weak[language]) for language in languages])
        figures = [*row, np.mean(row), np.mean(read), matching]
        lines.append(f"| {name} | {' | '.join(f'{each:.3f}' for each in figures)} |")
    return lines


def weak_issues(corpus: Corpus) -> dict[str, dict[str, NDArray[np.bool_]]]:
    """By language, the weakly judged issues, each with which texts match its pattern."""
    of_english = matching_texts(corpus, PATTERN_SETS["weak"])
    issues: dict[str, dict[str, NDArray[np.bool_]]] = {}
    for english, line in read_pairs(WEAK).items():
        language, _, text = line.partition("\t")
        issues.setdefault(language, {})[text] = of_english[english]
    return issues


def _ndcg(corpus: Corpus, scorer: Scorer, issues: Sequence[tuple[str, str]], judged: Mapping[str, Grades]) -> float:
    return float(measures(corpus, scorer, [(text, judged[issue]) for text, issue in issues])[:, 0].mean())


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    corpus = open_corpus(arguments.data / "corpus.tsv")
    lines = table(corpus, read_pairs(arguments.data / "queries.tsv"), read_grades(arguments.data / "qrels.tsv"))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
