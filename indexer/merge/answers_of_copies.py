"""What files answer that have the symbol of a document in use and are not used themselves: for conflicts alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.answers import AnsweringDocument, SourceStatement, collect_answers
from models.records.documents import KIND_RULES, DocumentKind
from models.records.records import Recommendation


def statements_of_copies(
    requests: Sequence[Recommendation], copies: Iterable[DocumentExtract]
) -> Mapping[str, Sequence[SourceStatement]]:
    """By id of a request: what each copy says on it, by itself; nothing for other ids.

    Files are called by their names without folders: pages of a site show them.
    """
    statements: dict[str, list[SourceStatement]] = defaultdict(list)
    for copy in copies:
        for request_id, statement in _statements_of_copy(requests, copy):
            statements[request_id].append(replace(statement, file=_bare(copy.name), file_used=_bare(copy.copy_of)))
    return statements


def _bare(name: str) -> str:
    return name.rpartition("/")[2]


def _statements_of_copy(
    requests: Sequence[Recommendation], copy: DocumentExtract
) -> Iterator[tuple[str, SourceStatement]]:
    symbol, kind = copy.identity.symbol, copy.identity.kind
    authority = KIND_RULES[kind].authority
    if authority is None:
        return
    document = AnsweringDocument(authority, symbol, copy.answers.responses)
    if kind is DocumentKind.WORKING_GROUP_REPORT:
        for request_id, statements in collect_answers(_as_printed_in(copy, requests), [document]).statements.items():
            yield from ((request_id, statement) for statement in statements[-1:])
        return
    for request_id, statements in collect_answers(requests, [document]).statements.items():
        # What stands before the copy's own statement is that of the report that is used.
        yield from ((request_id, statement) for statement in statements if statement.place.symbol == symbol)


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
