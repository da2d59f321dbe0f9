"""Which recommendations to the State under review count as on an issue: those found, and those with its label."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.example_issues import ExampleIssues
from models.encoders.text_encoder import TEST_ENCODER
from models.records.records import Label, Origin
from search.catalogue.recommendations import recommendations
from search.datamodel.lobbying import LobbyingQuestion
from search.lobbying.compose import lobbying_list
from search.lobbying.issue import OnIssue, entries_perhaps_on_issue_to
from search.lobbying.words import perhaps_on_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.calibrations import LETTERS, NEIGHBOURHOOD
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of

TRAPS, LAKES = "Forbid traps in the reed beds", "Keep the lakes clean"
ISSUE = "Keep the ponds clean"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """20 recommendations: two with a label of few, to Vellania and to Brenmark, all others with a label of many."""
    others = [Request(f"Print school book number {number}", by=("SVN",)) for number in range(17)]
    requests = [
        Request(TRAPS, by=("FRA",)),
        Request(TRAPS, "XAB", by=("FRA",)),
        Request(LAKES, "XAB", by=("FRA", "XBA")),
        *others,
    ]
    records = [
        replace(record, labels=(Label("upr-info", "Birds" if record.text == TRAPS else "Schools", Origin.SOURCE),))
        for record in records_of(requests)
    ]
    folder: Path = tmp_path_factory.mktemp("issue") / "index"
    index_extracts(documents_of(records), folder, TEST_ENCODER, STATES, TODAY)
    return open_snapshot(folder, None)


def texts(snapshot: Snapshot, labels: tuple[str, ...], found: tuple[str, ...] = ()) -> list[str]:
    size = snapshot.catalogue.size
    records = recommendations(snapshot.connection, list(range(size)))
    entries = np.array([record.text in found for record in records])
    issue = OnIssue(entries, entries, entries.astype(np.float64), labels=labels)
    return [records[number].text for number in np.flatnonzero(entries_perhaps_on_issue_to(snapshot, issue, "XAA"))]


def test_what_has_a_label_of_the_issue_counts_for_the_state_alone(snapshot: Snapshot) -> None:
    assert texts(snapshot, labels=("Birds",)) == [TRAPS]
    assert texts(snapshot, labels=("Birds", "Volcanoes")) == [TRAPS], "one that no recommendation has"


def test_what_was_found_counts_without_a_label(snapshot: Snapshot) -> None:
    book = "Print school book number 3"
    assert texts(snapshot, labels=(), found=(book, LAKES)) == [book], "the lakes are another State's"


def test_where_all_is_only_possible_those_that_may_have_asked_are_listed_as_such(snapshot: Snapshot) -> None:
    unsure = {"possible": 0.01, "likely": 1.1, "strong": 1.2}
    calibration = LETTERS.changed("relevance", words=unsure).changed("own State", words=unsure)
    listed = lobbying_list(replace(snapshot, calibration=calibration), LobbyingQuestion("XAB", TRAPS))
    assert not listed.is_certain
    assert (listed.here, listed.view("asked")) == (0, ())
    assert listed.here_perhaps > 0 and listed.on_issue > 0
    assert "FRA" in {target.state.code for target in listed.view("perhaps")}


def test_a_label_of_many_is_no_issue(snapshot: Snapshot) -> None:
    assert texts(snapshot, labels=("Schools",)) == []


def test_a_state_that_asked_in_other_words_is_not_called_a_potential_supporter(snapshot: Snapshot) -> None:
    vectors = np.repeat([snapshot.encoder.vector(ISSUE)], NEIGHBOURHOOD.density_requests + 1, axis=0)
    likely = np.full((len(vectors), 1), 0.8, dtype=np.float32)
    told = replace(
        snapshot, examples=ExampleIssues(vectors[:1], vectors[:1], vectors, ("Birds",), likely, NEIGHBOURHOOD)
    )
    listed = {target.state.code: target for target in lobbying_list(told, LobbyingQuestion("XAA", ISSUE)).targets}
    assert listed["FRA"].view == "perhaps", "by its label alone: to be read"
    assert listed["FRA"].sessions_here == (), "nobody is said to have asked because of a label"
    assert listed["XBA"].view == "silent"


def test_what_a_label_adds_to_what_a_search_lists_is_said(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    records = recommendations(snapshot.connection, list(range(snapshot.catalogue.size)))
    listed, by_label = (np.array([record.text in texts for record in records]) for texts in ((LAKES,), (TRAPS, LAKES)))
    issue = OnIssue(listed, by_label, by_label.astype(np.float64), searched=listed)
    monkeypatch.setattr("search.lobbying.compose.entries_on_issue", lambda *_: issue)
    found = lobbying_list(snapshot, LobbyingQuestion("XAA", ISSUE))
    assert (found.here, found.here_perhaps, found.here_labelled) == (0, 1, 1)
    assert not found.notes
    assert str(perhaps_on_issue(found)).startswith("1 more to ")
    assert str(perhaps_on_issue(found)).endswith("may be on it, by an issue label alone: read it before you count it.")
    assert "5 that a search with the same words lists as perhaps on the issue, and 2 that only have" in str(
        perhaps_on_issue(replace(found, here_perhaps=7, here_labelled=2))
    )
    assert "may be on it: read them" in str(perhaps_on_issue(replace(found, here_perhaps=7, here_labelled=0)))


@pytest.mark.parametrize(
    ("searched", "notes"),
    [
        (
            ("Print school book number 1", "Print school book number 2", TRAPS, LAKES),
            [
                "A search with the same words lists more recommendations to Vellania: 3, of which 1 are surely or "
                "probably on the issue and counted here; the others may be on it and are kept apart."
            ],
        ),
        ((TRAPS, LAKES), []),
        (None, []),
    ],
    ids=["more are listed", "as many are listed", "not in words"],
)
def test_it_says_why_a_search_with_the_same_words_lists_more(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, searched: tuple[str, ...] | None, notes: list[str]
) -> None:
    records = recommendations(snapshot.connection, list(range(snapshot.catalogue.size)))
    entries = np.array([record.text in (TRAPS, LAKES) for record in records])
    listed = None if searched is None else np.array([record.text in searched for record in records])
    issue = OnIssue(entries, entries, entries.astype(np.float64), searched=listed)
    monkeypatch.setattr("search.lobbying.compose.entries_on_issue", lambda *_: issue)
    assert [str(note) for note in lobbying_list(snapshot, LobbyingQuestion("XAA", ISSUE)).notes] == notes
