"""One State and one issue on one page."""

import pytest
from flask.testing import FlaskClient

from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import main_at, text_of
from web.states.issue_of_state import theme_at


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(state_index()).test_client()


def section(page, heading: str) -> str:
    return next(text_of(each) for each in page.iter("details") if text_of(each).startswith(heading))


def test_recommendations_of_all_reviews_with_the_positions(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/detention")
    words = text_of(page)
    counted = "3 recommendations."
    assert words.startswith(f"Vellania: Detention Invented sample {counted}")
    assert "2010 (session 7) 0 1 1 2" in words
    assert "2019 (session 34) 0 1 1 3" in words
    last = section(page, "Recommendations of 2019 (session 34), cycle 3")
    assert "Let judges visit prisons in the north (France);" in last
    assert (
        "Before 1 similar in 2014: read it; 1 of them asks the same: Vellania, paragraph 100.1, 2014 (session 20)"
        in last
    )
    assert "Before" not in section(page, "Recommendations of 2010")


def test_reviews_left_out_between_stand_on_a_line_of_their_own(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.skipped_between", lambda *_: "Those of 2016 are not in this index.")
    breaks = main_at(client, "/state/XAA/issue/detention").findall(".//dd/br")
    assert {line.tail.strip() for line in breaks} == {"Those of 2016 are not in this index."}


def test_who_recommends_what_was_promised_and_what_treaty_bodies_say(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/detention")
    assert section(page, "Recommending States") == "Recommending States 3 Brenmark 2 France 1 Slovenia 1"
    assert "Vellania will publish prison reports" in section(page, "Voluntary commitments")
    told = section(page, "Treaty body recommendations")
    assert "Committee against Torture, 2021, paragraph 11" in told
    assert "Found by its words; nobody gave it themes" in told
    assert "paragraph 13" not in told
    assert "Ferries" in section(main_at(client, "/state/XAA/issue/right-to-education"), "Treaty body recommendations")


def test_nothing_is_counted_of_treaty_bodies_none_of_whose_documents_is_here(client: FlaskClient) -> None:
    told = "Treaty body recommendations "
    assert f"{told}No document of a treaty body" in text_of(main_at(client, "/state/XAB/issue/detention"))
    assert f"{told}0 Nothing on this was found in" in text_of(main_at(client, "/state/XAA/issue/death-penalty"))


def test_articles_and_goals_of_the_issue(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/detention")
    assert "CCPR" in section(page, "Articles of treaties")
    assert "16.3 " in section(page, "Sustainable Development Goals")


def test_gaps_are_said(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/issue/environment")
    assert "None is labelled so in this index." in text_of(page)
    assert "Nothing on this was found in CAT/C/XAA/CO/900." in text_of(page)
    brenmark = text_of(main_at(client, "/state/XAB/issue/environment"))
    assert "None is labelled so in this index." in brenmark
    assert "No document of a treaty body or special procedure on Brenmark is indexed here." in brenmark
    tamurin = text_of(main_at(client, "/state/XBA/issue/environment"))
    assert "No recommendation of that review is indexed." in tamurin
    germany = text_of(main_at(client, "/state/DEU/issue/detention"))
    assert "No review of Germany is in this index." in germany
    assert "Germany: its reviews of 2009, 2013, 2018 and 2023 are not here." in germany


@pytest.mark.parametrize(
    ("address", "total"),
    [
        (
            "/state/XAA/theme/right-to-education",
            "2 recommendations. Theme (UHRI): Right to education.",
        ),
        ("/state/XAA/issue/privacy", "None is labelled so in this index."),
    ],
    ids=["theme", "topic without a label"],
)
def test_themes_and_topics_have_pages_too(client: FlaskClient, address: str, total: str) -> None:
    assert total in text_of(main_at(client, address))


def test_a_review_whose_recommendations_nobody_gave_themes_has_no_zero(client: FlaskClient) -> None:
    page = main_at(client, "/state/XAA/theme/right-to-education")
    unlabelled = "The recommendations of that review have no labels of this kind in this index."
    rows = [text_of(row) for row in page.findall(".//table[@class='counts']/tbody/tr")]
    assert rows == [f"2010 (session 7) {unlabelled}", "2014 (session 20) 0 1 1 2", "2019 (session 34) 1 0 1 3"]
    assert section(page, "Recommendations of 2010").endswith(f"cycle 1 {unlabelled}")


def test_page_leads_to_states_to_approach_and_to_other_states(client: FlaskClient) -> None:
    links = {text_of(link): link.get("href") for link in main_at(client, "/state/XAA/issue/detention").iter("a")}
    assert links["States to approach"] == "/results?state=XAA&label=Detention"
    assert links["1 recommendation to other States, found likewise"] == "/browse?label=Detention"
    assert "States to approach: Vellania" in text_of(main_at(client, links["States to approach"]))


@pytest.mark.parametrize("address", ["/state/xaa/issue/detention", "/state/Vellania/theme/right-to-education"])
def test_page_has_one_address(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    kind, slug = address.split("/")[-2:]
    assert (response.status_code, response.location) == (301, f"/state/XAA/{kind}/{slug}")


@pytest.mark.parametrize(
    "address", ["/state/XAA/issue/dragons", "/state/XAA/theme/dragons", "/state/QQQ/issue/detention"]
)
def test_unknown_issue_or_state_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_state_leads_to_its_issues_and_themes(client: FlaskClient) -> None:
    links = {link.get("href") for link in main_at(client, "/state/XAA").iter("a")}
    assert {"/state/XAA/issue/detention", "/state/XAA/theme/right-to-education"} <= links


def test_the_address_of_an_earlier_spelling_of_a_theme_leads_to_that_of_the_latest_list() -> None:
    latest = "Human Rights & drinking water & sanitation"
    for slug in ("human-rights-drinking-water-and-sanitation", "human-rights-drinking-water-sanitation"):
        theme = theme_at(slug, ["Right to health", latest])
        assert theme is not None
        assert (theme.name, theme.labels) == (latest, (latest,))
    assert theme_at("human-rights-drinking-water-and-sanitation", ["Right to health"]) is None
