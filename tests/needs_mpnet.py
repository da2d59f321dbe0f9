"""What is tested with the accurate model is skipped where it is not installed."""

import pytest

from models.encoders.model_files import ACCURATE_MODEL, folder_on_this_machine

needs_mpnet = pytest.mark.skipif(
    folder_on_this_machine(ACCURATE_MODEL) is None,
    reason="all-mpnet-base-v2 is not on this machine: `make demo` brings it",
)
