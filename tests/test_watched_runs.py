"""Whole runs of the program under the watch of the system's calls: nothing is looked up, reached for or left behind.

A library that reports home does so on a thread of its own, some time after it was loaded (ONNX Runtime 1.32: after
twelve seconds), so the site and the server of assistants are watched for a minute after a question; all at once, for
they only wait.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.encoders.model_files import ACCURATE_MODEL, folder_on_this_machine
from tests.paths import REPOSITORY
from tests.system_calls import needs_strace, reached_for, watched, written
from tests.web.server_process import Server

pytestmark = [pytest.mark.service, pytest.mark.encoder, needs_strace]
SECONDS = 60
"""Watched after the last answer of what goes on running."""
UPR = [sys.executable, "-m", "tests.web.upr"]
ISSUE = "Girls in our villages are married before they have finished school."
IN_FRENCH = "Les filles de nos villages sont mariées avant la fin de l'école."
PAPERS = [
    "matrix",
    "stakeholders-matrix",
    "embassy-brief",
    "oral-statement",
    "written-statement",
    "submission",
    "mid-term",
    "side-event",
    "public-summary",
]
OPEN = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a host", "version": "1"},
    },
}
QUESTION = {
    "jsonrpc": "2.0",
    "id": 2,
    "method": "tools/call",
    "params": {"name": "match", "arguments": {"text": ISSUE, "own_state": "XAA"}},
}


class Watch:
    """A folder in which programs run, with a home of its own, and what strace noted of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("home", "temporary"):
            (folder / name).mkdir()
        settings = ("XDG_", "UPR_", "ORT_", "HF_")
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(settings)},
            "HOME": str(folder / "home"),
            "UPR_ENCODER": "all-MiniLM-L6-v2",
            "TMPDIR": str(folder / "temporary"),
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def command(self, name: str, *arguments: str) -> list[str]:
        return watched([*UPR, *arguments], self.notes(name))

    def notes(self, name: str) -> Path:
        return self.folder / f"{name}.calls"

    def run(self, name: str, *arguments: str, given: str = "") -> str:
        done = subprocess.run(
            self.command(name, *arguments),
            cwd=self.folder,
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, name: str, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self.command(name, *arguments),
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """All programs run, over the samples."""
    watch = Watch(tmp_path_factory.mktemp("watched"))
    samples = [str(REPOSITORY / "samples" / name) for name in ("documents", "states.csv")]
    watch.run("index", "index", samples[0], "--to", "index", "--states", samples[1])
    if folder_on_this_machine(ACCURATE_MODEL):  # by PyTorch, transformers and sentence-transformers; asked without them
        options = ["--to", "accurate", "--states", samples[1], "--encoder", ACCURATE_MODEL]
        watch.run("index-accurate", "index", samples[0], *options)
        watch.run("match-accurate", "match", "-", "--state", "XAA", "--index", "accurate", given=ISSUE)
    site, assistants = started_site(watch), watch.start("mcp", "mcp", "--index", "index")
    try:
        ask(site, assistants)
        answered = time.monotonic()
        found = watch.run("match", "match", "-", "--state", "XAA", "--index", "index", "--json", given=ISSUE)
        make_papers(watch, found)
        time.sleep(max(0, answered + SECONDS - time.monotonic()))
        assert (site.process.poll(), assistants.poll()) == (None, None)
    finally:
        for process in (site.process, assistants):
            os.killpg(process.pid, signal.SIGTERM)  # strace itself ends when what it watches does
            process.communicate(timeout=30)
    yield watch


def started_site(watch: Watch) -> Server:
    """Over the index, in its folder."""
    options = {"module": "tests.web.upr", "folder": watch.folder, "noted_in": watch.notes("serve")}
    return Server("serve", "--index", "index", **options, **watch.environment)


def ask(site: Server, assistants: "subprocess.Popen[str]") -> None:
    """The same issue in English and, for the encoders of other languages, in French; and as an assistant does."""
    for text in (ISSUE, IN_FRENCH):
        assert "XAA" in site.ask("POST", "/match", {"text": text, "state": "XAA"}).text
    for message in (OPEN, QUESTION):
        assistants.stdin.write(json.dumps(message) + "\n")
        assistants.stdin.flush()
        assert "error" not in json.loads(assistants.stdout.readline())


def make_papers(watch: Watch, found: str) -> None:
    watch.run("plan", "plan", "make", "-", "--state", "XAA", "--index", "index", "--to", "plan.xlsx", given=found)
    for paper in PAPERS:
        watch.run(paper, "plan", "export", "plan.xlsx", "--paper", paper, "--index", "index", "--to", f"{paper}.docx")


IN_FOLDERS = {"index": "index/", "match": "temporary/", "serve": "temporary/", "mcp": "temporary/"}
IN_FOLDERS |= (
    {"index-accurate": "accurate/", "match-accurate": "temporary/"} if folder_on_this_machine(ACCURATE_MODEL) else {}
)
"""Where each may write. The library that tells languages apart unpacks its data through a temporary file."""
FILES = {"plan": "plan.xlsx", **{paper: f"{paper}.docx" for paper in PAPERS}}
PROGRAMS = [*IN_FOLDERS, *FILES]


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_name_is_looked_up_and_no_other_machine_reached_for(watch: Watch, program: str) -> None:
    assert reached_for(watch.notes(program)) == []


@pytest.mark.parametrize(("program", "folder"), IN_FOLDERS.items())
def test_nothing_is_written_outside_the_folder(watch: Watch, program: str, folder: str) -> None:
    inside = (str(watch.folder / folder), str(watch.folder / "temporary"))
    files = written(watch.notes(program), watch.folder)
    assert {path for path in files if not f"{path}/".startswith(inside)} == set()


@pytest.mark.parametrize(("program", "file"), FILES.items())
def test_the_file_named_is_all_that_is_written(watch: Watch, program: str, file: str) -> None:
    assert written(watch.notes(program), watch.folder) == {str(watch.folder / file)}


def test_nothing_is_left_in_the_home_of_the_user_nor_among_temporary_files(watch: Watch) -> None:
    left = [path for name in ("home", "temporary") for path in (watch.folder / name).rglob("*")]
    assert left == []
