"""Plans kept by the site: a SQLite file of its own, outside of the index folder.

A plan is kept as ciphertext that only the key in its address opens, under a digest of that key: who takes the file away
reads nothing of it, and neither does who makes a backup. The last versions are kept beside it, so that what two people
saved one after the other can be merged.

What is deleted is overwritten with zeros: in the file by SQLite (`secure_delete`), in the rollback journal here. That
journal holds pages as they were before a change, a deleted plan's too, so that a crash at any moment loses nothing; a
journal that is removed or truncated leaves them in blocks that the disk gives to others. It is therefore kept
(`journal_mode = PERSIST`), and overwritten when the change counts, before anybody is told that it does. A write-ahead
log would hold new pages in the same way; a journal in memory would leave a damaged file after a crash. What the program
is killed before overwriting goes with the next change, or when the site starts.

To delete needs room on the disk, for the journal. A file beside keeps it, and is given up where a disk is full.
"""

import logging
import os
import secrets
import sqlite3
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Protocol

from cryptography.fernet import InvalidToken
from platformdirs import user_data_path

from models.errors import PlanChanged, PlanNotKept, PlanStoreError, UnusablePlan
from models.messages.message import Message
from models.messages.spoken import system_words, why_it_failed
from models.plans.as_json import MOST_BYTES, checked_plan, plan_as_json, plan_from_json
from models.plans.plan import Plan
from web.site.keyed_ciphertext import cipher_of, name_of
from web.site.settings import PLANS_OFF

_log = logging.getLogger(__name__)


def file_of_user() -> Path:
    """Where the plans of the user who runs the site are: with their other data, away from index folders."""
    return user_data_path("upr-follow-up", appauthor=False) / "plans.sqlite"


def place_for_plans(host: str) -> str:
    """Where a site that listens there keeps plans: with the data of the user, where only this machine reaches it."""
    try:
        only_here = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        only_here = False
    return str(file_of_user()) if only_here else PLANS_OFF


plan_name = partial(name_of, "plan")
"""key → the digest under which its plan is kept."""
_cipher = partial(cipher_of, "plan")

KEPT_VERSIONS = 20
"""Of each plan: a form that was opened so many changes ago can still be merged."""
MOST_PLANS = 10_000
MOST_STORED_BYTES = 2_000_000_000
"""Of all plans with their versions, as ciphertext."""
BUSY_SECONDS = 5.0
WIPED_AT_ONCE = 1 << 20
"""Bytes."""

KEPT_ROOM = 16_000_000
"""Bytes, more than the largest version of a plan has as ciphertext."""
ROOM_AT_ONCE = 500_000

NOT_DELETED = Message(
    "The plan was not deleted: the disk of this site takes no change. Ask the people who run it to make room, and "
    "delete the plan again."
)
NOT_KEPT = Message("No plan is kept under this address: it was deleted, or the address is not complete.")

FULL = Message("This site has no more room for plans: take yours with you as a workbook.")
TOO_LARGE = Message(
    "This plan would be larger than 10 MB: shorten texts, or take items out and put them into a plan of their own."
)
CHANGED = Message("This plan is changed by others at this moment: try again.")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS plan_version (
    plan BLOB NOT NULL,
    version INTEGER NOT NULL,
    ciphertext BLOB NOT NULL,
    PRIMARY KEY (plan, version)
)
"""
_NEWEST = "SELECT version, ciphertext FROM plan_version WHERE plan = ? ORDER BY version DESC LIMIT 1"
_VERSION = "SELECT ciphertext FROM plan_version WHERE plan = ? AND version = ?"
_INSERT = "INSERT INTO plan_version (plan, version, ciphertext) VALUES (?, ?, ?)"
_DELETE_OLD = "DELETE FROM plan_version WHERE plan = ? AND version <= ?"
_ID = 0x55505250
"""SQLite's `application_id`: "UPRP"."""


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it is kept now."""

    plan: Plan
    version: int
    """From 1; each change adds one."""


class PlanDatabase(Protocol):
    """A file or a database within a transaction."""

    def execute(self, query: str, parameters: Sequence[Any] = ..., /) -> Any:
        """The cursor of a query, which is written as models.index_database.queries says."""


class Plans(ABC):
    """Where a site keeps plans, each under the key in its address alone: a table in a file or a database.

    All raise PlanStoreError where the file or database cannot be used, and reading also where a plan is damaged.
    """

    @abstractmethod
    def _reading(self) -> AbstractContextManager[PlanDatabase]:
        """Within, queries are answered from the plans as they are now."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[PlanDatabase]:
        """Within, nobody else writes; what was written counts once it is left in order."""

    @abstractmethod
    def _check_room(self, database: PlanDatabase) -> None:
        """Raise PlanStoreError after a change by which more is kept than may be: it is undone."""

    @abstractmethod
    def delete(self, key: str) -> None:
        """Delete the plan with all its versions.

        Raises:
            PlanNotKept: no plan is kept under this key.
        """

    def create(self, plan: Plan) -> str:
        """Keep a new plan and return the key of its address.

        Raises:
            PlanStoreError: no more plans can be kept, or they cannot be written.
            UnusablePlan: it is larger than a plan may be.
        """
        key = secrets.token_urlsafe(32)
        with self._writing() as database:
            if database.execute("SELECT count(DISTINCT plan) FROM plan_version").fetchone()[0] >= MOST_PLANS:
                raise PlanStoreError(FULL)
            database.execute(_INSERT, (plan_name(key), 1, sealed(key, plan)))
            self._check_room(database)
        return key

    def get(self, key: str) -> KeptPlan:
        """The plan of a key, as it is now.

        Raises:
            PlanNotKept: no plan is kept under this key.
        """
        with self._reading() as database:
            return _newest(database, key)

    def version(self, key: str, version: int) -> Plan:
        """The plan of a key as it was in an earlier version.

        Raises:
            PlanNotKept: no plan is kept under this key, or this version no longer.
        """
        with self._reading() as database:
            row = database.execute(_VERSION, (plan_name(key), version)).fetchone()
        return opened(key, row)

    def save(self, key: str, plan: Plan, version: int) -> int:
        """Keep the plan in place of the one that was read as `version`, and return the number of the new version.

        Raises:
            PlanChanged: somebody saved it meanwhile; merge both and save again.
            PlanNotKept: no plan is kept under this key.
            PlanStoreError: no more can be kept.
            UnusablePlan: it is larger than a plan may be.
        """
        name = plan_name(key)
        with self._writing() as database:
            if _newest(database, key).version != version:
                raise PlanChanged(CHANGED)
            database.execute(_INSERT, (name, version + 1, sealed(key, plan)))
            database.execute(_DELETE_OLD, (name, version + 1 - KEPT_VERSIONS))
            self._check_room(database)
        return version + 1


class PlanStore(Plans):
    """The plans in one file, for threads and processes at once."""

    def __init__(self, file: Path) -> None:
        """`file` is made with the first plan, readable for its owner alone.

        Raises:
            PlanStoreError: it is there and cannot be opened, or is another kind of file.
        """
        self._file = file
        if file.exists():
            self._prepare()

    def _prepare(self) -> None:
        """Make the file where it is missing, and see that it is one of plans."""
        file = self._file
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
            file.chmod(0o600)
        except OSError as error:
            raise PlanStoreError(_unusable(file, system_words(os.strerror(error.errno or 0)))) from error
        with self._reading() as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            (application,) = database.execute("PRAGMA application_id").fetchone()
        if tables and application != _ID:
            raise PlanStoreError(_unusable(file, Message("it is a database of something else")))
        if tables:
            self._wipe_journal()
            return
        with self._writing() as database:
            database.execute(_SCHEMA)
            database.execute(f"PRAGMA application_id = {_ID}")

    def create(self, plan: Plan) -> str:
        """Keep a new plan, as `Plans` says, and take the room that deleting needs where the disk is full."""
        if not self._file.exists():
            self._prepare()
        key = super().create(plan)
        self._keep_room()
        return key

    def delete(self, key: str) -> None:
        """Delete a plan as `Plans` says; the room that is kept for it is given up where the disk is full."""
        try:
            self._delete(key)
        except PlanStoreError as error:
            if not self._room.exists():
                raise PlanStoreError(NOT_DELETED) from error
            self._room.unlink()
            self.delete(key)
        self._keep_room()

    def _delete(self, key: str) -> None:
        """Delete version by version, each with a journal of its own: all at once need as much room as the plan."""
        name = plan_name(key)
        with self._reading() as database:
            _newest(database, key)
            versions = database.execute("SELECT version FROM plan_version WHERE plan = ?", (name,)).fetchall()
        for (version,) in sorted(versions):
            with self._writing() as database:
                database.execute("DELETE FROM plan_version WHERE plan = ? AND version = ?", (name, version))
        with self._writing() as database:  # what somebody saved meanwhile
            database.execute("DELETE FROM plan_version WHERE plan = ?", (name,))

    @property
    def _room(self) -> Path:
        return self._file.with_name(f"{self._file.name}-room")

    def _keep_room(self) -> None:
        """Take room on the disk, as long as there is some."""
        if self._room.exists():
            return
        try:
            with self._room.open("xb") as room:
                for _ in range(KEPT_ROOM // ROOM_AT_ONCE):
                    room.write(bytes(ROOM_AT_ONCE))
                os.fsync(room.fileno())
        except OSError:
            with suppress(OSError):
                self._room.unlink(missing_ok=True)

    def back_up(self, target: Path) -> None:
        """Copy all plans as they are now, whether a site writes them or not, into an empty file.

        What was deleted is no part of the copy.

        Raises:
            PlanStoreError: the copy cannot be written.
        """
        with self._reading() as database:
            database.execute("VACUUM INTO ?", (str(target),))
        with target.open("rb+") as copy:
            os.fsync(copy.fileno())  # which SQLite leaves out here

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as database:
            yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as database:
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")
        self._wipe_journal()

    def _wipe_journal(self) -> None:
        """Overwrite what changes left in the rollback journal."""
        journal = self._file.with_name(f"{self._file.name}-journal")
        if not journal.exists():
            return
        with self._connected() as database:
            try:
                # With this lock nobody reads or writes, and a journal left by a crash has been rolled back.
                database.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                # The change itself counts already.
                _log.warning("Others use the file of plans: its journal is overwritten with the next change.")
                return
            _overwrite(journal)
            database.execute("ROLLBACK")

    def _check_room(self, database: PlanDatabase) -> None:
        pages, free, size = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > MOST_STORED_BYTES:
            raise PlanStoreError(FULL)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        if not self._file.exists():
            raise PlanNotKept(NOT_KEPT)
        try:
            with closing(sqlite3.connect(self._file, timeout=BUSY_SECONDS, isolation_level=None)) as database:
                # To say how journals are kept reads the file, which rolls back one that a crash left, and removes it
                # with what it holds unless locks are exclusive meanwhile (SQLite, pager.c, pager_end_transaction).
                database.execute("PRAGMA locking_mode = EXCLUSIVE")
                database.execute("PRAGMA journal_mode = PERSIST")
                database.execute("PRAGMA locking_mode = NORMAL")
                database.execute("PRAGMA temp_store = MEMORY")  # or statements would write pages to files of their own
                database.execute("PRAGMA secure_delete = ON")
                yield database
        except sqlite3.Error as error:
            raise PlanStoreError(_unusable(self._file, why_it_failed(error))) from error


def _overwrite(file: Path) -> None:
    """Zeros on the disk in place of a file's bytes, then an empty file: what is given back to others is zeros."""
    with file.open("r+b", buffering=0) as opened:
        left = opened.seek(0, os.SEEK_END)
        opened.seek(0)
        while left > 0:
            left -= opened.write(bytes(min(left, WIPED_AT_ONCE)))
        os.fsync(opened.fileno())
        opened.truncate(0)


def _newest(database: PlanDatabase, key: str) -> KeptPlan:
    row = database.execute(_NEWEST, (plan_name(key),)).fetchone()
    return KeptPlan(opened(key, row and row[1:]), row[0])


def sealed(key: str, plan: Plan) -> bytes:
    """The ciphertext of a plan, with harmless texts and each item once, which its key alone opens.

    Raises:
        UnusablePlan: it is larger than a plan may be, and could not be opened again.
    """
    text = plan_as_json(checked_plan(plan))
    if len(text) > MOST_BYTES:
        raise UnusablePlan(TOO_LARGE)
    return _cipher(key).encrypt(zlib.compress(text.encode()))


def opened(key: str, row: Sequence[bytes] | None) -> Plan:
    """The plan of a row of ciphertext.

    Raises:
        PlanNotKept: there is no row.
        PlanStoreError: it is damaged.
    """
    if row is None:
        raise PlanNotKept(NOT_KEPT)
    try:
        return plan_from_json(zlib.decompress(_cipher(key).decrypt(row[0])).decode())
    except (InvalidToken, zlib.error) as error:
        raise PlanStoreError(Message("This plan is damaged: take the site's last backup of its plans.")) from error


def _unusable(file: Path, why: Message) -> Message:
    return Message(
        "Plans cannot be kept in %(file)s (%(why)s): name another file in UPR_PLANS.", file=file.name, why=why
    )
