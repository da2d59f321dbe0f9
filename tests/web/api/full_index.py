"""A real index that holds something of each kind: recommendations, a pledge, what treaty bodies and a State say."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Commitment, Observation, ObservationKind, Place
from models.records.reported import Stated, StatedReference
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of, pre_session
from tests.lobbying_index import ALL_STATES, lobbying_records
from tests.shared_folder import shared_folder

REPORT = lobbying_records()[0].place.symbol
PLEDGE = Commitment("XAA", 7, Place(REPORT, "117", 19), 2, "Vellania will let judges visit each prison")
TOLD = Observation(
    entity="XAA",
    committee="CAT",
    place=Place("CAT/C/XAA/CO/900", "24", 6),
    heading="Prisons",
    kind=ObservationKind.RECOMMENDATION,
    text="The State party should:\n(a) Let judges visit prisons;\n(b) Count the prisoners.",
    date=date(2021, 5, 7),
)
NORM = replace(
    TOLD,
    entity=None,
    place=Place("CAT/C/GC/900", "7", None),
    heading="General comment No. 900: visits",
    kind=ObservationKind.GENERAL_COMMENT,
    text="Judges visit prisons without notice.",
)
RECOMMENDATION = lobbying_records()[1].id
NOTE = StatedReference(Stated.FOOTNOTE, "recommendation 1", (lobbying_records()[1].place.paragraph or "",))
REPORT_OF_STATE = pre_session("XAA", 34, {"Judges visit prisons that are crowded.": (NOTE,), "Zebras graze.": ()})
REPORTED_ID = "A.HRC.WG.6.34.XAA.1-1"


def build_full_index(folder: Path, encoder: str = TEST_ENCODER) -> Path:
    """The index in a folder."""
    report, *others = documents_of(lobbying_records())
    documents = [
        replace(report, commitments=(PLEDGE,)),
        *others,
        treaty_document(TOLD),
        treaty_document(NORM),
        REPORT_OF_STATE,
    ]
    index_extracts(documents, folder, encoder, ALL_STATES, TODAY)
    return folder


def treaty_document(observation: Observation) -> DocumentExtract:
    """The document of a treaty body that holds one paragraph."""
    symbol = observation.place.symbol
    kind = DocumentKind.CONCLUDING_OBSERVATIONS if observation.entity else DocumentKind.GENERAL_COMMENT
    identity = DocumentIdentity(symbol, kind, "en", observation.entity, None, observation.date)
    return DocumentExtract(
        f"{symbol.replace('/', '_')}.pdf", symbol.encode().hex(), identity, observations=(observation,)
    )


@cache
def full_folder() -> Path:
    """The index in a folder that all tests of a process share."""
    return build_full_index(shared_folder() / "full")


@cache
def full_index() -> SearchIndex:
    return open_index(full_folder())
