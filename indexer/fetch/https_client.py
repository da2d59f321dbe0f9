"""The one client that asks servers: over HTTPS, of hosts on a list, without cookies.

httpx2 is the continuation of httpx, which has had no release since 2024; the library of sentence-transformers brings it
already.
"""

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import version
from urllib.request import getproxies, proxy_bypass

import httpx2

from indexer.fetch.failures import ServerTrouble, TryAgain
from indexer.fetch.sources import HTTPS_PORT, Server, server_of
from models.errors import InvalidSetting
from models.messages.printable import one_line
from models.messages.spoken import saying, why_it_failed

MOST_REDIRECTS = 5
SILENCE = 60.0
"""Seconds without a byte after which a server is given up; documents.un.org takes up to 31 to look up a symbol."""
OWN_NAME = f"upr-follow-up/{version('upr-follow-up')}"
AGENT_SETTING = "UPR_FETCH_AGENT"


class HttpsClient(httpx2.AsyncClient):
    """Asks servers; each request is checked, whoever makes it."""

    def __init__(self, servers: frozenset[Server], proxy: str | None, silence: float = SILENCE) -> None:
        """`servers` may be asked, by way of a `proxy` if any.

        Of the environment, the proxy is told before anybody consents; .netrc is not read. Certificates are those of
        the system, or of SSL_CERT_FILE.

        Raises:
            InvalidSetting: the address of the proxy, or the agent, cannot be used.
        """
        self._servers, agent = servers, name_of_agent()
        try:
            super().__init__(
                headers={"User-Agent": agent, "Accept-Encoding": "identity"},
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
        self, address: str, headers: Mapping[str, str], answering: list[str]
    ) -> AsyncIterator[httpx2.Response]:
        """The answer at an address, or where it refers to; each that answers is added to `answering`.

        httpx2 would follow by itself, but take all of an answer that refers on, however large.

        Raises:
            TryAgain: the server cannot be reached, is silent, or breaks off (also while the answer is read).
            ServerTrouble: it refers to an address that is not over HTTPS or not on the list, or its certificate is
                not valid.
        """
        request = self.build_request("GET", address, headers=headers)
        try:
            for _ in range(MOST_REDIRECTS + 1):
                async with aclosing(await self.send(request, stream=True)) as response:
                    answering.append(str(request.url))
                    if response.next_request is None:
                        yield response
                        return
                    request = response.next_request
        except httpx2.TransportError as error:
            raise _trouble(error) from error
        raise ServerTrouble(saying("the server refers from one address to the next without end"))

    async def _check(self, request: httpx2.Request) -> None:
        url = request.url
        if url.scheme != "https" or url.userinfo or (url.host, url.port or HTTPS_PORT) not in self._servers:
            shown = one_line(f"{url.scheme}://{url.host}")[:80]
            raise ServerTrouble(
                saying("the server refers to %(shown)s, which is not on the list of hosts to ask", shown=shown)
            )


def name_of_agent() -> str:
    """What says who asks: this program, or what the user lets it say instead.

    Raises:
        InvalidSetting: it cannot be said.
    """
    name = os.environ.get(AGENT_SETTING, "").strip() or OWN_NAME
    if not (name.isascii() and name.isprintable()):
        raise InvalidSetting(saying("Give %(setting)s in letters of ASCII, in one line.", setting=AGENT_SETTING))
    return name


def proxy_for(address: str) -> str | None:
    """The proxy that the environment (HTTPS_PROXY, ALL_PROXY, NO_PROXY) or the system names for an address."""
    host, _ = server_of(address)
    proxies = getproxies()
    return None if proxy_bypass(host) else proxies.get("https") or proxies.get("all")


def _trouble(error: httpx2.TransportError) -> ServerTrouble:
    if isinstance(error, httpx2.TimeoutException):
        return TryAgain(saying("the server does not answer in time"))
    if isinstance(error, httpx2.ConnectError) and "certificate" in str(error).lower():
        return ServerTrouble(saying("the certificate of the server is not valid"))
    if isinstance(error, (httpx2.ConnectError, httpx2.ProxyError)):
        return TryAgain(saying("the server cannot be reached"))
    return TryAgain(saying("the server breaks off"))
