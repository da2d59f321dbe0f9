"""Compare ways to read issues in other languages, on judged issues: `make bench-languages`.

    python -m benches.languages DATA [--write]

DATA is as for benches.retrieval. Printed is nDCG@10 for each language. --write puts the table into docs/languages.md.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import (
    ROOT,
    Corpus,
    Grades,
    Scorer,
    measures,
    open_corpus,
    read_grades,
    read_pairs,
    write_table,
)
from models.lexical_schema import ENGLISH
from search.issue_language import language_name
from search.match_issue import match_issue, match_reading
from search.read_issue import read_issue

PAGE = ROOT / "docs" / "languages.md"
TABLE_START = "<!-- table of make bench-languages -->\n"


def ways(corpus: Corpus, language: str) -> dict[str, Scorer]:
    """What is compared: one score per text for an issue in this language."""

    def by_terms(text: str) -> NDArray[np.float64]:
        terms = read_issue(text, corpus.lexical, language).terms
        return match_issue(corpus, terms or text, ENGLISH).relevance

    def by_meaning(text: str) -> NDArray[np.float64]:
        reading = read_issue(text, corpus.lexical, language)
        return match_reading(corpus, replace(reading, terms="", words="")).relevance

    return {
        "as if it were English": lambda text: match_issue(corpus, text, ENGLISH).relevance,
        "by the glossary alone": by_terms,
        "without the glossary": by_meaning,
        "as shipped": lambda text: match_issue(corpus, text).relevance,
    }


def table(corpus: Corpus, queries: Mapping[str, str], judged: Mapping[str, Grades]) -> list[str]:
    """The lines of a Markdown table: ways, languages, and the mean of the languages."""
    issues: dict[str, list[tuple[str, Grades]]] = {}
    for query, text in queries.items():
        issue, _, language = query.partition(".")
        if language != ENGLISH:
            issues.setdefault(language, []).append((text, judged[issue]))
    languages = sorted(issues, key=language_name)
    scored = {
        language: {name: measures(corpus, way, issues[language])[:, 0].mean() for name, way in found.items()}
        for language, found in ((language, ways(corpus, language)) for language in languages)
    }
    lines = [
        f"| way | {' | '.join(map(language_name, languages))} | mean |",
        "|---|" + "---:|" * (len(languages) + 1),
    ]
    for name in ways(corpus, ENGLISH):
        row = [scored[language][name] for language in languages]
        lines.append(f"| {name} | {' | '.join(f'{each:.3f}' for each in [*row, np.mean(row)])} |")
    return lines


def main() -> None:
    """Read the command line, print the table and write it if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="write the table into docs/languages.md")
    arguments = parser.parse_args()
    corpus = open_corpus(arguments.data / "corpus.tsv")
    lines = table(corpus, read_pairs(arguments.data / "queries.tsv"), read_grades(arguments.data / "qrels.tsv"))
    print("\n".join(lines))
    if arguments.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
