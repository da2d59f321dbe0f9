"""What a computer found by comparing meaning is named to those who make a paper, so that they read it first."""

from pathlib import Path

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import Plan, PlanItem
from models.records.documents import DocumentKind
from models.records.reported import Stated, StatedReference
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of, pre_session
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY, notes_of, text_of
from web.papers.paper import Paper
from web.papers.papers import PAPERS
from web.papers.plan_in_index import PlanInIndex
from web.plans.item_form import offered_evidence

REQUEST = "Let judges visit prisons in the north without notice"
ALIKE = "Rowers say: let judges visit prisons in the north without notice."
NAMES_IT = StatedReference(Stated.SENTENCE, "recommendation 100.1", ("100.1",))
ITEM = PlanItem(id="XAA-20-100.1-1", kind="recommendation", state="XAA", citation="", quoted=REQUEST)
PLAN = Plan(title="Rowers", state="XAA", items=(ITEM,))
READ_EACH = "A computer found these by comparing meaning: read each, and take it out where it is on something else: "
ITS_PLACE = "A/HRC/WG.6/34/XAA/3, paragraph 1, page 2"


def index_with(folder: Path, references: tuple[StatedReference, ...]) -> SearchIndex:
    """One recommendation, and a summary with a paragraph in nearly its words."""
    summary = pre_session("XAA", 34, {ALIKE: references, "Zebras graze.": ()}, DocumentKind.SUMMARY)
    index_extracts(
        [*documents_of(records_of([Request(REQUEST)])), summary], folder / "index", TEST_ENCODER, STATES, TODAY
    )
    return open_index(folder / "index")


def paper(name: str, index: SearchIndex) -> Paper:
    kind = PAPERS[name]
    return kind.compose(PlanInIndex(PLAN, index, DAY), {key: option.default for key, option in kind.options.items()})


@pytest.mark.parametrize("name", ["mid-term", "oral-statement", "written-statement", "embassy-brief"])
def test_a_paper_names_the_places_of_what_was_found_by_meaning(tmp_path: Path, name: str) -> None:
    made = paper(name, index_with(tmp_path, ()))
    assert "let judges visit prisons in the north without notice" in text_of(made)
    assert f"{READ_EACH}{ITS_PLACE}." in notes_of(made)


def test_what_names_the_recommendation_was_not_found_by_meaning(tmp_path: Path) -> None:
    made = paper("mid-term", index_with(tmp_path, (NAMES_IT,)))
    assert "Rowers say" in text_of(made)
    assert "by comparing meaning" not in notes_of(made)


@pytest.mark.parametrize(("references", "by_meaning"), [((), True), ((NAMES_IT,), False)], ids=["alike", "named"])
def test_evidence_that_is_offered_says_whether_it_was_found_by_meaning(
    tmp_path: Path, references: tuple[StatedReference, ...], by_meaning: bool
) -> None:
    (offered,) = offered_evidence(ITEM, index_with(tmp_path, references))
    assert offered.evidence.text.startswith("Rowers say")
    assert offered.by_meaning is by_meaning
