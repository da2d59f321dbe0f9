"""The list that a visitor puts together: chosen anywhere, counted everywhere, for their browser alone."""

import base64
import re
import zlib
from http.cookies import SimpleCookie
from io import BytesIO

import pytest
from docx import Document
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models.errors import DatabaseUnreachable
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import MOVED, NORM, OBSERVATION, PLEDGE, REPORTED, WITHDRAWN, recommendation
from tests.web.own_forms import FROM_HERE, send, token_of
from web.site.chosen_list import CHOSEN_LISTS
from web.site.kept_questions import MemoryStore

RECOMMENDATION = "XAA-20-115.1-1"


@pytest.fixture
def records() -> list:
    alike = [recommendation(paragraph=f"115.{number}") for number in range(1, 4)]
    return [*alike, recommendation(paragraph="115.4", text="End the early marriage of girls")]


@pytest.fixture
def client(records) -> FlaskClient:
    return site_over(InventedIndex(records)).test_client()


def counted(response: TestResponse) -> str:
    links = page_of(response).findall(".//header//nav[1]//a")
    return next(text_of(link) for link in links if link.get("href") == "/list")


def buttons(response: TestResponse) -> list[tuple[str, str]]:
    page = page_of(response)
    return [(each.get("name"), each.get("value")) for each in page.iter("button") if each.get("form") == "own-list"]


def cookie_of(response: TestResponse) -> SimpleCookie:
    """The cookie that the first answer set, before the browser went on."""
    first = response.history[0] if response.history else response
    return SimpleCookie(first.headers.get("Set-Cookie", ""))


def test_nobody_has_a_cookie_who_chose_nothing(client):
    for path in ("/", "/list", "/browse", f"/recommendation/{RECOMMENDATION}", "/nowhere"):
        response = client.get(path)
        assert "Set-Cookie" not in response.headers
        assert counted(response) == "Your list (0)"


@pytest.mark.parametrize(
    ("path", "form", "record"),
    [
        ("/browse", {}, RECOMMENDATION),
        ("/browse?layout=table", {}, RECOMMENDATION),
        ("/browse?kind=commitment", {}, PLEDGE.id),
        ("/match", {"text": "girls", "state": "XAA"}, RECOMMENDATION),
        ("/match", {"text": "girls", "state": "XAA", "to": "told"}, OBSERVATION.id),
        ("/match", {"text": "marriage of girls", "state": "XAA", "to": "told"}, NORM.id),
        ("/match", {"text": "girls", "layout": "table"}, RECOMMENDATION),
        ("/find", {"text": "girls"}, RECOMMENDATION),
        ("/match", {"text": "shelters", "to": "reported"}, REPORTED.id),
        (f"/recommendation/{RECOMMENDATION}", {}, RECOMMENDATION),
        ("/recommendation/XAA-20-115.4-1", {}, OBSERVATION.id),
        (f"/recommendation/{RECOMMENDATION}", {}, REPORTED.id),
        (f"/commitment/{PLEDGE.id}", {}, PLEDGE.id),
        (f"/observation/{NORM.id}", {}, NORM.id),
        (f"/reported/{REPORTED.id}", {}, REPORTED.id),
        (f"/reported/{REPORTED.id}", {}, RECOMMENDATION),
        ("/state/XAA/review/20", {}, RECOMMENDATION),
    ],
)
def test_every_record_can_be_chosen_where_it_is_shown(client, path, form, record):
    response = client.post(path, data=form) if form else client.get(path)
    assert ("add", record) in buttons(response)


def test_what_is_chosen_is_counted_on_every_page_and_can_be_taken_off(client):
    send(client, "/list", {"add": RECOMMENDATION})
    for path in ("/", "/about", f"/recommendation/{RECOMMENDATION}", "/nowhere"):
        assert counted(client.get(path)) == "Your list (1)"
    assert ("remove", RECOMMENDATION) in buttons(client.get("/browse"))
    response = send(client, "/list", {"remove": RECOMMENDATION})
    assert counted(response) == "Your list (0)"


def test_all_of_a_page_are_chosen_at_once(client):
    values = [value for name, value in buttons(client.get("/browse")) if name == "add"]
    (everything,) = [value for value in values if " " in value]
    assert everything.split() == [f"XAA-20-115.{number}-1" for number in range(1, 5)]
    assert counted(send(client, "/list", {"add": everything})) == "Your list (4)"


def test_one_comes_back_to_the_record_on_the_page_where_one_was(client):
    address = "/browse?under_review=XAA&sort=date"
    page = client.get(address)
    data = {"token": token_of(page), "back": "/browse", "add": RECOMMENDATION}
    headers = {**FROM_HERE, "Referer": f"http://localhost{address}"}
    response = client.post("/list", data=data, headers=headers, follow_redirects=False)
    assert (response.status_code, response.location) == (303, f"{address}#choose-{RECOMMENDATION}")
    there = page_of(client.get(address))
    assert there.find(f".//button[@id='choose-{RECOMMENDATION}']") is not None


@pytest.mark.parametrize(
    ("back", "referrer", "leads_to"),
    [
        ("https://evil.example/", "", "/list"),
        ("//evil.example/", "", "/list"),
        ("/\\evil.example", "", "/list"),
        ("/\t/evil.example", "", "/list"),
        ("javascript:alert(1)", "", "/list"),
        ("/nowhere", "", "/list"),
        ("", "", "/list"),
        ("/browse", "https://evil.example/browse?cycle=2", "/browse"),
        ("/browse", "http://localhost/about?cycle=2", "/browse"),
    ],
)
def test_nobody_is_led_elsewhere(client, back, referrer, leads_to):
    data = {"token": token_of(client.get("/")), "back": back, "add": f"{RECOMMENDATION} XAA-20-115.2-1"}
    response = client.post("/list", data=data, headers={**FROM_HERE, "Referer": referrer}, follow_redirects=False)
    assert response.location == leads_to


def test_the_cookie_is_for_this_browser_session_and_this_site_alone(client):
    cookie = cookie_of(send(client, "/list", {"add": RECOMMENDATION}))["upr_list"]
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", cookie.value)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert (cookie["expires"], cookie["max-age"], cookie["domain"], cookie["secure"]) == ("", "", "", "")


def test_over_https_the_cookie_is_never_sent_without_it(client):
    client.get("/")
    page = client.get("/list", base_url="https://localhost")
    data = {"token": token_of(page), "add": RECOMMENDATION}
    response = client.post("/list", data=data, headers={"Sec-Fetch-Site": "same-origin"}, base_url="https://localhost")
    assert cookie_of(response)["upr_list"]["secure"] is True
    # A web server in front took HTTPS off: the browser's own word remains.
    behind = {"Origin": "https://localhost"}
    response = client.post("/list", data=data | {"token": token_of(client.get("/list"))}, headers=behind)
    assert cookie_of(response)["upr_list"]["secure"] is True


def test_what_is_kept_of_a_list_cannot_be_read_without_its_cookie(client):
    key = cookie_of(send(client, "/list", {"add": RECOMMENDATION}))["upr_list"].value
    store = client.application.extensions["upr_chosen_lists"]
    assert isinstance(store, MemoryStore)
    held = repr(list(store._kept.items()))
    assert len(store._kept) == 1
    assert RECOMMENDATION not in held
    assert key not in held


def test_lists_of_two_browsers_do_not_mix(client):
    other = client.application.test_client()
    send(client, "/list", {"add": RECOMMENDATION})
    assert counted(other.get("/")) == "Your list (0)"
    send(other, "/list", {"add": PLEDGE.id})
    assert RECOMMENDATION not in other.get("/list").get_data(as_text=True)


def test_the_list_shows_each_record_with_its_citation_and_year(client):
    chosen = " ".join([RECOMMENDATION, PLEDGE.id, OBSERVATION.id, NORM.id, REPORTED.id])
    words = text_of(page_of(send(client, "/list", {"add": chosen})))
    for citation in (
        "Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.1, page 14 (Brenmark, Union of Tamurin)",
        "Voluntary commitment of Vellania, UPR 2010 (session 7), A/HRC/907/1, paragraph 117, page 19",
        "Committee on the Rights of the Child to Vellania, 2021, CRC/C/XAA/CO/900, paragraph 24, page 6",
        "2020, CRC/C/GC/900, CMW/C/GC/901, paragraph 7",
        "National report, Vellania, 2019, A/HRC/WG.6/34/XAA/1, paragraph 12, page 5",
    ):
        assert citation in words
    assert "Open shelters for girls who flee an early marriage (Brenmark, Tamurin);" in words


def test_records_that_moved_are_followed_and_those_withdrawn_named():
    client = site_over(InventedIndex()).test_client()
    words = text_of(page_of(send(client, "/list", {"add": f"{MOVED} {WITHDRAWN} ABC-1-2.3-4"})))
    assert "paragraph 115.3" in words
    assert f"Not indexed: {WITHDRAWN}" in words
    assert "Not indexed: ABC-1-2.3-4" in words


@pytest.mark.parametrize("hostile", ["<script>", "a'b", "../etc", "x" * 81, "ä", '"'])
def test_what_cannot_be_an_id_is_not_put_on_the_list(client, hostile):
    assert counted(send(client, "/list", {"add": hostile})) == "Your list (0)"


def test_a_list_has_an_end(client):
    send(client, "/list", {"add": " ".join(f"XAA-20-115.{number}-1" for number in range(1000))})
    response = send(client, "/list", {"add": PLEDGE.id})
    assert response.status_code == 400
    assert "A list holds at most 1,000 records: make a plan of this one first." in response.get_data(as_text=True)
    assert counted(client.get("/")) == "Your list (1,000)"


def test_a_list_lasts_where_somebody_wants_it_and_until_they_forget_it(client):
    send(client, "/list", {"add": f"{RECOMMENDATION} {PLEDGE.id}"})
    assert "Keep this list on this computer" in client.get("/list").get_data(as_text=True)
    response = send(client, "/list/keep")
    cookie = cookie_of(response)["upr_list"]
    assert cookie["max-age"] == "31536000"
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert "On this computer, as you wished" in response.get_data(as_text=True)
    # The site itself remembers nothing of it, and is started anew.
    assert not client.application.extensions["upr_chosen_lists"]._kept
    send(client, "/list", {"add": OBSERVATION.id})
    later = site_over(InventedIndex()).test_client()
    later.set_cookie("upr_list", client.get_cookie("upr_list").value)
    assert counted(later.get("/")) == "Your list (3)"
    forgotten = send(client, "/list/forget")
    assert cookie_of(forgotten)["upr_list"]["max-age"] == "0"
    assert client.get_cookie("upr_list") is None
    assert counted(forgotten) == "Your list (0)"


def test_a_list_of_this_session_is_forgotten_at_once(client):
    send(client, "/list", {"add": RECOMMENDATION})
    send(client, "/list/forget")
    assert not client.application.extensions["upr_chosen_lists"]._kept
    assert client.get_cookie("upr_list") is None


def test_a_list_that_no_cookie_holds_is_not_kept_on_this_computer(client):
    letters = [chr(65 + number % 26) + chr(65 + number * 7 % 26) for number in range(900)]
    scattered = [f"{two}X-{n % 41}-{n * 7919 % 997}.{n * 104729 % 991}-1" for n, two in enumerate(letters)]
    send(client, "/list", {"add": " ".join(scattered)})
    response = send(client, "/list/keep")
    assert response.status_code == 400
    assert "too long to be kept on this computer" in response.get_data(as_text=True)
    assert counted(client.get("/")) == "Your list (900)"


def test_300_records_fit_into_a_cookie(client):
    send(client, "/list", {"add": " ".join(f"XAA-20-115.{number}-1" for number in range(300))})
    response = send(client, "/list/keep")
    assert response.status_code == 200
    assert len(client.get_cookie("upr_list").value) < 3800


KEY = "a" * 32
BOMB = base64.urlsafe_b64encode(zlib.compress(b"A" * 2_000_000, 9)).decode().rstrip("=")


@pytest.mark.parametrize("cookie", ["", "x", f"{KEY}.", f"{KEY}.AAAA", f"{KEY}.é", f"{KEY}a", f"{KEY}.{BOMB}"])
def test_a_cookie_that_is_none_of_ours_holds_nothing(client, cookie):
    client.set_cookie("upr_list", cookie)
    response = client.get("/list")
    assert response.status_code == 200
    assert counted(response) == "Your list (0)"


@pytest.mark.parametrize("on_this_computer", [False, True])
def test_a_key_that_somebody_planted_is_replaced(client, on_this_computer):
    """A neighbour on the network sets a cookie with a key that they know, and waits for what is put on the list."""
    planted = "a" * 32
    packed = base64.urlsafe_b64encode(zlib.compress(PLEDGE.id.encode())).decode().rstrip("=")
    client.set_cookie("upr_list", f"{planted}.{packed}" if on_this_computer else planted)
    answer = send(client, "/list", {"add": RECOMMENDATION})
    assert counted(answer) == ("Your list (2)" if on_this_computer else "Your list (1)")
    given = client.get_cookie("upr_list").value
    assert given[:32] != planted
    neighbour = client.application.test_client()
    neighbour.set_cookie("upr_list", planted)
    assert counted(neighbour.get("/")) == "Your list (0)"
    send(client, "/list", {"add": OBSERVATION.id})
    assert client.get_cookie("upr_list").value[:32] == given[:32], "its own key is kept, for forms in other tabs"


def test_a_key_of_another_site_is_replaced(client):
    other = site_over(InventedIndex()).test_client()
    send(other, "/list", {"add": RECOMMENDATION})
    client.set_cookie("upr_list", other.get_cookie("upr_list").value)
    send(client, "/list", {"add": RECOMMENDATION})
    assert client.get_cookie("upr_list").value != other.get_cookie("upr_list").value


def test_a_list_that_cannot_be_read_now_is_not_shown_as_empty_nor_written_over(client, monkeypatch):
    send(client, "/list", {"add": RECOMMENDATION})
    store, kept = client.application.extensions[CHOSEN_LISTS], []

    def unreachable(name: bytes) -> None:
        raise DatabaseUnreachable("postgresql://db/upr cannot be used")

    with monkeypatch.context() as down:
        down.setattr(store, "get", unreachable)
        down.setattr(store, "put", lambda *given: kept.append(given))
        assert client.get("/about").status_code == 200, "other pages go on"
        for answer in (client.get("/list"), send(client, "/list", {"add": "XAA-20-115.2-1"})):
            assert answer.status_code == 503
            assert "This site cannot reach its database at the moment." in answer.get_data(as_text=True)
            assert answer.headers["Retry-After"] == "5"
    assert kept == []
    assert counted(client.get("/about")) == "Your list (1)"


def test_all_citations_stand_ready_to_copy_and_a_document_has_the_same(client):
    response = send(
        client, "/list", {"add": f"{RECOMMENDATION} {PLEDGE.id} {OBSERVATION.id} {REPORTED.id} ABC-1-2.3-4"}
    )
    citations = page_of(response).find(".//textarea[@id='citation']").text.strip().splitlines()
    assert len(citations) == 4
    assert citations[0].startswith("Vellania, UPR 2014 (session 20), A/HRC/920/1, paragraph 115.1, page 14 (Brenmark, ")
    document = Document(BytesIO(client.get("/list/list.docx").data))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for citation in (citations[0].removesuffix(", Invented sample"), *citations[2:]):
        assert citation in words
    assert "Not indexed: ABC-1-2.3-4" in words
