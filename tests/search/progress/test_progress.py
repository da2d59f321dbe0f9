"""Who reports what on each recommendation of a review, from invented documents before the next one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from models.errors import UnknownRecord
from models.records.documents import DocumentKind
from models.records.records import Commitment, Place
from models.records.reported import Stated, StatedReference
from search import open_index
from search.catalogue.records import recommendations
from search.catalogue.reported import reported_on
from search.evidence import Evidence
from search.progress.follow import progress_on_commitment, progress_on_record, progress_on_review
from search.progress.follow_up import follow_up_of
from search.progress.relevance import UNCALIBRATED, Reports, progress_stages
from search.progress.text import progress_as_text
from search.snapshot.snapshot import Snapshot, open_snapshot
from search.stages import passed_through
from tests.invented_records import documents_of, mid_term, pre_session, recommendation
from tests.search.invented_index import build

FERRIES, BIRDS = "Mend the old ferries of the coast", "Count the birds of the marshes"
ASKED = documents_of([recommendation(FERRIES, "77.1"), recommendation(BIRDS, "77.2")])
SECTION = StatedReference(Stated.HEADING, "Recommendations 1", ("1",), holds_below=True)
NOTE = StatedReference(Stated.FOOTNOTE, "recommendation 77.1", ("77.1",))
LONG = "It rained. It snowed. Old ferries of the coast. They were mended. It was cold."
BY_STATE = pre_session(
    "SVN", 34, {"Old ferries of the coast were mended.": (SECTION,), LONG: (), "Zebras graze.": (SECTION, NOTE)}
)
BY_STAKEHOLDERS = pre_session(
    "SVN", 34, {"Nobody mends old ferries of the coast.": ()}, DocumentKind.SUMMARY, date(2020, 2, 1)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("progress") / "index", [*ASKED, BY_STATE, BY_STAKEHOLDERS])


@pytest.fixture(scope="module")
def snapshot(folder: Path) -> Snapshot:
    return open_index(folder).snapshot


def test_every_paragraph_is_ranked_for_every_recommendation(snapshot: Snapshot) -> None:
    progress = progress_on_review(snapshot, "SVN-20")
    assert [found.record.id for found in progress.recommendations] == ["SVN-20-77.1-1", "SVN-20-77.2-1"]
    for found in progress.recommendations:
        assert [link.rank for link in found.links] == [1, 2, 3, 4]
        relevance = [link.relevance for link in found.links]
        assert relevance == sorted(relevance, reverse=True)
    first = progress.recommendations[0].links[0]
    assert first.report.id == "A.HRC.WG.6.34.SVN.1-1"
    assert (first.report.place.paragraph, first.report.place.page) == ("1", 2)
    assert first.sentence == "Old ferries of the coast were mended."
    assert first.stated is not None
    assert (first.stated.stated, first.stated.printed) == ("heading", "Recommendations 1")
    assert (first.stated.basis, first.stated.certainty) == ("only list", 1.0)
    assert first.report.contributors == (("JS1", "Rowers"),)


def test_the_most_direct_way_of_naming_is_told(snapshot: Snapshot) -> None:
    links = {link.report.id: link for link in progress_on_record(snapshot, "SVN-20-77.1-1").recommendations[0].links}
    assert {link.stated.stated for link in links.values() if link.stated} == {"heading", "footnote"}
    named = links["A.HRC.WG.6.34.SVN.1-3"].stated
    assert named is not None
    assert (named.stated, named.holds_below) == ("footnote", False)
    assert links["A.HRC.WG.6.34.SVN.3-1"].stated is None


def test_of_a_long_paragraph_half_is_its_nearest_sentences(folder: Path) -> None:
    snapshot = open_snapshot(folder, None)
    (record,) = recommendations(snapshot.connection, [0])
    reported = reported_on(snapshot.connection, "SVN-20")
    assert {text: len(rows) for text, rows in reported.passages.items()} == {"A.HRC.WG.6.34.SVN.1-2": 4}
    vector = snapshot.vectors[snapshot.catalogue.rows[[0]]]
    pairs = Reports([record], vector, reported, snapshot.vectors)
    (meaning,) = passed_through(progress_stages(UNCALIBRATED), Evidence(pairs))["meaning"]
    whole = snapshot.vectors[reported.rows] @ vector[0]
    nearest = (snapshot.vectors[reported.passages["A.HRC.WG.6.34.SVN.1-2"]] @ vector[0]).max()
    assert meaning[1] == pytest.approx((whole[1] + nearest) / 2)
    assert np.allclose(meaning[[0, 2, 3]], whole[[0, 2, 3]])
    assert nearest > whole[1]


def test_paragraphs_on_a_commitment_are_found_by_meaning_alone(tmp_path: Path) -> None:
    pledge = Commitment("SVN", 20, Place("A/HRC/920/1", "81", 9), 1, FERRIES)
    report = replace(ASKED[0], commitments=(pledge,))
    snapshot = open_index(build(tmp_path / "index", [report, *ASKED[1:], BY_STATE, BY_STAKEHOLDERS])).snapshot
    progress = progress_on_commitment(snapshot, pledge.id)
    assert {link.report.id for link in progress.links[:2]} == {"A.HRC.WG.6.34.SVN.1-1", "A.HRC.WG.6.34.SVN.3-1"}
    assert {link.stated for link in progress.links} == {None}
    assert progress.of_review.missing == ("mid-term report", "compilation")
    with pytest.raises(UnknownRecord):
        progress_on_commitment(snapshot, "SVN-20-c-A.HRC.920.1-82-1")
    with pytest.raises(UnknownRecord):
        progress_on_commitment(snapshot, "SVN-20-77.1-1")


def test_what_is_indexed_and_what_is_not(snapshot: Snapshot) -> None:
    progress = progress_on_review(snapshot, "SVN-20")
    assert progress.sessions == (34,)
    assert [document.symbol for document in progress.documents] == ["A/HRC/WG.6/34/SVN/1", "A/HRC/WG.6/34/SVN/3"]
    assert progress.missing == ("mid-term report", "compilation")
    text = progress_as_text(progress, 3, 300)
    assert text.startswith(
        "Indexed since SVN-20: national report (2019), A/HRC/WG.6/34/SVN/1; summary (2020), A/HRC/WG.6/34/SVN/3. "
        "Not indexed since SVN-20: mid-term report; compilation."
    )
    assert "United Nations: not indexed: compilation" in text


def test_for_reading(snapshot: Snapshot) -> None:
    text = progress_as_text(progress_on_record(snapshot, "SVN-20-77.1-1"), 1, 200)
    assert "SVN-20-77.1-1  supported\n  “Mend the old ferries of the coast”\n  State, the first 1 of " in text
    assert "A/HRC/WG.6/34/SVN/1, paragraph 1, page 2, 2019\n      “Old ferries of the coast were mended.”\n" in text
    assert "      the section names it: “Recommendations 1”" in text
    assert "      JS1: Rowers" in text
    silent = progress_as_text(progress_on_record(snapshot, "SVN-20-77.2-1"), 1, 200)
    assert "State: nothing on this in: national report (2019)" in silent
    narrow = progress_as_text(progress_on_record(snapshot, "SVN-20-77.2-1"), 1, 40)
    assert "\n  State: nothing on this in: national\n  report (2019)" in narrow


def test_what_names_a_recommendation_for_a_section_alone_is_not_silent(tmp_path: Path) -> None:
    """The summary's one paragraph is on something else, and stands under a heading that names the recommendation."""
    near = pre_session("SVN", 34, {f"{FERRIES}, {times} times.": () for times in range(6)})
    section = pre_session("SVN", 34, {"Zebras graze.": (SECTION,)}, DocumentKind.SUMMARY, date(2020, 2, 1))
    snapshot = open_index(build(tmp_path / "index", [*ASKED, near, section])).snapshot
    text = progress_as_text(progress_on_record(snapshot, "SVN-20-77.1-1"), 1, 200)
    assert text.endswith("  Stakeholders:\n    Under headings that name it: paragraph 1.")


def test_a_request_put_together_of_several_is_quoted_as_printed(snapshot: Snapshot) -> None:
    progress = progress_on_record(snapshot, "SVN-20-77.1-1")
    (found,) = progress.recommendations
    printed = "Sign and ratify the Pact of the Ferries (Chad)"
    record = replace(found.record, text="sign the Pact of the Ferries", quoted=printed, composed=True)
    text = progress_as_text(replace(progress, recommendations=(replace(found, record=record),)), 1, 200)
    assert f"  “{printed}”\n" in text


@pytest.mark.parametrize(
    ("session", "following"),
    [pytest.param(20, 34, id="by the calendar"), pytest.param(7, 20, id="by the table of sessions")],
)
def test_without_any_document(tmp_path: Path, session: int, following: int) -> None:
    index = open_index(build(tmp_path, [recommendation(FERRIES, session=session)]))
    progress = progress_on_review(index.snapshot, f"SVN-{session}")
    assert progress.sessions == (following,)
    assert progress_as_text(progress, 3, 300) == (
        f"Not indexed since SVN-{session}: mid-term report; national report; compilation; summary."
    )
    assert progress.recommendations[0].links == ()


def test_next_review_is_the_one_that_took_place_whatever_is_indexed(tmp_path: Path) -> None:
    records = [recommendation(FERRIES, session=7), recommendation(FERRIES, session=34)]
    snapshot = open_index(build(tmp_path / "index", records)).snapshot
    assert progress_on_review(snapshot, "SVN-7").sessions == (20,)
    assert follow_up_of(snapshot, "SVN-7").compared == 34


def test_mid_term_reports_are_told_with_their_authors_and_leave_the_next_session_open(tmp_path: Path) -> None:
    documents = [
        mid_term("SVN", 20, {"Old ferries of the coast were mended.": (SECTION,)}),
        mid_term("SVN", 20, {"Nobody mends old ferries of the coast.": ()}, author="Rowers"),
    ]
    progress = progress_on_record(open_index(build(tmp_path / "index", [*ASKED, *documents])).snapshot, "SVN-20-77.1-1")
    assert progress.missing == ("national report", "compilation", "summary")
    assert progress.sessions == (34,)
    text = progress_as_text(progress, 3, 300)
    assert text.startswith(
        "Indexed since SVN-20: mid-term report (2017), SVN-20/mid-term; mid-term report of stakeholders (2017), "
        "SVN-20/mid-term/rowers. Not indexed since SVN-20: national report; compilation; summary."
    )
    state, stakeholders = text.index("  State:\n"), text.index("  Stakeholders:\n")
    assert state < text.index("SVN-20/mid-term, paragraph 1, page 2, 2017") < stakeholders
    assert "\n      Rowers\n" in text[stakeholders:]
    assert text.count("State: not indexed: national report") == 1
