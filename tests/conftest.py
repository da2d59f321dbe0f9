"""What holds for all tests."""

import pytest
from hypothesis import settings

from models.encoders.text_encoder import TextEncoder, load_encoder

# How long an example takes says more about the machine than about the code.
settings.register_profile("no deadline", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=10)
settings.load_profile("no deadline")


@pytest.fixture(scope="session")
def sentence_encoder() -> TextEncoder:
    """The real encoder, loaded once; for tests marked `encoder`."""
    return load_encoder()
