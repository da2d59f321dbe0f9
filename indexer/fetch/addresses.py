"""The addresses from which files come, as settings give them, and the hosts that may be asked.

None of the servers could be reached when this was written. Who saw which address answer, and when, says docs/fetch.md.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from models.errors import InvalidSetting
from models.spoken import said, saying

UHRI_EXPORT = (
    "https://dataex.ohchr.org/uhri/export-results/export-full-{language}.{format}",
    "https://uhri.ohchr.org/api/uhri/export-results/export-full-{language}.{format}",
)
UN_DOCUMENTS = (
    "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf",
    "https://docs.un.org/{language}/{symbol}",
)
"""Asked in this order."""
UN_HOSTS = (
    "documents.un.org",
    "documents-dds-ny.un.org",
    "docs.un.org",
    "undocs.org",
    "dataex.ohchr.org",
    "uhri.ohchr.org",
)
"""Among these, a server may refer to another."""
HTTPS_PORT = 443


ESCAPED = "escaped_"
"""Before the name of a placeholder: its value with slashes as %2F, as some servers want it."""


def checked_templates(templates: Sequence[str], setting: str, *placeholders: str) -> tuple[str, ...]:
    """Addresses with placeholders, as given by a setting, each once.

    Raises:
        InvalidSetting: there is none, or one cannot be used (see `checked_template`).
    """
    if not templates:
        raise InvalidSetting(saying("%(setting)s must hold an address.", setting=setting))
    return tuple(dict.fromkeys(checked_template(template, setting, *placeholders) for template in templates))


def checked_template(template: str, setting: str, *placeholders: str) -> str:
    """An address with placeholders, as given by a setting.

    Raises:
        InvalidSetting: it is no address over HTTPS, holds a user or a fragment, or lacks a placeholder.
    """
    try:
        parts = urlsplit(template)
        usable = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and not parts.fragment
        usable = usable and not {"{", "}"} & set(parts.netloc) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not all(_holds(template, name) for name in placeholders):
        named = "".join(said(" and holds %(placeholder)s", placeholder=f"{{{name}}}") for name in placeholders)
        raise InvalidSetting(
            saying("%(setting)s must be an address that begins with https://%(named)s.", setting=setting, named=named)
        )
    return template


def _holds(template: str, name: str) -> bool:
    return f"{{{name}}}" in template or f"{{{ESCAPED}{name}}}" in template


def filled(template: str, **values: str) -> str:
    """The address, with values for its placeholders; what is none of an address's own letters is escaped."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", quote(value, safe="/"))
        template = template.replace(f"{{{ESCAPED}{name}}}", quote(value, safe=""))
    return template


def host_and_port(address: str) -> tuple[str, int]:
    """The server that an address over HTTPS names."""
    parts = urlsplit(address)
    return (parts.hostname or "").lower(), parts.port or HTTPS_PORT


def allowed_hosts(addresses: Iterable[str]) -> frozenset[tuple[str, int]]:
    """The servers that may be asked: those of the addresses set, and those of the United Nations."""
    return frozenset({*map(host_and_port, addresses), *((host, HTTPS_PORT) for host in UN_HOSTS)})
