"""Whether abbreviations find what their words find: `make bench-abbreviations`.

    python -m benches.abbreviations INDEX [--write]

INDEX is an index folder. For each English term of models/abbreviations.csv its first abbreviation and its first
expansion are looked for, as keywords and as issues. Printed are the overlap of what both find, as keywords of all
entries (shared by all found by either), as issues of the first FIRST entries (shared by FIRST); how many of these
hold a name of the term, or of as many as there are; and which terms no text of the index holds. --write puts the
summary into docs/abbreviations.md.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benches.retrieval import write_table
from models.abbreviations import RELATED, Term, terms
from models.lexical_schema import ENGLISH
from search.entry_fields import Mask
from search.evaluate_query import QueryEvaluation
from search.match_issue import match_issue
from search.parse_query import parse_query
from search.query_tree import AllOf
from search.snapshot import Snapshot, open_snapshot

PAGE = Path(__file__).resolve().parent.parent / "docs" / "abbreviations.md"
TABLE_START = "<!-- table of make bench-abbreviations -->\n"
FIRST = 50
WANTED = 0.9

Entries = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a term finds."""

    term: Term
    found: int
    """Entries found as keywords under any of its names."""
    in_find: float
    in_match: float
    naming: tuple[float, float]
    """Of the first entries for the abbreviation and for the expansion as issues, the share that holds a name of it."""
    is_first: bool
    """Whether it is the first of the terms with its abbreviation, for which the abbreviation stands in an issue."""


def overlaps(snapshot: Snapshot) -> list[Overlap]:
    """Of each English term."""
    english = [term for term in terms() if term.language == ENGLISH]
    first_with = {term.abbreviations[0]: term for term in reversed(english)}
    return [_overlap(snapshot, term, first_with[term.abbreviations[0]] is term) for term in english]


def _overlap(snapshot: Snapshot, term: Term, is_first: bool) -> Overlap:
    abbreviation, expansion = term.abbreviations[0], term.expansions[0]
    short, full = _found(snapshot, abbreviation), _found(snapshot, expansion)
    near_short, near_full = _nearest(snapshot, abbreviation), _nearest(snapshot, expansion)
    held = short | full
    most = max(1, min(FIRST, int(held.sum())))
    return Overlap(
        term,
        int(held.sum()),
        int((short & full).sum()) / max(1, int(held.sum())),
        len(np.intersect1d(near_short, near_full)) / FIRST,
        (float(held[near_short[:most]].mean()), float(held[near_full[:most]].mean())),
        is_first,
    )


def _found(snapshot: Snapshot, query: str) -> Mask:
    tree = parse_query(query) or AllOf(())  # no name of the table is nothing but stop words
    return QueryEvaluation(snapshot).entries(tree) & snapshot.catalogue.recommendations


def _nearest(snapshot: Snapshot, issue: str) -> Entries:
    catalogue = snapshot.catalogue
    relevance = match_issue(snapshot, issue, ENGLISH).scores[catalogue.rows]
    order = np.lexsort((catalogue.tie_order, -np.where(catalogue.recommendations, relevance, -np.inf)))
    return np.asarray(order[:FIRST], dtype=np.intp)


def summary(found: Sequence[Overlap]) -> list[str]:
    """The lines of a Markdown table, and what it leaves out."""
    held = [each for each in found if each.found]
    groups = {
        "abbreviations": [each for each in held if each.term.kind != RELATED and each.is_first],
        "second meanings of an abbreviation": [each for each in held if not each.is_first],
        "synonyms": [each for each in held if each.term.kind == RELATED],
    }
    lines = [
        f"| terms | number | keywords: mean overlap | at least {WANTED} | issues: mean overlap of the first {FIRST} "
        f"| at least {WANTED} | on the term, by the abbreviation | by its words |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *(_line(name, group) for name, group in groups.items()),
    ]
    below = [each.term.abbreviations[0] for each in held if min(each.in_find, each.in_match) < WANTED]
    missing = [each.term.abbreviations[0] for each in found if not each.found]
    return [
        *lines,
        "",
        f"Below {WANTED} in either: {', '.join(below) or 'none'}.",
        "",
        f"No recommendation of this index holds a name of {len(missing)} terms: {', '.join(missing) or 'none'}.",
    ]


def _line(name: str, group: Sequence[Overlap]) -> str:
    find, match = np.array([each.in_find for each in group]), np.array([each.in_match for each in group])
    short, full = np.array([each.naming for each in group]).mean(axis=0)
    cells = [f"{find.mean():.2f}", f"{(find >= WANTED).sum()}", f"{match.mean():.2f}", f"{(match >= WANTED).sum()}"]
    return f"| {name} | {len(group)} | {' | '.join([*cells, f'{short:.2f}', f'{full:.2f}'])} |"


def main() -> None:
    """Read the command line, print each term and the summary, and write it if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--write", action="store_true", help="write the summary into docs/abbreviations.md")
    arguments = parser.parse_args()
    found = overlaps(open_snapshot(arguments.index, None))
    for each in found:
        name = f"{each.term.abbreviations[0]} = {each.term.expansions[0]}"
        print(f"{name[:60]:60} {each.found:6} find {each.in_find:.2f} match {each.in_match:.2f}")
    lines = summary(found)
    print("\n".join(lines))
    if arguments.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
