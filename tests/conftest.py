"""What holds for all tests."""

import os
import resource
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from models.encoders.load_encoder import load_encoder
from models.encoders.text_encoder import TextEncoder
from tests.database_server import DatabaseServer, database_server, programs

# A shell starts what runs in the background (make test &) with SIGINT ignored, and every process begun here would
# ignore it too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says more about the machine than about the code.
settings.register_profile("no deadline", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=10)
settings.load_profile("no deadline")

# Whatever is installed, tests index with the light model unless they name another: the accurate one takes minutes.
os.environ["UPR_ENCODER"] = "all-MiniLM-L6-v2"


@pytest.fixture(autouse=True)
def limits_stay() -> Iterator[None]:
    """No test bounds the process that runs it: the system would end it minutes later, in the middle of another test."""
    before = _limits()
    yield
    assert _limits() == before, "This test bounded the process that runs the tests."


def _limits() -> list[tuple[int, int]]:
    return [resource.getrlimit(kind) for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS)]


@pytest.fixture(scope="session")
def sentence_encoder() -> TextEncoder:
    """The real encoder, loaded once; for tests marked `encoder`."""
    return load_encoder()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[DatabaseServer]:
    """A PostgreSQL server with pgvector, for tests marked `service`."""
    if programs() is None:
        pytest.skip("PostgreSQL 16 or later with pgvector is not installed (Debian: postgresql-17-pgvector)")
    with database_server() as server:
        yield server
