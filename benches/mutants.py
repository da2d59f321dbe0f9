"""Whether tests notice faults: `python -m benches.mutants --seed 31 --count 120`; `make mutants` runs it.

Faults are drawn by a seed (benches/mutations.py) and tests run, in a copy of the checkout, until one fails. First those
of `make test-fast` that reach the faulty function, in processes forked from one that has collected them: seconds each
(benches/forked_mutants.py). Of all those where none failed then the files of tests that import the faulty file, or
start a database where that is what it talks to, with the fault put into it; at last the others that reach the function.
Which these are, one run of all tests says, with a probe as the first statement of each such function: it also sees
other processes. Tests that fail without a fault kill nothing.

A mutant that no test can kill, for it does what the original does, is named with the reason in
benches/equivalent_mutants.tsv. Results are kept in build/mutants: a run that was cut off goes on, `--lived` runs those
that lived again, with tests that were written since.

mutmut and cosmic-ray draw no sample by a seed. cosmic-ray changes the checkout in place and has one command of tests
for all mutants; mutmut 3 chooses tests by what they reach, too, but runs all in one process over code in which every
function is exchanged, which those that read the code of the program or start it anew do not stand.
"""

import argparse
import csv
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import grimp

from benches.forked_mutants import STAGE
from benches.mutations import Mutant, draw

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("indexer", "search", "web", "models")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.tsv")
KEPT = REPOSITORY / "build" / "mutants"
PROBE = "reached_by_tests"
FORKED = "benches.forked_mutants"
LEFT_OUT = "not (service or browser or office or long or accurate or real_data)"
NOT_QUICK = f"{LEFT_OUT} and not (encoder or processes or slow)"
OF_DATABASES = LEFT_OUT.replace("service or ", "")
"""For faults in what talks to a database, which tests marked `service` alone reach."""
STAGES = (STAGE, "importing", "reaching")
MOST_SECONDS = 600
"""Of one processor; an endless loop is killed by them."""
PYTEST = (sys.executable, "-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m", LEFT_OUT)
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_PROBE_CODE = f"""
import os
_seen = set()
def {PROBE}(number):
    test = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[0]
    if test and (number, test) not in _seen:
        _seen.add((number, test))
        with open(os.environ["REACHED"], "a") as file:
            file.write(f"{{number}}\\t{{test}}\\n")
"""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant."""

    killed: bool
    by: str
    """The first test that failed."""
    files: int
    """Of tests that were run at most."""


class Copy:
    """A copy of the checkout, but what git ignores, in which faults are put and tests run."""

    def __init__(self, folder: Path) -> None:
        """The folder is empty."""
        self.folder = folder
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=REPOSITORY, check=True, capture_output=True, text=True,
        )  # fmt: skip
        for name in filter(None, listed.stdout.split("\0")):
            if (source := REPOSITORY / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, folder / name)

    def run_forked(self, mutants: Iterable[Mutant], reached: Path, outcomes: Path) -> None:
        """Add the outcome of each to a file; which tests reach them is read from the other, or written there."""
        drawn = self.folder / "mutants.json"
        drawn.write_text(json.dumps([asdict(mutant) for mutant in mutants]), encoding="utf-8")
        temporary = [f"--basetemp={self.folder / 'tmp'}", "-o", "tmp_path_retention_policy=none"]
        plugin = ["-p", FORKED, "-m", NOT_QUICK, "--hypothesis-profile=fast", *temporary]
        files = {"MUTANTS": str(drawn), "REACHED": str(reached), "OUTCOMES": str(outcomes)}
        code, output = self.run_tests(plugin, 24 * MOST_SECONDS, **files)
        if code:
            raise SystemExit(output)

    def run_tests(self, arguments: Iterable[str], seconds: int = MOST_SECONDS, **variables: str) -> tuple[int, str]:
        """The exit status, and what is printed."""
        environment = os.environ | {"PYTHONPATH": str(self.folder), "OMP_NUM_THREADS": "1", **variables}
        process = subprocess.Popen(
            [*PYTEST, *arguments], cwd=self.folder, env=environment, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
        )  # fmt: skip
        try:
            output, _ = process.communicate(timeout=20 * seconds)
        except subprocess.TimeoutExpired:
            output = ""
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        return process.returncode, output

    def run_mutant(self, mutant: Mutant, tests: Collection[str], failing: Iterable[str]) -> Outcome:
        """Put a fault in, run tests until one fails, and take it out again."""
        if not tests:
            return Outcome(killed=False, by="", files=0)
        file = self.folder / mutant.path
        source, times = file.read_bytes(), file.stat()
        try:
            file.write_bytes(mutant.apply(source))
            # Compiled code is known by the second and the size of its source, which a fault need not change.
            os.utime(file, (times.st_atime, times.st_mtime - 1_000))
            left_out = [f"--deselect={test}" for test in failing]
            marked = ["-m", OF_DATABASES] if is_of_database(mutant) else []
            code, output = self.run_tests(["-x", *marked, *left_out, *tests], PYTHONDONTWRITEBYTECODE="1")
        finally:
            file.write_bytes(source)
            os.utime(file, (times.st_atime, times.st_mtime))
        failed = _FAILED.search(output)
        by = failed[1] if failed else "" if code in (0, 5) else f"exit status {code}"
        return Outcome(code not in (0, 5), by, len(tests))

    def failing_without_fault(self, tests: Iterable[str]) -> set[str]:
        """Those of these tests that fail in the copy by themselves, as it has no repository and no real documents."""
        known = [test for test in tests if "::" in test]
        return set(_FAILED.findall(self.run_tests(known)[1])) if known else set()


def is_of_database(mutant: Mutant) -> bool:
    """Whether it is a fault in what talks to a database."""
    return "database" in mutant.path


def database_tests(folder: Path) -> list[str]:
    """Files of tests that start a database."""
    files = (folder / "tests").rglob("test_*.py")
    with_database = (file for file in files if "postgresql: DatabaseServer" in file.read_text(encoding="utf-8"))
    return sorted(file.relative_to(folder).as_posix() for file in with_database)


def importing_tests(path: str, graph: grimp.ImportGraph) -> list[str]:
    """Files of tests that import a file of the program."""
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    importers = graph.find_modules_that_directly_import(module) if module in graph.modules else ()
    return sorted(name.replace(".", "/") + ".py" for name in importers if name.rpartition(".")[2].startswith("test_"))


def reaching_tests(mutants: Sequence[Mutant], copy: Copy) -> dict[str, list[str]]:
    """Of each mutant, the files of tests that reach its function: all tests run where each has a probe."""
    by_file: dict[str, list[tuple[int, Mutant]]] = defaultdict(list)
    for number, mutant in enumerate(mutants):
        by_file[mutant.path].append((number, mutant))
    for path, numbered in by_file.items():
        source = (copy.folder / path).read_bytes()
        for number, mutant in sorted(numbered, key=lambda pair: pair[1].body, reverse=True):
            source = mutant.with_probe(source, f"__import__({PROBE!r}).{PROBE}({number})")
        (copy.folder / path).write_bytes(source)
    (copy.folder / f"{PROBE}.py").write_text(_PROBE_CODE, encoding="utf-8")
    reached = copy.folder / "reached.tsv"
    reached.touch()
    copy.run_tests(["--hypothesis-profile=fast"], 24 * MOST_SECONDS, REACHED=str(reached))
    files: dict[str, set[str]] = defaultdict(set)
    for line in reached.read_text(encoding="utf-8").splitlines():
        reached_number, test = line.split("\t")
        files[mutants[int(reached_number)].name].add(test)
    return {name: sorted(tests) for name, tests in files.items()}


class Results:
    """What is known of each mutant, kept in a file so that a run can go on."""

    def __init__(self, file: Path) -> None:
        """The file need not be there yet."""
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        self._outcomes: dict[tuple[str, str], Outcome] = {}
        self.read()

    def read(self) -> None:
        """What stands in the file."""
        lines = self._file.read_text(encoding="utf-8").splitlines() if self._file.exists() else []
        rows = [json.loads(line) for line in lines]
        self._outcomes = {(row.pop("mutant"), row.pop("stage")): Outcome(**row) for row in rows}

    def of(self, mutant: Mutant) -> Outcome | None:
        """What became of it at last."""
        found = [outcome for stage in STAGES if (outcome := self.at(mutant, stage))]
        return next((outcome for outcome in found if outcome.killed), found[-1] if found else None)

    def at(self, mutant: Mutant, stage: str) -> Outcome | None:
        """What became of it at a stage."""
        return self._outcomes.get((mutant.name, stage))

    def keep(self, mutant: Mutant, stage: str, outcome: Outcome) -> None:
        """Write it down."""
        self._outcomes[mutant.name, stage] = outcome
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"mutant": mutant.name, "stage": stage, **asdict(outcome)}) + "\n")
        print("killed" if outcome.killed else "lived ", mutant.name, outcome.by, flush=True)


def run_stage(
    stage: str, mutants: Iterable[Mutant], tests: Mapping[str, Collection[str]], copy: Copy, results: Results
) -> None:
    """Run the tests of each mutant; again without those that would have failed anyhow."""
    failing: set[str] = set()
    left = list(mutants)
    while left:
        for mutant in left:
            results.keep(mutant, stage, copy.run_mutant(mutant, tests.get(mutant.name, ()), failing))
        killers = {outcome.by for mutant in left if (outcome := results.at(mutant, stage)) and outcome.killed}
        found = copy.failing_without_fault(killers) - failing
        failing |= found
        left = [mutant for mutant in left if (outcome := results.at(mutant, stage)) and outcome.by in found]


def equivalent_mutants() -> dict[str, str]:
    """Why each of those that no test can kill does what the original does."""
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return {row["mutant"]: row["why"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def print_figures(mutants: Iterable[Mutant], results: Results, equivalent: Collection[str]) -> None:
    """Of each package how many were drawn, killed, equivalent; then each that lived."""
    rows: dict[str, Counter[str]] = {package: Counter() for package in (*PACKAGES, "all")}
    lived = []
    for mutant in mutants:
        outcome = results.of(mutant)
        fate = "killed" if outcome and outcome.killed else "equivalent" if mutant.name in equivalent else "lived"
        if fate == "lived":
            lived.append(f"  {mutant.name}")
        for package in (mutant.path.partition("/")[0], "all"):
            rows[package].update(["drawn", fate])
    print("            drawn  killed  equivalent  lived  killed of those that can be")
    for package, row in rows.items():
        share = row["killed"] / max(1, row["drawn"] - row["equivalent"])
        print(f"{package:10}{row['drawn']:7}{row['killed']:8}{row['equivalent']:12}{row['lived']:7}{share:11.0%}")
    print(*(["lived:", *lived] if lived else ["none lived"]), sep="\n")


def main() -> None:
    """Draw, run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--lived", action="store_true", help="run those that lived again")
    arguments = parser.parse_args()
    mutants = draw(REPOSITORY, PACKAGES, arguments.count, arguments.seed)
    results, reach_file = Results(KEPT / f"{arguments.seed}.jsonl"), KEPT / f"reach-{arguments.seed}.json"
    equivalent = equivalent_mutants()

    def unsettled(stage: str) -> list[Mutant]:
        of_stage = [mutant for mutant in mutants if not ((known := results.of(mutant)) and known.killed)]
        of_stage = [mutant for mutant in of_stage if mutant.name not in equivalent]
        return [mutant for mutant in of_stage if arguments.lived or results.at(mutant, stage) is None]

    if forked := unsettled(STAGE):
        reached = KEPT / f"quick-{arguments.seed}.json"
        if arguments.lived:
            reached.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            Copy(Path(folder)).run_forked(forked, reached, KEPT / f"{arguments.seed}.jsonl")
        results.read()
    graph = grimp.build_graph(*PACKAGES, "tests")
    importing = {
        mutant.name: database_tests(REPOSITORY) if is_of_database(mutant) else importing_tests(mutant.path, graph)
        for mutant in mutants
    }
    with tempfile.TemporaryDirectory() as folder:
        run_stage("importing", unsettled("importing"), importing, Copy(Path(folder)), results)
    left = unsettled("reaching")
    reach = json.loads(reach_file.read_text(encoding="utf-8")) if reach_file.exists() else {}
    if unknown := [mutant for mutant in left if mutant.name not in reach]:
        with tempfile.TemporaryDirectory() as folder:
            reach |= {mutant.name: [] for mutant in unknown} | reaching_tests(unknown, Copy(Path(folder)))
        reach_file.write_text(json.dumps(reach), encoding="utf-8")
    others = {name: [test for test in tests if test not in importing.get(name, ())] for name, tests in reach.items()}
    with tempfile.TemporaryDirectory() as folder:
        run_stage("reaching", left, others, Copy(Path(folder)), results)
    print_figures(mutants, results, equivalent)


if __name__ == "__main__":
    main()
