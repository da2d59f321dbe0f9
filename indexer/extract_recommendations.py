"""Take the recommendations out of a Working Group report."""

from collections.abc import Sequence

from indexer.follow_references import referred_recommendations
from indexer.interim_positions import interim_position
from indexer.join_lines import join_lines
from indexer.segment_report import NumberedParagraph, segment_report
from indexer.split_asks import Ask, split_asks
from models.documents import DocumentIdentity, ReadDocument
from models.positions import Position
from models.records import Place, Recommendation
from models.states import StateTable


def extract_recommendations(
    document: ReadDocument, identity: DocumentIdentity, states: StateTable
) -> list[Recommendation]:
    """The recommendations of the report in printed order, those that it states by reference to the dialogue last.

    `position` is left as the interim position; joining documents gives the final one.
    """
    paragraphs = segment_report(document.lines)
    conclusions = [paragraph for paragraph in paragraphs if paragraph.in_conclusions]
    records: list[Recommendation] = []
    position = Position.PENDING
    for paragraph in conclusions:
        if paragraph.item is None:
            position = interim_position(join_lines(paragraph.lines)) or Position.PENDING
            continue
        quoted = join_lines(paragraph.lines)
        for clause, ask in enumerate(split_asks(quoted, states), 1):
            records.append(_record(identity, paragraph, quoted, clause, ask, position))
    return records + referred_recommendations(paragraphs, identity, states)


def _record(
    identity: DocumentIdentity, paragraph: NumberedParagraph, quoted: str, clause: int, ask: Ask, position: Position
) -> Recommendation:
    place = Place(identity.symbol, f"{paragraph.paragraph}.{paragraph.item}", paragraph.page)
    return Recommendation(
        state_under_review=identity.state_under_review or "",
        session=identity.session or 0,
        place=place,
        printed_number=paragraph.printed,
        clause=clause,
        text=ask.text,
        quoted=quoted,
        composed=ask.composed,
        sponsors=ask.sponsors,
        interim_position=position,
        position=position,
        position_source=None,
    )
