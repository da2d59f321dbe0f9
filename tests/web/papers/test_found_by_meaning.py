"""What a computer found by comparing meaning stands in no paper, until somebody took it over into the plan."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import Evidence, Plan, PlanItem
from models.records.documents import DocumentKind
from models.records.reported import Stated, StatedReference
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of, pre_session
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY, text_of
from web.papers.kinds import PAPERS
from web.papers.papers import make_paper
from web.plans.item_form import offered_evidence

REQUEST = "Let judges visit prisons in the north without notice"
ALIKE = "Rowers say: let judges visit prisons in the north without notice."
NAMES_IT = StatedReference(Stated.SENTENCE, "recommendation 100.1", ("100.1",))
ITEM = PlanItem(id="XAA-20-100.1-1", kind="recommendation", state="XAA", citation="", quoted=REQUEST)
PLAN = Plan(title="Rowers", state="XAA", items=(ITEM,))
IndexWith = Callable[..., SearchIndex]


@pytest.fixture(scope="module")
def index_with(tmp_path_factory: pytest.TempPathFactory) -> IndexWith:
    """One recommendation, and a summary with a paragraph in nearly its words that names it so."""

    @cache
    def build(*references: StatedReference) -> SearchIndex:
        folder = tmp_path_factory.mktemp("alike")
        summary = pre_session("XAA", 34, {ALIKE: references, "Zebras graze.": ()}, DocumentKind.SUMMARY)
        documents = [*documents_of(records_of([Request(REQUEST)])), summary]
        index_extracts(documents, folder, TEST_ENCODER, STATES, TODAY)
        return open_index(folder)

    return build


FOUND = "let judges visit prisons in the north without notice"


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "pending-note"])
def test_no_paper_holds_what_was_found_by_meaning(index_with: IndexWith, name: str) -> None:
    made = make_paper(name, PLAN, index_with(), {}, DAY)
    assert FOUND not in text_of(made)


@pytest.mark.parametrize("name", ["mid-term", "written-statement", "submission", "embassy-brief"])
def test_what_the_document_names_or_the_plan_took_over_is_quoted(index_with: IndexWith, name: str) -> None:
    assert FOUND in text_of(make_paper(name, PLAN, index_with(NAMES_IT), {}, DAY))
    item = replace(ITEM, evidence=(Evidence(ALIKE, record="A.HRC.WG.6.34.XAA.3-1"),))
    taken = replace(PLAN, items=(item,))
    assert FOUND in text_of(make_paper(name, taken, index_with(), {}, DAY))


def test_a_heading_that_names_it_is_no_word_of_the_paragraphs_below(index_with: IndexWith) -> None:
    above = StatedReference(Stated.HEADING, "Recommendations 100.1 to 100.30", ("100.1",), holds_below=True)
    assert FOUND not in text_of(make_paper("mid-term", PLAN, index_with(above), {}, DAY))


@pytest.mark.parametrize(("references", "by_meaning"), [((), True), ((NAMES_IT,), False)], ids=["alike", "named"])
def test_evidence_that_is_offered_says_whether_it_was_found_by_meaning(
    index_with: IndexWith, references: tuple[StatedReference, ...], by_meaning: bool
) -> None:
    (offered,) = offered_evidence(ITEM, index_with(*references))
    assert offered.evidence.text.startswith("Rowers say")
    assert offered.by_meaning is by_meaning
