"""The one client that asks servers: over HTTPS, of hosts on a list, without cookies.

httpx2 is the continuation of httpx, which has had no release since 2024; the library of sentence-transformers brings it
already.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2

from indexer.fetch.failures import ServerTrouble, TryAgain
from indexer.fetch.servers import Server, server_of
from models.errors import InvalidSetting
from models.messages.printable import one_line
from models.messages.spoken import saying, why_it_failed

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
SILENCE = 60.0
"""Seconds without a byte after which a server is given up; documents.un.org takes up to 31 to look up a symbol."""
OWN_NAME = f"upr-follow-up/{version('upr-follow-up')}"
"""What says who asks, where the user sets nothing else."""


class HttpsClient(httpx2.AsyncClient):
    """Asks servers; each request is checked, whoever makes it."""

    def __init__(
        self, servers: frozenset[Server], proxy: str | None, agent: str = "", silence: float = SILENCE
    ) -> None:
        """`servers` may be asked, by way of a `proxy` if any; `agent` is what the user lets it say instead of its name.

        Of the environment, the proxy is told before anybody consents; .netrc is not read. Certificates are those of
        the system, or of SSL_CERT_FILE.

        Raises:
            InvalidSetting: the address of the proxy, or the agent, cannot be used.
        """
        self._servers = servers
        try:
            super().__init__(
                headers={"User-Agent": agent or OWN_NAME, "Accept-Encoding": "identity"},
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                verify=httpx2.create_ssl_context(),
                proxy=proxy,
                trust_env=False,
                timeout=silence,
                event_hooks={"request": [self._check]},
            )
        except (ValueError, httpx2.InvalidURL) as error:
            raise InvalidSetting(
                saying("The proxy that the environment names cannot be used: %(error)s.", error=why_it_failed(error))
            ) from error

    @asynccontextmanager
    async def ask(
        self, address: str, headers: Mapping[str, str], referred: list[str]
    ) -> AsyncIterator[httpx2.Response]:
        """The answer at an address, or where it refers to, which is added to `referred`; it is read as it was sent.

        Raises:
            TryAgain: the server cannot be reached, is silent, or breaks off (also while the answer is read).
            ServerTrouble: it refers to an address that is not over HTTPS or not on the list, or its certificate is
                not valid.
        """
        try:
            for _ in range(MOST_REDIRECTS + 1):
                async with self.stream("GET", address, headers=headers) as response:
                    if response.status_code not in REDIRECTS:
                        yield response
                        return
                    address = _referred_to(address, response.headers.get("Location", ""))
                    referred.append(address)
        except httpx2.TransportError as error:
            raise _trouble(error) from error
        raise ServerTrouble(saying("the server refers from one address to the next without end"))

    async def _check(self, request: httpx2.Request) -> None:
        parts = urlsplit(str(request.url))
        is_https = parts.scheme == "https" and "@" not in parts.netloc
        if not is_https or server_of(str(request.url)) not in self._servers:
            shown = one_line(f"{parts.scheme}://{parts.hostname or ''}")[:80]
            raise ServerTrouble(
                saying("the server refers to %(shown)s, which is not on the list of hosts to ask", shown=shown)
            )


def proxy_for(address: str) -> str | None:
    """The proxy that the environment (HTTPS_PROXY, ALL_PROXY, NO_PROXY) or the system names for an address."""
    host, _ = server_of(address)
    proxies = getproxies()
    return None if proxy_bypass(host) else proxies.get("https") or proxies.get("all")


def _referred_to(address: str, location: str) -> str:
    try:
        joined = urljoin(address, location)
        server_of(joined)
        names_host = httpx2.URL(joined).is_absolute_url
    except (ValueError, httpx2.InvalidURL):
        names_host = False
    if not names_host:
        raise ServerTrouble(saying("the server refers to an address that is none"))
    return joined


def _trouble(error: httpx2.TransportError) -> ServerTrouble:
    if isinstance(error, httpx2.TimeoutException):
        return TryAgain(saying("the server does not answer in time"))
    if isinstance(error, httpx2.ConnectError) and "certificate" in str(error).lower():
        return ServerTrouble(saying("the certificate of the server is not valid"))
    if isinstance(error, (httpx2.ConnectError, httpx2.ProxyError)):
        return TryAgain(saying("the server cannot be reached"))
    return TryAgain(saying("the server breaks off"))
