"""The timeline of a recommendation: who says what on it and when, the newest last, and what is not indexed."""

from dataclasses import replace
from datetime import date

import pytest

from indexer.runs.build_index import index_extracts
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.records import Place
from models.records.reported import Stated, StatedReference
from models.reviews.states import StateTable
from search import IndexedDocument, open_index
from search.datamodel.observations import ObservationAnswer, ObservationHit
from tests import invented_records
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import OBSERVATION, REPORTED, recommendation

SHELTERS = "End the marriage of girls, open shelters for girls who flee"
HERE = recommendation(text=SHELTERS, comment="We built twelve.", comment_source=Place("A/HRC/920/1/Add.1", "9", 4))
EARLIER = recommendation(session=7, text=SHELTERS, position=Position.NOTED)
LATER = recommendation(session=34, text=SHELTERS)


def page_of(client, record):
    return parse(client.get(f"/recommendation/{record.id}").get_data(as_text=True))


def steps_of(client, record) -> list[str]:
    return [text_of(step) for step in page_of(client, record).findall(".//ol[@class='timeline']/li")]


def test_steps_stand_in_the_order_of_time_with_their_distance(client_over):
    steps = steps_of(client_over(HERE, EARLIER, LATER), HERE)
    assert [step[:60] for step in steps[:2]] == [
        "2010 Review of 2010 (session 7), cycle 1 1 similar in 2010: ",
        "2014 Recommended Made by Brenmark, the Union of Tamurin. A/H",
    ]
    assert steps[2].startswith("2015 The position of Vellania Supported A/HRC/920/1/Add.1, paragraph 3")
    report, summary, again, told = steps[3:]
    assert summary.startswith("2019 Summary of stakeholders’ submissions by OHCHR")
    assert again.startswith("2019 Review of 2019 (session 34), cycle 3 1 similar")
    assert report.startswith("2019 National report 1 paragraph, Cites it Paragraph 12")
    assert told.startswith("2021 Committee on the Rights of the Child 1 paragraph ")


def test_an_answer_in_the_report_itself_was_given_in_the_review(client_over, monkeypatch):
    monkeypatch.setattr(InventedIndex, "document", lambda _, symbol: IndexedDocument(symbol, "report", "2014-12-17"))
    at_once = recommendation(text=SHELTERS, position_source=Place("A/HRC/920/1", "21", 8))
    assert steps_of(client_over(at_once), at_once)[1].startswith("2014 The position of Vellania Supported A/HRC/920/1,")


def test_an_answer_in_the_council_was_given_at_its_meeting(client_over, monkeypatch):
    monkeypatch.setattr(InventedIndex, "document", lambda _, symbol: IndexedDocument(symbol, "report", "2021-08-05"))
    spoken = recommendation(
        text=SHELTERS, position_source=Place("A/HRC/921/2", "812", 8), answered_on=date(2015, 3, 12)
    )
    assert steps_of(client_over(spoken), spoken)[1].startswith("2015 The position of Vellania Supported")


def test_a_reported_paragraph_stands_with_its_citation(client_over):
    (report,) = (step for step in steps_of(client_over(HERE), HERE) if "National report" in step)
    assert (
        "Paragraph 12, A/HRC/WG.6/34/XAA/1 the document names this recommendation for the whole section "
        "Ferries sail. Three shelters for girls < 18 who flee a marriage were opened. Bridges hold. "
        "Source A/HRC/WG.6/34/XAA/1, paragraph 12, page 5 of the file "
        "Named as “Recommendations 1–4”"
    ) in report
    assert report.endswith("Under Recommendations 1–4 Put on your list, A/HRC/WG.6/34/XAA/1, paragraph 12, page 5")
    page = page_of(client_over(HERE), HERE)
    assert f"/reported/{REPORTED.id}" in [link.get("href") for link in page.iter("a")]
    assert "/state/XAA/review/20" in [link.get("href") for link in page.iter("a")]


def test_a_report_for_a_session_whose_days_nobody_knows_yet_stands_at_its_own_day(tmp_path):
    record = invented_records.recommendation(SHELTERS, state="ISL", session=40)
    report = invented_records.pre_session("ISL", 54, {"Shelters opened.": ()}, issued=date(2027, 1, 30))
    documents = [*invented_records.documents_of([record]), report]
    index_extracts(documents, tmp_path / "index", "letters", StateTable.built_in(), date(2027, 3, 1))
    steps = steps_of(site_over(open_index(tmp_path / "index")).test_client(), record)
    assert [step[:13] for step in steps if "National report" in step] == ["2027 National"]


def test_what_names_it_for_a_section_alone_is_shown_and_counted(tmp_path):
    """Five paragraphs are near enough to be shown; the others are named, and where nothing else is, shown too."""
    record = invented_records.recommendation(SHELTERS, "77.1")
    named = (StatedReference(Stated.HEADING, "Recommendations 1", ("1",), holds_below=True),)
    texts = {**{f"{SHELTERS}, {times} times.": () for times in range(5)}, "Zebras graze.": named}
    report = invented_records.pre_session("SVN", 34, texts)
    summary = invented_records.pre_session("SVN", 34, {"Zebras sleep.": named}, DocumentKind.SUMMARY)
    documents = [*invented_records.documents_of([record]), report, summary]
    index_extracts(documents, tmp_path / "index", "letters", StateTable.built_in(), date(2027, 3, 1))
    steps = steps_of(site_over(open_index(tmp_path / "index")).test_client(), record)
    (of_report,) = (step for step in steps if "National report" in step)
    (of_summary,) = (step for step in steps if "Summary" in step)
    assert " 6 paragraphs, Cites it " in of_report
    assert of_report.endswith("More paragraphs that may report on it: 1, 5, 6.")
    assert "Zebras sleep." in of_summary
    assert "the document names this recommendation for the whole section" in of_summary


def test_the_sentence_that_matters_stands_out(client_over):
    quotes = page_of(client_over(HERE), HERE).findall(".//li[@class='reported']//blockquote/p")
    assert [[span.text for span in quote.findall("span")] for quote in quotes] == [["Ferries sail. ", " Bridges hold."]]


def test_an_indexed_document_that_is_silent_is_named(client_over):
    (summary,) = (step for step in steps_of(client_over(HERE), HERE) if "Summary" in step)
    assert summary.endswith("Nothing on this was found in A/HRC/WG.6/34/XAA/3.")


@pytest.mark.parametrize(
    ("record", "others", "gaps"),
    [
        pytest.param(
            HERE,
            [LATER],
            [
                "Compared with the recommendations of 2019 (session 34).",
                "Not indexed: a mid-term report; compilation before the next review in 2019 (session 34).",
            ],
            id="one document",
        ),
        pytest.param(
            recommendation(session=7, text=SHELTERS),
            [],
            [
                "No later review of Vellania is known to have taken place.",
                "Not indexed: a mid-term report; national report, compilation and summary before the next review in "
                "2014 (session 19) or 2014 (session 20).",
            ],
            id="all documents",
        ),
        pytest.param(
            recommendation("XAB", text=SHELTERS),
            [],
            [
                "No later review of Brenmark is known to have taken place.",
                "Not indexed: a mid-term report; national report, compilation and summary before the next review in "
                "2019 (session 34); concluding observations on Brenmark.",
            ],
            id="treaty bodies",
        ),
    ],
)
def test_what_is_not_indexed_is_said_in_one_sentence(client_over, record, others, gaps):
    page = page_of(client_over(record, *others), record)
    assert [text_of(sentence) for sentence in page.findall(".//p[@class='gaps']")] == gaps
    assert text_of(page.find(".//main")).count("Not indexed") == 1


def test_it_never_says_what_is_implemented(client_over):
    words = text_of(page_of(client_over(HERE, EARLIER, LATER), HERE).find(".//section[@class='through-time']"))
    assert "Whether it was carried out is for you to judge." in words
    assert "implemented" not in words


def test_treaty_bodies_before_the_review_come_first(client_over, monkeypatch):
    before = replace(OBSERVATION, date=date(2012, 5, 7))
    hit = ObservationHit(before, ("b",), 0.8, "likely", (), False, True)
    answer = ObservationAnswer("XAA", (), 1, (hit,))
    monkeypatch.setattr("web.records.pages.observations_on_record", lambda *_: answer)
    steps = steps_of(client_over(HERE), HERE)
    assert steps[0].startswith("2012 Committee on the Rights of the Child 1 paragraph ")
    assert "Committee on the Rights of the Child, 2012" in steps[0]
    assert steps[1].startswith("2014 Recommended")
