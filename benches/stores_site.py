"""Count the issues a second that the site answers over a folder, a database, and a database with replicas.

    python -m benches.stores_site FOLDER postgresql://… [--copies postgresql://… …] [--seconds 15]

All hold the same index; four clients ask without a pause. `--copies` are the servers that are read, one after the
other: the first may be among them. Questions are never printed.
"""

import argparse
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from benches import speed_questions
from search.snapshot.snapshot import open_snapshot

PROCESSES = (1, 2, 4)
CLIENTS, ISSUES = 4, 240
PATIENCE = 120.0
"""Seconds in which the site must answer its first issue."""
SETTLING = 6.0
"""Seconds after that, in which the other processes come up."""


def issues_of(folder: Path) -> list[str]:
    """Issues of the length that people write, made of texts of the index."""
    rows = open_snapshot(folder, None).connection.rows(speed_questions.TEXTS)
    return speed_questions.issues([str(text) for (text,) in rows], random.Random(5), ISSUES)  # noqa: S311


@contextmanager
def served(index: str, processes: int, copies: Sequence[str]) -> Iterator[str]:
    """The address of a site over an index, while it runs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from web.command_line import main; main()", "serve", "--index", index]
    settings = {
        "UPR_PLANS": "off",
        **({"UPR_DATABASE_URL": index, "UPR_READ_URLS": ",".join(copies)} if copies else {}),
    }
    site = subprocess.Popen(
        [*command, "--port", str(port), "--processes", str(processes)],
        env={**os.environ, **settings},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/match"
    finally:
        site.terminate()
        site.wait()


def ask(address: str, issue: str) -> None:
    """Put an issue to the site and take the whole page."""
    with urlopen(address, urlencode({"text": issue}).encode(), timeout=PATIENCE) as page:  # noqa: S310 - our own site
        page.read()


def answered_per_second(address: str, issues: Sequence[str], seconds: float) -> float:
    """How many issues a second are answered once the site is up."""
    started = time.monotonic()
    while True:
        try:
            ask(address, issues[0])
            break
        except URLError:
            if time.monotonic() - started > PATIENCE:
                raise
            time.sleep(0.2)
    time.sleep(SETTLING)
    end = time.monotonic() + seconds

    def client(number: int) -> int:
        answered = 0
        for issue in islice(cycle(issues), number, None, CLIENTS):
            if time.monotonic() >= end:
                break
            ask(address, issue)
            answered += 1
        return answered

    with ThreadPoolExecutor(CLIENTS) as clients:
        return sum(clients.map(client, range(CLIENTS))) / seconds


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("database")
    parser.add_argument("--copies", nargs="+", default=[])
    parser.add_argument("--seconds", type=float, default=15)
    given = parser.parse_args()
    issues = issues_of(given.folder)
    sites: list[tuple[str, str, list[str]]] = [("folder", str(given.folder), []), ("database", given.database, [])]
    sites += [("database with copies", given.database, given.copies)] if given.copies else []
    print("| processes of the site | over | issues a second |\n|---:|---|---:|")
    for processes in PROCESSES:
        for name, index, copies in sites:
            with served(index, processes, copies) as address:
                print(
                    f"| {processes} | {name} | {answered_per_second(address, issues, given.seconds):.1f} |", flush=True
                )


if __name__ == "__main__":
    main()
