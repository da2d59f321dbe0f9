"""A server that behaves badly, and what fetches from it; nothing here asks another machine."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.indexer.fetch.bad_server import BadServer, serve, write_certificate


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("authority") / "certificate.pem"
    write_certificate(path)
    return path


@pytest.fixture
def server(certificate: Path, trusted: None) -> Iterator[BadServer]:
    server = BadServer()
    http_server = serve(certificate, server)
    yield server
    http_server.shutdown()
    http_server.server_close()


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate is trusted as one that an office has set, and no proxy is set."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    for name in [*urllib.request.getproxies_environment(), "all", "https", "no"]:
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name.upper()}_PROXY", raising=False)
