"""Measure search, pages, serving and indexing at full size, beside SQLite FTS5, tantivy and brute force in numpy.

    python -m benches.speed TABLE [--length 270000] [--encoder NAME] [--write]

TABLE is UPR Info's recommendations.csv. Its texts are recombined (benches/speed_table.py) to indexes of a quarter, a
half and all of the length, which are built once and stay in build/speed with what their building took; the first run
takes the better part of an hour, later ones some minutes. Contenders answer the same question one after the other,
in turns first, so that whatever else the machine does slows them alike. On a machine that does much else,
`--clock processor` counts the processor's time for this process instead of the clock's, with one thread. Questions
are never printed.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from werkzeug.test import TestResponse

from benches import speed_questions
from benches.retrieval import write_table
from benches.speed_rivals import BruteForce, Fts5, Tantivy, sizes
from benches.speed_serving import Served, run_and_watch, serve_and_ask
from benches.speed_table import BUILD
from models.encoders.model_files import LIGHT_MODEL
from models.index_folder.folder import CATALOGUE, LEXICAL, VECTORS, current_snapshot
from search.datamodel.lobbying import LobbyingQuestion
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion
from search.rank.filters_and_facets import entries_within, masks_by_field
from search.search_index import SearchIndex, open_index
from search.snapshot.snapshot import Snapshot, open_snapshot
from web.application import create_app
from web.site.settings import Settings

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
TABLE_START = "<!-- tables of make bench-speed -->\n"
SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "documents"
FIRST_REPORT, REPORT = SAMPLES / "A_HRC_914_2.pdf", SAMPLES / "A_HRC_910_1.pdf"
_IDS = "SELECT id FROM entry WHERE kind = 'recommendation' ORDER BY text_sha256 LIMIT 9000"
QUESTIONS = 120
"""Of each kind, no two alike."""
FILTERED = ("under_review", "recommending", "group", "cycle", "position")
MEMORY_ISSUES = 30
BUILT = ("seconds", "processor_seconds", "megabytes", "megabytes_of_benchmark")
"""What a build took, as its figures name it."""

Milliseconds = NDArray[np.float64]
Contender = Callable[[Any], object]
Clock = Callable[[], float]
CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "processor": time.process_time}


def in_turns(clock: Clock, contenders: Sequence[Contender], questions: Sequence[Any]) -> list[Milliseconds]:
    """The time of each contender for each question; who begins changes with each question."""
    times = np.zeros((len(contenders), len(questions)))
    for place, question in enumerate(questions):
        for step in range(len(contenders)):
            contender = (place + step) % len(contenders)
            started = clock()
            contenders[contender](question)
            times[contender, place] = 1000 * (clock() - started)
    return list(times)


def spread(times: Milliseconds) -> str:
    """Median and 95th percentile of milliseconds, and the most."""
    return f"{np.median(times):.0f} / {np.quantile(times, 0.95):.0f} / {times.max():.0f}"


class Bench:
    """One index and the questions to it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Open the index in `folder`; its rivals' are made beside it."""
        self.in_turns = partial(in_turns, clock)
        self.folder = folder
        self.index: SearchIndex = open_index(folder)
        self.index.prepare()
        self.snapshot: Snapshot = open_snapshot(folder, None)
        fields = self.snapshot.catalogue.fields
        self.values: Mapping[str, Sequence[Any]] = {name: fields[name].values for name in FILTERED}
        self.texts = [text for (text,) in self.snapshot.connection.rows(speed_questions.TEXTS)]
        self.ids = [record_id for (record_id,) in self.snapshot.connection.rows(_IDS)]
        self.states = [str(value) for value in fields["under_review"].values]
        self.draw = random.Random(1)  # noqa: S311

    def match(self) -> Iterator[str]:
        """Issues without and with filters, beside the encoder and one product in numpy."""
        yield "| `match` | ours, ms | encoder + numpy, ms |"
        yield "|---|---:|---:|"
        all_vectors = self.snapshot.vectors[np.arange(len(self.snapshot.vectors))]
        rival = BruteForce(self.snapshot.encoder, all_vectors, self.snapshot.catalogue.rows)
        self.snapshot.encoder.load()
        issues = speed_questions.issues(self.texts, self.draw, 2 * QUESTIONS)
        chosen = speed_questions.filters(self.draw, self.values, QUESTIONS)
        contenders: list[Contender] = [
            lambda asked: self.index.match(IssueQuestion(asked[0], filters=asked[1])),
            lambda asked: rival.match(asked[0], asked[2]),
        ]
        for name, filters in (("without filters", [Filters()] * QUESTIONS), ("with filters", chosen)):
            questions = list(zip(issues, filters, map(self._mask, filters), strict=False))
            ours, others = self.in_turns(contenders, questions)
            yield f"| {name} | {spread(ours)} | {spread(others)} |"
            issues = issues[QUESTIONS:]

    def _mask(self, filters: Filters) -> NDArray[np.bool_]:
        catalogue = self.snapshot.catalogue
        return entries_within(masks_by_field(catalogue, filters), np.ones(catalogue.size, dtype=bool))

    def find(self) -> Iterator[str]:
        """Keyword queries with facets, beside FTS5 and tantivy."""
        yield "| `find`, with facets | ours, ms | FTS5, ms | tantivy, ms |"
        yield "|---|---:|---:|---:|"
        catalogue = current_snapshot(self.folder) / CATALOGUE
        fts5, tantivy = Fts5(catalogue, self.folder / "fts5.sqlite"), Tantivy(catalogue, self.folder / "tantivy")
        kinds = speed_questions.keyword_questions(self.texts, self.draw, self.values, QUESTIONS)
        contenders = [
            lambda asked: self.index.find(KeywordQuestion(asked.ours, filters=asked.filters)),
            fts5.find,
            tantivy.find,
        ]
        for kind, questions in kinds:
            ours, of_fts5, of_tantivy = self.in_turns(contenders, questions)
            yield f"| {kind} | {spread(ours)} | {spread(of_fts5)} | {spread(of_tantivy)} |"

    def pages(self) -> Iterator[str]:
        """Other questions and pages, in turn with the match of an issue of the same length."""
        yield "| question or page | ms |"
        yield "|---|---:|"
        client = create_app(Settings(index=self.folder), self.index).test_client()
        issues = speed_questions.issues(self.texts, self.draw, QUESTIONS)
        ids, states = self.draw.sample(self.ids, QUESTIONS), [self.draw.choice(self.states) for _ in range(QUESTIONS)]
        questions = list(zip(issues, ids, states, strict=True))
        contenders: dict[str, Contender] = {
            "match": lambda asked: self.index.match(IssueQuestion(asked[0])),
            "similar": lambda asked: self.index.similar(asked[1]),
            "thread": lambda asked: self.index.thread(asked[1]),
            "lobbying list": lambda asked: self.index.lobby(LobbyingQuestion(asked[2], asked[0])),
            "page of results": lambda asked: _seen(
                client.post("/match", data={"text": asked[0], "state": asked[2]}, follow_redirects=True)
            ),
            "page of the lobbying list": lambda asked: _seen(
                client.post(
                    "/match", data={"text": asked[0], "state": asked[2], "to": "approach"}, follow_redirects=True
                )
            ),
            "page of a list by filters": lambda asked: _seen(client.get(f"/browse?under_review={asked[2]}")),
            "page of a recommendation": lambda asked: _seen(client.get(f"/recommendation/{asked[1]}")),
            "page of a State": lambda asked: _seen(client.get(f"/state/{asked[2]}")),
        }
        times = self.in_turns(list(contenders.values()), questions)
        for name, measured in zip(contenders, times, strict=True):
            yield f"| {name} | {spread(measured)} |"

    def size(self) -> Iterator[str]:
        """Megabytes by part, beside the rivals'."""
        snapshot = current_snapshot(self.folder)
        paths = {
            "catalogue": snapshot / CATALOGUE,
            "words": snapshot / LEXICAL,
            "vectors": snapshot / VECTORS,
            "FTS5, with texts and columns": self.folder / "fts5.sqlite",
            "tantivy, with texts and columns": self.folder / "tantivy",
        }
        yield "| part | MB |"
        yield "|---|---:|"
        for name, megabytes in sizes(paths):
            yield f"| {name} | {megabytes:.0f} |"


def serving(folder: Path) -> Iterator[str]:
    """First answer and memory with one and two workers, asked before this process maps the index: its share of the
    pages would be missing from theirs."""
    with closing(sqlite3.connect(current_snapshot(folder) / CATALOGUE)) as catalogue:
        texts = [text for (text,) in catalogue.execute(speed_questions.TEXTS)]
    issues = speed_questions.issues(texts, random.Random(2), MEMORY_ISSUES)  # noqa: S311
    yield "| answering processes | first answer, s | processor, s | MB of each | of its own | together |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for workers in (1, 2):
        served: Served = serve_and_ask(folder, issues, workers)
        resident, own = (" + ".join(f"{each:.0f}" for each in part) for part in (served.resident, served.own))
        seconds = f"{served.first_answer:.1f} | {served.processor:.1f}"
        yield f"| {workers} | {seconds} | {resident} | {own} | {served.together:.0f} |"


def _seen(response: TestResponse) -> None:
    """Pages that fail are quick: they must not be measured."""
    if response.status_code != 200:
        raise RuntimeError(f"A page was answered with {response.status_code}.")


def built(table: Path, length: int, encoder: str) -> Path:
    """The folder of an index of `length` texts, which is built if there is none."""
    folder = BUILD / (str(length) if encoder == LIGHT_MODEL else f"{length}-{encoder}")
    if not (folder / "build.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "benches.speed_build", str(table), str(length), str(folder)]
        command += ["--encoder", encoder]
        output, megabytes = run_and_watch(command)
        figures = {**json.loads(output.splitlines()[-1]), "megabytes": megabytes}
        (folder / "build.json").write_text(json.dumps(figures), encoding="utf-8")
    return folder


def building(folders: Mapping[int, Path], clock: Clock) -> Iterator[str]:
    """What building took, and a question to each size."""
    yield (
        "| texts | built in, s | processor, s | MB | of them the benchmark's | words, s | embedding for real, s "
        "| `match`, ms | `find`, ms |"
    )
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for length, folder in folders.items():
        figures = json.loads((folder / "build.json").read_text(encoding="utf-8"))
        bench = Bench(folder, clock)
        issues = speed_questions.issues(bench.texts, bench.draw, QUESTIONS)
        _, words = next(speed_questions.keyword_questions(bench.texts, bench.draw, bench.values, QUESTIONS))
        (match,), (find,) = bench.in_turns([_issue_of(bench)], issues), bench.in_turns([_words_of(bench)], words)
        cells = [
            f"{length:,}",
            *(f"{figures[name]:.0f}" for name in BUILT),
            f"{figures['phases']['Indexing words']:.0f}",
            f"{length / figures['texts_per_second']:.0f}",
            spread(match),
            spread(find),
        ]
        yield f"| {' | '.join(cells)} |"


def _issue_of(bench: Bench) -> Contender:
    return lambda text: bench.index.match(IssueQuestion(text))


def _words_of(bench: Bench) -> Contender:
    return lambda asked: bench.index.find(KeywordQuestion(asked.ours))


def adding(folder: Path) -> Iterator[str]:
    """What adding one report to a copy of an index takes.

    The index may be of earlier code, whose joined records are not reused; so another report is added before.
    """
    copy = BUILD / "added"
    shutil.rmtree(copy, ignore_errors=True)
    snapshot = current_snapshot(folder)
    shutil.copytree(snapshot, copy / snapshot.name, copy_function=os.link)
    shutil.copy(folder / "CURRENT", copy)
    add = [sys.executable, "-m", "benches.speed_build", "--add"]
    run_and_watch([*add, str(FIRST_REPORT), str(copy)])
    output, megabytes = run_and_watch([*add, str(REPORT), str(copy)])
    shutil.rmtree(copy)
    figures = json.loads(output.splitlines()[-1])
    yield (
        f"Adding one report to the full index took {figures['seconds']:.0f} s, {figures['processor_seconds']:.0f} s of "
        f"the processor, and {megabytes:.0f} MB."
    )


def sections(folders: Mapping[int, Path], clock: Clock) -> Iterator[str]:
    """The lines of all tables; the largest index is asked."""
    largest = folders[max(folders)]
    yield from serving(largest)
    yield ""
    bench = Bench(largest, clock)
    parts = (bench.match, bench.find, bench.pages, bench.size, partial(building, folders, clock))
    for part in (*parts, partial(adding, largest)):
        yield from part()
        yield ""
    one, five, fifteen = os.getloadavg()
    yield f"Load of the machine ({os.cpu_count()} processors) at the end: {one:.1f}, {five:.1f}, {fifteen:.1f}."


def main() -> None:
    """Read the command line, print the tables and write them if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--length", type=int, default=270_000)
    parser.add_argument("--encoder", default=LIGHT_MODEL, metavar="NAME", help="the model of the index")
    parser.add_argument("--clock", choices=list(CLOCKS), default="wall")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    given = parser.parse_args()
    lengths = (given.length // 4, given.length // 2, given.length)
    folders = {length: built(given.table, length, given.encoder) for length in lengths}
    lines = []
    for line in sections(folders, CLOCKS[given.clock]):
        print(line, flush=True)
        lines.append(line)
    if given.write:
        write_table(PAGE, TABLE_START, lines)


if __name__ == "__main__":
    main()
