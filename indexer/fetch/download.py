"""One file from servers into the folder: asked for, streamed to the disk, gone on with after an interruption, checked.

Resuming is that of RFC 9110 (13.1.5 If-Range, 14.2 Range): the rest is asked for on the condition that the file is
still the one that the beginning came from; where it is not, the server sends all of it. What is worth another try gets
one after waits that double, with jitter: tenacity counts and waits.
"""

import re
from asyncio import sleep, timeout, to_thread
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import BinaryIO
from urllib.parse import urlsplit, urlunsplit

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from indexer.fetch.check_content import BEGINNING, check_beginning, check_file, doubts_of_document
from indexer.fetch.failures import Absent, ComeBackLater, NotFetched, NotUsable, ServerTrouble, TryAgain
from indexer.fetch.fetch_folder import FetchedFile, FetchFolder, PartFile, Validators
from indexer.fetch.https_client import HttpsClient
from indexer.fetch.servers import SERVERS, Limits, Server, filled, server_of
from indexer.fetch.wanted_file import Content, WantedFile
from indexer.progress import Advance
from indexer.read.file_format import FileFormat, format_of
from models.messages.spoken import saying

LONGEST_VALIDATOR = 200
"""Characters of an ETag or a date that are kept, and sent back."""
_ABSENT = frozenset({404, 410})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


@dataclass(slots=True)
class Outcome:
    """What came of one file."""

    file: WantedFile
    name: str = ""
    """Under which it is here, "" where it could not be had."""
    address: str = ""
    """That gave it."""
    answers: list[tuple[str, NotFetched]] = field(default_factory=list)
    """What the addresses answered that did not."""
    doubts: tuple[str, ...] = ()
    """Why it reads badly."""
    received: int = 0
    """Bytes that came over the network, those of tries that failed among them."""
    unchanged: bool = False
    """Whether the file that is here is the newest."""
    replaced: FetchedFile | None = None
    """The file whose place the new one took, where they differ."""

    @property
    def is_absent(self) -> bool:
        """Whether it is a document of which every server that was asked says that it has none."""
        is_document = self.file.content is Content.DOCUMENT and not self.name
        return is_document and all(isinstance(reason, Absent) for _, reason in self.answers)


def headers_for(file: WantedFile, address: str) -> dict[str, str]:
    """What a request says of the kind of file that is wanted, and of the page from which a person would come."""
    if file.content is not Content.DOCUMENT:
        return {"Accept": SERVERS.accept["other"]}
    viewer = filled(SERVERS.viewer, language=file.language, symbol=file.symbol)
    return {"Accept": SERVERS.accept["word" if _is_of_word(address) else "pdf"], "Referer": viewer}


class Download:
    """The fetching of one file."""

    def __init__(
        self, client: HttpsClient, file: WantedFile, folder: FetchFolder, limits: Limits, advance: Advance
    ) -> None:
        self._client = client
        self._file = file
        self._folder = folder
        self._limits = limits
        self._advance = advance
        self.outcome = Outcome(file)

    async def run(self, left_alone: Collection[Server] = ()) -> Outcome:
        """Fetch it from the first address that has it and can be read; servers that are `left_alone` are not asked."""
        badly_read: tuple[PartFile, tuple[str, ...]] | None = None
        for address in self._file.addresses:
            if badly_read and not _is_of_word(address):
                continue
            # A file that reads badly is kept beside its Word file until that is known to be better.
            name = f"{self._file.name}.other" if badly_read else self._file.name
            try:
                if server_of(address) in left_alone:
                    raise ServerTrouble(saying("the server does not serve now"))
                part, doubts = await self._from_address(name, address)
            except NotFetched as reason:
                self.outcome.answers.append((address, reason))
                continue
            if part is None or not doubts:
                if badly_read:
                    badly_read[0].discard()
                return self._take(part, doubts)
            doubt = NotUsable(saying("it reads badly: %(doubt)s", doubt=doubts[0]))
            self.outcome.answers.append((part.address, doubt))
            if badly_read:
                part.discard()
            else:
                badly_read = part, doubts
        return self._take(*badly_read) if badly_read else self.outcome

    def _take(self, part: PartFile | None, doubts: tuple[str, ...]) -> Outcome:
        outcome = self.outcome
        outcome.name, outcome.doubts, outcome.unchanged = self._file.name, doubts, part is None
        if part is not None:
            if self._file.content is Content.DOCUMENT and format_of(part.path) is FileFormat.WORD:
                outcome.name = self._file.names[-1]
            outcome.address = part.address
            outcome.replaced = self._folder.take(outcome.name, self._file.title, part)
        return outcome

    async def _from_address(self, name: str, address: str) -> tuple[PartFile | None, tuple[str, ...]]:
        """What an address gives, or the one in lower case that it refers to, with why it reads badly.

        documents.un.org refers to a path in capitals, and serves the file at the same one in small letters.
        """
        referred: list[str] = []
        try:
            return await self._complete(name, address, referred)
        except NotFetched as reason:
            lower = next(map(_in_lower_case, filter(_has_capitals, referred)), "")
            if not lower or isinstance(reason, ComeBackLater):
                raise
            self.outcome.answers.append((address, reason))
            return await self._complete(name, lower, [])

    async def _complete(self, name: str, address: str, referred: list[str]) -> tuple[PartFile | None, tuple[str, ...]]:
        part = self._folder.part(name, address)
        tries = AsyncRetrying(
            stop=stop_after_attempt(self._limits.tries),
            wait=self._wait,
            retry=retry_if_exception_type(TryAgain),
            sleep=sleep,
            reraise=True,
        )
        try:
            async with timeout(self._limits.file_seconds):
                if not await tries(self._receive, part, referred):
                    return None, ()
            check_file(part.path, self._file.content)
            return part, await self._doubts(part)
        except (Absent, NotUsable):
            part.discard()
            raise
        except TimeoutError:
            minutes = self._limits.file_seconds / 60
            raise ServerTrouble(
                saying("it took more than %(minutes)s minutes; what arrived is kept", minutes=f"{minutes:.0f}")
            ) from None

    async def _doubts(self, part: PartFile) -> tuple[str, ...]:
        file = self._file
        if file.content is not Content.DOCUMENT:
            return ()
        return await to_thread(doubts_of_document, part.path, file.name, file.symbol, file.language)

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next try: as many as the server asks for, or more each time."""
        trouble = state.outcome.exception() if state.outcome else None
        asked = trouble.wait if isinstance(trouble, TryAgain) else 0.0
        first = self._limits.first_wait
        return max(asked, wait_exponential_jitter(multiplier=first, jitter=min(first, 1))(state))

    async def _receive(self, part: PartFile, referred: list[str]) -> bool:
        """Add what the server sends to the part file until it is whole; False where what is here is the newest."""
        referred.clear()
        conditions = self._conditions(part)
        headers = headers_for(self._file, part.address) | conditions
        async with self._client.ask(part.address, headers, referred) as response:
            if response.status_code == HTTPStatus.NOT_MODIFIED and conditions and "Range" not in conditions:
                return False
            if referred and urlsplit(referred[-1]).path == SERVERS.error_page:
                raise ServerTrouble(saying("the server refers to its page for errors"))
            total = self._begin(part, response)
            if total is not None and total > self._limits.file_bytes:
                raise self._too_large()
            with part.path.open("ab") as file:
                await self._stream(response, file)
        size = part.path.stat().st_size
        if total is not None and size != total:
            # One that is too long is found out by the next try: the server has no rest of it.
            raise TryAgain(saying("the server sends another number of bytes than it says"))
        if size == 0:
            # So documents.un.org answers for a symbol that is not published.
            raise Absent(saying("the server sends nothing"))
        return True

    def _conditions(self, part: PartFile) -> dict[str, str]:
        """The headers that say what of the file is wanted, and in which case."""
        if size := part.size:
            return {"Range": f"bytes={size}-", "If-Range": part.validators.for_range}
        return self._folder.validators(self._file.name, part.address).if_changed

    def _begin(self, part: PartFile, response: httpx2.Response) -> int | None:
        """Bring the part file to where the answer begins; the bytes of the whole file, where the server says so."""
        if response.status_code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.discard()
            raise TryAgain(saying("the file is shorter than what arrived of it"))
        self._check_status(response)
        encoding = response.headers.get("Content-Encoding", "identity")
        if encoding.lower() != "identity":
            raise NotUsable(saying("the server sends it packed, which was not asked for"))
        if response.status_code == HTTPStatus.OK:
            part.begin(_validators(response))
            length = response.headers.get("Content-Length", "")
            return int(length) if length.isdecimal() and len(length) <= 15 else None
        found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        sent, kept = _validators(response), part.validators
        is_the_rest = found is not None and int(found[1]) == part.size > 0
        if found is None or not is_the_rest or (sent.etag and sent.etag != kept.etag):
            part.discard()
            raise TryAgain(saying("the server sends another part than was asked for"))
        return None if found[2] == "*" else int(found[2])

    def _check_status(self, response: httpx2.Response) -> None:
        status = response.status_code
        if status in _ABSENT:
            raise Absent(saying("the server has none (%(status)s)", status=str(status)))
        if status in _BUSY:
            wait = _seconds_to_wait(response)
            if wait > self._limits.longest_wait:
                raise ComeBackLater(
                    saying(
                        "the server is busy or fails (%(status)s) and asks to come back in %(minutes)s minutes",
                        status=str(status),
                        minutes=f"{wait / 60:.0f}",
                    )
                )
            raise TryAgain(saying("the server is busy or fails (%(status)s)", status=str(status)), wait)
        if status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            raise ServerTrouble(saying("the server refuses (%(status)s)", status=str(status)))

    async def _stream(self, response: httpx2.Response, file: BinaryIO) -> None:
        """Write what arrives, as it was sent; its beginning is checked before the rest is taken."""
        size = file.tell()
        beginning = bytearray()
        is_checked = size > 0
        async for chunk in response.aiter_raw():
            file.write(chunk)
            size += len(chunk)
            self.outcome.received += len(chunk)
            self._advance(len(chunk))
            if size > self._limits.file_bytes:
                raise self._too_large()
            if not is_checked:
                beginning += chunk[: BEGINNING - len(beginning)]
                is_checked = len(beginning) == BEGINNING
                if is_checked:
                    check_beginning(bytes(beginning), self._file.content)

    def _too_large(self) -> NotUsable:
        return NotUsable(saying("it is larger than %(most)s MB", most=round(self._limits.file_bytes / 1e6)))


def _is_of_word(address: str) -> bool:
    return "docx" in address


def _has_capitals(address: str) -> bool:
    return urlsplit(address).path != urlsplit(address).path.lower()


def _in_lower_case(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=parts.path.lower()))


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
