"""The command `partners`: whom an NGO can follow up with on an issue in a State."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from models.index_database.address import IndexPlace
from models.printable import json_line, printable
from search.cli.commands import AS_JSON, INDEX, WIDEST


@click.command()
@click.option("--state", required=True, help="State under review, by code or name.")
@click.option("--label", required=True, help="Issue, as the Issues pages name it (Detention, say).")
@click.option("--record", "records", multiple=True, metavar="ID", help="This recommendation alone; repeatable.")
@click.option(
    "--tables",
    type=click.Path(path_type=Path),
    envvar="UPR_TABLES",
    help="Folder of tables that count instead of those of the same names (docs/partners.md).",
)
@INDEX
@AS_JSON
def partners(
    state: str, label: str, records: tuple[str, ...], tables: Path | None, folder: IndexPlace, as_json: bool
) -> None:
    """Print whom an NGO can follow up with on an issue in a State: States, ministries, parliament, UN bodies, others.

    Each says why, and how it is known. What is in no dated list here is said to be missing, with where it is published.
    """
    from models.partners.tables import partner_tables
    from search.partners.words import partner_as_json, partners_as_text
    from search.search_index import open_index

    panel = open_index(folder).partners(state, label, date.today(), records, partner_tables(tables))
    if not as_json:
        click.echo(printable(partners_as_text(panel, min(get_terminal_size().columns, WIDEST))))
    for partner in panel.partners if as_json else ():
        click.echo(json_line(partner_as_json(partner)))
