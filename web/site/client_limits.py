"""How many answers that take long one client gets in a minute, so that a program that asks without a pause leaves some
of the machine to others. Pages of records are never counted, and nobody is on this machine itself.

A client is an address, of IPv6 a network of one house; an office behind one address is one client. Kept are digests of
addresses under a key that is forgotten with the process, for two minutes.
"""

import secrets
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

from flask import abort, after_this_request, current_app, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from web.site.allowed_hosts import plain_address
from web.site.language import gettext
from web.site.long_answers import takes_long
from web.site.refuse_when_busy import with_retry_after

CLIENT_LIMITS = "upr_client_limits"
SECONDS = 60
_OF_ONE_HOUSE = 64
"""Bits of an address of IPv6."""


class ClientLimits:
    """What clients of one process have asked in the last minute."""

    def __init__(self, most: int, proxies: int) -> None:
        """`most` in a minute, 0 for no limit; `proxies` stand in front and say for whom they ask."""
        self._most = most
        self._proxies = proxies
        self._secret = secrets.token_bytes(32)
        self._counted = SlidingWindowCounterRateLimiter(_storage())

    def is_one_too_many(self, peer: str, forwarded_for: Sequence[str]) -> bool:
        """Count a request; whether its client has had what it may.

        `peer` is the address that the connection comes from, `forwarded_for` what X-Forwarded-For says.
        """
        client = _client(peer, forwarded_for, self._proxies)
        if not self._most or client is None:
            return False
        name = blake2b(client.encode(), key=self._secret, digest_size=16).hexdigest()
        return not self._counted.hit(RateLimitItemPerMinute(self._most), name)


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
    """Before each request: refuse one that takes long of a client that has asked so much already."""
    if not takes_long(request.path):
        return
    limits: ClientLimits = current_app.extensions[CLIENT_LIMITS]
    forwarded_for = [part for line in request.headers.getlist("X-Forwarded-For") for part in line.split(",")]
    if limits.is_one_too_many(request.environ.get("REMOTE_ADDR", ""), forwarded_for):
        after_this_request(with_retry_after(SECONDS))
        abort(429, gettext("Too many searches are coming from your network at the moment. Try again in a minute."))
