"""Which recommendations of an index are answered in two ways, for `upr info`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.index_folder.catalogue_schema import Query
from models.index_folder.stored_records import record_from_text
from models.messages.spoken import said
from models.records.records import Recommendation

NUMBERS_SHOWN = 12
_CONFLICTS = """
SELECT entry.review, id, coalesce(paragraph, id), position, content FROM entry JOIN recommendation USING (id)
WHERE content LIKE '%"conflicts": %' ORDER BY number
"""


def conflicts_of_reviews(query: Query) -> dict[str, list[dict[str, Any]]]:
    """By review: each overridden statement, with the recommendation, its position, and where it stands.

    Raises:
        IndexFolderError: a record cannot be read.
    """
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for review, record, number, position, stored in query(_CONFLICTS):
        for conflict in record_from_text(Recommendation, stored, text="").conflicts:
            found[review].append(
                {
                    "id": record,
                    "number": number,
                    "position": position,
                    "stated": conflict.position.value,
                    "symbol": conflict.place.symbol,
                    "paragraph": conflict.place.paragraph,
                    "file": conflict.file or None,
                    "file_used": conflict.file_used or None,
                }
            )
    return dict(found)


def conflicts_in_words(conflicts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """One sentence for each document that says otherwise: of how many recommendations, what, and which numbers."""
    by_source: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for conflict in conflicts:
        by_source[_source(conflict)].append(conflict)
    for source, of_source in by_source.items():
        changes = Counter((conflict["position"], conflict["stated"]) for conflict in of_source)
        listed = ", ".join(
            said(
                "%(count)s %(used)s, there %(stated)s",
                count=str(count),
                used=said(str(used)),
                stated=said(str(stated)),
            )
            for (used, stated), count in changes.most_common()
        )
        numbers = list(dict.fromkeys(conflict["number"] for conflict in of_source))
        shown = ", ".join(numbers[:NUMBERS_SHOWN])
        if len(numbers) > NUMBERS_SHOWN:
            shown = said("%(listed)s and %(count)s more", listed=shown, count=str(len(numbers) - NUMBERS_SHOWN))
        yield said(
            "%(source)s says otherwise of %(changes)s (%(numbers)s)", source=source, changes=listed, numbers=shown
        )


def _source(conflict: Mapping[str, Any]) -> str:
    """The document or table; of a copy, its file and that of the document used."""
    if not conflict["file"]:
        return str(conflict["symbol"])
    return said(
        "%(file)s (%(symbol)s, as %(used)s, which is used)",
        file=conflict["file"],
        symbol=conflict["symbol"],
        used=conflict["file_used"],
    )
