"""Small indexes of invented recommendations, built as the indexer builds them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.build.build_index import index_parts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.positions import Position
from models.records.records import Place, Recommendation, Sponsor
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
class Ask:
    """What a test says of a recommendation; the rest follows."""

    text: str
    state: str = "XAA"
    session: int = 20
    by: tuple[str, ...] = ("XAB",)
    position: Position = Position.SUPPORTED
    quoted: str | None = None
    language: str = "en"


def symbol_of(state: str, session: int) -> str:
    """A symbol that cannot exist."""
    return f"A/HRC/9{session:02}/{int.from_bytes(state.encode()) % 97}"


def records_of(asks: Sequence[Ask]) -> list[Recommendation]:
    """The recommendations of the asks, numbered 100.1, 100.2, … within each review."""
    numbers: dict[tuple[str, int], int] = defaultdict(int)
    records = []
    for ask in asks:
        numbers[ask.state, ask.session] += 1
        records.append(_record(ask, f"100.{numbers[ask.state, ask.session]}"))
    return records


def _record(ask: Ask, paragraph: str) -> Recommendation:
    symbol = symbol_of(ask.state, ask.session)
    return Recommendation(
        state_under_review=ask.state,
        session=ask.session,
        place=Place(symbol, paragraph, 14),
        printed_number=f"{paragraph}.",
        clause=1,
        text=ask.text,
        quoted=ask.quoted or f"{ask.text} ({', '.join(STATES[code].name for code in ask.by)});",
        composed=False,
        sponsors=tuple(Sponsor(code, STATES[code].name) for code in ask.by),
        interim_position=ask.position,
        position=ask.position,
        position_source=None,
        language=ask.language,
    )


def build(folder: Path, asks: Sequence[Ask], encoder: str = TEST_ENCODER) -> Path:
    """An index folder that holds exactly these asks."""
    index_parts(documents_of(records_of(asks)), folder, encoder, STATES, TODAY)
    return folder
