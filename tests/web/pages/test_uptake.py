"""What came of a submission: handed in, corrected, compared, counted, taken along."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.datastructures import MultiDict

from models.records.enums import Position
from search import open_index
from tests.search.invented_index import Request, build
from tests.web.conftest import site_over

FERRIES, BIRDS = "Mend the old ferries of the coast", "Count the birds of the marshes"
LAMPS = "Light lamps along every harbour"
REQUESTS = [
    Request(FERRIES, session=7, position=Position.NOTED),
    Request(FERRIES, by=("XAB", "FRA")),
    Request(BIRDS, position=Position.NOTED),
    Request("Zone all vineyards"),
    Request(LAMPS, position=Position.UNKNOWN),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return site_over(open_index(build(tmp_path_factory.mktemp("uptake_pages") / "index", REQUESTS))).test_client()


def posted(client: FlaskClient, *pairs: tuple[str, str], path: str = "/uptake/asks") -> str:
    form = MultiDict([("state", "XAA"), ("review", "20"), *pairs])
    return client.post(path, data=form, follow_redirects=True).get_data(as_text=True)


def asks_on(page: str) -> list[str]:
    return [words.strip() for words in re.findall(r'name="ask"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)]


def compared(client: FlaskClient, *pairs: tuple[str, str]) -> str:
    return posted(client, ("ask", FERRIES), ("ask", BIRDS), ("do", "compare"), *pairs)


def test_a_pasted_submission_leads_to_its_asks_without_a_word_in_the_address(client: FlaskClient) -> None:
    text = f"Recommendations\n1. {FERRIES};\n2. {BIRDS}."
    response = client.post("/uptake", data={"state": "XAA", "text": text}, follow_redirects=False)
    assert response.status_code == 303
    assert re.fullmatch(r"/results/[\w-]{32}\.[\w-]{22}", response.location)
    assert asks_on(client.get(response.location).get_data(as_text=True)) == [FERRIES, BIRDS]


@pytest.mark.processes
def test_a_file_is_read(client: FlaskClient) -> None:
    data = {"state": "XAA", "file": (BytesIO(f"Recommendations\n- {FERRIES}\n".encode()), "ours.txt")}
    page = client.post("/uptake", data=data, follow_redirects=True).get_data(as_text=True)
    assert asks_on(page) == [FERRIES]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"state": "XAA"}, "Choose the file of your submission, or paste its text."),
        ({"state": "QQQ", "text": FERRIES}, "Choose the State under review."),
        ({"state": "XAA", "text": "It was long. " * 60}, "No ask was found in it"),
        ({"state": "XAA", "text": "x " * 60_000}, "longer than a submission"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(client: FlaskClient, data: dict[str, str], sentence: str) -> None:
    response = client.post("/uptake", data=data)
    assert response.status_code == 400
    assert sentence in response.get_data(as_text=True)


@pytest.mark.processes
def test_a_file_that_cannot_be_read_is_told(client: FlaskClient) -> None:
    data = {"state": "XAA", "file": (BytesIO(b"PK\x03\x04"), "ours.docx")}
    response = client.post("/uptake", data=data)
    assert response.status_code == 400
    assert "This file cannot be read." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("drop", "1")], ["two", "three"], id="left out"),
        pytest.param([("merge", "2")], ["one two", "three"], id="joined to the one above"),
        pytest.param([("more", "four\n\nfive")], ["one", "two", "three", "four", "five"], id="added"),
        pytest.param([("drop", "1"), ("merge", "2")], ["two", "three"], id="joined to nothing"),
        pytest.param([("drop", "nine"), ("merge", "-1")], ["one", "two", "three"], id="no number"),
    ],
)
def test_the_list_is_corrected(client: FlaskClient, changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert asks_on(posted(client, *(("ask", word) for word in ("one", "two", "three")), *changes)) == expected


def test_an_empty_line_parts_an_ask(client: FlaskClient) -> None:
    assert asks_on(posted(client, ("ask", "one\r\n\r\ntwo"))) == ["one", "two"]


def test_what_says_the_same_is_counted_with_its_states_and_positions(client: FlaskClient) -> None:
    page = compared(client)
    assert "2 of 2 asks came back in the review of" in page
    assert "Recommendations: 2. Recommending States: 2. Positions: supported: 1, noted: 1." in page
    assert "Likeness is no proof of influence" in page


def test_what_the_user_ticks_counts(client: FlaskClient) -> None:
    page = compared(client, ("judged", "1"), ("count", "1:XAA-20-100.1-1"))
    assert "1 of 2 asks came back" in page
    page = compared(client, ("judged", "1"))
    assert "0 of 2 asks came back" in page


def test_an_ask_that_nothing_takes_up_is_told_as_not_found(client: FlaskClient) -> None:
    page = posted(client, ("ask", "Quench quartz"), ("do", "compare"))
    assert "0 of 1 ask came back" in page
    assert "None was found, but the report of this review is not indexed" not in page


def test_states_that_were_approached_are_named_with_what_they_took_up(client: FlaskClient) -> None:
    page = " ".join(re.sub(r"<[^>]+>", "", compared(client, ("approached", "France; Kenya, Atlantis"))).split())
    assert "France: Ask 1" in page
    assert "Kenya: none of what is counted" in page
    assert "No State is called so: Atlantis." in page


def test_before_a_review_it_says_who_asked(client: FlaskClient) -> None:
    page = posted(client, ("ask", FERRIES), ("do", "compare"), ("review", "next"))
    assert "Your asks before the next review" not in page  # the first value counts, that of a button comes later
    form = MultiDict([("state", "XAA"), ("review", "next"), ("ask", FERRIES), ("do", "compare")])
    page = client.post("/uptake/asks", data=form, follow_redirects=True).get_data(as_text=True)
    assert "Your asks before the next review of Vellania" in page
    assert "Asked for the same before, and may ask again:" in page


@pytest.mark.parametrize("extension", ["docx", "xlsx", "csv"])
def test_the_table_of_impact_is_a_file(client: FlaskClient, extension: str) -> None:
    form = MultiDict(
        [("state", "XAA"), ("review", "20"), ("ask", FERRIES), ("format", extension), ("approached", "FRA")]
    )
    response = client.post("/uptake/download", data=form)
    assert response.status_code == 200
    assert FERRIES not in response.headers["Content-Disposition"]
    if extension == "xlsx":
        book = load_workbook(BytesIO(response.data))
        assert book.sheetnames == ["Asks", "Recommendations", "States approached", "About"]
        assert [cell.value for cell in book["Asks"][2]] == [1, FERRIES, 1, "Brenmark, France", 1, 0]
        assert [cell.value for cell in book["States approached"][2]] == ["France", "1"]


def test_the_file_counts_each_position_that_occurs(client: FlaskClient) -> None:
    """What was not answered is neither supported nor noted."""
    pairs = [("state", "XAA"), ("review", "20"), ("ask", BIRDS), ("ask", LAMPS), ("format", "xlsx")]
    book = load_workbook(BytesIO(client.post("/uptake/download", data=MultiDict(pairs)).data))
    heads, *rows = ([cell.value for cell in row] for row in book["Asks"].iter_rows())
    counts = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [(each["Counted"], each["Noted"], each["Unknown"]) for each in counts] == [(1, 1, 0), (1, 0, 1)]
    assert "Supported" not in heads


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"state": "QQQ", "ask": FERRIES},
        {"state": "XAA"},
        {"state": "XAA", "review": "99", "ask": "x", "format": "csv"},
    ],
)
@pytest.mark.parametrize("path", ["/uptake/asks", "/uptake/download"])
def test_a_form_that_lacks_something_begins_again(client: FlaskClient, path: str, data: dict[str, str]) -> None:
    assert client.post(path, data=data, follow_redirects=True).status_code in (200, 404)


def test_nothing_of_it_is_on_disk(client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    compared(client)
    client.post("/uptake", data={"state": "XAA", "text": FERRIES})
    assert list(tmp_path.iterdir()) == []
