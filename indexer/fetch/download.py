"""One file from a server into the folder: asked for, streamed to the disk, gone on with after an interruption, checked.

Resuming is that of RFC 9110 (13.1.5 If-Range, 14.2 Range): the rest is asked for on the condition that the file is
still the one that the beginning came from; where it is not, the server sends all of it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from time import sleep
from typing import BinaryIO

import httpx2

from indexer.fetch.addresses import host_and_port
from indexer.fetch.check_content import BEGINNING, check_beginning, check_file
from indexer.fetch.failures import Absent, ComeBackLater, NotFetched, NotUsable, ServerTrouble, TryAgain, Undecided
from indexer.fetch.fetch_folder import FetchedFile, FetchFolder
from indexer.fetch.https_client import HttpsClient
from indexer.fetch.limits import Limits
from indexer.fetch.part_file import Validators
from indexer.fetch.wanted_file import WantedFile
from indexer.progress import Advance, Progress
from indexer.read.time_limits import time_limit
from models.spoken import saying

Server = tuple[str, int]
"""Host and port."""
LONGEST_VALIDATOR = 200
"""Characters of an ETag or a date that are kept, and sent back."""
_ABSENT = frozenset({404, 410})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


@dataclass(frozen=True, slots=True)
class Downloaded:
    """What came of one file."""

    received: int
    """Bytes that came over the network, those of tries that failed among them."""
    unchanged: bool = False
    """Whether the file that is here is the newest."""
    replaced: FetchedFile | None = None
    """The file whose place the new one took, where they differ."""


class Download:
    """The fetching of one file."""

    def __init__(
        self,
        client: HttpsClient,
        wanted: WantedFile,
        folder: FetchFolder,
        limits: Limits,
        left_alone: Collection[Server] = (),
    ) -> None:
        """Nothing is asked yet; servers that are `left_alone` are not asked."""
        self._client = client
        self._wanted = wanted
        self._folder = folder
        self._limits = limits
        self._left_alone = left_alone
        self._address = ""
        """That is asked now."""
        self._part = folder.part(wanted, wanted.addresses[0])
        self.received = 0
        """Bytes that came over the network so far."""
        self.troubles: list[Server] = []
        """The servers that were asked and did not serve."""

    def run(self, progress: Progress) -> Downloaded:
        """Fetch it from the first address that has it, trying again where that may help.

        Raises:
            NotFetched: it cannot be had, now or at all.
        """
        reasons: list[NotFetched] = []
        for address in self._wanted.addresses:
            self._address, self._part = address, self._folder.part(self._wanted, address)
            try:
                return self._from_address(progress)
            except NotFetched as reason:
                reasons.append(reason)
                if isinstance(reason, ServerTrouble) and host_and_port(address) not in self._left_alone:
                    self.troubles.append(host_and_port(address))
        raise _decisive(reasons)

    def _from_address(self, progress: Progress) -> Downloaded:
        if host_and_port(self._address) in self._left_alone:
            raise ServerTrouble(saying("%(host)s does not serve now", host=host_and_port(self._address)[0]))
        try:
            if not self._try_until_complete(progress):
                return Downloaded(self.received, unchanged=True)
            check_file(self._part.path, self._wanted.content)
        except (Absent, NotUsable):
            self._part.discard()
            raise
        return Downloaded(self.received, replaced=self._folder.take(self._wanted, self._address, self._part))

    def _try_until_complete(self, progress: Progress) -> bool:
        for failed in range(self._limits.tries):
            try:
                with time_limit(self._limits.file_seconds):
                    return self._receive(progress)
            except TryAgain as trouble:
                last = trouble
            except TimeoutError:
                minutes = self._limits.file_seconds / 60
                raise ServerTrouble(
                    saying("it took more than %(minutes)s minutes; what arrived is kept", minutes=f"{minutes:.0f}")
                ) from None
            if last.wait > self._limits.longest_wait:
                raise ComeBackLater(
                    saying(
                        "%(reason)s and asks to come back in %(minutes)s minutes",
                        reason=last.reason,
                        minutes=f"{last.wait / 60:.0f}",
                    )
                )
            if failed + 1 < self._limits.tries:
                sleep(max(last.wait, self._limits.first_wait * 2**failed))
        raise last

    def _receive(self, progress: Progress) -> bool:
        """Add what the server sends to the part file until it is whole; False where what is here is the newest."""
        headers = self._conditions()
        with self._client.get(self._address, headers) as response:
            if response.status_code == HTTPStatus.NOT_MODIFIED and headers and "Range" not in headers:
                return False
            total = self._begin(response)
            if total is not None and total > self._limits.file_bytes:
                raise self._too_large()
            with progress(self._wanted.title, total or 0) as advance, self._part.path.open("ab") as file:
                self._stream(response, file, advance)
        size = self._part.path.stat().st_size
        if total is not None and size != total:
            # One that is too long is found out by the next try: the server has no rest of it.
            raise TryAgain(saying("the server sends another number of bytes than it says"))
        if size == 0:
            # So documents.un.org answers for a symbol that is not published.
            raise Absent(saying("the server sends nothing"))
        return True

    def _conditions(self) -> dict[str, str]:
        """The headers that say what of the file is wanted, and in which case."""
        if size := self._part.size:
            return {"Range": f"bytes={size}-", "If-Range": self._part.validators.for_range}
        return self._folder.validators(self._wanted.name, self._address).if_changed

    def _begin(self, response: httpx2.Response) -> int | None:
        """Bring the part file to where the answer begins; the bytes of the whole file, where the server says so."""
        if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            self._part.discard()
            raise TryAgain(saying("the file is shorter than what arrived of it"))
        _check_status(response)
        encoding = response.headers.get("Content-Encoding", "identity")
        if encoding.lower() != "identity":
            raise NotUsable(saying("the server sends it packed, which was not asked for"))
        if response.status_code == HTTPStatus.OK:
            self._part.begin(_validators(response))
            length = response.headers.get("Content-Length", "")
            return int(length) if length.isdecimal() and len(length) <= 15 else None
        found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        sent, kept = _validators(response), self._part.validators
        is_the_rest = found is not None and int(found[1]) == self._part.size > 0
        if found is None or not is_the_rest or (sent.etag and sent.etag != kept.etag):
            self._part.discard()
            raise TryAgain(saying("the server sends another part than was asked for"))
        return None if found[2] == "*" else int(found[2])

    def _stream(self, response: httpx2.Response, file: BinaryIO, advance: Advance) -> None:
        """Write what arrives, as it was sent; its beginning is checked before the rest is taken."""
        size = file.tell()
        advance(size)
        beginning = bytearray()
        is_checked = size > 0
        for chunk in response.iter_raw():
            file.write(chunk)
            size += len(chunk)
            self.received += len(chunk)
            advance(len(chunk))
            if size > self._limits.file_bytes:
                raise self._too_large()
            if not is_checked:
                beginning += chunk[: BEGINNING - len(beginning)]
                is_checked = len(beginning) == BEGINNING
                if is_checked:
                    check_beginning(bytes(beginning), self._wanted.content)

    def _too_large(self) -> NotUsable:
        return NotUsable(saying("it is larger than %(most)s MB", most=round(self._limits.file_bytes / 1e6)))


def _decisive(reasons: Sequence[NotFetched]) -> NotFetched:
    """Of the reasons of all addresses, the one that says most: only where all have none, it is not published."""
    troubles = [reason for reason in reasons if isinstance(reason, ServerTrouble)]
    absent = [reason for reason in reasons if isinstance(reason, Absent)]
    if troubles and absent:
        return Undecided(saying("one server has none, and of another: %(reason)s", reason=troubles[0].reason))
    unusable = [reason for reason in reasons if isinstance(reason, NotUsable)]
    return (troubles or unusable or reasons)[0]


def _check_status(response: httpx2.Response) -> None:
    status = response.status_code
    if status in _ABSENT:
        raise Absent(saying("the server has none (%(status)s)", status=str(status)))
    if status in _BUSY:
        raise TryAgain(
            saying("the server is busy or fails (%(status)s)", status=str(status)), _seconds_to_wait(response)
        )
    if status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
        raise ServerTrouble(saying("the server refuses (%(status)s)", status=str(status)))


def _seconds_to_wait(response: httpx2.Response) -> float:
    """What Retry-After says, in seconds or as a date (RFC 9110, 10.2.3); 0 where it says nothing that can be read."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isdecimal():
        return float(said[:10])
    try:
        return max((parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _validators(response: httpx2.Response) -> Validators:
    """Those that can be sent back."""
    said = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    return Validators(*(value if _can_be_sent(value) else "" for value in said))


def _can_be_sent(value: str) -> bool:
    return value.isascii() and value.isprintable() and len(value) <= LONGEST_VALIDATOR
