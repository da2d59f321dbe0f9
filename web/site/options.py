"""Options that several commands of the site take."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from models.encoders.own_encoder import HELP as ENCODER_HELP
from models.encoders.own_encoder import OWN_ENCODER, take_own_encoder
from models.index_database.address import index_place

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
