"""The cards of results: one for the requests of a paragraph, with positions, comments and what these refer to."""

from dataclasses import replace

import pytest

from models.records.enums import Position
from models.records.records import Place, Sponsor, Wording
from search import Answer, IssueQuestion
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation

PRINTED = "Build shelters for girls (Brenmark); train judges of girls (Tamurin); plant oaks (France);"
ADDENDUM = "A/HRC/920/1/Add.1"
SHELTERS = recommendation(
    text="Build shelters for girls",
    quoted=PRINTED,
    sponsors=(Sponsor("XAB", "Brenmark"),),
    position=Position.NOTED,
    position_source=Place("UPR Info", None, None),
    position_words="Noted",
    comment="See recommendation 115.2.",
    comment_source=Place(ADDENDUM, "9", 4),
)
JUDGES = recommendation(
    clause=2,
    text="train judges of girls",
    quoted=PRINTED,
    sponsors=(Sponsor("XBA", "Tamurin"),),
    position=Position.UNKNOWN,
    position_source=None,
)
BOATS = recommendation(paragraph="115.2", text="Sail", comment="Boats <sail>.", comment_source=Place(ADDENDUM, "4", 2))


def card_of(client, **form):
    page = page_of(client.post("/match", data={"text": "girls", **form}))
    (card,) = page.iterfind(".//section[@class='group']/ol[@class='hits']/li")
    return card


def test_a_paragraph_is_shown_once_with_its_requests(client_over):
    card = card_of(client_over(SHELTERS, JUDGES))

    quotation = card.find("./article/blockquote")
    assert text_of(quotation) == PRINTED
    assert [text_of(rest) for rest in quotation.iterfind(".//span[@class='rest']")] == [";", "; plant oaks (France);"]
    words = text_of(card)
    assert "Coded noted by UPR Info 1 Unknown 1" in words
    assert "2 requests" in words
    assert text_of(card.find(".//h3")).startswith("Vellania 2014 · Brenmark and Tamurin")
    assert text_of(card.find(".//span[@class='cite-line']")).endswith("paragraph 115.1, page 14 (Brenmark, Tamurin)")
    assert (
        "Build shelters for girls (Brenmark) Coded noted by UPR Info Request 1, Vellania 2014, paragraph 115.1 "
        "(opens in a new tab) · Made by Brenmark."
    ) in words
    assert (
        "train judges of girls (Tamurin) Unknown Request 2, Vellania 2014, paragraph 115.1 "
        "(opens in a new tab) · Made by Tamurin."
    ) in words
    assert "The answer to 1 of these 2 requests is unknown; 1 noted, of them 1 coded by UPR Info." in words
    links = [link.get("href") for link in card.iterfind(".//div[@class='requests']//a")]
    assert links == [f"/recommendation/{record.id}" for record in (SHELTERS, JUDGES)]


def test_a_further_wording_that_was_found_stands_below_the_quotation():
    wording = Wording("fr", "Ouvrir des foyers", "Ouvrir des <foyers> ;", False, Place("A/HRC/920/1", "115.1", 17))

    class InFrench(InventedIndex):
        def match(self, question: IssueQuestion) -> Answer:
            answer = super().match(question)
            return replace(answer, hits=tuple(replace(hit, wording=wording) for hit in answer.hits))

    card = card_of(site_over(InFrench([recommendation()])).test_client())
    assert "In French: Ouvrir des <foyers> ;" in text_of(card)
    assert card.find(".//p[@class='meta']/bdi[@lang='fr']").text == "Ouvrir des <foyers> ;"


def test_a_source_that_all_requests_share_is_named_once(client_over):
    other = recommendation(clause=2, text="train judges of girls", quoted=PRINTED)
    words = text_of(card_of(client_over(SHELTERS, other)))
    assert f"Position recorded in: {ADDENDUM}, paragraph 3, page 2." in words


def test_a_card_counts_as_its_requests(client_over):
    page = client_over(SHELTERS, JUDGES).post("/match", data={"text": "girls"}).get_data(as_text=True)

    assert "1-2 of 2 recommendations" in page


def test_a_card_shows_the_comment_and_what_it_refers_to(client_over):
    words = text_of(card_of(client_over(SHELTERS, BOATS)))

    assert (
        f"The State’s comment See recommendation 115.2. {ADDENDUM}, paragraph 9, page 4 "
        f"Comment on paragraph 115.2, to which it refers: Boats <sail>. {ADDENDUM}, paragraph 4, page 2"
    ) in words


def test_a_card_opens_to_the_comment_to_a_long_text_or_not_at_all(client_over):
    def opens_to(record):
        summary = card_of(client_over(record)).find(".//details[@class='card-rest']/summary")
        return None if summary is None else text_of(summary).partition(",")[0]

    assert opens_to(SHELTERS) == "Comment"
    assert opens_to(recommendation(text="girls", quoted="Build shelters for girls " * 9)) == "More"
    assert opens_to(recommendation(text="girls")) is None


@pytest.mark.parametrize(("repeated", "kind"), [(6, "card-rest short"), (9, "card-rest")])
def test_what_a_wide_screen_shows_whole_is_opened_on_narrow_ones_alone(client_over, repeated, kind):
    card = card_of(client_over(recommendation(text="girls", quoted="Build shelters for girls " * repeated)))
    assert [each.get("class") for each in card.iter("details")] == [kind]


def test_requests_that_share_words_are_not_composed(client_over):
    shared = "Sign (Brenmark)/ratify (Tamurin) the treaty on girls"
    sign = recommendation(text="Sign the treaty on girls", quoted=shared, composed=True)
    ratify = recommendation(text="ratify the treaty on girls", clause=2, quoted=shared, composed=True)

    words = text_of(card_of(client_over(sign, ratify)))

    assert words.count(shared) == 1
    assert "Sign the treaty" not in words
    assert "Request 2, Vellania 2014, paragraph 115.1 (opens in a new tab) · Made by Brenmark" in words


def test_json_of_the_api_knows_no_cards_and_says_who_coded(client_over):
    client = client_over(SHELTERS, JUDGES, BOATS)

    answer = client.post("/api/match", json={"text": "girls"}).get_json()
    assert [hit["id"] for hit in answer["hits"]] == [SHELTERS.id, JUDGES.id]
    coded, unknown = ((hit["position_words"], hit["position_coded_by"]) for hit in answer["hits"])
    assert (coded, unknown) == (("Noted", "UPR Info"), (None, None))
    referred = [
        {
            "records": [BOATS.id],
            "paragraphs": ["115.2"],
            "comment": "Boats <sail>.",
            "comment_source": {"symbol": ADDENDUM, "paragraph": "4", "page": 2},
        }
    ]
    assert answer["hits"][0]["referred_comments"] == referred
    assert client.get(f"/api/recommendation/{SHELTERS.id}").get_json()["referred_comments"] == referred
