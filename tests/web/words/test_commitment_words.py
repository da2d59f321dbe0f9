"""When a commitment was made: by its day, else by its document, and the words say which."""

from datetime import date

import pytest

from models.records.documents import DocumentKind
from models.records.records import Commitment, Place
from search import IndexedDocument
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.words.commitment_words import itself_committed, when_committed


def document(kind: DocumentKind, day: str | None) -> IndexedDocument:
    return IndexedDocument("A/HRC/920/2", kind, day)


@pytest.mark.parametrize(
    ("made_on", "known", "committed", "when"),
    [
        (date(2015, 3, 19), None, "On 19 March 2015, Vellania itself committed:", "19 March 2015"),
        (
            None,
            document(DocumentKind.ADDENDUM, "2015-03-04"),
            "In a document of 4 March 2015, Vellania itself committed:",
            "Day not stated; document of 4 March 2015",
        ),
        # It appears years after the meeting: its own date would be a wrong one.
        (None, document(DocumentKind.HRC_SESSION_REPORT, "2019-05-07"), "In 2015, Vellania itself committed:", ""),
        (None, None, "In its review of 2014 (session 20), Vellania itself committed:", ""),
    ],
    ids=["its day", "an addendum", "a report of the Council without a day", "a table"],
)
def test_commitments_are_dated_by_what_is_known(
    made_on: date | None, known: IndexedDocument | None, committed: str, when: str
) -> None:
    record = Commitment("XAA", 20, Place("A/HRC/920/2", "117", 19), 1, "Vellania will plant oaks", made_on=made_on)
    with site_over(InventedIndex()).test_request_context():
        assert itself_committed(record, known, "Vellania") == committed
        assert when_committed(record, known) == when
