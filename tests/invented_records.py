"""Invented records and small index folders for the tests of every package."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.records.documents import PRE_SESSION_KINDS, DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Place, Recommendation, Sponsor
from models.records.reported import Contributor, ReportedParagraph, StatedReference
from models.reviews.states import StateTable

TODAY = date(2026, 1, 1)


def recommendation(
    text: str,
    paragraph: str = "100.1",
    clause: int = 1,
    *,
    state: str = "SVN",
    session: int = 20,
    sponsors: Sequence[str] = ("FRA",),
    position: Position = Position.SUPPORTED,
) -> Recommendation:
    """A recommendation of an invented report; its sponsors are printed by their codes."""
    place = Place(f"A/HRC/9{session}/{int(state, 36)}", paragraph, 14)
    return Recommendation(
        state_under_review=state,
        session=session,
        place=place,
        printed_number=f"{paragraph}.",
        clause=clause,
        text=text,
        quoted=f"{text} ({', '.join(sponsors)});",
        composed=False,
        sponsors=tuple(Sponsor(code, code) for code in sponsors),
        interim_position=position,
        position=position,
        position_source=None if position is Position.PENDING else place,
    )


def documents_of(records: Iterable[Recommendation]) -> list[DocumentExtract]:
    """The Working Group reports that hold these records, in the order of the records."""
    by_symbol: dict[str, list[Recommendation]] = defaultdict(list)
    for record in records:
        by_symbol[record.place.symbol].append(record)
    return [_document(symbol, tuple(records)) for symbol, records in by_symbol.items()]


def _document(symbol: str, records: tuple[Recommendation, ...]) -> DocumentExtract:
    first = records[0]
    identity = DocumentIdentity(
        symbol, DocumentKind.WORKING_GROUP_REPORT, "en", first.state_under_review, first.session, date(2015, 1, 1)
    )
    digest = sha256(repr((symbol, records)).encode()).hexdigest()
    return DocumentExtract(f"{symbol.replace('/', '_')}.pdf", digest, identity, records)


def pre_session(
    state: str,
    session: int,
    said: Mapping[str, Sequence[StatedReference]],
    kind: DocumentKind = DocumentKind.NATIONAL_REPORT,
    issued: date = date(2019, 8, 20),
) -> DocumentExtract:
    """A document before a review: the text of each paragraph with what it names, numbered from 1 on page 2."""
    symbol = f"A/HRC/WG.6/{session}/{state}/{PRE_SESSION_KINDS.index(kind) + 1}"
    reported = tuple(
        ReportedParagraph(Place(symbol, str(number), 2), text, ("Ferries",), tuple(named), (("JS1", "Rowers"),))
        for number, (text, named) in enumerate(said.items(), 1)
    )
    identity = DocumentIdentity(symbol, kind, "en", state, session, issued)
    digest = sha256(repr((symbol, reported)).encode()).hexdigest()
    return DocumentExtract(f"{symbol.replace('/', '_')}.pdf", digest, identity, reported=reported)


def mid_term(
    state: str, session: int, said: Mapping[str, Sequence[StatedReference]], author: str = ""
) -> DocumentExtract:
    """A mid-term report on a review, by the State or by `author`."""
    kind = DocumentKind.STAKEHOLDERS_MID_TERM_REPORT if author else DocumentKind.MID_TERM_REPORT
    symbol = f"{state}-{session}/mid-term" + (f"/{author.lower()}" if author else "")
    contributors = (Contributor("", author),) if author else ()
    reported = tuple(
        ReportedParagraph(Place(symbol, str(number), 2), text, ("Ferries",), tuple(named), contributors)
        for number, (text, named) in enumerate(said.items(), 1)
    )
    identity = DocumentIdentity(symbol, kind, "en", state, session, date(2017, 3, 12), author=author)
    digest = sha256(repr((symbol, reported)).encode()).hexdigest()
    return DocumentExtract(f"{symbol.replace('/', '_')}.pdf", digest, identity, reported=reported)


def build_small_index(folder: Path, records: Iterable[Recommendation], states: StateTable | None = None) -> Path:
    """Make the index in `folder` hold exactly these records, by the encoder for tests; returns `folder`."""
    index_extracts(documents_of(records), folder, "letters", states or StateTable.built_in(), TODAY)
    return folder
