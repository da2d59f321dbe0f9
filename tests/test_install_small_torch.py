"""The small build of PyTorch comes from its publisher's index where that has it; where not, setting up goes on.

A server on this machine stands in for the index, and a wheel with nothing in it for PyTorch.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

import pip
import pytest

from tests.paths import REPOSITORY

pytestmark = pytest.mark.slow

SECONDS = 1
SECONDS_OF_SILENCE = 0.2
"""Where nothing is to come."""
ENOUGH = 120
"""Seconds in which it must come to an end, even on a busy machine."""
INSTALL = "import sys; from tools.install_small_torch import *; install_small_torch(sys.argv[1], float(sys.argv[2]))"


def wheel(folder: Path, version: str) -> Path:
    """A wheel called torch that holds nothing and needs a package that is nowhere."""
    path = folder / f"torch-{version}-py3-none-any.whl"
    about = f"torch-{version}.dist-info"
    with ZipFile(path, "w") as file:
        file.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: torch\nVersion: {version}\nRequires-Dist: nowhere\n"
        )
        file.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{about}/RECORD", "")
    return path


@contextmanager
def server(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """The address of a server that answers so."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/whl/cpu"
        http.shutdown()


@contextmanager
def index_of(*wheels: Path, hold: Event | None = None) -> Iterator[str]:
    """A simple index of these wheels; with `hold`, wheels are held back until it is set."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/whl/cpu/torch/":
            links = "".join(f'<a href="/{path.name.replace("+", "%2B")}">{path.name}</a>' for path in wheels)
            body, kind = f"<!DOCTYPE html><html><body>{links}</body></html>".encode(), "text/html"
        else:
            if hold:
                hold.wait(2 * ENOUGH)
            (body,) = (path.read_bytes() for path in wheels if request.path == f"/{path.name.replace('+', '%2B')}")
            kind = "application/zip"
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    with server(answer) as address:
        yield address


class Environment:
    """An empty virtual environment with the pip of these tests."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, symlinks=True)
        self.python = folder / "bin" / "python"
        self.packages = next(folder.glob("lib/python*/site-packages"))
        (self.packages / "pip").symlink_to(Path(pip.__file__).parent)
        self.settings = {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_CACHE_DIR": "1"}

    def install(self, index: str, seconds: float = SECONDS) -> str:
        """Run what `make` runs; what it says."""
        own = {name: value for name, value in os.environ.items() if not re.match("PIP_|.*_proxy$", name, re.IGNORECASE)}
        run = subprocess.run(
            [self.python, "-c", INSTALL, index, str(seconds)],
            cwd=REPOSITORY,
            env=own | self.settings,
            capture_output=True,
            text=True,
            timeout=ENOUGH,
            check=False,
        )
        assert (run.returncode, run.stderr) == (0, "")
        return run.stdout

    def installed(self) -> list[str]:
        return [path.name.removesuffix(".dist-info") for path in self.packages.glob("torch-*.dist-info")]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path / "environment")


def test_small_build_is_taken_and_its_size_said_first(environment: Environment, tmp_path: Path) -> None:
    with index_of(wheel(tmp_path, "2.9.0+cpu"), wheel(tmp_path, "2.8.0+cpu")) as index:
        said = environment.install(index)
    assert said.startswith(f"Taking PyTorch's small build, for the CPU, from {index}: about 1.5 GB on disk")
    assert "not to be had" not in said
    assert environment.installed() == ["torch-2.9.0+cpu"]


def test_a_build_that_is_there_already_stays(environment: Environment, tmp_path: Path) -> None:
    with index_of(wheel(tmp_path, "2.8.0")) as index:
        environment.install(index)
    with index_of(wheel(tmp_path, "2.9.0+cpu")) as index:
        assert environment.install(index) == ""
    assert environment.installed() == ["torch-2.8.0"]


def test_constraints_of_the_machine_hold(environment: Environment, tmp_path: Path) -> None:
    constraints = tmp_path / "constraints.txt"
    constraints.write_text("torch<=2.8.0\n", encoding="utf-8")
    environment.settings["PIP_CONSTRAINT"] = str(constraints)
    with index_of(wheel(tmp_path, "2.9.0+cpu"), wheel(tmp_path, "2.8.0+cpu")) as index:
        environment.install(index)
    assert environment.installed() == ["torch-2.8.0+cpu"]


def forbidden(request: BaseHTTPRequestHandler) -> None:
    request.send_error(403)


def trickling(request: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        for _ in range(10 * ENOUGH):
            request.wfile.write(b"H")
            time.sleep(SECONDS_OF_SILENCE / 5)


@contextmanager
def no_server() -> Iterator[str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/whl/cpu"


@contextmanager
def wheels_that_hang(folder: Path) -> Iterator[str]:
    hold = Event()
    with index_of(wheel(folder, "2.9.0+cpu"), hold=hold) as address:
        try:
            yield address
        finally:
            hold.set()


@pytest.mark.parametrize(
    ("index_in", "seconds", "reason"),
    [
        pytest.param(lambda _: no_server(), SECONDS, "no answer", id="refused connection"),
        pytest.param(lambda _: server(trickling), SECONDS_OF_SILENCE, "no answer", id="sends a letter at a time"),
        pytest.param(wheels_that_hang, SECONDS_OF_SILENCE, "", id="hangs at the wheel"),
        pytest.param(lambda _: server(forbidden), SECONDS, "No matching distribution found for torch>=2.2", id="403"),
        pytest.param(
            lambda folder: index_of(wheel(folder, "1.13.0+cpu")),
            SECONDS,
            "No matching distribution found for torch>=2.2",
            id="too old",
        ),
    ],
)
def test_setting_up_goes_on_without_the_small_build(
    environment: Environment,
    tmp_path: Path,
    index_in: Callable[[Path], AbstractContextManager[str]],
    seconds: float,
    reason: str,
) -> None:
    with index_in(tmp_path) as index:
        said = environment.install(index, seconds)
    last = said.splitlines()[-1]
    assert last.startswith(f"PyTorch's small build is not to be had from {index} (")
    assert reason in last
    assert last.endswith("up to 6 GB on disk with all the rest, where that is the build for graphics cards.")
    assert environment.installed() == []


def test_make_installs_what_is_locked_then_pytorch_then_the_program(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    shutil.copytree(REPOSITORY / "requirements", tmp_path / "requirements")
    # What `make test` was told is not for this one.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "TORCH_INDEX"))}
    run = subprocess.run(
        ["make", "--dry-run", "demo", f"PYTHON={sys.executable}"],
        cwd=tmp_path,
        env=own,
        capture_output=True,
        text=True,
        check=True,
    )
    steps = [line for line in run.stdout.splitlines() if line.startswith(".venv/bin/python")]
    assert steps == [
        ".venv/bin/python -m pip install --require-hashes --no-deps --only-binary=:all: "
        "--requirement requirements/full.txt",
        '.venv/bin/python tools/install_small_torch.py "https://download.pytorch.org/whl/cpu"',
        ".venv/bin/python -m pip install --no-deps --no-build-isolation --editable .",
        ".venv/bin/python -m pip check",
        ".venv/bin/python -m pip install --require-hashes --no-deps --only-binary=:all: "
        "--requirement requirements/accurate.txt",
        ".venv/bin/python -m pip uninstall --quiet --yes --requirement requirements/accurate.txt",
    ]
