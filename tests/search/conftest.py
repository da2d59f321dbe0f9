"""One invented index for the tests of search."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.records.enums import Position
from search import SearchIndex, open_index
from tests.search.invented_index import Request, build

NOTED, PENDING = Position.NOTED, Position.PENDING

REQUESTS = [
    Request("Raise the lowest age of marriage to eighteen years for girls and boys", by=("XAB", "FRA")),
    Request("Open shelters for girls who flee an early marriage", by=("XBA",), position=NOTED),
    Request("Ratify the optional protocol on visits to places of detention (OP-CAT)", by=("XAB",)),
    Request("Give every newborn child a birth certificate free of charge", session=7, by=("SVN",)),
    Request(
        "Let judges visit crowded prisons and publish what they see", session=34, by=("XBA", "FRA"), position=PENDING
    ),
    Request("End child marriage in rural areas", state="XAB", session=7, by=("XAA",), position=NOTED),
    Request("Fight discrimination against nomads in schools", state="XAB", session=21, by=("SVN", "XBA")),
    Request("Accede to ILO Convention No. 169 on indigenous peoples", state="XAB", session=21, by=("XBA",)),
    Request("Protect economic and social rights of nomads", state="XAB", session=21, by=("FRA",), position=NOTED),
    Request("Let labour inspectors visit quarries without notice", state="XBA", session=33, by=("XAA",)),
    Request("End child marriage in rural areas", state="XBA", session=33, by=("XAB",)),
    Request("Publish the report on economic policy; social workers discriminate less", state="XBA", session=33),
    Request("Garantir l'accès à l'eau dans les écoles", state="XBA", session=33, by=("FRA",), language="fr"),
]
"""Three States, three cycles, all positions, one text twice, one in French."""


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index folder with REQUESTS."""
    return build(tmp_path_factory.mktemp("search") / "index", REQUESTS)


@pytest.fixture(scope="session")
def index(index_folder: Path) -> Iterator[SearchIndex]:
    """The index over REQUESTS."""
    yield open_index(index_folder)
