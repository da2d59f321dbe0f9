"""While a large index is checked, pages say so; files and programs wait; from a damaged one nothing is served."""

import pytest

from models.errors import IndexFolderError
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex

WARNING = "This index is still being checked for damage"
FOR_KEEPING = [
    ("/match/download", {"data": {"text": "girls", "format": "csv"}}),
    ("/find/download", {"data": {"text": "girls", "format": "docx"}}),
    ("/lobby/download", {"data": {"text": "girls", "state": "XAA", "format": "xlsx"}}),
    ("/api/match", {"json": {"text": "girls"}}),
    ("/api/v1/find", {"json": {"text": "girls"}}),
]


class UncheckedIndex(InventedIndex):
    """A large one that was opened a moment ago."""

    unchecked = True


@pytest.fixture
def unchecked():
    return site_over(UncheckedIndex()).test_client()


def test_pages_say_that_the_index_is_being_checked(unchecked):
    for page in (unchecked.get("/"), unchecked.post("/match", data={"text": "girls"})):
        assert page.status_code == 200
        assert WARNING in page.get_data(as_text=True)


def test_pages_of_a_checked_index_say_nothing_of_it(client):
    assert WARNING not in client.get("/").get_data(as_text=True)


@pytest.mark.parametrize(("path", "sent"), FOR_KEEPING)
def test_what_is_kept_comes_from_a_checked_index_alone(unchecked, path, sent):
    response = unchecked.post(path, **sent)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert "still being checked for damage. Try again in a minute." in response.get_data(as_text=True)


def test_health_and_style_need_no_checked_index(unchecked):
    assert unchecked.get("/healthz").status_code == 200
    not_ready = unchecked.get("/readyz")
    assert (not_ready.status_code, not_ready.headers["Retry-After"]) == (503, "5")
    assert unchecked.get("/static/style.css").status_code == 200


class DamagedIndex(InventedIndex):
    """Its check found damage: no question is answered."""

    def fail(self, *_arguments, **_named):
        raise IndexFolderError("catalogue.sqlite is missing, added or changed")

    match = find = states = state = overview = record = labels = observation = fail


@pytest.mark.parametrize("path", ["/", "/about", "/healthz", "/recommendation/XAA-20-115.1-1", "/state/XAA"])
def test_a_damaged_index_gives_a_page_and_no_quotation(path):
    response = site_over(DamagedIndex()).test_client().get(path)
    assert response.status_code == 503
    assert "cannot read its index" in response.get_data(as_text=True)


@pytest.mark.parametrize(("path", "sent"), FOR_KEEPING)
def test_a_damaged_index_gives_no_file_and_no_answer(path, sent):
    assert site_over(DamagedIndex()).test_client().post(path, **sent).status_code == 503
