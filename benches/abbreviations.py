"""Whether abbreviations find what their words find: `make bench-abbreviations`.

    python -m benches.abbreviations INDEX [--write]

INDEX is an index folder. Of each English term of models/vocabularies/abbreviations.csv the first abbreviation and the
first expansion, and of each treaty its abbreviation and its title, are looked for, as keywords and as issues. Printed
are the overlap of what both find, as keywords of all entries (shared by all found by either), as issues of the first
FIRST entries (shared by FIRST); how many of these hold a name of it, or of as many as there are; and what no text of
the index names. --write puts the summary into docs/abbreviations.md.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from whoosh.query import Every

from benches.retrieval import write_table
from models.texts.words import ENGLISH
from models.vocabularies.abbreviations import RELATED, terms
from models.vocabularies.instruments import instruments, printed_names
from search.catalogue.entries import Mask
from search.match.stages import match_issue
from search.query.parse import parse_query
from search.retrieve.evaluate_query import QueryEvaluation
from search.snapshot.snapshot import Snapshot, open_snapshot

PAGE = Path(__file__).resolve().parent.parent / "docs" / "abbreviations.md"
TABLE_START = "<!-- table of make bench-abbreviations -->\n"
FIRST = 50
WANTED = 0.9

SECOND = "second meanings of an abbreviation"
SYNONYMS = "synonyms"


@dataclass(frozen=True, slots=True)
class Names:
    """Two names of one thing."""

    short: str
    full: str
    group: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two names find."""

    names: Names
    found: int
    """Entries found as keywords under any name."""
    in_find: float
    in_match: float
    naming: tuple[float, float]
    """Of the first entries for the short and for the full name as issues, the share that holds a name of it."""


def english_names() -> Iterator[Names]:
    """Of each English term and of each treaty that has an abbreviation."""
    known: set[str] = set()
    for term in terms():
        short = term.abbreviations[0]
        if term.language == ENGLISH:
            group = SECOND if short in known else SYNONYMS if term.kind == RELATED else "abbreviations"
            yield Names(short, term.expansions[0], group)
            known.add(short)
    for instrument in instruments().values():
        abbreviations = [name for name in printed_names(instrument.code) if " " not in name]
        if abbreviations:
            yield Names(abbreviations[0], instrument.title, "treaties")


def overlap(snapshot: Snapshot, names: Names) -> Overlap:
    """How much two names find in common."""
    short, full = _found(snapshot, names.short), _found(snapshot, names.full)
    near_short, near_full = _nearest(snapshot, names.short), _nearest(snapshot, names.full)
    held = short | full
    most = max(1, min(FIRST, int(held.sum())))
    return Overlap(
        names,
        int(held.sum()),
        int((short & full).sum()) / max(1, int(held.sum())),
        len(np.intersect1d(near_short, near_full)) / FIRST,
        (float(held[near_short[:most]].mean()), float(held[near_full[:most]].mean())),
    )


def _found(snapshot: Snapshot, query: str) -> Mask:
    tree = parse_query(query) or Every()  # no name of the tables is nothing but stop words
    return QueryEvaluation(snapshot).entries(tree) & snapshot.catalogue.recommendations


def _nearest(snapshot: Snapshot, issue: str) -> NDArray[np.intp]:
    catalogue = snapshot.catalogue
    scores = match_issue(snapshot, issue, ENGLISH).scores[catalogue.rows]
    order = np.lexsort((catalogue.tie_order, -np.where(catalogue.recommendations, scores, -np.inf)))
    return np.asarray(order[:FIRST], dtype=np.intp)


def summary(found: Sequence[Overlap]) -> list[str]:
    """The lines of a Markdown table, and what it leaves out."""
    held = [each for each in found if each.found]
    groups = dict.fromkeys(each.names.group for each in held)
    return [
        f"| names | number | keywords: mean overlap | at least {WANTED} | issues: mean overlap of the first {FIRST} "
        f"| at least {WANTED} | on it, by the short name | by the full name |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
        *(_line(group, [each for each in held if each.names.group == group]) for group in groups),
        "",
        f"Of {len(found) - len(held)} more no recommendation of this index holds a name.",
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
    snapshot = open_snapshot(arguments.index, None)
    found = [overlap(snapshot, names) for names in english_names()]
    for each in found:
        name = f"{each.names.short} = {each.names.full}"
        print(f"{name[:60]:60} {each.found:6} find {each.in_find:.2f} match {each.in_match:.2f}")
    lines = summary(found)
    print("\n".join(lines))
    if arguments.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
