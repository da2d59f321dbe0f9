"""The crosswalk on the site: every issue has its page, and leads to recommendations and treaty bodies."""

from dataclasses import replace

import pytest

from models.records.records import Label, Origin
from models.vocabularies.crosswalk import issues, unmapped_themes
from models.vocabularies.treaty_bodies import TREATY_BODIES
from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from tests.web.inspect_page import main_at, text_of
from tests.web.invented_records import recommendation


def test_all_issues_and_all_treaty_bodies_are_listed(client):
    page = main_at(client, "/themes")
    assert len(page.findall(".//ul[@class='issues']/li")) == len(issues()) == 59
    bodies, themes = page.findall(".//table")
    assert [row.get("id") for row in bodies.findall("./tbody/tr")] == list(TREATY_BODIES)
    assert len(themes.findall("./tbody/tr")) == len(unmapped_themes())
    words = text_of(page)
    assert "CED Committee on Enforced Disappearances" in words
    assert "Enforced disappearances arts. 1-9, 11-12, 16-18, 23-25, 29-30" in words
    assert "Older persons no label" in words


def test_each_issue_has_a_page_with_every_relation(client):
    for issue in issues().values():
        words = text_of(main_at(client, f"/themes/{issue.slug}"))
        assert words.startswith(issue.name)
        for relation in issue.relations:
            assert " ".join(relation.value.split()) in words, issue.slug
            assert relation.source in words, issue.slug


def test_articles_say_what_they_are_about(client):
    words = text_of(main_at(client, "/themes/statelessness"))
    assert "7 birth registration, name and nationality; 8 identity" in words
    assert "16.9 legal identity and birth registration" in words
    assert "To find by meaning what has no label, describe" in words


@pytest.mark.parametrize("address", ["/themes/dragons", "/themes/Women's rights", "/themes/Labour"])
def test_unknown_issue_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_issue_leads_to_the_recommendations_with_its_label():
    client = site_over(lobbying_index()).test_client()
    (count,) = [link for link in main_at(client, "/themes").iter("a") if link.get("href") == "/browse?label=Detention"]
    assert (text_of(count), count.get("aria-label")) == ("5", "5, Detention")
    page = main_at(client, f"/themes/{LABEL.lower()}")
    link, approach = page.find(".//p[@class='lead']/a"), page.find(".//ul[@class='links']/li/a")
    assert (link.get("href"), text_of(link)) == ("/browse?label=Detention", "5 recommendations")
    assert text_of(main_at(client, link.get("href")).find(".//h1")) == "5 recommendations · Detention"
    assert approach.get("href") == "/?label=Detention&to=approach"
    assert "None is labelled so in this index." in text_of(main_at(client, "/themes/labour"))


def test_themes_and_affected_persons_lead_to_what_has_them(client_over):
    labels = (
        Label("uhri", "Human rights & climate change", Origin.SOURCE),
        Label("uhri-persons", "Older persons", Origin.SOURCE),
        Label("uhri", "Constitutional & legislative framework", Origin.SOURCE),
    )
    client = client_over(replace(recommendation(), labels=labels))

    def lists(address):
        links = [link for link in main_at(client, address).iter("a") if link.get("href").startswith("/browse")]
        return {link.get("href"): text_of(link) for link in links}

    climate = "/browse?theme=Human+rights+%26+climate+change"
    assert lists("/themes/climate-change") == {climate: "1"}
    assert lists("/themes/older-persons") == {"/browse?persons=Older+persons": "1"}
    framework = "/browse?theme=Constitutional+%26+legislative+framework"
    assert lists("/themes") == {framework: "1"}, "belongs to no issue"
    assert lists("/themes/labour") == {}
    assert text_of(main_at(client, climate).find(".//h1")) == "1 recommendation · Human rights & climate change"


def test_labels_of_a_recommendation_lead_to_their_issue(client_over):
    names = [
        ("upr-info", "Women's rights"),
        ("upr-info", "Dragons"),
        ("uhri", "Women's rights"),  # no theme
        ("uhri", "Violence against women"),
        ("uhri", "Right to life"),  # a theme of several issues
        ("uhri-persons", "Women"),
    ]
    labels = [Label(scheme, name, Origin.SOURCE) for scheme, name in names]
    client = client_over(replace(recommendation(), labels=tuple(labels)))
    page = main_at(client, "/recommendation/XAA-20-115.1-1")
    links = [link.get("href") for link in page.iter("a") if (link.get("href") or "").startswith("/themes")]
    assert links == ["/themes/womens-rights", "/themes/womens-rights"], "of the label and of its theme"
