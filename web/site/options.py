"""Options that several commands of the site take."""

import click

from models.index_database.address import index_place

SERVED_INDEX = click.option(
    "--index",
    "place",
    type=index_place,
    metavar="INDEX",
    help="Index folder, or the address of a database (postgresql://…).  [default: UPR_INDEX or index]",
)
"""Of what is served; Settings know the one without it."""
