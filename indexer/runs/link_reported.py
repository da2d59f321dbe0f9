"""Link what documents before a review report with the recommendations of the review before it that they name.

Done when all reviews are in the catalogue, for a document may be indexed before or after the report whose numbers it
names. A State is reviewed once a cycle: what is written before a review reports on that of the cycle before. A mid-term
report says on which review it reports.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from indexer.merge.stated_links import (
    PRINTED,
    Basis,
    ReportNumbers,
    StatedLink,
    basis_of,
    has_bare_numbers,
    linked_paragraphs,
)
from indexer.write.catalogue import CatalogueWriter
from models.index_folder.stored_records import record_from_text
from models.messages.spoken import saying
from models.records.documents import MID_TERM_KINDS
from models.records.reported import ReportedParagraph

# The entries of a review stand together: by their numbers they are found before the catalogue has its indexes.
_REVIEWED = """
CREATE TEMP TABLE reviewed AS SELECT review.*, min(number) AS first, max(number) AS last FROM entry
JOIN review ON review.id = entry.review WHERE kind = 'recommendation' GROUP BY review.id
"""
_REPORTED_ON = """
CREATE TEMP TABLE earlier AS SELECT later.id AS review, reviewed.id AS reported_on, max(reviewed.session)
FROM review AS later
JOIN reviewed ON reviewed.state = later.state AND reviewed.cycle = later.cycle - 1 GROUP BY later.id
"""
_SET_REPORTED_ON = """
UPDATE reported SET reported_on = CASE WHEN document_kind IN (SELECT value FROM json_each(:mid_term_kinds))
THEN (SELECT id FROM reviewed WHERE id = reported.review)
ELSE (SELECT reported_on FROM earlier WHERE review = reported.review) END
"""
_SOURCES = """
SELECT reported_on, reported.review, min(number), max(number) FROM reported JOIN entry USING (id)
WHERE reported_on IS NOT NULL GROUP BY reported_on, reported.review
"""
_REPORTED = """
SELECT symbol, content, text FROM entry CROSS JOIN reported USING (id) CROSS JOIN text ON sha256 = text_sha256
WHERE number BETWEEN :first AND :last AND reported_on = :review ORDER BY number
"""
_NUMBERED = """
SELECT symbol, paragraph, id, text FROM entry CROSS JOIN text ON sha256 = text_sha256
WHERE kind = 'recommendation' AND number BETWEEN (SELECT first FROM reviewed WHERE id = :review)
AND (SELECT last FROM reviewed WHERE id = :review) AND paragraph IS NOT NULL ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class _Source:
    """What was written before one review, or after it by half a cycle: its entries stand together."""

    review: str
    first: int
    """Numbers of the first and the last entry."""
    last: int


@dataclass(frozen=True, slots=True)
class _Report:
    """The recommendations of a Working Group report."""

    numbers: ReportNumbers
    ids: Mapping[str, Sequence[str]]
    """Paragraph → ids of its requests."""


def link_reported(catalogue: sqlite3.Connection, writer: CatalogueWriter) -> list[str]:
    """Write all stated links; return a sentence for each document whose numbers cannot be told."""
    for statement in (_REVIEWED, _REPORTED_ON, "CREATE INDEX earlier_review ON earlier(review)"):
        catalogue.execute(statement)
    catalogue.execute(_SET_REPORTED_ON, {"mid_term_kinds": json.dumps(MID_TERM_KINDS)})
    warnings: list[str] = []
    for review, rows in groupby(catalogue.execute(_SOURCES).fetchall(), key=itemgetter(0)):
        warnings += _link_review(catalogue, writer, review, [_Source(*row[1:]) for row in rows])
    return warnings


def _link_review(
    catalogue: sqlite3.Connection, writer: CatalogueWriter, review: str, sources: Iterable[_Source]
) -> Iterator[str]:
    """Write the links with one review's recommendations."""
    report = _report_of(catalogue, review)
    if report is None:
        return
    for source in sources:
        rows = catalogue.execute(_REPORTED, {"first": source.first, "last": source.last, "review": review}).fetchall()
        for symbol, of_document in groupby(rows, key=itemgetter(0)):
            paragraphs = [record_from_text(ReportedParagraph, stored, text=text) for _, stored, text in of_document]
            if not any(paragraph.references for paragraph in paragraphs):
                continue
            basis = basis_of(paragraphs, report.numbers)
            writer.write_stated_links(link for paragraph in paragraphs for link in _links(paragraph, report, basis))
            names_by_bare_number = any(
                has_bare_numbers(named) for paragraph in paragraphs for named in paragraph.references
            )
            if names_by_bare_number and not basis.lists:
                yield (
                    saying(
                        "%(symbol)s names recommendations by numbers, but not the paragraph of %(report)s in which "
                        "they count: nothing is linked by such a number.",
                        symbol=symbol,
                        report=report.numbers.symbol,
                    )
                )


def _report_of(catalogue: sqlite3.Connection, review: str) -> _Report | None:
    """The numbered recommendations of a review; None where only tables, which have no numbers, know them."""
    rows = catalogue.execute(_NUMBERED, {"review": review}).fetchall()
    if not rows:
        return None
    texts: dict[str, list[str]] = defaultdict(list)
    ids: dict[str, list[str]] = defaultdict(list)
    for _, paragraph, record_id, text in rows:
        texts[paragraph].append(text)
        ids[paragraph].append(record_id)
    symbol = rows[0][0]
    return _Report(ReportNumbers(symbol, {paragraph: " ".join(words) for paragraph, words in texts.items()}), ids)


def _links(paragraph: ReportedParagraph, report: _Report, basis: Basis) -> Iterator[StatedLink]:
    for order, reference in enumerate(paragraph.references, 1):
        read_by = basis if has_bare_numbers(reference) else PRINTED
        for record_id in _ids(linked_paragraphs(reference, report.numbers, basis), report):
            yield StatedLink(paragraph.id, record_id, order, reference, read_by.said, read_by.certainty)


def _ids(paragraphs: Iterable[str], report: _Report) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from report.ids[paragraph]
