"""The command `mcp`: the tools of assistants over standard input, or over HTTP."""

import re
import signal
from dataclasses import replace
from importlib.util import find_spec
from threading import Thread
from typing import TYPE_CHECKING

import click

from models.errors import UprError
from models.extras import line_to_add
from models.index_database.address import IndexPlace
from models.messages.spoken import said, saying
from web.site.options import SERVED_INDEX
from web.site.settings import PLANS_OFF, Settings

if TYPE_CHECKING:
    from flask import Flask

_ADDRESS = re.compile(r"(?:(?P<host>[\w.-]+|\[[0-9a-fA-F:.]+\]):)?(?P<port>[0-9]{1,5})")


@click.command("mcp")
@SERVED_INDEX
@click.option(
    "--http",
    "address",
    metavar="[HOST:]PORT",
    help="Serve over HTTP at this address instead; without a HOST, to this machine alone.",
)
def mcp(place: IndexPlace | None, address: str | None) -> None:
    """Answer an AI assistant by the Model Context Protocol, over standard input or HTTP.

    The assistant starts this command itself (docs/assistants.md). It sees what is indexed, and whoever runs the
    assistant sees what is asked and answered.
    """
    settings = Settings.from_environment()
    settings = replace(settings, index=place or settings.index, plans=PLANS_OFF)
    if find_spec("mcp") is None:
        raise UprError(
            saying(
                "The package “mcp” is not installed, which this command alone needs: add it with `%(command)s`.",
                command=line_to_add("mcp"),
            )
        )
    if address is None:
        _serve_standard_input(settings)
    else:
        _serve_http(settings, *_host_and_port(address))


def _host_and_port(address: str) -> tuple[str, int]:
    read = _ADDRESS.fullmatch(address)
    if not read or not 1 <= int(read["port"]) <= 65_535:
        raise click.BadParameter(said("give a port, or a host and a port: 127.0.0.1:8010."), param_hint="--http")
    return (read["host"] or "127.0.0.1").strip("[]"), int(read["port"])


def _serve_standard_input(settings: Settings) -> None:
    import anyio
    from mcp.server.stdio import stdio_server

    from web.application import create_app
    from web.assistants.server import assistant_server, silence_libraries

    silence_libraries()
    # In a terminal, Ctrl+C would else wait for the next line; there is nothing to put in order.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    site = create_app(settings)
    # An assistant waits for the first line a few seconds only, and the encoder takes longer.
    Thread(target=_prepare, args=(site,), daemon=True).start()

    async def serve() -> None:
        server = assistant_server(site, settings.threads)
        async with stdio_server() as (requests, answers):
            await server.run(requests, answers, server.create_initialization_options())

    anyio.run(serve)


def _prepare(site: "Flask") -> None:
    from web.site.served_index import INDEX

    try:
        site.extensions[INDEX].prepare()
    except UprError as error:
        click.echo(str(error), err=True)


def _serve_http(settings: Settings, host: str, port: int) -> None:
    from web.assistants.http_server import http_application, serve_http
    from web.assistants.server import assistant_server, silence_libraries
    from web.production_server import listening, prepared_app
    from web.site.allowed_hosts import own_names

    silence_libraries()
    settings = replace(settings, hosts=(*settings.hosts, *own_names(host)))
    with listening(host, port) as listener:
        server = assistant_server(prepared_app(settings), settings.threads)
        shown = f"[{host}]" if ":" in host else host
        where = said(
            "Assistants find the tools at %(address)s (end it with Ctrl+C).", address=f"http://{shown}:{port}/mcp"
        )
        click.echo(where, err=True)
        serve_http(http_application(server, settings), listener)
