"""The columns of a catalogue whose values are of a controlled list, dates or numbers, as SQLite holds anything in them.

What this program writes can be read; an index that somebody else made may hold what no page can show.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from models.errors import IndexFolderError
from models.index_folder.catalogue_schema import Query
from models.index_folder.discrepancies import stored_discrepancies
from models.index_folder.folder import CATALOGUE, damaged_part
from models.index_folder.stored_records import KINDS
from models.records.documents import DocumentKind, draft_in
from models.records.enums import Position
from models.records.reported import Stated
from models.records.review_facts import answer_due_in
from models.reviews.sessions import cycle_of_session

_READ_BY: Mapping[str, Callable[[Any], object]] = {
    "SELECT DISTINCT kind FROM document": DocumentKind,
    "SELECT DISTINCT date FROM document WHERE date IS NOT NULL": date.fromisoformat,
    "SELECT DISTINCT session FROM review": cycle_of_session,
    "SELECT DISTINCT reviewed FROM review WHERE reviewed IS NOT NULL": date.fromisoformat,
    "SELECT DISTINCT kind FROM entry": KINDS.__getitem__,
    "SELECT DISTINCT position FROM recommendation": Position,
    "SELECT DISTINCT date FROM observation WHERE date IS NOT NULL": date.fromisoformat,
    "SELECT DISTINCT document_kind FROM reported": DocumentKind,
    "SELECT DISTINCT stated FROM stated_link": Stated,
    "SELECT DISTINCT position FROM draft_request": Position,
    "SELECT words FROM review_fact WHERE role = 'draft'": draft_in,
    "SELECT words FROM review_fact WHERE role = 'answer due'": answer_due_in,
    "SELECT words FROM review_fact WHERE role = 'delegations'": int,
}


def check_columns(rows: Query) -> None:
    """Read each value that occurs, as whoever shows it does.

    Raises:
        IndexFolderError: one cannot be read: the index is damaged, or made to attack.
    """
    for query, read in _READ_BY.items():
        for (value,) in rows(query):
            try:
                read(value)
            except (AttributeError, LookupError, TypeError, ValueError) as error:
                raise IndexFolderError(damaged_part(CATALOGUE, f"{value!r} in {query}")) from error
    try:
        stored_discrepancies(rows)
    except (TypeError, ValueError) as error:
        raise IndexFolderError(damaged_part(CATALOGUE, "a discrepancy cannot be read")) from error
