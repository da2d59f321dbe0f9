"""What several commands of the site share: the option of the index, and printing."""

from collections.abc import Callable
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TypeVar

import click

from models.encoders.own_encoder import HELP as ENCODER_HELP
from models.encoders.own_encoder import OWN_ENCODER, take_own_encoder
from models.index_database.address import IndexPlace, index_place
from models.messages.printable import printable

if TYPE_CHECKING:
    from search import SearchIndex

WIDEST = 100
"""Columns of text that are still easy to read."""

_PLACE = click.option(
    "--index",
    "place",
    type=index_place,
    metavar="INDEX",
    help="Index folder, or the address of a database (postgresql://…).  [default: UPR_INDEX or index]",
)
_ENCODER = click.option(
    "--encoder", envvar=OWN_ENCODER, metavar="FOLDER", expose_value=False, callback=take_own_encoder, help=ENCODER_HELP
)
_Command = TypeVar("_Command", bound=Callable[..., Any])


def SERVED_INDEX(command: _Command) -> _Command:  # noqa: N802 - a decorator beside the others
    """Of what is served; Settings know the index where none is named."""
    return _PLACE(_ENCODER(command))


def opened(place: IndexPlace | None) -> "SearchIndex":
    """The index that is served, or the one that is named, whose libraries the help of commands need not wait for."""
    from search import open_index
    from web.site.settings import Settings

    return open_index(place or Settings.from_environment().index_place)


def print_text(as_text: Callable[[int], str]) -> None:
    """Print what is for reading, which is given the columns that there are."""
    click.echo(printable(as_text(min(get_terminal_size().columns, WIDEST))))
