"""One run: file after file, with pauses, until all are asked for, a limit is reached, or the server does not serve."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic, sleep

from indexer.fetch.addresses import host_and_port
from indexer.fetch.download import Download, Server
from indexer.fetch.failures import Absent, ComeBackLater, NotUsable, ServerTrouble, Undecided, WebPage
from indexer.fetch.fetch_folder import FetchedFile, FetchFolder, Presence
from indexer.fetch.https_client import HttpsClient
from indexer.fetch.limits import Limits
from indexer.fetch.wanted_file import Content, WantedFile
from indexer.progress import Progress
from models.spoken import saying

MOST_TROUBLES = 3
"""Files in a row that a server does not serve, before it is left alone."""


@dataclass(slots=True)
class FetchReport:
    """What came of a run."""

    fetched: list[WantedFile] = field(default_factory=list)
    received: int = 0
    """Bytes that came over the network."""
    present: list[WantedFile] = field(default_factory=list)
    """Those that were here already, as they were fetched, and are the newest."""
    replaced: list[tuple[WantedFile, FetchedFile]] = field(default_factory=list)
    """Those fetched that took the place of an earlier one, which differed."""
    absent: list[WantedFile] = field(default_factory=list)
    """Those asked for on the chance, which the server does not have."""
    not_published: list[tuple[WantedFile, Absent]] = field(default_factory=list)
    """Those that the servers have not, with how they said so."""
    failed: list[tuple[WantedFile, str]] = field(default_factory=list)
    """Those that could not be had, with the reason."""
    left: list[WantedFile] = field(default_factory=list)
    """Those not asked for, or not to the end, when the run ended early."""
    interrupted: bool = False
    """Whether somebody pressed Ctrl+C."""
    ended_early: str = ""
    """Why, in words."""


class FetchRun:
    """Fetches files one after the other."""

    def __init__(self, folder: FetchFolder, client: HttpsClient, limits: Limits, progress: Progress) -> None:
        self._folder = folder
        self._client = client
        self._limits = limits
        self._progress = progress
        self._troubles = 0
        """Files in a row that no server served."""
        self._troubles_of: Counter[Server] = Counter()
        """Files in a row that one server did not serve."""
        self._report = FetchReport()

    def run(self, wanted: Sequence[WantedFile]) -> FetchReport:
        """Fetch what is not here; an interruption (Ctrl+C) ends the run, and the report says what is left."""
        report = self._report
        deadline = monotonic() + self._limits.total_seconds
        done = 0
        try:
            to_ask = list(filter(self._is_to_be_asked, wanted))
            for file in to_ask:
                if done:
                    sleep(self._limits.pause)
                if report.received >= self._limits.total_bytes or monotonic() >= deadline:
                    report.ended_early = saying("this is as much as one run fetches")
                else:
                    self._fetch(file)
                    done += 1
                if report.ended_early:
                    break
        except KeyboardInterrupt:
            report.ended_early, report.interrupted = saying("it was interrupted"), True
        report.left = to_ask[done:]
        self._doubt_pages()
        return report

    def _doubt_pages(self) -> None:
        """Where pages are all that came, they may be those of a network that lets nobody through."""
        report = self._report
        pages = [(file, reason.reason) for file, reason in report.not_published if isinstance(reason, WebPage)]
        if pages and len(pages) == len(report.not_published) and not report.fetched:
            report.failed += pages
            report.not_published = []

    def _is_to_be_asked(self, file: WantedFile) -> bool:
        """Whether to ask for a file; the others are noted."""
        if self._folder.is_to_be_asked(file):
            return True
        if self._folder.presence(file.name) is Presence.FETCHED:
            self._report.present.append(file)
        else:
            reason = saying("%(name)s is here and is not what was fetched; it is left as it is", name=file.name)
            self._report.failed.append((file, reason))
        return False

    def _fetch(self, file: WantedFile) -> None:
        report = self._report
        left_alone = {server for server, troubles in self._troubles_of.items() if troubles >= MOST_TROUBLES}
        download = Download(self._client, file, self._folder, self._limits, left_alone)
        try:
            downloaded = download.run(self._progress)
        except (Absent, NotUsable, Undecided) as reason:
            self._troubles = 0
            if isinstance(reason, Absent) and file.may_be_absent:
                report.absent.append(file)
            elif isinstance(reason, Absent) and file.content is Content.PDF:
                report.not_published.append((file, reason))
            else:
                report.failed.append((file, reason.reason))
        except ServerTrouble as trouble:
            self._troubles += 1
            report.failed.append((file, trouble.reason))
            if isinstance(trouble, ComeBackLater) or self._troubles == MOST_TROUBLES:
                report.ended_early = saying("the server does not serve now")
        else:
            self._troubles = 0
            (report.present if downloaded.unchanged else report.fetched).append(file)
            if downloaded.replaced:
                report.replaced.append((file, downloaded.replaced))
        finally:
            report.received += download.received
            for server in {host_and_port(address) for address in file.addresses} - left_alone:
                self._troubles_of[server] = self._troubles_of[server] + 1 if server in download.troubles else 0
