"""For how many seconds the site works for one client in a minute, so that a program that asks without a pause, or hands
in what is much work to read, leaves some of the machine to others. Pages of records are never counted, and nobody is on
this machine itself.

A client is an address, of IPv6 a network of one house; an office behind one address is one client. Kept are digests of
addresses under a key that is forgotten with the process, for two minutes.
"""

import secrets
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address
from time import monotonic
from typing import cast

from flask import abort, after_this_request, current_app, g, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from web.site.allowed_hosts import plain_address
from web.site.language import gettext
from web.site.long_answers import brings_file, takes_long
from web.site.refuse_when_busy import with_retry_after

CLIENT_LIMITS = "upr_client_limits"
SECONDS = 60
_PER_SECOND = 1000
"""Parts of a second that are counted."""
_OF_ONE_HOUSE = 64
"""Bits of an address of IPv6."""


class ClientLimits:
    """What clients of one process have had in the last minute."""

    def __init__(self, most: int, proxies: int, clock: Callable[[], float] = monotonic) -> None:
        """`most` seconds in a minute, 0 for no limit; `proxies` stand in front and say for whom they ask."""
        self._most = RateLimitItemPerMinute(most * _PER_SECOND) if most else None
        self._proxies = proxies
        self._secret = secrets.token_bytes(32)
        self._counted = SlidingWindowCounterRateLimiter(_storage())
        self.clock = clock

    def name_of(self, peer: str, forwarded_for: Sequence[str]) -> str:
        """A digest for the client of a request; "" for one that is not counted.

        `peer` is the address that the connection comes from, `forwarded_for` what X-Forwarded-For says.
        """
        client = _client(peer, forwarded_for, self._proxies)
        return blake2b(client.encode(), key=self._secret, digest_size=16).hexdigest() if self._most and client else ""

    def have_been_had(self, name: str) -> bool:
        """Whether a client has had what it may."""
        return self._most is not None and bool(name) and not self._counted.test(self._most, name)

    def count(self, name: str, seconds: float) -> None:
        """Count what an answer took."""
        if self._most and name:
            left = self._counted.get_window_stats(self._most, name).remaining
            # More than is left would not be counted at all.
            self._counted.hit(self._most, name, cost=max(1, min(left, round(seconds * _PER_SECOND))))


@cache
def _storage() -> MemoryStorage:
    """One for all sites of a process: it forgets in a thread of its own, and cannot be let go of from there."""
    return MemoryStorage()


def _client(peer: str, forwarded_for: Sequence[str], proxies: int) -> str | None:
    """The address that asks; None where it is on this machine, or not said."""
    # What stands further to the left anybody may have written.
    said = forwarded_for[-proxies] if 0 < proxies <= len(forwarded_for) else "" if proxies else peer
    try:
        address = ip_address(plain_address(said.strip()))
    except ValueError:
        return None
    if address.is_loopback:
        return None
    if isinstance(address, IPv6Address):
        return str(int(address) >> (128 - _OF_ONE_HOUSE))
    return str(address)


def refuse_too_many() -> None:
    """Before each request: refuse one that takes long of a client for whom the site has worked so much already."""
    if not (takes_long(request.path) or brings_file(request.method, request.path)):
        return
    limits = _limits()
    forwarded_for = [part for line in request.headers.getlist("X-Forwarded-For") for part in line.split(",")]
    name = limits.name_of(request.environ.get("REMOTE_ADDR", ""), forwarded_for)
    if limits.have_been_had(name):
        after_this_request(with_retry_after(SECONDS))
        abort(429, gettext("Too many searches are coming from your network at the moment. Try again in a minute."))
    g.client_and_start = name, limits.clock()


def count_seconds(_error: BaseException | None = None) -> None:
    """After each request: count what it took."""
    if begun := g.pop("client_and_start", None):
        name, start = begun
        _limits().count(name, _limits().clock() - start)


def _limits() -> ClientLimits:
    return cast(ClientLimits, current_app.extensions[CLIENT_LIMITS])
