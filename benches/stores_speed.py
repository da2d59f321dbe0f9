"""Measure a folder and a database with the same index side by side: copying, room, times, questions a second.

    python -m benches.stores_speed INDEX postgresql://… [--questions 60] [--seconds 20]

The database is on this machine and its role may see sizes; INDEX is copied into it first, unless it is there already.
Both answer each question one after the other and take turns in beginning, so that what else the machine does slows them
alike. Processor time, that of the server's processes included, says more than the clock on a machine that does much
else. Whether the answers agree, benches.stores says. Questions are never printed.
"""

import argparse
import multiprocessing
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, zip_longest
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benches import speed_questions
from indexer.database.copy_to_database import copy_to_database
from indexer.progress import Advance
from models.index_database.address import DatabaseAddress, index_place
from models.index_database.connection import connected
from models.index_database.snapshots import snapshot_in_use
from models.index_folder.folder import current_snapshot
from search import IssueQuestion, SearchIndex, open_index
from search.datamodel.lobbying import LobbyingQuestion
from search.snapshot.snapshot import open_snapshot
from search.store.index_at import index_at

STORES = ("folder", "database")
PROCESSES = (1, 2, 4)
IN_FRENCH = "Les enfants des villages éloignés ne vont pas à l'école."
"""Asked first: the encoder for other languages is loaded with the first issue in one."""
PATIENCE = 300.0
"""Seconds for which processes wait for each other."""
SHOWN = 0.01
"""Of the whole, that a table must take up for a line of its own."""
_IS_THERE = "SELECT 1 FROM pg_tables WHERE schemaname = 'upr' AND tablename = 'snapshot'"
_NAMES = "SELECT name FROM upr.snapshot WHERE in_use"
_SIZES = """
    SELECT relname, pg_total_relation_size(oid) FROM pg_class
    WHERE relnamespace = ?::regnamespace AND relkind = 'r' ORDER BY 2 DESC
"""
Ask = Callable[[SearchIndex], object]


@dataclass(frozen=True, slots=True)
class Spent:
    """What one question took, in milliseconds."""

    clock: float
    asking: float
    """Of the processor, in the process that asks."""
    serving: float
    """Of the processor, in all processes of the database server."""


class Server:
    """The processes of a database server on this machine."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Find them by one that serves us."""
        with connected(address) as connection:
            (backend,) = connection.execute("SELECT pg_backend_pid()").fetchone() or (0,)
            self._first = psutil.Process(int(str(backend))).parent() or psutil.Process(int(str(backend)))

    def processor(self) -> float:
        """Seconds that they have used, those that have ended included."""
        used = self._first.cpu_times()
        seconds = used.user + used.system + used.children_user + used.children_system
        for process in self._first.children():
            try:
                seconds += sum(process.cpu_times()[:2])
            except psutil.NoSuchProcess:
                continue
        return float(seconds)


def copying(folder: Path, address: DatabaseAddress) -> Iterator[str]:
    """Copy the index into the database, and say how long each part took."""
    with connected(address) as connection:
        there = connection.execute(_IS_THERE).fetchone() and connection.execute(_NAMES).fetchone()
    if there == (current_snapshot(folder).name,):
        yield "The index is in the database already: copying was not measured."
        return
    server, steps = Server(address), dict[str, list[float]]()
    used, processor = time.process_time(), server.processor()

    @contextmanager
    def progress(what: str, _steps: int) -> Iterator[Advance]:
        steps[what] = [time.monotonic()]
        yield lambda _done: steps[what].append(time.monotonic())

    started = time.monotonic()
    copy_to_database(folder, address, progress)
    yield "| copying | s |"
    yield "|---|---:|"
    for what, moments in steps.items():
        yield f"| {what} | {moments[-1] - moments[0]:.0f} |"
    yield f"| all | {time.monotonic() - started:.0f} |"
    yield f"| processor, copying process | {time.process_time() - used:.0f} |"
    yield f"| processor, server | {server.processor() - processor:.0f} |"


def sizes(folder: Path, address: DatabaseAddress) -> Iterator[str]:
    """Megabytes of the folder's files and of the database's tables with their indexes."""
    files = {file: file.stat().st_size for file in current_snapshot(folder).rglob("*") if file.is_file()}
    with snapshot_in_use(address) as snapshot:
        tables = {str(name): int(size) for name, size in snapshot.rows(_SIZES, [snapshot.schema])}
    yield "| of the folder | MB | of the database | MB |"
    yield "|---|---:|---|---:|"
    top = dict.fromkeys((_top(file, folder) for file in files), 0)
    for file, size in files.items():
        top[_top(file, folder)] += size
    whole = sum(tables.values())
    left = [_megabytes(*part) for part in sorted(top.items(), key=lambda part: -part[1])]
    right = [_megabytes(*table) for table in tables.items() if table[1] >= SHOWN * whole]
    right.append(_megabytes("all other tables", sum(size for size in tables.values() if size < SHOWN * whole)))
    for part, table in zip_longest(left, right, fillvalue=" | "):
        yield f"| {part} | {table} |"
    yield f"| all | {sum(files.values()) / 1e6:.0f} | all | {whole / 1e6:.0f} |"


def _megabytes(name: str, size: int) -> str:
    return f"{name} | {size / 1e6:.0f}"


def _top(file: Path, folder: Path) -> str:
    return file.relative_to(current_snapshot(folder)).parts[0]


class Questions:
    """Questions of each kind, drawn from what the index holds, no two alike."""

    def __init__(self, folder: Path, count: int) -> None:
        """`count` of each kind."""
        snapshot, draw = open_snapshot(index_at(folder), None), random.Random(1)  # noqa: S311
        rows = snapshot.connection.rows
        texts = [str(text) for (text,) in rows(speed_questions.TEXTS)]
        ids = draw.sample([str(id_) for (id_,) in rows("SELECT id FROM recommendation ORDER BY id LIMIT 9000")], count)
        states = [str(draw.choice(snapshot.catalogue.fields["under_review"].values)) for _ in range(count)]
        values = {
            name: snapshot.catalogue.fields[name].values for name in ("cycle", "position", "group", "under_review")
        }
        self.issues = speed_questions.issues(texts, draw, count)
        own = speed_questions.issues(texts, draw, count)
        lobbied = speed_questions.issues(texts, draw, count)
        _, words = next(speed_questions.keyword_questions(texts, draw, values, count))
        self.kinds: dict[str, list[Ask]] = {
            "match": [_asking("match", issue) for issue in self.issues],
            "match for an own State": [_asking("match", *asked) for asked in zip(own, states, strict=True)],
            "find": [_asking("find", asked.ours) for asked in words],
            "similar": [_asking("similar", id_) for id_ in ids],
            "record": [_asking("record", id_) for id_ in ids],
            "lobby": [
                _asking("lobby", LobbyingQuestion(state, issue)) for state, issue in zip(states, lobbied, strict=True)
            ],
        }


def _asking(question: str, *parts: Any) -> Ask:
    return lambda index: getattr(index, question)(*parts)


def times(questions: Questions, indexes: Sequence[SearchIndex], server: Server) -> Iterator[str]:
    """Of each kind of question, by both in turns."""
    yield "| | folder, ms | database, ms | p50 : p50 | processor, folder | database: asking + server | ratio |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind, asks in questions.kinds.items():
        taken: tuple[list[Spent], list[Spent]] = ([], [])
        for place, ask in enumerate(asks):
            for which in (place % 2, (place + 1) % 2):
                taken[which].append(_spent(ask, indexes[which], server))
        folder, database = taken
        middle = [float(np.median([spent.clock for spent in of_store])) for of_store in taken]
        asking = [float(np.mean([spent.asking for spent in of_store])) for of_store in taken]
        serving = float(np.mean([spent.serving for spent in database]))
        yield (
            f"| {kind} | {_spread(folder)} | {_spread(database)} | {middle[1] / middle[0]:.1f} | {asking[0]:.0f} "
            f"| {asking[1]:.0f} + {serving:.0f} | {(asking[1] + serving) / asking[0]:.1f} |"
        )


def _spent(ask: Ask, index: SearchIndex, server: Server) -> Spent:
    serving, asking, clock = server.processor(), time.process_time(), time.perf_counter()
    ask(index)
    clock, asking = time.perf_counter() - clock, time.process_time() - asking
    return Spent(1000 * clock, 1000 * asking, 1000 * (server.processor() - serving))


def _spread(taken: Sequence[Spent]) -> str:
    clock = [spent.clock for spent in taken]
    return f"{np.median(clock):.0f} / {np.quantile(clock, 0.95):.0f}"


@dataclass(frozen=True, slots=True)
class Answered:
    """What one process did in its time."""

    questions: int
    processor: float
    """Seconds of the processor."""
    own: float
    """Megabytes that no other process shares."""


def throughput(questions: Questions, places: Sequence[str], seconds: float, server: Server) -> Iterator[str]:
    """Issues matched a second by one or more processes at once; the database's all ask one server."""
    yield "| processes | store | issues a second | processor an issue, ms | of each process's own, MB |"
    yield "|---:|---|---:|---:|---:|"
    for count in PROCESSES:
        for store, place in zip(STORES, places, strict=True):
            answered, serving = _at_once(count, place, questions.issues, seconds, server)
            total = sum(each.questions for each in answered)
            processor = 1000 * (sum(each.processor for each in answered) + serving) / total
            own = np.mean([each.own for each in answered])
            yield f"| {count} | {store} | {total / seconds:.1f} | {processor:.0f} | {own:.0f} |"


def _at_once(
    count: int, place: str, issues: Sequence[str], seconds: float, server: Server
) -> tuple[list[Answered], float]:
    """What each of `count` processes did, and the processor's seconds that the server used for them."""
    context = multiprocessing.get_context("spawn")
    together, answers = context.Barrier(count + 1), context.Queue()
    for number in range(count):
        given = (place, issues[number::count], seconds, together, answers)
        context.Process(target=_ask_for, args=given, daemon=True).start()
    together.wait(PATIENCE)
    serving = server.processor()
    answered = [answers.get(timeout=PATIENCE) for _ in range(count)]
    return answered, server.processor() - serving


def _ask_for(
    place: str, issues: Sequence[str], seconds: float, together: Barrier, answers: "multiprocessing.Queue[Answered]"
) -> None:
    """Open an index in this process, wait for the others, and match issues for so many seconds."""
    index = open_index(index_place(place))
    index.match(IssueQuestion(IN_FRENCH))
    together.wait(PATIENCE)
    used, end, answered = time.process_time(), time.monotonic() + seconds, 0
    for issue in cycle(issues):
        if time.monotonic() >= end:
            break
        index.match(IssueQuestion(issue))
        answered += 1
    answers.put(Answered(answered, time.process_time() - used, psutil.Process().memory_full_info().uss / 1e6))


def main() -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("database")
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=20)
    given = parser.parse_args()
    address = index_place(given.database)
    if not isinstance(address, DatabaseAddress):
        parser.error("the second must be the address of a database")
    for part in measured(given.index, address, given.questions, given.seconds):
        print(part, flush=True)


def measured(folder: Path, address: DatabaseAddress, count: int, seconds: float) -> Iterator[str]:
    """The lines of all tables."""
    yield from copying(folder, address)
    yield ""
    yield from sizes(folder, address)
    yield ""
    server, questions = Server(address), Questions(folder, count)
    indexes = [open_index(place) for place in (folder, address)]
    for index in indexes:
        index.match(IssueQuestion(IN_FRENCH))
    overview = indexes[0].overview()
    yield f"{overview.recommendations:,} recommendations, {overview.texts:,} distinct texts\n"
    yield from times(questions, indexes, server)
    yield ""
    yield from throughput(questions, (str(folder), address.url), seconds, server)
    one, five, fifteen = os.getloadavg()
    yield f"\nLoad of the machine ({os.cpu_count()} processors) at the end: {one:.1f}, {five:.1f}, {fifteen:.1f}."


if __name__ == "__main__":
    main()
