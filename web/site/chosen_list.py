"""The list that a visitor puts together: ids of records, for their browser alone.

One cookie, which is set when somebody first puts something on the list. It holds a random key, under which the site
keeps the list in its memory, as ciphertext that only the key opens, until nobody has looked at a page with it for a
while; or, where the visitor chose to keep the list on their computer, the list itself.
"""

import base64
import binascii
import hmac
import re
import secrets
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import cast
from urllib.parse import urlsplit

from flask import Response, current_app, g, request

from models.errors import DatabaseUnreachable, ListTooLong
from models.messages.message import Message
from web.site.kept_questions import CiphertextStore
from web.site.keyed_ciphertext import cipher_of, name_of
from web.site.own_forms import FORM_SECRET, form_token

_name = partial(name_of, "list")
_cipher = partial(cipher_of, "list")

CHOSEN_LISTS = "upr_chosen_lists"
COOKIE = "upr_list"
ANCHOR = "choose-"
"""Of the button of a record, with its id."""
MOST_CHOSEN = 1_000
MOST_COOKIE_CHARACTERS = 3_800
"""Browsers keep cookies of 4,096 bytes with name and attributes (RFC 6265, section 6.1)."""
KEPT_SECONDS = 365 * 24 * 3600
MOST_UNPACKED = 100_000

_KEY_BYTES, _RANDOM_BYTES = 24, 16
"""Of a key, and of what is random in it; the others are a digest of these with the secret of the site."""
_KEY = re.compile(r"[A-Za-z0-9_-]{32}")
_ID = re.compile(r"[A-Za-z0-9().-]{1,80}")
"""Ids are symbols with dots, paragraphs and digits (models.records.permanent_ids)."""


@dataclass(frozen=True, slots=True)
class ChosenList:
    """The list of one visitor."""

    key: str = ""
    """What the cookie has and no other site knows; "" of a visitor without a list, or with a key of their own."""
    ids: tuple[str, ...] = ()
    """In the order in which they were chosen, each once."""
    on_this_computer: bool = False
    """Whether the cookie holds the list itself, and outlasts the session of the browser."""
    unread: DatabaseUnreachable | None = None
    """Why what is on the list is not known now."""

    def with_ids(self, ids: Iterable[str]) -> "ChosenList":
        """The list with these at its end, as far as they can be ids and are not on it.

        Raises:
            ListTooLong: it would hold more than a list may.
        """
        all_ids = tuple(dict.fromkeys((*self.ids, *(each for each in ids if _ID.fullmatch(each)))))
        if len(all_ids) > MOST_CHOSEN:
            raise ListTooLong(
                Message("A list holds at most %(most)s records: make a plan of this one first.", most=MOST_CHOSEN)
            )
        return replace(self, ids=all_ids)

    def without(self, ids: Iterable[str]) -> "ChosenList":
        """The list without these."""
        gone = set(ids)
        return replace(self, ids=tuple(each for each in self.ids if each not in gone))


def chosen_list() -> ChosenList:
    """The list of who sent this request; empty while it cannot be read: every page says how long it is."""
    if "chosen_list" not in g:
        g.chosen_list = _read(request.cookies.get(COOKIE, ""))
    return cast(ChosenList, g.chosen_list)


def list_at_hand() -> ChosenList:
    """The list of who sent this request, to show or change what is on it.

    Raises:
        DatabaseUnreachable: it cannot be read now.
    """
    chosen = chosen_list()
    if chosen.unread:
        raise chosen.unread
    return chosen


def is_chosen(record_id: str) -> bool:
    """Whether a record is on the list of who sent this request."""
    if "chosen_ids" not in g:
        g.chosen_ids = frozenset(chosen_list().ids)
    return record_id in g.chosen_ids


def choice_anchor(record_id: str) -> str:
    """The id of a record's first button on this page, where the browser comes back to; "" for further ones."""
    if "choice_anchors" not in g:
        g.choice_anchors = set()
    if record_id in g.choice_anchors:
        return ""
    g.choice_anchors.add(record_id)
    return f"{ANCHOR}{record_id}"


def not_chosen(record_ids: Iterable[str]) -> list[str]:
    """Those of several records that are not on the list, each once."""
    return [each for each in dict.fromkeys(record_ids) if not is_chosen(each)]


def own_form_token() -> str:
    """The token that a form of this answer takes along, for the visitor who has the list."""
    return form_token(chosen_list().key)


def keep(changed: ChosenList, response: Response) -> Response:
    """Keep a list, with the answer that tells the browser about it.

    Raises:
        ListTooLong: it does not fit on the visitor's computer, where it is kept.
    """
    changed = replace(changed, key=changed.key or _new_key())
    if changed.on_this_computer:
        value, seconds = f"{changed.key}.{_packed(changed.ids)}", KEPT_SECONDS
        if len(value) > MOST_COOKIE_CHARACTERS:
            raise ListTooLong(
                Message(
                    "A list of %(count)s records is too long to be kept on this computer: make a plan of it, or take "
                    "some off.",
                    count=len(changed.ids),
                )
            )
        _store().delete(_name(changed.key))
    else:
        value, seconds = changed.key, None
        _store().put(
            _name(changed.key),
            _name(changed.key),
            _cipher(changed.key).encrypt(" ".join(changed.ids).encode()),
        )
    response.set_cookie(COOKIE, value, max_age=seconds, httponly=True, samesite="Strict", secure=_is_https())
    return response


def forget(response: Response) -> Response:
    """Forget the list of who sent this request, here and in their browser."""
    _store().delete(_name(chosen_list().key))
    response.delete_cookie(COOKIE, httponly=True, samesite="Strict", secure=_is_https())
    return response


def _read(cookie: str) -> ChosenList:
    key, _, packed = cookie.partition(".")
    if not _KEY.fullmatch(key):
        return ChosenList()
    is_ours = _is_of_this_site(key)
    if packed:
        return ChosenList(key if is_ours else "", _unpacked(packed), on_this_computer=True)
    if not is_ours:
        return ChosenList()
    try:
        ciphertext = _store().get(_name(key))
    except DatabaseUnreachable as error:
        return ChosenList(key, unread=error)
    return ChosenList(key, tuple(_cipher(key).decrypt(ciphertext).decode().split()) if ciphertext else ())


def _new_key() -> str:
    """A key that nobody can guess, and that this site knows for its own: who sets a cookie in the browser of another,
    with a key that they made up, is not given the list that the other then puts together."""
    random = secrets.token_bytes(_RANDOM_BYTES)
    return base64.urlsafe_b64encode(random + _mark_of(random)).decode()


def _is_of_this_site(key: str) -> bool:
    made = base64.urlsafe_b64decode(key)
    return hmac.compare_digest(made[_RANDOM_BYTES:], _mark_of(made[:_RANDOM_BYTES]))


def _mark_of(random: bytes) -> bytes:
    secret: bytes = current_app.extensions[FORM_SECRET]
    return hmac.digest(secret, b"list:" + random, "sha256")[: _KEY_BYTES - _RANDOM_BYTES]


def _packed(ids: Iterable[str]) -> str:
    return base64.urlsafe_b64encode(zlib.compress(" ".join(ids).encode(), 9)).decode().rstrip("=")


def _unpacked(packed: str) -> tuple[str, ...]:
    """The ids of a cookie, which a visitor can change as they like."""
    try:
        unpacker = zlib.decompressobj()
        words = unpacker.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), MOST_UNPACKED)
        ids = words.decode("ascii").split()
    except (zlib.error, binascii.Error, ValueError):
        return ()
    return tuple(dict.fromkeys(filter(_ID.fullmatch, ids)))[:MOST_CHOSEN]


def _is_https() -> bool:
    """Whether the browser reached the site over HTTPS; a web server in front may have taken it off."""
    return request.is_secure or urlsplit(request.headers.get("Origin", "")).scheme == "https"


def _store() -> CiphertextStore:
    return cast(CiphertextStore, current_app.extensions[CHOSEN_LISTS])
