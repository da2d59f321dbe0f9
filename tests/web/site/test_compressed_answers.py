"""Text is compressed for who takes it, and only what may be."""

from gzip import decompress

import pytest
from flask.testing import FlaskClient

from tests.web.own_forms import without_token

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
QUESTION = {"text": "child marriage", "state": "XAA"}


@pytest.mark.parametrize("address", ["/", "/themes", "/static/style.css", "/api/v1/openapi.json", "/nowhere"])
def test_text_is_compressed_to_the_same_words(client: FlaskClient, address: str):
    plain, packed = client.get(address), client.get(address, headers=GZIP)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) * 0.6
    assert without_token(decompress(packed.data)) == without_token(plain.data)
    assert "Content-Encoding" not in plain.headers
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_results_are_compressed(client: FlaskClient):
    packed = client.post("/match", data=QUESTION, headers=GZIP)
    assert b"/recommendation/XAA-" in decompress(packed.data)


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip;q=0, *"])
def test_who_does_not_take_it_gets_it_plain(client: FlaskClient, accepted: str):
    answer = client.get("/", headers={"Accept-Encoding": accepted})
    assert answer.data.startswith(b"<!doctype html>")
    assert "Content-Encoding" not in answer.headers


def test_short_answers_and_office_files_stay_as_they_are(client: FlaskClient):
    assert "Content-Encoding" not in client.get("/healthz", headers=GZIP).headers
    document = client.post("/match/download", data=QUESTION | {"format": "docx"}, headers=GZIP)
    assert document.data.startswith(b"PK")
    assert "Content-Encoding" not in document.headers


@pytest.mark.parametrize("address", ["/static/style.css", "/api/v1/openapi.json"])
def test_tag_of_a_compressed_answer_is_weak_and_known_again(client: FlaskClient, address: str):
    first = client.get(address, headers=GZIP)
    assert first.headers["ETag"].startswith('W/"')
    again = client.get(address, headers=GZIP | {"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Accept-Encoding" in again.headers["Vary"]
    assert again.data == b""


def test_part_of_a_file_is_not_compressed(client: FlaskClient):
    part = client.get("/static/style.css", headers=GZIP | {"Range": "bytes=0-1999"})
    assert part.status_code == 206
    assert part.data == client.get("/static/style.css").data[:2000]
    assert "Content-Encoding" not in part.headers


def test_head_says_what_get_would_say(client: FlaskClient):
    answer = client.head("/themes", headers=GZIP)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.data == b""


def test_length_of_a_compressed_answer_tells_little_of_its_words(client: FlaskClient):
    """Without padding all were of one length: see BREACH."""
    assert len({len(client.get("/about", headers=GZIP).data) for _ in range(30)}) > 10
