"""Which names a request may call the site by: the header `Host` is the sender's word, not a fact.

A page of a stranger whose name is made to lead to this machine (DNS rebinding) could else read a site that listens
on it alone: the browser takes both for the same place, but still sends the stranger's name.
"""

import re
import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv6Address, ip_address
from typing import Any

from flask import abort, request

from web.site.language import gettext

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
LOCAL_ADDRESS = "upr.local_address"
"""Of the WSGI environment: the address of this machine at which the connection came in, as the server knows it."""
FOREIGN_HOST = "upr.foreign_host"
"""Of the WSGI environment: whether the request called the site by a name that is none of its own."""

_HOST = re.compile(r"(?:\[(?P<address>[0-9a-f:.]+)\]|(?P<name>[0-9a-z._-]+))(?::[0-9]{1,5})?")


class OwnNames:
    """The names that a server may be called by."""

    def __init__(self, hosts: Iterable[str]) -> None:
        """`hosts` besides the loopback names and the address at which a connection came in."""
        self._hosts = {host.lower().strip("[]") for host in (*LOOPBACK_NAMES, *hosts)}

    def include(self, host: str, local_address: str) -> bool:
        """Whether a header `Host` names this server, at which the connection came in at that address."""
        read = _HOST.fullmatch(host.lower())
        return read is not None and (read["address"] or read["name"]) in {*self._hosts, local_address}


class AllowedHosts:
    """WSGI middleware that marks requests to foreign names, and hides these from the application."""

    def __init__(self, application: Callable[..., Iterable[bytes]], hosts: Iterable[str]) -> None:
        """`hosts` are allowed besides the loopback names and the address at which the connection came in."""
        self._application = application
        self._names = OwnNames(hosts)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        if not self._names.include(environ.get("HTTP_HOST", ""), environ.get(LOCAL_ADDRESS, "")):
            environ |= {FOREIGN_HOST: True, "HTTP_HOST": "localhost"}
        return self._application(environ, start_response)


def refuse_foreign_hosts() -> None:
    """Before each request: one that calls the site by a foreign name learns which setting adds it."""
    if request.environ.get(FOREIGN_HOST):
        abort(
            400,
            gettext(
                "This site does not answer to the name in your address bar: to add it, set UPR_HOSTS to that name."
            ),
        )


def own_names(listening_on: str) -> tuple[str, ...]:
    """The names of a site that listens on an address or name: with all addresses (0.0.0.0, ::), the machine's too.

    Its addresses are not listed, for they change: LOCAL_ADDRESS has the one in question. Nor is its full name asked
    for, because that may ask a name server.
    """
    try:
        everywhere = ip_address(listening_on).is_unspecified
    except ValueError:
        everywhere = False
    name = socket.gethostname()
    return (listening_on, name, f"{name}.local") if everywhere else (listening_on,)


def plain_address(address: str) -> str:
    """An address as browsers write it: without the zone of IPv6, and IPv4 as such where IPv6 carries it."""
    parsed = ip_address(address.partition("%")[0])
    return str((isinstance(parsed, IPv6Address) and parsed.ipv4_mapped) or parsed)
