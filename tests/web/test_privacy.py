"""No word of a user in a log, an address or a file; hostile words stay words."""

import http.client
import json
import logging
import re
import subprocess
import sys
from urllib.parse import quote, urlencode

import pytest

from models.errors import IndexFolderError
from models.plans.plan import Plan, PlanItem
from models.records.enums import Position
from models.records.records import Conflict, Place, Sponsor
from tests.paths import REPOSITORY
from tests.web.api.full_index import PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, build_full_index
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from tests.web.server_process import Server, started
from tests.web.test_routes import ROUTES
from web.plans.plan_store import PlanStore

__all__ = ["started"]

OWN_WORDS = "Girls of our village Tarnbridge are married off early"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>{{7*7}}\u202e girls"


class FailingIndex(InventedIndex):
    """Fails with the user's words in the error, as libraries do."""

    failure: type[Exception] = ValueError

    def match(self, text, *rest, **more):
        raise self.failure(f"cannot parse {text!r}")

    find = reported_on = match


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/match", {"data": {"text": OWN_WORDS}}),
        ("/match", {"data": {"text": OWN_WORDS, "state": "QQQ"}}),
        ("/find", {"data": {"text": OWN_WORDS}}),
        ("/match/download", {"data": {"text": OWN_WORDS, "format": "docx"}}),
        ("/find/download", {"data": {"text": OWN_WORDS, "format": "xlsx"}}),
        ("/match", {"data": {"text": OWN_WORDS, "to": "reported"}}),
        ("/match", {"data": {"text": OWN_WORDS, "state": "XAA", "to": "approach"}}),
        ("/match/download", {"data": {"text": OWN_WORDS, "state": "XAA", "to": "approach", "format": "docx"}}),
        ("/reported", {"data": {"text": OWN_WORDS, "state": "QQQ"}}),
        ("/api/match", {"json": {"text": OWN_WORDS}}),
        ("/api/reported", {"json": {"text": OWN_WORDS}}),
        ("/api/find", {"json": {"text": OWN_WORDS, "filters": {"position": ["Tarnbridge"]}}}),
    ],
)
@pytest.mark.parametrize("index_class", [InventedIndex, FailingIndex])
def test_no_word_of_a_user_is_logged(caplog, path, data, index_class):
    app = site_over(index_class())
    with caplog.at_level(logging.DEBUG):
        app.test_client().post(path, **data)
    assert "Tarnbridge" not in caplog.text


@pytest.mark.parametrize(("path", "more"), [("/match", {"state": "XAA"}), ("/match", {}), ("/find", {})])
def test_no_word_of_a_user_is_in_an_address_a_header_or_a_title(path, more):
    response = site_over(InventedIndex()).test_client().post(path, data={"text": OWN_WORDS, **more})
    assert [hop.status_code for hop in response.history] == [303]
    assert response.status_code == 200
    assert response.request.path.startswith("/results/")
    for answer in (response, *response.history):
        assert "Tarnbridge" not in str(answer.headers)
    page = page_of(response)
    assert "Tarnbridge" not in text_of(page.find("./head/title"))
    assert "Tarnbridge" in text_of(page)
    for element in page.iter():
        addresses = [element.get(name, "") for name in ("href", "action", "formaction", "src")]
        assert not [address for address in addresses if "Tarnbridge" in address or "girls" in address.lower()]


@pytest.mark.parametrize("language", ["ar", "es", "fr"])
@pytest.mark.parametrize("page", ["match", "find"])
def test_no_word_of_a_user_is_in_an_address_a_header_a_title_or_a_log_in_other_languages(caplog, language, page):
    with caplog.at_level(logging.DEBUG):
        text = "بنات قريتنا Tarnbridge يُزوَّجن صغيرات"
        response = site_over(InventedIndex()).test_client().post(f"/{language}/{page}", data={"text": text})
    assert [hop.status_code for hop in response.history] == [303]
    assert response.status_code == 200
    shown = page_of(response)
    assert text in text_of(shown)
    addresses = [element.get(name, "") for element in shown.iter() for name in ("href", "action", "formaction", "src")]
    headers = [str(answer.headers) for answer in (response, *response.history)]
    for where in (*addresses, *headers, response.request.url, text_of(shown.find("./head/title")), caplog.text):
        assert "Tarnbridge" not in where
        assert quote("قريتنا") not in where
        assert "قريتنا" not in where


def test_what_is_kept_of_a_question_cannot_be_read_without_its_address():
    app = site_over(InventedIndex())
    response = app.test_client().post("/match", data={"text": OWN_WORDS})
    (kept,) = app.extensions["upr_kept_questions"].store._kept.items()
    key = response.request.path.removeprefix("/results/")
    held = repr(kept)
    assert "Tarnbridge" not in held
    assert key not in held
    assert key.split(".")[0] not in held


def test_pages_that_show_a_question_are_kept_by_no_browser(client):
    address = client.post("/match", data={"text": OWN_WORDS}).request.path
    for path in (address, f"{address}?page=2", "/results/deleted"):
        assert client.get(path).headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in client.get(path).headers


def test_failure_is_logged_with_its_kind_and_place(caplog):
    response = site_over(FailingIndex()).test_client().post("/match", data={"text": OWN_WORDS})
    assert response.status_code == 500
    assert "ValueError in:" in caplog.text
    assert "results/issue_page.py" in caplog.text
    assert "not at fault" in response.get_data(as_text=True)
    assert "Tarnbridge" not in response.get_data(as_text=True)


def test_unusable_index_is_logged_and_not_explained_to_visitors(caplog):
    class BrokenIndex(FailingIndex):
        failure = IndexFolderError

    response = site_over(BrokenIndex()).test_client().post("/match", data={"text": "girls"})
    assert response.status_code == 503
    assert "IndexFolderError" in caplog.text
    assert "cannot read its index" in response.get_data(as_text=True)


def test_browsers_are_asked_not_to_keep_or_send_what_is_typed(client):
    for page in (client.get("/"), client.get("/find")):
        form = page_of(page).find(".//form")
        assert form.get("autocomplete") == "off"
        assert form.find(".//*[@id='text']").get("spellcheck") == "false"


@pytest.mark.parametrize("path", ["/match", "/find", "/reported"])
def test_hostile_words_of_a_user_stay_words(client, path):
    page = client.post(path, data={"text": HOSTILE}).get_data(as_text=True)
    box = parse(page).find(".//*[@id='text']")
    assert (box.text or box.get("value")).strip() == HOSTILE.replace("\u202e", "")


def test_hostile_record_stays_text(client_over):
    record = recommendation(
        text=HOSTILE,
        quoted=HOSTILE,
        sponsors=(Sponsor("XAB", HOSTILE),),
        comment=HOSTILE,
        comment_source=Place(HOSTILE, HOSTILE, 1),
        position_source=Place(HOSTILE, HOSTILE, 1),
        printed_number=HOSTILE,
        conflicts=(Conflict(Place(HOSTILE, None, 1), Position.NOTED, HOSTILE),),
    )
    client = client_over(record)
    for page in (
        client.get(f"/recommendation/{record.id}").get_data(as_text=True),
        client.post("/match", data={"text": "girls"}).get_data(as_text=True),
        client.post("/find", data={"text": "girls"}).get_data(as_text=True),
    ):
        assert "\u202e" not in page
        assert "<img" not in page
        assert "<script>" not in page
        assert "alert(1)" in text_of(parse(page))
        assert "{{7*7}}" in text_of(parse(page))


IN_ADDRESSES = {
    "/recommendation/<record_id>": f"/recommendation/{RECOMMENDATION}",
    "/commitment/<record_id>": f"/commitment/{PLEDGE.id}",
    "/observation/<record_id>": f"/observation/{TOLD.id}",
    "/reported/<record_id>": f"/reported/{REPORTED_ID}",
    "/api/drafts": "/api/drafts?review=XAA-20",
    "/api/v1/drafts": "/api/v1/drafts?review=XAA-20",
    "/api/progress": "/api/progress?review=XAA-20",
    "/api/v1/progress": "/api/v1/progress?review=XAA-20",
    "/api/records": f"/api/records?id={RECOMMENDATION}",
    "/api/v1/records": f"/api/v1/records?id={RECOMMENDATION}",
    "/paper/<name>": "/paper/matrix",
    "<int:session>": "20",
    "<any(documents, asked, asks, calendar):section>": "documents",
    "<any('follow-up', draft):section>": "draft",
    "<any(delete, news):before>": "news",
    "<any(opened, upload):before>": "upload",
    "<extension>": "xlsx",
    "<code>": "XAA",
    "<slug>": "detention",
    "<path:filename>": "style.css",
}
TEXT = f"Judges visit prisons. {OWN_WORDS}. " * 100
"""Four thousand characters."""
MULTIPART = (
    f'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n{OWN_WORDS}\r\n'
    f'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n{OWN_WORDS * 20_000}\r\n--x--\r\n'
)
"""A form with a file of a megabyte, as no page of the site sends it."""


NO_SUCH_PAGE = "/state/<code>/theme/<slug>"
"""The index has no themes; the page is that of an issue of a State."""
KEEPING = {
    "/plans/open",
    *(
        f"/plan/<key>/{page}"
        for page in ("items", "settings", "delete", "news", "merge", "upload", "item/<name>", "ohchr-matrix")
    ),
}
"""What posts to these writes to the file of plans, which users chose; uploads are tried apart."""


def ask_every_route(server: Server, plan: str) -> None:
    """Ask for every page and file, and send every form; `plan` is the address of one that is kept."""
    key = server.ask("POST", "/match", {"text": TEXT, "state": "XAA"}).key
    item = re.search(r"/item/(\w+)", server.ask("GET", plan).text)[1]
    # What is kept is deleted last.
    for route in sorted(ROUTES.splitlines(), key=lambda route: route.endswith("/delete")):
        method, path = route.split(maxsplit=1)
        if path == NO_SUCH_PAGE or (method == "POST" and path in KEEPING):
            continue
        for part, value in {"/plan/<key>": plan, **IN_ADDRESSES, "<key>": key, "<name>": item}.items():
            path = path.replace(part, value)
        if method == "GET":
            asked = f"{path}?format=csv" if path.endswith(("/export", "/browse/download")) else path
            assert server.ask("GET", asked).status < 400, path
        elif path.startswith("/api"):
            assert send_json(server, path) == 200, path
        elif path.startswith(("/list", "/plan")):
            form = {"token": token(server), "title": OWN_WORDS, "add": RECOMMENDATION, "as": "workbook"}
            assert server.ask("POST", path, form).status == 200, path
        else:
            form = {"text": OWN_WORDS} if path.startswith("/find") else {"text": TEXT, "state": "XAA"}
            if path.startswith("/uptake"):
                form |= {
                    "text": f"- {OWN_WORDS}\n- Judges visit prisons.",
                    "ask": OWN_WORDS,
                    "review": "20",
                    "checked": "1",
                }
            form |= {"search": key}
            for extension in ("csv", "xlsx", "docx"):
                assert server.ask("POST", path, form | {"format": extension}).status == 200, (path, extension)


def token(server: Server) -> str:
    """The token of a visitor without a list."""
    return re.search(r'name="token" value="([^"]+)"', server.ask("GET", "/list").text)[1]


def upload(server: Server, address: str) -> int:
    """Give back a file of two megabytes, as no plan is, and no matrix."""
    fields = f'--x\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token(server)}\r\n'
    file = f'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n{OWN_WORDS * 50_000}\r\n--x--'
    return send(server, address, fields + file + "\r\n", "multipart/form-data; boundary=x")


def send_json(server: Server, path: str) -> int:
    state = "state" if path.endswith("lobby") else "own_state"
    question = {"text": OWN_WORDS} if path.endswith("find") else {"text": TEXT, state: "XAA"}
    return send(server, path, json.dumps(question), "application/json")


def send(server: Server, path: str, body: str, kind: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("POST", path, body, {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"})
    status = connection.getresponse().status
    connection.close()
    return status


def files_opened(printed: str) -> list[str]:
    """The last line of watched_upr."""
    return json.loads(printed.splitlines()[-1])


@pytest.mark.service
def test_the_site_opens_no_file_for_writing_whatever_is_asked_and_downloaded(started, tmp_path):
    folder = build_full_index(tmp_path / "index")
    store = PlanStore(tmp_path / "plans" / "plans.sqlite")
    item = PlanItem(id=RECOMMENDATION, kind="recommendation", state="XAA", citation="", quoted=OWN_WORDS)
    plan = f"/plan/{store.create(Plan(title=OWN_WORDS, state='XAA', items=(item,), index_date='2020-01-01'))}"
    environment = {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path), "UPR_MAX_REQUEST_BYTES": "2000000"}
    environment |= {"UPR_PLANS": str(tmp_path / "plans" / "plans.sqlite")}
    server = started("serve", "--index", str(folder), module="tests.web.watched_upr", folder=tmp_path, **environment)
    ask_every_route(server, plan)
    assert upload(server, f"{plan}/upload") == 400
    assert upload(server, f"{plan}/ohchr-matrix") == 400
    assert send(server, "/match", MULTIPART, "multipart/form-data; boundary=x") == 303
    assert send(server, "/match", urlencode({"text": TEXT * 200}), "application/x-www-form-urlencoded") == 400
    code, printed = server.end()
    assert code == 0
    # The file of plans alone, to see that it is there and for its owner alone; not a byte of it could be written.
    kept = str(tmp_path / "plans" / "plans.sqlite")
    # The journal of the plans is opened to be overwritten, so that a deleted plan leaves nothing in it.
    assert set(files_opened(printed)) <= {kept, f"{kept}-journal"}


@pytest.mark.service
@pytest.mark.parametrize(
    ("extension", "part"),
    [("xlsx", "xl/worksheets/sheet2.xml"), ("docx", "word/document.xml")],
)
def test_a_site_killed_while_it_makes_a_file_leaves_nothing(started, tmp_path, extension, part):
    large = InventedIndex(recommendation(paragraph=f"115.{number}") for number in range(1, 2_001))
    environment = {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path), "HOME": str(tmp_path), "DIES_AT": part}
    server = started(
        "serve", "--index", str(large.folder), module="tests.web.watched_upr", folder=tmp_path, **environment
    )
    with pytest.raises((OSError, http.client.HTTPException)):
        server.ask("POST", "/match/download", {"text": f"girls {OWN_WORDS}", "format": extension})
    assert server.process.wait(timeout=20) == -9
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.service
@pytest.mark.encoder
@pytest.mark.parametrize(
    "text",
    [OWN_WORDS, "Les filles de notre village Tarnbridge sont mariées trop jeunes", "بنات قريتنا يُزوَّجن صغيرات"],
)
def test_a_command_opens_no_file_for_writing(tmp_path, text):
    """With the encoder of the program and, for an issue in French or Arabic, those of other languages."""
    folder = build_full_index(tmp_path / "index", "all-MiniLM-L6-v2")
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.watched_upr", "match", "-", "--state", "XAA", "--index", str(folder)],
        cwd=REPOSITORY,
        env={"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)},
        input=text,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert files_opened(done.stdout) == []
