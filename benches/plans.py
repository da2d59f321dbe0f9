"""Time the pages of a plan of many items, all columns filled in.

`python -m benches.plans INDEX REVIEW...` keeps a plan of the recommendations of these reviews ("SVN-20 SVN-34") in a
temporary folder, asks for its pages and files, and prints the median of several times in seconds.
"""

import argparse
import re
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from flask.testing import FlaskClient

from benches.papers import WORDS, plan_of
from models.plans.plan import Evidence, Plan, Status
from search import SearchIndex, open_index
from web.application import create_app
from web.plans import new_items
from web.plans.plan_store import PlanStore
from web.site.settings import Settings

REPEATS = 7


def made(index: SearchIndex, reviews: list[str]) -> Plan:
    """A plan as the site makes it, then filled in."""
    example = plan_of(index, reviews)
    start = time.perf_counter()
    ids = [item.id for item in example.items]
    plan = new_items.plan_of("Plan", example.state, ids, index)
    print(f"{len(plan.items)} items made: {time.perf_counter() - start:.2f}")
    evidence = (Evidence(WORDS, "2029", "A report"),)
    filled_in: dict[str, Any] = {"expected_result": WORDS * 2, "partners": WORDS, "next_step": WORDS, "notes": WORDS}
    items = (replace(item, status=Status.SOME_STEPS, evidence=evidence, **filled_in) for item in plan.items)
    return replace(plan, items=tuple(items))


def seconds(client: FlaskClient, path: str) -> float:
    """The median time of an answer."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        assert client.get(path).status_code == 200, path  # noqa: S101
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("reviews", nargs="+")
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plans.sqlite"
        plan = f"/plan/{PlanStore(file).create(made(index, arguments.reviews))}"
        client = create_app(Settings(plans=str(file)), index).test_client()
        item = re.search(rf"{plan}/item/\w+", client.get(plan).get_data(as_text=True))
        pages = {"open": plan, "workbook": f"{plan}/plan.xlsx", "JSON": f"{plan}/plan.json", "news": f"{plan}/news"}
        for name, path in {**pages, "item": item[0] if item else plan}.items():
            print(f"{name}: {seconds(client, path):.2f}")


if __name__ == "__main__":
    main()
