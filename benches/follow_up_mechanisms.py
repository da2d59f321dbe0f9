"""Writes models/partners/follow_up_mechanisms.csv from a survey's scores of States' mechanisms for follow-up.

    python -m benches.follow_up_mechanisms nmirf_status.csv

The file holds, for each State, the kind of its national mechanism for implementation, reporting and follow-up (NMIRF)
and points for who takes part in it and for what it does. It says neither who made the survey nor when, so that the
rows carry no date.
"""

import csv
import sys
from pathlib import Path

from models.partners.rows import SCORES

OUTPUT = Path(__file__).resolve().parents[1] / "models" / "partners" / "follow_up_mechanisms.csv"
COLUMNS = {
    "parliament": "Parliament",
    "judiciary": "Judiciary",
    "civil_society": "CSOs",
    "statistics": "Statistics",
    "institution": "NHRI",
    "business": "Business",
    "agencies": "Relevant State agencies",
    "participation": "Weighted participation score",
    "development_goals": "Integration SDGs",
    "clustering": "Clustering",
    "database": "Centralised repository/ tracking database",
    "monitoring": "Implementation monitoring",
    "indicators": "Human rights impact indicators",
    "holistic": "Holistic approach",
    "coordination": "Coordination responsibility",
    "total": "Total X Points",
}
SOURCE = "Table of a published survey of national mechanisms (maker and year not stated in it)"


def main(survey: str) -> None:
    """Write the table anew."""
    with Path(survey).open(encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["ISO-3166-1"])
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["state", "kind", *SCORES, "source", "address", "date"])
        for row in rows:
            scores = [row[COLUMNS[name]].strip() for name in SCORES]
            writer.writerow([row["ISO-3166-1"], row["State classification in report"], *scores, SOURCE, "", ""])


if __name__ == "__main__":
    main(sys.argv[1])
