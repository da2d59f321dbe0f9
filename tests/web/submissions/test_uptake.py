"""What came of a submission: handed in, corrected, compared, ticked, taken along."""

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
    return [
        words.strip() for words in re.findall(r'<textarea[^>]*name="ask"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    ]


def compared(client: FlaskClient, *pairs: tuple[str, str]) -> str:
    return posted(client, ("ask", FERRIES), ("ask", BIRDS), *pairs)


def ticked_on(page: str, name: str = "count") -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]+)" checked', page)


TICKED = (("count", "1:XAA-20-100.1-1"), ("count", "2:XAA-20-100.2-1"))


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
        ({"state": "QQQ", "text": FERRIES}, "State under review: choose a value from the list."),
        ({"state": "XAA", "text": "It was long. " * 60}, "No ask was found in it"),
        ({"state": "XAA", "text": "x " * 60_000}, "longer than a submission"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(client: FlaskClient, data: dict[str, str], sentence: str) -> None:
    response = client.post("/uptake", data=data)
    assert response.status_code == 400
    assert sentence in response.get_data(as_text=True)


def test_a_file_that_cannot_be_read_is_told(client: FlaskClient) -> None:
    data = {"state": "XAA", "file": (BytesIO(b"PK\x03\x04"), "ours.docx")}
    response = client.post("/uptake", data=data)
    assert response.status_code == 400
    assert "This file cannot be read." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("merge", "2")], ["one two", "three"], id="joined to the one above"),
        pytest.param([("more", "four\n\nfive")], ["one", "two", "three", "four", "five"], id="added"),
        pytest.param([("merge", "-1")], ["one", "two", "three"], id="no number"),
    ],
)
def test_the_list_is_corrected(client: FlaskClient, changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert asks_on(posted(client, *(("ask", word) for word in ("one", "two", "three")), *changes)) == expected


def test_an_empty_line_parts_an_ask(client: FlaskClient) -> None:
    assert asks_on(posted(client, ("ask", "one\r\n\r\ntwo"))) == ["one", "two"]


def test_narrative_is_listed_and_not_ticked(client: FlaskClient) -> None:
    text = f"1. {FERRIES}\n2. The ferries sank in May. Nobody came. The sea was calm.\n3. {BIRDS}"
    page = client.post("/uptake", data={"state": "XAA", "text": text}, follow_redirects=True).get_data(as_text=True)
    assert len(asks_on(page)) == 3
    assert ticked_on(page, "keep") == ["1", "3"]


def test_what_is_not_ticked_stays_on_the_list_and_is_not_compared(client: FlaskClient) -> None:
    pairs = [
        ("ask", FERRIES),
        ("ask", "The ferries sank."),
        ("ask", BIRDS),
        ("chosen", "1"),
        ("keep", "1"),
        ("keep", "3"),
    ]
    page = posted(client, *pairs)
    assert (len(asks_on(page)), ticked_on(page, "keep")) == (3, ["1", "3"])
    assert re.findall(r'<details id="ask-(\d)"', page) == ["1", "3"]


def test_where_nothing_looks_like_an_ask_the_list_alone_stands_open(client: FlaskClient) -> None:
    page = posted(client, ("ask", "The ferries sank."), ("chosen", "1"))
    assert '<details class="more section" id="asks" open>' in page
    assert 'class="asks"' not in page


def test_a_submission_leads_to_its_result_at_once_with_the_list_folded(client: FlaskClient) -> None:
    data = {"state": "XAA", "text": f"Recommendations\n1. {FERRIES};\n2. {BIRDS}."}
    page = client.post("/uptake", data=data, follow_redirects=True).get_data(as_text=True)
    assert page.count("1 to read") == 2
    assert '<details class="more section" id="asks">' in page
    assert page.index('id="ask-1"') < page.index('id="asks"')


def test_the_nearest_stand_beside_each_ask_and_none_is_ticked(client: FlaskClient) -> None:
    page = compared(client)
    assert "the nearest recommendations, found by comparing texts" in page
    assert page.count("1 to read") == 2
    assert ticked_on(page) == []
    assert "ticked by us" not in page
    assert "/uptake/download" not in page


def test_what_the_user_ticks_is_told_with_its_states_and_positions(client: FlaskClient) -> None:
    page = compared(client, *TICKED)
    assert ticked_on(page) == ["1:XAA-20-100.1-1", "2:XAA-20-100.2-1"]
    assert "Asks that recommendations ticked by us belong to: 2 of 2." in page
    assert "Recommendations: 2. Recommending States: 2. Positions:" in page
    assert "Likeness is no proof of influence" in page
    assert not [graded for graded in ("came back", "ays the same", "art of the way", "took it up") if graded in page]


def test_more_of_an_ask_keep_what_is_ticked_and_lead_to_the_ask(client: FlaskClient) -> None:
    pairs = [("state", "XAA"), ("review", "20"), ("ask", FERRIES), ("ask", BIRDS), ("nearest", "2")]
    response = client.post("/uptake/asks", data=MultiDict([*pairs, *TICKED]), follow_redirects=False)
    assert response.location.endswith("#ask-2")
    page = client.get(response.location.partition("#")[0]).get_data(as_text=True)
    assert ticked_on(page) == ["1:XAA-20-100.1-1", "2:XAA-20-100.2-1"]
    assert '<details id="ask-2" open>' in page


def test_states_that_were_approached_are_named_with_what_was_ticked(client: FlaskClient) -> None:
    page = compared(client, ("approached", "France; Kenya, Atlantis"), *TICKED)
    page = " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "France: Ask 1" in page
    assert "Kenya: nothing that you ticked" in page
    assert "No State is called so: Atlantis." in page


def test_before_a_review_all_that_the_state_was_told_stands_beside_an_ask(client: FlaskClient) -> None:
    form = MultiDict([("state", "XAA"), ("review", "next"), ("ask", FERRIES)])
    page = client.post("/uptake/asks", data=form, follow_redirects=True).get_data(as_text=True)
    assert "Your submission beside a review, Vellania" in page
    assert 'value="1:XAA-7-100.1-1"' in page


@pytest.mark.parametrize("extension", ["docx", "xlsx", "csv"])
def test_a_file_holds_what_is_ticked_alone(client: FlaskClient, extension: str) -> None:
    form = MultiDict([("state", "XAA"), ("review", "20"), ("ask", FERRIES), ("ask", BIRDS), *TICKED[:1]])
    form.update([("format", extension), ("approached", "FRA")])
    response = client.post("/uptake/download", data=form)
    assert response.status_code == 200
    assert FERRIES not in response.headers["Content-Disposition"]
    if extension == "xlsx":
        book = load_workbook(BytesIO(response.data))
        assert book.sheetnames == ["What you asked for", "States that you approached", "About"]
        rows = [[cell.value for cell in row[:3]] for row in book["What you asked for"].iter_rows(min_row=2)]
        assert rows == [[1, FERRIES, "Brenmark, France"], [2, BIRDS, None]]
        assert [cell.value for cell in book["States that you approached"][2]] == ["France", "1"]
    if extension == "csv":
        assert "XAA-20-100.2-1" not in response.get_data(as_text=True)


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
    compared(client, *TICKED)
    client.post("/uptake", data={"state": "XAA", "text": FERRIES})
    assert list(tmp_path.iterdir()) == []
