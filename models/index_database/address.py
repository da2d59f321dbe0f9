"""The address of a database, which may hold a password: what is shown of it does not."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SCHEMES = ("postgresql://", "postgres://")
VARIABLE = "UPR_DATABASE_URL"
"""The environment variable with the address that `postgresql://` alone stands for: words of a command can be seen by
other users of the machine, and stay in the history of a shell."""


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """An address of a database that libpq reads: postgresql://user@host:port/database?option=value.

    What it leaves out libpq takes from PGHOST, PGUSER, PGPASSWORD, ~/.pgpass and the like.
    """

    url: str = field(repr=False)
    copies: tuple["DatabaseAddress", ...] = ()
    """Servers that follow this one (streaming replicas), for reading."""

    def __str__(self) -> str:
        """How sentences name it: host and database, without user and password."""
        parts = urlsplit(self.url)
        places = parts.netloc.rpartition("@")[2] or ",".join(parse_qs(parts.query).get("host", ()))
        return f"postgresql://{places}{parts.path}"


IndexPlace = Path | DatabaseAddress


def index_place(word: str | IndexPlace) -> IndexPlace:
    """Where an index is: in the database of an address, or else in a folder."""
    if not isinstance(word, str):
        return word
    if word in SCHEMES:
        return DatabaseAddress(os.environ.get(VARIABLE, word))
    return DatabaseAddress(word) if word.startswith(SCHEMES) else Path(word)
