"""What the treaty bodies told a State stands on pages of recommendations and of matches, with its exact source."""

import re
from collections.abc import Callable

from flask.testing import FlaskClient

from tests.web.small_index import recommendation


def told(page: str) -> str:
    """The section on treaty bodies, without tags."""
    section = page.split("What the treaty bodies told", 1)[1].split("</section>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", section).split())


def test_record_page_shows_what_was_told(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAA", text="End child marriage")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "Committee on the Rights of the Child, 2031" in shown
    assert "CRC/C/XAA/CO/900, paragraph 24, page 6 (b)" in shown
    assert "Under Harmful &lt;practices&gt;" in shown
    assert "(b) End the marriage of girls &amp; boys." in shown
    assert "What it is Recommendation" in shown
    assert "After this review (2031-05-07)" in shown


def test_nothing_found_says_what_was_searched(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAA", text="Repair all bridges")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "Nothing on this in the concluding observations on Vellania indexed here: CRC/C/XAA/CO/900." in shown


def test_nothing_indexed_says_so(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAB", text="End child marriage")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "No concluding observations on Brenmark are indexed here." in shown


def test_match_shows_it_for_the_own_state_only(client: FlaskClient) -> None:
    page = client.post("/match", data={"text": "marriage of girls", "state": "XAA"}).get_data(as_text=True)
    assert "CRC/C/XAA/CO/900" in told(page)
    page = client.post("/match", data={"text": "marriage of girls"}).get_data(as_text=True)
    assert "What the treaty bodies told" not in page


def test_words_of_a_sample_do_not_link_to_the_united_nations(client: FlaskClient) -> None:
    page = client.post("/match", data={"text": "marriage of girls", "state": "XAA"}).get_data(as_text=True)
    assert "undocs.org/CRC" not in page
