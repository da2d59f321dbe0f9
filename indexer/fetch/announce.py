"""What a run says: before it, what it will ask of whom; after it, what came of it and where to find the rest."""

from collections.abc import Collection, Iterator, Sequence
from math import ceil
from pathlib import Path
from urllib.parse import urlsplit

from indexer.fetch.download import Outcome, headers_for
from indexer.fetch.failures import ServerTrouble, TryAgain, WebPage
from indexer.fetch.fetch_files import FetchReport
from indexer.fetch.https_client import AGENT_SETTING, OWN_NAME, name_of_agent, proxy_for
from indexer.fetch.sources import Limits, server_of
from indexer.fetch.wanted_file import WantedFile
from models.messages.spoken import said, said_decimal, said_of, spoken, why_it_failed

SHOWN = 3
"""Titles of the files that are named before a run."""


def announcement(wanted: Sequence[WantedFile], folder: Path | None, limits: Limits) -> Iterator[str]:
    """Sentences that say what will be asked of whom; `folder` is where it is kept, if anywhere."""
    first = {server_of(file.addresses[0])[0] for file in wanted}
    others = {server_of(address)[0] for file in wanted for address in file.addresses[1:]} - first
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
            "… and %(count)s more, at most %(at_once)s side by side, with pauses of %(seconds)s seconds",
            count=len(wanted) - SHOWN,
            at_once=limits.at_once,
            seconds=limits.pause,
        )
    if others:
        yield said("What that has not is asked of %(hosts)s.", hosts=_all_of(others))
    if folder:
        yield said("They go to the folder %(folder)s.", folder=str(folder))
    seen = said("The server sees the internet address of this machine, when it asks, and for which files.")
    if proxy := proxy_for(wanted[0].addresses[0]):
        parts = urlsplit(proxy)
        seen += " " + said(
            "By the settings of this machine it is asked through the proxy %(proxy)s.",
            proxy=f"{parts.hostname}:{parts.port}",
        )
    yield seen


def requests_as_text(wanted: Sequence[WantedFile]) -> Iterator[str]:
    """Lines that say each request as it would be made; further ones are made only where the first give nothing."""
    for file in wanted:
        yield spoken(file.title)
        for address in file.addresses:
            headers = {"User-Agent": name_of_agent(), **headers_for(file, address)}
            yield f"  GET {address}"
            yield from (f"      {name}: {value}" for name, value in headers.items())


def report_as_text(report: FetchReport) -> Iterator[str]:
    """Lines that say what came of a run."""
    yield said_of(
        "%(count)s file fetched (%(size)s received).",
        "%(count)s files fetched (%(size)s received).",
        len(report.fetched),
        size=size_in_words(report.received),
    )
    for outcome in report.fetched:
        yield f"  {outcome.name}  {outcome.address}"
        yield from _answers(outcome)
    if report.here:
        yield said_of("%(count)s file here already.", "%(count)s files here already.", report.here)
    yield from _of_absent([outcome.file for outcome in report.absent])
    if report.ended_early:
        yield said(
            "The run ended early: %(reason)s. Run the same command again to go on.", reason=spoken(report.ended_early)
        )
    if report.failed or report.in_the_way:
        yield said("Could not be had:")
        for file in report.in_the_way:
            yield "  " + said("%(name)s is here and is not what was fetched; it is left as it is", name=file.name)
        for outcome in report.failed:
            yield "  " + said(
                "%(file)s: see %(address)s", file=spoken(outcome.file.title), address=outcome.file.published_at
            )
            yield from _answers(outcome)
        yield from _of_agent(report)
    if report.left:
        yield said("Not fetched yet:")
        yield from (f"  {spoken(file.title)}" for file in report.left)


def ways_as_text(report: FetchReport) -> Iterator[str]:
    """Lines that say which ways to one document work, and what the others answered."""
    for outcome in sorted(report.outcomes, key=lambda outcome: outcome.file.name):
        asked = outcome.file.addresses[0]
        works = said("works: %(address)s", address=asked)
        yield works if outcome.name else said("does not work: %(address)s", address=asked)
        if outcome.address not in ("", asked):
            yield "    " + said("in small letters: %(address)s", address=outcome.address)
        yield from _answers(outcome)
    yield from _of_agent(report)


def _answers(outcome: Outcome) -> Iterator[str]:
    """What each address answered that did not give the file."""
    for address, why in outcome.answers:
        yield f"    {address}: {spoken(why_it_failed(why))}"


def _of_agent(report: FetchReport) -> Iterator[str]:
    """Where nothing came: that the program may say that it is something else."""
    answers = [why for outcome in report.failed if outcome.file.symbol for _, why in outcome.answers]
    kept_back = any(isinstance(why, WebPage | ServerTrouble) and not isinstance(why, TryAgain) for why in answers)
    if kept_back and name_of_agent() == OWN_NAME and not report.fetched:
        yield said(
            "Nothing came. Some servers give files only to what says that it is a browser: if yours opens these "
            "addresses, you may let this program say the same with %(setting)s (see docs/fetch.md), or take the "
            "files by hand.",
            setting=AGENT_SETTING,
        )


def _of_absent(files: Sequence[WantedFile]) -> Iterator[str]:
    if on_the_chance := sum(file.may_be_absent for file in files):
        yield said(
            "Asked for on the chance and not there (addenda, revisions and corrigenda that few reports have): "
            "%(count)s.",
            count=on_the_chance,
        )
    if not_published := [spoken(file.title) for file in files if not file.may_be_absent]:
        yield said(
            "Not published where it was asked for (%(count)s): %(titles)s. Ask again later; a person finds what there "
            "is by its symbol at undocs.org.",
            count=len(not_published),
            titles=", ".join(not_published),
        )


def _all_of(hosts: Collection[str]) -> str:
    """Servers in a sentence."""
    return said(" and ").join(sorted(hosts))


def size_in_words(size: int) -> str:
    """A size in bytes, for people."""
    if size < 1e5:
        return said("%(kilobytes)s kB", kilobytes=str(ceil(size / 1e3)))
    return said("%(megabytes)s MB", megabytes=said_decimal(size / 1e6, 0 if size >= 1e7 else 1))
