"""Are texts in other languages found by English issues? `make bench-languages` prints it after issues' own table.

    python -m benches.texts_in_other_languages DATA

DATA is as for benches.retrieval. Among its 30,203 English texts stand the requests of asks_in_other_languages.tsv,
which are invented, and the judged issues in other languages. Printed is for how many of them their English issue finds
them among the first ten (hit@10), with vectors as if they were English and as `upr index` makes them.
"""

import argparse
import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from benches.retrieval import Corpus, open_corpus, read_pairs
from indexer.write.lexical import write_lexical
from models.encoders.other_languages import encoder_of
from models.encoders.text_encoder import TextEncoder
from models.index_folder.lexical_folder import open_lexical
from models.texts.words import ENGLISH
from search.lexical.index import LexicalIndex
from search.lexical.stored_words import StoredWords
from search.match.labels import TextLabels, distinct_sets
from search.match.stages import match_issue
from search.query.detect_language import language_name
from search.semantic.vectors_in_folder import VectorsInFolder

REQUESTS = Path(__file__).parent / "asks_in_other_languages.tsv"
FIRST = 10


class Put(NamedTuple):
    """A text put among those of the corpus."""

    issue: str
    """The English issue that is to find it."""
    language: str
    text: str


def invented_requests() -> list[Put]:
    """The requests of the table in all its languages, English too."""
    with REQUESTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [Put(row["issue"], language, row[language]) for row in rows for language in row if language != "issue"]


def judged_issues(queries: Mapping[str, str]) -> list[Put]:
    """The judged issues in other languages."""
    named = {tuple(query.split(".")): text for query, text in queries.items()}
    return [
        Put(named[issue, ENGLISH], language, text) for (issue, language), text in named.items() if language != ENGLISH
    ]


def with_texts(
    corpus: Corpus, put: list[Put], words: Path, encoder: Callable[[str], TextEncoder], *, all_counted: bool
) -> Corpus:
    """The corpus with more texts after its own, without labels; their `words` count as English if `all_counted`."""
    texts = (*corpus.texts, *(each.text for each in put))
    is_english = np.array([True] * len(corpus.texts) + [each.language == ENGLISH or all_counted for each in put])
    vectors = np.concatenate([encoder(each.language).encode([each.text]) for each in put])
    return replace(
        corpus,
        texts=texts,
        vectors=VectorsInFolder(np.concatenate([corpus.vectors[np.arange(len(corpus.texts))], vectors])),
        labels=corpus.labels and without_labels(corpus.labels, len(put)),
        english_words=LexicalIndex(StoredWords(open_lexical(words)), is_english),
    )


def without_labels(labels: TextLabels, more: int) -> TextLabels:
    """The labels of texts and of so many more that have none."""
    of_rows = labels.sets[labels.set_of_row]
    return distinct_sets(np.concatenate([of_rows, np.zeros((more, of_rows.shape[1]), dtype=bool)]))


def hits(corpus: Corpus, put: list[Put]) -> list[bool]:
    """Whether each of the texts, the last of the corpus, is among the first found by its issue."""
    first = len(corpus.texts) - len(put)
    found = []
    for row, each in enumerate(put, first):
        relevance = match_issue(corpus, each.issue, ENGLISH).relevance
        # The other texts that were put there say the same: each is ranked among the English ones alone.
        found.append(int((relevance[:first] > relevance[row]).sum()) < FIRST)
    return found


def table(corpus: Corpus, sets: Mapping[str, list[Put]]) -> list[str]:
    """The lines of a Markdown table."""
    put = [each for texts in sets.values() for each in texts]
    english = corpus.encoder.encoder
    found = {}
    with TemporaryDirectory() as folder:
        words = Path(folder) / "lexical"
        write_lexical(words, [*corpus.texts, *(each.text for each in put)], lambda _count: None)
        for name, all_counted in (("as if they were English", True), ("as indexed", False)):
            encoder = (lambda _language: english) if all_counted else (lambda language: encoder_of(language, english))
            contender = with_texts(corpus, put, words, encoder, all_counted=all_counted)
            found[name] = dict(zip(put, hits(contender, put), strict=True))
    languages = sorted({each.language for each in put}, key=lambda code: (code == ENGLISH, language_name(code)))
    lines = [
        f"| texts | vectors | {' | '.join(map(language_name, languages))} |",
        "|---|---|" + "---:|" * len(languages),
    ]
    for texts, of_set in sets.items():
        for name, was_found in found.items():
            cells = [[was_found[each] for each in of_set if each.language == code] for code in languages]
            shares = (f"{np.mean(cell):.2f}" if cell else "" for cell in cells)
            lines.append(f"| {texts} | {name} | {' | '.join(shares)} |")
    return lines


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    corpus = open_corpus(arguments.data / "corpus.tsv")
    queries = read_pairs(arguments.data / "queries.tsv")
    lines = table(corpus, {"12 invented requests": invented_requests(), "5 judged issues": judged_issues(queries)})
    print("\n".join(lines))


if __name__ == "__main__":
    main()
