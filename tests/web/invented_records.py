"""Invented records for the tests of the site."""

from dataclasses import replace
from datetime import date

from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.records import (
    Commitment,
    Observation,
    ObservationKind,
    Place,
    Recommendation,
    Sponsor,
)
from models.reviews.states import State, StateKind
from search.datamodel.progress import ReportedText, ReportingDocument

STATES = [
    State("XAA", "Vellania", StateKind.MEMBER, "Amber Coast Group", invented=True),
    State("XAB", "Brenmark", StateKind.MEMBER, "Amber Coast Group", invented=True),
    State("XBA", "Tamurin", StateKind.MEMBER, "High Plateau Group", invented=True),
    State("XCB", "Sainte-Ormée", StateKind.MEMBER, "Inner Sea Group", invented=True),
]
BOTH = (Sponsor("XAB", "Brenmark"), Sponsor("XBA", "Union of Tamurin"))


def symbol_of(state: str, session: int) -> str:
    """The symbol of the report of a review."""
    codes = [each.code for each in STATES]
    return f"A/HRC/9{session:02}/{codes.index(state) + 1 if state in codes else int(state, 36)}"


def recommendation(
    state: str = "XAA",
    session: int = 20,
    paragraph: str | None = "115.1",
    text: str = "Open shelters for girls who flee an early marriage",
    **more: object,
) -> Recommendation:
    """An invented record; any field can be given."""
    symbol = symbol_of(state, session)
    number = paragraph or ""
    record = Recommendation(
        state_under_review=state,
        session=session,
        place=Place(symbol, paragraph, 14),
        printed_number=f"{number}.",
        clause=1,
        text=text,
        quoted=f"{text} (Brenmark, Tamurin);",
        composed=False,
        sponsors=BOTH,
        interim_position=Position.PENDING,
        position=Position.SUPPORTED,
        position_source=Place(f"{symbol}/Add.1", "3", 2),
    )
    return replace(record, **more)


OBSERVATION = Observation(
    entity="XAA",
    committee="CRC",
    place=Place("CRC/C/XAA/CO/900", "24", 6),
    heading="Harmful <practices>",
    kind=ObservationKind.RECOMMENDATION,
    text="The State party should:\n(a) Count the weddings;\n(b) End the marriage of girls & boys.",
    date=date(2021, 5, 7),
)

COPIED = replace(
    OBSERVATION,
    entity="XBA",
    place=Place("CRC/C/XBA/CO/901", None, None),
    kind=ObservationKind.OTHER,
    heading="",
    text="Quarry owners pay no tax.",
)
"""Known from an export alone."""

NORM = Observation(
    entity=None,
    committee="CRC, CMW",
    place=Place("CRC/C/GC/900, CMW/C/GC/901", "7", None),
    heading="Joint general comment No. 900: <weddings>",
    kind=ObservationKind.GENERAL_COMMENT,
    text="Girls & boys decide on their marriage themselves.",
    date=date(2020, 1, 2),
)

PLEDGE = Commitment("XAA", 7, Place("A/HRC/907/1", "117", 19), 2, "Vellania will open a shelter in each district")

NATIONAL_REPORT = ReportingDocument("A/HRC/WG.6/34/XAA/1", DocumentKind.NATIONAL_REPORT, 34, date(2019, 8, 6))
SUMMARY = ReportingDocument("A/HRC/WG.6/34/XAA/3", DocumentKind.SUMMARY, 34, None)
REPORTED = ReportedText(
    id="A.HRC.WG.6.34.XAA.1-12",
    document=NATIONAL_REPORT,
    place=Place(NATIONAL_REPORT.symbol, "12", 5),
    headings=("Girls & boys", "Recommendations 1–4"),
    contributors=(),
    text="Ferries sail. Three shelters for girls < 18 who flee a marriage were opened. Bridges hold.",
)

TEXTS = [
    "Set eighteen years as the lowest age of marriage for girls and boys alike",
    "Open shelters for girls who flee an early marriage",
    "Give every newborn child a birth certificate free of charge",
    "Let labour inspectors visit quarries without notice",
    "Ratify the optional protocol on visits to places of detention",
]
POSITIONS = [Position.SUPPORTED, Position.NOTED, Position.UNKNOWN, Position.UNKNOWN]


def sample_records() -> list[Recommendation]:
    """Forty recommendations to three States in three sessions."""
    records = []
    for number in range(1, 41):
        position = POSITIONS[number % 4]
        state, session = ("XAA", "XAB", "XBA")[number % 3], (7, 20, 34)[number % 3]
        answered = Place(f"{symbol_of(state, session)}/Add.1", "3", 2)
        records.append(
            recommendation(
                state,
                session,
                f"115.{number}",
                TEXTS[number % 5],
                sponsors=(*BOTH, Sponsor("XCB", "Sainte-Ormée")) if number == 40 else BOTH,
                position=position,
                position_source=None if number % 4 > 1 else answered,
            )
        )
    return records


EARLIER = (
    replace(sample_records()[2], place=Place(symbol_of("XAA", 7), "1.1", 14)),
    recommendation("XAA", 7, "9.9", "Plant oaks along the roads"),
)
"""What an earlier edition of a report of the sample held: one has another number now, one is there no more."""
MOVED, MOVED_TO, WITHDRAWN = "XAA-7-1.1-1", "XAA-7-115.3-1", "XAA-7-9.9-1"
