"""Settings of the site: each is one environment variable with a typed value, a default and a help text."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from models.errors import InvalidSetting
from models.index_database.address import SCHEMES, DatabaseAddress, IndexPlace, index_place
from models.messages.spoken import saying

PLANS_OFF = "off"
PROGRAM_VERSION = version("upr-follow-up")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set; the field `index` is read from UPR_INDEX, and so on."""

    index: IndexPlace = field(
        default=Path("index"),
        metadata={"help": "Index folder to serve, or database that holds one (`postgresql://…`)."},
    )
    database_url: str = field(
        default="",
        repr=False,
        metadata={
            "help": "Database that `postgresql://` alone stands for. The site keeps searches and lists there, for all "
            "machines that name it, as ciphertext."
        },
    )
    read_urls: str = field(
        default="",
        repr=False,
        metadata={"help": "Replicas of that database, with commas between: the index is read from these."},
    )
    results_per_page: int = field(
        default=10,
        metadata={"help": "Recommendations on one page of results, 1 to 100; readers may choose 25, 50 or 100."},
    )
    max_request_bytes: int = field(
        default=131_072, metadata={"help": "Largest request in bytes; a larger one is answered with 413."}
    )
    threads: int = field(
        default=4,
        metadata={"help": "Threads of each server process: requests answered at once, half of them issues and files."},
    )
    seconds_per_minute: int = field(
        default=60,
        metadata={
            "help": "Seconds that one address gets in a minute from each server process for answers to issues, "
            "keywords and files; 0: no limit. This machine itself has none."
        },
    )
    keep_minutes: int = field(
        default=60,
        metadata={"help": "Minutes for which a search is kept in memory after its last use, 1 to 1440."},
    )
    plans: str = field(
        default="",
        metadata={
            "help": "File, or database (`postgresql://…`), in which this site keeps follow-up plans; `off`: none. "
            "Unset: a file of the user who runs it where only this machine reaches the site, else none."
        },
    )
    hosts: tuple[str, ...] = field(
        default=(), metadata={"help": "Host names of the site besides its own, with commas between."}
    )
    proxies: int = field(
        default=0, metadata={"help": "Web servers in front whose `X-Forwarded-Host` and `-Proto` are believed."}
    )
    tables: Path | None = field(
        default=None, metadata={"help": "Folder of tables of partners that count instead of those of the same names."}
    )

    @property
    def plans_place(self) -> IndexPlace | None:
        """The file or database of the site's plans; None where it keeps none."""
        return self._with_copies(index_place(self.plans)) if self.plans and self.plans != PLANS_OFF else None

    @property
    def index_place(self) -> IndexPlace:
        """The folder or database that is served."""
        return self._with_copies(self.index)

    @property
    def database(self) -> DatabaseAddress | None:
        """Where several machines keep searches and lists together; None where each keeps its own."""
        return replace(DatabaseAddress(self.database_url), copies=self._copies) if self.database_url else None

    @property
    def _copies(self) -> tuple[DatabaseAddress, ...]:
        # An address with several hosts has commas, too.
        words = re.split(r"(?<![,\s])[,\s]++(?=postgres(?:ql)?://)", self.read_urls.strip(" ,"))
        return tuple(map(DatabaseAddress, filter(None, words)))

    def _with_copies(self, place: IndexPlace) -> IndexPlace:
        """With its replicas, if it is the database that has them."""
        if place in (DatabaseAddress(self.database_url), self.index) and isinstance(place, DatabaseAddress):
            return replace(place, copies=self._copies)
        return place

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The settings of this process.

        Raises:
            InvalidSetting: a value is not of its kind or out of range.
        """
        given = {
            each.name: _read(
                each.name, Path if each.default is None else type(each.default), environment[variable_name(each.name)]
            )
            for each in fields(cls)
            if environment.get(variable_name(each.name))
        }
        return cls(**given)

    def __post_init__(self) -> None:
        """Hold the ranges."""
        if not 1 <= self.results_per_page <= 100:
            raise InvalidSetting(saying("UPR_RESULTS_PER_PAGE must be a number from 1 to 100."))
        if not 1 <= self.keep_minutes <= 1440:
            raise InvalidSetting(saying("UPR_KEEP_MINUTES must be a number from 1 to 1440."))
        for name in ("max_request_bytes", "threads"):
            if getattr(self, name) < 1:
                raise InvalidSetting(saying("%(setting)s must be 1 or more.", setting=variable_name(name)))
        for name in ("database_url", "read_urls"):
            if getattr(self, name) and not getattr(self, name).strip(" ,").startswith(SCHEMES):
                raise InvalidSetting(
                    saying(
                        "%(setting)s must begin with postgresql:// (docs/postgresql.md).", setting=variable_name(name)
                    )
                )
        for name in ("proxies", "seconds_per_minute"):
            if getattr(self, name) < 0:
                raise InvalidSetting(saying("%(setting)s must be 0 or more.", setting=variable_name(name)))


def variable_name(setting_name: str) -> str:
    """The environment variable of a setting ("index" is UPR_INDEX)."""
    return f"UPR_{setting_name.upper()}"


def _read(name: str, kind: type[Any], value: str) -> Any:
    """The typed value of an environment variable."""
    if name == "index":
        return index_place(value)
    if issubclass(kind, Path):
        return Path(value)
    if issubclass(kind, tuple):
        return tuple(value.replace(",", " ").split())
    try:
        return kind(value)
    except ValueError as error:
        raise InvalidSetting(
            saying("%(setting)s must be a whole number; it is “%(value)s”.", setting=variable_name(name), value=value)
        ) from error
