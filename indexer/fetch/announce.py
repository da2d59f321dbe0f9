"""What a run says: before it, what it will ask of whom; after it, what came of it and where to find the rest."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from indexer.fetch.addresses import host_and_port
from indexer.fetch.fetch_files import FetchReport
from indexer.fetch.limits import Limits
from indexer.fetch.wanted_file import WantedFile

SHOWN = 3
"""Titles of the files that are named before a run."""


def announcement(wanted: Sequence[WantedFile], folder: Path, limits: Limits, proxy: str | None) -> Iterator[str]:
    """Sentences that say what will be asked of whom."""
    first = {host_and_port(file.addresses[0])[0] for file in wanted}
    others = {host_and_port(address)[0] for file in wanted for address in file.addresses[1:]} - first
    hosts = " and ".join(sorted(first))
    total = in_megabytes(sum(file.bytes for file in wanted))
    yield f"This asks {hosts} for {_count(len(wanted), 'file')}, about {total} in all:"
    yield from (f"  {file.title}" for file in wanted[:SHOWN])
    if len(wanted) > SHOWN:
        yield f"  … and {len(wanted) - SHOWN:,} more, one after the other with pauses of {limits.pause:g} seconds"
    if others:
        yield f"What that has not is asked of {' and '.join(sorted(others))}."
    yield f"They go to the folder {folder}."
    by = ""
    if proxy:
        parts = urlsplit(proxy)
        by = f" By the settings of this machine it is asked through the proxy {parts.hostname}:{parts.port}."
    yield f"The server sees the internet address of this machine, when it asks, and for which files.{by}"


def report_as_text(report: FetchReport) -> Iterator[str]:
    """Lines that say what came of a run."""
    yield f"{_count(len(report.fetched), 'file')} fetched ({in_megabytes(report.received)} received)."
    if report.present:
        yield f"{_count(len(report.present), 'file')} here already."
    for file, before in report.replaced:
        yield f"{file.name} takes the place of the one fetched on {before.fetched[:10]} (sha256 {before.sha256})."
    if report.absent:
        yield (
            f"{_count(len(report.absent), 'file')} asked for on the chance are not there: addenda, revisions and "
            "corrigenda that few reports have."
        )
    if report.not_published:
        titles = ", ".join(file.title for file, _ in report.not_published)
        yield (
            f"{_count(len(report.not_published), 'file')} not published where it was asked for: {titles}. Ask again "
            "later; a person finds what there is by its symbol at undocs.org."
        )
    if report.ended_early:
        yield f"The run ended early: {report.ended_early}. Run the same command again to go on."
    if report.failed:
        yield "Could not be had:"
        yield from (f"  {file.title}: {reason}. See {file.published_at}" for file, reason in report.failed)
    if report.left:
        yield "Not fetched yet:"
        yield from (f"  {file.title}" for file in report.left)


def in_megabytes(size: int) -> str:
    """A size in bytes, for people."""
    return f"{size / 1e6:,.0f} MB" if size >= 1e7 else f"{size / 1e6:,.1f} MB"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
