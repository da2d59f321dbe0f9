"""Records whose words stand in a draft: each place in one says so."""

from collections.abc import Mapping
from dataclasses import replace

from models.records.documents import Draft
from models.records.records import Commitment, Place, Recommendation


def with_drafts(place: Place | None, drafts: Mapping[str, Draft]) -> Place | None:
    """A place, told to be in a draft where its document is one; `drafts` are by symbol."""
    return replace(place, draft=drafts[place.symbol]) if place and place.symbol in drafts else place


def recommendation_with_drafts(record: Recommendation, drafts: Mapping[str, Draft]) -> Recommendation:
    """A recommendation whose places say that they are in a draft where they are; `drafts` are by symbol."""
    places = (record.place, record.position_source, record.comment_source, record.list_comment_source)
    if not any(place and place.symbol in drafts for place in places):
        return record
    return replace(
        record,
        place=with_drafts(record.place, drafts) or record.place,
        position_source=with_drafts(record.position_source, drafts),
        comment_source=with_drafts(record.comment_source, drafts),
        list_comment_source=with_drafts(record.list_comment_source, drafts),
    )


def commitment_with_drafts(record: Commitment, drafts: Mapping[str, Draft]) -> Commitment:
    """A commitment whose place says that it is in a draft where it is; `drafts` are by symbol."""
    return replace(record, place=with_drafts(record.place, drafts) or record.place)
