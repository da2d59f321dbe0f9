"""What a State had done about a treaty stands beside the recommendation to join it, with its date."""

import pytest

from tests.web.inspect_page import words_of
from tests.web.invented_records import recommendation

ADDRESS = "/recommendation/{}-20-115.1-1"


@pytest.mark.parametrize(
    ("state", "text", "words"),
    [
        ("SVN", "Ratify the OPCAT", "(OPCAT): Slovenia was a party; it ratified, acceded or succeeded in 2007."),
        ("SVN", "Ratify the OP-ICESCR", "(OP-ICESCR): Slovenia had signed it, not ratified it."),
        ("SVN", "Ratify the ICRMW", "(ICRMW): Slovenia had neither signed it nor become a party."),
        ("JAM", "Rejoin, by accession, the first Optional Protocol to ICCPR", "Jamaica had denounced it in 1997."),
    ],
)
def test_status_is_shown_with_its_date(client_over, state, text, words):
    client = client_over(recommendation(state=state, text=text))
    page = words_of(client.get(ADDRESS.format(state)))
    assert "Ratification status in 2022" in page
    assert words in page
    assert "For the current status see treaties.un.org." in page


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("SVN", "Ratify the Rome Statute"),
        ("SVN", "Implement the CRC"),
        ("XAA", "Ratify the CRC"),  # an invented State
    ],
)
def test_nothing_is_shown_where_nothing_is_known(client_over, state, text):
    client = client_over(recommendation(state=state, text=text))
    assert "Ratification status" not in client.get(ADDRESS.format(state)).get_data(as_text=True)


def test_api_gives_the_status(client_over):
    client = client_over(recommendation(state="SVN", text="Ratify the ICRMW and the CAT"))
    record = client.get("/api" + ADDRESS.format("SVN")).get_json()
    assert record["ratifications"] == [
        {"state": "SVN", "treaty": "ICRMW", "status": "none", "year": None, "as_of": 2022},
        {"state": "SVN", "treaty": "CAT", "status": "party", "year": 1993, "as_of": 2022},
    ]
