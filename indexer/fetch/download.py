"""One file from servers into the folder: asked for, streamed to the disk, gone on with after an interruption, checked.

Resuming is that of RFC 9110 (13.1.5 If-Range, 14.2 Range): the rest is asked for on the condition that the file is
still the one that the beginning came from; where it is not, the server sends all of it. What is worth another try gets
one after waits that double, with jitter: tenacity counts and waits.
"""

import re
from asyncio import sleep, timeout, to_thread
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit, urlunsplit

import httpx2
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from indexer.fetch.check_content import check_document, check_file
from indexer.fetch.failures import Absent, ComeBackLater, NotFetched, NotUsable, ServerTrouble, TryAgain
from indexer.fetch.fetch_folder import FetchFolder, PartFile
from indexer.fetch.https_client import HttpsClient
from indexer.fetch.sources import SOURCES, Limits, Server, server_of
from indexer.fetch.wanted_file import Content, WantedFile
from indexer.progress import Advance
from indexer.read.file_format import FileFormat, format_of
from models.files.digests import sha256_of_file
from models.messages.spoken import saying

_ABSENT = frozenset({404, 410})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_BRINGS_FILE = frozenset({200, 206, 416})
"""The whole of it, the rest, or word that there is no rest."""
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


@dataclass(slots=True)
class Outcome:
    """What came of one file."""

    file: WantedFile
    name: str = ""
    """Under which it is here, "" where it could not be had."""
    address: str = ""
    """That gave it, "" where it was here already."""
    answers: list[tuple[str, NotFetched]] = field(default_factory=list)
    """What the addresses answered that did not."""
    received: int = 0
    """Bytes that came over the network, those of tries that failed among them."""

    @property
    def is_absent(self) -> bool:
        """Whether it is a document of which every server that was asked says that it has none."""
        is_document = self.file.content is Content.DOCUMENT and not self.name
        return is_document and all(isinstance(reason, Absent) for _, reason in self.answers)


def headers_for(file: WantedFile, address: str) -> dict[str, str]:
    """What a request says of the kind of file that is wanted, and of the page from which a person would come."""
    if file.content is not Content.DOCUMENT:
        return {"Accept": SOURCES.accept["other"]}
    return {"Accept": SOURCES.accept["word" if _is_of_word(address) else "pdf"], "Referer": file.published_at}


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
        self._answering: list[str] = []
        """The address that is asked, and those that it refers to."""
        self.outcome = Outcome(file)

    async def run(self, left_alone: Collection[Server] = ()) -> Outcome:
        """Fetch it from the first address that has it and can be read; servers that are `left_alone` are not asked.

        documents.un.org refers to a path in capitals, and serves the file at the same one in small letters.
        """
        to_ask, asked = deque(self._file.addresses), set[str]()
        while to_ask:
            address = to_ask.popleft()
            asked.add(address)
            self._answering.clear()
            try:
                if server_of(address) in left_alone:
                    raise ServerTrouble(saying("the server does not serve now"))
                part = await self._complete(address)
            except NotFetched as reason:
                self.outcome.answers.append((address, reason))
                in_small_letters = [small for url in self._answering[1:] if (small := _in_small_letters(url)) != url]
                if in_small_letters and in_small_letters[0] not in asked and not isinstance(reason, ComeBackLater):
                    to_ask.appendleft(in_small_letters[0])
                continue
            if part is None:
                self.outcome.name = self._file.name
                return self.outcome
            return self._take(part)
        return self.outcome

    def _take(self, part: PartFile) -> Outcome:
        outcome, is_document = self.outcome, self._file.content is Content.DOCUMENT
        is_word = is_document and format_of(part.path) is FileFormat.WORD
        outcome.name = self._file.names[-1] if is_word else self._file.name
        outcome.address = part.address
        self._folder.take(outcome.name, self._file.title, part)
        for name in self._file.names:  # what other addresses gave
            self._folder.part(name, "").discard()
        return outcome

    async def _complete(self, address: str) -> PartFile | None:
        """The whole file of an address, checked; None where the one that is here is the newest."""
        file = self._file
        part = self._folder.part(file.names[-1] if _is_of_word(address) else file.name, address)
        tries = AsyncRetrying(
            stop=stop_after_attempt(self._limits.tries),
            wait=self._wait,
            retry=retry_if_exception_type(TryAgain),
            sleep=sleep,
            reraise=True,
        )
        try:
            async with timeout(self._limits.file_seconds):
                if not await tries(self._receive, part):
                    return None
            check_file(part.path, file.content)
            if file.sha256 and sha256_of_file(part.path) != file.sha256:
                raise NotUsable(saying("it is not the file that was listed"))
            if file.content is Content.DOCUMENT:
                await to_thread(check_document, part.path, file.name, file.symbol, file.language)
        except (Absent, NotUsable):
            part.discard()
            raise
        except TimeoutError:
            minutes = self._limits.file_seconds / 60
            raise ServerTrouble(
                saying("it took more than %(minutes)s minutes; what arrived is kept", minutes=f"{minutes:.0f}")
            ) from None
        return part

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next try: as many as the server asks for, or more each time."""
        trouble = state.outcome.exception() if state.outcome else None
        asked = trouble.wait if isinstance(trouble, TryAgain) else 0.0
        first = self._limits.first_wait
        return max(asked, wait_exponential_jitter(multiplier=first, jitter=min(first, 1))(state))

    async def _receive(self, part: PartFile) -> bool:
        """Add what the server sends to the part file until it is whole; False where what is here is the newest."""
        self._answering.clear()
        conditions, most = self._conditions(part), self._limits.file_bytes
        headers = headers_for(self._file, part.address) | conditions
        async with self._client.ask(part.address, headers, self._answering) as response:
            if response.status_code == HTTPStatus.NOT_MODIFIED and conditions and "Range" not in conditions:
                return False
            self._check_answer(response)
            size, total = self._begin(part, response)
            with part.path.open("ab") as file:
                async for chunk in response.aiter_raw():  # as it was sent, unpacked by nobody
                    file.write(chunk)
                    size += len(chunk)
                    self.outcome.received += len(chunk)
                    self._advance(len(chunk))
                    if max(size, total) > most:
                        raise NotUsable(saying("it is larger than %(most)s MB", most=round(most / 1e6)))
        if total and size != total:
            # One that is too long is found out by the next try: the server has no rest of it.
            raise TryAgain(saying("the server sends another number of bytes than it says"))
        if size == 0:
            # So documents.un.org answers for a symbol that is not published.
            raise Absent(saying("the server sends nothing"))
        return True

    def _conditions(self, part: PartFile) -> dict[str, str]:
        """The headers that say what of the file is wanted, and in which case."""
        if size := part.size:
            return {"Range": f"bytes={size}-", "If-Range": part.validator}
        validator = self._folder.validator(self._file.name, part.address)
        if not validator:
            return {}
        return {"If-None-Match" if validator.endswith('"') else "If-Modified-Since": validator}

    def _check_answer(self, response: httpx2.Response) -> None:
        status = response.status_code
        if response.url.path == SOURCES.error_page:
            raise ServerTrouble(saying("the server refers to its page for errors"))
        if status in _ABSENT:
            raise Absent(saying("the server has none (%(status)s)", status=str(status)))
        if status in _BUSY:
            wait = _seconds_to_wait(response)
            if wait <= self._limits.longest_wait:
                raise TryAgain(saying("the server is busy or fails (%(status)s)", status=str(status)), wait)
            raise ComeBackLater(
                saying(
                    "the server is busy or fails (%(status)s) and asks to come back in %(minutes)s minutes",
                    status=str(status),
                    minutes=f"{wait / 60:.0f}",
                )
            )
        if status not in _BRINGS_FILE:
            raise ServerTrouble(saying("the server refuses (%(status)s)", status=str(status)))
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise NotUsable(saying("the server sends it packed, which was not asked for"))

    def _begin(self, part: PartFile, response: httpx2.Response) -> tuple[int, int]:
        """Bring the part file to where the answer begins; its size, and that of the whole, 0 where nobody says."""
        if response.status_code == HTTPStatus.OK:
            part.begin(_validator(response))
            return 0, int(response.headers.get("Content-Length", 0))  # h11 lets nothing but digits pass
        sent, etag = _RANGE.fullmatch(response.headers.get("Content-Range", "")), response.headers.get("ETag", "")
        is_another = etag.startswith('"') and etag != part.validator
        if sent and not is_another and int(sent[1]) == part.size > 0:
            return part.size, int(sent[2].replace("*", "0"))
        part.discard()
        raise TryAgain(saying("the server sends another part than was asked for"))


def _is_of_word(address: str) -> bool:
    return "docx" in address


def _in_small_letters(address: str) -> str:
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


def _validator(response: httpx2.Response) -> str:
    """By what this state of the file is told from another: a weak ETag only where there is no date.

    A weak one says that nothing changed, and not that the rest belongs to the beginning (RFC 9110, 13.1.5).
    """
    etag, date = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
    validator: str = date if date and (not etag or etag.startswith("W/")) else etag
    return validator if validator.isascii() else ""  # no other can be sent back
