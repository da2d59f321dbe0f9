"""Which authorities an item of a plan offers to choose for recommendations drawn at random, and how often one is right.

`python -m benches.authorities INDEX > suggested.tsv` draws 60 recommendations with a fixed seed and prints whom the
first of those offered are. What people judged of them stands in benches/authorities_judged.tsv: 1 where the
authority has to act on the recommendation, usually, in most States.
`python -m benches.authorities INDEX --judged benches/authorities_judged.tsv` counts, over the items judged, for what is
drawn depends on all that an index holds. The words that name the work of an authority were chosen on those that
`--seed 1` draws, and on no others.
"""

import argparse
import csv
import random
import sys
from pathlib import Path

from models.partners.actors import actors_to_choose
from models.plans.suggestions import suggested_action_types
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Recommendation
from search import Listing, SearchIndex, open_index

ITEMS = 60
COUNTED_ON = 2


def drawn(index: SearchIndex, seed: int) -> list[Recommendation]:
    """Recommendations in English out of a whole index."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    total = index.browse(Listing(limit=1)).total
    found: dict[str, Recommendation] = {}
    while len(found) < ITEMS:
        for hit in index.browse(Listing(limit=1, offset=chance.randrange(total), grouped=False, sort="paragraph")).hits:
            if isinstance(hit.record, Recommendation) and hit.record.language == "en":
                found[hit.record.id] = hit.record
    return list(found.values())


def suggested(record: Recommendation) -> str:
    """The two that a plan in English offers; "" where it offers none."""
    issues = [label.label for label in record.labels if label.scheme == ISSUE_SCHEME]
    return "; ".join(map(str, actors_to_choose(record.text, issues, suggested_action_types(record.text))))


def main() -> None:
    """Print what is suggested, or count what was judged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--seed", type=int, default=COUNTED_ON)
    parser.add_argument("--judged", type=Path)
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    if arguments.judged is None:
        writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        writer.writerow(("item", "suggested", "text"))
        writer.writerows((record.id, suggested(record), record.text) for record in drawn(index, arguments.seed))
        return
    with arguments.judged.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    records = [entry.record for entry in index.chosen([row["item"] for row in rows])]
    same = [
        row["right"] == "1"
        for row, record in zip(rows, records, strict=True)
        if isinstance(record, Recommendation) and suggested(record) == row["suggested"]
    ]
    print(f"{len(rows)} items judged, {len(same)} with the same suggestion today, {sum(same)} of these right")


if __name__ == "__main__":
    main()
