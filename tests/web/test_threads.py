"""What a State was told on the same thing in its other reviews stands on the page of a recommendation."""

from collections.abc import Callable

from flask.testing import FlaskClient

from models.records.enums import Position
from models.records.records import Recommendation
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_records import recommendation

SHELTERS = "Open shelters for girls"
HERE = recommendation(session=20, text=SHELTERS)
EARLIER = recommendation(session=7, text=f"Consider whether to {SHELTERS}", position=Position.NOTED)


def section(client: FlaskClient, record: Recommendation) -> str:
    page = page_of(client.get(f"/recommendation/{record.id}"))
    return text_of(page.find(".//section[@class='through-time']"))


def later(count: int) -> list[Recommendation]:
    return [recommendation(session=34, paragraph=f"115.{number}", text=SHELTERS) for number in range(1, count + 1)]


def test_both_positions_stand_side_by_side_in_the_order_of_time(client_over: Callable[..., FlaskClient]) -> None:
    client = client_over(EARLIER, HERE, *later(1))
    shown = section(client, HERE)
    assert "Review of 2010 (session 7), cycle 1 1 similar in 2010: read it Vellania 2010 · " in shown
    # Only of what asks the same is a change of position said.
    assert ", paragraph 115.1 Noted Invented sample Similar" in shown
    assert "Review of 2019 (session 34), cycle 3 1 similar in 2019: read it; 1 of them asks the same" in shown
    assert "Supported 2014 →, Supported 2019 Invented sample Asks the same" in shown
    assert "Noted 2010 →" not in section(client, EARLIER)


def test_words_and_source_of_a_linked_record_are_shown(client_over: Callable[..., FlaskClient]) -> None:
    shown = section(client_over(EARLIER, HERE), HERE)
    assert "Consider whether to Open shelters for girls (Brenmark, Tamurin);" in shown
    assert "A/HRC/907/1, paragraph 115.1, page 14" in shown
    assert "Made by Brenmark, the Union of Tamurin" in shown


def test_a_linked_record_leads_to_its_page(client_over: Callable[..., FlaskClient]) -> None:
    page = client_over(EARLIER, HERE).get(f"/recommendation/{HERE.id}").get_data(as_text=True)
    assert f'href="/recommendation/{EARLIER.id}"' in page


def test_those_of_a_review_are_folded_behind_how_many_they_are(client_over: Callable[..., FlaskClient]) -> None:
    page = page_of(client_over(HERE, *later(5)).get(f"/recommendation/{HERE.id}"))
    (folded,) = (each for each in page.iter("details") if each.find("./div[@id='review-34']") is not None)
    summary = text_of(folded.find("./summary"))
    assert summary.startswith("Review of 2019 (session 34), cycle 3 5 similar in 2019: read them")
    assert len(folded.findall(".//h4")) == 5


def test_nothing_linked_says_how_many_were_compared(client_over: Callable[..., FlaskClient]) -> None:
    bridges = [recommendation(session=7, paragraph=f"9.{number}", text="Repair bridges") for number in (1, 2)]
    nothing = "Nothing similar found when it was compared with the"
    assert f"{nothing} 2 recommendations of 2010 (session 7)." in section(client_over(HERE, *bridges), HERE)
    assert f"{nothing} 1 recommendation of 2010 (session 7)." in section(client_over(HERE, bridges[0]), HERE)


def test_a_review_in_another_language_is_not_said_to_hold_nothing(client_over: Callable[..., FlaskClient]) -> None:
    french = recommendation(session=7, paragraph="9.1", text="Réparer les ponts", language="fr")
    shown = section(client_over(HERE, french), HERE)
    assert "No recommendation of that review is in the language of this one" in shown
    assert "Nothing similar found" not in shown


def test_a_single_review_says_so(client_over: Callable[..., FlaskClient]) -> None:
    none_later = "No later review of Vellania is known to have taken place."
    assert none_later in section(client_over(HERE), HERE)
    assert none_later not in section(client_over(HERE, *later(1)), HERE)


def test_api_tells_reviews_and_links(client_over: Callable[..., FlaskClient]) -> None:
    answer = client_over(EARLIER, HERE, *later(2)).get(f"/api/recommendation/{HERE.id}/thread").get_json()
    assert (answer["id"], answer["total"], answer["invented"]) == (HERE.id, 3, True)
    assert [(each["session"], each["cycle"], each["total"], each["same"]) for each in answer["reviews"]] == [
        (7, 1, 1, 0),
        (34, 3, 2, 2),
    ]
    link = answer["reviews"][0]["links"][0]
    assert (link["type"], link["earlier"], link["later"]) == ("similar", EARLIER.id, HERE.id)
    assert (link["earlier_position"], link["later_position"], link["id"]) == ("noted", "supported", EARLIER.id)
