"""What files answer that have the symbol of a document in use and are not used themselves: for conflicts alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.answers import as_conflicts, collect_answers
from models.records.documents import DocumentKind
from models.records.records import Conflict, Recommendation, Response


def conflicts_of_copies(
    requests: Sequence[Recommendation], copies: Iterable[DocumentExtract]
) -> Mapping[str, Sequence[Conflict]]:
    """By id of a request: what each copy says on it, by itself; nothing for other ids.

    Files are called by their names without folders: pages of a site show them.
    """
    conflicts: dict[str, list[Conflict]] = defaultdict(list)
    for copy in copies:
        for request_id, statements in _statements_of_copy(requests, copy):
            conflicts[request_id] += (
                replace(conflict, file=_bare(copy.name), file_used=_bare(copy.copy_of))
                for conflict in as_conflicts(statements)
            )
    return conflicts


def _bare(name: str) -> str:
    return name.rpartition("/")[2]


def _statements_of_copy(
    requests: Sequence[Recommendation], copy: DocumentExtract
) -> Iterator[tuple[str, Sequence[Response]]]:
    if copy.identity.kind is DocumentKind.WORKING_GROUP_REPORT:
        for request_id, statements in collect_answers(_as_printed_in(copy, requests), [copy]).statements.items():
            yield request_id, statements[-1:]
        return
    for request_id, statements in collect_answers(requests, [copy]).statements.items():
        # What stands before the copy's own statement is that of the report that is used.
        yield request_id, [statement for statement in statements if statement.place.symbol == copy.identity.symbol]


def _as_printed_in(copy: DocumentExtract, requests: Iterable[Recommendation]) -> list[Recommendation]:
    """The requests with the position that another file of their report prints; only those that it has."""
    positions: dict[str | None, dict[int, Recommendation]] = defaultdict(dict)
    for record in copy.recommendations:
        positions[record.place.paragraph][record.clause] = record
    return [
        replace(
            request,
            interim_position=printed.interim_position,
            position_source=printed.position_source or printed.place,
            position_words=printed.position_words,
        )
        for request in requests
        if (printed := positions[request.place.paragraph].get(request.clause))
    ]
