"""The tables that come with the program: CSV files in UTF-8, whose first line names the columns."""

import csv
from importlib import resources


def table_rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a table that lies in a package, by the names of its columns."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
