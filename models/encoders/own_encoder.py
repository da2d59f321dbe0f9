"""The user's own encoder, by name or path: an option of commands, and a setting.

An index names its encoder; a path comes from the user alone (models.encoders.load_encoder).
"""

import os
from typing import Any

from models.messages.spoken import to_say

OWN_ENCODER = "UPR_ENCODER"
"""The environment variable, which the option `--encoder` sets for this process and those that it starts."""
HELP = to_say("Folder of your own language model, for an index that was made with one by its path.")


def own_encoder() -> str:
    """The user's encoder, "" where none is named."""
    return os.environ.get(OWN_ENCODER, "")


def take_own_encoder(_context: Any, _parameter: Any, value: str | None) -> None:
    """What the option does with its value."""
    if value:
        os.environ[OWN_ENCODER] = value
