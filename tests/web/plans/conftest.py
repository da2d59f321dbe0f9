"""A site that keeps plans, and a plan of two recommendations on it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.plans.plan_site import FIRST, SECOND, made, plan_client


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return plan_client(tmp_path)


@pytest.fixture
def plan(client: FlaskClient) -> str:
    """Its address."""
    return made(client, f"{FIRST} {SECOND}")
