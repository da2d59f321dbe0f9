"""No word of a user in a log, an address or a store; hostile words stay words."""

import logging

import pytest

from models.errors import IndexFolderError
from models.records.enums import Position
from models.records.records import Conflict, Place, Sponsor
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.small_index import SmallIndex, recommendation

OWN_WORDS = "Girls of our village Tarnbridge are married off early"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>{{7*7}}\u202e girls"


class FailingIndex(SmallIndex):
    """Fails with the user's words in the error, as libraries do."""

    failure: type[Exception] = ValueError

    def match(self, text, *rest, **more):
        raise self.failure(f"cannot parse {text!r}")

    find = match


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/match", {"data": {"text": OWN_WORDS}}),
        ("/match", {"data": {"text": OWN_WORDS, "state": "QQQ"}}),
        ("/find", {"data": {"text": OWN_WORDS}}),
        ("/match/download", {"data": {"text": OWN_WORDS, "format": "docx"}}),
        ("/find/download", {"data": {"text": OWN_WORDS, "format": "xlsx"}}),
        ("/api/match", {"json": {"text": OWN_WORDS}}),
        ("/api/find", {"json": {"text": OWN_WORDS, "filters": {"position": ["Tarnbridge"]}}}),
    ],
)
@pytest.mark.parametrize("index_class", [SmallIndex, FailingIndex])
def test_no_word_of_a_user_is_logged(caplog, path, data, index_class):
    app = site_over(index_class())
    with caplog.at_level(logging.DEBUG):
        app.test_client().post(path, **data)
    assert "Tarnbridge" not in caplog.text


def test_failure_is_logged_with_its_kind_and_place(caplog):
    response = site_over(FailingIndex()).test_client().post("/match", data={"text": OWN_WORDS})
    assert response.status_code == 500
    assert "ValueError in:" in caplog.text
    assert "pages/match.py" in caplog.text
    assert "not at fault" in response.get_data(as_text=True)
    assert "Tarnbridge" not in response.get_data(as_text=True)


def test_unusable_index_is_logged_and_not_explained_to_visitors(caplog):
    class BrokenIndex(FailingIndex):
        failure = IndexFolderError

    response = site_over(BrokenIndex()).test_client().post("/match", data={"text": "girls"})
    assert response.status_code == 503
    assert "IndexFolderError" in caplog.text
    assert "cannot read its index" in response.get_data(as_text=True)


def test_result_is_not_stored(client):
    assert client.post("/match", data={"text": OWN_WORDS}).headers["Cache-Control"] == "no-store"


def test_browsers_are_asked_not_to_keep_or_send_what_is_typed(client):
    for page in (client.get("/"), client.get("/find")):
        form = parse(page.get_data(as_text=True)).find(".//form")
        assert form.get("autocomplete") == "off"
        assert form.find(".//*[@id='text']").get("spellcheck") == "false"


@pytest.mark.parametrize("path", ["/match", "/find"])
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
