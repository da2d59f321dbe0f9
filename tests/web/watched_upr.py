"""`upr` in a process that is watched: `python -m tests.web.watched_upr ARGUMENTS`.

The process may not write more than a semaphore of the system to any file (RLIMIT_FSIZE), be it opened by Python or by a
library in C: no sentence that anybody types is as short. It prints at
its end the files that Python opened for writing and the servers that it looked up or connected to. With DIES_AT in the
environment, it may write, and kills itself when that part of an Office file is packed.
"""

import json
import os
import resource
import signal
import sys
import zipfile
from typing import Any

from search.query.detect_language import load_classifier
from web.command_line import main

SEMAPHORE = 32
"""Bytes of one, which the queue to the process that reads what is handed in needs (glibc, in /dev/shm)."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


LISTENING = ("0.0.0.0", "127.0.0.1")  # noqa: S104
"""Addresses of this machine, which the server looks up to listen at them."""
CONNECTING = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def watch() -> list[str]:
    """The files that are opened for writing from now on, and what reaches for other machines."""
    opened: list[str] = []

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        names_file = event == "open" and not isinstance(arguments[0], int)  # else a descriptor that is open already
        if names_file and arguments[2] & WRITING and arguments[0] != os.devnull:
            opened.append(str(arguments[0]))
        if event in CONNECTING and arguments[0] not in LISTENING:
            opened.append(f"{event} {arguments[1:] if event == 'socket.connect' else arguments}")

    sys.addaudithook(note)
    return opened


def die_at(part: str) -> None:
    """Have this process killed when a part is put into a ZIP archive."""
    pack = zipfile.ZipFile.open

    def pack_or_die(archive: zipfile.ZipFile, name: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode == "w" and getattr(name, "filename", name) == part:
            os.kill(os.getpid(), signal.SIGKILL)
        return pack(archive, name, mode, *rest, **more)

    zipfile.ZipFile.open = pack_or_die


if __name__ == "__main__":
    if "DIES_AT" in os.environ:
        die_at(os.environ["DIES_AT"])
        main(sys.argv[1:])
    # Of what is imported here or in its processes: what the limit cuts off would stay for the next program.
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    load_classifier()  # whose library unpacks its model into a temporary file
    resource.setrlimit(resource.RLIMIT_FSIZE, (SEMAPHORE, SEMAPHORE))
    opened = watch()
    try:
        main(sys.argv[1:])
    finally:
        print(json.dumps(opened), flush=True)
