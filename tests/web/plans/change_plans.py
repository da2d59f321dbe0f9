"""A process that changes plans in a file, for tests that watch the disk or kill it.

python -m tests.web.plans.change_plans FILE lifetimes    makes, changes and deletes plans, and says what it kept
python -m tests.web.plans.change_plans FILE save KEY     changes one plan until it is killed, and says each version
"""

import random
import sqlite3
import sys
import time
from dataclasses import replace
from pathlib import Path

from models.errors import PlanChanged
from models.plans.plan import Plan, PlanItem
from web.plans.plan_store import PlanStore

ITEM = PlanItem(id="AVA-3-101.4-1", kind="recommendation", state="AVA", citation="", quoted="")
LIFETIMES = 5
CHANGES = 4


def plan(seed: int) -> Plan:
    """A plan of some kilobytes that cannot be packed smaller."""
    notes = random.Random(seed).randbytes(2_000).hex()  # noqa: S311 - no secret
    items = tuple(replace(ITEM, id=f"AVA-3-{number}-1", notes=f"{number}{notes}") for number in range(3))
    return Plan(title=str(seed), state="AVA", items=items)


def lifetimes(file: Path) -> None:
    """Plans side by side, each changed and at last deleted; prints every ciphertext that the file held."""
    store = PlanStore(file)
    kept: set[bytes] = set()
    keys = [store.create(plan(number)) for number in range(LIFETIMES)]
    for change in range(1, CHANGES):
        for number, key in enumerate(keys):
            store.save(key, plan(1_000 * change + number), change)
        kept |= ciphertexts(file)
    for key in keys:
        store.delete(key)
    print(*(each.decode() for each in sorted(kept)), sep="\n")


def ciphertexts(file: Path) -> set[bytes]:
    """What the file holds now."""
    with sqlite3.connect(file) as database:
        return {text for (text,) in database.execute("SELECT ciphertext FROM plan_version")}


def save(file: Path, key: str) -> None:
    """Change a plan for ever; each version that is kept is said after it counts."""
    store = PlanStore(file)
    while True:
        kept = store.get(key)
        try:
            version = store.save(key, plan(kept.version), kept.version)
        except PlanChanged:
            continue
        print(version, flush=True)
        time.sleep(0.005)  # SQLite gives nobody a turn: without a pause, one of two may wait until it gives up


if __name__ == "__main__":
    if sys.argv[2] == "lifetimes":
        lifetimes(Path(sys.argv[1]))
    else:
        save(Path(sys.argv[1]), sys.argv[3])
