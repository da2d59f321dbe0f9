"""What records say in further languages, out of the catalogue."""

from collections.abc import Sequence

from models.records.records import Place, Wording
from search.catalogue.connection import CatalogueConnection

_WORDINGS = """
SELECT record, wording.language, text, quoted, composed, symbol, paragraph, page FROM wording
JOIN text ON sha256 = text_sha256
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, wording.language
"""


def wordings_of(connection: CatalogueConnection, ids: Sequence[str]) -> dict[str, tuple[Wording, ...]]:
    """The further wordings of the records with these ids, those that have any."""
    found: dict[str, tuple[Wording, ...]] = {}
    for record, language, text, quoted, composed, *place in connection.rows(_WORDINGS, list(ids)):
        wording = Wording(language, text, quoted, bool(composed), Place(*place))
        found[record] = (*found.get(record, ()), wording)
    return found
