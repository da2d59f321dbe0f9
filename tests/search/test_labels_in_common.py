"""Issues that a record shares with the question, where the question has any."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from models.encoders.example_issues import ExampleIssues
from models.records.records import Label, Origin
from search import SearchIndex, open_index
from search.answer.compose import compose_answer
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion
from search.match.labels import distinct_sets, labels_of_texts
from search.match.stages import match_issue
from search.retrieve.on_issue import found_on_issue
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.calibrations import NEIGHBOURHOOD
from tests.search.invented_index import Request, build

TORTURE = Label("upr-info", "Torture", Origin.SOURCE)
DETENTION = Label("uhri", "Detention", Origin.SOURCE)
GOAL = Label("uhri-sdg", "16", Origin.SOURCE)
FIRST, SECOND, THIRD = (f"XAA-20-100.{number}-1" for number in (1, 2, 3))


@pytest.fixture(scope="module")
def labelled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    requests = [
        Request("Let judges visit prisons", labels=(TORTURE, DETENTION, GOAL)),
        Request("Let judges visit the prisons", labels=(TORTURE, GOAL)),
        Request("Let a judge visit prisons", labels=(Label("uhri", "Torture", Origin.SOURCE),)),
    ]
    return build(tmp_path_factory.mktemp("labelled"), requests)


@pytest.fixture(scope="module")
def labelled(labelled_folder: Path) -> SearchIndex:
    return open_index(labelled_folder)


def shared(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {one.record.id: one.labels_in_common for hit in answer.hits for one in (hit, *hit.others)}


def test_similar_ones_share_issues_and_themes_of_one_scheme(labelled: SearchIndex) -> None:
    assert shared(labelled.similar(FIRST)) == {SECOND: ("Torture",), THIRD: ()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("label:torture prisons", {FIRST: ("Torture",), SECOND: ("Torture",)}),
        ("prisons NOT label:torture", {THIRD: ()}),
        ("prisons", {FIRST: (), SECOND: (), THIRD: ()}),
    ],
)
def test_a_query_shares_the_labels_that_it_names(
    labelled: SearchIndex, query: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert shared(labelled.find(KeywordQuestion(query))) == expected


def test_a_filter_shares_its_labels(labelled: SearchIndex) -> None:
    answer = labelled.match(IssueQuestion("prisons", filters=Filters(label=("Torture",))))
    assert shared(answer) == {FIRST: ("Torture",), SECOND: ("Torture",)}


def test_without_told_issues_an_issue_has_no_labels_of_its_own(labelled: SearchIndex) -> None:
    assert set(shared(labelled.match(IssueQuestion("prisons"))).values()) == {()}


@pytest.fixture(scope="module")
def told(labelled_folder: Path) -> Snapshot:
    """The index beside example issues whose requests are all on torture."""
    plain = open_snapshot(labelled_folder, None)
    # As near as requests about an issue are: one next to it, a crowd farther off.
    near, other = (plain.encoder.vector(text) for text in ("Let judges visit prisons", "Plant oaks by the quay"))
    far = 0.4 * near + other
    requests = np.vstack([near, np.repeat([far / np.linalg.norm(far)], NEIGHBOURHOOD.density_requests, axis=0)])
    examples = ExampleIssues(
        requests[:1],
        requests[:1],
        requests,
        ("Torture",),
        np.full((len(requests), 1), 0.8, dtype=np.float32),
        NEIGHBOURHOOD,
    )
    labels = labels_of_texts(("Torture",), plain.catalogue.fields["label"], plain.catalogue.rows, len(plain.vectors))
    return replace(plain, examples=examples, labels=labels)


def test_an_issue_shares_the_labels_that_its_surroundings_say(told: Snapshot) -> None:
    question = IssueQuestion("Let judges visit prisons")
    answer = compose_answer(told, found_on_issue(told, question), question)
    assert {record: labels for record, labels in shared(answer).items() if record != THIRD} == {
        FIRST: ("Torture",),
        SECOND: ("Torture",),
    }
    assert shared(answer).get(THIRD, ()) == ()


def test_texts_with_a_label_of_the_issue_are_more_likely_on_it(told: Snapshot) -> None:
    of_rows = np.zeros((len(told.vectors), 2), dtype=bool)
    of_rows[told.catalogue.rows] = [[True, False], [True, False], [False, True]]
    likely = np.tile(np.array([0.8, 0.1], dtype=np.float32), (NEIGHBOURHOOD.density_requests + 1, 1))
    assert told.examples is not None
    examples = replace(told.examples, labels=("Torture", "Elections"), request_labels=likely)
    with_labels = match_issue(
        replace(told, labels=distinct_sets(of_rows), examples=examples), "Let judges visit prisons"
    )
    without = match_issue(replace(told, labels=None), "Let judges visit prisons")
    gain = (with_labels.scores - without.scores)[told.catalogue.rows] / 0.15
    assert gain.tolist() == pytest.approx([0.8 - 0.65, 0.8 - 0.65, 0.1 - 0.65], abs=1e-5)
