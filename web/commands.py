"""The commands of the site: serve, demo."""

import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from platformdirs import user_cache_path

from models.errors import UprError
from models.files.whole_file import whole_file
from models.index_database.address import IndexPlace
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.messages.spoken import said, saying
from web.site.options import SERVED_INDEX, opened
from web.site.settings import Settings

if TYPE_CHECKING:
    from web.files.bulk import BulkExtension

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
"""In a clone of the repository, and where a wheel is installed."""
HOST = click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 serves the whole network."
)
PORT = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
PROCESSES = click.option(
    "--processes",
    type=click.IntRange(1),
    default=1,
    envvar="WEB_CONCURRENCY",
    show_default=True,
    show_envvar=True,
    help="Processes that answer.",
)


@click.command()
@SERVED_INDEX
@HOST
@PORT
@PROCESSES
def serve(place: IndexPlace | None, host: str, port: int, processes: int) -> None:
    """Serve the site over an index."""
    settings = Settings.from_environment()
    _serve(replace(settings, index=place or settings.index), host, port, processes)


@click.command()
@HOST
@PORT
def demo(host: str, port: int) -> None:
    """Index the invented sample documents, as far as that is not done yet, and serve them."""
    from web.production_server import listening

    with listening(host, port):
        pass  # a port that is taken is told before anybody waits for the index
    folder = user_cache_path("upr-follow-up") / f"sample-index-{FORMAT_VERSION}"
    _index_samples(folder)
    _serve(replace(Settings.from_environment(), index=folder), host, port)


@click.command()
@SERVED_INDEX
@click.option("--state", help="All on one State, by code or name; without it, everything.")
@click.option("--format", "extension", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="-",
    help="File to write.  [default: standard output]",
)
def export(place: IndexPlace | None, state: str | None, extension: "BulkExtension", target: Path) -> None:
    """Write all records of an index, or of one State, to a file: recommendations with positions, voluntary commitments,
    what treaty bodies say, and what was reported.

    JSON Lines has every field of a record, CSV the main ones. Both are written while they are read, so that a large
    index takes no more memory than a small one. Where reviews are not indexed, the last lines say which: their kind is
    "not indexed".
    """
    from web.files.bulk import BULK_FORMATS, everything

    index = opened(place)
    code = index.state(state).code if state else None
    to_standard_output = nullcontext(sys.stdout.buffer)
    with to_standard_output if target == Path("-") else whole_file(target) as file:
        for part in BULK_FORMATS[extension].write(everything(index, code)):
            file.write(part)


def _index_samples(folder: Path) -> None:
    """Index in a process of its own, so that what it took of memory is free again.

    Its report is for who indexes documents of their own.
    """
    click.echo(said("Reading the invented sample documents; the first time takes a minute or two."), err=True)
    command = [sys.executable, "-c", "from web.command_line import main; main()", "index", str(SAMPLES / "documents")]
    from models.encoders.load_encoder import usual_encoder  # numpy: not needed for help

    # The samples may have been indexed by another install, with another model than this one's.
    encoder = os.environ.get("UPR_ENCODER") or usual_encoder()
    options = ["--to", str(folder), "--states", str(SAMPLES / "states.csv"), "--fresh", "--yes", "--encoder", encoder]
    if subprocess.run([*command, *options], check=False, stdout=subprocess.DEVNULL).returncode:  # noqa: S603 - our own command, no shell
        raise UprError(
            saying(
                "The sample documents were not indexed: free what the message above names, or delete %(folder)s.",
                folder=str(folder),
            )
        )


def _serve(settings: Settings, host: str, port: int, processes: int = 1) -> None:
    from web.production_server import serve as serve_site

    here = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    words = said("The site is at %(address)s (end it with Ctrl+C).", address=f"http://{here}:{port}")
    ready = partial(click.echo, words, err=True)
    serve_site(settings, host, port, processes, ready)
