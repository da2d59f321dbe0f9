"""The site answers to its own names alone, and makes no address of a name that a request gave."""

import pytest

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.site.allowed_hosts import own_names, plain_address
from web.site.settings import Settings


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST",
        "127.0.0.1:8000",
        "[::1]:8000",
        "upr.example.org",
        "[fd00::7]",
        "pc_7",
    ],
)
def test_site_answers_to_its_own_names(host):
    client = site_over(InventedIndex(), Settings(hosts=("UPR.example.org", "fd00::7", "pc_7"))).test_client()
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "sub.localhost",
        "evil.example@localhost",
        "localhost:80:80",
        "localhost, evil.example",
        "localhost/",
        "192.0.2.7",
        "[::2]",
        "[::1",
        "ドメイン.example".encode().decode("latin-1"),
        "<script>",
        "",
    ],
)
def test_foreign_name_is_told_the_setting_and_nothing_else(client, host):
    for path in ("/", "/static/style.css", "//evil.example/..", "/nowhere"):
        response = client.get(path, headers={"Host": host})
        assert response.status_code == 400, path
        assert "set UPR_HOSTS" in response.get_data(as_text=True)
        assert "evil" not in response.get_data(as_text=True)


def test_foreign_name_gets_the_shape_of_the_api(client):
    response = client.get("/api/state/SVN", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "set UPR_HOSTS" in response.json["error"]["message"]


@pytest.mark.parametrize("path", ["//evil.example/..", "//evil.example/about", "/state//SVN", "/about/"])
def test_no_redirect_is_made_of_an_odd_path(client, path):
    response = client.get("/", environ_overrides={"PATH_INFO": path, "REQUEST_URI": path, "RAW_URI": path})
    assert response.status_code == 404
    assert "Location" not in response.headers


@pytest.mark.parametrize("path", ["/match", "/find/download"])
def test_redirect_names_no_host(client, path):
    response = client.get(path)
    assert response.status_code in (301, 303)
    assert response.headers["Location"].startswith("/")
    assert not response.headers["Location"].startswith("//")


def test_names_that_a_proxy_forwards_count_only_by_setting():
    forwarded = {"Host": "localhost", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    assert site_over(InventedIndex()).test_client().get("/", headers=forwarded).status_code == 200
    behind_proxy = site_over(InventedIndex(), Settings(proxies=1, hosts=("upr.example.org",))).test_client()
    assert behind_proxy.get("/", headers=forwarded).status_code == 400
    assert behind_proxy.get("/", headers=forwarded | {"X-Forwarded-Host": "upr.example.org"}).status_code == 200


def test_site_on_all_addresses_knows_the_names_of_the_machine(monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "office")
    assert own_names("0.0.0.0") == ("0.0.0.0", "office", "office.local")  # noqa: S104 - the test is of that
    assert own_names("::") == ("::", "office", "office.local")
    assert own_names("192.0.2.7") == ("192.0.2.7",)
    assert own_names("upr.example.org") == ("upr.example.org",)


@pytest.mark.parametrize(
    ("address", "plain"),
    [("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("fe80::1%eth0", "fe80::1"), ("::1", "::1")],
)
def test_addresses_are_compared_as_browsers_write_them(address, plain):
    assert plain_address(address) == plain
