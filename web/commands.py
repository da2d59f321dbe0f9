"""The commands of the site: serve, demo."""

from dataclasses import replace
from pathlib import Path

import click

from models.errors import UprError
from models.index_folder import CURRENT
from web.settings import Settings

REPOSITORY = Path(__file__).resolve().parent.parent
HOST = click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 serves the whole network."
)
PORT = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)


@click.command()
@click.option("--index", "folder", type=click.Path(path_type=Path), help="Index folder.  [default: UPR_INDEX or index]")
@HOST
@PORT
def serve(folder: Path | None, host: str, port: int) -> None:
    """Serve the site over an index."""
    settings = Settings.from_environment()
    _serve(replace(settings, index=folder or settings.index), host, port)


@click.command()
@HOST
@PORT
@click.pass_context
def demo(context: click.Context, host: str, port: int) -> None:
    """Index the invented sample documents, where that is not done yet, and serve them."""
    folder = REPOSITORY / "build" / "sample-index"
    if not (folder / CURRENT).is_file():
        _index_samples(context, REPOSITORY / "samples", folder)
    _serve(replace(Settings.from_environment(), index=folder), host, port)


def _index_samples(context: click.Context, samples: Path, folder: Path) -> None:
    from indexer.commands import index

    states = samples / "states.csv"
    if not states.is_file():
        raise UprError(
            "The sample documents come with the source code only: run `make demo` in a clone of the repository, "
            "or index documents of your own with `upr index PATH --to DIR`."
        )
    context.invoke(index, paths=(samples / "documents",), folder=folder, states_csv=states)


def _serve(settings: Settings, host: str, port: int) -> None:
    from web.production_server import serve as serve_site

    click.echo(f"The site is at http://{host}:{port} (end it with Ctrl+C).", err=True)
    serve_site(settings, host, port)
