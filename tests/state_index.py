"""An invented index on States: reviews, labels, commitments, and what treaty bodies told one of them."""

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Commitment, Label, Observation, ObservationKind, Origin, Place, Recommendation
from search import SearchIndex, open_index
from tests.invented_records import documents_of, pre_session
from tests.search.invented_index import Request, build, records_of
from tests.shared_folder import shared_folder

PRISONS = "Let judges visit prisons in the north"
BOOKS = "Print school books in two languages"
NOTED = Position.NOTED

_DETENTION, _EDUCATION, _ENVIRONMENT = (
    (Label("upr-info", name, Origin.SOURCE),) for name in ("Detention", "Right to education", "Environment")
)
_BOOKS = (*_EDUCATION, Label("uhri", "Right to education", Origin.SOURCE))
REQUESTS = [
    Request(PRISONS, session=7, by=("XAB", "SVN"), position=NOTED, labels=_DETENTION),
    Request("Plant oaks along the roads", session=7, by=("FRA",), labels=_ENVIRONMENT),
    Request(PRISONS, session=20, by=("XAB",), labels=_DETENTION),
    Request(BOOKS, session=20, by=("FRA", "XAB"), position=NOTED, labels=_BOOKS),
    Request(PRISONS, session=34, by=("FRA",), position=NOTED, labels=_DETENTION),
    Request(BOOKS, session=34, by=("XAB",), labels=_BOOKS),
    Request("Keep the lakes clean", session=34, by=("XBA",), labels=_ENVIRONMENT),
    Request("Let judges visit prisons each month", "XAB", 21, by=("FRA",), labels=_DETENTION),
]
"""To Vellania (XAA) in three reviews and to Brenmark (XAB) in one; Upper Tamurin (XBA) only recommends, but wrote a
national report."""
PLEDGE = Commitment(
    "XAA", 20, Place("A/HRC/920/1", "117", 19), 1, "Vellania will publish prison reports", labels=_DETENTION
)
OBSERVED = {
    "10": ("Ferries do not reach the islands", ("Right to education",)),
    "11": ("Detainees sleep on the floor of overcrowded prisons, and detention lasts for years", ()),
    "12": ("Quarry workers lack helmets, boots and gloves", ()),
    "13": ("Detainees sleep on the floor of overcrowded prisons", ("Right to health",)),
}
"""Paragraph → what a committee told Vellania, and the themes that were given to it."""


def state_records() -> list[Recommendation]:
    """The recommendations of the index."""
    return records_of(REQUESTS)


def concluding_observations() -> DocumentExtract:
    """Of the Committee against Torture on Vellania."""
    issued = datetime.date(2021, 5, 7)
    observations = tuple(
        Observation(
            "XAA",
            "CAT",
            Place("CAT/C/XAA/CO/900", number, 3),
            "Care",
            ObservationKind.CONCERN,
            text,
            issued,
            labels=tuple(Label("uhri", theme, Origin.SOURCE) for theme in themes),
        )
        for number, (text, themes) in OBSERVED.items()
    )
    identity = DocumentIdentity("CAT/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA", None, issued)
    return DocumentExtract("observations.pdf", "0" * 64, identity, observations=observations)


def build_state_index(folder: Path) -> Path:
    """The index in a folder."""
    reports = documents_of(state_records())
    pledged = [
        replace(report, commitments=(PLEDGE,)) if report.identity.session == PLEDGE.session else report
        for report in reports
    ]
    return build(folder, [*pledged, concluding_observations(), pre_session("XBA", 33, {"Ferries sail": ()})])


@cache
def state_folder() -> Path:
    """The index in a folder that all tests of a process share."""
    return build_state_index(shared_folder() / "state")


@cache
def state_index() -> SearchIndex:
    return open_index(state_folder())
