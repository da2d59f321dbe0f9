"""Questions kept for a while, so that their results have an address without a word of them in it.

The address has a key that nobody can guess. A question is kept as ciphertext that only this key opens, under a digest
of the key: who reads the store, and not the address, reads nothing. Nothing of it is written to disk.
"""

import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Protocol

from web.site.keyed_ciphertext import cipher_of, name_of

_name = partial(name_of, "question")
_cipher = partial(cipher_of, "question")

MOST_QUESTIONS = 10_000
MOST_BYTES = 64 * 1024 * 1024
"""A question of 10,000 characters takes 15 to 55 KB."""

_KEY = re.compile(r"([A-Za-z0-9_-]{32})\.[A-Za-z0-9_-]{22}")
"""What all questions of one search share, and what is each one's own: 24 and 16 random bytes."""


class CiphertextStore(Protocol):
    """What keeps questions that it cannot read.

    A search is one issue with all changes of its filters: its questions are deleted together. Names of both are
    digests of 32 bytes.
    """

    def put(self, name: bytes, search: bytes, ciphertext: bytes) -> None:
        """Keep one question of a search, in place of what had its name."""

    def get(self, name: bytes) -> bytes | None:
        """The question, used now; None where it is not kept, or no longer."""

    def delete(self, search: bytes) -> None:
        """Forget all questions of a search."""

    def forget_unused(self) -> None:
        """Forget what nobody used for so long; to be called now and then, for a site may wait hours for a question."""


@dataclass(frozen=True, slots=True)
class KeptQuestions:
    """Questions as bytes, each under the key of its address."""

    store: CiphertextStore

    def put(self, question: bytes, beside: str = "") -> str:
        """Keep a question and return its key; with the key of a kept one `beside`, as a question of the same search."""
        search = beside[:32] if self.get(beside) is not None else secrets.token_urlsafe(24)
        key = f"{search}.{secrets.token_urlsafe(16)}"
        self.store.put(_name(key), _name(search), _cipher(key).encrypt(question))
        return key

    def get(self, key: str) -> bytes | None:
        """The question of a key; None where it is not kept, or no longer."""
        ciphertext = self.store.get(_name(key)) if is_key(key) else None
        return None if ciphertext is None else _cipher(key).decrypt(ciphertext)

    def delete(self, key: str) -> None:
        """Forget the question of a key and all others of the same search; only who knows a kept one can."""
        if self.get(key) is not None:
            self.store.delete(_name(key[:32]))


def is_key(word: str) -> bool:
    """Whether a word looks like a key, kept or not."""
    return _KEY.fullmatch(word) is not None


class MemoryStore:
    """A store in the memory of this process, safe to share between threads; where it is full, the oldest goes."""

    def __init__(
        self,
        seconds: float,
        most_questions: int = MOST_QUESTIONS,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Questions are forgotten so many `seconds` after their last use."""
        self._seconds = seconds
        self._most_questions = most_questions
        self._most_bytes = most_bytes
        self._clock = clock
        self._lock = Lock()
        self._kept: OrderedDict[bytes, _Kept] = OrderedDict()  # the longest unused first
        self._bytes = 0

    def put(self, name: bytes, search: bytes, ciphertext: bytes) -> None:
        """Keep one question of a search."""
        with self._lock:
            if name in self._kept:
                self._forget(name)
            self._kept[name] = _Kept(search, ciphertext, self._clock())
            self._bytes += len(ciphertext)
            while self._bytes > self._most_bytes or len(self._kept) > self._most_questions:
                self._forget(next(iter(self._kept)))

    def get(self, name: bytes) -> bytes | None:
        """The question, used now; None where it is not kept, or no longer."""
        with self._lock:
            self._forget_unused()
            kept = self._kept.get(name)
            if kept is None:
                return None
            kept.used = self._clock()
            self._kept.move_to_end(name)
            return kept.ciphertext

    def delete(self, search: bytes) -> None:
        """Forget all questions of a search."""
        with self._lock:
            for name in [name for name, kept in self._kept.items() if kept.search == search]:
                self._forget(name)

    def forget_unused(self) -> None:
        """Forget what nobody used for so long."""
        with self._lock:
            self._forget_unused()

    def _forget_unused(self) -> None:
        last_kept = self._clock() - self._seconds
        while self._kept and next(iter(self._kept.values())).used <= last_kept:
            self._forget(next(iter(self._kept)))

    def _forget(self, name: bytes) -> None:
        self._bytes -= len(self._kept.pop(name).ciphertext)


@dataclass(slots=True)
class _Kept:
    """One question in memory."""

    search: bytes
    ciphertext: bytes
    used: float
