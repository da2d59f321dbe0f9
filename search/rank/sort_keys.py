"""What the entries of an answer are sorted by before their relevance: one number an entry, the lower comes first.

Each group of an answer is sorted as a whole, before it is cut into pages.
"""

from models.records.enums import Position
from search.catalogue.load import Catalogue, Integers
from search.catalogue.reading_order import places
from search.datamodel.question import Sort


def sort_keys(catalogue: Catalogue, sort: Sort) -> Integers | None:
    """The keys of all entries; None for nearness, which is relevance alone.

    "date" has the latest review first, "paragraph" the order in which one reads reports, "position" that of `Position`.
    """
    if sort == "date":
        session = catalogue.fields["session"]
        return places(session, session.values[::-1])
    if sort == "paragraph":
        return catalogue.reading_order
    return places(catalogue.fields["position"], tuple(Position)) if sort == "position" else None
