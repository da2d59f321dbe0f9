"""Print the words in which each rights term of a language is found, to see those that mean something else.

    python -m benches.reach_of_terms LANGUAGE WORDS

WORDS is a file of frequent words of the language, one a line: the first 50,000 of wordfreq (PyPI), for example. A line
is printed for each English term of the glossary, with the words in their order. A form that also reaches words which
mean something else gets a "=" before it in models/vocabularies/rights_terms.csv.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from models.vocabularies.rights_glossary import english_terms


def reached(language: str, words: Iterable[str]) -> Mapping[str, list[str]]:
    """By English term, the words that it is found in."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for term in filter(None, english_terms(word, language).split(", ")):
            found[term].append(word)
    return found


def main() -> None:
    """Read the words and print the lines."""
    language, words = sys.argv[1:]
    found = reached(language, Path(words).read_text(encoding="utf-8").split())
    for term, forms in sorted(found.items()):
        print(f"{term}: {' '.join(forms)}")


if __name__ == "__main__":
    main()
