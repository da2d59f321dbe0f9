"""An invented index in which States asked each other for things, with labels and action categories."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.enums import Position, Qualified
from models.records.records import ActionCategory, Label, Origin, Recommendation
from models.reviews.states import State, StateKind, StateTable
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of
from tests.shared_folder import shared_folder

LABEL = "Detention"
ALL_STATES = StateTable.from_states(
    [*STATES, State("XBB", "Quiet Isles", StateKind.MEMBER, "High Plateau Group", invented=True)]
)
"""One more that never speaks."""

# To Vellania (XAA), Brenmark (XAB, of its group) and Upper Tamurin (XBA), in three cycles.
_ON_PRISONS = [
    Request("Let judges visit prisons", session=7, by=("XAB", "SVN")),
    Request("Let judges visit prisons that are crowded", session=20, by=("XAB",), position=Position.NOTED),
    Request("Let judges visit prisons each month", "XAB", 21, by=("FRA",)),
    Request("Let judges visit prisons of the north", "XBA", 33, by=("FRA", "VAT")),
    Request("Let judges visit prisons of the south", "XBA", 33, by=("EUE",), position=Position.NOTED),
]
_ON_OTHER_THINGS = [
    Request("Plant oaks along the roads", session=20, by=("FRA", "XBA")),
    Request("Print school books in two languages", "XBA", 33, by=("XAA",)),
    Request("Keep the lakes clean", "XAB", 21, by=("XAA", "XBA")),
]
SPECIFIC = {"Let judges visit prisons each month", "Let judges visit prisons of the north"}
SUPPORTED_IN_PART = {"Let judges visit prisons that are crowded"}


def lobbying_records() -> list[Recommendation]:
    """The records of the index."""
    label = (Label("upr-info", LABEL, Origin.SOURCE),)
    requests = [*(replace(request, labels=label) for request in _ON_PRISONS), *_ON_OTHER_THINGS]
    return [
        replace(
            record,
            qualified=Qualified.PART if record.text in SUPPORTED_IN_PART else None,
            action=ActionCategory(5 if record.text in SPECIFIC else 4, Origin.SOURCE),
        )
        for record in records_of(requests)
    ]


def build_lobbying_index(folder: Path) -> Path:
    """The index in a folder."""
    index_extracts(documents_of(lobbying_records()), folder, TEST_ENCODER, ALL_STATES, TODAY)
    return folder


@cache
def lobbying_folder() -> Path:
    """The index in a folder that all tests of a process share."""
    return build_lobbying_index(shared_folder() / "lobbying")


@cache
def lobbying_index() -> SearchIndex:
    return open_index(lobbying_folder())
