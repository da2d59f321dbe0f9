"""Which model wordings papers offer for items drawn at random, and how many of those judged are on the item.

`python -m benches.model_wordings INDEX > offers.tsv` draws six recommendations of each of ten issues with a fixed seed
and prints the wording offered for each, "" where none is. What people judged of them stands in
benches/model_wordings_judged.tsv: 1 where the offer asks for the very thing, 0 where it does not.
`python -m benches.model_wordings INDEX --judged benches/model_wordings_judged.tsv` counts, over the items
judged, for what is drawn depends on all that an index holds.
"""

import argparse
import csv
import random
import sys
from pathlib import Path

from models.records.records import Recommendation
from search import Filters, Listing, SearchIndex, open_index
from search.lobbying.wording import model_wordings
from web.papers.facts import SUPPORTED

ISSUES = (
    "Death penalty",
    "Torture and other CID treatment",
    "Women's rights",
    "Rights of the Child",
    "Minorities",
    "Freedom of opinion and expression",
    "Right to health",
    "Indigenous peoples",
    "Migrants",
    "Justice",
)
OF_EACH = 6


def drawn(index: SearchIndex, seed: int) -> list[Recommendation]:
    """Six recommendations of each issue, no text twice."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    records: dict[str, Recommendation] = {}
    for issue in ISSUES:
        found = index.browse(Listing(filters=Filters(label=(issue,)), limit=4_000, grouped=False)).hits
        of_issue = [hit.record for hit in found if isinstance(hit.record, Recommendation)]
        of_issue.sort(key=lambda record: record.id)
        chance.shuffle(of_issue)
        unlike = {record.text: record for record in of_issue if record.text not in records}
        records |= dict(list(unlike.items())[:OF_EACH])
    return list(records.values())


def offered(index: SearchIndex, record: Recommendation) -> Recommendation | None:
    """The first wording that the sheet for who makes a paper offers for it."""
    return next(iter(model_wordings(index.snapshot, record, SUPPORTED)), None)


def main() -> None:
    """Print the offers, or count those judged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument(
        "--seed", type=int, default=36, help="34, 35: those that the numbers were chosen on; 36, 38: those judged"
    )
    parser.add_argument("--judged", type=Path)
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    if arguments.judged is None:
        writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        writer.writerow(("item", "offer", "item_text", "offer_text"))
        for record in drawn(index, arguments.seed):
            offer = offered(index, record)
            writer.writerow((record.id, offer.id if offer else "", record.text, offer.text if offer else ""))
        return
    with arguments.judged.open(encoding="utf-8") as file:
        judged = {(row["item"], row["offer"]): row["on_item"] == "1" for row in csv.DictReader(file, delimiter="\t")}
    items = list(dict.fromkeys(item for item, _ in judged))
    records = [entry.record for entry in index.chosen(items) if isinstance(entry.record, Recommendation)]
    offers = [(record.id, offer.id) for record in records if (offer := offered(index, record))]
    known = [judged[pair] for pair in offers if pair in judged]
    print(f"{len(items)} items, {len(offers)} with an offer, {len(known)} of these judged, {sum(known)} on the item")


if __name__ == "__main__":
    main()
