"""What holds for all tests."""

import gc
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

# Collecting makes what stays to the end: to look for garbage in it took a quarter of that time.
gc.disable()

# No test cuts the power: who reads a file sees what was written without waiting for the disk, which took most of the
# time of making a small index.
os.fsync = lambda descriptor: None

# How long an example takes says more about the machine than about the code.
settings.register_profile("no deadline", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=10)
settings.load_profile("no deadline")

# Whatever is installed, tests index with the light model unless they name another: the accurate one takes minutes.
os.environ["UPR_ENCODER"] = "all-MiniLM-L6-v2"


SLOWEST_FIRST = """
tests/test_watched_runs.py tests/web/test_attack.py tests/test_contributing.py tests/web/test_production_server.py
tests/indexer/test_real_reviews.py tests/indexer/test_index_machine.py tests/indexer/test_refused_calls.py
tests/search/test_real_states_to_approach.py tests/search/test_treaty_bodies.py tests/search/uptake/test_real_uptake.py
tests/web/browser/test_every_page.py tests/web/browser/test_look.py tests/web/browser/test_walk.py
tests/web/papers/test_pictures.py tests/web/test_real_claims.py tests/search/store/test_same_answers.py
tests/web/api/test_any_request.py tests/web/papers/test_altered_plans.py tests/test_regular_expressions.py
tests/indexer/fetch/test_un_servers.py tests/web/papers/test_papers.py tests/web/plans/test_plans.py
tests/web/plans/test_plan_papers.py tests/web/assistants/test_standard_input.py tests/indexer/read/test_hostile_pdf.py
tests/web/plans/test_plans_on_disk.py tests/test_leaves_the_machine.py
""".split()
"""Files that take longest. Files are given out one after the other, and one of these at the end leaves a core idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slowest files."""
    places = {file: place for place, file in enumerate(SLOWEST_FIRST)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(places)))


def pytest_collection_finish() -> None:
    """What was collected is no garbage from now on."""
    gc.freeze()
    gc.enable()


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
