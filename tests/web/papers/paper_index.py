"""An invented index and a plan over it, for papers: reviews of Vellania, its answers, what was reported since, others'
recommendations on the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import ActionType, Evidence, Plan, PlanItem, Status
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Commitment, Label, Origin, Place, Recommendation, Response, StatedAnswers
from models.records.reported import Stated, StatedReference
from tests.invented_records import TODAY, documents_of, pre_session
from tests.search.invented_index import STATES, Request, records_of
from tests.state_index import concluding_observations

PRISONS = "Let judges visit prisons in the north without notice"
BOOKS = "Print school books in both languages of the islands"
TWO_REQUESTS = "Let judges visit prisons each month (Brenmark); plant oaks along all roads (France);"
REQUESTS = [
    Request(PRISONS, session=7, by=("XAB", "SVN"), position=Position.NOTED),
    Request(PRISONS, session=20, by=("XAB",)),
    Request(BOOKS, session=20, by=("FRA", "XAB"), position=Position.NOTED),
    Request("plant oaks along all roads", session=20, by=("FRA",), quoted=TWO_REQUESTS),
    Request("Let judges visit prisons in the south without notice", "XBA", 21, by=("XAB",)),
    Request("Let judges visit prisons in the west without notice", "DEU", 30, by=("XAB",), position=Position.NOTED),
    Request("Let judges visit prisons in the east without notice", "ESP", 30, by=("FRA",)),
]
REPORT = "A/HRC/920/54"
COMMENT = "Judges visit prisons of the north each spring"
FLOOR = "Detainees sleep on the floor of overcrowded prisons, and detention lasts for years"
REPORTED = "Judges visited three prisons in the north without notice."
CIVIL = "Rowers saw no judge in prisons of the north."
PLEDGE = Commitment(
    "XAA", 20, Place(REPORT, "117", 19), 1, "Vellania will publish prison reports", made_on=date(2014, 10, 29)
)
_LABELS = (
    Label("uhri", "Conditions of detention", Origin.SOURCE),
    Label("uhri-sdg", "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", Origin.SOURCE),
    Label("uhri-persons", "Persons deprived of their liberty", Origin.SOURCE),
)


def paper_records() -> list[Recommendation]:
    """The recommendations of the index; those on prisons have themes."""
    return [replace(record, labels=_LABELS if "prisons" in record.text else ()) for record in records_of(REQUESTS)]


def _reports() -> list[DocumentExtract]:
    reports = documents_of(paper_records())
    return [
        replace(report, commitments=(PLEDGE,))
        if (report.identity.state_under_review, report.identity.session) == ("XAA", 20)
        else report
        for report in reports
    ]


def _addendum() -> DocumentExtract:
    """The answer to the first recommendation of the second review, with a comment."""
    (record,) = (each for each in paper_records() if each.id == "XAA-20-100.1-1")
    symbol = f"{record.place.symbol}/Add.1"
    place = Place(symbol, "4", 2)
    response = Response(place, record.place.symbol, "100.1", Position.SUPPORTED, "supports", COMMENT, place)
    identity = DocumentIdentity(symbol, DocumentKind.ADDENDUM, "en", "XAA", 20, date(2015, 3, 4))
    return DocumentExtract("addendum.pdf", "1" * 64, identity, answers=StatedAnswers((response,)))


def build_paper_index(folder: Path) -> Path:
    """The index in a folder."""
    names_it = StatedReference(Stated.SENTENCE, "recommendation 100.1", ("100.1",))
    national = pre_session("XAA", 34, {REPORTED: (names_it,), "Zebras graze.": ()})
    summary = pre_session("XAA", 34, {CIVIL: ()}, DocumentKind.SUMMARY)
    documents = [*_reports(), _addendum(), concluding_observations(), national, summary]
    index_extracts(documents, folder, TEST_ENCODER, STATES, TODAY)
    return folder


def item(record_id: str, quoted: str, kind: str = "recommendation", **planned: object) -> PlanItem:
    """An item on Vellania, as a plan keeps it."""
    about = PlanItem(id=record_id, kind=kind, state="XAA", citation="as remembered by the plan", quoted=quoted)
    return replace(about, **planned)


PLAN = Plan(
    title="Plan of the rowers’ club",
    state="XAA",
    items=(
        item(
            "XAA-20-100.1-1",
            PRISONS,
            expected_result="Prisons are seen.",
            request="Let judges see every prison.\nPublish what they find.",
            action_types=(ActionType.JUDICIAL, ActionType.TRAINING),
            actors="Ministry of Justice",
            timetable="2032",
            partners="Ferry pilots",
            status=Status.PARTLY,
            evidence=(Evidence("We counted two visits.", "May 2031", "Our diary", "https://example.org/diary"),),
            next_step="Meet the warden",
            notes="The cook is afraid",
        ),
        item("XAA-20-100.2-1", BOOKS),
        item("XAA-20-100.3-1", TWO_REQUESTS),
        item("XAA-7-100.1-1", PRISONS),
        item("XAA-20-c-A.HRC.920.54-117-1", PLEDGE.text, "commitment"),
        item("CAT.C.XAA.CO.900-11", FLOOR, "observation"),
        item("XAA-20-999.9-1", "Let the index forget this", position="noted"),
    ),
)
PRIVATE = ("Ferry pilots", "Meet the warden", "The cook is afraid", "Plan of the rowers’ club")
"""What is for the organisation alone."""
