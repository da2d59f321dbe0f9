"""Which States were parties to 18 UN human rights treaties in 2022: ratifications.csv, as other people gathered it.

benches/ratifications.py says from what and how the table is written. Nothing is said of States and treaties that are
not in it, and nothing of later years.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from models.files.package_tables import table_rows

AS_OF = 2022
TREATIES = (
    "ICERD",
    "ICCPR",
    "ICCPR-OP1",
    "ICCPR-OP2",
    "ICESCR",
    "OP-ICESCR",
    "CEDAW",
    "OP-CEDAW",
    "CAT",
    "OPCAT",
    "CRC",
    "OP-CRC-AC",
    "OP-CRC-SC",
    "OP-CRC-IC",
    "ICRMW",
    "CED",
    "CRPD",
    "OP-CRPD",
)
"""Codes of models.vocabularies.instruments, each protocol after its treaty."""
PARENTS = {
    "ICCPR-OP1": "ICCPR",
    "ICCPR-OP2": "ICCPR",
    "OP-ICESCR": "ICESCR",
    "OP-CEDAW": "CEDAW",
    "OPCAT": "CAT",
    "OP-CRC-AC": "CRC",
    "OP-CRC-SC": "CRC",
    "OP-CRC-IC": "CRC",
    "OP-CRPD": "CRPD",
}
"""The treaty that each protocol belongs to."""


class Status(StrEnum):
    """What a State had done about a treaty."""

    PARTY = "party"
    SIGNATORY = "signatory"
    """Signed, not ratified."""
    NONE = "none"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True)
class Ratification:
    """One State and one treaty."""

    state: str
    """ISO 3166 alpha-3 code."""
    treaty: str
    """Short name of the treaty."""
    status: Status
    """What the State had done."""
    year: int | None
    """Of ratification, accession or succession; of the denunciation for a State that withdrew; else None."""
    as_of: int
    """The year that the status is of."""


def ratification(state: str, treaty: str) -> Ratification | None:
    """The status of a State, or None where the table does not have it."""
    return _table().get((state, treaty))


@cache
def _table() -> Mapping[tuple[str, str], Ratification]:
    return {
        (row["state"], row["treaty"]): Ratification(
            row["state"],
            row["treaty"],
            Status(row["status"]),
            int(row["year"]) if row["year"] else None,
            int(row["as_of"]),
        )
        for row in table_rows("models.vocabularies", "ratifications.csv")
    }
