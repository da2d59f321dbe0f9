"""How long people wait while many use a site at once: `python -m benches.load INDEX`; `make load` runs it.

Each user thinks for a while (in the mean `--think` seconds), then does one of what people do: open the start page,
match an issue in English, French or Spanish and read the results, look for keywords, open a recommendation or a State,
list States to approach. With `--switch`, a new snapshot of the index is put into use half-way, and the times of the 30
seconds after it stand in a row of their own. The site is this program's, on 127.0.0.1, over links to the index.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import quantiles
from threading import Event, Lock, Thread
from urllib.parse import urlencode

from models.index_folder.folder import CURRENT, MANIFEST, current_snapshot
from search import open_index
from search.answer.bulk import records_one_by_one

PORT = 8766
COMMAND = "from web.command_line import main; main()"
PATIENCE = 60.0
"""Seconds after which an answer is given up."""
MOST_USERS, MOST_SECONDS = 200, 7_200
AFTER_SWITCH = 30.0
"""Seconds in which an answer counts as one after the switch."""
ISSUES = (
    "Girls of thirteen are married off by their families and never come back to school",
    "Les détenus sont battus par les gardiens et personne ne les entend",
    "Los periodistas reciben amenazas y nadie las investiga",
    "Workers on plantations have their passports taken away",
    "Old people are left alone without a pension",
    "Villagers were moved from their land for a mine",
)
KEYWORDS = ("torture", "child marriage", '"death penalty"', "prison*", "journalists OR media", "OP-CAT")
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@dataclass
class Times:
    """What was asked, how long each answer took, and what was no answer."""

    of_kind: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    """Kind → (when it was asked, seconds)."""
    failures: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def note(self, kind: str, asked: float, status: int | None) -> None:
        """Keep the time of an answer, or that there was none."""
        seconds = time.monotonic() - asked
        with self._lock:
            if status == 200:
                self.of_kind.setdefault(kind, []).append((asked, seconds))
            else:
                self.failures[f"{kind}: {status or 'no answer'}"] += 1

    def all(self, begin: float = 0.0, end: float = float("inf")) -> list[float]:
        """The seconds of all answers that were asked for between two moments."""
        return [seconds for times in self.of_kind.values() for asked, seconds in times if begin <= asked < end]


@dataclass(frozen=True)
class Asker:
    """Somebody with a browser."""

    port: int
    records: Sequence[str]
    states: Sequence[str]
    chance: random.Random

    def ask(self, method: str, path: str, form: Mapping[str, str] | None = None) -> int | None:
        """The status of an answer that is read whole; that to which a form leads. None where there is none."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, urlencode(form) if form else None, FORM if form else {})
            answer = connection.getresponse()
            answer.read()
            if answer.status == 303:
                return self.ask("GET", answer.headers["Location"])
            return answer.status
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def do_something(self, times: Times) -> None:
        """One of what people do, by its share."""
        kinds: dict[str, tuple[int, Callable[[], int | None]]] = {
            "start page": (10, lambda: self.ask("GET", "/")),
            "issue": (25, lambda: self.ask("POST", "/match", self._issue())),
            "keywords": (15, lambda: self.ask("POST", "/find", {"text": self.chance.choice(KEYWORDS)})),
            "recommendation": (30, lambda: self.ask("GET", f"/recommendation/{self.chance.choice(self.records)}")),
            "State": (15, lambda: self.ask("GET", f"/state/{self.chance.choice(self.states)}")),
            "States to approach": (5, self._approach),
        }
        (kind,) = self.chance.choices(list(kinds), [share for share, _ in kinds.values()])
        asked = time.monotonic()
        times.note(kind, asked, kinds[kind][1]())

    def _issue(self) -> dict[str, str]:
        return {"text": self.chance.choice(ISSUES), "own_state": self._state()}

    def _approach(self) -> int | None:
        return self.ask("POST", "/match", {**self._issue(), "state": self._state(), "to": "approach"})

    def _state(self) -> str:
        return self.chance.choice(self.states)


@contextmanager
def linked_copy(index: Path) -> Iterator[Path]:
    """An index folder with the files of another one's snapshot, which a test may switch."""
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        snapshot = current_snapshot(index)
        shutil.copytree(snapshot, Path(folder) / snapshot.name, copy_function=_link)
        (Path(folder) / CURRENT).write_text(snapshot.name, encoding="utf-8")
        yield Path(folder)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copyfile(source, target)
    return target


def switch(folder: Path) -> None:
    """Put a new snapshot with the same content into use, as `upr index` does at its end."""
    old = current_snapshot(folder)
    new = folder / f"{old.name[:-6]}{'0' * 6}"
    shutil.copytree(old, new, copy_function=_link)
    manifest = json.loads((old / MANIFEST).read_text(encoding="utf-8"))
    (new / MANIFEST).unlink()  # it is one file with the old one
    (new / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "CURRENT.new").write_text(new.name, encoding="utf-8")
    (folder / "CURRENT.new").replace(folder / CURRENT)


@contextmanager
def served(folder: Path, processes: int, port: int = PORT) -> Iterator[int]:
    """A site over an index; the number of its first process."""
    command = [sys.executable, "-c", COMMAND, "serve", "--index", str(folder), "--port", str(port)]
    with subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.DEVNULL) as site:
        try:
            asker = Asker(port, (), (), random.Random(0))  # noqa: S311 - no secret
            while asker.ask("GET", "/readyz") != 200:
                if site.poll() is not None:
                    raise SystemExit("The site did not start.")
                time.sleep(0.2)
            yield site.pid
        finally:
            site.terminate()


def memory_of(first: int) -> list[tuple[int, int]]:
    """Megabytes that each process of a site has for itself, and its share of what they have together (Linux)."""
    children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
    found = []
    for pid in [str(first), *children]:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
        sizes = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in lines}
        found.append((sizes["Private_Clean"] + sizes["Private_Dirty"], sizes["Pss"]))
    return found


def processor_of(first: int) -> float:
    """Seconds of the processor that all processes of a site have used (Linux)."""
    children = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
    used = 0
    for pid in [str(first), *children]:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def people(index: Path, users: int, port: int = PORT) -> list[Asker]:
    """So many people, who open what the index holds; each run asks the same."""
    states = recommendations_by_state(index)
    records = [each for of_state in states.values() for each in of_state]
    return [Asker(port, records, list(states), random.Random(number)) for number in range(users)]  # noqa: S311


def recommendations_by_state(index: Path) -> dict[str, list[str]]:
    """The ids of the recommendations that an index holds, by the State that received them."""
    found: dict[str, list[str]] = {}
    for record in records_one_by_one(open_index(index).snapshot):
        if record["kind"] == "recommendation":
            found.setdefault(str(record["state_under_review"]), []).append(str(record["id"]))
    return found


def row(name: str, seconds: Sequence[float]) -> str:
    """A line of the table, in milliseconds."""
    if len(seconds) < 2:
        return f"| {name} | {len(seconds)} | - |"
    cuts = quantiles(seconds, n=100, method="inclusive")
    shown = " / ".join(f"{1000 * value:.0f}" for value in (cuts[49], cuts[94], cuts[98], max(seconds)))
    return f"| {name} | {len(seconds)} | {shown} |"


def main() -> None:
    """Serve the index, let people use it, and print how long they waited."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--think", type=float, default=15.0)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--switch", action="store_true", help="Put a new snapshot into use half-way.")
    given = parser.parse_args()
    if given.users > MOST_USERS or given.seconds > MOST_SECONDS:
        parser.error(f"At most {MOST_USERS} users and {MOST_SECONDS} seconds.")
    times, ended = Times(), Event()

    def use(asker: Asker) -> None:
        while not ended.wait(asker.chance.expovariate(1 / given.think) if given.think else 0):
            asker.do_something(times)

    with linked_copy(given.index) as folder, served(folder, given.processes) as site:
        asking = [Thread(target=use, args=(asker,)) for asker in people(given.index, given.users)]
        began, used = time.monotonic(), processor_of(site) if sys.platform == "linux" else 0.0
        for thread in asking:
            thread.start()
        time.sleep(given.seconds / 2)
        half = time.monotonic()
        if given.switch:
            switch(folder)
        time.sleep(given.seconds / 2)
        ended.set()
        for thread in asking:
            thread.join()
        lasted = time.monotonic() - began
        held = memory_of(site) if sys.platform == "linux" else []
        used = processor_of(site) - used if held else 0.0
    print(
        f"{given.users} users, {given.think:g} s to think, {lasted:.0f} s, load of the machine {os.getloadavg()[1]:.1f}"
    )
    print("| asked for | answers | median / 95 % / 99 % / longest, ms |\n|---|---:|---:|")
    print(row("everything", times.all()))
    for kind, found in sorted(times.of_kind.items()):
        print(row(kind, [seconds for _, seconds in found]))
    if given.switch:
        print(row("before the switch", times.all(end=half)))
        print(row(f"{AFTER_SWITCH:.0f} s after it", times.all(half, half + AFTER_SWITCH)))
    print(f"failures: {dict(times.failures) or 'none'}")
    answers = max(1, len(times.all()))
    print(f"processor: {used:.1f} s, {1000 * used / answers:.0f} ms an answer")
    print("MB of each process's own, share of all: " + ", ".join(f"{own}, {share}" for own, share in held))


if __name__ == "__main__":
    main()
