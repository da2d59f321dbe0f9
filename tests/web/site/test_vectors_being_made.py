"""While the first vectors of an index are made, pages say so and compare nothing."""

from pathlib import Path

import pytest

from models.messages.message import Message
from search import open_index
from tests.indexer.conftest import invented_workshop
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex

HOW_FAR = Message("Texts are being prepared: %(made)s of %(texts)s are done.", made=1024, texts=90_000)


class UnfinishedIndex(InventedIndex):
    """One whose first run is under way."""

    vectors_being_made = HOW_FAR


@pytest.fixture
def being_made():
    return site_over(UnfinishedIndex()).test_client()


def test_every_page_says_how_far_they_are(being_made):
    for address in ("/", "/states", "/find"):
        assert "1,024 of 90,000 are done" in being_made.get(address).get_data(as_text=True)


def test_a_record_is_shown_without_what_is_compared(being_made, client):
    record = next(iter(InventedIndex().records)).id
    page, complete = (each.get(f"/recommendation/{record}") for each in (being_made, client))
    assert page.status_code == 200
    assert "Similar recommendations" in complete.get_data(as_text=True)
    assert "Similar recommendations" not in page.get_data(as_text=True)


def test_programs_are_told_what_a_list_leaves_out(being_made):
    assert str(HOW_FAR) in being_made.post("/api/v1/find", json={"text": "girls"}).json["not_indexed"]


def test_a_description_is_answered_by_how_far_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    workshop = invented_workshop(tmp_path)
    monkeypatch.setattr("indexer.runs.build_index.MANY_TEXTS", 1)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("indexer.runs.build_index.write_vectors", _interrupt)
        workshop.run()
    site = site_over(open_index(workshop.index)).test_client()
    sent = {"text": "Schools in the mountains", "own_state": "SVN"}
    answer = site.post("/match", data=sent, follow_redirects=True)
    assert answer.status_code == 503
    assert "It is not ready yet; keywords" in answer.get_data(as_text=True)
    assert site.post("/find", data={"text": "schools"}, follow_redirects=True).status_code == 200


def _interrupt(*_arguments):
    raise KeyboardInterrupt
