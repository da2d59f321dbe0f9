"""The site works for so many seconds in a minute for one address, and no page of a record is counted."""

from itertools import count

import pytest

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.site.client_limits import CLIENT_LIMITS
from web.site.settings import Settings

FAR, OTHER = "192.0.2.7", "198.51.100.9"
ISSUE = {"text": "girls are married off"}


@pytest.fixture
def ask():
    """Asks for an issue from an address, of a site that takes a second for each answer."""

    def site(**settings):
        app = site_over(InventedIndex(), Settings(seconds_per_minute=3, **settings))
        app.extensions[CLIENT_LIMITS].clock = count().__next__
        client = app.test_client()

        def ask(address, forwarded_for=None, path="/api/v1/match"):
            headers = {"X-Forwarded-For": forwarded_for} if forwarded_for else {}
            return client.post(path, json=ISSUE, headers=headers, environ_base={"REMOTE_ADDR": address})

        ask.client = client
        return ask

    return site


def statuses(ask, *addresses):
    return [ask(address).status_code for address in addresses]


def test_an_address_that_has_had_its_share_is_told_when_to_come_back(ask):
    ask = ask()
    assert statuses(ask, FAR, FAR, FAR) == [200] * 3
    refused = ask(FAR)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "60")
    assert refused.get_json()["error"]["kind"] == "TooManyRequests"
    assert statuses(ask, OTHER) == [200]


def test_pages_files_and_the_api_count_together_and_records_do_not(ask):
    ask = ask()
    from_far = {"environ_base": {"REMOTE_ADDR": FAR}}
    assert ask.client.get("/browse/download?format=csv", **from_far).status_code == 200
    assert statuses(ask, FAR, FAR) == [200, 200]
    page = ask.client.get("/fr/find", **from_far)
    assert page.status_code == 429
    assert '<main id="main"' in page.text
    for path in ("/", "/recommendation/XAB-20-115.1-1", "/state/XAA", "/healthz", "/static/style.css"):
        assert ask.client.get(path, **from_far).status_code == 200


@pytest.mark.parametrize("here", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_never_counted(ask, here):
    assert statuses(ask(), *[here] * 6) == [200] * 6


def test_without_a_limit_nobody_is(ask):
    client = site_over(InventedIndex(), Settings(seconds_per_minute=0)).test_client()
    asked = [client.post("/api/v1/match", json=ISSUE, environ_base={"REMOTE_ADDR": FAR}) for _ in range(6)]
    assert {answer.status_code for answer in asked} == {200}


def test_a_network_of_ipv6_is_one_client(ask):
    ask = ask()
    house = [f"2001:db8:1:2::{number:x}" for number in range(4)]
    assert statuses(ask, *house) == [200, 200, 200, 429]
    assert statuses(ask, "2001:db8:1:3::1") == [200]


def test_behind_a_web_server_the_address_that_it_adds_counts(ask):
    ask = ask(proxies=1)
    found = [ask("127.0.0.1", f"10.9.8.{number}, {FAR}").status_code for number in range(4)]
    assert found == [200, 200, 200, 429], "what the client wrote itself does not count"
    assert ask("127.0.0.1", OTHER).status_code == 200
    assert [ask("127.0.0.1").status_code for _ in range(4)] == [200] * 4, "it adds none"
    assert [ask("127.0.0.1", "unknown").status_code for _ in range(4)] == [200] * 4


def test_without_a_web_server_in_front_nobody_is_believed(ask):
    ask = ask()
    assert [ask(FAR, f"10.9.8.{number}").status_code for number in range(4)] == [200, 200, 200, 429]


def test_no_address_is_kept(ask):
    ask = ask()
    statuses(ask, FAR)
    limits = ask.client.application.extensions["upr_client_limits"]
    assert limits._counted.storage.storage, "something is counted"
    assert FAR not in repr(vars(limits._counted.storage))


def test_one_answer_that_takes_long_counts_for_what_it_took(ask):
    ask = ask()
    ask.client.application.extensions[CLIENT_LIMITS].clock = iter([0, 40, 50, 51]).__next__
    assert statuses(ask, FAR, FAR, OTHER) == [200, 429, 200]


def test_files_that_are_handed_in_count(ask):
    ask = ask()
    assert statuses(ask, FAR, FAR, FAR) == [200] * 3
    for path in ("/uptake", "/plans/open", f"/es/plan/{'a' * 43}/upload"):
        assert ask(FAR, path=path).status_code == 429
