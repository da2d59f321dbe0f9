"""The site over the sample documents, built and served by the real commands."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.paths import REPOSITORY
from tests.web.server_process import free_port

SAMPLES = REPOSITORY / "samples"
OBSERVATIONS = """\
CRC/C/XAA/CO/900
Distr.: General 7 May 2021
Committee on the Rights of the Child
Concluding observations on the ninth periodic report of Vellania
1. The Committee considered the ninth report and adopted the present concluding observations.
C. Principal matters of concern and recommendations
Early marriage
2. The Committee is concerned that girls are married off before they are eighteen years old.
3. The State party should set the minimum age of marriage of girls at 18 years without exception.
"""
"""No treaty body wrote them: the samples have none, and their paragraphs have pages."""


def upr(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from web.command_line import main; main()", *map(str, arguments)]


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended"
        try:
            urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer within a minute")


@contextmanager
def sample_site(folder: Path) -> Iterator[str]:
    """The address of the site; index and documents lie in the folder."""
    folder.mkdir()
    observations, index = folder / "CRC_C_XAA_CO_900.txt", folder / "index"
    observations.write_text(OBSERVATIONS, encoding="utf-8")
    documents = [SAMPLES / "documents", observations]
    states = ["--states", SAMPLES / "states.csv"]
    subprocess.run(upr("index", *documents, "--to", index, *states, "--encoder", "letters"), check=True)
    port = free_port()
    environment = {**os.environ, "UPR_PLANS": str(folder / "plans.sqlite")}
    server = subprocess.Popen(upr("serve", "--index", index, "--port", port), env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)
