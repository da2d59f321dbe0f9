"""The sections of the site: which there are, and which one a page belongs to."""

import pytest

from tests.web.inspect_page import page_of, text_of


def links_of(client, address: str, landmark: str) -> dict[str, str | None]:
    """The words of each link of the first navigation in a landmark, and how it is current."""
    page = page_of(client.get(address))
    return {text_of(link): link.get("aria-current") for link in page.find(f"./body/{landmark}//nav").iter("a")}


def test_sections_of_the_site(client):
    assert links_of(client, "/", "header") == {
        "Describe an issue": "page",
        "States": None,
        "Issues": None,
        "Your list (0)": None,
    }


@pytest.mark.parametrize(
    ("address", "section", "how"),
    [
        ("/states", "States", "page"),
        ("/state/XAA", "States", "true"),
        ("/state/XAA/review/20", "States", "true"),
        ("/state/XAA/issue/detention", "States", "true"),
        ("/themes", "Issues", "page"),
        ("/themes/detention", "Issues", "true"),
    ],
)
def test_page_says_which_section_it_is_in(client, address, section, how):
    current = {words: current for words, current in links_of(client, address, "header").items() if current}
    assert current == {section: how}


def test_pages_of_no_section_are_reached_from_each_page(client):
    assert links_of(client, "/state/XAA", "footer") == {
        "Search by keyword": None,
        "Your submission beside a review": None,
        "How to read results": None,
    }
    assert links_of(client, "/about", "footer")["How to read results"] == "page"
    assert not any(links_of(client, "/nowhere", "header").values())
