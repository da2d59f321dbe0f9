"""The one command that leaves the machine: it fetches documents from the servers of the United Nations, and models.

What is slow to import is imported by the command that needs it.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from indexer.cli.options import A_PATH, progress_bar
from indexer.fetch.addresses import (
    UHRI_EXPORT,
    UN_DOCUMENTS,
    allowed_hosts,
    checked_template,
    checked_templates,
    filled,
)
from indexer.fetch.fetch_model import HUB
from indexer.fetch.limits import Limits
from indexer.fetch.wanted_file import Content, WantedFile, name_of_export
from models.errors import FetchError
from models.index_database.address import IndexPlace, index_place
from models.printable import one_line
from models.spoken import said, spoken, to_say

EXPORT_BYTES = 400_000_000
"""As others found it; it grows."""
EXPORT_PAGE = "https://uhri.ohchr.org"
_MEGABYTE, _HOUR = 1_000_000, 3600.0
EXPORT_LIMITS = Limits(
    pause=0.0,
    file_bytes=2_000 * _MEGABYTE,
    file_seconds=12 * _HOUR,
    total_bytes=10_000 * _MEGABYTE,
    total_seconds=24 * _HOUR,
)
MODEL_LIMITS = replace(EXPORT_LIMITS, file_bytes=EXPORT_LIMITS.total_bytes)
"""The weights may be one file that takes all of it."""
DOCUMENT_LIMITS = Limits(
    pause=2.0,
    file_bytes=50 * _MEGABYTE,
    file_seconds=0.25 * _HOUR,
    total_bytes=5_000 * _MEGABYTE,
    total_seconds=12 * _HOUR,
)

MODEL_NOTICE = to_say("Then it asks for the weights, vocabulary and settings that are listed: some 100 to 2,000 MB.")

FOLDER = click.option(
    "--to", "folder", type=A_PATH, default=Path("upr-documents"), show_default=True, help="Folder of fetched files."
)
YES = click.option("--yes", is_flag=True, help="Go on without asking you.")


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


@click.group()
def fetch() -> None:
    """Fetch documents of the United Nations, or a language model: the one command that leaves this machine.

    It says what it will ask of which server, and asks you once. After an interruption, run the same command again.
    """


@fetch.command()
@FOLDER
@click.option(
    "--format", "suffix", type=click.Choice(["json", "xlsx"]), default="json", show_default=True, help="Kind of file."
)
@click.option(
    "--language",
    "languages",
    callback=_languages,
    default="en",
    show_default=True,
    help="en, es, with a comma between: what the Spanish one says becomes a second wording.",
)
@click.option(
    "--address",
    "addresses",
    multiple=True,
    envvar="UPR_FETCH_UHRI",
    default=UHRI_EXPORT,
    show_envvar=True,
    help="Address of the export, with {format} in it, and {language}; several are asked in turn.",
)
@YES
@click.pass_context
def uhri(
    context: click.Context,
    folder: Path,
    suffix: str,
    languages: tuple[str, ...],
    addresses: tuple[str, ...],
    yes: bool,
) -> None:
    """Fetch OHCHR's export of the Universal Human Rights Index.

    One file of about 400 MB: recommendations of all cycles to all States, those of treaty bodies and of special
    procedures. It is the same for everybody, so it shows nobody on which State you work.
    """
    needed = ("format",) if languages == ("en",) else ("format", "language")
    addresses = checked_templates(addresses, "UPR_FETCH_UHRI", *needed)
    exports = [
        WantedFile(
            name=name_of_export(suffix, language),
            title=said(
                "the export of the Universal Human Rights Index (%(kind)s)", kind=_kind_of_export(suffix, language)
            ),
            addresses=tuple(filled(address, format=suffix, language=language) for address in addresses),
            content=Content.JSON if suffix == "json" else Content.XLSX,
            bytes=EXPORT_BYTES,
            published_at=EXPORT_PAGE,
            changes=True,
        )
        for language in languages
    ]
    notices = [said("It is the same file for everybody: it does not show on which State you work.")]
    _fetch(context, exports, folder, EXPORT_LIMITS, addresses, notices, yes=yes)


def _kind_of_export(suffix: str, language: str) -> str:
    return suffix if language == "en" else f"{suffix}, {language}"


@fetch.command()
@click.option(
    "--session",
    "sessions",
    multiple=True,
    callback=_sessions,
    help="Whole session of the Working Group, or a range (27-40); repeatable. With --state: that State alone.",
)
@click.option("--state", help="One State, by name or code. The server then sees which.")
@click.option("--missing", is_flag=True, help="What the index of --index lacks.")
@click.option(
    "--index",
    "place",
    type=index_place,
    metavar="INDEX",
    help="Index that names reports and observations: a folder, or the address of a database (postgresql://…).",
)
@click.option(
    "--language",
    "languages",
    callback=_languages,
    default="en",
    show_default=True,
    help="en, fr, es, with commas between.",
)
@click.option("--observations", is_flag=True, help="Also the concluding observations on these States.")
@FOLDER
@click.option(
    "--pause",
    type=click.FloatRange(1, 3600),
    default=DOCUMENT_LIMITS.pause,
    envvar="UPR_FETCH_PAUSE",
    show_envvar=True,
    show_default=True,
    help="Seconds between two files.",
)
@click.option(
    "--address",
    "addresses",
    multiple=True,
    envvar="UPR_FETCH_DOCUMENTS",
    default=UN_DOCUMENTS,
    show_envvar=True,
    help="Address of a document, with {symbol} ({escaped_symbol}: its slashes as %2F) and {language} in it; several "
    "are asked in turn.",
)
@YES
@click.pass_context
def documents(
    context: click.Context,
    sessions: tuple[int, ...],
    state: str | None,
    missing: bool,
    place: IndexPlace | None,
    languages: tuple[str, ...],
    observations: bool,
    folder: Path,
    pause: float,
    addresses: tuple[str, ...],
    yes: bool,
) -> None:
    """Fetch documents of reviews by their symbols.

    National report, compilation and summary follow a rule. Reports, addenda and concluding observations are fetched
    where an index (--index) or the export of `upr fetch uhri` in the same folder names them. Whole sessions hide on
    which State you work.
    """
    from indexer.fetch import choose_documents as choose
    from indexer.fetch.named_documents import fetched_export, named_documents, opened_catalogue

    if missing == (bool(sessions) or state is not None):
        raise click.UsageError(said("Give --session, --state, both, or --missing."))
    if missing and place is None:
        raise click.UsageError(said("Say with --index which index is to be completed."))
    addresses = checked_templates(addresses, "UPR_FETCH_DOCUMENTS", "symbol", "language")
    if fetched_export(folder):
        click.echo(said("Looking up in the export which documents there are: about a minute."), err=True)
    with opened_catalogue(place) as catalogue:
        named = named_documents(catalogue, folder)
        if missing and catalogue is not None:
            choice = choose.documents_lacking(catalogue, named, datetime.now(UTC).date())
        elif state is not None:
            choice = choose.documents_of_state(state, named, observations=observations, sessions=sessions)
        else:
            choice = choose.documents_of_sessions(sessions, named, observations=observations)
    wanted = choose.wanted_files(choice.documents, languages, addresses)
    _fetch(context, wanted, folder, replace(DOCUMENT_LIMITS, pause=pause), addresses, choice.notices, yes=yes)


@fetch.command()
@click.argument("name")
@click.option(
    "--address",
    envvar="UPR_FETCH_MODEL",
    default=HUB,
    show_envvar=True,
    show_default=True,
    help="Address of the server of models, or of a mirror of it.",
)
@YES
def model(name: str, address: str, yes: bool) -> None:
    """Bring a language model for `upr index --encoder NAME`, by its name as on huggingface.co.

    all-mpnet-base-v2 is taken from its five packages where these are installed, and no server is asked. Any other comes
    from where its authors published it: the server sees its name and the internet address of this machine.
    """
    from indexer.fetch.fetch_model import checked_name
    from models.encoders import model_files

    name = checked_name(name)
    if name == model_files.MPNET and (parts := model_files.accurate_parts()):
        folder = model_files.unpack_accurate(parts, model_files.models_of_environment())
    else:
        folder = _fetched_model(
            name, checked_template(address, "UPR_FETCH_MODEL").rstrip("/"), model_files.fetched_models(), yes
        )
    if name in model_files.PUBLISHED_WEIGHTS:
        model_files.checked_folder(name)
    used = said(
        "The model is in %(folder)s. Use it: %(command)s",
        folder=one_line(str(folder)),
        command=f"upr index PATH --to INDEX --encoder {one_line(name)}",
    )
    click.echo(used)


def _fetched_model(name: str, hub: str, place: Path, yes: bool) -> Path:
    """Ask for consent, then for the list of files, then for the files."""
    from indexer.fetch.announce import announcement, report_as_text
    from indexer.fetch.fetch_files import FetchRun
    from indexer.fetch.fetch_folder import fetching_into
    from indexer.fetch.fetch_model import LIST, files_listed, hosts_of, list_of_files, put_together
    from indexer.fetch.https_client import HttpsClient, proxy_for

    folder, proxy = place / name, proxy_for(hub)
    wanted = list_of_files(name, hub)
    for line in (*announcement([wanted], folder, MODEL_LIMITS, proxy), said(MODEL_NOTICE)):
        click.echo(one_line(line), err=True)
    _ask_for_consent(yes=yes)
    arriving = folder.with_name(f".{folder.name}.arriving")
    with fetching_into(arriving) as here, HttpsClient(hosts_of(hub), proxy) as client:

        def run(files: Sequence[WantedFile]) -> None:
            report = FetchRun(here, client, MODEL_LIMITS, progress_bar).run(files)
            if report.interrupted:
                raise KeyboardInterrupt
            if report.failed or report.left:
                raise FetchError(" ".join(map(str.strip, report_as_text(report))))

        run([wanted])
        listed = files_listed(name, hub, arriving / LIST)
        run([file.wanted for file in listed])
    put_together(listed, arriving, folder)
    return folder


def _fetch(
    context: click.Context,
    wanted: Sequence[WantedFile],
    folder: Path,
    limits: Limits,
    templates: Sequence[str],
    notices: Sequence[str],
    *,
    yes: bool,
) -> None:
    """Say what will be asked, ask for consent, fetch, and say what came of it."""
    from indexer.fetch.announce import announcement, report_as_text
    from indexer.fetch.fetch_files import FetchRun
    from indexer.fetch.fetch_folder import FetchFolder, fetching_into
    from indexer.fetch.https_client import HttpsClient, proxy_for

    here = FetchFolder(folder)
    to_ask = [file for file in wanted if here.is_to_be_asked(file)]
    proxy = proxy_for(templates[0])
    if to_ask:
        for line in (*announcement(to_ask, folder, limits, proxy), *notices):
            click.echo(one_line(spoken(line)), err=True)
        _ask_for_consent(yes=yes)
    with fetching_into(folder) as fetched, HttpsClient(allowed_hosts(templates), proxy) as client:
        report = FetchRun(fetched, client, limits, progress_bar).run(wanted)
    for line in report_as_text(report):
        click.echo(one_line(line))
    if report.fetched:
        command = f"upr index {one_line(str(folder))} --to index"
        click.echo(said("Index them: %(command)s", command=command))
    if report.interrupted:
        raise KeyboardInterrupt
    if report.failed or report.left:
        context.exit(1)


def _ask_for_consent(*, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError(said("Nobody can be asked here, so nothing was: say --yes to go on."))
    click.confirm(said("Go on?"), abort=True, err=True)
