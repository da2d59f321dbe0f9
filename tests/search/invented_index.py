"""Small indexes of invented recommendations, built as the indexer builds them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.enums import Position
from models.records.records import ActionCategory, Label, Place, Recommendation, Sponsor
from models.reviews.states import State, StateKind, StateTable
from tests.invented_records import TODAY, documents_of

STATES = StateTable.from_states(
    [
        *StateTable.built_in(),
        State("XAA", "Vellania", StateKind.MEMBER, "Amber Coast Group", invented=True),
        State("XAB", "Brenmark", StateKind.MEMBER, "Amber Coast Group", invented=True),
        State("XBA", "Upper Tamurin", StateKind.MEMBER, "High Plateau Group", invented=True),
    ]
)


@dataclass(frozen=True)
class Request:
    """What a test says of a recommendation; the rest follows."""

    text: str
    state: str = "XAA"
    session: int = 20
    by: tuple[str, ...] = ("XAB",)
    position: Position = Position.SUPPORTED
    quoted: str | None = None
    language: str = "en"
    labels: tuple[Label, ...] = ()
    action: ActionCategory | None = None


def symbol_of(state: str, session: int) -> str:
    """A symbol that cannot exist."""
    return f"A/HRC/9{session:02}/{int.from_bytes(state.encode()) % 97}"


def records_of(requests: Sequence[Request]) -> list[Recommendation]:
    """The recommendations of the requests, numbered 100.1, 100.2, … within each review."""
    numbers: dict[tuple[str, int], int] = defaultdict(int)
    records = []
    for request in requests:
        numbers[request.state, request.session] += 1
        records.append(_record(request, f"100.{numbers[request.state, request.session]}"))
    return records


def _record(request: Request, paragraph: str) -> Recommendation:
    symbol = symbol_of(request.state, request.session)
    return Recommendation(
        state_under_review=request.state,
        session=request.session,
        place=Place(symbol, paragraph, 14),
        printed_number=f"{paragraph}.",
        clause=1,
        text=request.text,
        quoted=request.quoted or f"{request.text} ({', '.join(STATES[code].name for code in request.by)});",
        composed=False,
        sponsors=tuple(Sponsor(code, STATES[code].name) for code in request.by),
        interim_position=request.position,
        position=request.position,
        position_source=None,
        language=request.language,
        labels=request.labels,
        action=request.action,
    )


def build(
    folder: Path, told: Sequence[Request | Recommendation | DocumentExtract], encoder: str = TEST_ENCODER
) -> Path:
    """An index folder that holds exactly this; requests and recommendations stand in the reports that they are of."""
    records = [
        *records_of([each for each in told if isinstance(each, Request)]),
        *(each for each in told if isinstance(each, Recommendation)),
    ]
    documents = [each for each in told if isinstance(each, DocumentExtract)]
    index_extracts([*documents_of(records), *documents], folder, encoder, STATES, TODAY)
    return folder
