"""What a program asks of the system, as strace sees it: names it looks up, machines it reaches for, files it writes.

System calls are watched, not our source: what a library in C does of its own accord is seen too, and also what fails
for want of a network, which in a namespace of its own would pass unseen. A name is counted as looked up where the
list of name servers is opened, or something is sent to the port of one.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from ipaddress import ip_address
from pathlib import Path

import pytest

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
_CALLS = "connect,sendto,sendmsg,sendmmsg,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
_ADDRESS = re.compile(r'port=htons\((?P<port>\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"(?P<address>[^"]+)"')
_NAME_SERVERS = ("/etc/resolv.conf", "/run/systemd/resolve/")
_SENDING = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(")
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|\b(?:creat|mkdir|rename|link)\w*\(")
_PATH = re.compile(r'(?:<(?P<folder>[^<>"]*)>, )?"(?P<path>[^"]*)"')
_PORT_OF_NAME_SERVERS = 53
_NO_FILES = ("/dev/null", "/dev/tty", "/dev/shm/", "/proc/self/")  # noqa: S108 - where semaphores are
"""Where nothing is kept when a program has ended."""


def watched(command: Sequence[str], noted_in: Path) -> list[str]:
    """The command with all its processes under strace, which notes their calls in a file."""
    return ["strace", "-f", "-qq", "-y", "-s", "300", "-e", f"trace={_CALLS}", "-o", str(noted_in), *command]


def reached_for(noted_in: Path) -> list[str]:
    """The calls by which a name was looked up, or another machine was to be reached."""
    return [call for call in _calls(noted_in) if _looks_up(call) or _leaves_the_machine(call)]


def written(noted_in: Path, folder: Path) -> set[str]:
    """Files and folders that were made or opened for writing; `folder` is where the program was started."""
    paths = {path for call in _calls(noted_in) if _WRITING.search(call) for path in _paths(call, folder)}
    return {path for path in paths if not path.startswith(_NO_FILES)}


def _calls(noted_in: Path) -> Iterator[str]:
    """Calls that were tried, each on its line; those that failed are among them."""
    yield from noted_in.read_text(encoding="utf-8", errors="replace").splitlines()


def _looks_up(call: str) -> bool:
    return any(path in call for path in _NAME_SERVERS)


def _leaves_the_machine(call: str) -> bool:
    if not _SENDING.search(call):
        return False
    return any(
        int(found["port"]) == _PORT_OF_NAME_SERVERS or not _is_loopback(found["address"])
        for found in _ADDRESS.finditer(call)
    )


def _is_loopback(text: str) -> bool:
    address = ip_address(text)
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _paths(call: str, folder: Path) -> Iterator[str]:
    """The file that a call names; of a renaming, what it was and what it is called now."""
    if "ENOENT" in call or "EEXIST" in call:
        return  # it was not there and not made, or was there already
    for found in _PATH.finditer(call.split(" = ")[0]):
        yield str(folder / (found["folder"] or "") / found["path"])
