"""Pages of results: sorted, in pages of other sizes, as a table, with what is not indexed, and folded."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from models.messages.names_in_sentences import StateInSentence
from models.records.enums import Position
from models.records.records import Sponsor
from search.datamodel.answer import Answer
from search.datamodel.question import IssueQuestion
from tests.web.inspect_page import parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from web.results.kind_words import COMMITMENTS, RECOMMENDATIONS, KindWords, issue_heading

PATHS = pytest.mark.parametrize("path", ["/match", "/find"])
Clients = Callable[..., FlaskClient]


def page_of(client: FlaskClient, path: str = "/match", **form: str) -> Element:
    own_state = {"state": "XAA"} if path == "/match" else {}
    return parse(client.post(path, data={"text": "shelters"} | own_state | form).get_data(as_text=True))


def rows_of(page: Element) -> list[list[str]]:
    return [[text_of(cell) for cell in row.iter("td")] for row in page.iterfind(".//tbody/tr")]


def current_choices(page: Element) -> list[str]:
    ways = page.find(".//details[@class='ways']")
    return [text_of(choice) for choice in ways.iter() if choice.get("aria-current") == "true"]


@pytest.mark.parametrize(
    ("sort", "own", "others"),
    [
        ("date", [34, 20, 7], [34, 34, 20, 7]),
        ("paragraph", [34, 20, 7], [34, 20, 34, 7]),
        ("position", [20, 34, 7], [34, 20, 7, 34]),
    ],
)
def test_each_group_is_sorted(client_over: Clients, sort: str, own: list[int], others: list[int]) -> None:
    noted, unknown = Position.NOTED, Position.UNKNOWN
    client = client_over(
        recommendation("XAB", 34, "1.10", position=unknown),
        recommendation("XAB", 20, "1.1", position=noted),
        recommendation("XAA", 20, "1.3", position=Position.SUPPORTED),
        recommendation("XBA", 7, "1.4", position=noted),
        recommendation("XAA", 7, "1.2", position=unknown),
        recommendation("XAA", 34, "1.9", position=noted),
        recommendation("XBA", 34, "1.3", position=Position.SUPPORTED),
    )
    years = {7: "2010", 20: "2014", 34: "2019"}
    of_own = rows_of(page_of(client, sort=sort, layout="table"))
    assert [row[0] for row in of_own] == ["Vellania"] * 3
    rows = of_own + rows_of(page_of(client, sort=sort, layout="table", to="others"))
    assert [row[1] for row in rows] == [years[session] for session in [*own, *others]]


@PATHS
def test_as_a_table_each_line_is_a_row(client_over: Clients, path: str) -> None:
    sponsors = (Sponsor("XCB", "Sainte-Ormée"), Sponsor("XAB", "Brenmark"), Sponsor("XBA", "Tamurin"))
    client = client_over(
        recommendation(text="Open shelters for girls; train judges", sponsors=sponsors),
        recommendation(
            "XAB", 34, "1.9", text="Close the shelters on the coast and in the hills", position=Position.NOTED
        ),
    )
    page = page_of(client, path, layout="table", state="")
    heads = [text_of(head) for head in page.find(".//table/thead/tr")]
    assert heads[:7] == ["State", "Year", "Paragraph", "Request", "Made by", "Position", "Match"]
    first, second = rows_of(page)
    assert first[:7] == [
        "Vellania",
        "2014",
        "115.1",
        "Open shelters for girls; train judges, Vellania 2014, paragraph 115.1 (opens in a new tab)",
        "Sainte-Ormée and 2 others",
        "Supported",
        "On the issue" if path == "/match" else "Exact match",
    ]
    assert (second[0], second[1], second[5]) == ("Brenmark", "2019", "Noted")
    assert page.find(".//tbody/tr/td/div/a").get("href") == "/recommendation/XAA-20-115.1-1"


def test_a_row_holds_the_others_of_its_line(client_over: Clients) -> None:
    quoted = "Build shelters (Brenmark); open shelters (Tamurin)"
    client = client_over(
        recommendation(text="Build shelters", quoted=quoted),
        recommendation(text="open shelters", quoted=quoted, clause=2, position=Position.NOTED),
        recommendation("XAB", 34, "1.1"),
        recommendation("XAB", 34, "1.2"),
    )
    page = page_of(client, layout="table", state="")
    card, alike = (row.find(".//details") for row in page.iterfind(".//tbody/tr"))
    assert text_of(card.find("summary")).startswith("1 more,")
    assert [link.get("href") for link in card.iter("a")] == ["/recommendation/XAA-20-115.1-1"]
    assert text_of(alike.find("summary")).startswith("1 more,")
    assert [link.get("href") for link in alike.iter("a")] == ["/recommendation/XAB-34-1.2-1"]
    assert rows_of(page)[0][5] == "Supported 1 Noted 1"


@PATHS
@pytest.mark.parametrize(("per_page", "shown"), [("", "1-10"), ("25", "1-25")])
def test_so_many_stand_on_a_page(client_over: Clients, path: str, per_page: str, shown: str) -> None:
    words = ["lamps", "roofs", "doors", "walls"]
    client = client_over(
        *(recommendation(paragraph=f"1.{number}", text=f"{words[number % 4]} of shelters") for number in range(40))
    )
    page = page_of(client, path, per_page=per_page)
    assert text_of(page.find(".//h2[@id='results']")).startswith(f"{shown} of 40 recommendations")


def test_how_results_are_shown_is_marked(client: FlaskClient) -> None:
    page = page_of(client, sort="date", layout="table")
    assert current_choices(page) == ["Latest review", "Table"]
    assert current_choices(page_of(client, sort="random", layout="maps")) == ["Best match", "Cards"]


@PATHS
def test_one_link_skips_to_the_results(client: FlaskClient, path: str) -> None:
    page = page_of(client, path)
    main_link, results_link = page.findall("./body/a")
    assert (text_of(main_link), main_link.get("href")) == ("Skip to the main content", "#main")
    assert (text_of(results_link), results_link.get("href")) == ("Skip to the results", "#results")
    assert page.find(".//*[@id='results']").get("tabindex") == "-1"


def test_other_pages_have_nothing_to_skip_to(client: FlaskClient) -> None:
    page = parse(client.get("/").get_data(as_text=True))
    assert [text_of(link) for link in page.findall("./body/a")] == ["Skip to the main content"]


NONE_OF_UGANDA = "No recommendation on this found in the reviews of Uganda"


@pytest.mark.parametrize(
    ("words", "total", "own", "state", "heading"),
    [
        (RECOMMENDATIONS, 245, 10, "Uganda", "10 recommendations to Uganda"),
        (RECOMMENDATIONS, 2, 1, "Uganda", "1 recommendation to Uganda"),
        (RECOMMENDATIONS, 235, 0, "Uganda", f"{NONE_OF_UGANDA} · Other States: 235 recommendations"),
        (RECOMMENDATIONS, 0, 0, "Uganda", "Nothing found"),
        (COMMITMENTS, 5, 1, "Uganda", "1 voluntary commitment of Uganda"),
        (RECOMMENDATIONS, 1_200, 0, "", "1,200 recommendations"),
    ],
)
def test_the_heading_answers_for_the_own_state_first(
    client: FlaskClient, words: KindWords, total: int, own: int, state: str, heading: str
) -> None:
    answer = Answer(total, own, 0, False, total, (), ())
    with client.application.test_request_context():
        assert issue_heading(words, answer, state) == heading


def notes_on_coverage(page: Element) -> list[Element]:
    """What a page says on the reviews of the own State that are not indexed."""
    return [note for note in page.iter("details") if (note.get("class") or "").startswith("coverage-line")]


def test_what_is_not_indexed_of_the_own_state_is_said(client_over: Clients) -> None:
    client = client_over(recommendation("JPN", 2, "60.1"))
    (note,) = map(text_of, notes_on_coverage(page_of(client, state="JPN")))
    assert note.startswith(
        "Japan was reviewed again in October – November 2012, November 2017 and January – February 2023."
    )
    assert note.count("2017") == 1, "it is said once that this review is not here"
    links = [each for note in notes_on_coverage(page_of(client, state="JPN")) for each in note.iter("a")]
    assert [(link.get("href"), text_of(link)) for link in links] == [("/state/JPN#missing", "What to do")]


def test_of_a_state_of_a_sample_and_without_a_state_nothing_is_missing(client: FlaskClient) -> None:
    assert not notes_on_coverage(page_of(client))
    assert not notes_on_coverage(page_of(client, state=""))


LONG = "Mend the roofs of the old town hall and of each school. " * 20


def test_a_paragraph_begins_with_the_request_that_was_found_and_is_there_whole(client_over: Clients) -> None:
    request = "Open shelters for girls"
    record = recommendation(text=request, quoted=f"{LONG}{request} (Brenmark); {LONG}")
    text = page_of(client_over(record)).find(".//blockquote/p")
    before = text.find("span[@class='before']")
    assert "".join(before.itertext()) == LONG
    assert "".join(text.itertext()) == f"{LONG}{request} (Brenmark); {LONG}"
    assert text.text is None, "nothing stands before it"


def test_what_stands_before_a_request_stays_where_it_is_short(client_over: Clients) -> None:
    record = recommendation(text="Open shelters", quoted="Plant oaks (Tamurin); Open shelters (Brenmark);")
    assert page_of(client_over(record)).find(".//blockquote//span[@class='before']") is None


def test_a_long_paragraph_of_a_treaty_body_is_folded(
    client: FlaskClient, index: InventedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = index.match(IssueQuestion("marriage of girls", own_state="XAA", observed=3))
    (hit,) = answer.observed.hits
    text = f"The State party should:\n(a) {LONG}\n(b) End the marriage of girls."
    long = replace(answer.observed, hits=(replace(hit, record=replace(hit.record, text=text)),), general_comments=())
    monkeypatch.setattr(index, "observations", lambda *_, **__: long)
    page = page_of(client, text="marriage of girls", to="told")
    quotation = page.find(".//section[@class='results narrow observations']//blockquote")
    fold = quotation.find("details")
    assert text_of(quotation.find("p")) == "The State party should:"
    assert text_of(fold.find("p[@class='part']")) == "(b) End the marriage of girls."
    assert text_of(fold.find("summary")) == "The rest of the paragraph"


@pytest.mark.parametrize(
    ("possible", "language", "heading"),
    [
        (2, "en_GB", f"{NONE_OF_UGANDA} · Other States: No clear match; 2 perhaps"),
        (
            1,
            "fr",
            "Aucune recommandation à ce sujet trouvée dans les examens de l’Uganda · Autres États : "
            "Aucune correspondance nette ; 1 possible",
        ),
        (
            2,
            "es",
            "No se encontró ninguna recomendación al respecto en los exámenes de Uganda · Otros Estados: "
            "Sin coincidencias claras; 2 posibles",
        ),
    ],
)
def test_what_is_only_perhaps_on_the_issue_is_said_to_be_of_others(
    client: FlaskClient, possible: int, language: str, heading: str
) -> None:
    answer = replace(Answer(possible, 0, 0, False, possible, (), ()), strengths={"possible": possible})
    with client.application.test_request_context(), force_locale(language):
        uganda = StateInSentence("UGA", language[:2], "Uganda")
        assert issue_heading(RECOMMENDATIONS, answer, uganda).replace("\u202f", " ").replace("\u00a0", " ") == heading
