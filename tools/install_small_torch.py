"""Install PyTorch, its small build where its publisher's index is reached: `install_small_torch.py INDEX`.

On Linux pip alone takes the build for graphics cards, of which this program uses nothing. Whatever goes wrong with the
small one, pip then installs what its own index has, and what any build asks for. `make` runs this when the locked
packages are there, of which PyTorch is none.
"""

import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

SECONDS_TO_ANSWER = 10
TAKEN = "Taking PyTorch's small build, for the CPU, from {index}: about 1.5 GB on disk with all the rest."
NOT_TAKEN = (
    "PyTorch's small build is not to be had from {index} ({reason}). pip takes what its own index has: up to 6 GB on "
    "disk with all the rest, where that is the build for graphics cards."
)


def install_small_torch(index: str, seconds: float = SECONDS_TO_ANSWER) -> None:
    """Install it from a simple index, unless a build is installed already; say which is taken, and how large it is."""
    if _is_installed():
        return
    reason: str | None = "no answer"
    if _answers(f"{index}/torch/", seconds):
        print(TAKEN.format(index=index), flush=True)
        reason = _reason_why_pip_failed(index, seconds)
    if reason:
        print(NOT_TAKEN.format(index=index, reason=reason), flush=True)


def _is_installed() -> bool:
    try:
        return bool(version("torch"))
    except PackageNotFoundError:
        return False


def _answers(address: str, seconds: float) -> bool:
    """Whether anything answers; a refusal does too, and pip says at once what it makes of it.

    The time limit of urlopen is one for each address of a server and each step, so a thread holds the whole to it.
    """
    answers: list[bool] = []

    def request() -> None:
        try:
            urlopen(address, timeout=seconds).close()  # noqa: S310 - the Makefile names the address
        except HTTPError:
            pass
        except (OSError, ValueError):
            return
        answers.append(True)

    asking = Thread(target=request, daemon=True)
    asking.start()
    asking.join(seconds)
    return bool(answers)


def _reason_why_pip_failed(index: str, seconds: float) -> str | None:
    """Install from this index; what PyTorch depends on comes from pip's own index, with the program."""
    patience = [f"--timeout={seconds:g}", "--retries=2"]
    command = [sys.executable, "-m", "pip", "install", "--no-deps", *patience, "--index-url", index, _requirement()]
    pip = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)  # noqa: S603
    if pip.returncode == 0:
        return None
    return (pip.stderr.strip().splitlines() or ["pip failed"])[-1]


def _requirement() -> str:
    """PyTorch with its range, as the program requires it."""
    project = Path(__file__).parents[1] / "pyproject.toml"
    extras = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    return next(str(each) for each in extras["full"] if each.startswith("torch>"))


def install_what_is_missing() -> int:
    """A build from pip's own index where there is none yet, and what a build asks for; pip's exit code."""
    return subprocess.run([sys.executable, "-m", "pip", "install", _requirement()], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    if sys.platform == "linux":
        install_small_torch(sys.argv[1])
    sys.exit(install_what_is_missing())
