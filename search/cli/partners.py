"""The command `partners`: whom an NGO can follow up with on an issue in a State."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from models.index_database.address import IndexPlace
from search.cli.commands import AS_JSON, INDEX, opened, print_lines, print_text


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
    from search.partners.compose import state_partners
    from search.partners.words import partners_as_text

    panel = state_partners(opened(folder).snapshot, state, label, date.today(), partner_tables(tables), records)
    if as_json:
        from search.answer.as_json import Partner

        print_lines(map(Partner.as_json, panel.partners))
    else:
        print_text(partial(partners_as_text, panel))
