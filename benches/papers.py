"""Time each paper over a plan of many items.

`python -m benches.papers INDEX REVIEW...` makes a plan of the recommendations of these reviews ("SVN-20 SVN-34"), with
every column filled in, and prints the processor time that each paper takes in each kind of file.
"""

import argparse
import time
from pathlib import Path

from models.plans.plan import Evidence, Plan, PlanItem, Status
from models.records.records import Recommendation
from search import Filters, Listing, SearchIndex, open_index
from web.papers.kinds import PAPERS, PaperKind
from web.papers.papers import ZIP, make_paper, write_paper, write_papers_of_states

ITEMS = 300
WORDS = "What will be different for those concerned when it is carried out."


def plan_of(index: SearchIndex, reviews: list[str]) -> Plan:
    """The first recommendations of some reviews of one State, each with something in every column."""
    state = reviews[0].split("-")[0]
    sessions = tuple(int(review.split("-")[1]) for review in reviews)
    found = index.browse(
        Listing(filters=Filters(under_review=(state,), session=sessions), limit=ITEMS, grouped=False, sort="paragraph")
    )
    records = [hit.record for hit in found.hits if isinstance(hit.record, Recommendation)]
    return Plan(title="", state=state, items=tuple(map(_item, records)))


def _item(record: Recommendation) -> PlanItem:
    return PlanItem(
        id=record.id,
        kind="recommendation",
        state=record.state_under_review,
        citation=record.place.symbol,
        quoted=record.quoted,
        expected_result=WORDS * 2,
        request=WORDS,
        actors=WORDS,
        timetable="2030",
        partners=WORDS,
        status=Status.SOME_STEPS,
        evidence=(Evidence(WORDS, "2029", "A report"),),
        next_step=WORDS,
        notes=WORDS,
    )


def _written(kind: PaperKind, plan: Plan, index: SearchIndex, extension: str) -> bytes:
    if extension == ZIP:
        return write_papers_of_states(kind.name, plan, index, {})
    return write_paper(make_paper(kind.name, plan, index, {}), extension, kind)


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("reviews", nargs="+")
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    plan = plan_of(index, arguments.reviews)
    _written(PAPERS["matrix"], plan, index, "csv")  # the first one opens what the others find open
    print(f"{len(plan.items)} items")
    for name, kind in PAPERS.items():
        for extension in kind.extensions:
            start = time.process_time()
            content = _written(kind, plan, index, extension)
            print(f"{name}.{extension}\t{time.process_time() - start:.2f} s\t{len(content):,} bytes")


if __name__ == "__main__":
    main()
