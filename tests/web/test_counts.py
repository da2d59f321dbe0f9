"""One count, one function: each number with a link is what its link leads to, and pages say the same of the same thing.

The walk goes over all kinds of pages that count: of an invented index, and of real documents where they are at hand.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from indexer.gather.gather_documents import Sources
from indexer.runs.build_index import build_index
from models.partners.tables import partner_tables
from models.vocabularies.crosswalk import issue_slug
from search import Filters, IssueQuestion, Listing, LobbyingQuestion, PartnerKind, SearchIndex, open_index
from search.catalogue.tally import tally
from search.partners.compose import state_partners
from search.partners.state_issue import state_issue
from tests.invented_records import TODAY
from tests.paths import SHARED
from tests.state_index import state_index
from tests.web.conftest import site_over
from tests.web.inspect_page import main_at, text_of
from web.states.issue_of_state import issue_at

REAL = [
    SHARED / "working_group_reports/brazil2008.pdf",
    SHARED / "working_group_reports/brazil2012.pdf",
    *sorted((SHARED / "pre_session_documents").glob("A_HRC_WG.6_41_BRA_*")),
]
ISSUES_WALKED = 4
THEMES = ("/themes", "/themes/detention", "/themes/right-to-education")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    if not all(path.exists() for path in REAL):
        pytest.skip("the reports of Brazil are not at hand")
    folder = tmp_path_factory.mktemp("real") / "index"
    build_index(Sources(tuple(REAL), None, 1), folder)
    return open_index(folder)


@pytest.mark.slow
def test_each_number_is_what_its_link_leads_to() -> None:
    assert numbers_walked(state_index()) > 50


@pytest.mark.real_data
@pytest.mark.long
@pytest.mark.encoder
def test_each_number_of_real_documents_is_what_its_link_leads_to(real: SearchIndex) -> None:
    assert numbers_walked(real) > 300


def test_pages_say_the_same_of_a_state_and_an_issue() -> None:
    assert issues_compared(state_index()) > 2


@pytest.mark.real_data
@pytest.mark.long
@pytest.mark.encoder
def test_pages_say_the_same_of_a_real_state_and_an_issue(real: SearchIndex) -> None:
    assert issues_compared(real) > 30


@pytest.mark.real_data
@pytest.mark.long
@pytest.mark.encoder
def test_nothing_is_said_of_reviews_that_are_not_here(real: SearchIndex) -> None:
    client = site_over(real).test_client()
    follow_up = main_at(client, "/state/BRA/review/13")
    assert "the recommendations of 2017 (session 27) and 2022 (session 41) are not in this index" in text_of(follow_up)
    assert "before the next review in 2017 (session 27)" in text_of(follow_up)
    assert "Not found" not in text_of(follow_up)
    record = next(record for record in real.browse(Listing(filters=Filters(session=(13,)), limit=1)).hits).record
    assert "similar in" not in text_of(main_at(client, f"/recommendation/{record.id}"))
    state = text_of(main_at(client, "/state/BRA"))
    assert "Brazil was reviewed again in May 2017 and November 2022." in state
    assert "upr fetch documents --state BRA --session 27 --session 41" in state
    assert "2022 (session 41) No recommendation of that review is indexed." in state
    assert [
        review.session for review in real.match(IssueQuestion("wooden xylophones", own_state="BRA")).own_reviews
    ] == [1, 13]


def numbers_walked(index: SearchIndex) -> int:
    """How many numbers were compared with what their links lead to; fails on the first that differs."""
    client = site_over(index).test_client()
    listed: dict[str, int] = {}
    walked = 0
    for address in pages_of(index):
        main = main_at(client, address)
        for number, link in linked_numbers(main):
            if link.startswith("#"):
                assert (address, link, shown_below(main, link)) == (address, link, number)
            elif link.startswith("/browse") or re.search(r"/review/\d+", link):
                if link not in listed:
                    listed[link] = number_listed(main_at(client, link))
                assert (address, link, listed[link]) == (address, link, number)
            else:
                continue
            walked += 1
    return walked


def pages_of(index: SearchIndex) -> Iterator[str]:
    """The pages that count, each kind of every State with a review, and that of one that recommends."""
    yield from ("/states", *THEMES)
    yield next(f"/state/{known.state.code}" for known in index.snapshot.states_in_index if known.made)
    for known in index.snapshot.reviewed_states:
        if not known.recommendations:
            continue
        state = f"/state/{known.state.code}"
        yield state
        yield from (f"{state}/review/{session}" for session in known.sessions)
        yield from (f"{state}/review/{session}?earlier={min(known.sessions)}" for session in known.sessions[2:])
        counted = tally(index.snapshot.catalogue, known.state.code, "under_review")
        yield from (f"{state}/issue/{issue_slug(each.value)}" for each in counted.labels[:ISSUES_WALKED])
        yield from (f"{state}/theme/{issue_slug(each.value)}" for each in counted.themes[:ISSUES_WALKED])


def linked_numbers(main: Element) -> Iterator[tuple[int, str]]:
    """A number and the address that it leads to: the number is the link, or stands behind it."""
    for parent in main.iter():
        children = list(parent)
        for place, link in enumerate(children):
            if link.tag != "a":
                continue
            following = children[place + 1] if place + 1 < len(children) else None
            if following is not None and following.get("class") == "count" and following.tag != "a":
                yield whole(text_of(following)), link.get("href", "")
            elif re.fullmatch(r"[\d,]+", text_of(link)) and "count" in link.get("class", ""):
                yield whole(text_of(link)), link.get("href", "")


def number_listed(main: Element) -> int:
    """What a list says of its length in its heading."""
    table = main.find(".//section[@id='table']/h2")
    heading = text_of(table if table is not None else next(main.iter("h1")))
    found = re.search(r"[\d,]+", heading)
    return whole(found[0]) if found else 0


def shown_below(main: Element, link: str) -> int:
    """How many items stand in the section of a heading of the same page."""
    for section in main.iter("section"):
        if any(heading.get("id") == link[1:] for heading in section.iter() if heading.tag in ("h2", "h3")):
            lists = [each for each in section.iter() if each.tag in ("ol", "ul") and each.get("class") != "sub"]
            return sum(len(each.findall("li")) for each in lists if not inside_item(section, each))
    raise AssertionError(f"{link} leads nowhere")


def inside_item(section: Element, wanted: Element) -> bool:
    return any(wanted in list(item.iter())[1:] for item in section.iter("li"))


def issues_compared(index: SearchIndex) -> int:
    """How many pairs of a State and an issue were compared over all pages that count them; fails where two differ."""
    compared = 0
    for known in index.snapshot.reviewed_states:
        for counted in tally(index.snapshot.catalogue, known.state.code, "under_review").labels:
            compare(index, known.state.code, counted.value, counted.total)
            compared += 1
    return compared


def compare(index: SearchIndex, state: str, label: str, total: int) -> None:
    """What the pages of a State, of its issue, of lists, partners and States to approach say of one issue."""
    asked = issue_at(issue_slug(label))
    assert asked
    held = state_issue(index.snapshot, state, asked.field, asked.labels)
    lobby = index.lobby(LobbyingQuestion(state=state, label=label))
    listed = index.browse(Listing(filters=Filters(under_review=(state,), label=(label,)), limit=0)).total
    assert {label: [held.total, listed, lobby.here]} == {label: [total] * 3}
    by_review = {
        review.session: sum(
            counted.total
            for counted in tally(index.snapshot.catalogue, state, "under_review", review.session).labels
            if counted.value == label
        )
        for review in held.reviews
    }
    assert by_review == {review.session: len(review.recommendations) for review in held.reviews}
    by_sender = {each.value: each.total for each in held.recommending}
    partners = state_partners(index.snapshot, state, asked.name, TODAY, partner_tables()).of_kind(
        PartnerKind.RECOMMENDING_STATE
    )
    assert {partner.state: len(partner.requests) for partner in partners} == by_sender


def whole(words: str) -> int:
    return int(words.replace(",", ""))
