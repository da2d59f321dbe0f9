"""Matrices of recommendations and what became of them: each row is a paragraph that names its recommendations.

Mid-term reports have them, and annexes to the reports that States themselves publish before a review. Rows have no
numbers of their own: they are counted on behind the last numbered paragraph, and found by their page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.extract.grammar.answer_tables import AnswerTable, answer_tables
from models.records.documents import MID_TERM_KINDS, DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import Place
from models.records.reported import Contributor, ReportedParagraph, Stated, StatedReference


def matrices_of(document: ReadDocument, kind: DocumentKind) -> tuple[AnswerTable, ...]:
    """The matrices of a report.

    Bare numbers open the rows of many tables: in a national report, only dotted ones are surely recommendations'.
    """
    if not kind.rules.speaks_of_own_review:
        return ()
    tables = answer_tables(document.lines)
    return tuple(table for table in tables if kind in MID_TERM_KINDS or _numbers_are_dotted(table))


def without_matrices(document: ReadDocument, matrices: Sequence[AnswerTable]) -> ReadDocument:
    """The document without the lines of its matrices."""
    inside = {place for table in matrices for place in range(table.start, table.end)}
    return replace(document, lines=tuple(line for place, line in enumerate(document.lines) if place not in inside))


def rows_as_paragraphs(
    matrices: Sequence[AnswerTable], identity: DocumentIdentity, last: int, author: tuple[Contributor, ...]
) -> Iterator[ReportedParagraph]:
    """The rows that say something beside the recommendation, counted on behind paragraph `last`."""
    number = last
    for table in matrices:
        for row in table.rows:
            text = "\n".join(filter(None, (row.answer, row.comment)))
            if any(character.isalpha() for character in text):
                number += 1
                numbers = tuple(dict.fromkeys(row.named.numbers))
                yield ReportedParagraph(
                    place=Place(identity.symbol, str(number), row.page),
                    text=text,
                    headings=(),
                    # Its words tell which list its numbers count in.
                    references=(StatedReference(Stated.SENTENCE, row.printed, numbers, heading=text),),
                    contributors=author,
                )


def _numbers_are_dotted(table: AnswerTable) -> bool:
    return all(reference.intro for row in table.rows for reference in row.named.references)
