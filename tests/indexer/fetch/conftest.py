"""A server that behaves badly, and what fetches from it; nothing here asks another machine."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.indexer.fetch.bad_server import BadServer, serve, write_certificate
from tests.indexer.fetch.un_servers import UnServers


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


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents count by their first and last bytes alone: what they say is asked in test_un_servers.py."""
    monkeypatch.setattr("indexer.fetch.download.check_document", lambda *_of_document: None)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read in this process, which takes a hundredth of the time."""
    monkeypatch.setattr("indexer.fetch.check_content.run_apart", lambda _name, read, *arguments: read(*arguments))


@pytest.fixture
def un(certificate: Path, trusted: None, read_here: None) -> Iterator[UnServers]:
    """The stand-in of the servers of the United Nations."""
    servers = UnServers()
    http_server = serve(certificate, servers)
    yield servers
    http_server.shutdown()
    http_server.server_close()
