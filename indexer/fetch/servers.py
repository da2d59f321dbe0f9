"""The servers that are asked, as servers.toml and the settings name them, and what a run asks of them at most."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

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
class Servers:
    """What servers.toml says."""

    hosts: list[str]
    documents: list[str]
    viewer: str
    export: list[str]
    error_page: str
    export_page: str
    export_bytes: int
    reports_page: str
    known_document: str
    document_bytes: int
    model_hub: str
    model_hosts: list[str]
    accept: dict[str, str]
    """Kind of file → what is said to be accepted."""
    limits: dict[str, Limits]


_NAMED = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SERVERS = Servers(**_NAMED | {"limits": {kind: Limits(**bounds) for kind, bounds in _NAMED["limits"].items()}})


def checked_templates(templates: Sequence[str], setting: str, *placeholders: str) -> tuple[str, ...]:
    """Addresses with placeholders, as given by a setting, each once.

    Raises:
        InvalidSetting: there is none; or one is no address over HTTPS, holds a user or a fragment, or lacks a
            placeholder.
    """
    if not templates or not all(_is_usable(template, placeholders) for template in templates):
        named = "".join(said(" and holds %(placeholder)s", placeholder=f"{{{name}}}") for name in placeholders)
        raise InvalidSetting(
            saying("%(setting)s must be an address that begins with https://%(named)s.", setting=setting, named=named)
        )
    return tuple(dict.fromkeys(templates))


def _is_usable(template: str, placeholders: Iterable[str]) -> bool:
    try:
        parts = urlsplit(template)
        is_bare = not {"{", "}", "@"} & set(parts.netloc) and not parts.fragment and parts.port != 0
    except ValueError:
        return False
    is_complete = all(filled(template, **{name: "-"}) != template for name in placeholders)
    return parts.scheme == "https" and bool(parts.hostname) and is_bare and is_complete


def filled(template: str, **values: str) -> str:
    """The address, with values for its placeholders; what is none of an address's own letters is escaped.

    In {escaped_symbol} slashes are too (%2F), as some servers want it.
    """
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", quote(value, safe="/"))
        template = template.replace(f"{{escaped_{name}}}", quote(value, safe=""))
    return template


def server_of(address: str) -> Server:
    """The server that an address over HTTPS names."""
    parts = urlsplit(address)
    return (parts.hostname or "").lower(), parts.port or HTTPS_PORT


def allowed_servers(addresses: Iterable[str], hosts: Iterable[str] = tuple(SERVERS.hosts)) -> frozenset[Server]:
    """The servers that may be asked: those of the addresses set, and those named beside them."""
    return frozenset({*map(server_of, addresses), *((host, HTTPS_PORT) for host in hosts)})
