"""How soon a site answers after its start, and how much memory its processes hold."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil

PORT = 8765
PATIENCE = 120.0
"""Seconds until a site that does not answer is given up."""
COMMAND = "from web.command_line import main; main()"


@dataclass(frozen=True, slots=True)
class Served:
    """One run of the site."""

    first_answer: float
    """Seconds from the start of the command to the first answer to an issue."""
    processor: float
    """Seconds of the processor that all its processes had used by then."""
    own: tuple[float, ...]
    """Megabytes that each process that answers has for itself."""
    resident: tuple[float, ...]
    """Megabytes in memory of each, mapped files included, which processes share."""
    together: float
    """Megabytes of all processes of the site, what is shared counted once."""


def serve_and_ask(folder: Path, issues: Sequence[str], workers: int) -> Served:
    """Serve an index, ask, and look at the processes."""
    started = time.monotonic()
    with _site(folder, workers) as site:
        _ask(issues[0], started + PATIENCE)
        first_answer = time.monotonic() - started
        process = psutil.Process(site.pid)
        used = [each.cpu_times() for each in [process, *process.children(recursive=True)]]
        for issue in issues:
            _ask(issue, time.monotonic() + PATIENCE)
        answering = [process, *process.children()]
        memory = [each.memory_full_info() for each in answering]
        together = sum(each.pss for each in memory)
    return Served(
        first_answer,
        sum(each.user + each.system for each in used),
        tuple(each.uss / 1e6 for each in memory),
        tuple(each.rss / 1e6 for each in memory),
        together / 1e6,
    )


@contextmanager
def _site(folder: Path, workers: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-c", COMMAND, "serve", "--index", str(folder), "--port", str(PORT)]
    environment = {**os.environ, "WEB_CONCURRENCY": str(workers)}
    site = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield site
    finally:
        site.terminate()
        site.wait(PATIENCE)


def _ask(issue: str, give_up: float) -> None:
    """Post an issue, again and again until the site answers."""
    data = urlencode({"text": issue}).encode()
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/match", data, timeout=PATIENCE).read()
            return
        except urllib.error.URLError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)


def run_and_watch(command: Sequence[str]) -> tuple[str, float]:
    """Run a command; what it printed, and the most megabytes that it and its children held at once."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        most = 0.0
        while running.poll() is None:
            most = max(most, _held(psutil.Process(running.pid)))
            time.sleep(0.2)
        output = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return output, most


def _held(process: psutil.Process) -> float:
    """Megabytes in memory of a process and its children; those that end meanwhile hold nothing."""
    held = 0.0
    try:
        for each in [process, *process.children(recursive=True)]:
            held += each.memory_info().rss / 1e6
    except psutil.NoSuchProcess:
        pass
    return held
