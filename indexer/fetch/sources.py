"""Where files come from, as sources.toml and the settings name it, and what a run asks of servers at most."""

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import cattrs

from models.errors import InvalidSetting
from models.messages.spoken import said, saying

Server = tuple[str, int]
"""Host and port."""
HTTPS_PORT = 443


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a run in bytes and seconds."""

    at_once: int
    """Requests side by side: documents.un.org refuses ten."""
    pause: float
    """Seconds between the beginnings of two files."""
    file_bytes: int
    file_seconds: float
    """Of one try."""
    total_bytes: int
    total_seconds: float
    tries: int = 5
    """Of one address."""
    first_wait: float = 2.0
    """Seconds before the second try; twice as many before each further one, and up to a second more by chance."""
    longest_wait: float = 600.0
    """Seconds; a server that asks for more is left alone."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where files of one kind come from: documents, the export, models."""

    setting: str
    holds: list[str]
    addresses: list[str]
    page: str
    hosts: list[str]
    bytes: int
    limits: Limits

    def addresses_of(self, **values: str) -> tuple[str, ...]:
        """The addresses of one file, to be asked in turn: those of the setting, else the usual ones.

        Raises:
            InvalidSetting: one is no address over HTTPS, holds a user or a fragment, or lacks a value.
        """
        templates = dict.fromkeys(os.environ.get(self.setting, "").split() or self.addresses)
        if not all(_is_usable(template, self.holds) for template in templates):
            named = "".join(said(" and holds %(placeholder)s", placeholder=f"{{{name}}}") for name in self.holds)
            raise InvalidSetting(
                saying(
                    "%(setting)s must be an address that begins with https://%(named)s.",
                    setting=self.setting,
                    named=named,
                )
            )
        return tuple(filled(template, **values) for template in templates)

    def servers(self, addresses: Iterable[str]) -> frozenset[Server]:
        """The servers that may be asked: those of these addresses, and those to which they may refer."""
        return frozenset({*map(server_of, addresses), *((host, HTTPS_PORT) for host in self.hosts)})


@dataclass(frozen=True, slots=True)
class Sources:
    """What sources.toml says."""

    documents: Source
    export: Source
    models: Source
    error_page: str
    reports_page: str
    known_document: str
    accept: dict[str, str]
    """Kind of file → what is said to be accepted."""


SOURCES = cattrs.structure(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")), Sources)


def _is_usable(template: str, values: Iterable[str]) -> bool:
    try:
        parts = urlsplit(template)
        is_bare = not {"{", "}", "@"} & set(parts.netloc) and not parts.fragment and parts.port != 0
    except ValueError:
        return False
    is_complete = all(f"{{{value}}}" in template for value in values)
    return parts.scheme == "https" and bool(parts.hostname) and is_bare and is_complete


def filled(template: str, **values: str) -> str:
    """The address, with values for its placeholders; what is none of an address's own letters is escaped."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", quote(value, safe="/"))
    return template


def server_of(address: str) -> Server:
    """The server that an address over HTTPS names."""
    parts = urlsplit(address)
    return (parts.hostname or "").lower(), parts.port or HTTPS_PORT
