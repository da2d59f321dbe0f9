"""A PostgreSQL server for tests: made in a folder of its own on a free port, and removed with it."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin")
"""Where Debian puts programs of the server that it leaves out of PATH."""
OWNER, PASSWORD = "upr_owner", "an0ther-secret"
# What is written need not outlive the machine.
SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "127.0.0.1"}


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, with pgvector installed; None where they are not."""
    found = [Path(folder) for folder in FOLDERS] + [Path(path).parent for path in [shutil.which("initdb")] if path]
    return next((folder for folder in found if _is_complete(folder)), None)


def _is_complete(folder: Path) -> bool:
    if not (folder / "initdb").exists():
        return False
    config = folder / "pg_config"
    shared = Path(f"/usr/share/postgresql/{folder.parent.name}")
    if config.exists():
        shared = Path(subprocess.check_output([config, "--sharedir"], text=True).strip())
    return (shared / "extension" / "vector.control").exists()


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """A server that runs."""

    folder: Path
    port: int
    programs: Path

    def address(self, database: str = "upr", role: str = OWNER, password: str = PASSWORD) -> str:
        """Of a database, for a role that gives its password."""
        return f"postgresql://{role}:{password}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str, database: str = "postgres") -> str:
        """Run SQL as an administrator, and return what it gives, a row a line."""
        psql = [self.programs / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port)]
        return subprocess.check_output([*psql, "-U", "admin", "-d", database, "-c", statement], text=True).strip()

    def new_database(self, name: str) -> str:
        """Make an empty database of the owner's with pgvector, and return its address."""
        self.run(f"CREATE DATABASE {name} OWNER {OWNER}")
        self.run("CREATE EXTENSION vector", name)
        return self.address(name)

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        options = f"-p {self.port} -k {self.folder} {settings}"
        self._control("start", "-o", options, "-l", str(self.folder / "log"))

    def stop(self) -> None:
        """End it at once, as if the machine had failed."""
        self._control("stop", "-m", "immediate")

    def promote(self) -> None:
        """Make of one that follows another one that is written itself."""
        self._control("promote")

    @contextmanager
    def copy(self) -> "Iterator[DatabaseServer]":
        """A streaming replica: another server, that follows this one and is read."""
        with _folder() as folder:
            copy = DatabaseServer(folder, free_port(), self.programs)
            place = ("-h", self.folder, "-p", str(self.port), "-U", "admin")
            as_server_user(
                [self.programs / "pg_basebackup", "-D", folder / "data", *place, "-R", "--checkpoint=fast", "--no-sync"]
            )
            with copy._running():
                yield copy

    @contextmanager
    def _running(self) -> Iterator[None]:
        self.start()
        try:
            yield
        finally:
            with suppress(subprocess.CalledProcessError):
                self.stop()

    def _control(self, *arguments: str) -> None:
        as_server_user([self.programs / "pg_ctl", "-D", self.folder / "data", "-w", "-s", *arguments])


def as_server_user(command: list[str | Path]) -> None:
    """Run a program of the server, which refuses to run as root, as the user postgres then."""
    by_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    # The server keeps what it inherits open: nothing of ours.
    subprocess.run([*by_user, *command], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def database_server() -> Iterator[DatabaseServer]:
    """A new server with an administrator, and an owner of databases who must give a password.

    Raises:
        FileNotFoundError: its programs are not installed.
    """
    folder_of_programs = programs()
    if folder_of_programs is None:
        raise FileNotFoundError("PostgreSQL 16 or later with pgvector is not installed")
    with _folder() as folder:
        server = DatabaseServer(folder, free_port(), folder_of_programs)
        as_server_user(
            [
                folder_of_programs / "initdb",
                *("-D", folder / "data", "-U", "admin", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"),
                *("--auth-local=trust", "--auth-host=scram-sha-256"),
            ]
        )
        with server._running():
            server.run(f"CREATE ROLE {OWNER} LOGIN PASSWORD '{PASSWORD}'")
            yield server


@contextmanager
def _folder() -> Iterator[Path]:
    # A socket has a path of 107 characters at most: not pytest's folder.
    folder = Path(tempfile.mkdtemp(prefix="upr-postgresql-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        folder.chmod(0o711)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
