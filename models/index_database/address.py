"""The address of a database, which may hold a password: what is shown of it does not."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """As libpq reads it: postgresql://user@host:port/database?option=value.

    What it leaves out libpq takes from PGHOST, PGUSER, PGPASSWORD, ~/.pgpass and the like.
    """

    url: str = field(repr=False)

    def __str__(self) -> str:
        """How sentences name it: host and database, without user and password."""
        parts = urlsplit(self.url)
        places = parts.netloc.rpartition("@")[2] or ",".join(parse_qs(parts.query).get("host", ()))
        return f"postgresql://{places}{parts.path}"


def index_address(word: str) -> Path | DatabaseAddress:
    """Where an index is: the address of a database, or else a folder."""
    return DatabaseAddress(word) if word.startswith(SCHEMES) else Path(word)
