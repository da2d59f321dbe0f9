"""The protocol over HTTP: one address, /mcp, which nothing but names of this machine leads to."""

import socket
from contextlib import suppress
from typing import Any

import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.site.allowed_hosts import OwnNames, plain_address
from web.site.settings import Settings

MOST_CONNECTIONS = 64
SECONDS_IDLE = 10
SENTENCE = "This server does not answer to that name: to add it, set UPR_HOSTS to it."


class OwnNamesAlone:
    """ASGI middleware that refuses requests to foreign names, and those of pages of foreign sites.

    The one of the package `mcp` knows a fixed list, and not the address at which a connection came in.
    """

    def __init__(self, application: ASGIApp, names: OwnNames) -> None:
        """Answer by an application to these names."""
        self._application = application
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or self._is_own(scope):
            await self._application(scope, receive, send)
            return
        failure = {"status": 400, "kind": "BadRequest", "message": SENTENCE, "field": None}
        await JSONResponse({"error": failure}, 400)(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        headers, local_address = Headers(scope=scope), plain_address(scope["server"][0])
        # Only browsers send an origin: that of a page whose script asks. It may be "null".
        origins = [origin.partition("://")[2] for origin in headers.getlist("origin")]
        hosts = headers.getlist("host")
        return len(hosts) == 1 and all(self._names.include(name, local_address) for name in (*hosts, *origins))


def http_application(server: Server[Any], settings: Settings) -> ASGIApp:
    """A server of the protocol as an ASGI application, which keeps nothing between two requests."""
    application = server.streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=settings.max_request_bytes,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),  # OwnNamesAlone does it
    )
    return OwnNamesAlone(application, OwnNames(settings.hosts))


def serve_http(application: ASGIApp, listener: socket.socket) -> None:
    """Serve until the process is told to end (SIGINT, SIGTERM)."""
    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        http="h11",
        ws="none",
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=SECONDS_IDLE,
    )
    with suppress(KeyboardInterrupt):  # which it raises again, when it has ended in order
        uvicorn.Server(config).run(sockets=[listener])
