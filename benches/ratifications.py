"""Writes models/vocabularies/ratifications.csv from tables of the ratification status of 18 UN treaties in 2022.

    python -m benches.ratifications FOLDER

FOLDER holds the hr_status_*.csv of github.com/world-politics-datalab/humanrights-treaties-ratification-status, which
were taken from the UN Treaty Collection by hand. A row is left out, and printed, where it contradicts itself or the
row of the parent treaty, where its note says that it was inferred, or where it is known to be wrong. There may be
other errors.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from models.reviews.states import StateKind, StateTable
from models.vocabularies.ratifications import AS_OF, PARENTS, TREATIES, Status

OUTPUT = Path(__file__).resolve().parents[1] / "models" / "vocabularies" / "ratifications.csv"
FILES = {
    "cat": "CAT",
    "cedaw": "CEDAW",
    "cped": "CED",
    "crc": "CRC",
    "crpd": "CRPD",
    "iccpr": "ICCPR",
    "iccpr_op1": "ICCPR-OP1",
    "iccpr_op2": "ICCPR-OP2",
    "icerd": "ICERD",
    "icescr": "ICESCR",
    "icescr_op": "OP-ICESCR",
    "icmw": "ICRMW",
    "op_cedaw": "OP-CEDAW",
    "op_crc_ac": "OP-CRC-AC",
    "op_crc_ic": "OP-CRC-IC",
    "op_crc_sc": "OP-CRC-SC",
    "op_crpd": "OP-CRPD",
    "opcat": "OPCAT",
}
OPEN_TO_OTHERS = ("OP-CRC-AC", "OP-CRC-SC")
"""Protocols that a State can join without being a party to the treaty that they belong to."""
STATUSES = {"state party": Status.PARTY, "signatory state": Status.SIGNATORY, "no action": Status.NONE}
KNOWN_WRONG = {
    ("MDA", "CRPD"): "party since 2010",
    ("MDA", "OPCAT"): "party since 2006",
    ("MDA", "OP-CEDAW"): "party since 2006",
    ("MDA", "CED"): "signed in 2007",
    ("TZA", "OP-CEDAW"): "party since 2006",
    ("TZA", "OP-CRPD"): "party since 2009",
    ("RWA", "OP-CRPD"): "party since 2008",
    ("MNG", "ICCPR-OP1"): "party since 1991",
    ("NER", "ICCPR-OP1"): "party since 1986",
    ("SRB", "ICCPR-OP1"): "party since 2001",
    ("NZL", "OP-CRC-SC"): "party since 2011, not 2001",
    ("ZMB", "OP-CEDAW"): "signed only, in 2008",
}
Row = tuple[str, str, Status, str]
"""State, treaty, status and year."""


def main(folder: Path) -> None:
    """Write the table."""
    rows = [row for stem, treaty in FILES.items() for row in _rows(folder / f"hr_status_{stem}.csv", treaty)]
    parties = {(state, treaty): int(year) for state, treaty, status, year in rows if status is Status.PARTY}
    kept = [row for row in rows if not _contradicts_parent(row, parties)]
    order = list(TREATIES)
    kept.sort(key=lambda row: (row[0], order.index(row[1])))
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("state", "treaty", "status", "year", "as_of"))
        writer.writerows((state, treaty, status.value, year, AS_OF) for state, treaty, status, year in kept)
    for treaty in TREATIES:
        count = sum(status is Status.PARTY for _, other, status, _ in kept if other == treaty)
        print(f"{treaty}: {count} members of the United Nations are parties")


def _rows(path: Path, treaty: str) -> Iterator[Row]:
    states = StateTable.built_in()
    members = {state.code for state in states if state.kind is StateKind.MEMBER}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            named = states.find(row["member"])
            state = named.code if named else ""
            problem = "no member State" if state not in members else _problem(row, state, treaty)
            if problem:
                print(f"left out: {row['member']}, {treaty}: {problem}")
            else:
                yield _row(row, state, treaty)


def _row(row: dict[str, str], state: str, treaty: str) -> Row:
    denounced = re.search(r"denounced.*?(\d{4})", row.get("note") or "", re.I)
    if denounced:
        return state, treaty, Status.WITHDREW, denounced[1]
    return state, treaty, STATUSES[row["status"]], row["year ratification or accession"].strip()


def _problem(row: dict[str, str], state: str, treaty: str) -> str:
    """Why a row cannot be used, "" where it can."""
    if (state, treaty) in KNOWN_WRONG:
        return f"known to be wrong: {KNOWN_WRONG[state, treaty]}"
    if "tied to" in (row.get("note") or ""):
        return "inferred from another State’s signature"
    has_year = row["year ratification or accession"].strip().isdigit()
    if has_year != (row["status"] == "state party"):
        return "status and year contradict each other"
    return ""


def _contradicts_parent(row: Row, parties: dict[tuple[str, str], int]) -> bool:
    """Whether a State is to have joined a protocol without, or before, the treaty that it belongs to."""
    state, treaty, status, year = row
    parent = (state, PARENTS.get(treaty, ""))
    if status is not Status.PARTY or treaty not in PARENTS or treaty in OPEN_TO_OTHERS or parent in KNOWN_WRONG:
        return False
    contradicts = parent not in parties or int(year) < parties[parent]
    if contradicts:
        print(f"left out: {state}, {treaty}: party to it in {year}, to the {parent[1]} in {parties.get(parent)}")
    return contradicts


if __name__ == "__main__":
    main(Path(sys.argv[1]))
