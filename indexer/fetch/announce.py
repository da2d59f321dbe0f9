"""What a run says: before it, what it will ask of whom; after it, what came of it and where to find the rest."""

from collections.abc import Collection, Iterator, Sequence
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

from indexer.fetch.addresses import host_and_port
from indexer.fetch.fetch_files import FetchReport
from indexer.fetch.limits import Limits
from indexer.fetch.wanted_file import WantedFile
from models.spoken import said, said_decimal, said_of, spoken

SHOWN = 3
"""Titles of the files that are named before a run."""


def announcement(wanted: Sequence[WantedFile], folder: Path, limits: Limits, proxy: str | None) -> Iterator[str]:
    """Sentences that say what will be asked of whom."""
    first = {host_and_port(file.addresses[0])[0] for file in wanted}
    others = {host_and_port(address)[0] for file in wanted for address in file.addresses[1:]} - first
    yield said_of(
        "This asks %(hosts)s for %(count)s file, about %(size)s in all:",
        "This asks %(hosts)s for %(count)s files, about %(size)s in all:",
        len(wanted),
        hosts=_all_of(first),
        size=size_in_words(sum(file.bytes for file in wanted)),
    )
    yield from (f"  {spoken(file.title)}" for file in wanted[:SHOWN])
    if len(wanted) > SHOWN:
        yield "  " + said(
            "… and %(count)s more, one after the other with pauses of %(seconds)s seconds",
            count=len(wanted) - SHOWN,
            seconds=limits.pause,
        )
    if others:
        yield said("What that has not is asked of %(hosts)s.", hosts=_all_of(others))
    yield said("They go to the folder %(folder)s.", folder=str(folder))
    seen = said("The server sees the internet address of this machine, when it asks, and for which files.")
    if proxy:
        parts = urlsplit(proxy)
        seen += " " + said(
            "By the settings of this machine it is asked through the proxy %(proxy)s.",
            proxy=f"{parts.hostname}:{parts.port}",
        )
    yield seen


def _all_of(hosts: Collection[str]) -> str:
    """Servers in a sentence."""
    return said(" and ").join(sorted(hosts))


def report_as_text(report: FetchReport) -> Iterator[str]:
    """Lines that say what came of a run."""
    yield said_of(
        "%(count)s file fetched (%(size)s received).",
        "%(count)s files fetched (%(size)s received).",
        len(report.fetched),
        size=size_in_words(report.received),
    )
    if report.present:
        yield said_of("%(count)s file here already.", "%(count)s files here already.", len(report.present))
    for file, before in report.replaced:
        yield said(
            "%(file)s takes the place of the one fetched on %(day)s (sha256 %(digest)s).",
            file=file.name,
            day=before.fetched[:10],
            digest=before.sha256,
        )
    if report.absent:
        yield said_of(
            "%(count)s file asked for on the chance are not there: addenda, revisions and corrigenda that few reports "
            "have.",
            "%(count)s files asked for on the chance are not there: addenda, revisions and corrigenda that few reports "
            "have.",
            len(report.absent),
        )
    if report.not_published:
        yield said_of(
            "%(count)s file not published where it was asked for: %(titles)s. Ask again later; a person finds what "
            "there is by its symbol at undocs.org.",
            "%(count)s files not published where it was asked for: %(titles)s. Ask again later; a person finds what "
            "there is by its symbol at undocs.org.",
            len(report.not_published),
            titles=", ".join(spoken(file.title) for file, _ in report.not_published),
        )
    if report.ended_early:
        yield said(
            "The run ended early: %(reason)s. Run the same command again to go on.", reason=spoken(report.ended_early)
        )
    if report.failed:
        yield said("Could not be had:")
        for file, reason in report.failed:
            yield "  " + said(
                "%(file)s: %(reason)s. See %(address)s",
                file=spoken(file.title),
                reason=spoken(reason),
                address=file.published_at,
            )
    if report.left:
        yield said("Not fetched yet:")
        yield from (f"  {spoken(file.title)}" for file in report.left)


def size_in_words(size: int) -> str:
    """A size in bytes, for people."""
    if size < 1e5:
        return said("%(kilobytes)s kB", kilobytes=str(ceil(size / 1e3)))
    return said("%(megabytes)s MB", megabytes=said_decimal(size / 1e6, 0 if size >= 1e7 else 1))
