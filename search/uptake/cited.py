"""Where OHCHR's summary of stakeholders cites a submission: by its code ("JS3") or its name."""

from collections.abc import Sequence

from models.records.documents import DocumentKind
from models.reviews.states import fold_name
from search.catalogue.connection import CatalogueConnection
from search.catalogue.reported import reported_by_number
from search.datamodel.progress import ReportedText

SHORTEST_NAME = 4
"""Letters of a name that may stand within a longer one."""
_OF_SUMMARY = """
SELECT number FROM reported JOIN entry USING (id) WHERE reported.review = ? AND document_kind = ? ORDER BY number
"""


def summary_before(connection: CatalogueConnection, review: str) -> list[ReportedText]:
    """The paragraphs of OHCHR's summary before a review, in their order; none where it is not indexed."""
    numbers = [int(number) for (number,) in connection.rows(_OF_SUMMARY, review, DocumentKind.SUMMARY.value)]
    by_number = reported_by_number(connection, numbers)
    return [by_number[number].text for number in numbers]


def citing(texts: Sequence[ReportedText], cited_as: Sequence[str]) -> tuple[ReportedText, ...]:
    """Those that name a contributor so."""
    wanted = [fold_name(words) for words in cited_as if words.strip()]
    return tuple(text for text in texts if any(_is_named(code, name, wanted) for code, name in text.contributors))


def _is_named(code: str, name: str, wanted: Sequence[str]) -> bool:
    own = fold_name(name)
    return any(words == fold_name(code) or (len(words) >= SHORTEST_NAME and words in own) for words in wanted)
