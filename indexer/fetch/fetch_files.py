"""One run: files side by side, with pauses, until all are asked for, a limit is reached, or no server serves."""

import asyncio
from asyncio import sleep
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from indexer.fetch.download import Download, Outcome
from indexer.fetch.failures import ComeBackLater, ServerTrouble, WebPage
from indexer.fetch.fetch_folder import FetchFolder
from indexer.fetch.https_client import HttpsClient, proxy_for
from indexer.fetch.sources import Server, Source, server_of
from indexer.fetch.wanted_file import WantedFile
from indexer.progress import Advance, Progress
from models.messages.spoken import said, saying

MOST_TROUBLES = 3
"""Files in a row that a server does not serve, before it is left alone."""


@dataclass(slots=True)
class FetchReport:
    """What came of a run."""

    outcomes: list[Outcome] = field(default_factory=list)
    """Of the files that were asked for or were here already."""
    in_the_way: list[WantedFile] = field(default_factory=list)
    """Those in whose place is something that was not fetched."""
    left: list[WantedFile] = field(default_factory=list)
    """Those not asked for, or not to the end, when the run ended early."""
    interrupted: bool = False
    """Whether somebody pressed Ctrl+C."""
    ended_early: str = ""
    """Why, in words."""

    @property
    def received(self) -> int:
        """Bytes that came over the network."""
        return sum(outcome.received for outcome in self.outcomes)

    @property
    def fetched(self) -> list[Outcome]:
        """Those that are new here."""
        return [outcome for outcome in self.outcomes if outcome.address]

    @property
    def here(self) -> int:
        """How many were here already, as they were fetched."""
        return sum(outcome.name != "" and not outcome.address for outcome in self.outcomes)

    @property
    def absent(self) -> list[Outcome]:
        """Those that no server has. Where pages are all that came, they may be those of a network that lets nobody
        through, and nothing is known to be absent."""
        absent = [outcome for outcome in self.outcomes if outcome.is_absent]
        pages = [outcome for outcome in absent if all(isinstance(why, WebPage) for _, why in outcome.answers)]
        return [] if len(pages) == len(absent) and not self.fetched else absent

    @property
    def failed(self) -> list[Outcome]:
        """Those that could not be had, though a server may have them."""
        absent = self.absent
        return [outcome for outcome in self.outcomes if not outcome.name and outcome not in absent]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be done."""
        return not (self.failed or self.left or self.in_the_way)


class FetchRun:
    """Fetches files, some side by side."""

    def __init__(self, folder: FetchFolder, source: Source, progress: Progress) -> None:
        """Nothing is asked yet."""
        self._folder = folder
        self._source = source
        self._limits = source.limits
        self._progress = progress
        self._troubles: Counter[Server] = Counter()
        """Files in a row that a server did not serve."""
        self._report = FetchReport()

    def run(self, wanted: Sequence[WantedFile]) -> FetchReport:
        """Fetch what is not here; an interruption (Ctrl+C) ends the run, and the report says what is left."""
        report = self._report
        to_ask, present, report.in_the_way = self._folder.sorted(wanted)
        report.outcomes += (Outcome(file, file.name) for file in present)
        with self._progress(said("Fetching"), sum(file.bytes for file in to_ask)) as advance:
            try:
                if to_ask:
                    asyncio.run(self._ask(to_ask, advance))
            except KeyboardInterrupt:
                report.ended_early, report.interrupted = saying("it was interrupted"), True
        order = {file.name: number for number, file in enumerate(wanted)}
        report.outcomes.sort(key=lambda outcome: order[outcome.file.name])
        done = {outcome.file.name for outcome in report.outcomes}
        report.left = [file for file in to_ask if file.name not in done]
        return report

    async def _ask(self, files: Sequence[WantedFile], advance: Advance) -> None:
        deadline = monotonic() + self._limits.total_seconds
        turns = asyncio.Semaphore(self._limits.at_once)
        addresses = [address for file in files for address in file.addresses]
        client = HttpsClient(self._source.servers(addresses), proxy_for(addresses[0]))
        try:
            async with client, asyncio.TaskGroup() as group:
                for number, file in enumerate(files):
                    if number:
                        await sleep(self._limits.pause)
                    await turns.acquire()
                    self._report.ended_early = self._why_to_end(file, deadline)
                    if self._report.ended_early:
                        return
                    group.create_task(self._fetch(client, file, advance, turns))
        except ExceptionGroup as errors:  # a disk that is full, say
            raise errors.exceptions[0] from None

    def _why_to_end(self, next_file: WantedFile, deadline: float) -> str:
        """Why a run ends before a file, "" where it goes on."""
        if self._report.received >= self._limits.total_bytes or monotonic() >= deadline:
            return saying("this is as much as one run fetches")
        if {server_of(address) for address in next_file.addresses} <= self._left_alone():
            return saying("the server does not serve now")
        return ""

    def _left_alone(self) -> set[Server]:
        return {server for server, troubles in self._troubles.items() if troubles >= MOST_TROUBLES}

    async def _fetch(self, client: HttpsClient, file: WantedFile, advance: Advance, turns: asyncio.Semaphore) -> None:
        download = Download(client, file, self._folder, self._limits, advance)
        try:
            outcome = await download.run(self._left_alone())
        finally:
            turns.release()
            advance(file.bytes - download.outcome.received)  # the bar counts each as large as it was thought to be
        self._report.outcomes.append(outcome)
        served = {server_of(asked) for asked, why in outcome.answers if not isinstance(why, ServerTrouble)}
        served.add(server_of(outcome.address))
        for server in {server_of(asked) for asked, _ in outcome.answers} - served:
            self._troubles[server] += 1
        for server in served:
            self._troubles[server] = 0
        for asked, why in outcome.answers:
            if isinstance(why, ComeBackLater):
                self._troubles[server_of(asked)] = MOST_TROUBLES
